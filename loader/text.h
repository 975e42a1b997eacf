/* From bytes to text: valid UTF-8 without NUL, control characters and byte-order mark, line ends as '\n'. Nothing is
 * guessed: bytes are UTF-8 unless a byte-order mark or the caller says otherwise. */
#ifndef SCODB_LOADER_TEXT_H
#define SCODB_LOADER_TEXT_H

#include <stdint.h>

#include "arena.h"
#include "limits.h"

typedef struct text {
    char *bytes; /* NUL-terminated */
    size_t size; /* the NUL not counted */
} text_t;

/* 1 if iconv knows the encoding by this name. */
int text_knows(const char *encoding);

/* Decodes bytes into out, whose memory comes from arena. A byte-order mark goes before encoding, which may be NULL.
 * Returns 0, or -1 with a one-line reason in why; the bytes that it names are counted from 0. */
int text_decode(const char *bytes, size_t size, const char *encoding, arena_t *arena, text_t *out, char why[LIMIT_WHY]);

/* The same of UTF-8 in memory that the text may keep, a byte behind it for the NUL. */
int text_keep(text_t *text, char why[LIMIT_WHY]);

/* 1 if the bytes start with a byte-order mark. */
int text_has_mark(const char *bytes, size_t size);

/* 1 if text_decode would leave the bytes as they are. */
int text_is_clean(const char *bytes, size_t size);

/* Bytes of the character that starts at text (left bytes remain), 0 if it is not valid UTF-8. */
size_t text_character(const char *text, size_t left);
int text_is_utf8(const char *text, size_t size);
uint32_t text_length(const char *text, size_t size); /* code points of valid UTF-8 */

#endif
