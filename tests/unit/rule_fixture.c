#include "rule_fixture.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

lexicon_t lexicon;
rules_t rules;
arena_t *arena;
static matcher_t *matcher;

static const char *const part_names[] = {
#define X(name) #name,
    CAPTURES(X)
#undef X
};

void rules_set_up(void) {
    static const struct {
        const char *form;
        unsigned class;
    } terms[] = {{"Kazakhstan", CLASS_state}, {"China", CLASS_state}, {"South Korea", CLASS_state},
                 {"President", CLASS_role}, {"Prime Minister", CLASS_role}, {"May", CLASS_month},
                 {"said", CLASS_say}, {"said", CLASS_say_that}};
    arena = arena_new();
    rules = (rules_t){0};
    matcher = NULL;
    lexicon_init(&lexicon);
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++)
        lexicon_add(&lexicon, terms[i].form, terms[i].class, (int)i, terms[i].class == CLASS_state);
}

void rules_tear_down(void) {
    matcher_free(matcher);
    lexicon_free(&lexicon);
    arena_free(arena);
}

static const char *read_rules(char *json) {
    char *errors;
    size_t size;
    int failures = 0;
    FILE *out = open_memstream(&errors, &size);
    config_t config;
    if (config_open(&config, "r.json", json, strlen(json), out, &failures)) {
        rules_read(&rules, &lexicon, &config);
        config_close(&config);
    }
    fclose(out);
    const char *said = arena_strdup(arena, errors);
    free(errors);
    ck_assert_int_eq(failures > 0, *said != 0);
    return said;
}

const char *rules_from(const char *json) {
    char *text = arena_strdup(arena, json);
    for (char *c = text; *c; c++)
        *c = *c == '\'' ? '"' : *c;
    return read_rules(text);
}

const char *rule_from(const char *pattern) {
    json_t *file = json_pack("{s:s, s:s, s:[{s:s, s:s, s:s, s:s, s:[s, s]}]}", "stage", "one", "note", "n", "rules",
                             "name", "r", "makes", "thing", "note", "n", "pattern", pattern, "yes", "a", "b");
    char *text = json_dumps(file, 0);
    const char *said = read_rules(text);
    free(text);
    json_decref(file);
    return said;
}

const char *frozen(void) {
    char *errors;
    size_t size;
    FILE *out = open_memstream(&errors, &size);
    rules_freeze(&rules, &lexicon, out);
    lexicon_freeze(&lexicon);
    fclose(out);
    const char *said = arena_strdup(arena, errors);
    free(errors);
    matcher = matcher_new(&lexicon, &rules);
    return said;
}

static const char *words(const char *text, const tokens_t *tokens, int first, int last) {
    if (first == last)
        return "";
    uint32_t start = tokens->list.at[first].start;
    return arena_strndup(arena, text + start, tokens->list.at[last - 1].end - start);
}

static const char *written(const char *text, const tokens_t *tokens, const item_t *item) {
    const char *all = words(text, tokens, item->first, item->last), *out = "";
    const mention_t *mention = item->mention;
    if (!mention)
        return all;
    for (int i = 0; i < mention->part_count; i++) {
        const span_t span = mention->parts[i].span;
        out = arena_printf(arena, "%s %s=%s", out, part_names[mention->parts[i].name],
                           words(text, tokens, span.at[0].first, span.at[span.count - 1].last));
    }
    return arena_printf(arena, "[%s%s: %s]", mention->rule->name, out, all);
}

const char *matched(const char *sentence) {
    tokens_t tokens;
    const char *out = "";
    if (!matcher)
        frozen();
    tokenize(lexicon.vocab, NULL, sentence, strlen(sentence), arena, &tokens);
    sentence_span_t all = {0, tokens.list.count, 1};
    item_t *items = arena_alloc(arena, sizeof *items * (size_t)(all.last + 2));
    int count = lexicon_items(&lexicon, &tokens, &all, items);
    items = matcher_run(matcher, rules.stages.count, items, &count, arena);
    for (int i = 0; i < count; i++) {
        const char *item = written(sentence, &tokens, &items[i]);
        out = arena_printf(arena, "%s%s%s", out, *out && *item ? " " : "", item);
    }
    return out;
}
