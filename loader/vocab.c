#include "vocab.h"

#include <stdbool.h>
#include <string.h>

#include "arena.h"

vocab_t *vocab_new(void) {
    arena_t *arena = arena_new();
    vocab_t *vocab = arena_alloc(arena, sizeof *vocab);
    *vocab = (vocab_t){.arena = arena, .mask = (1u << 17) - 1, .room = 1u << 14};
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

/* Eight bytes at a time; the last overlap those before, so that no byte behind the word is looked at. */
static bool same_rest(const char *known, const char *word, size_t size) {
    for (size_t at = VOCAB_SHORT; at + 8 < size; at += 8)
        if (eight_at(known + at) != eight_lower(eight_at(word + at)))
            return false;
    return eight_at(known + size - 8) == eight_lower(eight_at(word + size - 8));
}

/* Rare, as slot_at_end, and kept apart so that the other way needs no stack. */
__attribute__((noinline)) static vocab_slot_t *long_slot(const vocab_t *vocab, const char *word, size_t size) {
    uint64_t begin = eight_lower(eight_at(word)), more = eight_lower(eight_at(word + 8)), hash = vocab_mix(begin, more);
    for (size_t at = VOCAB_SHORT; at + 8 < size; at += 8)
        hash = vocab_mix(hash ^ hash >> 32, eight_lower(eight_at(word + at)));
    hash = vocab_mix(hash ^ hash >> 32, eight_lower(eight_at(word + size - 8)));
    for (uint64_t i = vocab_home(hash);; i++) {
        vocab_slot_t *slot = &vocab->slots[i & vocab->mask];
        if (!slot->number || (slot->begin == begin && slot->more == more && slot->size == size &&
                              same_rest(vocab->words[slot->number], word, size)))
            return slot;
    }
}

static inline vocab_slot_t *short_slot(const vocab_t *vocab, const char *word, size_t size) {
    size_t first = size < 8 ? size : 8;
    return vocab_short_slot(vocab, eight_lower(eight_first(word, first)),
                            eight_lower(eight_first(word + 8, size - first)), size);
}

__attribute__((noinline)) static vocab_slot_t *slot_at_end(const vocab_t *vocab, const char *word, size_t size) {
    char copy[VOCAB_SHORT] = {0};
    memcpy(copy, word, size);
    return short_slot(vocab, copy, size);
}

static inline vocab_slot_t *slot_of(const vocab_t *vocab, const char *word, size_t size, size_t room) {
    if (size > VOCAB_SHORT)
        return long_slot(vocab, word, size);
    return room < VOCAB_SHORT ? slot_at_end(vocab, word, size) : short_slot(vocab, word, size);
}

uint32_t vocab_find(const vocab_t *vocab, const char *word, size_t size, size_t room) {
    return (uint32_t)slot_of(vocab, word, size, room)->number;
}

static void grow(vocab_t *vocab) {
    uint32_t old = vocab->mask + 1;
    const vocab_slot_t *slots = vocab->slots;
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
    vocab_slot_t *slot = slot_of(vocab, word, size, size);
    if (slot->number)
        return (uint32_t)slot->number;
    if (vocab->count + 2 > vocab->room) {
        grow(vocab);
        slot = slot_of(vocab, word, size, size);
    }
    char *copy = arena_zalloc(vocab->arena, size < VOCAB_SHORT ? VOCAB_SHORT : size + 1);
    for (size_t i = 0; i < size; i++)
        copy[i] = (char)vocab_lower((unsigned char)word[i]);
    vocab->words[++vocab->count] = copy;
    *slot = (vocab_slot_t){eight_at(copy), eight_at(copy + 8), size, vocab->count};
    return vocab->count;
}
