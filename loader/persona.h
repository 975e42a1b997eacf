/* A person as documents present one, and what can be said of two of them: whether a name may be short for another,
 * whether they exclude each other. */
#ifndef SCODB_LOADER_PERSONA_H
#define SCODB_LOADER_PERSONA_H

#include <stdbool.h>

#include "arena.h"
#include "facts.h"

/* A reader's correction: two people are one, or are two. */
typedef struct verdict {
    int64_t id; /* row in the database: decides nothing */
    bool is_same;
    const char *reason;
} verdict_t;

/* A person as documents present one: name, office and year. All that presents the same is one persona. */
typedef struct persona {
    const char *key;                  /* the name folded, words with one blank between them */
    const char *listed;               /* name in the word list, or NULL */
    const char *state, *organization; /* code of the party of the office: one of the two, or both NULL */
    const char *post, *rank;          /* the office by its common name, or NULL */
    int year;                         /* of the documents, 0: unknown */
    const char *document;             /* the only one, as a correction speaks of the person there; NULL: any */
    LIST(int64_t) alike;              /* documents that also have somebody who could be meant, sorted */
    LIST(int) same, apart;            /* of whom corrections speak: 2 * verdict + 0 or 1 for its first or second person */
    int64_t id, person;               /* rows in the database: what they are decides nothing */
    const char *old_reason;           /* why it was one with others so far */
    const char *reason;               /* out: why it is one with the others of its group */
    int root;                         /* out: the persona that stands for its group */
    /* Of the resolver; spans, first and last, group_listed, alike and apart of a root speak for its whole group. */
    strings_t words;
    const char *compact;      /* the key without blanks */
    const char *group_listed; /* of the root: listed, of any in the group */
    struct span {
        const char *post;
        int level, first, last;
    } * spans; /* of the root: from when to when each office was seen */
    int span_count, first, last;
    bool is_corrected; /* the reason is that of a verdict */
} persona_t;

/* By which rows of the database personas can come together: two that share none are never one. */
strings_t persona_keys(const persona_t *persona, arena_t *arena);

void persona_prepare(persona_t *p, int root, arena_t *arena); /* words and the rest of the resolver's, from the claim */

const char *persona_party(const persona_t *p); /* "": none */
bool persona_is_full(const persona_t *p);      /* more than one word */
bool persona_has_initial(const persona_t *p);
const char *persona_surname(const persona_t *p);                /* the last word */
const char *persona_sorted(const persona_t *p, arena_t *arena); /* the words in the order of the alphabet */
bool persona_is_short_for(const persona_t *one, const persona_t *other);

bool persona_may_be(const persona_t *one, const persona_t *other); /* nothing says that two groups are two people */
bool persona_are_two(const persona_t *one, const persona_t *other); /* a document or a correction says so */
int persona_gap(const persona_t *one, const persona_t *other);     /* years between two groups */
/* Years between p alone and the time of a group in p's office, for want of that at all. */
int persona_gap_in_office(const persona_t *p, const persona_t *group);
void persona_merge(persona_t *into, const persona_t *from, arena_t *arena); /* of two groups */

#endif
