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

/* What hints of a class in tokens [first, last) stand for: one bit each. */
static uint64_t hinted(const relate_t *r, uint16_t class, int first, int last) {
    const hints_t *hints = &r->a->hints;
    uint64_t set = 0;
    for (int i = first_hint(hints, first); i < hints->count && hints->at[i].first < last; i++)
        if (hints->at[i].class == class && hints->at[i].last <= last)
            set |= 1ull << hints->at[i].entity;
    return set;
}

static bool has_act(const event_rule_t *rule, const char *act) {
    for (int i = 0; i < rule->acts.count; i++)
        if (!strcmp(rule->acts.at[i], act))
            return true;
    return false;
}

static const char *category_of(const lexicon_t *lexicon, const char *act, uint64_t verb, uint64_t words) {
    for (int i = 0; i < lexicon->events.count; i++) {
        const event_rule_t *rule = &lexicon->events.at[i];
        if (!(rule->verb & ~verb) && !(rule->words & ~words) && has_act(rule, act))
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
    uint64_t of_verb = hinted(r, CLASS_signal, verb, verb_end);
    statement->category = category_of(r->lexicon, statement->act ? statement->act : "none", of_verb,
                                      hinted(r, CLASS_signal, first, last));
    uint64_t topics = hinted(r, CLASS_topic, first, last);
    for (int i = 0; i < r->lexicon->topics.count; i++)
        if (topics >> i & 1)
            add_sorted(r->arena, &statement->topics, r->lexicon->topics.at[i].name);
}
