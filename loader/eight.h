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

/* The same, the first in the lowest byte. */
static inline uint64_t eight_get(const char *text) {
    uint64_t bytes = eight_at(text);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    bytes = __builtin_bswap64(bytes);
#endif
    return bytes;
}

/* Writes them, the lowest byte first. */
static inline void eight_put(char *to, uint64_t bytes) {
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    bytes = __builtin_bswap64(bytes);
#endif
    memcpy(to, &bytes, sizeof bytes);
}

/* The digits of a number below 10^8, the first in the lowest byte: it is halved into numbers of four, two and one digits,
 * which stand side by side. */
static inline uint64_t eight_digits(uint32_t number) {
    uint64_t fours = number / 10000 | (uint64_t)(number % 10000) << 32;
    uint64_t upper = fours * 10486 >> 20 & 0x0000007f0000007f;
    uint64_t pairs = upper | (fours - upper * 100) << 16;
    uint64_t tens = pairs * 103 >> 10 & 0x000f000f000f000f;
    return tens | (pairs - tens * 10) << 8;
}

/* All bits of the first bytes, up to eight. */
static inline uint64_t eight_keep(size_t size) {
    static const unsigned char keep[16] = {255, 255, 255, 255, 255, 255, 255, 255};
    return eight_at((const char *)keep + 8 - size);
}

/* The first of them, and zeros for the others. */
static inline uint64_t eight_first(const char *text, size_t size) {
    return eight_at(text) & eight_keep(size);
}

/* ASCII capitals as small letters. */
static inline uint64_t eight_lower(uint64_t bytes) {
    uint64_t low = bytes & ~EIGHT_TOPS, from_a = low + EIGHT_ONES * (128 - 'A'), past_z = low + EIGHT_ONES * (127 - 'Z');
    return bytes | ((from_a ^ past_z) & ~bytes & EIGHT_TOPS) >> 2;
}

/* The first, which is a letter of ASCII, as a small one. */
static inline uint64_t eight_first_small(uint64_t bytes) {
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    return bytes | (uint64_t)0x20 << 56;
#else
    return bytes | 0x20;
#endif
}

/* How many of them are small letters of ASCII, before the first that is none. */
static inline uint32_t eight_small(uint64_t bytes) {
    uint64_t low = bytes & ~EIGHT_TOPS, from_a = low + EIGHT_ONES * (128 - 'a'), past_z = low + EIGHT_ONES * (127 - 'z');
    uint64_t others = (~(from_a ^ past_z) | bytes) & EIGHT_TOPS;
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    return others ? (uint32_t)__builtin_clzll(others) / 8 : 8;
#else
    return others ? (uint32_t)__builtin_ctzll(others) / 8 : 8;
#endif
}

/* Which byte is the first whose highest bit is set, of marks that are not zero. */
static inline size_t eight_first_mark(uint64_t marks) {
    return (size_t)__builtin_ctzll(marks) / 8;
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

/* Sixteen bytes side by side, as GNU C has them: for what is done to all of a long text. */
typedef uint8_t sixteen_t __attribute__((vector_size(16)));

static inline sixteen_t sixteen_at(const char *text) {
    sixteen_t bytes;
    memcpy(&bytes, text, sizeof bytes);
    return bytes;
}

/* True if a bit is set in one of them. */
static inline bool sixteen_any(sixteen_t bytes) {
    uint64_t halves[2];
    memcpy(halves, &bytes, sizeof halves);
    return halves[0] | halves[1];
}

/* Which of them are small letters of ASCII, one bit each, into two bytes. */
static inline void sixteen_small(sixteen_t bytes, char bits[2]) {
    const uint64_t gather = 0x0102040810204080u; /* the lowest bit of each byte into the highest byte */
    sixteen_t small = (sixteen_t)(bytes - 'a' < 26);
    char marks[16];
    memcpy(marks, &small, sizeof marks);
    bits[0] = (char)((eight_get(marks) & EIGHT_ONES) * gather >> 56);
    bits[1] = (char)((eight_get(marks + 8) & EIGHT_ONES) * gather >> 56);
}

#endif
