/* A line of JSON in the making: memory that grows and is used again. */
#ifndef SCODB_LOADER_OUTPUT_H
#define SCODB_LOADER_OUTPUT_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Starts as all zero, given back by free(bytes). */
typedef struct output {
    char *bytes;
    size_t size, room;
} output_t;

void output_grow(output_t *out, size_t room);

/* Makes sure that so many bytes may be added. */
static inline void output_room(output_t *out, size_t more) {
    if (out->room - out->size < more)
        output_grow(out, out->size + more);
}

static inline void output_add(output_t *out, const char *bytes, size_t size) {
    output_room(out, size);
    memcpy(out->bytes + out->size, bytes, size);
    out->size += size;
}

static inline void output_char(output_t *out, char c) {
    output_room(out, 1);
    out->bytes[out->size++] = c;
}

/* Writes a number where there is room for OUTPUT_DIGITS bytes; returns the end of its digits. */
enum { OUTPUT_DIGITS = 16 };
char *output_digits(char *to, uint32_t number);

void output_string(output_t *out, const char *text); /* valid UTF-8; with its quotes, as JSON has it */

/* Bytes up to the first that stands in a string of JSON only with a backslash, or the end. */
size_t output_plain_size(const char *text, size_t size);

#endif
