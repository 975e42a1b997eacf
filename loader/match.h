/* Runs the stages over the items of a sentence, one after the other.
 *
 * At each place the match that is best by priority, then length, then the order of the rules is folded into one item;
 * scanning goes on behind it. A match spans at most MATCH_MAX items, so the time is linear in the text whatever the text.
 * Most items begin no match in any stage: which stages may begin at an item, by its look and those behind it, is known
 * before a stage runs, and stages that can begin nowhere in a sentence are left out. */
#ifndef SCODB_LOADER_MATCH_H
#define SCODB_LOADER_MATCH_H

#include "rules.h"

enum { MATCH_MAX = 400 };

typedef struct matcher matcher_t; /* all stages, one thread */

matcher_t *matcher_new(const lexicon_t *lexicon, const rules_t *rules);
void matcher_free(matcher_t *matcher);

/* The items after the stages [0, stages), and how many: new ones in arena, or the same array if nothing matched. Mentions
 * live in arena and point into the old items, which must stay. */
item_t *matcher_run(matcher_t *matcher, int stages, item_t *items, int *count, arena_t *arena);

#endif
