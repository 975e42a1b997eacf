/* Passages of texts. SQL's substr() walks from the start of the text to each of them; here the text in work is read once,
 * and each walk begins where the last one ended. */
#include "arena.h"
#include "store_parts.h"

static bool is_inside(char byte) { /* a character, not its first byte */
    return (byte & 0xc0) == 0x80;
}

const char *place_move(place_t *place, uint32_t point) {
    for (; place->point < point; place->point++)
        do
            place->at++;
        while (is_inside(*place->at));
    for (; place->point > point; place->point--)
        do
            place->at--;
        while (is_inside(*place->at));
    return place->at;
}

static void read_text(store_t *store, int64_t document) {
    sqlite3_stmt *found = rows(store, SQL_DOCUMENT_TEXT, num(document));
    if (!next_row(store, found))
        return;
    arena_reset(store->text);
    const char *text = (const char *)sqlite3_column_text(found, 0);
    store->place = (place_t){arena_strndup(store->text, text, (size_t)sqlite3_column_bytes(found, 0)), 0};
    store->text_of = document;
    end_rows(found);
}

value_t passage(store_t *store, sqlite3_stmt *row, int column) {
    int64_t document = sqlite3_column_int64(row, column);
    if (store->text_of != document)
        read_text(store, document);
    if (store->rc)
        return str(NULL);
    const char *first = place_move(&store->place, (uint32_t)sqlite3_column_int64(row, column + 1));
    const char *last = place_move(&store->place, (uint32_t)sqlite3_column_int64(row, column + 2));
    return slice(first, (size_t)(last - first));
}
