/* The words that the lexicon and the rules know, numbered from 1. Small letters only; looked up while scanning. */
#ifndef SCODB_LOADER_VOCAB_H
#define SCODB_LOADER_VOCAB_H

#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "eight.h"

/* Nearly all words are no longer than sixteen bytes, and are told from all others by what stands in their slot. */
enum { VOCAB_SHORT = 16 };
typedef struct vocab_slot {
    uint64_t begin, more; /* the first eight bytes, the next eight; zeros behind the end */
    uint64_t size, number;
} vocab_slot_t;

typedef struct vocab {
    arena_t *arena;      /* holds this struct and all below */
    vocab_slot_t *slots; /* open addressing, at most an eighth full; number 0 is empty */
    uint32_t mask;
    const char **words; /* by number */
    uint32_t count, room;
} vocab_t;

vocab_t *vocab_new(void);
void vocab_free(vocab_t *vocab);
uint32_t vocab_count(const vocab_t *vocab); /* the highest number */

/* The number of a word of size bytes, 0: it is not known. ASCII capitals count as small. room: bytes that may be read from
 * word on, size or more. */
uint32_t vocab_find(const vocab_t *vocab, const char *word, size_t size, size_t room);
uint32_t vocab_add(vocab_t *vocab, const char *word, size_t size); /* the word's number, old or new */
const char *vocab_word(const vocab_t *vocab, uint32_t number);      /* borrowed */

static inline uint64_t vocab_mix(uint64_t hash, uint64_t part) {
    return (hash ^ part) * 0x9E3779B97F4A7C15u;
}

/* Where to look for a hash first: by its highest bits, since each bit of a product comes only from those below it. */
static inline uint64_t vocab_home(uint64_t hash) {
    return __builtin_bswap64(hash);
}

/* The slot of a word of up to VOCAB_SHORT bytes, given as two numbers: here, since most of the time it is asked for while
 * tokens are cut. */
static inline vocab_slot_t *vocab_short_slot(const vocab_t *vocab, uint64_t begin, uint64_t more, size_t size) {
    for (uint64_t i = vocab_home(vocab_mix(begin, more << 23 | more >> 41));; i++) {
        vocab_slot_t *slot = &vocab->slots[i & vocab->mask];
        uint64_t other = (slot->begin ^ begin) | (slot->more ^ more) | (slot->size ^ size);
        if (!(other & -(uint64_t)!!slot->number)) /* the word, or none: one branch, nearly always taken */
            return slot;
    }
}

static inline unsigned char vocab_lower(unsigned char byte) {
    return byte >= 'A' && byte <= 'Z' ? (unsigned char)(byte | 0x20) : byte;
}

#endif
