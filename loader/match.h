/* Runs a stage over the items of a sentence.
 *
 * All rules of a stage are one automaton over items; its deterministic states are made when a text first needs them and
 * kept (per thread). At each place the match that is best by priority, then length, then the order of the rules is
 * folded into one item; scanning goes on behind it. A match spans at most MATCH_MAX items, so the time is linear in the
 * text whatever the text. Parts are found by a second pass over the match alone, which visits each pair of instruction
 * and item once at most. The method is that of R. Cox, "Regular Expression Matching in the Wild" (2010). */
#ifndef SCODB_LOADER_MATCH_H
#define SCODB_LOADER_MATCH_H

#include "rules.h"

enum { MATCH_MAX = 400 };

typedef struct matcher matcher_t; /* one stage, one thread */

matcher_t *matcher_new(const lexicon_t *lexicon, const stage_t *stage);
void matcher_free(matcher_t *matcher);

/* The items after this stage, and how many: new ones in arena, or the same array if nothing matched. Mentions live in
 * arena and point into the old items, which must stay. */
item_t *matcher_run(matcher_t *matcher, item_t *items, int *count, arena_t *arena);

/* How often a rule of the stage was folded since matcher_new, and how many tokens that took in. */
typedef struct hits {
    uint64_t matches, tokens;
} hits_t;
hits_t matcher_hits(const matcher_t *matcher, int rule);

#endif
