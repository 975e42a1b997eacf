/* How a match is shared out among the parts that its rule names.
 *
 * That depends on the letters alone, so it is worked out once for all matches of a rule over the same letters and kept:
 * texts say the same in a few ways. The search goes through the rule's code over the match, and visits each pair of
 * instruction and item once at most. */
#ifndef SCODB_LOADER_PARTS_H
#define SCODB_LOADER_PARTS_H

#include "automaton.h"

typedef uint32_t spot_t; /* the look of an item of the sentence in work */

/* Items are counted from the first of the match. */
typedef struct piece {
    capture_t name;
    int first, count;
} piece_t;

typedef struct sharing {
    const rule_t *rule;
    const int *letters;
    int length;      /* items of the match, and letters */
    int first, last; /* what is folded of it */
    int count;
    const piece_t *pieces; /* in the order of the text */
    struct sharing *older; /* the one found before it whose letters have the same hash */
} sharing_t;

typedef struct parts parts_t;

parts_t *parts_new(void);
void parts_free(parts_t *parts);

/* The parts of a match of a rule of the automaton's stage; borrowed until the next call. */
const sharing_t *parts_find(parts_t *parts, const automaton_t *automaton, const rule_t *rule, const spot_t *spots,
                            int length);

#endif
