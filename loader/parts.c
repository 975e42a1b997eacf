#include "parts.h"

#include <stdlib.h>

#include "fnv.h"

enum { BUCKETS = 1024, KEPT_MAX = 1 << 16 };

typedef struct step {
    int pc, at, trail;
} step_t;

typedef struct mark {
    int name, at;
    bool open;
} mark_t;

struct parts {
    arena_t *arena;
    sharing_t *newest[BUCKETS];   /* by hash of rule and letters */
    int kept;                     /* letters of all that is kept */
    const automaton_t *automaton; /* of the search */
    const rule_t *rule;
    const spot_t *spots;
    int length;
    LIST(uint64_t) visited; /* bits, by instruction and item */
    LIST(step_t) stack;
    LIST(mark_t) trail;
};

parts_t *parts_new(void) {
    parts_t *p = must_alloc(sizeof *p);
    *p = (parts_t){.arena = arena_new()};
    return p;
}

void parts_free(parts_t *p) {
    if (!p)
        return;
    arena_free(p->arena);
    free(p);
}

/* ---- the search ---- */

static bool visit(parts_t *p, int pc, int at) {
    int bit = (pc - p->rule->start) * (p->length + 1) + at;
    uint64_t *word = &p->visited.at[bit / 64], mask = 1ull << (bit % 64);
    bool fresh = !(*word & mask);
    *word |= mask;
    return fresh;
}

/* Runs one way through the code from a step until it ends; true if it ends in the match. */
static bool follow(parts_t *p, step_t way) {
    const instruction_t *code = p->automaton->stage->program.code.at;
    int pc = way.pc, at = way.at;
    p->trail.count = way.trail;
    while (visit(p, pc, at))
        switch (code[pc].op) {
        case OP_ATOM:
            if (at == p->length || !automaton_holds(p->automaton, p->spots[at], code[pc].x))
                return false;
            pc++;
            at++;
            break;
        case OP_MATCH: return at == p->length;
        case OP_JUMP: pc = code[pc].x; break;
        case OP_SPLIT:
            *list_add(p->arena, &p->stack) = (step_t){code[pc].y, at, p->trail.count};
            pc = code[pc].x;
            break;
        case OP_OPEN:
        case OP_CLOSE:
            *list_add(p->arena, &p->trail) = (mark_t){code[pc].x, at, code[pc].op == OP_OPEN};
            pc++;
            break;
        }
    return false;
}

static int rule_code_end(const stage_t *stage, const rule_t *rule) {
    return rule + 1 < stage->rules.at + stage->rules.count ? rule[1].start : stage->program.code.count;
}

/* Leaves the marks of the preferred way in p->trail. */
static void find_marks(parts_t *p) {
    int bits = (rule_code_end(p->automaton->stage, p->rule) - p->rule->start) * (p->length + 1);
    p->visited.count = p->stack.count = 0;
    for (int i = 0; i <= bits / 64; i++)
        *list_add(p->arena, &p->visited) = 0;
    *list_add(p->arena, &p->stack) = (step_t){p->rule->start, 0, 0};
    while (p->stack.count)
        if (follow(p, p->stack.at[--p->stack.count]))
            return;
    p->trail.count = 0;
}

/* Where what is opened by a mark is closed; NULL if it is nowhere. */
static const mark_t *closing(const parts_t *p, const mark_t *open) {
    int depth = 0;
    for (const mark_t *mark = open + 1; mark < p->trail.at + p->trail.count; mark++) {
        depth += mark->name == open->name ? (mark->open ? 1 : -1) : 0;
        if (depth < 0)
            return mark;
    }
    return NULL;
}

static void take_pieces(const parts_t *p, sharing_t *sharing) {
    piece_t *pieces = arena_alloc(p->arena, sizeof *pieces * (size_t)(p->trail.count / 2 + 1));
    for (const mark_t *open = p->trail.at; open < p->trail.at + p->trail.count; open++) {
        const mark_t *close = open->open ? closing(p, open) : NULL;
        if (!close || close->at == open->at)
            continue;
        if (open->name != PART_SPAN) {
            pieces[sharing->count++] = (piece_t){(capture_t)open->name, open->at, close->at - open->at};
            continue;
        }
        sharing->first = open->at;
        sharing->last = close->at;
    }
    sharing->pieces = pieces;
}

/* ---- what is kept ---- */

static void forget(parts_t *p) {
    arena_reset(p->arena);
    *p = (parts_t){.arena = p->arena};
}

static bool is_same(const sharing_t *sharing, const automaton_t *a, const rule_t *rule, const spot_t *spots,
                    int length) {
    if (sharing->rule != rule || sharing->length != length)
        return false;
    for (int i = 0; i < length; i++)
        if (sharing->letters[i] != a->letter_of.at[spots[i]])
            return false;
    return true;
}

/* Searches, and keeps what is found at the place for it. */
static const sharing_t *find(parts_t *p, sharing_t **newest) {
    int *letters = arena_alloc(p->arena, sizeof *letters * (size_t)p->length);
    sharing_t *sharing = arena_alloc(p->arena, sizeof *sharing);
    for (int i = 0; i < p->length; i++)
        letters[i] = p->automaton->letter_of.at[p->spots[i]];
    *sharing =
        (sharing_t){.rule = p->rule, .letters = letters, .length = p->length, .last = p->length, .older = *newest};
    find_marks(p);
    take_pieces(p, sharing);
    p->kept += p->length;
    return *newest = sharing;
}

const sharing_t *parts_find(parts_t *p, const automaton_t *automaton, const rule_t *rule, const spot_t *spots,
                            int length) {
    uint32_t hash = FNV_SEED ^ (uint32_t)rule->start;
    for (int i = 0; i < length; i++)
        hash = fnv_add(hash, (uint32_t)automaton->letter_of.at[spots[i]]);
    sharing_t **newest = &p->newest[hash % BUCKETS];
    for (const sharing_t *sharing = *newest; sharing; sharing = sharing->older)
        if (is_same(sharing, automaton, rule, spots, length))
            return sharing;
    if (p->kept > KEPT_MAX)
        forget(p);
    p->automaton = automaton;
    p->rule = rule;
    p->spots = spots;
    p->length = length;
    return find(p, newest);
}
