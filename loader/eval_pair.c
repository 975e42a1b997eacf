#include <stdlib.h>

#include "eval_parts.h"

typedef struct pair {
    double fit;
    int wanted, found;
} pair_t;

typedef LIST(pair_t) pairs_t;

static int by_fit(const void *a, const void *b) {
    const pair_t *x = a, *y = b;
    if (x->fit != y->fit)
        return x->fit > y->fit ? -1 : 1;
    return x->wanted != y->wanted ? x->wanted - y->wanted : x->found - y->found;
}

static pairs_t all_pairs(const rows_t *wanted, const rows_t *found, match_t *match, const void *context,
                         arena_t *arena) {
    pairs_t pairs = {0};
    for (int i = 0; i < wanted->count; i++)
        for (int k = 0; k < found->count; k++) {
            double fit = match(context, &wanted->at[i], &found->at[k]);
            if (fit > 0)
                *list_add(arena, &pairs) = (pair_t){fit, i, k};
        }
    if (pairs.count)
        qsort(pairs.at, (size_t)pairs.count, sizeof *pairs.at, by_fit);
    return pairs;
}

pairing_t pair_rows(const rows_t *wanted, const rows_t *found, match_t *match, const void *context, arena_t *arena,
                    tally_t *tally) {
    pairing_t pairing = {arena_alloc(arena, sizeof(int) * (size_t)(wanted->count + 1)),
                         arena_zalloc(arena, sizeof(bool) * (size_t)(found->count + 1))};
    tally->found += found->count;
    for (int i = 0; i < wanted->count; i++) {
        pairing.found_for[i] = NONE;
        tally->wanted += !wanted->at[i].optional;
    }
    pairs_t pairs = all_pairs(wanted, found, match, context, arena);
    for (int i = 0; i < pairs.count; i++) {
        const pair_t *pair = &pairs.at[i];
        if (pairing.found_for[pair->wanted] != NONE || pairing.is_used[pair->found])
            continue;
        pairing.found_for[pair->wanted] = pair->found;
        pairing.is_used[pair->found] = true;
        if (wanted->at[pair->wanted].optional)
            tally->found--;
        else
            tally->right++;
    }
    return pairing;
}
