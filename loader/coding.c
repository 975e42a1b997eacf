#include "coding.h"

#include <string.h>

/* The first hint that does not begin before a token; their number if there is none. */
static int first_hint(const hints_t *hints, int token) {
    int low = 0, high = hints->count;
    while (low < high) {
        int middle = (low + high) / 2;
        if (hints->at[middle].first < token)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

typedef struct told {
    uint64_t topics, signals; /* one bit each */
} told_t;

/* What the hints in tokens [first, last) tell. */
static told_t told_in(const relate_t *r, int first, int last) {
    const hints_t *hints = &r->a->hints;
    told_t told = {0};
    for (int i = first_hint(hints, first); i < hints->count && hints->at[i].first < last; i++)
        if (hints->at[i].last <= last)
            *(hints->at[i].class == CLASS_topic ? &told.topics : &told.signals) |= 1ull << hints->at[i].entity;
    return told;
}

static const char *category_of(const lexicon_t *lexicon, unsigned act, uint64_t verb, uint64_t words) {
    for (int i = 0; i < lexicon->events.count; i++) {
        const event_rule_t *rule = &lexicon->events.at[i];
        if (rule->acts & act && !(rule->verb & ~verb) && !(rule->words & ~words))
            return rule->category;
    }
    return NULL;
}

static void add_sorted(arena_t *arena, strings_t *list, const char *text) {
    (void)list_add(arena, list);
    int i = list->count - 1;
    for (; i > 0 && strcmp(list->at[i - 1], text) > 0; i--)
        list->at[i] = list->at[i - 1];
    list->at[i] = text;
}

void code_statement(const relate_t *r, statement_t *statement, int verb, int verb_end, int first, int last) {
    told_t words = told_in(r, first, last);
    uint64_t of_verb = verb < verb_end ? told_in(r, verb, verb_end).signals : 0;
    statement->category =
        category_of(r->lexicon, speech_act_bit(statement->act ? statement->act : "none"), of_verb, words.signals);
    for (int i = 0; words.topics >> i; i++)
        if (words.topics >> i & 1)
            add_sorted(r->arena, &statement->topics, r->lexicon->topics.at[i].name);
}
