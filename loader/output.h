/* A line of JSON in the making: memory that grows and is used again. */
#ifndef SCODB_LOADER_OUTPUT_H
#define SCODB_LOADER_OUTPUT_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Starts as all zero, given back by free(bytes). */
typedef struct output {
    char *bytes, *end; /* the memory */
    size_t size;       /* of what is written, once it is whole */
} output_t;

char *output_grow(output_t *out, const char *at, size_t more);

/* What follows takes the place at which the line goes on. So that is held in a register: of out in memory, each byte that
 * is written might be a part, as far as a compiler knows. */

/* Makes sure that so many bytes may be added; returns their place, as the memory may have moved. */
static inline char *output_room(output_t *out, char *at, size_t more) {
    return (size_t)(out->end - at) < more ? output_grow(out, at, more) : at;
}

/* These return the end of what they added. */
static inline char *output_add(output_t *out, char *at, const char *bytes, size_t size) {
    at = output_room(out, at, size);
    memcpy(at, bytes, size);
    return at + size;
}

static inline char *output_char(output_t *out, char *at, char c) {
    at = output_room(out, at, 1);
    *at = c;
    return at + 1;
}

enum { OUTPUT_DIGITS = 16 };
char *output_digits(char *at, uint32_t number); /* there must be room for OUTPUT_DIGITS bytes */
char *output_string(output_t *out, char *at, const char *text); /* valid UTF-8; with its quotes, as JSON has it */

/* Copies bytes up to the first that stands in a string of JSON only with a backslash, or the end; returns how many. to has
 * room for size bytes. */
size_t output_plain(char *to, const char *text, size_t size);

#endif
