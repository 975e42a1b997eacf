/* Passes over the whole set, from the surest evidence to the weakest, each by a key that has to be equal:
 *
 *     evidence              key                                   joined
 *     word list             name in the list                      all
 *     same name             name, party, office                   all
 *     order of names        words in any order, party, office     all
 *     same name             name, party                           all that hang together, if none excludes another
 *     fuller name           first word, another, party (office)   the shorter to the only fuller one
 *     initials              surname, initial, party, office       to the only name written out
 *     name without state    name                                  to the only one of that name that has a party
 *     state, organization   name                                  who served an organization to the only one of a state
 *     surname and office    first or last word, party, office     to the only full name
 *     same surname          word, party, office                   all
 *
 * Corrections come last: they join what the passes have left as two, provided that each of their people is one by then.
 *
 * Two are never one if a document or a correction tells them apart, if they are two people of the word list, if they hold
 * offices that exclude each other over the same years, or if a generation lies between them. Everything is done in an order
 * that the personas themselves give, so the result is a function of their set. */
#include "who.h"

#include <stdlib.h>
#include <string.h>

enum {
    GENERATION = 20, /* years without a sign of life after which a name is somebody else's */
    TENURE = 5,      /* years over which an office vouches for a surname or an initial */
    MANY = 32,       /* people of one name and party beyond which nobody can tell */
    LOOKS = 1000     /* the same for those that a short name may mean */
};

typedef struct entry {
    const char *key;
    int persona;
    bool is_short; /* looks for somebody; else may be found */
} entry_t;

typedef struct who {
    persona_t *at;
    int count;
    arena_t *arena;
    LIST(entry_t) entries;
    const verdict_t *verdicts;
    int *roots; /* by persona, when all is done */
    const char **why;
} who_t;

/* ---- groups: of the root, what is known of all ---- */

static int root_of(const who_t *who, int persona) {
    while (who->at[persona].root != persona)
        persona = who->at[persona].root;
    return persona;
}

static bool may_be(const who_t *who, int one, int other) {
    return persona_may_be(&who->at[one], &who->at[other]);
}

static int gap(const who_t *who, int one, int other) {
    return persona_gap(&who->at[one], &who->at[other]);
}

/* The group of one becomes part of the other's, for a reason. */
static void join(who_t *who, int one, int other, const char *reason) {
    persona_t *from = &who->at[root_of(who, one)], *into = &who->at[root_of(who, other)];
    if (from == into)
        return;
    from->root = (int)(into - who->at);
    from->reason = reason;
    persona_merge(into, from, who->arena);
}

/* ---- how those of one key are joined ---- */

typedef struct pass pass_t;
struct pass {
    void (*emit)(who_t *who, int persona);
    void (*join)(who_t *who, const pass_t *pass, const entry_t *entries, int count);
    const char *reason;
    int years; /* that may lie between */
};

/* Each to the first that it may be joined to. */
static void join_all(who_t *who, const pass_t *pass, const entry_t *entries, int count) {
    LIST(int) heads = {0};
    for (int i = 0; i < count; i++) {
        int mine = root_of(who, entries[i].persona), head = 0;
        for (; head < heads.count; head++) {
            int other = root_of(who, heads.at[head]);
            if (other == mine || (may_be(who, mine, other) && gap(who, mine, other) <= pass->years))
                break;
        }
        if (head < heads.count)
            join(who, mine, heads.at[head], pass->reason);
        else
            *list_add(who->arena, &heads) = mine;
    }
}

/* Takes from the roots all that hang together with the first, and tells whether no two of them exclude each other. */
static bool take_component(const who_t *who, const pass_t *pass, int *roots, int *count, int *component, int *size) {
    bool clear = true;
    *size = 0;
    component[(*size)++] = roots[--*count];
    for (int done = 0; done < *size; done++)
        for (int i = *count - 1; i >= 0; i--)
            if (may_be(who, component[done], roots[i]) && gap(who, component[done], roots[i]) <= pass->years) {
                component[(*size)++] = roots[i];
                roots[i] = roots[--*count];
            }
    for (int i = 0; i < *size; i++)
        for (int k = i + 1; k < *size; k++)
            clear = clear && may_be(who, component[i], component[k]);
    return clear;
}

static void join_clear(who_t *who, const pass_t *pass, const entry_t *entries, int count) {
    int roots[MANY], component[MANY], found = 0, size;
    for (int i = 0; i < count; i++) {
        int mine = root_of(who, entries[i].persona), k = 0;
        while (k < found && roots[k] != mine)
            k++;
        if (k == MANY)
            return;
        roots[k] = mine;
        found += k == found;
    }
    while (found)
        if (take_component(who, pass, roots, &found, component, &size))
            for (int i = 1; i < size; i++)
                join(who, component[i], component[0], pass->reason);
}

static bool is_same_name(const persona_t *one, const persona_t *other) {
    return !strcmp(one->compact, other->compact) && !strcmp(persona_party(one), persona_party(other));
}

/* The root of the only group that a short name may mean; NONE if there are several, or it has its own already. */
static int only_one(const who_t *who, const pass_t *pass, int persona, const entry_t *entries, int count) {
    const persona_t *mine = &who->at[persona];
    int root = root_of(who, persona), found = NONE;
    if (count > LOOKS)
        return NONE;
    for (int i = 0; i < count; i++) {
        const persona_t *whole = &who->at[entries[i].persona];
        int other = root_of(who, entries[i].persona);
        if (entries[i].is_short || other == found || is_same_name(mine, whole) || !persona_is_short_for(mine, whole))
            continue;
        bool fits = may_be(who, root, other) && persona_gap_in_office(mine, &who->at[other]) <= pass->years;
        if (other == root || (fits && found != NONE))
            return NONE;
        found = fits ? other : found;
    }
    return found;
}

/* Each that looks for somebody, to the only one whom it may mean. */
static void join_only(who_t *who, const pass_t *pass, const entry_t *entries, int count) {
    for (int i = 0; i < count; i++) {
        int found = entries[i].is_short ? only_one(who, pass, entries[i].persona, entries, count) : NONE;
        if (found != NONE)
            join(who, entries[i].persona, found, pass->reason);
    }
}

/* ---- the keys of each pass ---- */

static void add_entry(who_t *who, int persona, bool is_short, const char *a, const char *b, const char *c,
                      const char *d) {
    *list_add(who->arena, &who->entries) =
        (entry_t){arena_printf(who->arena, "%s/%s/%s/%s", a, b, c, d ? d : ""), persona, is_short};
}

static void by_list(who_t *who, int i) {
    if (who->at[i].listed)
        add_entry(who, i, false, who->at[i].listed, "", "", "");
}

/* Blanks do not count as long as the first word or the last is the same: Han Sung Joo, Han Sungjoo. */
static void add_name(who_t *who, int i, const char *post) {
    const persona_t *p = &who->at[i];
    if (!persona_is_full(p))
        return;
    add_entry(who, i, false, p->compact, p->words.at[0], persona_party(p), post);
    add_entry(who, i, false, p->compact, persona_party(p), persona_surname(p), post);
}

static void by_name_and_office(who_t *who, int i) {
    add_name(who, i, who->at[i].post);
}

static void by_words_and_office(who_t *who, int i) {
    if (persona_is_full(&who->at[i]) && who->at[i].post && *persona_party(&who->at[i]))
        add_entry(who, i, false, persona_sorted(&who->at[i], who->arena), persona_party(&who->at[i]), "",
                  who->at[i].post);
}

static void by_name(who_t *who, int i) {
    add_name(who, i, "");
}

static void by_part(who_t *who, int i, const char *post) {
    const persona_t *p = &who->at[i];
    if (!persona_is_full(p) || persona_has_initial(p) || !*persona_party(p))
        return;
    for (int k = 1; k < p->words.count && p->words.count > 2; k++)
        add_entry(who, i, false, p->words.at[0], p->words.at[k], persona_party(p), post);
    add_entry(who, i, true, p->words.at[0], persona_surname(p), persona_party(p), post);
}

static void by_part_and_office(who_t *who, int i) {
    if (who->at[i].post)
        by_part(who, i, who->at[i].post);
}

static void by_part_alone(who_t *who, int i) {
    by_part(who, i, "");
}

static void by_initial(who_t *who, int i) {
    const persona_t *p = &who->at[i];
    if (!persona_is_full(p) || !p->post || !*persona_party(p))
        return;
    const char *initial = arena_strndup(who->arena, p->words.at[0], 1);
    add_entry(who, i, persona_has_initial(p), persona_surname(p), initial, persona_party(p), p->post);
}

static void by_name_without_party(who_t *who, int i) {
    if (persona_is_full(&who->at[i]))
        add_entry(who, i, !*persona_party(&who->at[i]), who->at[i].compact, "", "", "");
}

static void by_name_of_state(who_t *who, int i) {
    if (persona_is_full(&who->at[i]) && *persona_party(&who->at[i]))
        add_entry(who, i, !who->at[i].state, who->at[i].compact, "", "", "");
}

static void by_surname(who_t *who, int i) {
    const persona_t *p = &who->at[i];
    if (!p->post || !*persona_party(p))
        return;
    add_entry(who, i, !persona_is_full(p), persona_surname(p), persona_party(p), "", p->post);
    if (persona_is_full(p))
        add_entry(who, i, false, p->words.at[0], persona_party(p), "", p->post);
}

static void by_surname_alone(who_t *who, int i) {
    if (!persona_is_full(&who->at[i]))
        add_entry(who, i, false, who->at[i].key, persona_party(&who->at[i]), "", who->at[i].post);
}

static const pass_t passes[] = {
    {by_list, join_all, "word list", 1000},
    {by_name_and_office, join_all, "same name", GENERATION},
    {by_words_and_office, join_all, "order of names", GENERATION},
    {by_name, join_clear, "same name", GENERATION},
    {by_part_and_office, join_only, "fuller name", TENURE},
    {by_part_alone, join_only, "fuller name", GENERATION},
    {by_initial, join_only, "initials", TENURE},
    {by_name_without_party, join_only, "name without state", GENERATION},
    {by_name_of_state, join_only, "state and organization", GENERATION},
    {by_surname, join_only, "surname and office", TENURE},
    {by_surname_alone, join_all, "same surname", TENURE},
};

/* ---- corrections ---- */

typedef struct meant {
    int side, root; /* 2 * verdict + 0 or 1 */
} meant_t;

static int compare_meant(const void *one, const void *other) {
    const meant_t *a = one, *b = other;
    return a->side != b->side ? a->side - b->side : a->root - b->root;
}

/* The only group that a side of a verdict means, from the entry *at on, which moves behind it; NONE: none, or several. */
static int group_meant(const meant_t *meant, int count, int *at, int side) {
    int root = *at < count && meant[*at].side == side ? meant[*at].root : NONE;
    for (; *at < count && meant[*at].side == side; ++*at)
        root = meant[*at].root == root ? root : NONE;
    return root;
}

/* Joins the two of each verdict, whatever their names and offices say, unless a document or a verdict has them as two. Whom
 * they mean is looked up before any are joined, so that no verdict depends on another. */
static void join_corrected(who_t *who) {
    LIST(meant_t) meant = {0};
    for (int i = 0; i < who->count; i++)
        for (int k = 0; k < who->at[i].same.count; k++)
            *list_add(who->arena, &meant) = (meant_t){who->at[i].same.at[k], root_of(who, i)};
    if (meant.count)
        qsort(meant.at, (size_t)meant.count, sizeof *meant.at, compare_meant);
    for (int i = 0; i < meant.count;) {
        int verdict = meant.at[i].side / 2;
        int one = group_meant(meant.at, meant.count, &i, 2 * verdict);
        int other = group_meant(meant.at, meant.count, &i, 2 * verdict + 1);
        if (one == NONE || other == NONE || root_of(who, one) == root_of(who, other) ||
            persona_are_two(&who->at[root_of(who, one)], &who->at[root_of(who, other)]))
            continue;
        who->at[root_of(who, other)].is_corrected = true;
        join(who, other, one, who->verdicts[verdict].reason);
    }
}

/* ---- all together ---- */

static int compare_texts(const char *one, const char *other) {
    return strcmp(one ? one : "", other ? other : "");
}

static int compare_personas(const void *one, const void *other) {
    const persona_t *a = one, *b = other;
    const char *const mine[] = {a->key, a->listed, a->state, a->organization, a->post, a->rank, a->document};
    const char *const theirs[] = {b->key, b->listed, b->state, b->organization, b->post, b->rank, b->document};
    for (size_t i = 0; i < sizeof mine / sizeof *mine; i++)
        if (compare_texts(mine[i], theirs[i]))
            return compare_texts(mine[i], theirs[i]);
    return a->year - b->year;
}

/* By key; then longer names first, so that each finds those joined that it may be short for; then by year. */
static int compare_entries(const void *one, const void *other, void *context) {
    const entry_t *a = one, *b = other;
    const persona_t *at = context, *mine = &at[a->persona], *theirs = &at[b->persona];
    int order = strcmp(a->key, b->key);
    order = order ? order : theirs->words.count - mine->words.count;
    order = order ? order : mine->year - theirs->year;
    return order ? order : a->persona - b->persona;
}

static void run(who_t *who, const pass_t *pass) {
    who->entries.count = 0;
    for (int i = 0; i < who->count; i++)
        pass->emit(who, i);
    entry_t *entries = who->entries.at;
    int count = who->entries.count;
    if (count)
        qsort_r(entries, (size_t)count, sizeof *entries, compare_entries, who->at);
    for (int first = 0, end; first < count; first = end) {
        for (end = first + 1; end < count && !strcmp(entries[end].key, entries[first].key);)
            end++;
        if (end > first + 1)
            pass->join(who, pass, entries + first, end - first);
    }
}

/* Each with its root, and the weakest evidence that leads there: the last on the way. */
static void explain(who_t *who) {
    for (int i = 0; i < who->count; i++) {
        const char *reason = "same name";
        bool is_corrected = false;
        for (int at = i; who->at[at].root != at; at = who->at[at].root) {
            is_corrected = who->at[at].is_corrected;
            reason = who->at[at].reason;
        }
        who->why[i] = who->at[i].listed && !is_corrected ? "word list" : reason;
        who->roots[i] = root_of(who, i);
    }
    for (int i = 0; i < who->count; i++) {
        who->at[i].root = who->roots[i];
        who->at[i].reason = who->why[i];
    }
}

void who_resolve(persona_t *personas, int count, const verdict_t *verdicts, arena_t *arena) {
    who_t who = {.at = personas,
                 .count = count,
                 .arena = arena,
                 .verdicts = verdicts,
                 .roots = arena_alloc(arena, (size_t)count * sizeof *who.roots),
                 .why = arena_alloc(arena, (size_t)count * sizeof *who.why)};
    if (count)
        qsort(personas, (size_t)count, sizeof *personas, compare_personas);
    for (int i = 0; i < count; i++)
        persona_prepare(&personas[i], i, arena);
    for (size_t i = 0; i < sizeof passes / sizeof *passes; i++)
        run(&who, &passes[i]);
    join_corrected(&who);
    explain(&who);
}
