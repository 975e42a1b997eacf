/* A phrase grammar: named sections of alternatives, read from a table (readouts.txt says how it is written). */
#ifndef SCODB_BENCH_GRAMMAR_H
#define SCODB_BENCH_GRAMMAR_H

#include <stddef.h>
#include <stdint.h>

#include "buffer.h"

typedef struct phrase {
    const char *at;
    size_t size;
    uint32_t weight;
} phrase_t;

typedef struct section {
    phrase_t name;
    phrase_t *alternatives;
    uint32_t count, weight; /* the sum of the alternatives' weights */
} section_t;

typedef struct grammar {
    section_t *sections; /* sorted by name */
    size_t count;
} grammar_t;

/* text must outlive the grammar. A badly written table ends the program. */
void grammar_read(grammar_t *grammar, const char *text);
void grammar_free(grammar_t *grammar);
const section_t *grammar_section(const grammar_t *grammar, const char *name, size_t size); /* none: ends the program */
const phrase_t *grammar_pick(const section_t *section, uint64_t *random);

phrase_t phrase_field(const phrase_t *row, int number); /* of "a|b|c", from 0; empty beyond the last */
int phrase_is(phrase_t phrase, const char *text);

/* Writing a phrase out: sections are expanded, slots and marks are left to whoever asks. */
typedef struct expansion {
    const grammar_t *grammar;
    uint64_t *random;
    buffer_t *out;
    int straight; /* quotation marks and apostrophes as in ASCII */
    void (*slot)(void *context, const char *name, size_t size);
    void (*mark)(void *context, const char *name, size_t size); /* without the angles, as "r" or "/r" */
    void *context;
} expansion_t;

void expand(expansion_t *expansion, const phrase_t *phrase);
void expansion_put(expansion_t *expansion, const char *text, size_t size);

#endif
