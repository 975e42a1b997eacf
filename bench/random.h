/* Random numbers for the generator, the same on every machine: SplitMix64, a counter that steps by the golden ratio and
 * is mixed by two multiplications. Integers only. */
#ifndef SCODB_BENCH_RANDOM_H
#define SCODB_BENCH_RANDOM_H

#include <stdint.h>

static inline uint64_t random_mix(uint64_t x) {
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

static inline uint64_t random_next(uint64_t *state) {
    return random_mix(*state += 0x9e3779b97f4a7c15u);
}

/* 0 ... below - 1 */
static inline uint32_t random_below(uint64_t *state, uint32_t below) {
    return (uint32_t)(((random_next(state) >> 32) * below) >> 32);
}

/* A start of its own for each thing that is to be the same wherever it occurs. */
static inline uint64_t random_seed(uint64_t seed, uint64_t thing) {
    return random_mix(seed ^ random_mix(thing + 0x9e3779b97f4a7c15u));
}

#endif
