#include "vocab.h"

#include <stdbool.h>
#include <string.h>

#include "arena.h"

typedef struct slot {
    uint32_t hash, number;
} slot_t;

typedef struct entry {
    const char *word;
    size_t size;
} entry_t;

struct vocab {
    arena_t *arena; /* holds this struct and all below */
    slot_t *slots; /* open addressing, at most half full; number 0 is empty */
    uint32_t mask;
    entry_t *entries; /* by number */
    uint32_t count, room;
};

vocab_t *vocab_new(void) {
    arena_t *arena = arena_new();
    vocab_t *vocab = arena_alloc(arena, sizeof *vocab);
    *vocab = (vocab_t){.arena = arena, .mask = (1u << 15) - 1, .room = 1u << 14};
    vocab->slots = arena_zalloc(arena, (vocab->mask + 1) * sizeof *vocab->slots);
    vocab->entries = arena_alloc(arena, vocab->room * sizeof *vocab->entries);
    vocab->entries[0] = (entry_t){arena_strdup(arena, ""), 0};
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
    return vocab->entries[number].word;
}

uint32_t vocab_hash(const char *word, size_t size) {
    uint32_t hash = VOCAB_SEED;
    for (size_t i = 0; i < size; i++)
        hash = vocab_hash_step(hash, (unsigned char)word[i]);
    return hash;
}

static bool same(const entry_t *entry, const char *word, size_t size) {
    if (entry->size != size)
        return false;
    if (!memcmp(entry->word, word, size)) /* but for capitals */
        return true;
    for (size_t i = 0; i < size; i++)
        if ((unsigned char)entry->word[i] != vocab_lower((unsigned char)word[i]))
            return false;
    return true;
}

static slot_t *slot_of(const vocab_t *vocab, const char *word, size_t size, uint32_t hash) {
    uint32_t at = hash & vocab->mask;
    while (vocab->slots[at].number &&
           (vocab->slots[at].hash != hash || !same(&vocab->entries[vocab->slots[at].number], word, size)))
        at = (at + 1) & vocab->mask;
    return &vocab->slots[at];
}

uint32_t vocab_find(const vocab_t *vocab, const char *word, size_t size, uint32_t hash) {
    return slot_of(vocab, word, size, hash)->number;
}

static void grow(vocab_t *vocab) {
    uint32_t old = vocab->mask + 1;
    const slot_t *slots = vocab->slots;
    vocab->mask = old * 2 - 1;
    vocab->slots = arena_zalloc(vocab->arena, (size_t)old * 2 * sizeof *slots);
    for (uint32_t i = 0; i < old; i++) {
        uint32_t at = slots[i].hash & vocab->mask;
        if (!slots[i].number)
            continue;
        while (vocab->slots[at].number)
            at = (at + 1) & vocab->mask;
        vocab->slots[at] = slots[i];
    }
    entry_t *entries = arena_alloc(vocab->arena, vocab->room * 2 * sizeof *entries);
    vocab->entries = memcpy(entries, vocab->entries, vocab->room * sizeof *entries);
    vocab->room *= 2;
}

uint32_t vocab_add(vocab_t *vocab, const char *word, size_t size) {
    uint32_t hash = vocab_hash(word, size);
    slot_t *slot = slot_of(vocab, word, size, hash);
    if (slot->number)
        return slot->number;
    if (vocab->count + 2 > vocab->room) {
        grow(vocab);
        slot = slot_of(vocab, word, size, hash);
    }
    char *copy = arena_strndup(vocab->arena, word, size);
    for (size_t i = 0; i < size; i++)
        copy[i] = (char)vocab_lower((unsigned char)copy[i]);
    vocab->entries[++vocab->count] = (entry_t){copy, size};
    *slot = (slot_t){hash, vocab->count};
    return vocab->count;
}
