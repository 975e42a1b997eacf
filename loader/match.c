#include "match.h"

#include <stdlib.h>

#include "parts.h"

/* Where a look may stand in matches: one bit for each stage. */
typedef struct look {
    uint32_t first, second; /* as their first item, as their second */
    uint32_t alone;         /* as all of one */
} look_t;

typedef struct match {
    const rule_t *rule;
    int end; /* items [start, end) */
} match_t;

struct matcher {
    const lexicon_t *lexicon;
    const rules_t *rules;
    arena_t *arena;
    automaton_t **automata; /* by stage */
    hits_t **hits;          /* by stage and rule */
    parts_t *parts;
    uint32_t *look_of; /* by kind and shape: look + 1, 0: not seen yet */
    LIST(look_t) looks;
    spot_t *spots;   /* of the sentence as the stage sees it */
    spot_t *left;    /* as the stage leaves it */
    int room;        /* of both */
    uint32_t begins; /* stages in which a match may begin somewhere in the sentence */
};

matcher_t *matcher_new(const lexicon_t *lexicon, const rules_t *rules) {
    matcher_t *m = must_alloc(sizeof *m);
    *m = (matcher_t){.lexicon = lexicon, .rules = rules, .arena = arena_new(), .parts = parts_new()};
    size_t stages = (size_t)rules->stages.count;
    m->automata = arena_alloc(m->arena, stages * sizeof *m->automata);
    m->hits = arena_alloc(m->arena, stages * sizeof *m->hits);
    m->look_of = arena_zalloc(m->arena, (size_t)lexicon->kinds.count * SHAPE_COUNT * sizeof *m->look_of);
    for (size_t i = 0; i < stages; i++) {
        const stage_t *stage = &rules->stages.at[i];
        m->automata[i] = automaton_new(lexicon, stage);
        m->hits[i] = arena_zalloc(m->arena, (size_t)stage->rules.count * sizeof *m->hits[i]);
    }
    return m;
}

void matcher_free(matcher_t *m) {
    if (!m)
        return;
    for (int i = 0; i < m->rules->stages.count; i++)
        automaton_free(m->automata[i]);
    parts_free(m->parts);
    arena_free(m->arena);
    free(m->spots);
    free(m->left);
    free(m);
}

/* ---- looks and spots ---- */

static uint32_t new_look(matcher_t *m, uint16_t kind, uint8_t shape) {
    uint32_t number = (uint32_t)m->looks.count;
    look_t *look = list_add(m->arena, &m->looks);
    for (int i = 0; i < m->rules->stages.count; i++) {
        automaton_t *a = m->automata[i];
        automaton_see(a, kind, shape);
        const state_t *begun = automaton_step(a, a->first, number);
        look->first |= (uint32_t)(begun->count > 0) << i;
        look->alone |= (uint32_t)(begun->accept_count > 0) << i;
        look->second |= (uint32_t)(automaton_step(a, a->second, number)->count > 0) << i;
    }
    return number;
}

static uint32_t look_at(matcher_t *m, const item_t *item) {
    uint32_t *look = &m->look_of[item->kind * SHAPE_COUNT + item->shape];
    if (!*look)
        *look = new_look(m, item->kind, item->shape) + 1;
    return *look - 1;
}

static void make_room(matcher_t *m, int count) {
    if (count <= m->room)
        return;
    m->room = count * 2;
    m->spots = must_realloc(m->spots, (size_t)m->room * sizeof *m->spots);
    m->left = must_realloc(m->left, (size_t)m->room * sizeof *m->left);
}

/* Fills m->spots and m->begins. */
static void look_around(matcher_t *m, const item_t *items, int count) {
    uint32_t followed = 0;
    make_room(m, count);
    m->begins = 0;
    for (int i = count - 1; i >= 0; i--) {
        uint32_t number = look_at(m, &items[i]);
        const look_t *look = &m->looks.at[number];
        m->spots[i] = (spot_t){look->first & (look->alone | followed), number};
        m->begins |= m->spots[i].begins;
        followed = look->second;
    }
}

/* ---- one match ---- */

/* The best rule of an accepting state whose conditions on the neighbours hold, or NULL. */
static const rule_t *accepted(const matcher_t *m, const automaton_t *a, const state_t *state, int start, int end,
                              int count) {
    for (int i = 0; i < state->accept_count; i++) {
        const rule_t *rule = state->accepts[i];
        if ((rule->left == NONE || (start > 0 && automaton_holds(a, m->spots[start - 1].look, rule->left))) &&
            (rule->right == NONE || (end < count && automaton_holds(a, m->spots[end].look, rule->right))))
            return rule;
    }
    return NULL;
}

static match_t best_match(const matcher_t *m, automaton_t *a, int start, int count) {
    match_t best = {NULL, start};
    const state_t *state = automaton_begin(a);
    int limit = count - start > MATCH_MAX ? start + MATCH_MAX : count;
    for (int i = start; i < limit; i++) {
        state = automaton_step(a, state, m->spots[i].look);
        if (!state->count)
            break;
        if (!state->accept_count)
            continue;
        const rule_t *rule = accepted(m, a, state, start, i + 1, count);
        if (rule && (!best.rule || rule->priority >= best.rule->priority))
            best = (match_t){rule, i + 1};
    }
    return best;
}

/* ---- folding ---- */

/* A stage on its way through a sentence: what stands before `copied` is in `out`, or folded into it. */
typedef struct pass {
    matcher_t *m;
    int stage, count, made, copied; /* made: items in out, and spots in m->left */
    const item_t *items;
    item_t *out; /* NULL: nothing was folded yet */
    arena_t *arena;
} pass_t;

static void copy_until(pass_t *p, int end) {
    size_t count = (size_t)(end - p->copied);
    memcpy(p->out + p->made, p->items + p->copied, count * sizeof *p->out);
    memcpy(p->m->left + p->made, p->m->spots + p->copied, count * sizeof *p->m->left);
    p->made += end - p->copied;
    p->copied = end;
}

/* What stands at a new item and before it was not seen when stages were ruled out by what follows. */
static void begin_anew(matcher_t *m, int i) {
    if (i < 0)
        return;
    m->left[i].begins = m->looks.at[m->left[i].look].first;
    m->begins |= m->left[i].begins;
}

/* Puts the item that a mention makes in the place of the items up to end. */
static void put_item(pass_t *p, mention_t *mention, int end) {
    p->out[p->made] = (item_t){.kind = mention->rule->kind,
                               .shape = SHAPE_Mention,
                               .first = mention->first,
                               .last = mention->last,
                               .mention = mention};
    p->m->left[p->made].look = look_at(p->m, &p->out[p->made]);
    begin_anew(p->m, p->made);
    begin_anew(p->m, p->made - 1);
    p->made++;
    p->copied = end;
}

static void fold(pass_t *p, match_t match, int start) {
    matcher_t *m = p->m;
    const sharing_t whole = {.last = match.end - start}, *sharing = &whole;
    if (match.rule->parts)
        sharing = parts_find(m->parts, m->automata[p->stage], match.rule, m->spots + start, match.end - start);
    if (!p->out)
        p->out = arena_alloc(p->arena, (size_t)p->count * sizeof *p->out);
    part_t *parts = arena_alloc(p->arena, (size_t)sharing->count * sizeof *parts);
    for (int i = 0; i < sharing->count; i++)
        parts[i] =
            (part_t){sharing->pieces[i].name, {p->items + start + sharing->pieces[i].first, sharing->pieces[i].count}};
    int first = start + sharing->first, last = start + sharing->last;
    mention_t *mention = arena_alloc(p->arena, sizeof *mention);
    *mention = (mention_t){.rule = match.rule,
                           .span = {p->items + first, last - first},
                           .first = p->items[first].first,
                           .last = p->items[last - 1].last,
                           .parts = parts,
                           .part_count = sharing->count};
    hits_t *hits = &m->hits[p->stage][match.rule - m->rules->stages.at[p->stage].rules.at];
    hits->matches++;
    hits->tokens += (uint64_t)(mention->last - mention->first);
    copy_until(p, first);
    put_item(p, mention, last);
}

static item_t *run_stage(matcher_t *m, int stage, item_t *items, int *count, arena_t *arena) {
    pass_t p = {.m = m, .stage = stage, .count = *count, .items = items, .arena = arena};
    for (int i = 0; i < *count; i++) {
        if (!(m->spots[i].begins >> stage & 1))
            continue;
        match_t match = best_match(m, m->automata[stage], i, *count);
        if (!match.rule)
            continue;
        fold(&p, match, i);
        i = p.copied - 1;
    }
    if (!p.out)
        return items;
    copy_until(&p, *count);
    spot_t *spots = m->spots;
    m->spots = m->left;
    m->left = spots;
    *count = p.made;
    return p.out;
}

item_t *matcher_run(matcher_t *m, int stages, item_t *items, int *count, arena_t *arena) {
    look_around(m, items, *count);
    for (int stage = 0; stage < stages && stage < m->rules->stages.count; stage++)
        if (m->begins >> stage & 1)
            items = run_stage(m, stage, items, count, arena);
    return items;
}

hits_t matcher_hits(const matcher_t *m, int stage, int rule) {
    return m->hits[stage][rule];
}
