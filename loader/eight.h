/* Eight bytes of a text at a time, as one number: most of a text is plain, and so is found to be by a few operations. */
#ifndef SCODB_LOADER_EIGHT_H
#define SCODB_LOADER_EIGHT_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#define EIGHT_ONES 0x0101010101010101u
#define EIGHT_TOPS 0x8080808080808080u /* the highest bit of each byte */

static inline uint64_t eight_at(const char *text) {
    uint64_t bytes;
    memcpy(&bytes, text, sizeof bytes);
    return bytes;
}

/* True if one of the bytes is less than limit, which is at most 128. */
static inline bool eight_has_below(uint64_t bytes, unsigned limit) {
    return (bytes - EIGHT_ONES * limit) & ~bytes & EIGHT_TOPS;
}

static inline bool eight_has(uint64_t bytes, unsigned char byte) {
    return eight_has_below(bytes ^ EIGHT_ONES * byte, 1);
}

/* How many of the bytes go on with a character of UTF-8. */
static inline uint32_t eight_inner(uint64_t bytes) {
    return (uint32_t)(((bytes >> 7 & ~bytes >> 6 & EIGHT_ONES) * EIGHT_ONES) >> 56);
}

#endif
