#include "manifest.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "file.h"
#include "metadata.h"

typedef struct entry {
    const char *file;
    document_t metadata;
    size_t index; /* in the manifest's own order */
    int met;
} entry_t;

struct manifest {
    arena_t *arena;
    entry_t *entries; /* in the bytewise order of files */
    size_t count, unmet;
};

static int by_file(const void *a, const void *b) {
    return strcmp(((const entry_t *)a)->file, ((const entry_t *)b)->file);
}

static int by_id(const void *a, const void *b) {
    const entry_t *x = *(const entry_t *const *)a, *y = *(const entry_t *const *)b;
    int order = strcmp(x->metadata.name, y->metadata.name);
    return order ? order : (x->index > y->index) - (x->index < y->index);
}

static int is_text_file(const char *file) {
    const char *ending = strrchr(file, '.');
    return ending && ending != file && !strchr(file, '/') &&
           (strcasecmp(ending, ".txt") == 0 || strcasecmp(ending, ".html") == 0 || strcasecmp(ending, ".htm") == 0);
}

static int read_entry(const char *text, const char *at, const json_t *object, arena_t *arena, entry_t *entry,
                      fault_t *fault) {
    if (metadata_read(text, at, object, "file", arena, &entry->metadata, fault))
        return -1;
    const char *file = json_string_value(json_object_get(object, "file"));
    if (!file)
        return json_blame(text, at, fault, "\"file\" is missing or no string");
    if (!is_text_file(file))
        return json_blame(text, json_find_member(at, "file"), fault,
                          "\"file\" is not the name of a .txt, .html or .htm file in this folder");
    entry->file = arena_strdup(arena, file);
    return 0;
}

static int blame_twice(const char *text, const char *documents, const entry_t *entry, const char *key, fault_t *fault) {
    const char *at = json_find_member(json_find_element(documents, entry->index), key);
    return json_blame(text, at, fault, "this \"%s\" stands twice", key);
}

static int check_unique(const char *text, const char *documents, manifest_t *manifest, fault_t *fault) {
    size_t ids = 0;
    const entry_t **named = arena_alloc(manifest->arena, manifest->count * sizeof *named);
    for (size_t i = 0; i < manifest->count; i++) {
        const entry_t *entry = &manifest->entries[i];
        if (i > 0 && strcmp(entry->file, entry[-1].file) == 0)
            return blame_twice(text, documents, entry->index > entry[-1].index ? entry : entry - 1, "file", fault);
        if (entry->metadata.name)
            named[ids++] = entry;
    }
    qsort(named, ids, sizeof *named, by_id);
    for (size_t i = 1; i < ids; i++)
        if (strcmp(named[i]->metadata.name, named[i - 1]->metadata.name) == 0)
            return blame_twice(text, documents, named[i], "id", fault);
    return 0;
}

/* Walks the elements of the array in the text and in the tree side by side. */
static int read_entries(const char *text, const json_t *root, manifest_t *manifest, fault_t *fault) {
    const json_t *documents = json_object_get(root, "documents");
    if (!json_is_array(documents) || json_object_size(root) != 1)
        return json_blame(text, text, fault, "should be {\"documents\": [...]} and nothing else");
    const char *array = json_find_value(text, "documents"), *at = json_find_element(array, 0);
    manifest->count = json_array_size(documents);
    manifest->entries = arena_zalloc(manifest->arena, manifest->count * sizeof *manifest->entries);
    for (size_t i = 0; i < manifest->count; i++, at = json_next_element(at)) {
        manifest->entries[i].index = i;
        if (read_entry(text, at, json_array_get(documents, i), manifest->arena, &manifest->entries[i], fault))
            return -1;
    }
    qsort(manifest->entries, manifest->count, sizeof *manifest->entries, by_file);
    return check_unique(text, array, manifest, fault);
}

static int parse(const buffer_t *buffer, manifest_t *manifest, fault_t *fault) {
    json_t *root = json_read(buffer->bytes, buffer->size, LIMIT_MANIFEST_VALUES, fault);
    if (!root)
        return -1;
    int failed = read_entries(buffer->bytes, root, manifest, fault);
    json_decref(root);
    return failed;
}

int manifest_read(const char *path, manifest_t **out, fault_t *fault) {
    buffer_t buffer = {0};
    *out = NULL;
    if (access(path, F_OK))
        return 0;
    manifest_t *manifest = must_alloc(sizeof *manifest);
    *manifest = (manifest_t){.arena = arena_new()};
    fault->line = 0;
    int failed = file_read(path, LIMIT_MANIFEST, &buffer, fault->what) || parse(&buffer, manifest, fault);
    free(buffer.bytes);
    if (failed)
        manifest_free(manifest);
    else
        *out = manifest;
    return failed ? -1 : 0;
}

void manifest_free(manifest_t *manifest) {
    if (!manifest)
        return;
    arena_free(manifest->arena);
    free(manifest);
}

const document_t *manifest_find(manifest_t *manifest, const char *file) {
    if (!manifest || manifest->count == 0)
        return NULL;
    entry_t wanted = {.file = file};
    entry_t *entry = bsearch(&wanted, manifest->entries, manifest->count, sizeof wanted, by_file);
    if (!entry)
        return NULL;
    entry->met = 1;
    return &entry->metadata;
}

const char *manifest_next_unmet(manifest_t *manifest) {
    while (manifest && manifest->unmet < manifest->count) {
        const entry_t *entry = &manifest->entries[manifest->unmet++];
        if (!entry->met)
            return entry->file;
    }
    return NULL;
}
