#include "vocab.h"

#include <stdbool.h>
#include <string.h>

#include "arena.h"
#include "eight.h"

/* Most words are no longer than eight bytes, and are told from all others by what stands in their slot. */
typedef struct slot {
    uint64_t begin; /* the first eight bytes */
    uint32_t size, number;
} slot_t;

struct vocab {
    arena_t *arena; /* holds this struct and all below */
    slot_t *slots;  /* open addressing, at most half full; number 0 is empty */
    uint32_t mask;
    const char **words; /* by number; zeros behind them up to a multiple of eight bytes, one at least */
    uint32_t count, room;
};

vocab_t *vocab_new(void) {
    arena_t *arena = arena_new();
    vocab_t *vocab = arena_alloc(arena, sizeof *vocab);
    *vocab = (vocab_t){.arena = arena, .mask = (1u << 15) - 1, .room = 1u << 14};
    vocab->slots = arena_zalloc(arena, (vocab->mask + 1) * sizeof *vocab->slots);
    vocab->words = arena_alloc(arena, vocab->room * sizeof *vocab->words);
    vocab->words[0] = arena_strdup(arena, "");
    return vocab;
}

void vocab_free(vocab_t *vocab) {
    if (vocab)
        arena_free(vocab->arena);
}

uint32_t vocab_count(const vocab_t *vocab) {
    return vocab->count;
}

const char *vocab_word(const vocab_t *vocab, uint32_t number) {
    return vocab->words[number];
}

/* Up to eight bytes of a word, capitals as small letters, zeros behind its end. */
static inline uint64_t part_of(const char *word, size_t size, size_t room) {
    return eight_lower(size >= 8 ? eight_at(word) : eight_first(word, size, room));
}

static inline uint64_t mix(uint64_t hash, uint64_t part) {
    return (hash ^ hash >> 32 ^ part) * 0x9E3779B97F4A7C15u;
}

static bool same_rest(const char *known, const char *word, size_t size, size_t room) {
    for (size_t at = 8; at < size; at += 8)
        if (eight_at(known + at) != part_of(word + at, size - at, room - at))
            return false;
    return true;
}

static slot_t *slot_of(const vocab_t *vocab, const char *word, size_t size, size_t room) {
    uint64_t begin = part_of(word, size, room), hash = mix(size, begin);
    for (size_t at = 8; at < size; at += 8)
        hash = mix(hash, part_of(word + at, size - at, room - at));
    for (uint32_t i = (uint32_t)(hash >> 32);; i++) {
        slot_t *slot = &vocab->slots[i & vocab->mask];
        if (!slot->number || (slot->begin == begin && slot->size == size &&
                              (size <= 8 || same_rest(vocab->words[slot->number], word, size, room))))
            return slot;
    }
}

uint32_t vocab_find(const vocab_t *vocab, const char *word, size_t size, size_t room) {
    if (size > 8)
        return slot_of(vocab, word, size, room)->number;
    uint64_t begin = part_of(word, size, room); /* slot_of for the most of words */
    for (uint32_t i = (uint32_t)(mix(size, begin) >> 32);; i++) {
        const slot_t *slot = &vocab->slots[i & vocab->mask];
        if ((slot->begin == begin && slot->size == size) || !slot->number)
            return slot->number;
    }
}

static void grow(vocab_t *vocab) {
    uint32_t old = vocab->mask + 1;
    const slot_t *slots = vocab->slots;
    vocab->mask = old * 2 - 1;
    vocab->slots = arena_zalloc(vocab->arena, (size_t)old * 2 * sizeof *slots);
    for (uint32_t i = 0; i < old; i++)
        if (slots[i].number)
            *slot_of(vocab, vocab->words[slots[i].number], slots[i].size, slots[i].size) = slots[i];
    const char **words = arena_alloc(vocab->arena, vocab->room * 2 * sizeof *words);
    vocab->words = memcpy(words, vocab->words, vocab->room * sizeof *words);
    vocab->room *= 2;
}

uint32_t vocab_add(vocab_t *vocab, const char *word, size_t size) {
    slot_t *slot = slot_of(vocab, word, size, size);
    if (slot->number)
        return slot->number;
    if (vocab->count + 2 > vocab->room) {
        grow(vocab);
        slot = slot_of(vocab, word, size, size);
    }
    char *copy = arena_zalloc(vocab->arena, size / 8 * 8 + 8);
    for (size_t i = 0; i < size; i++)
        copy[i] = (char)vocab_lower((unsigned char)word[i]);
    vocab->words[++vocab->count] = copy;
    *slot = (slot_t){part_of(word, size, size), (uint32_t)size, vocab->count};
    return vocab->count;
}
