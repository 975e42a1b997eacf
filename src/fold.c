/* Folding: case and accents as the full-text index of SQLite folds them, and inflection as well, so that a name or a
 * passage is found here exactly where a search would find it. */
#include <string.h>

#include "private.h"

static int add_word(void *context, int flags, const char *word, int size, int start, int end) {
    folded_t *out = context;
    (void)flags, (void)start, (void)end;
    if (out->size + (size_t)size + 2 <= out->room) {
        memcpy(out->text + out->size, word, (size_t)size);
        out->size += (size_t)size;
        out->text[out->size++] = ' ';
        out->text[out->size] = '\0';
    }
    return SQLITE_OK;
}

int fold(const folder_t *folder, const char *text, int size, folded_t *out) {
    out->size = 1;
    memcpy(out->text, " ", 2);
    return folder->calls.xTokenize(folder->self, out, FTS5_TOKENIZE_DOCUMENT, text, size, add_word);
}

/* The entrance to FTS5 that SQLite documents for those who add to it. Returns a code of SQLite. */
static int find_fts5(scodb_t *db, fts5_api **api) {
    sqlite3_stmt *stmt = NULL;
    int code = sqlite3_prepare_v2(db->sqlite, "SELECT fts5(?1)", -1, &stmt, NULL);
    if (code == SQLITE_OK) {
        code = sqlite3_bind_pointer(stmt, 1, api, "fts5_api_ptr", NULL);
        sqlite3_step(stmt);
    }
    sqlite3_finalize(stmt);
    return code == SQLITE_OK && *api == NULL ? SQLITE_ERROR : code;
}

static int make_folder(fts5_api *api, const char *name, const char **options, int count, folder_t *out) {
    void *context = NULL;
    int code = api->xFindTokenizer(api, name, &context, &out->calls);
    return code == SQLITE_OK ? out->calls.xCreate(context, options, count, &out->self) : code;
}

int fold_begin(scodb_t *db) {
    const char *options[] = {"unicode61", "remove_diacritics", "2"}; /* as in schema/50_view.sql */
    fts5_api *api = NULL;
    int code = find_fts5(db, &api);
    if (code == SQLITE_OK) {
        code = make_folder(api, "unicode61", options + 1, 2, &db->letters);
    }
    if (code == SQLITE_OK) {
        code = make_folder(api, "porter", options, 3, &db->stems);
    }
    if (code == SQLITE_OK) {
        return SCODB_OK;
    }
    int no_memory = status_of(code) == SCODB_NO_MEMORY || sqlite3_errcode(db->sqlite) == SQLITE_NOMEM;
    return no_memory ? failure(db, SCODB_NO_MEMORY, "out of memory")
                     : failure(db, SCODB_MISUSE, "this SQLite (%s) has no full-text search", sqlite3_libversion());
}

static void end_folder(folder_t *folder) {
    if (folder->self != NULL) {
        folder->calls.xDelete(folder->self);
    }
}

void fold_end(scodb_t *db) {
    end_folder(&db->letters);
    end_folder(&db->stems);
}
