#include <dirent.h>
#include <errno.h>
#include <sha2.h>
#include <stdlib.h>
#include <string.h>

#include <sys/stat.h>

#include "analysis.h"
#include "built_in.h"
#include "data_files.h"
#include "embedded.h"
#include "lexicon_read.h"
#include "relate.h"

extern const embedded_t lexicon_files[], rule_files[];

static void add_source(data_files_t *s, const char *file, const char *text, size_t size, bool own) {
    config_t config;
    if (!config_open(&config, file, text, size, s->errors, &s->failures))
        return;
    config.own = own;
    bool words = !json_object_get(config.root, "rules");
    *list_add(s->arena, &s->list) = (data_file_t){config, words, words ? lexicon_order(&config) : 0, s->list.count};
}

static void add_embedded(data_files_t *s, const embedded_t *files) {
    for (; files->name; files++)
        add_source(s, files->name, files->text, files->size, false);
}

static void add_file(data_files_t *s, const char *path) {
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

static void add_folder(data_files_t *s, const char *folder) {
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
    const data_file_t *x = a, *y = b;
    if (x->words != y->words)
        return x->words ? -1 : 1;
    return x->order != y->order ? x->order - y->order : x->number - y->number;
}

void data_files_open(data_files_t *s, const char *const *folders, int count, FILE *errors) {
    *s = (data_files_t){.arena = arena_new(), .errors = errors};
    add_embedded(s, lexicon_files);
    add_embedded(s, rule_files);
    for (int i = 0; i < count; i++)
        add_folder(s, folders[i]);
    if (s->list.count)
        qsort(s->list.at, (size_t)s->list.count, sizeof *s->list.at, by_order);
}

void data_files_close(data_files_t *s) {
    for (int i = 0; i < s->list.count; i++)
        config_close(&s->list.at[i].config);
    arena_free(s->arena);
}

static int find_party(const lexicon_t *lexicon, const char *name) {
    for (int i = 0; i < lexicon->parties.count; i++)
        if (!strcmp(lexicon->parties.at[i].party.code, name) || !strcmp(lexicon->parties.at[i].party.name, name))
            return i;
    return NONE;
}

static void read_meanings(const data_files_t *s, lexicon_t *lexicon) {
    for (int i = 0; i < s->meaning_count; i++) {
        int party = find_party(lexicon, s->meanings[i].party);
        if (party == NONE)
            continue;
        bool is_state = !strcmp(lexicon->parties.at[party].party.kind, "state");
        lexicon_mean(lexicon, s->meanings[i].name, is_state ? CLASS_state : CLASS_org, party);
    }
}

knowledge_t *data_files_read(data_files_t *s) {
    arena_t *arena = arena_new();
    knowledge_t *knowledge = arena_zalloc(arena, sizeof *knowledge);
    knowledge->arena = arena;
    lexicon_init(&knowledge->lexicon);
    for (int i = 0; i < s->list.count; i++)
        if (s->list.at[i].words)
            lexicon_read(&knowledge->lexicon, &s->list.at[i].config);
        else
            rules_read(&knowledge->rules, &knowledge->lexicon, &s->list.at[i].config);
    read_meanings(s, &knowledge->lexicon);
    s->failures += rules_freeze(&knowledge->rules, &knowledge->lexicon, s->errors);
    lexicon_freeze(&knowledge->lexicon);
    knowledge->classes = classes_of_kinds(&knowledge->lexicon);
    knowledge->leads = leads_of_kinds(&knowledge->lexicon);
    return knowledge;
}

/* "NAME, NAME (sha256 0123456789abcdef)", in the order of reading. */
static const char *describe_own(const data_files_t *s, arena_t *arena) {
    SHA2_CTX digest;
    char *own = NULL, hash[SHA256_DIGEST_STRING_LENGTH];
    size_t size;
    FILE *out = open_memstream(&own, &size);
    SHA256Init(&digest);
    for (int i = 0; out && i < s->list.count; i++) {
        const config_t *config = &s->list.at[i].config;
        const char *slash = strrchr(config->file, '/');
        if (!config->own)
            continue;
        fprintf(out, "%s%s", ftell(out) ? ", " : "", slash ? slash + 1 : config->file);
        SHA256Update(&digest, (const uint8_t *)config->text, strlen(config->text) + 1);
    }
    if (out && ftell(out) > 0)
        fprintf(out, " (sha256 %.16s)", SHA256End(&digest, hash));
    if (out)
        fclose(out);
    const char *kept = own && *own ? arena_strdup(arena, own) : NULL;
    free(own);
    return kept;
}

const knowledge_t *knowledge_load(const char *const *folders, int count, FILE *errors) {
    return count || !knowledge_built_in ? knowledge_load_meaning(folders, count, NULL, 0, errors) : knowledge_built_in;
}

const knowledge_t *knowledge_load_meaning(const char *const *folders, int count, const meaning_t *meanings,
                                          int meaning_count, FILE *errors) {
    int run;
    data_files_t files;
    data_files_open(&files, folders, count, errors);
    files.meanings = meanings;
    files.meaning_count = meaning_count;
    knowledge_t *knowledge = data_files_read(&files);
    /* one's own rules prove themselves at once */
    bool sound = !files.failures && (!count || meaning_count || !check_examples(knowledge, true, errors, &run));
    knowledge->own = describe_own(&files, knowledge->arena);
    data_files_close(&files);
    if (sound)
        return knowledge;
    knowledge_free(knowledge);
    return NULL;
}

void knowledge_free(const knowledge_t *knowledge) {
    if (!knowledge || knowledge == knowledge_built_in)
        return;
    lexicon_free(&knowledge->lexicon);
    arena_free(knowledge->arena);
}

const char *knowledge_own(const knowledge_t *knowledge) {
    return knowledge->own;
}

const char *knowledge_party(const knowledge_t *knowledge, const char *name) {
    int party = find_party(&knowledge->lexicon, name);
    return party == NONE ? NULL : knowledge->lexicon.parties.at[party].party.code;
}

const char *knowledge_fold(const knowledge_t *knowledge, const char *name, int transliterate, arena_t *arena) {
    return lexicon_fold(&knowledge->lexicon, name, transliterate, arena);
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

const char *knowledge_topic_note(const knowledge_t *knowledge, const char *name) {
    for (int i = 0; i < knowledge->lexicon.topics.count; i++)
        if (!strcmp(knowledge->lexicon.topics.at[i].name, name))
            return knowledge->lexicon.topics.at[i].note;
    return NULL;
}

extractor_t *extractor_new(const knowledge_t *knowledge) {
    extractor_t *extractor = must_alloc(sizeof *extractor);
    *extractor = (extractor_t){.knowledge = knowledge,
                               .matcher = matcher_new(&knowledge->lexicon, &knowledge->rules),
                               .names = map_new(),
                               .scratch = map_new(),
                               .forward = forward_acts()};
    return extractor;
}

void extractor_free(extractor_t *extractor) {
    if (!extractor)
        return;
    matcher_free(extractor->matcher);
    map_free(extractor->names);
    map_free(extractor->scratch);
    free(extractor);
}
