#include "match.h"

#include <stdlib.h>
#include <string.h>

enum { DEAD, FIRST_STATE, UNKNOWN = -1 };
enum { ASK, NO, YES };
enum { LETTERS_STEP = 64, STATES_MAX = 4096, BUCKETS = 4 * STATES_MAX };

/* A deterministic state: the instructions at which the automaton may stand, all of them ATOM or MATCH. */
typedef struct state {
    int first, count;          /* in pool */
    int accepts, accept_count; /* in pool: the rules that match here, best first */
} state_t;

/* A letter: what all items of one kind and shape, or of several that no rule tells apart, look like. */
typedef struct letter {
    uint16_t kind;
    uint8_t shape;
} letter_t;

typedef LIST(int) ints_t;

struct matcher {
    const lexicon_t *lexicon;
    const stage_t *stage;
    arena_t *arena;      /* letters: never given up */
    arena_t *cache;      /* states: forgotten when there are too many */
    int atom_words;      /* words of a signature */
    uint16_t *letter_of; /* by kind and shape, 0: not seen yet */
    uint8_t *begins;     /* by kind and shape: whether a match can begin so, ASK: not seen yet */
    LIST(letter_t) letters;
    uint64_t *signatures; /* by letter: which atoms hold */
    LIST(state_t) states;
    ints_t pool;
    int *next; /* by state and letter: state, or UNKNOWN */
    int next_room, letter_room;
    int *buckets;          /* hash of the states' sets: number + 1 */
    uint32_t *seen, round; /* by instruction: last round in which it was reached */
    ints_t set, accepts;   /* of the state that is being made */
    const item_t *items;   /* of the sentence */
    uint64_t *visited; /* pass for the parts */
    size_t visited_room;
    struct step *stack;
    int stack_room;
    struct mark *trail;
    int trail_room;
    hits_t *hits; /* by rule */
};

static void forget_states(matcher_t *m);

matcher_t *matcher_new(const lexicon_t *lexicon, const stage_t *stage) {
    matcher_t *m = must_alloc(sizeof *m);
    *m = (matcher_t){.lexicon = lexicon, .stage = stage, .arena = arena_new(), .cache = arena_new()};
    m->atom_words = (stage->program.atoms.count + 63) / 64;
    size_t cells = (size_t)lexicon->kinds.count * SHAPE_COUNT;
    m->letter_of = arena_zalloc(m->arena, cells * sizeof *m->letter_of);
    m->begins = arena_zalloc(m->arena, cells);
    m->letter_room = LETTERS_STEP;
    m->signatures = must_alloc((size_t)m->letter_room * (size_t)m->atom_words * 8 + 8);
    m->seen = arena_zalloc(m->arena, ((size_t)stage->program.code.count + 1) * sizeof *m->seen);
    m->hits = arena_zalloc(m->arena, ((size_t)stage->rules.count + 1) * sizeof *m->hits);
    m->buckets = must_alloc(BUCKETS * sizeof *m->buckets);
    (void)list_add(m->arena, &m->letters); /* letter 0 is "not seen yet" */
    forget_states(m);
    return m;
}

void matcher_free(matcher_t *m) {
    if (!m)
        return;
    arena_free(m->arena);
    arena_free(m->cache);
    free(m->signatures);
    free(m->next);
    free(m->buckets);
    free(m->visited);
    free(m->stack);
    free(m->trail);
    free(m);
}

/* ---- letters ---- */

static void widen(matcher_t *m) {
    int old = m->letter_room;
    m->letter_room *= 2;
    m->signatures = must_realloc(m->signatures, (size_t)m->letter_room * (size_t)m->atom_words * 8 + 8);
    int *next = must_alloc((size_t)m->next_room * (size_t)m->letter_room * sizeof *next);
    for (int i = 0; i < m->next_room * m->letter_room; i++)
        next[i] = UNKNOWN;
    for (int i = 0; i < m->states.count; i++)
        memcpy(next + (size_t)i * (size_t)m->letter_room, m->next + (size_t)i * (size_t)old,
               (size_t)old * sizeof *next);
    free(m->next);
    m->next = next;
}

static uint16_t new_letter(matcher_t *m, uint16_t kind, uint8_t shape) {
    if (m->letters.count == m->letter_room)
        widen(m);
    uint64_t *signature = m->signatures + (size_t)m->letters.count * (size_t)m->atom_words;
    memset(signature, 0, (size_t)m->atom_words * 8);
    for (int i = 0; i < m->stage->program.atoms.count; i++)
        if (pattern_holds(m->lexicon, &m->stage->program.atoms.at[i], kind, shape))
            signature[i / 64] |= 1ull << (i % 64);
    for (int i = 1; i < m->letters.count; i++)
        if (!memcmp(m->signatures + (size_t)i * (size_t)m->atom_words, signature, (size_t)m->atom_words * 8))
            return (uint16_t)i;
    *list_add(m->arena, &m->letters) = (letter_t){kind, shape};
    return (uint16_t)(m->letters.count - 1);
}

/* The letter of the item at a place of the sentence. */
static int letter_at(matcher_t *m, int i) {
    const item_t *item = &m->items[i];
    uint16_t *letter = &m->letter_of[item->kind * SHAPE_COUNT + item->shape];
    if (!*letter)
        *letter = new_letter(m, item->kind, item->shape);
    return *letter;
}

static bool holds(const matcher_t *m, int letter, int atom) {
    return m->signatures[letter * m->atom_words + atom / 64] >> (atom % 64) & 1;
}

/* ---- states ---- */

/* Follows what takes no item from an instruction on, and adds what does. */
static void reach(matcher_t *m, int pc) {
    const instruction_t *code = m->stage->program.code.at;
    while (m->seen[pc] != m->round) {
        m->seen[pc] = m->round;
        switch (code[pc].op) {
        case OP_ATOM: *list_add(m->cache, &m->set) = pc; return;
        case OP_MATCH:
            *list_add(m->cache, &m->set) = pc;
            *list_add(m->cache, &m->accepts) = code[pc].x;
            return;
        case OP_JUMP: pc = code[pc].x; break;
        case OP_SPLIT:
            reach(m, code[pc].x);
            pc = code[pc].y;
            break;
        case OP_OPEN:
        case OP_CLOSE: pc++; break;
        }
    }
}

static int by_value(const void *a, const void *b) {
    return *(const int *)a - *(const int *)b;
}

/* Best first: by priority, then by the order of the rules. */
static void sort_accepts(matcher_t *m) {
    const rule_t *rules = m->stage->rules.at;
    int *at = m->accepts.at;
    for (int i = 1; i < m->accepts.count; i++)
        for (int k = i; k && (rules[at[k]].priority > rules[at[k - 1]].priority ||
                              (rules[at[k]].priority == rules[at[k - 1]].priority && at[k] < at[k - 1]));
             k--) {
            int swap = at[k];
            at[k] = at[k - 1];
            at[k - 1] = swap;
        }
}

static int pool_add(matcher_t *m, const ints_t *values) {
    int first = m->pool.count;
    for (int i = 0; i < values->count; i++)
        *list_add(m->cache, &m->pool) = values->at[i];
    return first;
}

/* The state of m->set, made if new; room for its transitions is made with it. */
static int state_of_set(matcher_t *m) {
    if (!m->set.count)
        return DEAD;
    qsort(m->set.at, (size_t)m->set.count, sizeof *m->set.at, by_value);
    uint32_t hash = VOCAB_SEED;
    for (int i = 0; i < m->set.count; i++)
        hash = (hash ^ (uint32_t)m->set.at[i]) * 0x01000193u;
    int *bucket = &m->buckets[hash % BUCKETS];
    while (*bucket) {
        const state_t *state = &m->states.at[*bucket - 1];
        if (state->count == m->set.count &&
            !memcmp(m->pool.at + state->first, m->set.at, sizeof(int) * (size_t)m->set.count))
            return *bucket - 1;
        bucket = bucket + 1 < m->buckets + BUCKETS ? bucket + 1 : m->buckets;
    }
    if (m->states.count == m->next_room) {
        m->next_room *= 2;
        m->next = must_realloc(m->next, (size_t)m->next_room * (size_t)m->letter_room * sizeof *m->next);
        for (int i = m->states.count * m->letter_room; i < m->next_room * m->letter_room; i++)
            m->next[i] = UNKNOWN;
    }
    sort_accepts(m);
    int first = pool_add(m, &m->set), accepts = pool_add(m, &m->accepts);
    *list_add(m->cache, &m->states) = (state_t){first, m->set.count, accepts, m->accepts.count};
    return *bucket = m->states.count, m->states.count - 1;
}

static void begin_set(matcher_t *m) {
    m->round++;
    m->set.count = m->accepts.count = 0;
}

static void forget_states(matcher_t *m) {
    arena_reset(m->cache);
    m->states = (__typeof__(m->states)){0};
    m->pool = m->set = m->accepts = (ints_t){0};
    memset(m->buckets, 0, BUCKETS * sizeof *m->buckets);
    free(m->next);
    m->next_room = 64;
    m->next = must_alloc((size_t)m->next_room * (size_t)m->letter_room * sizeof *m->next);
    for (int i = 0; i < m->next_room * m->letter_room; i++)
        m->next[i] = UNKNOWN;
    (void)list_add(m->cache, &m->states); /* DEAD */
    begin_set(m);
    for (int i = 0; i < m->stage->rules.count; i++)
        reach(m, m->stage->rules.at[i].start);
    state_of_set(m); /* FIRST_STATE */
}

static int step(matcher_t *m, int state, int letter) {
    int *next = &m->next[state * m->letter_room + letter];
    if (*next != UNKNOWN)
        return *next;
    begin_set(m);
    for (int i = 0; i < m->states.at[state].count; i++) {
        int pc = m->pool.at[m->states.at[state].first + i];
        const instruction_t *at = &m->stage->program.code.at[pc];
        if (at->op == OP_ATOM && holds(m, letter, at->x))
            reach(m, pc + 1);
    }
    int made = state_of_set(m);
    m->next[state * m->letter_room + letter] = made;
    return made;
}

/* ---- one match ---- */

typedef struct match {
    const rule_t *rule;
    int end; /* items [start, end) */
} match_t;

/* The best rule of an accepting state whose conditions on the neighbours hold, or NULL. */
static const rule_t *accepted(matcher_t *m, const state_t *state, int start, int end, int count) {
    for (int i = 0; i < state->accept_count; i++) {
        const rule_t *rule = &m->stage->rules.at[m->pool.at[state->accepts + i]];
        if ((rule->left == NONE || (start > 0 && holds(m, letter_at(m, start - 1), rule->left))) &&
            (rule->right == NONE || (end < count && holds(m, letter_at(m, end), rule->right))))
            return rule;
    }
    return NULL;
}

static match_t best_match(matcher_t *m, int start, int count) {
    match_t best = {NULL, start};
    int state = FIRST_STATE, limit = count - start > MATCH_MAX ? start + MATCH_MAX : count;
    for (int i = start; i < limit; i++) {
        state = step(m, state, letter_at(m, i));
        if (state == DEAD)
            break;
        if (!m->states.at[state].accept_count)
            continue;
        const rule_t *rule = accepted(m, &m->states.at[state], start, i + 1, count);
        if (rule && (!best.rule || rule->priority >= best.rule->priority))
            best = (match_t){rule, i + 1};
    }
    return best;
}

/* ---- the parts of a match ---- */

typedef struct step {
    int pc, at, trail;
} step_t;

typedef struct mark {
    int name, at;
    bool open;
} mark_t;

typedef struct parts_pass {
    matcher_t *m;
    int first_pc, start, end, stack, trail;
} parts_pass_t;

static void push(parts_pass_t *p, int pc, int at) {
    matcher_t *m = p->m;
    if (p->stack == m->stack_room) {
        m->stack_room = m->stack_room ? m->stack_room * 2 : 256;
        m->stack = must_realloc(m->stack, (size_t)m->stack_room * sizeof *m->stack);
    }
    m->stack[p->stack++] = (step_t){pc, at, p->trail};
}

static void mark(parts_pass_t *p, int name, int at, bool open) {
    matcher_t *m = p->m;
    if (p->trail == m->trail_room) {
        m->trail_room = m->trail_room ? m->trail_room * 2 : 64;
        m->trail = must_realloc(m->trail, (size_t)m->trail_room * sizeof *m->trail);
    }
    m->trail[p->trail++] = (mark_t){name, at, open};
}

static bool visit(parts_pass_t *p, int pc, int at) {
    size_t bit = (size_t)(pc - p->first_pc) * (size_t)(p->end - p->start + 1) + (size_t)(at - p->start);
    uint64_t *word = &p->m->visited[bit / 64], mask = 1ull << (bit % 64);
    bool fresh = !(*word & mask);
    *word |= mask;
    return fresh;
}

/* Runs one way through the code from a step until it ends; true if it ends in the match. */
static bool follow(parts_pass_t *p, step_t way) {
    const instruction_t *code = p->m->stage->program.code.at;
    int pc = way.pc, at = way.at;
    p->trail = way.trail;
    while (visit(p, pc, at))
        switch (code[pc].op) {
        case OP_ATOM:
            if (at == p->end || !holds(p->m, letter_at(p->m, at), code[pc].x))
                return false;
            pc++;
            at++;
            break;
        case OP_MATCH:
            if (at == p->end)
                return true;
            return false;
        case OP_JUMP: pc = code[pc].x; break;
        case OP_SPLIT:
            push(p, code[pc].y, at);
            pc = code[pc].x;
            break;
        case OP_OPEN: mark(p, code[pc++].x, at, true); break;
        case OP_CLOSE: mark(p, code[pc++].x, at, false); break;
        }
    return false;
}

static int rule_code_end(const matcher_t *m, const rule_t *rule) {
    return rule + 1 < m->stage->rules.at + m->stage->rules.count ? rule[1].start : m->stage->program.code.count;
}

/* Finds the preferred way through the rule's code over the match; leaves its marks in m->trail and returns how many. */
static int find_marks(matcher_t *m, const rule_t *rule, int start, int end) {
    parts_pass_t p = {.m = m, .first_pc = rule->start, .start = start, .end = end};
    size_t words = ((size_t)(rule_code_end(m, rule) - rule->start) * (size_t)(end - start + 1) + 63) / 64;
    if (words > m->visited_room) {
        m->visited_room = words * 2;
        m->visited = must_realloc(m->visited, m->visited_room * sizeof *m->visited);
    }
    memset(m->visited, 0, words * sizeof *m->visited);
    push(&p, rule->start, start);
    while (p.stack)
        if (follow(&p, m->stack[--p.stack]))
            return p.trail;
    return 0;
}

/* The marks as parts; the part @ gives the stretch that the rule folds. */
static void take_parts(matcher_t *m, const item_t *items, int marks, mention_t *mention, int *start, int *end,
                       arena_t *arena) {
    part_t *parts = arena_alloc(arena, sizeof *parts * (size_t)(marks / 2 + 1));
    int count = 0;
    for (int i = 0; i < marks; i++) {
        const mark_t *open = &m->trail[i];
        int depth = 0, close = i;
        if (!open->open)
            continue;
        for (close = i + 1; close < marks; close++) {
            depth += m->trail[close].name == open->name ? (m->trail[close].open ? 1 : -1) : 0;
            if (depth < 0)
                break;
        }
        if (close == marks)
            continue;
        if (open->name == PART_SPAN && m->trail[close].at > open->at) {
            *start = open->at;
            *end = m->trail[close].at;
        } else if (open->name != PART_SPAN && m->trail[close].at > open->at) {
            parts[count++] = (part_t){(capture_t)open->name, {items + open->at, m->trail[close].at - open->at}};
        }
    }
    mention->parts = parts;
    mention->part_count = count;
}

static item_t fold(matcher_t *m, const item_t *items, const match_t *match, int *start, int *end, arena_t *arena) {
    mention_t *mention = arena_zalloc(arena, sizeof *mention);
    mention->rule = match->rule;
    if (match->rule->parts)
        take_parts(m, items, find_marks(m, match->rule, *start, *end), mention, start, end, arena);
    mention->span = (span_t){items + *start, *end - *start};
    mention->first = items[*start].first;
    mention->last = items[*end - 1].last;
    hits_t *hits = &m->hits[match->rule - m->stage->rules.at];
    hits->matches++;
    hits->tokens += (uint64_t)(mention->last - mention->first);
    return (item_t){.kind = match->rule->kind,
                    .shape = SHAPE_Mention,
                    .first = mention->first,
                    .last = mention->last,
                    .mention = mention};
}

hits_t matcher_hits(const matcher_t *m, int rule) {
    return m->hits[rule];
}

/* The next place from i on where a match could begin; count if there is none. */
static int next_start(matcher_t *m, int i, int count) {
    if (m->states.count > STATES_MAX)
        forget_states(m);
    for (; i < count; i++) {
        uint8_t *begins = &m->begins[m->items[i].kind * SHAPE_COUNT + m->items[i].shape];
        if (*begins == ASK)
            *begins = step(m, FIRST_STATE, letter_at(m, i)) == DEAD ? NO : YES;
        if (*begins == YES)
            break;
    }
    return i;
}

item_t *matcher_run(matcher_t *m, item_t *items, int *count, arena_t *arena) {
    item_t *out = NULL;
    int made = 0, copied = 0; /* items[0 .. copied) are in out or folded into it */
    m->items = items;
    for (int i = next_start(m, 0, *count); i < *count; i = next_start(m, i, *count)) {
        match_t match = best_match(m, i, *count);
        int start = i, end = match.end;
        if (!match.rule) {
            i++;
            continue;
        }
        if (!out)
            out = arena_alloc(arena, (size_t)*count * sizeof *out);
        item_t folded = fold(m, items, &match, &start, &end, arena);
        memcpy(out + made, items + copied, (size_t)(start - copied) * sizeof *out);
        made += start - copied;
        out[made++] = folded;
        copied = i = end;
    }
    if (!out)
        return items;
    memcpy(out + made, items + copied, (size_t)(*count - copied) * sizeof *out);
    *count = made + *count - copied;
    return out;
}
