/* Whether a passage has the words looked for: what the full-text index answers for whole texts and statements, asked of
 * any text. */
#include <string.h>

#include "private.h"

/* A folded copy of size bytes at text, in memory of SQLite; 0, or -1 without memory. */
static int fold_copy(const scodb_t *db, const char *text, size_t size, folded_t *out) {
    *out = (folded_t){0, 2 * size + 3, NULL}; /* a letter may take more bytes in lower case, never twice as many */
    out->text = sqlite3_malloc64(out->room);
    return out->text == NULL || fold(&db->stems, text, (int)size, out) != SQLITE_OK ? -1 : 0;
}

/* A piece of an expression, with or without a star behind it; 1 if text has it, 0 if not, -1 without memory. */
static int has_piece(const scodb_t *db, const folded_t *text, const char *piece, size_t size, int starred) {
    folded_t words;
    int found = fold_copy(db, piece, size, &words);
    if (found == 0) {
        words.text[words.size - (size_t)starred] = '\0'; /* goes on at will */
        found = strstr(text->text, words.text) != NULL;
    }
    sqlite3_free(words.text);
    return found;
}

/* expression is one that words_expression has made: pieces in quotation marks, some with a star behind. */
static int has_all(const scodb_t *db, const folded_t *text, const char *expression) {
    int found = 1;
    const char *at = strchr(expression, '"');
    while (found == 1 && at != NULL) {
        const char *piece = at + 1;
        size_t size = strcspn(piece, "\"");
        const char *behind = piece + size + (piece[size] == '"');
        found = has_piece(db, text, piece, size, strncmp(behind, " *", 2) == 0);
        at = strchr(behind, '"');
    }
    return found;
}

/* scodb_has_words(text, expression): 1 or 0, NULL without one of them. */
void sql_has_words(sqlite3_context *context, int count, sqlite3_value **values) {
    const scodb_t *db = sqlite3_user_data(context);
    const char *text = (const char *)sqlite3_value_text(values[0]);
    const char *expression = (const char *)sqlite3_value_text(values[1]);
    folded_t folded;
    (void)count;
    if (text == NULL || expression == NULL) {
        return;
    }
    int found = fold_copy(db, text, (size_t)sqlite3_value_bytes(values[0]), &folded);
    found = found == 0 ? has_all(db, &folded, expression) : found;
    sqlite3_free(folded.text);
    if (found < 0) {
        sqlite3_result_error_nomem(context);
    } else {
        sqlite3_result_int(context, found);
    }
}
