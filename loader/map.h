/* A hash table from strings of bytes to numbers. Keys are copied. */
#ifndef SCODB_LOADER_MAP_H
#define SCODB_LOADER_MAP_H

#include <stddef.h>
#include <stdint.h>

typedef struct map map_t;

map_t *map_new(void);
void map_free(map_t *map);
void map_clear(map_t *map);

/* The place of the key's number, 0 if the key is new; valid until the next call. */
int64_t *map_at(map_t *map, const void *key, size_t size);

#endif
