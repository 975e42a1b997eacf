#include "coding.h"

/* The first hint that does not begin before a token; their number if there is none. Looked for from where the one before was
 * found: statements come in the order of the text, or nearly so. */
static int first_hint(relate_t *r, int token) {
    const hints_t *hints = &r->a->hints;
    int i = r->hint;
    while (i < hints->count && hints->at[i].first < token)
        i++;
    while (i > 0 && hints->at[i - 1].first >= token)
        i--;
    return r->hint = i;
}

typedef struct told {
    uint64_t topics, signals; /* one bit each: by the place of a topic, by the number of a signal */
} told_t;

/* What the hints in tokens [first, last) tell. */
static told_t told_in(relate_t *r, int first, int last) {
    const hints_t *hints = &r->a->hints;
    told_t told = {0};
    for (int i = first_hint(r, first); i < hints->count && hints->at[i].first < last; i++) {
        const hint_t *hint = &hints->at[i];
        uint64_t inside = hint->last <= last;
        if (hint->class == CLASS_topic)
            told.topics |= inside << r->lexicon->topics.at[hint->entity].place;
        else
            told.signals |= inside << hint->entity;
    }
    return told;
}

/* The category of the first rule of an act that wants no other signals than these. */
static const char *category_of(const lexicon_t *lexicon, int act, uint64_t verb, uint64_t words) {
    const event_rule_t *none = act == NONE ? NULL : &lexicon->eventless[act];
    if (!none || !((none->verb & verb) | (none->words & words))) /* mostly */
        return none ? none->category : NULL;
    for (int i = 0; i < lexicon->events[act].count; i++) {
        const event_rule_t *rule = &lexicon->events[act].at[i];
        if (!((rule->verb & ~verb) | (rule->words & ~words)))
            return rule->category;
    }
    return NULL;
}

/* Sorted, since their bits are, with no more room than they need. */
static strings_t topic_names(const relate_t *r, uint64_t topics) {
    int count = __builtin_popcountll(topics), n = 0;
    const char **names = topics ? arena_alloc(r->arena, sizeof *names * (size_t)count) : NULL;
    for (; topics; topics &= topics - 1)
        names[n++] = r->lexicon->topic_names[__builtin_ctzll(topics)];
    return (strings_t){names, count, count};
}

void code_statement(relate_t *r, statement_t *statement, int act, int verb, int verb_end, int first, int last) {
    uint64_t of_verb = verb < verb_end ? told_in(r, verb, verb_end).signals : 0; /* mostly before the words */
    told_t words = told_in(r, first, last);
    statement->category = category_of(r->lexicon, act, of_verb, words.signals);
    statement->topics = topic_names(r, words.topics);
}
