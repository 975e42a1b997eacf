/* The statements of the exports, and the SQL functions that they use. */
#include <ctype.h>
#include <sha1.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "export.h"

/* The text being cut, and how far it has been walked. Passages are cut in the order of the text, or nearly: walking from
 * the last one costs as much as the passages are long, where substr() would begin at the top for each. */
struct reading {
    sqlite3_stmt *stmt; /* on the row of the document, so that its text stays */
    int64_t document;   /* document_id */
    const char *text;
    int64_t size;        /* bytes */
    int64_t byte, point; /* the same place, counted in bytes and in code points */
};

static int continues(char byte) {
    return ((unsigned char)byte & 0xc0) == 0x80;
}

/* Goes to a code point, or to the end of the text if that comes first. */
static void walk(reading_t *reading, int64_t point) {
    while (reading->point < point && reading->byte < reading->size) {
        do {
            reading->byte++;
        } while (reading->byte < reading->size && continues(reading->text[reading->byte]));
        reading->point++;
    }
    while (reading->point > point && reading->byte > 0) {
        do {
            reading->byte--;
        } while (reading->byte > 0 && continues(reading->text[reading->byte]));
        reading->point--;
    }
}

static int open_text(reading_t *reading, int64_t document) {
    if (reading->text != NULL && reading->document == document) {
        return SQLITE_OK;
    }
    reading->text = NULL;
    sqlite3_reset(reading->stmt);
    sqlite3_bind_int64(reading->stmt, 1, document);
    int code = sqlite3_step(reading->stmt);
    if (code != SQLITE_ROW) {
        return code == SQLITE_DONE ? SQLITE_CORRUPT : code;
    }
    reading->text = (const char *)sqlite3_column_text(reading->stmt, 0);
    reading->size = sqlite3_column_bytes(reading->stmt, 0);
    reading->document = document;
    reading->byte = reading->point = 0;
    return reading->text == NULL ? SQLITE_NOMEM : SQLITE_OK;
}

/* passage(document_id, start, end): code points from 0, the end exclusive. */
static void passage(sqlite3_context *context, int count, sqlite3_value **args) {
    reading_t *reading = sqlite3_user_data(context);
    (void)count;
    int code = open_text(reading, sqlite3_value_int64(args[0]));
    if (code != SQLITE_OK) {
        sqlite3_result_error_code(context, code);
        return;
    }
    walk(reading, sqlite3_value_int64(args[1]));
    int64_t start = reading->byte;
    walk(reading, sqlite3_value_int64(args[2]));
    int64_t size = reading->byte > start ? reading->byte - start : 0;
    sqlite3_result_text64(context, reading->text + start, (sqlite3_uint64)size, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static void sha1(sqlite3_context *context, int count, sqlite3_value **args) {
    char digest[SHA1_DIGEST_STRING_LENGTH];
    const unsigned char *text = sqlite3_value_text(args[0]);
    (void)count;
    if (text != NULL) {
        SHA1Data(text, (size_t)sqlite3_value_bytes(args[0]), digest);
        sqlite3_result_text(context, digest, -1, SQLITE_TRANSIENT);
    }
}

/* percent(text): a piece of a URI; all but the unreserved characters of RFC 3986 become %XX. */
static void percent(sqlite3_context *context, int count, sqlite3_value **args) {
    static const char digits[] = "0123456789ABCDEF";
    const unsigned char *text = sqlite3_value_text(args[0]);
    (void)count;
    if (text == NULL) {
        return;
    }
    char *encoded = or_stop(malloc(3 * strlen((const char *)text) + 1)), *end = encoded;
    for (; *text != '\0'; text++) {
        if ((*text < 0x80 && isalnum(*text)) || strchr("-._~", *text) != NULL) {
            *end++ = (char)*text;
        } else {
            *end++ = '%';
            *end++ = digits[*text >> 4];
            *end++ = digits[*text & 15];
        }
    }
    sqlite3_result_text(context, encoded, (int)(end - encoded), free);
}

static const struct {
    const char *name;
    int args;
    void (*call)(sqlite3_context *context, int count, sqlite3_value **args);
} FUNCTIONS[] = {{"sha1", 1, sha1}, {"percent", 1, percent}, {"passage", 3, passage}};

int reading_begin(scodb_t *db, reading_t **out) {
    sqlite3 *sqlite = scodb_sqlite3(db);
    reading_t *reading = or_stop(calloc(1, sizeof *reading));
    int code =
        sqlite3_prepare_v2(sqlite, "SELECT text FROM documents WHERE document_id = ?1", -1, &reading->stmt, NULL);
    for (size_t i = 0; i < sizeof FUNCTIONS / sizeof FUNCTIONS[0] && code == SQLITE_OK; i++) {
        code = sqlite3_create_function_v2(sqlite, FUNCTIONS[i].name, FUNCTIONS[i].args,
                                          SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, reading,
                                          FUNCTIONS[i].call, NULL, NULL, NULL);
    }
    if (code != SQLITE_OK) {
        reading_end(reading);
        return complain(NO_DATABASE, "%s; build the database again with scoload", sqlite3_errmsg(sqlite));
    }
    *out = reading;
    return DONE;
}

void reading_end(reading_t *reading) {
    sqlite3_finalize(reading->stmt);
    free(reading);
}

const embedded_t *export_file(const embedded_t *files, const char *name) {
    while (files->name != NULL && strcmp(files->name, name) != 0) {
        files++;
    }
    return files->name == NULL ? NULL : files;
}

size_t export_list(const embedded_t *file) {
    return strcspn(file->name, ".");
}

int export_query(scodb_t *db, const embedded_t *file, scodb_rows_t **out) {
    const embedded_t *things = export_file(cli_sql, "things.sql");
    char *sql = make_text("%s%s", things->text, file->text);
    int status = scodb_query(db, sql, NULL, 0, out);
    free(sql);
    return status;
}
