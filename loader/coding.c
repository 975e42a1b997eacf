#include "coding.h"

#include <string.h>

/* The first hint that does not begin before a token; their number if there is none. */
static int first_hint(const hints_t *hints, int token) {
    int low = 0;
    PASS(low, hints->count, middle, hints->at[middle].first < token);
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

/* The category of the first rule of an act that wants no other signals than these. */
static const char *category_of(const lexicon_t *lexicon, int act, uint64_t verb, uint64_t words) {
    for (int i = 0; act != NONE && i < lexicon->events[act].count; i++) {
        const event_rule_t *rule = &lexicon->events[act].at[i];
        if (!(rule->verb & ~verb) && !(rule->words & ~words))
            return rule->category;
    }
    return NULL;
}

/* Sorted, with no more room than they need. */
static strings_t topic_names(const relate_t *r, uint64_t topics) {
    strings_t names = {0};
    for (uint64_t left = topics; left; left &= left - 1)
        names.room++;
    names.at = topics ? arena_alloc(r->arena, sizeof *names.at * (size_t)names.room) : NULL;
    for (; topics; topics &= topics - 1) {
        const char *name = r->lexicon->topics.at[__builtin_ctzll(topics)].name;
        int i = names.count++;
        for (; i > 0 && strcmp(names.at[i - 1], name) > 0; i--)
            names.at[i] = names.at[i - 1];
        names.at[i] = name;
    }
    return names;
}

void code_statement(const relate_t *r, statement_t *statement, int act, int verb, int verb_end, int first, int last) {
    told_t words = told_in(r, first, last);
    uint64_t of_verb = verb < verb_end ? told_in(r, verb, verb_end).signals : 0;
    statement->category = category_of(r->lexicon, act, of_verb, words.signals);
    statement->topics = topic_names(r, words.topics);
}
