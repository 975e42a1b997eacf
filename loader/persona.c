#include "persona.h"

#include <stdlib.h>
#include <string.h>

/* ---- names ---- */

const char *persona_party(const persona_t *p) {
    return p->state ? p->state : p->organization ? p->organization : "";
}

bool persona_is_full(const persona_t *p) {
    return p->words.count > 1;
}

const char *persona_surname(const persona_t *p) {
    return p->words.at[p->words.count - 1];
}

static bool is_initial(const char *word) {
    return word[0] && !word[1];
}

bool persona_has_initial(const persona_t *p) {
    for (int i = 0; i < p->words.count; i++)
        if (is_initial(p->words.at[i]))
            return true;
    return false;
}

static void split(persona_t *p, arena_t *arena) {
    char *rest = arena_strdup(arena, p->key), *compact = arena_strdup(arena, p->key), *end = compact;
    for (char *word; (word = strtok_r(NULL, " ", &rest));) {
        *list_add(arena, &p->words) = word;
        end = stpcpy(end, word);
    }
    if (!p->words.count)
        *list_add(arena, &p->words) = "";
    *end = 0;
    p->compact = compact;
}

static int compare_words(const void *one, const void *other) {
    return strcmp(*(const char *const *)one, *(const char *const *)other);
}

const char *persona_sorted(const persona_t *p, arena_t *arena) {
    const char **words = arena_alloc(arena, (size_t)p->words.count * sizeof *words), *all = "";
    memcpy(words, p->words.at, (size_t)p->words.count * sizeof *words);
    qsort(words, (size_t)p->words.count, sizeof *words, compare_words);
    for (int i = 0; i < p->words.count; i++)
        all = arena_printf(arena, "%s %s", all, words[i]);
    return all;
}

strings_t persona_keys(const persona_t *persona, arena_t *arena) {
    persona_t p = *persona;
    strings_t keys = {0};
    p.words = (strings_t){0};
    split(&p, arena);
    if (persona_is_full(&p))
        *list_add(arena, &keys) = p.compact;
    for (int i = 0; i < p.words.count; i++)
        if (*persona_party(&p) && !is_initial(p.words.at[i]))
            *list_add(arena, &keys) = arena_printf(arena, "%s %s", p.words.at[i], persona_party(&p));
    if (persona->listed)
        *list_add(arena, &keys) = arena_printf(arena, "= %s", persona->listed);
    return keys;
}

/* The words of the one stand in the other in the same order, an initial for any word that begins so. */
bool persona_is_short_for(const persona_t *one, const persona_t *other) {
    int found = 0;
    for (int i = 0; i < other->words.count && found < one->words.count; i++) {
        const char *word = one->words.at[found], *whole = other->words.at[i];
        found += is_initial(word) ? *word == *whole : !strcmp(word, whole);
    }
    return found == one->words.count;
}

/* ---- who cannot be one ---- */

/* The ladder of offices: those two steps or more apart exclude each other; -1 goes with anything. */
static int level_of(const char *rank) {
    static const struct {
        const char *rank;
        int level;
    } ladder[] = {{"head of state", 0}, {"head of government", 1}, {"deputy head", 2},
                  {"minister", 2},      {"deputy minister", 4},    {"ambassador", 4}};
    for (size_t i = 0; rank && i < sizeof ladder / sizeof *ladder; i++)
        if (!strcmp(ladder[i].rank, rank))
            return ladder[i].level;
    return -1;
}

/* Held over the same years; one that begins in the year in which the other ends comes after it. */
static bool overlap(const struct span *a, const struct span *b) {
    if (!a->first || !b->first || a->first > b->last || b->first > a->last)
        return false;
    const struct span *early = a->first < b->first ? a : b, *late = early == a ? b : a;
    return !(early->first < late->first && early->last == late->first && early->last < late->last);
}

static bool exclude(const persona_t *one, const persona_t *other) {
    for (int i = 0; i < one->span_count; i++)
        for (int k = 0; k < other->span_count; k++) {
            const struct span *a = &one->spans[i], *b = &other->spans[k];
            if (a->level >= 0 && b->level >= 0 && abs(a->level - b->level) > 1 && overlap(a, b))
                return true;
        }
    return false;
}

static bool told_apart(const persona_t *one, const persona_t *other) {
    for (int i = 0, k = 0; i < one->alike.count && k < other->alike.count;) {
        if (one->alike.at[i] == other->alike.at[k])
            return true;
        if (one->alike.at[i] < other->alike.at[k])
            i++;
        else
            k++;
    }
    return false;
}

static bool corrected_apart(const persona_t *one, const persona_t *other) {
    for (int i = 0; i < one->apart.count; i++)
        for (int k = 0; k < other->apart.count; k++)
            if (one->apart.at[i] == (other->apart.at[k] ^ 1))
                return true;
    return false;
}

bool persona_are_two(const persona_t *one, const persona_t *other) {
    return told_apart(one, other) || corrected_apart(one, other);
}

bool persona_may_be(const persona_t *one, const persona_t *other) {
    bool both = one->group_listed && other->group_listed && strcmp(one->group_listed, other->group_listed);
    return !both && !exclude(one, other) && !persona_are_two(one, other);
}

/* ---- time ---- */

static int years_between(int first, int last, int other_first, int other_last) {
    if (!first || !other_first)
        return 0;
    return other_first > last ? other_first - last : first > other_last ? first - other_last : 0;
}

int persona_gap(const persona_t *one, const persona_t *other) {
    return years_between(one->first, one->last, other->first, other->last);
}

int persona_gap_in_office(const persona_t *p, const persona_t *group) {
    for (int i = 0; i < group->span_count; i++)
        if (p->post && !strcmp(group->spans[i].post, p->post))
            return years_between(p->year, p->year, group->spans[i].first, group->spans[i].last);
    return years_between(p->year, p->year, group->first, group->last);
}

static void widen(int *first, int *last, int other_first, int other_last) {
    *first = !*first || (other_first && other_first < *first) ? other_first : *first;
    *last = other_last > *last ? other_last : *last;
}

static void merge_spans(persona_t *into, const persona_t *from, arena_t *arena) {
    struct span *all = arena_alloc(arena, (size_t)(into->span_count + from->span_count) * sizeof *all);
    memcpy(all, into->spans, (size_t)into->span_count * sizeof *all);
    into->spans = all;
    for (int i = 0; i < from->span_count; i++) {
        const struct span *new = &from->spans[i];
        int at = 0;
        while (at < into->span_count && (strcmp(all[at].post, new->post) || all[at].level != new->level))
            at++;
        if (at == into->span_count)
            all[into->span_count++] = *new;
        else
            widen(&all[at].first, &all[at].last, new->first, new->last);
    }
    widen(&into->first, &into->last, from->first, from->last);
}

static int compare_ids(const void *one, const void *other) {
    const int64_t *a = one, *b = other;
    return (*a > *b) - (*a < *b);
}

void persona_merge(persona_t *into, const persona_t *from, arena_t *arena) {
    into->group_listed = into->group_listed ? into->group_listed : from->group_listed;
    merge_spans(into, from, arena);
    for (int i = 0; i < from->apart.count; i++)
        *list_add(arena, &into->apart) = from->apart.at[i];
    for (int i = 0; i < from->alike.count; i++)
        *list_add(arena, &into->alike) = from->alike.at[i];
    if (from->alike.count)
        qsort(into->alike.at, (size_t)into->alike.count, sizeof *into->alike.at, compare_ids);
}

void persona_prepare(persona_t *p, int root, arena_t *arena) {
    split(p, arena);
    p->root = root;
    p->reason = NULL;
    p->is_corrected = false;
    p->first = p->last = p->year;
    p->spans = arena_alloc(arena, sizeof *p->spans);
    p->spans[0] = (struct span){p->post ? p->post : "", level_of(p->rank), p->year, p->year};
    p->span_count = p->post != NULL;
    p->group_listed = p->listed;
}
