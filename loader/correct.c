#include "correct.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "metadata.h"

/* Words with names that corrections give a meaning, kept for the next document with the same. */
typedef struct reader {
    buffer_t key; /* the names and their meanings */
    const knowledge_t *knowledge;
    extractor_t *extractor;
} reader_t;

struct correct {
    const options_t *options;
    const knowledge_t *knowledge;
    arena_t *arena; /* of the list */
    LIST(corrections_t *) files;
    extractor_t *plain; /* for documents of which no correction of a name speaks */
    reader_t all, own;  /* with the names of all documents; with those of one as well */
    arena_t *work;
    document_t document;
    buffer_t after; /* the document read anew before */
    buffer_t place;
    char why[LIMIT_WHY + 16];
};

correct_t *correct_new(const options_t *options, const knowledge_t *knowledge) {
    correct_t *correct = must_alloc(sizeof *correct);
    *correct = (correct_t){.options = options, .knowledge = knowledge, .arena = arena_new(), .work = arena_new()};
    return correct;
}

static void reader_close(reader_t *reader) {
    extractor_free(reader->extractor);
    knowledge_free(reader->knowledge);
    reader->extractor = NULL;
    reader->knowledge = NULL;
}

void correct_free(correct_t *correct) {
    if (!correct)
        return;
    for (int i = 0; i < correct->files.count; i++)
        corrections_free(correct->files.at[i]);
    reader_close(&correct->all);
    reader_close(&correct->own);
    extractor_free(correct->plain);
    free(correct->all.key.bytes);
    free(correct->own.key.bytes);
    free(correct->after.bytes);
    free(correct->place.bytes);
    arena_free(correct->arena);
    arena_free(correct->work);
    free(correct);
}

/* ---- the files ---- */

static const corrections_t *refuse(correct_t *correct, const char *place, bool is_line, const fault_t *fault) {
    buffer_print(&correct->place, "%s", place);
    if (fault->line > 0 && is_line)
        buffer_print(&correct->place, "%s:%d", place, fault->column);
    else if (fault->line > 0)
        buffer_print(&correct->place, "%s:%d:%d", place, fault->line, fault->column);
    snprintf(correct->why, sizeof correct->why, "%s%s", fault->what, strchr(fault->what, ';') ? "" : "; correct it");
    return NULL;
}

const corrections_t *correct_take(correct_t *correct, const char *place, const char *line, size_t size) {
    static const fault_t twice = {.what = "another file of corrections has the same id; give each one of its own"};
    corrections_t *file;
    fault_t fault;
    if (line ? corrections_parse(line, size, correct->knowledge, &file, &fault)
             : corrections_read(place, correct->knowledge, &file, &fault))
        return refuse(correct, place, line != NULL, &fault);
    for (int i = 0; i < correct->files.count; i++) {
        const corrections_t *other = correct->files.at[i];
        if (strcmp(other->id, file->id))
            continue;
        bool is_same = !strcmp(other->line, file->line);
        corrections_free(file);
        return is_same ? other : refuse(correct, place, line != NULL, &twice);
    }
    *list_add(correct->arena, &correct->files) = file;
    return file;
}

int correct_count(const correct_t *correct) {
    return correct->files.count;
}

int correct_store(correct_t *correct, store_t *store) {
    for (int i = 0; i < correct->files.count; i++)
        if (store_correct(store, correct->files.at[i]) < 0)
            return -1;
    return 0;
}

/* ---- reading anew ---- */

static extractor_t *reader_with(correct_t *correct, reader_t *reader, const meanings_t *meanings) {
    const char *key = "";
    for (int i = 0; i < meanings->count; i++)
        key = arena_printf(correct->work, "%s%s\n%s\n", key, meanings->at[i].name, meanings->at[i].party);
    if (reader->knowledge && !strcmp(reader->key.bytes, key))
        return reader->extractor;
    reader_close(reader);
    buffer_print(&reader->key, "%s", key);
    reader->knowledge = knowledge_load_meaning(correct->options->data, correct->options->data_count, meanings->at,
                                               meanings->count, stderr);
    reader->extractor = reader->knowledge ? extractor_new(reader->knowledge) : NULL;
    return reader->extractor;
}

/* NULL: the words cannot be read a second time. */
static extractor_t *extractor_for(correct_t *correct, store_t *store) {
    int own;
    meanings_t meanings = store_meanings(store, correct->document.name, correct->work, &own);
    if (meanings.count)
        return reader_with(correct, own ? &correct->own : &correct->all, &meanings);
    if (!correct->plain)
        correct->plain = extractor_new(correct->knowledge);
    return correct->plain;
}

static int copy(void *context, const document_t *document) {
    correct_t *correct = context;
    correct->document = metadata_copy(document, correct->work);
    return 1;
}

static correct_step_t refuse_document(correct_t *correct, const char *why) {
    snprintf(correct->why, sizeof correct->why, "%s", why);
    return CORRECT_REFUSED;
}

correct_step_t correct_next(correct_t *correct, store_t *store) {
    arena_reset(correct->work);
    int found = store_rereading(store, correct->after.size ? correct->after.bytes : NULL, copy, correct);
    if (found != 1)
        return found ? CORRECT_FAILED : CORRECT_END;
    buffer_print(&correct->after, "%s", correct->document.name);
    buffer_print(&correct->place, "%s", correct->document.name);
    extractor_t *extractor = extractor_for(correct, store);
    facts_t facts;
    if (!extractor)
        return refuse_document(correct, "the words and rules changed meanwhile; call again when they are sound");
    extract(extractor, &correct->document, correct->work, &facts);
    switch (store_reread(store, &facts)) {
    case STORE_FAILED: return CORRECT_FAILED;
    case STORE_REFUSED: return refuse_document(correct, store_error(store));
    default: return CORRECT_READ;
    }
}

const char *correct_place(const correct_t *correct) {
    return correct->place.bytes;
}

const char *correct_why(const correct_t *correct) {
    return correct->why;
}
