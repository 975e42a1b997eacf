/* A text taken apart: tokens, sentences, and in each sentence the items that all stages have left. */
#ifndef SCODB_LOADER_ANALYSIS_H
#define SCODB_LOADER_ANALYSIS_H

#include "extract.h"
#include "leads.h"
#include "map.h"
#include "match.h"

/* Some of the classes that the code refers to; they come before all others. */
typedef struct classes {
    uint64_t bits[CLASS_KNOWN / 64 + 1];
} classes_t;

struct knowledge {
    arena_t *arena; /* holds this struct */
    lexicon_t lexicon;
    rules_t rules;
    const classes_t *classes; /* by kind: those of its set, close together */
    const uint16_t *leads;    /* see leads_of_kinds */
    const char *own;      /* see knowledge_own */
};

struct analysis;

struct extractor {
    const knowledge_t *knowledge;
    matcher_t *matcher;
    map_t *names;         /* of the document in work: its names by their words */
    map_t *scratch;       /* of the pass in work, which clears it first */
    unsigned forward;     /* see forward_acts */
    /* Called with each document that was taken apart; NULL: nobody looks on. */
    void (*watch)(void *watcher, const struct analysis *a);
    void *watcher;
};

typedef struct analysis {
    const knowledge_t *knowledge;
    const lexicon_t *lexicon;
    const classes_t *classes; /* of the knowledge */
    const document_t *document;
    arena_t *arena;
    tokens_t tokens;
    text_index_t index;
    LIST(line_t) lines; /* one a sentence */
    hints_t hints;      /* in the order of the text */
} analysis_t;

const classes_t *classes_of_kinds(lexicon_t *lexicon); /* in memory of the lexicon, which is frozen */

/* Runs the stages 0 .. stages - 1 (all: pass a large number) over the document's text. */
void analyse(extractor_t *extractor, const document_t *document, int stages, arena_t *arena, analysis_t *out);

static inline bool is_a(const analysis_t *a, const item_t *item, unsigned class) {
    return a->classes[item->kind].bits[class / 64] >> (class % 64) & 1;
}

/* The first part of a name in a mention, or an empty span. */
static inline span_t mention_part(const mention_t *mention, capture_t name) {
    for (int i = 0; mention && i < mention->part_count; i++)
        if (mention->parts[i].name == name)
            return mention->parts[i].span;
    return (span_t){NULL, 0};
}

/* The text of tokens [first, last), as it stands, in the arena. */
const char *text_of(const analysis_t *a, int first, int last);
const char *text_of_span(const analysis_t *a, span_t span);
static inline const char *text_of_item(const analysis_t *a, const item_t *item) {
    return text_of(a, item->first, item->last);
}

/* Runs the examples of the user's own rules, or of the embedded ones: each yes must be matched by its rule where it has
 * [brackets] or anywhere, each no by it nowhere. Prints what fails; returns how many failed, *run counts all. */
int check_examples(const knowledge_t *knowledge, bool own, FILE *errors, int *run);

/* Prints the items of every sentence, one sentence a line, mentions as <class: text>: for writing rules. */
void analysis_print(const analysis_t *a, FILE *out);

#endif
