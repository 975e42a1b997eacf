/* The chain of forms that a text goes through. Read this file first.
 *
 *     bytes ----> text ----> tokens ----> items ------------------> facts ----> rows
 *         text.c      token.c    lexicon.c, then match.c       relate_*.c    store.c
 *         page.c                 stage by stage (rules/)
 *
 *     "President Askar Zhumin of Kazakhstan said"
 *       tokens    President | Askar | Zhumin | of | Kazakhstan | said        spans of the text, each a known word or none
 *       items     <role>    | Askar | Zhumin | of | <state>    | <say>       longest terms of the lexicon
 *       stage 1   <role>    | <proper>       | of | <state>    | <say>       each stage folds what its rules match
 *       stage 2   <person: office, name, party>                | <say>       into one item, whose parts stay within reach
 *       facts     office(Askar Zhumin, President, KAZ), speech(...)
 *
 * A form refers only to the one before it, by index. Offsets in tokens are bytes of the text; they become code points
 * when a fact is made (text_index_t). All of it lives in the arena of the document. */
#ifndef SCODB_LOADER_LOADER_H
#define SCODB_LOADER_LOADER_H

#include <stdbool.h>
#include <stdint.h>

#include "facts.h"

/* How a token is written. Rules ask for shapes by these names with a capital (<Cap>, <Number>). */
#define SHAPES(X)                                                                                                      \
    X(Lower)   /* starts with a small letter */                                                                       \
    X(Cap)     /* starts with a capital */                                                                             \
    X(Start)   /* the same, but first in its sentence or quotation, where any word does */                             \
    X(Upper)   /* two capitals or more and no small letter */                                                          \
    X(Initial) /* one capital with a full stop */                                                                      \
    X(Number)  /* digits, with points and commas between them */                                                       \
    X(Year)    /* a number from 1900 to 2099 */                                                                        \
    X(Nth)     /* digits with st, nd, rd, th */                                                                        \
    X(Dotted)  /* a day in numbers: 04.07.2024 */                                                                      \
    X(Punct)                                                                                                           \
    X(Open)    /* opening double quotation mark */                                                                     \
    X(Close)                                                                                                           \
    X(OpenSingle)                                                                                                      \
    X(CloseSingle)                                                                                                     \
    X(Poss)    /* 's or the apostrophe after s */                                                                      \
    X(Begin)   /* before the first token of a sentence */                                                              \
    X(End)     /* after the last */                                                                                    \
    X(Mention) /* what an earlier stage made */
typedef enum shape {
#define X(name) SHAPE_##name,
    SHAPES(X)
#undef X
        SHAPE_COUNT
} shape_t;

typedef struct token {
    uint32_t start, end; /* bytes of the text */
    uint32_t word;       /* number in the vocabulary, 0: not in it */
    uint8_t shape;       /* shape_t */
    uint8_t before;      /* what stands before it: GLUED, SPACE, PARAGRAPH */
} token_t;

enum { GLUED, SPACE, PARAGRAPH };

typedef struct sentence_span {
    int first, last; /* tokens [first, last) */
    int paragraph;   /* from 1 */
} sentence_span_t;

typedef struct tokens {
    LIST(token_t) list;
    LIST(sentence_span_t) sentences;
    LIST(int) opens; /* the tokens that are SHAPE_Open */
} tokens_t;

struct mention;

/* A token, a term of the lexicon, or a mention: the letters of the alphabet over which rules are written. */
typedef struct item {
    uint16_t kind;  /* set of classes (lexicon.h) */
    uint8_t shape;  /* of the first token, or SHAPE_Mention */
    int first, last; /* tokens [first, last) */
    int term;        /* of the lexicon, 0: none */
    struct mention *mention; /* NULL: none */
} item_t;

/* A stretch of items as a stage saw it. */
typedef struct span {
    const item_t *at;
    int count;
} span_t;

/* The named parts of a match; rules may use these names and no others. */
#define CAPTURES(X)                                                                                                    \
    X(name) X(office) X(role) X(party) X(state) X(org) X(organ) X(ordinal) X(kind) X(session) X(topic)                  \
    X(day) X(month) X(year) X(weekday) X(relative) X(number) X(unit) X(place) X(date)                                  \
    X(who) X(with) X(what) X(meeting) X(verb) X(addressee) X(count) X(status) X(list) X(chair) X(host) X(second)
typedef enum capture {
#define X(name) CAP_##name,
    CAPTURES(X)
#undef X
        CAP_COUNT
} capture_t;

typedef struct part {
    capture_t name;
    span_t span;
} part_t;

typedef struct mention {
    const struct rule *rule;
    span_t span;        /* all it covers, as the stage saw it */
    int first, last;    /* tokens */
    const part_t *parts; /* in the order of the text; a name may come more than once */
    int part_count;
} mention_t;

/* One sentence, all stages done. */
typedef struct line {
    item_t *items; /* items[0] is Begin, items[count - 1] End */
    int count;
    int first, last; /* tokens */
    int paragraph;
} line_t;

#endif
