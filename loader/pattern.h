/* Patterns of rules: a small language over items, compiled to the code that match.c runs. The language on one screen is
 * rules/README.md. */
#ifndef SCODB_LOADER_PATTERN_H
#define SCODB_LOADER_PATTERN_H

#include "lexicon.h"

/* What an atom asks of an item: a class or a shape. */
typedef struct condition {
    enum { CONDITION_CLASS, CONDITION_SHAPE, CONDITION_ANY, CONDITION_UNKNOWN } op;
    unsigned operand;
    bool negated;
    bool ends; /* last of those that must hold together; the next ones are another way to hold */
} condition_t;

typedef struct atom {
    const char *text; /* as written, without the brackets: atoms that are written alike are one */
    LIST(condition_t) conditions;
} atom_t;

typedef struct instruction {
    enum { OP_ATOM, OP_SPLIT, OP_JUMP, OP_OPEN, OP_CLOSE, OP_MATCH } op;
    int x, y; /* ATOM: atom; SPLIT: preferred and other way; JUMP: where to; OPEN, CLOSE: capture_t or PART_SPAN; MATCH: rule */
} instruction_t;

enum { PART_SPAN = CAP_COUNT }; /* the part that a rule folds, where that is not all it matches (written @:) */

typedef struct macro {
    const char *name, *pattern;
} macro_t;

/* What the patterns of a stage share. */
typedef struct program {
    lexicon_t *lexicon; /* gets the classes and the words that patterns name */
    LIST(atom_t) atoms;
    LIST(instruction_t) code;
    LIST(macro_t) macros;
} program_t;

/* Appends the code of a pattern, ending in MATCH rule. Returns NULL, or what is wrong (in arena) with *place the offset
 * in the pattern. */
const char *pattern_compile(program_t *program, const char *pattern, int rule, arena_t *arena, int *place);

/* Compiles a condition as written between < and >; returns the atom's number, or -1 with *why. */
int pattern_atom(program_t *program, const char *text, arena_t *arena, const char **why);
bool pattern_holds(const lexicon_t *lexicon, const atom_t *atom, uint16_t kind, uint8_t shape);

#endif
