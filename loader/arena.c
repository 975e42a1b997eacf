#include "arena.h"

#include <stdlib.h>

enum { FIRST_BLOCK = 64 * 1024 };

typedef struct block {
    struct block *next;
    size_t size, used;
    max_align_t bytes[];
} block_t;

struct arena {
    block_t *blocks; /* the one in use first */
};

arena_t *arena_new(void) {
    arena_t *arena = must_alloc(sizeof *arena);
    arena->blocks = NULL;
    return arena;
}

void arena_free(arena_t *arena) {
    if (!arena)
        return;
    while (arena->blocks) {
        block_t *next = arena->blocks->next;
        free(arena->blocks);
        arena->blocks = next;
    }
    free(arena);
}

/* Keeps the largest block (the newest), so that after a few documents no more memory is asked for. */
void arena_reset(arena_t *arena) {
    if (!arena->blocks)
        return;
    while (arena->blocks->next) {
        block_t *next = arena->blocks->next;
        arena->blocks->next = next->next;
        free(next);
    }
    arena->blocks->used = 0;
}

void *arena_alloc(arena_t *arena, size_t size) {
    size = (size + _Alignof(max_align_t) - 1) / _Alignof(max_align_t) * _Alignof(max_align_t);
    block_t *block = arena->blocks;
    if (!block || block->size - block->used < size) {
        size_t room = block ? block->size * 2 : FIRST_BLOCK;
        while (room < size)
            room *= 2;
        block = must_alloc(sizeof *block + room);
        *block = (block_t){.next = arena->blocks, .size = room};
        arena->blocks = block;
    }
    void *memory = (char *)block->bytes + block->used;
    block->used += size;
    return memory;
}
