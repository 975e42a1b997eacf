/* All rules of a stage as one automaton over items.
 *
 * A look is what an item shows to rules: its kind and shape, numbered by match.c. A letter of a stage stands for all looks
 * that no rule of the stage tells apart. States are made when a text first needs them; each stands for the instructions
 * at which the automaton may be. When there are too many, all are forgotten. The method is that of R. Cox, "Regular
 * Expression Matching in the Wild" (2010). */
#ifndef SCODB_LOADER_AUTOMATON_H
#define SCODB_LOADER_AUTOMATON_H

#include "rules.h"

typedef LIST(int) ints_t;

typedef struct state {
    const rule_t *const *accepts; /* the rules that match here, best first */
    int accept_count;
    int count;           /* of set; accept_count: nothing leads on from here */
    const int *set;      /* instructions, all of them ATOM or MATCH, ascending */
    struct state *older; /* the one made before it whose set has the same hash */
    struct state *next[]; /* by letter; NULL: not known yet */
} state_t;

enum { STATE_BUCKETS = 512 };

/* An atom that asks for a class. */
typedef struct asking {
    int atom, other; /* other: in askings, another one for the class, 0: none */
} asking_t;

typedef struct automaton {
    const lexicon_t *lexicon;
    const stage_t *stage;
    arena_t *arena;      /* letters: never given up */
    ints_t letter_of;    /* by look; look 0 is none */
    uint64_t *signatures; /* by letter: which atoms hold */
    uint64_t *plain[SHAPE_COUNT]; /* signatures of items that have a shape and no class, NULL: not known yet */
    LIST(asking_t) askings;       /* askings[0] is none */
    int *asking_of;               /* by class; at 0 those that ask for items of no class */
    int atom_words;      /* words of a signature */
    int letters, letter_room;
    arena_t *cache; /* states */
    int states, states_max;
    state_t *first; /* before the first item of a match */
    state_t *newest[STATE_BUCKETS];  /* by hash of a set */
    uint32_t *seen, round; /* by instruction: last round in which it was reached */
    ints_t set, accepts;   /* of the state that is being made */
} automaton_t;

automaton_t *automaton_new(const lexicon_t *lexicon, const stage_t *stage);
void automaton_free(automaton_t *automaton);

/* Takes in the next look. States from before may be gone. */
void automaton_see(automaton_t *automaton, uint16_t kind, uint8_t shape);

void automaton_forget(automaton_t *automaton); /* all states */
state_t *automaton_make(automaton_t *automaton, const state_t *state, int letter);

/* The state in which to begin. States from before may be gone. */
static inline const state_t *automaton_begin(automaton_t *automaton) {
    if (automaton->states > automaton->states_max)
        automaton_forget(automaton);
    return automaton->first;
}

static inline const state_t *automaton_step(automaton_t *automaton, const state_t *state, uint32_t look) {
    int letter = automaton->letter_of.at[look];
    const state_t *next = state->next[letter];
    return next ? next : automaton_make(automaton, state, letter);
}

/* Whether a match can end by way of atoms that are passable, as a signature, from instructions on; gives the atoms that are
 * met on all such ways, passable or not. */
bool automaton_leads(automaton_t *automaton, const int *from, int count, const uint64_t *passable, uint64_t *met);

static inline const uint64_t *automaton_signature(const automaton_t *automaton, uint32_t look) {
    return automaton->signatures + automaton->letter_of.at[look] * automaton->atom_words;
}

static inline bool automaton_holds(const automaton_t *automaton, uint32_t look, int atom) {
    return automaton_signature(automaton, look)[atom / 64] >> (atom % 64) & 1;
}

#endif
