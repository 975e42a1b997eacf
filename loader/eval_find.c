/* All places are in chains of those that begin with the same GRAM bytes, as a hash tells, in the order of the text. A piece
 * that is shorter is searched for as it is. */
#include <string.h>

#include "arena.h"
#include "eval_parts.h"

enum { GRAM = 16 };

static uint32_t hash_of(const char *at, uint32_t mask) {
    uint64_t parts[2];
    memcpy(parts, at, sizeof parts);
    uint64_t hash = (parts[0] ^ (parts[1] * 0x9E3779B97F4A7C15u)) * 0xD6E8FEB86659FD93u;
    return (uint32_t)(hash >> 32) & mask;
}

finder_t finder_of(const char *text, size_t size, arena_t *arena) {
    finder_t finder = {.text = text, .size = size, .mask = 255};
    while (finder.mask < size)
        finder.mask = finder.mask * 2 + 1;
    finder.heads = arena_zalloc(arena, ((size_t)finder.mask + 1) * sizeof *finder.heads);
    finder.next = arena_alloc(arena, (size + 1) * sizeof *finder.next);
    for (size_t at = size < GRAM ? 0 : size - GRAM + 1; at-- > 0;) {
        uint32_t *head = &finder.heads[hash_of(text + at, finder.mask)];
        finder.next[at] = *head;
        *head = (uint32_t)at + 1;
    }
    return finder;
}

static size_t search(const finder_t *finder, const char *piece, size_t size, size_t from) {
    const char *at = from < finder->size ? memmem(finder->text + from, finder->size - from, piece, size) : NULL;
    return at ? (size_t)(at - finder->text) : FIND_NONE;
}

/* The first in the rest of a chain that is the piece. */
static size_t follow(const finder_t *finder, const char *piece, size_t size, uint32_t link) {
    for (; link; link = finder->next[link - 1])
        if (size <= finder->size - (link - 1) && !memcmp(finder->text + link - 1, piece, size))
            return link - 1;
    return FIND_NONE;
}

size_t finder_first(const finder_t *finder, const char *piece, size_t size) {
    return size < GRAM ? search(finder, piece, size, 0)
                       : follow(finder, piece, size, finder->heads[hash_of(piece, finder->mask)]);
}

size_t finder_after(const finder_t *finder, const char *piece, size_t size, size_t at) {
    return size < GRAM ? search(finder, piece, size, at + 1) : follow(finder, piece, size, finder->next[at]);
}
