#include "analysis.h"

#include <string.h>

const classes_t *classes_of_kinds(lexicon_t *lexicon) {
    classes_t *classes = arena_alloc(lexicon->arena, sizeof *classes * (size_t)lexicon->kinds.count);
    for (int i = 0; i < lexicon->kinds.count; i++)
        memcpy(classes[i].bits, lexicon->kinds.at[i].bits, sizeof classes[i].bits);
    return classes;
}

void analyse(extractor_t *extractor, const document_t *document, int stages, arena_t *arena, analysis_t *out) {
    const knowledge_t *k = extractor->knowledge;
    *out = (analysis_t){
        .knowledge = k, .lexicon = &k->lexicon, .classes = k->classes, .document = document, .arena = arena};
    tokenize(k->lexicon.vocab, &k->lexicon.cutting, document->text, document->size, arena, &out->tokens);
    text_index(document->text, document->size, arena, &out->index);
    for (int i = 0; i < out->tokens.sentences.count; i++) {
        const sentence_span_t *sentence = &out->tokens.sentences.at[i];
        size_t room = (size_t)(sentence->last - sentence->first) + 2;
        line_t *line = list_add(arena, &out->lines);
        *line = (line_t){arena_alloc(arena, room * sizeof *line->items), 0, sentence->first, sentence->last,
                         sentence->paragraph};
        line->count = lexicon_words(&k->lexicon, &out->tokens, sentence, line->items, arena, &out->hints);
        line->items = matcher_run(extractor->matcher, stages, line->items, &line->count, arena);
    }
}

const char *text_of(const analysis_t *a, int first, int last) {
    if (first >= last)
        return "";
    const token_t *tokens = a->tokens.list.at;
    return arena_strndup(a->arena, a->document->text + tokens[first].start, tokens[last - 1].end - tokens[first].start);
}

const char *text_of_span(const analysis_t *a, span_t span) {
    return span.count ? text_of(a, span.at[0].first, span.at[span.count - 1].last) : "";
}

/* ---- examples of rules ---- */

/* An example without its brackets; *first and *last get the place of what stood in them, in bytes. */
static const char *without_brackets(const char *example, arena_t *arena, size_t *first, size_t *last) {
    char *text = arena_strdup(arena, example), *out = text;
    *first = *last = 0;
    for (const char *c = example; *c; c++)
        if (*c == '[')
            *first = (size_t)(out - text);
        else if (*c == ']')
            *last = (size_t)(out - text);
        else
            *out++ = *c;
    *out = 0;
    return text;
}

static bool rule_found(const analysis_t *a, const rule_t *rule, size_t first, size_t last) {
    for (int i = 0; i < a->lines.count; i++)
        for (int k = 0; k < a->lines.at[i].count; k++) {
            const mention_t *mention = a->lines.at[i].items[k].mention;
            if (mention && mention->rule == rule &&
                (!last || (a->tokens.list.at[mention->first].start == first &&
                           a->tokens.list.at[mention->last - 1].end == last)))
                return true;
        }
    return false;
}

/* An example, taken apart as far as the rule's own stage. */
typedef struct trial {
    const rule_t *rule;
    analysis_t a;
    size_t first, last; /* bytes of what stood in brackets; last is 0 if there were none */
} trial_t;

static void try_example(extractor_t *extractor, const char *example, arena_t *arena, trial_t *trial) {
    const char *text = without_brackets(example, arena, &trial->first, &trial->last);
    document_t *document = arena_zalloc(arena, sizeof *document);
    *document = (document_t){.name = "example", .text = text, .size = strlen(text)};
    analyse(extractor, document, trial->rule->stage + 1, arena, &trial->a);
}

/* Another rule of the stage that took some of the words, or NULL. */
static const rule_t *taker(const trial_t *trial) {
    const token_t *tokens = trial->a.tokens.list.at;
    for (int i = 0; i < trial->a.lines.count; i++)
        for (int k = 0; k < trial->a.lines.at[i].count; k++) {
            const mention_t *mention = trial->a.lines.at[i].items[k].mention;
            if (mention && mention->rule != trial->rule && mention->rule->stage == trial->rule->stage &&
                (!trial->last ||
                 (tokens[mention->first].start < trial->last && tokens[mention->last - 1].end > trial->first)))
                return mention->rule;
        }
    return NULL;
}

static void tell_failure(const trial_t *trial, const char *example, bool yes, FILE *errors) {
    const rule_t *rule = trial->rule, *other = yes ? taker(trial) : NULL;
    fprintf(errors, "%s:%d: rule %s: the %s-example %s: %s\n    ", rule->file, rule->line, rule->name,
            yes ? "yes" : "no", yes ? "is not found" : "is found", example);
    if (other)
        fprintf(errors, "rule %s makes: ", other->name);
    analysis_print(&trial->a, errors);
}

static int check_rule(extractor_t *extractor, const rule_t *rule, FILE *errors, int *run) {
    arena_t *arena = arena_new();
    int failed = 0;
    for (int i = 0; i < rule->yes.count + rule->no.count; i++) {
        bool yes = i < rule->yes.count;
        const char *example = yes ? rule->yes.at[i] : rule->no.at[i - rule->yes.count];
        trial_t trial = {.rule = rule};
        ++*run;
        try_example(extractor, example, arena, &trial);
        if (rule_found(&trial.a, rule, trial.first, trial.last) == yes)
            continue;
        failed++;
        tell_failure(&trial, example, yes, errors);
    }
    arena_free(arena);
    return failed;
}

int check_examples(const knowledge_t *knowledge, bool own, FILE *errors, int *run) {
    extractor_t *extractor = extractor_new(knowledge);
    int failed = 0;
    *run = 0;
    for (int i = 0; i < knowledge->rules.stages.count; i++)
        for (int k = 0; k < knowledge->rules.stages.at[i].rules.count; k++)
            if (knowledge->rules.stages.at[i].rules.at[k].own == own)
                failed += check_rule(extractor, &knowledge->rules.stages.at[i].rules.at[k], errors, run);
    extractor_free(extractor);
    return failed;
}

static void print_classes(const analysis_t *a, uint16_t kind, FILE *out) {
    const char *separator = "";
    for (int i = 1; i < a->lexicon->classes.count; i++)
        if (class_set_has(&a->lexicon->kinds.at[kind], (unsigned)i) && a->lexicon->classes.at[i][0] != '=') {
            fprintf(out, "%s%s", separator, a->lexicon->classes.at[i]);
            separator = "&";
        }
}

void analysis_print(const analysis_t *a, FILE *out) {
    for (int i = 0; i < a->lines.count; i++) {
        const line_t *line = &a->lines.at[i];
        for (int k = 1; k + 1 < line->count; k++) {
            const item_t *item = &line->items[k];
            fputs(k > 1 ? " " : "", out);
            if (item->kind) {
                fputc('<', out);
                print_classes(a, item->kind, out);
                fprintf(out, ": %s>", text_of_item(a, item));
            } else {
                fputs(text_of_item(a, item), out);
            }
        }
        fputc('\n', out);
    }
}
