/* The rules of all stages, read from rules/ and compiled. */
#ifndef SCODB_LOADER_RULES_H
#define SCODB_LOADER_RULES_H

#include "config.h"
#include "pattern.h"

typedef struct property {
    const char *key, *value;
} property_t;

/* What follows a reporting verb: "mode" of what makes reports. */
#define REPORT_MODES(X)                                                                                                \
    X(clause)     /* that rivers rise */                                                                               \
    X(infinitive) /* to build a road */                                                                                \
    X(noun)       /* the plan */                                                                                       \
    X(bare)       /* nothing that a rule would see */                                                                  \
    X(source)     /* according to somebody */
typedef enum report_mode {
    MODE_none,
#define X(name) MODE_##name,
    REPORT_MODES(X)
#undef X
} report_mode_t;

typedef struct rule {
    const char *name, *note, *pattern, *file;
    int line;      /* of the file */
    int stage;
    int start;     /* of its code */
    report_mode_t mode;
    bool by_group; /* "speaker" is set: what such a report tells is said by several */
    int priority;  /* wins over length among matches that begin together */
    int left, right; /* atoms that must hold on the item before and after, or NONE */
    bool own;      /* of a folder that the user gave */
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

enum { STAGES_MAX = 32 }; /* the matcher has a bit for each */

/* A rule that is written in C (relate_*.c), for its note: "facts" of a rule file. */
typedef struct coded_rule {
    const char *name, *note;
} coded_rule_t;

typedef struct rules {
    LIST(stage_t) stages;
    LIST(coded_rule_t) coded;
} rules_t;

/* Reads one file into the stage that it names, which is made if new (stages run in the order of their first file). */
void rules_read(rules_t *rules, lexicon_t *lexicon, config_t *config);
/* After all files are read, before lexicon_freeze. Prints each class that a pattern names and nothing makes, and returns
 * how many there are. */
int rules_freeze(rules_t *rules, lexicon_t *lexicon, FILE *errors);

const char *rule_property(const rule_t *rule, const char *key); /* of its "set", or NULL */

#endif
