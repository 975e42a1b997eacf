#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <sys/stat.h>

#include "analysis.h"
#include "embedded.h"
#include "lexicon_read.h"

extern const embedded_t lexicon_files[], rule_files[];

typedef struct source {
    config_t config;
    bool words;
    int order, number;
} source_t;

typedef struct sources {
    arena_t *arena;
    LIST(source_t) list;
    FILE *errors;
    int failures;
} sources_t;

static void add_source(sources_t *s, const char *file, const char *text, size_t size, bool own) {
    config_t config;
    if (!config_open(&config, file, text, size, s->errors, &s->failures))
        return;
    config.own = own;
    bool words = !json_object_get(config.root, "rules");
    *list_add(s->arena, &s->list) = (source_t){config, words, words ? lexicon_order(&config) : 0, s->list.count};
}

static void add_embedded(sources_t *s, const embedded_t *files) {
    for (; files->name; files++)
        add_source(s, files->name, files->text, files->size, false);
}

static void add_file(sources_t *s, const char *path) {
    FILE *file = fopen(path, "rb");
    struct stat info;
    if (!file || fstat(fileno(file), &info)) {
        fprintf(s->errors, "%s: cannot be read (%s); check its permissions\n", path, strerror(errno));
        s->failures++;
    } else {
        size_t size = S_ISREG(info.st_mode) ? (size_t)info.st_size : 0;
        char *text = arena_zalloc(s->arena, size + 1);
        size = fread(text, 1, size, file);
        add_source(s, arena_strdup(s->arena, path), text, size, true);
    }
    if (file)
        fclose(file);
}

static int is_json(const struct dirent *entry) {
    size_t size = strlen(entry->d_name);
    return size > 5 && !strcmp(entry->d_name + size - 5, ".json");
}

static void add_folder(sources_t *s, const char *folder) {
    struct dirent **entries;
    int count = scandir(folder, &entries, is_json, alphasort);
    if (count < 0) {
        fprintf(s->errors, "%s: cannot be read (%s); give a folder of words and rules\n", folder, strerror(errno));
        s->failures++;
    }
    for (int i = 0; i < count; i++) {
        add_file(s, arena_printf(s->arena, "%s/%s", folder, entries[i]->d_name));
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
}

/* Words before rules, lists that others refer to first, else in the order given. */
static int by_order(const void *a, const void *b) {
    const source_t *x = a, *y = b;
    if (x->words != y->words)
        return x->words ? -1 : 1;
    return x->order != y->order ? x->order - y->order : x->number - y->number;
}

static void read_sources(sources_t *s, knowledge_t *knowledge) {
    qsort(s->list.at, (size_t)s->list.count, sizeof *s->list.at, by_order);
    for (int i = 0; i < s->list.count; i++) {
        source_t *source = &s->list.at[i];
        source->config.errors = s->errors;
        if (source->words)
            lexicon_read(&knowledge->lexicon, &source->config);
        else
            rules_read(&knowledge->rules, &knowledge->lexicon, &source->config);
        config_close(&source->config);
    }
}

knowledge_t *knowledge_load(const char *const *folders, int count, FILE *errors) {
    knowledge_t *knowledge = must_alloc(sizeof *knowledge);
    memset(knowledge, 0, sizeof *knowledge);
    sources_t s = {.arena = arena_new(), .errors = errors};
    lexicon_init(&knowledge->lexicon);
    add_embedded(&s, lexicon_files);
    add_embedded(&s, rule_files);
    for (int i = 0; i < count; i++)
        add_folder(&s, folders[i]);
    read_sources(&s, knowledge);
    s.failures += rules_freeze(&knowledge->rules, &knowledge->lexicon, errors);
    lexicon_freeze(&knowledge->lexicon);
    arena_free(s.arena);
    int run;
    if (!s.failures &&
        (!count || !check_examples(knowledge, true, errors, &run))) /* own rules prove themselves at once */
        return knowledge;
    knowledge_free(knowledge);
    return NULL;
}

void knowledge_free(knowledge_t *knowledge) {
    if (!knowledge)
        return;
    lexicon_free(&knowledge->lexicon);
    free(knowledge);
}

const char *knowledge_rule_note(const knowledge_t *knowledge, const char *name) {
    for (int i = 0; i < knowledge->rules.stages.count; i++)
        for (int k = 0; k < knowledge->rules.stages.at[i].rules.count; k++)
            if (!strcmp(knowledge->rules.stages.at[i].rules.at[k].name, name))
                return knowledge->rules.stages.at[i].rules.at[k].note;
    for (int i = 0; i < knowledge->rules.coded.count; i++)
        if (!strcmp(knowledge->rules.coded.at[i].name, name))
            return knowledge->rules.coded.at[i].note;
    return NULL;
}

extractor_t *extractor_new(const knowledge_t *knowledge) {
    extractor_t *extractor = must_alloc(sizeof *extractor);
    extractor->knowledge = knowledge;
    extractor->matchers = must_alloc(sizeof *extractor->matchers * (size_t)knowledge->rules.stages.count);
    for (int i = 0; i < knowledge->rules.stages.count; i++)
        extractor->matchers[i] = matcher_new(&knowledge->lexicon, &knowledge->rules.stages.at[i]);
    return extractor;
}

void extractor_free(extractor_t *extractor) {
    if (!extractor)
        return;
    for (int i = 0; i < extractor->knowledge->rules.stages.count; i++)
        matcher_free(extractor->matchers[i]);
    free(extractor->matchers);
    free(extractor);
}
