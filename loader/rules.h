/* The rules of all stages, read from rules/ and compiled. */
#ifndef SCODB_LOADER_RULES_H
#define SCODB_LOADER_RULES_H

#include "config.h"
#include "pattern.h"

typedef struct property {
    const char *key, *value;
} property_t;

typedef struct rule {
    const char *name, *note, *pattern, *file;
    int stage;
    int start;     /* of its code */
    int priority;  /* wins over length among matches that begin together */
    int left, right; /* atoms that must hold on the item before and after, or NONE */
    bool parts;    /* has named parts or @ */
    class_set_t makes;
    uint16_t kind; /* of what it makes */
    LIST(property_t) set;
    strings_t yes, no;
} rule_t;

typedef struct stage {
    const char *name;
    program_t program;
    LIST(rule_t) rules;
} stage_t;

typedef struct rules {
    LIST(stage_t) stages;
} rules_t;

/* Reads one file into the stage that it names, which is made if new (stages run in the order of their first file). */
void rules_read(rules_t *rules, lexicon_t *lexicon, config_t *config);
void rules_freeze(rules_t *rules, lexicon_t *lexicon); /* after all files are read, before lexicon_freeze */

const char *rule_property(const rule_t *rule, const char *key); /* of its "set", or NULL */

#endif
