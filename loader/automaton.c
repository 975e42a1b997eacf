#include "automaton.h"

#include <stdlib.h>

#include "fnv.h"

enum { LETTERS_FIRST = 128, CELLS_MAX = 1 << 18 };

static void index_atoms(automaton_t *a) {
    a->asking_of = arena_zalloc(a->arena, (size_t)a->lexicon->classes.count * sizeof *a->asking_of);
    (void)list_add(a->arena, &a->askings);
    for (int i = 0; i < a->stage->program.atoms.count; i++) {
        const atom_t *atom = &a->stage->program.atoms.at[i];
        for (int k = 0; k < atom->conditions.count; k++) {
            const condition_t *condition = &atom->conditions.at[k];
            if (condition->op != CONDITION_CLASS && condition->op != CONDITION_UNKNOWN)
                continue;
            int *other = &a->asking_of[condition->op == CONDITION_CLASS ? condition->operand : 0];
            *list_add(a->arena, &a->askings) = (asking_t){i, *other};
            *other = a->askings.count - 1;
        }
    }
}

automaton_t *automaton_new(const lexicon_t *lexicon, const stage_t *stage) {
    automaton_t *a = must_alloc(sizeof *a);
    *a = (automaton_t){.lexicon = lexicon, .stage = stage, .arena = arena_new(), .cache = arena_new()};
    a->atom_words = (stage->program.atoms.count + 63) / 64;
    a->letter_room = LETTERS_FIRST;
    a->signatures = must_alloc((size_t)a->letter_room * (size_t)a->atom_words * sizeof *a->signatures);
    a->seen = arena_zalloc(a->arena, ((size_t)stage->program.code.count + 1) * sizeof *a->seen);
    (void)list_add(a->arena, &a->letter_of);
    index_atoms(a);
    automaton_forget(a);
    return a;
}

void automaton_free(automaton_t *a) {
    if (!a)
        return;
    arena_free(a->arena);
    arena_free(a->cache);
    free(a->signatures);
    free(a);
}

/* ---- states ---- */

/* Follows what takes no item from an instruction on, and adds what does. */
static void reach(automaton_t *a, int pc) {
    const instruction_t *code = a->stage->program.code.at;
    while (a->seen[pc] != a->round) {
        a->seen[pc] = a->round;
        switch (code[pc].op) {
        case OP_ATOM: *list_add(a->cache, &a->set) = pc; return;
        case OP_MATCH:
            *list_add(a->cache, &a->set) = pc;
            *list_add(a->cache, &a->accepts) = code[pc].x;
            return;
        case OP_JUMP: pc = code[pc].x; break;
        case OP_SPLIT:
            reach(a, code[pc].x);
            pc = code[pc].y;
            break;
        case OP_OPEN:
        case OP_CLOSE: pc++; break;
        }
    }
}

/* Reached in nearly this order. */
static void sort_set(ints_t *set) {
    for (int i = 1; i < set->count; i++) {
        int pc = set->at[i], k = i;
        for (; k && set->at[k - 1] > pc; k--)
            set->at[k] = set->at[k - 1];
        set->at[k] = pc;
    }
}

/* By priority, then by the order of the rules. */
static bool is_better(const rule_t *rule, const rule_t *other) {
    return rule->priority != other->priority ? rule->priority > other->priority : rule < other;
}

static const rule_t *const *sorted_accepts(automaton_t *a) {
    const rule_t **rules = arena_alloc(a->cache, sizeof *rules * (size_t)(a->accepts.count + 1));
    for (int i = 0; i < a->accepts.count; i++) {
        const rule_t *rule = &a->stage->rules.at[a->accepts.at[i]];
        int k = i;
        for (; k && is_better(rule, rules[k - 1]); k--)
            rules[k] = rules[k - 1];
        rules[k] = rule;
    }
    return rules;
}

static uint32_t hash_of(const ints_t *set) {
    uint32_t hash = FNV_SEED;
    for (int i = 0; i < set->count; i++)
        hash = fnv_add(hash, (uint32_t)set->at[i]);
    return hash % STATE_BUCKETS;
}

/* The state of a->set, made if new. */
static state_t *state_of_set(automaton_t *a) {
    sort_set(&a->set);
    state_t **newest = &a->newest[hash_of(&a->set)], *state = *newest;
    size_t size = sizeof *a->set.at * (size_t)a->set.count;
    while (state && (state->count != a->set.count || (size && memcmp(state->set, a->set.at, size))))
        state = state->older;
    if (state)
        return state;
    state = arena_zalloc(a->cache, sizeof *state + (size_t)a->letter_room * sizeof *state->next);
    int *set = arena_alloc(a->cache, size);
    if (size)
        memcpy(set, a->set.at, size);
    *state = (state_t){sorted_accepts(a), a->accepts.count, a->set.count, set, *newest};
    a->states++;
    return *newest = state;
}

static void begin_set(automaton_t *a) {
    a->round++;
    a->set.count = a->accepts.count = 0;
}

state_t *automaton_make(automaton_t *a, const state_t *state, int letter) {
    const uint64_t *signature = a->signatures + letter * a->atom_words;
    begin_set(a);
    for (int i = 0; i < state->count; i++) {
        const instruction_t *at = &a->stage->program.code.at[state->set[i]];
        if (at->op == OP_ATOM && signature[at->x / 64] >> (at->x % 64) & 1)
            reach(a, state->set[i] + 1);
    }
    state_t *made = state_of_set(a);
    ((state_t *)state)->next[letter] = made;
    return made;
}

void automaton_forget(automaton_t *a) {
    arena_reset(a->cache);
    memset(a->newest, 0, sizeof a->newest);
    a->set = a->accepts = (ints_t){0};
    a->states = 0;
    a->states_max = CELLS_MAX / a->letter_room;
    begin_set(a);
    for (int i = 0; i < a->stage->rules.count; i++)
        reach(a, a->stage->rules.at[i].start);
    a->first = state_of_set(a);
}

bool automaton_leads(automaton_t *a, const int *from, int count, const uint64_t *passable, uint64_t *met) {
    begin_set(a);
    memset(met, 0, (size_t)a->atom_words * sizeof *met);
    for (int i = 0; i < count; i++)
        if (a->stage->program.code.at[from[i]].op == OP_ATOM)
            reach(a, from[i]);
    for (int i = 0; i < a->set.count && !a->accepts.count; i++) { /* the set grows on the way */
        const instruction_t *at = &a->stage->program.code.at[a->set.at[i]];
        if (at->op != OP_ATOM)
            continue;
        met[at->x / 64] |= 1ull << (at->x % 64);
        if (passable[at->x / 64] >> (at->x % 64) & 1)
            reach(a, a->set.at[i] + 1);
    }
    return a->accepts.count;
}

/* ---- letters ---- */

/* The letter whose signature is the one behind the last letter's; that one if it is new. */
static int letter_of_signature(const automaton_t *a) {
    size_t size = (size_t)a->atom_words * sizeof *a->signatures;
    const uint64_t *signature = a->signatures + a->letters * a->atom_words;
    int letter = 0;
    while (memcmp(a->signatures + letter * a->atom_words, signature, size))
        letter++;
    return letter;
}

static void set_atom(const automaton_t *a, int atom, uint16_t kind, uint8_t shape, uint64_t *signature) {
    uint64_t bit = 1ull << (atom % 64);
    bool holds = pattern_holds(a->lexicon, &a->stage->program.atoms.at[atom], kind, shape);
    signature[atom / 64] = holds ? signature[atom / 64] | bit : signature[atom / 64] & ~bit;
}

static void set_asking(const automaton_t *a, int class, uint16_t kind, uint8_t shape, uint64_t *signature) {
    for (int i = a->asking_of[class]; i; i = a->askings.at[i].other)
        set_atom(a, a->askings.at[i].atom, kind, shape, signature);
}

static const uint64_t *plain(automaton_t *a, uint8_t shape) {
    if (a->plain[shape])
        return a->plain[shape];
    a->plain[shape] = arena_zalloc(a->arena, (size_t)a->atom_words * sizeof *a->signatures);
    for (int i = 0; i < a->stage->program.atoms.count; i++)
        set_atom(a, i, 0, shape, a->plain[shape]);
    return a->plain[shape];
}

/* Only atoms that ask for one of its classes see an item otherwise than one of no class. */
static void sign(automaton_t *a, uint16_t kind, uint8_t shape, uint64_t *signature) {
    const class_set_t *classes = &a->lexicon->kinds.at[kind];
    memcpy(signature, plain(a, shape), (size_t)a->atom_words * sizeof *signature);
    if (kind)
        set_asking(a, 0, kind, shape, signature);
    for (int i = 0; i < CLASS_WORDS; i++)
        for (uint64_t left = classes->bits[i]; left; left &= left - 1)
            set_asking(a, i * 64 + __builtin_ctzll(left), kind, shape, signature);
}

void automaton_see(automaton_t *a, uint16_t kind, uint8_t shape) {
    if (a->letters == a->letter_room) { /* states have no more room */
        a->letter_room *= 2;
        a->signatures =
            must_realloc(a->signatures, (size_t)a->letter_room * (size_t)a->atom_words * sizeof *a->signatures);
        automaton_forget(a);
    }
    sign(a, kind, shape, a->signatures + a->letters * a->atom_words);
    int letter = letter_of_signature(a);
    a->letters += letter == a->letters;
    *list_add(a->arena, &a->letter_of) = letter;
}
