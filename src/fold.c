/* How like a spelling is to a name. Case and accents are folded by the tokenizer of the full-text index, so that a name
 * is found here exactly where a search for it would find it. */
#include <string.h>

#include "private.h"

enum {
    FOLDED_SIZE = 512, /* bytes of a folded name; what goes beyond is not compared */
    SAME = 0,
    WITHIN = 1,
    NEAR = 2,
    UNLIKE = 3
};

typedef struct folded {
    size_t size;
    char text[FOLDED_SIZE]; /* words in lower case without accents, a space before each and one at the end */
} folded_t;

static int add_word(void *context, int flags, const char *word, int size, int start, int end) {
    folded_t *out = context;
    (void)flags, (void)start, (void)end;
    if (out->size + (size_t)size + 2 < FOLDED_SIZE) {
        memcpy(out->text + out->size, word, (size_t)size);
        out->size += (size_t)size;
        out->text[out->size++] = ' ';
        out->text[out->size] = '\0';
    }
    return SQLITE_OK;
}

static int fold(scodb_t *db, const char *text, int size, folded_t *out) {
    out->size = 1;
    strcpy(out->text, " ");
    return db->tokenizer.xTokenize(db->folder, out, FTS5_TOKENIZE_DOCUMENT, text, size, add_word);
}

/* Number of bytes to add, drop or change to make one of the other, but never more than limit + 1. */
static size_t distance(const folded_t *a, const folded_t *b, size_t limit) {
    size_t row[FOLDED_SIZE]; /* distances of the first i bytes of a to each beginning of b */
    for (size_t j = 0; j <= b->size; j++) {
        row[j] = j;
    }
    for (size_t i = 1; i <= a->size; i++) {
        size_t diagonal = row[0], best = row[0] = i;
        for (size_t j = 1; j <= b->size; j++) {
            size_t changed = diagonal + (a->text[i - 1] != b->text[j - 1]);
            size_t shorter = (row[j] < row[j - 1] ? row[j] : row[j - 1]) + 1;
            diagonal = row[j];
            row[j] = changed < shorter ? changed : shorter;
            best = row[j] < best ? row[j] : best;
        }
        if (best > limit) {
            return limit + 1;
        }
    }
    return row[b->size];
}

/* Every word of name stands in form, in any order. */
static int has_words(const folded_t *form, const folded_t *name) {
    char word[FOLDED_SIZE];
    for (const char *at = name->text; at[1] != '\0';) {
        size_t size = strcspn(at + 1, " ") + 2;
        memcpy(word, at, size);
        word[size] = '\0';
        if (strstr(form->text, word) == NULL) {
            return 0;
        }
        at += size - 1;
    }
    return name->size > 1;
}

static int likeness(const folded_t *form, const folded_t *name) {
    if (form->size == name->size && memcmp(form->text, name->text, name->size) == 0) {
        return SAME;
    }
    if (has_words(form, name)) {
        return WITHIN;
    }
    size_t limit = name->size < 6 ? 0 : name->size < 10 ? 1 : 2;
    size_t apart = form->size > name->size ? form->size - name->size : name->size - form->size;
    return limit > 0 && apart <= limit && distance(form, name, limit) <= limit ? NEAR : UNLIKE;
}

/* The name, the same for every row, is folded once and kept with the statement. NULL without memory. */
static const folded_t *folded_name(sqlite3_context *context, scodb_t *db, sqlite3_value *value) {
    folded_t *name = sqlite3_get_auxdata(context, 1);
    if (name != NULL) {
        return name;
    }
    name = sqlite3_malloc(sizeof *name);
    if (name == NULL) {
        return NULL;
    }
    const char *text = (const char *)sqlite3_value_text(value);
    if (text == NULL || fold(db, text, sqlite3_value_bytes(value), name) != SQLITE_OK) {
        sqlite3_free(name);
        return NULL;
    }
    sqlite3_set_auxdata(context, 1, name, sqlite3_free);
    return sqlite3_get_auxdata(context, 1);
}

/* scodb_likeness(form, name): a number as scodb_find gives it, or NULL. */
static void likeness_function(sqlite3_context *context, int count, sqlite3_value **values) {
    scodb_t *db = sqlite3_user_data(context);
    folded_t form;
    (void)count;
    if (sqlite3_value_type(values[0]) == SQLITE_NULL) {
        return;
    }
    const folded_t *name = folded_name(context, db, values[1]);
    const char *text = (const char *)sqlite3_value_text(values[0]);
    if (name == NULL || text == NULL || fold(db, text, sqlite3_value_bytes(values[0]), &form) != SQLITE_OK) {
        sqlite3_result_error_nomem(context);
        return;
    }
    int like = likeness(&form, name);
    if (like != UNLIKE) {
        sqlite3_result_int(context, like);
    }
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

static int make_folder(scodb_t *db) {
    const char *options[] = {"remove_diacritics", "2"};
    void *context = NULL;
    fts5_api *api = NULL;
    int code = find_fts5(db, &api);
    if (code == SQLITE_OK) {
        code = api->xFindTokenizer(api, "unicode61", &context, &db->tokenizer);
    }
    return code == SQLITE_OK ? db->tokenizer.xCreate(context, options, 2, &db->folder) : code;
}

int fold_register(scodb_t *db) {
    int code = make_folder(db);
    if (code != SQLITE_OK) {
        int no_memory = status_of(code) == SCODB_NO_MEMORY || sqlite3_errcode(db->sqlite) == SQLITE_NOMEM;
        return no_memory ? failure(db, SCODB_NO_MEMORY, "out of memory")
                         : failure(db, SCODB_MISUSE, "this SQLite (%s) has no full-text search", sqlite3_libversion());
    }
    int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
    code = sqlite3_create_function_v2(db->sqlite, "scodb_likeness", 2, flags, db, likeness_function, NULL, NULL, NULL);
    return code == SQLITE_OK ? SCODB_OK : sqlite_failed(db, "functions");
}
