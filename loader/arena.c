#include "arena.h"

#include <stdlib.h>

enum { FIRST_BLOCK = 64 * 1024, KEPT = 8 * 1024 * 1024 };

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

static void free_blocks(block_t *block) {
    while (block) {
        block_t *next = block->next;
        free(block);
        block = next;
    }
}

void arena_free(arena_t *arena) {
    if (arena)
        free_blocks(arena->blocks);
    free(arena);
}

/* Keeps the largest block (the newest), so that after a few documents no more memory is asked for, but not for ever what
 * an uncommonly large one took. */
void arena_reset(arena_t *arena) {
    block_t *kept = arena->blocks && arena->blocks->size <= KEPT ? arena->blocks : NULL;
    free_blocks(kept ? kept->next : arena->blocks);
    arena->blocks = kept;
    if (kept)
        *kept = (block_t){.size = kept->size};
}

/* Apart, so that arena_alloc has no registers to save. */
__attribute__((noinline)) static block_t *add_block(arena_t *arena, size_t size) {
    block_t *block = arena->blocks;
    size_t room = block ? block->size * 2 : FIRST_BLOCK;
    while (room < size)
        room *= 2;
    block = must_alloc(sizeof *block + room);
    *block = (block_t){.next = arena->blocks, .size = room};
    return arena->blocks = block;
}

void *arena_alloc(arena_t *arena, size_t size) {
    size = (size + _Alignof(max_align_t) - 1) / _Alignof(max_align_t) * _Alignof(max_align_t);
    block_t *block = arena->blocks;
    if (!block || block->size - block->used < size)
        block = add_block(arena, size);
    void *memory = (char *)block->bytes + block->used;
    block->used += size;
    return memory;
}

arena_t *arena_with_room(size_t size) {
    arena_t *arena = arena_new();
    (void)add_block(arena, size);
    return arena;
}
