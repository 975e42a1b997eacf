#include "pattern.h"

#include <ctype.h>
#include <string.h>

enum { DEPTH_MAX = 24, CODE_MAX = 60000, REPEAT_MAX = 16 };

typedef struct parse {
    program_t *program;
    arena_t *arena;
    const char *text, *at; /* the pattern or, inside one, the macro */
    int depth;
    const char *error, *place; /* where it was met */
} parse_t;

static const char *const shape_names[] = {
#define X(name) #name,
    SHAPES(X)
#undef X
};

static const char *const capture_names[] = {
#define X(name) #name,
    CAPTURES(X)
#undef X
};

static void fail(parse_t *p, const char *what) {
    if (p->error)
        return;
    p->error = what;
    p->place = p->at;
}

static int find_name(const char *const *names, int count, const char *name, size_t size) {
    for (int i = 0; i < count; i++)
        if (strlen(names[i]) == size && !memcmp(names[i], name, size))
            return i;
    return NONE;
}

static int emit(parse_t *p, int op, int x, int y) {
    if (p->program->code.count >= CODE_MAX)
        fail(p, "the rules of this stage are too large");
    *list_add(p->arena, &p->program->code) = (instruction_t){(__typeof__(((instruction_t *)0)->op))op, x, y};
    return p->program->code.count - 1;
}

/* ---- conditions: a | b & !c ---- */

typedef struct reader {
    program_t *program;
    arena_t *arena;
    atom_t *atom;
    const char *at, *error;
} reader_t;

static const char too_many_classes[] = "there are too many classes and words";

static condition_t class_named(reader_t *r, const char *name) {
    unsigned class = lexicon_class(r->program->lexicon, name);
    if (!class)
        r->error = too_many_classes;
    return (condition_t){.op = CONDITION_CLASS, .operand = class};
}

static condition_t read_name(reader_t *r) {
    const char *name = r->at;
    while (isalnum((unsigned char)*r->at) || *r->at == '_')
        r->at++;
    size_t size = (size_t)(r->at - name);
    int shape = find_name(shape_names, SHAPE_COUNT, name, size);
    if (size == 1 && *name == '_')
        return (condition_t){.op = CONDITION_ANY};
    if (size == 7 && !memcmp(name, "unknown", 7))
        return (condition_t){.op = CONDITION_UNKNOWN};
    if (shape != NONE)
        return (condition_t){.op = CONDITION_SHAPE, .operand = (unsigned)shape};
    if (size && !isupper((unsigned char)*name))
        return class_named(r, arena_strndup(r->arena, name, size));
    r->error = size ? "no shape has this name; classes begin with a small letter"
                    : "a class or a shape is missing between < and >";
    return (condition_t){0};
}

/* a&!b&c */
static void read_conjunction(reader_t *r) {
    for (bool more = true; more && !r->error;) {
        bool negated = *r->at == '!';
        r->at += negated;
        condition_t condition = read_name(r);
        more = *r->at == '&';
        r->at += more;
        condition.negated = negated;
        condition.ends = !more;
        *list_add(r->arena, &r->atom->conditions) = condition;
    }
}

static int known_atom(const program_t *program, const char *text) {
    for (int i = 0; i < program->atoms.count; i++)
        if (!strcmp(program->atoms.at[i].text, text))
            return i;
    return NONE;
}

int pattern_atom(program_t *program, const char *text, arena_t *arena, const char **why) {
    atom_t atom = {.text = arena_strdup(arena, text)};
    reader_t r = {.program = program, .arena = arena, .atom = &atom, .at = text};
    read_conjunction(&r);
    while (!r.error && *r.at == '|') {
        r.at++;
        read_conjunction(&r);
    }
    *why = r.error ? r.error : *r.at ? "only names, |, & and ! may stand between < and >" : NULL;
    int known = known_atom(program, text);
    if (*why || known != NONE)
        return *why ? NONE : known;
    *list_add(arena, &program->atoms) = atom;
    return program->atoms.count - 1;
}

static bool condition_holds(const lexicon_t *lexicon, const condition_t *condition, uint16_t kind, uint8_t shape) {
    switch (condition->op) {
    case CONDITION_CLASS: return class_set_has(&lexicon->kinds.at[kind], condition->operand);
    case CONDITION_SHAPE: return shape == condition->operand;
    case CONDITION_ANY: return shape != SHAPE_Begin && shape != SHAPE_End;
    case CONDITION_UNKNOWN: return !kind && shape != SHAPE_Begin && shape != SHAPE_End;
    }
    return false;
}

bool pattern_holds(const lexicon_t *lexicon, const atom_t *atom, uint16_t kind, uint8_t shape) {
    bool all = true;
    for (int i = 0; i < atom->conditions.count; i++) {
        const condition_t *condition = &atom->conditions.at[i];
        all = all && condition_holds(lexicon, condition, kind, shape) != condition->negated;
        if (condition->ends && all)
            return true;
        all |= condition->ends;
    }
    return false;
}

/* ---- patterns ---- */

static void parse_alternatives(parse_t *p);

static void skip_blanks(parse_t *p) {
    while (*p->at == ' ')
        p->at++;
}

/* A word, or a mark between double quotation marks, as a class of its own: "=word". */
static void parse_literal(parse_t *p) {
    const char *start = p->at;
    bool quoted = *start == '"';
    if (quoted)
        for (p->at++; *p->at && *p->at != '"'; p->at++) {
        }
    else
        while (*p->at && !strchr(" ()|?*+{}<>:$\"@", *p->at))
            p->at++;
    const char *word = quoted ? start + 1 : start;
    size_t size = (size_t)(p->at - word);
    if (quoted && *p->at != '"')
        fail(p, "the quotation mark is not closed");
    p->at += quoted && *p->at;
    if (!size)
        fail(p, "something is missing here");
    if (p->error)
        return;
    char *literal = arena_printf(p->arena, "=%.*s", (int)size, word);
    unsigned class = lexicon_class(p->program->lexicon, literal);
    if (!class)
        fail(p, too_many_classes);
    lexicon_add(p->program->lexicon, literal + 1, class, 0, false);
    int atom = known_atom(p->program, literal);
    if (atom == NONE) {
        atom_t fresh = {.text = literal};
        *list_add(p->arena, &fresh.conditions) = (condition_t){.op = CONDITION_CLASS, .operand = class, .ends = true};
        *list_add(p->arena, &p->program->atoms) = fresh;
        atom = p->program->atoms.count - 1;
    }
    emit(p, OP_ATOM, atom, 0);
}

static void parse_condition(parse_t *p) {
    const char *start = p->at + 1, *end = strchr(start, '>'), *why = NULL;
    if (!end) {
        fail(p, "the < is not closed");
        return;
    }
    int atom = pattern_atom(p->program, arena_strndup(p->arena, start, (size_t)(end - start)), p->arena, &why);
    if (why)
        fail(p, why);
    emit(p, OP_ATOM, atom, 0);
    p->at = end + 1;
}

static void parse_macro(parse_t *p) {
    const char *name = ++p->at;
    while (isalnum((unsigned char)*p->at) || *p->at == '_')
        p->at++;
    size_t size = (size_t)(p->at - name);
    const macro_t *macro = NULL;
    for (int i = 0; i < p->program->macros.count; i++)
        if (strlen(p->program->macros.at[i].name) == size && !memcmp(p->program->macros.at[i].name, name, size))
            macro = &p->program->macros.at[i];
    if (!macro || p->depth > DEPTH_MAX) {
        fail(p, macro ? "definitions are nested too deeply" : "no definition has this name");
        return;
    }
    parse_t inner = {
        .program = p->program, .arena = p->arena, .text = macro->pattern, .at = macro->pattern, .depth = p->depth + 1};
    parse_alternatives(&inner);
    if (inner.error || *inner.at)
        fail(p, arena_printf(p->arena, "in $%s: %s", macro->name, inner.error ? inner.error : "unexpected )"));
}

static void parse_group(parse_t *p) {
    p->at++;
    p->depth++;
    if (p->depth > DEPTH_MAX)
        fail(p, "brackets are nested too deeply");
    else
        parse_alternatives(p);
    p->depth--;
    if (*p->at == ')')
        p->at++;
    else
        fail(p, "a ) is missing");
}

static void parse_primary(parse_t *p) {
    if (*p->at == '(')
        parse_group(p);
    else if (*p->at == '<')
        parse_condition(p);
    else if (*p->at == '$')
        parse_macro(p);
    else
        parse_literal(p);
}

/* The name: of a part, if one stands here. */
static int parse_part_name(parse_t *p) {
    if (p->at[0] == '@' && p->at[1] == ':') {
        p->at += 2;
        return PART_SPAN;
    }
    size_t size = 0;
    while (islower((unsigned char)p->at[size]))
        size++;
    if (!size || p->at[size] != ':')
        return NONE;
    int capture = find_name(capture_names, CAP_COUNT, p->at, size);
    if (capture == NONE)
        fail(p, "no part has this name");
    p->at += size + 1;
    return capture;
}

static void parse_named(parse_t *p) {
    int part = parse_part_name(p);
    if (part != NONE)
        emit(p, OP_OPEN, part, 0);
    parse_primary(p);
    if (part != NONE)
        emit(p, OP_CLOSE, part, 0);
}

/* A number, NONE if there is none; beyond REPEAT_MAX any will do. */
static int parse_bound(parse_t *p) {
    int number = isdigit((unsigned char)*p->at) ? 0 : NONE;
    for (; isdigit((unsigned char)*p->at); p->at++)
        number = number > REPEAT_MAX ? number : number * 10 + (*p->at - '0');
    return number;
}

/* Reads {2,5}, {3} or {1,}; *most is NONE for no bound. */
static void parse_bounds(parse_t *p, int *least, int *most) {
    p->at++;
    *least = *most = parse_bound(p);
    if (*p->at == ',') {
        p->at++;
        *most = parse_bound(p);
    }
    bool closed = *p->at == '}';
    if (!closed || *least == NONE || *least > REPEAT_MAX || *most > REPEAT_MAX || (*most != NONE && *most < *least))
        fail(p, "bounds are written {2,5}, {3} or {1,} and go to 16");
    p->at += closed;
}

static instruction_t split(bool lazy, int go, int leave) {
    return (instruction_t){OP_SPLIT, lazy ? leave : go, lazy ? go : leave};
}

/* What is repeated is compiled anew for each time: from its text at start. */
static void repeat(parse_t *p, const char *start, int least, int most, bool lazy) {
    const char *end = p->at;
    LIST(int) leaves = {0};
    int last = p->program->code.count;
    for (int i = 0; !p->error && i < (most == NONE ? (least ? least : 1) : most); i++) {
        bool optional = most == NONE ? !least : i >= least;
        last = p->program->code.count;
        if (optional)
            *list_add(p->arena, &leaves) = emit(p, OP_SPLIT, 0, 0);
        p->at = start;
        parse_named(p);
    }
    if (most == NONE && !p->error) { /* and again, as often as it comes */
        int again = emit(p, OP_SPLIT, 0, 0);
        p->program->code.at[again] = split(lazy, least ? last : last + 1, again + 1);
    }
    for (int i = 0; i < leaves.count; i++)
        p->program->code.at[leaves.at[i]] = split(lazy, leaves.at[i] + 1, p->program->code.count);
    p->at = end;
}

static void parse_repeated(parse_t *p) {
    const char *start = p->at;
    int code = p->program->code.count, least = 1, most = 1;
    parse_named(p);
    switch (*p->at) {
    case '?':
        least = 0;
        p->at++;
        break;
    case '*':
        least = 0;
        most = NONE;
        p->at++;
        break;
    case '+':
        most = NONE;
        p->at++;
        break;
    case '{': parse_bounds(p, &least, &most); break;
    default: return;
    }
    bool lazy = *p->at == '?';
    p->at += lazy;
    p->program->code.count = code;
    repeat(p, start, least, most, lazy);
}

static void parse_sequence(parse_t *p) {
    skip_blanks(p);
    while (!p->error && *p->at && *p->at != ')' && *p->at != '|') {
        parse_repeated(p);
        skip_blanks(p);
    }
}

static void parse_alternatives(parse_t *p) {
    LIST(int) ends = {0};
    for (;;) {
        int choice = emit(p, OP_SPLIT, 0, 0);
        parse_sequence(p);
        if (p->error || *p->at != '|') {
            p->program->code.at[choice] = (instruction_t){OP_JUMP, choice + 1, 0};
            break;
        }
        p->at++;
        *list_add(p->arena, &ends) = emit(p, OP_JUMP, 0, 0);
        p->program->code.at[choice] = (instruction_t){OP_SPLIT, choice + 1, p->program->code.count};
    }
    for (int i = 0; i < ends.count; i++)
        p->program->code.at[ends.at[i]].x = p->program->code.count;
}

const char *pattern_compile(program_t *program, const char *pattern, int rule, arena_t *arena, int *place) {
    parse_t p = {.program = program, .arena = arena, .text = pattern, .at = pattern};
    parse_alternatives(&p);
    if (!p.error && *p.at)
        fail(&p, "unexpected )");
    emit(&p, OP_MATCH, rule, 0);
    *place = p.error ? (int)(p.place - p.text) : 0;
    return p.error;
}
