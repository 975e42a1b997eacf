/* A small hash of a few numbers or bytes: FNV-1a, 32 bits (Fowler, Noll, Vo). */
#ifndef SCODB_LOADER_FNV_H
#define SCODB_LOADER_FNV_H

#include <stdint.h>

#define FNV_SEED 0x811c9dc5u

static inline uint32_t fnv_add(uint32_t hash, uint32_t value) {
    return (hash ^ value) * 0x01000193u;
}

#endif
