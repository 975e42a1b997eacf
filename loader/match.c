#include "match.h"

#include <stdlib.h>

#include "parts.h"

/* What may begin matches of a stage: all looks behind which its rules go on alike. Each has a bit; those met first, which
 * are the frequent ones, have it for themselves, those met later share one with others of their stage.
 * Most openings lead nowhere, because what rules ask for behind them is a run of common words with a rare one. So looks are
 * sorted, as they are met, into ordinary ones, with which alone no match can end behind the opening, and keys: a match
 * is the opening, or goes on over ordinary looks to a key. */
typedef struct opening {
    int stage;
    const int *set; /* instructions of the stage at which the automaton is behind it */
    int count;
    uint64_t *wanted;   /* atoms of the stage, one of which must hold on the item behind it */
    uint64_t *ordinary; /* atoms that hold on ordinary looks */
    uint64_t *met;      /* atoms on the ways over ordinary looks */
    uint64_t bit;
} opening_t;

enum {
    BITS = 64,
    SPOTS_AT_ONCE = 8 /* to copy: a few too many take less than to go by how many there are, which cannot be guessed */
};

/* Openings by their bits: those that the look is, those that are a match without any item behind, those right behind
 * which it may stand, those for which it is a key, and those that it may part from a key. */
typedef struct look {
    uint64_t opens, suffices, follows, keys, carries;
} look_t;

/* A spot where openings may begin a match. */
typedef struct start {
    uint64_t begins;
    int at;
} start_t;

typedef LIST(look_t) looks_t;

typedef struct match {
    const rule_t *rule;
    const spot_t *end; /* spots [start, end) */
} match_t;

struct matcher {
    const lexicon_t *lexicon;
    const rules_t *rules;
    arena_t *arena;
    automaton_t **automata; /* by stage */
    parts_t *parts;
    uint32_t *look_of[SHAPE_COUNT]; /* by shape and kind: 0: not seen yet */
    looks_t looks;                  /* look 0 is none */
    looks_t *faces;                 /* by stage and letter: what looks have of it in common */
    LIST(opening_t) openings;
    uint64_t *bits;      /* by stage: of its openings */
    spot_t *spots, *end; /* of the sentence as the stage sees it */
    spot_t *left;        /* as the stage leaves it */
    int room;            /* of both */
    start_t *starts;     /* those of the sentence, ascending, end where its room does */
    const start_t *first_start;
    int *picked;     /* spots of those of a stage */
    uint64_t begins; /* openings of all starts */
};

matcher_t *matcher_new(const lexicon_t *lexicon, const rules_t *rules) {
    matcher_t *m = must_alloc(sizeof *m);
    *m = (matcher_t){.lexicon = lexicon, .rules = rules, .arena = arena_new(), .parts = parts_new()};
    size_t stages = (size_t)rules->stages.count;
    m->automata = arena_alloc(m->arena, stages * sizeof *m->automata);
    m->faces = arena_zalloc(m->arena, stages * sizeof *m->faces);
    m->bits = arena_zalloc(m->arena, stages * sizeof *m->bits);
    for (int i = 0; i < SHAPE_COUNT; i++)
        m->look_of[i] = arena_zalloc(m->arena, (size_t)lexicon->kinds.count * sizeof **m->look_of);
    (void)list_add(m->arena, &m->looks);
    for (size_t i = 0; i < stages; i++)
        m->automata[i] = automaton_new(lexicon, &rules->stages.at[i]);
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
    free(m->starts);
    free(m->picked);
    free(m);
}

/* ---- looks and spots ---- */

/* Takes a letter that opens new ways for ordinary, or, if a match could then end with ordinary ones alone, for a key. */
static void sort_letter(matcher_t *m, opening_t *opening, int letter) {
    automaton_t *a = m->automata[opening->stage];
    look_t *faces = m->faces[opening->stage].at;
    const uint64_t *signature = a->signatures + letter * a->atom_words;
    uint64_t passable[a->atom_words], met[a->atom_words];
    for (int i = 0; i < a->atom_words; i++)
        passable[i] = signature[i] | opening->ordinary[i];
    if (automaton_leads(a, opening->set, opening->count, passable, met)) {
        faces[letter].keys |= opening->bit;
        return;
    }
    memcpy(opening->ordinary, passable, sizeof passable);
    memcpy(opening->met, met, sizeof met);
    for (int i = 0; i < letter * a->atom_words; i++) /* there may be more ways now */
        if (a->signatures[i] & opening->met[i % a->atom_words])
            faces[i / a->atom_words].carries |= opening->bit;
}

/* Works out what a letter is to an opening; letters in their order. */
static void weigh(matcher_t *m, opening_t *opening, int letter) {
    const automaton_t *a = m->automata[opening->stage];
    const uint64_t *signature = a->signatures + letter * a->atom_words;
    uint64_t follows = 0, carries = 0, opens = 0;
    for (int i = 0; i < a->atom_words; i++)
        opens |= signature[i] & opening->met[i] & ~opening->ordinary[i];
    if (opens)
        sort_letter(m, opening, letter);
    for (int i = 0; i < a->atom_words; i++) {
        follows |= signature[i] & opening->wanted[i];
        carries |= signature[i] & opening->met[i];
        opening->ordinary[i] |= opens ? 0 : signature[i];
    }
    look_t *face = &m->faces[opening->stage].at[letter];
    face->follows |= follows ? opening->bit : 0;
    face->carries |= carries ? opening->bit : 0;
}

static opening_t *new_opening(matcher_t *m, int stage, const state_t *behind) {
    automaton_t *a = m->automata[stage];
    int rare = BITS - 1 - stage;
    int bit = m->openings.count < BITS - m->rules->stages.count ? m->openings.count : rare;
    size_t size = (size_t)a->atom_words * sizeof(uint64_t);
    int *set = arena_alloc(m->arena, (size_t)behind->count * sizeof *set);
    memcpy(set, behind->set, (size_t)behind->count * sizeof *set);
    opening_t *opening = list_add(m->arena, &m->openings);
    *opening = (opening_t){.stage = stage,
                           .set = set,
                           .count = behind->count,
                           .wanted = arena_alloc(m->arena, size),
                           .ordinary = arena_zalloc(m->arena, size),
                           .met = arena_alloc(m->arena, size),
                           .bit = 1ull << bit};
    (void)automaton_leads(a, set, opening->count, opening->ordinary, opening->wanted);
    memcpy(opening->met, opening->wanted, size);
    m->bits[stage] |= opening->bit;
    for (int letter = 0; letter < m->faces[stage].count; letter++)
        weigh(m, opening, letter);
    return opening;
}

/* The opening of a stage that leads to this state. */
static const opening_t *opening_of(matcher_t *m, int stage, const state_t *behind) {
    size_t size = (size_t)behind->count * sizeof *behind->set;
    for (int i = 0; i < m->openings.count; i++) {
        const opening_t *opening = &m->openings.at[i];
        if (opening->stage == stage && opening->count == behind->count && !memcmp(opening->set, behind->set, size))
            return opening;
    }
    return new_opening(m, stage, behind);
}

static void open_stage(matcher_t *m, int stage, uint32_t look) {
    automaton_t *a = m->automata[stage];
    const state_t *behind = automaton_step(a, a->first, look);
    if (!behind->count)
        return;
    const opening_t *opening = opening_of(m, stage, behind);
    look_t *face = &m->faces[stage].at[a->letter_of.at[look]];
    face->opens |= opening->bit;
    face->suffices |= behind->accept_count ? opening->bit : 0;
}

/* Takes in a look whose letter is new to the stage. */
static void new_letter(matcher_t *m, int stage, uint32_t look) {
    int letter = m->faces[stage].count;
    (void)list_add(m->arena, &m->faces[stage]);
    for (int i = 0; i < m->openings.count; i++)
        if (m->openings.at[i].stage == stage)
            weigh(m, &m->openings.at[i], letter);
    open_stage(m, stage, look);
}

/* Gives looks from a first one on what their letters of a stage are. */
static void face_looks(matcher_t *m, int stage, uint32_t first) {
    for (uint32_t i = first; i < (uint32_t)m->looks.count; i++) {
        const look_t *face = &m->faces[stage].at[m->automata[stage]->letter_of.at[i]];
        look_t *look = &m->looks.at[i];
        look->opens |= face->opens;
        look->suffices |= face->suffices;
        look->follows |= face->follows;
        look->keys |= face->keys;
        look->carries |= face->carries;
    }
}

static uint32_t new_look(matcher_t *m, uint16_t kind, uint8_t shape) {
    uint32_t look = (uint32_t)m->looks.count;
    (void)list_add(m->arena, &m->looks);
    for (int i = 0; i < m->rules->stages.count; i++) {
        automaton_see(m->automata[i], kind, shape);
        bool is_new = m->automata[i]->letters > m->faces[i].count;
        if (is_new)
            new_letter(m, i, look);
        face_looks(m, i, is_new ? 1 : look);
    }
    return look;
}

static inline uint32_t look_at(matcher_t *m, const item_t *item) {
    uint32_t *look = &m->look_of[item->shape][item->kind];
    if (!*look)
        *look = new_look(m, item->kind, item->shape);
    return *look;
}

static void make_room(matcher_t *m, int count) {
    if (count < m->room)
        return;
    m->room = count * 2 + 1;
    m->spots = must_realloc(m->spots, (size_t)(m->room + SPOTS_AT_ONCE) * sizeof *m->spots);
    m->left = must_realloc(m->left, (size_t)(m->room + SPOTS_AT_ONCE) * sizeof *m->left);
    m->starts = must_realloc(m->starts, (size_t)m->room * sizeof *m->starts);
    m->picked = must_realloc(m->picked, (size_t)m->room * sizeof *m->picked);
}

/* Finds from their looks what may begin at the spots. */
static void begin_spots(matcher_t *m) {
    const look_t *looks = m->looks.at;
    uint64_t begins = 0, behind = 0, hope = 0; /* openings that may stand before the spot; that have a key from it on */
    start_t *start = m->starts + m->room;
    for (int at = (int)(m->end - m->spots) - 1; at >= 0; at--) {
        const look_t *look = &looks[m->spots[at]];
        uint64_t here = look->opens & (look->suffices | behind);
        start[-1] = (start_t){here, at};
        start -= here != 0; /* faster than a condition, which is hard to foresee */
        begins |= here;
        hope = look->keys | (look->carries & hope);
        behind = look->follows & hope;
    }
    m->first_start = start;
    m->begins = begins;
}

/* Fills m->spots and m->end. */
static void look_around(matcher_t *m, const item_t *items, int count) {
    make_room(m, count);
    for (int i = 0; i < count; i++)
        m->spots[i] = look_at(m, &items[i]);
    m->end = m->spots + count;
}

/* ---- one match ---- */

/* The best rule of an accepting state whose conditions on the neighbours hold, or NULL. */
static const rule_t *accepted(const matcher_t *m, const automaton_t *a, const state_t *state, const spot_t *start,
                              const spot_t *end) {
    for (int i = 0; i < state->accept_count; i++) {
        const rule_t *rule = state->accepts[i];
        if ((rule->left == NONE || (start > m->spots && automaton_holds(a, start[-1], rule->left))) &&
            (rule->right == NONE || (end < m->end && automaton_holds(a, *end, rule->right))))
            return rule;
    }
    return NULL;
}

static match_t best_match(const matcher_t *m, automaton_t *a, const spot_t *start) {
    match_t best = {NULL, NULL};
    const spot_t *end = m->end - start > MATCH_MAX ? start + MATCH_MAX : m->end;
    const state_t *state = automaton_begin(a);
    for (const spot_t *spot = start; spot < end; spot++) {
        state = automaton_step(a, state, *spot);
        const rule_t *rule = accepted(m, a, state, start, spot + 1);
        if (rule && (!best.rule || rule->priority >= best.rule->priority))
            best = (match_t){rule, spot + 1};
        if (state->count == state->accept_count)
            break;
    }
    return best;
}

/* ---- folding ---- */

/* A stage on its way through a sentence: what stands before `copied` is in `out`, or folded into it. */
typedef struct pass {
    matcher_t *m;
    int stage, made, copied; /* made: items in out, and spots in m->left */
    const item_t *items;
    item_t *out; /* NULL: nothing was folded yet */
    arena_t *arena;
} pass_t;

static void copy_until(pass_t *p, int end) {
    if (p->copied == end)
        return;
    size_t count = (size_t)(end - p->copied);
    memcpy(p->out + p->made, p->items + p->copied, count * sizeof *p->out);
    for (size_t i = 0; i < count; i += SPOTS_AT_ONCE)
        memcpy(p->m->left + p->made + i, p->m->spots + p->copied + i, SPOTS_AT_ONCE * sizeof *p->m->left);
    p->made += end - p->copied;
    p->copied = end;
}

/* Puts the item that a mention makes in the place of the items up to end. */
static void put_item(pass_t *p, mention_t *mention, int end) {
    p->out[p->made] = (item_t){.kind = mention->rule->kind,
                               .shape = SHAPE_Mention,
                               .first = mention->first,
                               .last = mention->last,
                               .mention = mention};
    p->m->left[p->made] = look_at(p->m, &p->out[p->made]);
    p->made++;
    p->copied = end;
}

/* What the stage leaves becomes what the next one sees. */
static item_t *finish(pass_t *p) {
    matcher_t *m = p->m;
    spot_t *spots = m->spots;
    copy_until(p, (int)(m->end - m->spots));
    m->spots = m->left;
    m->end = m->spots + p->made;
    m->left = spots;
    return p->out;
}

static void fold(pass_t *p, const spot_t *from, match_t match) {
    matcher_t *m = p->m;
    const int start = (int)(from - m->spots), length = (int)(match.end - from);
    const sharing_t whole = {.last = length}, *sharing = &whole;
    if (match.rule->parts)
        sharing = parts_find(m->parts, m->automata[p->stage], match.rule, from, length);
    if (!p->out)
        p->out = arena_alloc(p->arena, (size_t)(m->end - m->spots) * sizeof *p->out);
    const item_t *items = p->items + start;
    mention_t *mention = arena_alloc(p->arena, sizeof *mention + (size_t)sharing->count * sizeof(part_t));
    part_t *parts = (part_t *)(mention + 1);
    for (int i = 0; i < sharing->count; i++)
        parts[i] = (part_t){sharing->pieces[i].name, {items + sharing->pieces[i].first, sharing->pieces[i].count}};
    *mention = (mention_t){.rule = match.rule,
                           .span = {items + sharing->first, sharing->last - sharing->first},
                           .first = items[sharing->first].first,
                           .last = items[sharing->last - 1].last,
                           .parts = parts,
                           .part_count = sharing->count};
    copy_until(p, start + sharing->first);
    put_item(p, mention, start + sharing->last);
}

/* The spots where a stage may begin a match, into m->picked; returns how many. */
static int pick_starts(matcher_t *m, int stage) {
    const uint64_t openings = m->bits[stage];
    const start_t *end = m->starts + m->room;
    int *picked = m->picked, count = 0;
    for (const start_t *start = m->first_start; start < end; start++) {
        picked[count] = start->at;
        count += (start->begins & openings) != 0;
    }
    return count;
}

static item_t *run_stage(matcher_t *m, int stage, item_t *items, arena_t *arena) {
    pass_t p = {.m = m, .stage = stage, .items = items, .arena = arena};
    automaton_t *a = m->automata[stage];
    const int count = pick_starts(m, stage);
    for (int i = 0; i < count; i++) {
        if (m->picked[i] < p.copied)
            continue;
        const spot_t *start = m->spots + m->picked[i];
        match_t match = best_match(m, a, start);
        if (match.rule)
            fold(&p, start, match);
    }
    return p.out ? finish(&p) : items;
}

item_t *matcher_run(matcher_t *m, int stages, item_t *items, int *count, arena_t *arena) {
    look_around(m, items, *count);
    const item_t *begun = NULL; /* the items for which begin_spots was done */
    for (int stage = 0; stage < stages && stage < m->rules->stages.count; stage++) {
        if (items != begun)
            begin_spots(m);
        begun = items;
        if (m->begins & m->bits[stage])
            items = run_stage(m, stage, items, arena);
    }
    *count = (int)(m->end - m->spots);
    return items;
}
