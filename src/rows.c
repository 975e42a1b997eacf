/* Cursors, and the statements kept prepared for them. */
#include <string.h>
#include <time.h>

#include "private.h"

enum { STEPS_BETWEEN_LOOKS = 10000 }; /* at the clock, in instructions of SQLite's machine: well under a millisecond */

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static int too_late(void *context) {
    const scodb_t *db = context;
    return now() >= db->deadline;
}

void scodb_time_limit(scodb_t *db, int milliseconds) {
    if (usable(db) == SCODB_OK) {
        db->time_limit = milliseconds > 0 ? milliseconds : 0;
        sqlite3_progress_handler(db->sqlite, STEPS_BETWEEN_LOOKS, db->time_limit > 0 ? too_late : NULL, db);
    }
}

const char *own_sql(const char *name) {
    const embedded_t *file = scodbp_sql;
    while (strcmp(file->name, name) != 0) {
        file++;
    }
    return file->text;
}

/* One read-only statement. Text behind it may only be space and comments. */
static int prepare(scodb_t *db, const char *sql, unsigned flags, sqlite3_stmt **out) {
    const char *tail = NULL;
    sqlite3_stmt *stmt = NULL, *second = NULL;
    int code = sqlite3_prepare_v3(db->sqlite, sql, -1, flags, &stmt, &tail);
    if (code == SQLITE_AUTH) {
        return failure(db, SCODB_MISUSE, "not allowed: only SELECT, and pragmas that change nothing (%s)",
                       sqlite3_errmsg(db->sqlite));
    }
    if (code != SQLITE_OK) {
        return read_failed(db, "SQL");
    }
    code = sqlite3_prepare_v2(db->sqlite, tail, -1, &second, NULL);
    if (code != SQLITE_OK || second != NULL) {
        int status = status_of(code) == SCODB_NO_MEMORY || status_of(code) == SCODB_INTERRUPTED
                         ? sqlite_failed(db, "SQL")
                         : failure(db, SCODB_MISUSE, "more than one statement; give one at a time");
        sqlite3_finalize(second);
        sqlite3_finalize(stmt);
        return status;
    }
    if (stmt == NULL || !sqlite3_stmt_readonly(stmt)) {
        int empty = stmt == NULL;
        sqlite3_finalize(stmt);
        return failure(db, SCODB_MISUSE, empty ? "no statement in the SQL" : "not allowed: the statement writes");
    }
    *out = stmt;
    return SCODB_OK;
}

/* Copies of the columns' names, in one block: SQLite's own move when it prepares a statement anew. */
static int copy_names(scodb_t *db, sqlite3_stmt *stmt, char ***out) {
    int count = sqlite3_column_count(stmt);
    size_t head = (size_t)count * sizeof(char *), size = head;
    for (int i = 0; i < count; i++) {
        size += strlen(sqlite3_column_name(stmt, i)) + 1;
    }
    char **names = sqlite3_malloc64(size), *at = (char *)names + head;
    if (names == NULL) {
        return failure(db, SCODB_NO_MEMORY, "out of memory");
    }
    for (int i = 0; i < count; i++) {
        names[i] = at;
        at = stpcpy(at, sqlite3_column_name(stmt, i)) + 1;
    }
    *out = names;
    return SCODB_OK;
}

/* A statement with the names of its columns, both or neither. */
static int prepare_named(scodb_t *db, const char *sql, unsigned flags, sqlite3_stmt **stmt, char ***names) {
    int status = prepare(db, sql, flags, stmt);
    if (status == SCODB_OK) {
        status = copy_names(db, *stmt, names);
    }
    if (status != SCODB_OK) {
        sqlite3_finalize(*stmt);
        *stmt = NULL;
    }
    return status;
}

/* The kept statement of this text, or the place for it: free, or else the one not used for longest. NULL if all are
 * lent, or the one wanted is. */
static cached_t *cache_place(scodb_t *db, const char *sql) {
    cached_t *place = NULL;
    for (cached_t *at = db->cache; at < db->cache + CACHE_SIZE; at++) {
        if (at->stmt != NULL && strcmp(sqlite3_sql(at->stmt), sql) == 0) {
            return at->lent ? NULL : at;
        }
        if (!at->lent && (place == NULL || at->used < place->used)) {
            place = at;
        }
    }
    if (place != NULL) {
        sqlite3_finalize(place->stmt);
        sqlite3_free(place->names);
        *place = (cached_t){0};
    }
    return place;
}

/* Fills rows with a statement, a kept one if there is. */
static int take_statement(scodb_t *db, const char *sql, int keep, scodb_rows_t *rows) {
    cached_t *place = keep ? cache_place(db, sql) : NULL;
    if (place == NULL) {
        return prepare_named(db, sql, 0, &rows->stmt, &rows->names);
    }
    if (place->stmt == NULL) {
        int status = prepare_named(db, sql, SQLITE_PREPARE_PERSISTENT, &place->stmt, &place->names);
        if (status != SCODB_OK) {
            return status;
        }
    }
    place->lent = 1;
    place->used = ++db->cursors;
    rows->cached = place;
    rows->stmt = place->stmt;
    rows->names = place->names;
    return SCODB_OK;
}

int rows_open(scodb_t *db, const char *sql, int keep, scodb_rows_t **out) {
    if (sql == NULL || out == NULL) {
        return failure(db, SCODB_MISUSE, "an argument is NULL");
    }
    scodb_rows_t *rows = sqlite3_malloc(sizeof *rows);
    if (rows == NULL) {
        return failure(db, SCODB_NO_MEMORY, "out of memory");
    }
    *rows = (scodb_rows_t){.db = db};
    db->deadline = rows->deadline = db->time_limit > 0 ? now() + db->time_limit : INT64_MAX;
    int status = take_statement(db, sql, keep, rows);
    if (status != SCODB_OK) {
        sqlite3_free(rows);
        return status;
    }
    db->open_rows++;
    *out = rows;
    return SCODB_OK;
}

static int step_failed(scodb_rows_t *rows) {
    if (sqlite3_errcode(rows->db->sqlite) == SQLITE_INTERRUPT && now() >= rows->deadline) {
        return failure(rows->db, SCODB_INTERRUPTED, "stopped at the time limit of %d ms", rows->db->time_limit);
    }
    return read_failed(rows->db, "reading");
}

int scodb_next(scodb_rows_t *rows) {
    if (rows == NULL) {
        return SCODB_MISUSE;
    }
    if (rows->status != SCODB_OK && rows->status != SCODB_ROW) {
        return rows->status;
    }
    int status = usable(rows->db);
    if (status != SCODB_OK) {
        return rows->status = status;
    }
    rows->db->deadline = rows->deadline;
    int code = sqlite3_step(rows->stmt);
    if (code == SQLITE_ROW) {
        return rows->status = SCODB_ROW;
    }
    rows->status = code == SQLITE_DONE ? SCODB_DONE : step_failed(rows);
    sqlite3_reset(rows->stmt); /* lets go of the read lock */
    return rows->status;
}

void scodb_free(scodb_rows_t *rows) {
    if (rows == NULL) {
        return;
    }
    scodb_t *db = rows->db;
    if (rows->cached == NULL) {
        sqlite3_finalize(rows->stmt);
        sqlite3_free(rows->names);
    } else {
        sqlite3_reset(rows->stmt);
        sqlite3_clear_bindings(rows->stmt);
        rows->cached->lent = 0;
    }
    sqlite3_free(rows);
    db->open_rows--;
    if (db->closed && db->open_rows == 0) {
        destroy(db);
    }
}

int scodb_column_count(const scodb_rows_t *rows) {
    return rows == NULL ? 0 : sqlite3_column_count(rows->stmt);
}

const char *scodb_column_name(const scodb_rows_t *rows, int column) {
    return column >= 0 && column < scodb_column_count(rows) ? rows->names[column] : NULL;
}

int scodb_column(const scodb_rows_t *rows, const char *name) {
    for (int i = scodb_column_count(rows) - 1; i >= 0 && name != NULL; i--) {
        if (strcmp(rows->names[i], name) == 0) {
            return i;
        }
    }
    return -1;
}

/* SQLite answers NULL and 0 for a column that does not exist, but knows nothing of a cursor off its rows. */
static int readable(const scodb_rows_t *rows) {
    return rows != NULL && rows->status == SCODB_ROW;
}

int scodb_type(const scodb_rows_t *rows, int column) {
    switch (readable(rows) ? sqlite3_column_type(rows->stmt, column) : SQLITE_NULL) {
    case SQLITE_NULL: return SCODB_NULL;
    case SQLITE_INTEGER: return SCODB_INTEGER;
    case SQLITE_FLOAT: return SCODB_REAL;
    default: return SCODB_TEXT;
    }
}

/* A text that cannot be had for want of memory must not pass as NULL: it ends the rows. */
const char *scodb_text(scodb_rows_t *rows, int column) {
    if (scodb_type(rows, column) == SCODB_NULL) {
        return NULL;
    }
    const char *text = (const char *)sqlite3_column_text(rows->stmt, column);
    if (text == NULL) {
        rows->status = failure(rows->db, SCODB_NO_MEMORY, "out of memory");
    }
    return text;
}

int64_t scodb_int(scodb_rows_t *rows, int column) {
    return readable(rows) ? sqlite3_column_int64(rows->stmt, column) : 0;
}

double scodb_real(scodb_rows_t *rows, int column) {
    return readable(rows) ? sqlite3_column_double(rows->stmt, column) : 0;
}

const char *scodb_get(scodb_rows_t *rows, const char *name) {
    return scodb_text(rows, scodb_column(rows, name));
}
