/* What the parts of the measuring share.
 *
 *     eval.c           the gold files one after the other, and the table of figures
 *     eval_gold.c      a gold file, read and checked
 *     eval_relation.c  what the rows of each relation hold, when two are the same, which fields are compared
 *     eval_pair.c      which row found is which row wanted
 *     eval_speech.c    speech, which is counted by the character
 *     eval_find.c      pieces of a text found in it
 *     eval_name.c      names and offices compared as a reader would
 *     eval_identity.c  who and which party is meant, by all known spellings */
#ifndef SCODB_LOADER_EVAL_PARTS_H
#define SCODB_LOADER_EVAL_PARTS_H

#include <jansson.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stdio.h>

#include "eval_statements.h" /* made from eval.sql */
#include "facts.h"
#include "map.h"

/* What a row can hold, whether it is wanted or found. */
typedef enum field {
    PERSON,
    PARTY,
    NAME,
    ORGANIZATION,
    KIND, /* role, capacity, action, status */
    EVENT,
    NUMBER, /* ordinal, year */
    DATE,
    PLACE,
    MEETING,
    MODE,
    TEXT,
    START, /* code points before the text, and before its end; found rows only, which have no text of their own */
    END,
    FIELD_COUNT
} field_t;

typedef struct row {
    const char *at[FIELD_COUNT]; /* NULL: none */
    strings_t words, sides;      /* of the name */
    bool optional;               /* careful readers differ: found or not, it counts neither way */
    const char *shown;           /* as it was read, in one line */
} row_t;

typedef LIST(row_t) rows_t;

enum { RELATIONS = 8, SPEECH = 4, FIELDS_COMPARED = 3 };

typedef struct tally {
    long right, found, wanted;
    struct {
        long right, all;
    } fields[FIELDS_COMPARED];
} tally_t;

/* ---- eval_name.c ---- */

/* Small letters and digits, words joined by one blank, without accents and apostrophes; "" for NULL. */
const char *name_plain(const char *text, arena_t *arena);
strings_t name_words(const char *text, arena_t *arena); /* of the plain text, without articles and prepositions */
/* The plain words of each side of a name written A - B, sorted; none of other names. */
strings_t name_sides(const char *text, arena_t *arena);
double name_likeness(const strings_t *one, const strings_t *other); /* of words: from 0 to 1 */
bool name_same_sides(const strings_t *one, const strings_t *other);
bool name_other_session(const strings_t *one, const strings_t *other); /* one restricted, the other expanded */
bool name_same_role(const char *one, const char *other);

/* ---- eval_identity.c ---- */

/* All spellings that a database knows. */
typedef struct spellings spellings_t;
spellings_t *spellings_new(sqlite3_stmt *forms); /* rows of kind, canonical, form */
void spellings_free(spellings_t *spellings);
/* Whether a party of the gold, plain, is the found one, by its code or any of its spellings. */
bool spellings_same_party(const spellings_t *spellings, const char *wanted, const char *found);

/* The people of a gold file. */
typedef struct guests guests_t;
guests_t *guests_new(const json_t *people, arena_t *arena);
void guests_free(guests_t *guests);
/* The gold's name of a person in the database, by any spelling, or NULL. */
const char *guests_name(const guests_t *guests, const spellings_t *spellings, const char *canonical, arena_t *arena);

/* ---- eval_find.c ---- */

/* A text in which many pieces are searched for. */
typedef struct finder {
    const char *text;
    size_t size;
    uint32_t *heads, *next, mask; /* places + 1, 0: none */
} finder_t;

#define FIND_NONE SIZE_MAX

finder_t finder_of(const char *text, size_t size, arena_t *arena); /* borrows the text */
/* Where a piece that is not empty stands first, and where next behind a place where it stands; or FIND_NONE. */
size_t finder_first(const finder_t *finder, const char *piece, size_t size);
size_t finder_after(const finder_t *finder, const char *piece, size_t size, size_t at);

/* ---- eval_gold.c ---- */

typedef struct gold {
    arena_t *arena; /* of what is made from the tree */
    json_t *root;
    char *text; /* of the file, NUL-terminated */
} gold_t;

/* Reads a file and checks its form; tells each fault. 0, or -1 if there was one. */
int gold_open(const char *path, gold_t *gold);
/* Holds it against the document: passages, people, meetings. */
int gold_check(const char *path, const gold_t *gold, const char *document);
void gold_close(gold_t *gold);
const char *gold_document(const gold_t *gold); /* the name of its document; borrowed */

/* ---- eval_pair.c ---- */

/* How well a row found fits one that is wanted; 0: not at all. */
typedef double match_t(const void *context, const row_t *wanted, const row_t *found);

/* Pairs rows, the best fit first, and counts. found_for gets the number of the row found for each one wanted, or NONE;
 * is_used says of each row found whether it was. Both live in the arena. */
typedef struct pairing {
    int *found_for;
    bool *is_used;
} pairing_t;
pairing_t pair_rows(const rows_t *wanted, const rows_t *found, match_t *match, const void *context, arena_t *arena,
                    tally_t *tally);

/* ---- eval_relation.c and eval_speech.c ---- */

typedef struct eval {
    sqlite3 *db;
    sqlite3_stmt *sql[EVAL_COUNT];
    int rc; /* of the first statement that failed */
    spellings_t *spellings;
    tally_t tallies[RELATIONS];
    FILE *misses; /* gets a line for each row missed or wrong; NULL: not wanted */
} eval_t;

const char *relation_name(int relation);
const char *relation_field(int relation, int field); /* NULL: it has no more */

/* Measures all relations of a document, by its name in the database and its text. */
void eval_document(eval_t *eval, const gold_t *gold, const char *name, const char *document);
void eval_speech(eval_t *eval, const gold_t *gold, const char *document, const rows_t *wanted, const rows_t *found);
void eval_miss(const eval_t *eval, int relation, const gold_t *gold, const char *what, const char *shown);

#endif
