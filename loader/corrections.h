/* What readers found wrong: a file of corrections (docs/corrections.md). */
#ifndef SCODB_LOADER_CORRECTIONS_H
#define SCODB_LOADER_CORRECTIONS_H

#include "extract.h"
#include "json.h"

typedef enum correction_kind { CORRECTION_WRONG, CORRECTION_SAME, CORRECTION_DIFFERENT, CORRECTION_NAME } correction_kind_t;
extern const char *const correction_kinds[]; /* their names in files and in the database */

/* All that documents present under a name, narrowed by what else is given; NULL: whichever. */
typedef struct correction_person {
    const char *name;
    const char *party; /* code */
    const char *office, *document;
} correction_person_t;

typedef struct correction {
    correction_kind_t kind;
    const char *fact;                  /* wrong: its id */
    correction_person_t people[2];     /* same, different */
    const char *name, *party;          /* name: what it means, by its code */
    const char *document;              /* name: where alone; NULL: everywhere */
    const char *why, *author, *date;   /* author and date may be NULL */
} correction_t;

#define CORRECTIONS_LINE "{\"corrections\":" /* how such a file begins among lines of facts */

typedef struct corrections {
    arena_t *arena; /* owns all */
    const char *id;
    LIST(correction_t) list;
    const char *line; /* the same as JSON on one line */
} corrections_t;

/* Takes a file of corrections apart. Parties are held against the words of knowledge. Returns 0, or -1 with the first
 * fault (line 0: the file cannot be read at all). */
int corrections_read(const char *path, const knowledge_t *knowledge, corrections_t **out, fault_t *fault);
int corrections_parse(const char *text, size_t size, const knowledge_t *knowledge, corrections_t **out, fault_t *fault);
void corrections_free(corrections_t *corrections);

const char *correction_person_text(const correction_person_t *person, arena_t *arena); /* to compare two */
/* What a correction corrects, and how; two that say the same, the order of people aside, have one subject. */
const char *correction_subject(const correction_t *correction, arena_t *arena);
const char *correction_text(const correction_t *correction, arena_t *arena); /* all of it, to compare two */

/* The document of a fact, by its id; NULL if that is none. */
const char *fact_document(const char *fact, arena_t *arena);

#endif
