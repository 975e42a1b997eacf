#include "map.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"

enum { FIRST_SLOTS = 256 };

typedef struct slot {
    const void *key;
    size_t size, round; /* empty, unless it is that of the map */
    uint64_t hash;
    int64_t number;
} slot_t;

struct map {
    slot_t *slots;
    size_t room, used; /* room is a power of two, at most two thirds of it used */
    size_t round;      /* one more each time that the map is cleared, which so costs nothing, however large it is */
    arena_t *keys;
};

map_t *map_new(void) {
    map_t *map = must_alloc(sizeof *map);
    *map = (map_t){.room = FIRST_SLOTS, .round = 1, .keys = arena_new()};
    map->slots = must_alloc(map->room * sizeof *map->slots);
    memset(map->slots, 0, map->room * sizeof *map->slots);
    return map;
}

void map_free(map_t *map) {
    if (!map)
        return;
    arena_free(map->keys);
    free(map->slots);
    free(map);
}

void map_clear(map_t *map) {
    map->round++;
    map->used = 0;
    arena_reset(map->keys);
}

/* Eight bytes at a time. */
static uint64_t hash_of(const void *key, size_t size) {
    const unsigned char *at = key;
    uint64_t hash = 0xcbf29ce484222325u ^ size;
    for (; size; at += size < 8 ? size : 8, size -= size < 8 ? size : 8) {
        uint64_t piece = 0;
        memcpy(&piece, at, size < 8 ? size : 8);
        hash = (hash ^ piece) * 0x9e3779b97f4a7c15u;
        hash ^= hash >> 32;
    }
    return hash;
}

/* The slot that holds the key, or the empty one where it belongs. */
static slot_t *slot_of(const map_t *map, const void *key, size_t size, uint64_t hash) {
    size_t at = hash & (map->room - 1);
    for (;; at = (at + 1) & (map->room - 1)) {
        slot_t *slot = &map->slots[at];
        if (slot->round != map->round || (slot->hash == hash && slot->size == size && !memcmp(slot->key, key, size)))
            return slot;
    }
}

static void grow(map_t *map) {
    map_t old = *map;
    map->room *= 2;
    map->slots = must_alloc(map->room * sizeof *map->slots);
    memset(map->slots, 0, map->room * sizeof *map->slots);
    for (size_t i = 0; i < old.room; i++)
        if (old.slots[i].round == old.round)
            *slot_of(map, old.slots[i].key, old.slots[i].size, old.slots[i].hash) = old.slots[i];
    free(old.slots);
}

int64_t *map_at(map_t *map, const void *key, size_t size) {
    if (map->used * 3 >= map->room * 2)
        grow(map);
    uint64_t hash = hash_of(key, size);
    slot_t *slot = slot_of(map, key, size, hash);
    if (slot->round != map->round) {
        *slot = (slot_t){.key = arena_strndup(map->keys, key, size), .size = size, .round = map->round, .hash = hash};
        map->used++;
    }
    return &slot->number;
}
