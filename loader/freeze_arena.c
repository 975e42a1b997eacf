#include <stdlib.h>

#include "freeze.h"

struct arena {
    arena_t *next;
    piece_t *pieces; /* in the order of time */
    size_t count, room;
};

static arena_t *arenas;

arena_t *arena_new(void) {
    arena_t *arena = must_alloc(sizeof *arena);
    *arena = (arena_t){.next = arenas};
    return arenas = arena;
}

void arena_reset(arena_t *arena) {
    while (arena->count)
        free((void *)arena->pieces[--arena->count].at);
}

void arena_free(arena_t *arena) {
    if (!arena)
        return;
    arena_t **link = &arenas;
    while (*link != arena)
        link = &(*link)->next;
    *link = arena->next;
    arena_reset(arena);
    free(arena->pieces);
    free(arena);
}

void *arena_alloc(arena_t *arena, size_t size) {
    size = (size + _Alignof(max_align_t) - 1) / _Alignof(max_align_t) * _Alignof(max_align_t);
    if (arena->count == arena->room) {
        arena->room = arena->room ? arena->room * 2 : 64;
        arena->pieces = must_realloc(arena->pieces, arena->room * sizeof *arena->pieces);
    }
    void *memory = memset(must_alloc(size), 0, size);
    arena->pieces[arena->count++] = (piece_t){(uintptr_t)memory, size};
    return memory;
}

bool arena_exists(uintptr_t at) {
    const arena_t *arena = arenas;
    while (arena && (uintptr_t)arena != at)
        arena = arena->next;
    return arena != NULL;
}

static int by_address(const void *a, const void *b) {
    const piece_t *x = a, *y = b;
    return (x->at > y->at) - (x->at < y->at);
}

void sort_pieces(pieces_t *pieces) {
    qsort(pieces->at, pieces->count, sizeof *pieces->at, by_address);
}

pieces_t arena_pieces(void) {
    pieces_t all = {0};
    for (const arena_t *arena = arenas; arena; arena = arena->next) {
        all.at = must_realloc(all.at, (all.count + arena->count) * sizeof *all.at);
        if (arena->count)
            memcpy(all.at + all.count, arena->pieces, arena->count * sizeof *all.at);
        all.count += arena->count;
    }
    sort_pieces(&all);
    return all;
}
