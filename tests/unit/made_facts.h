/* Facts of documents that no extraction has seen, for tests of the store: the same number and version give the same
 * document. They are made to collide: few people, organizations under several names, meetings that share keys, sentences
 * in several documents. */
#ifndef SCODB_TESTS_MADE_FACTS_H
#define SCODB_TESTS_MADE_FACTS_H

#include "facts.h"

facts_t *made_facts(arena_t *arena, int number, int version);

typedef struct random {
    uint64_t state;
} random_t;
uint32_t random_below(random_t *random, uint32_t end);

#endif
