#include <stdarg.h>
#include <string.h>

#include "store_parts.h"

value_t str(const char *text) {
    return text ? slice(text, strlen(text)) : (value_t){.type = VALUE_NULL};
}

static const char *advice(int rc, const char *said) {
    switch (rc & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return "another program is using the database; wait until it is done and call again";
    case SQLITE_FULL: return "no room left on the disk; make room and call again";
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN: return "cannot be written; check the permissions of the file and of its folder";
    case SQLITE_IOERR: return "reading or writing failed; check the disk and the limit on file sizes, and call again";
    case SQLITE_CORRUPT: return "the database is damaged; take a copy of it, or build it anew from the texts";
    case SQLITE_NOTADB: return "not an SQLite database; name another file";
    default: return said;
    }
}

void store_fail(store_t *store, int rc, const char *format, ...) {
    if (store->rc)
        return;
    store->rc = rc;
    va_list args;
    va_start(args, format);
    vsnprintf(store->error, sizeof store->error, format, args);
    va_end(args);
}

void store_fail_sqlite(store_t *store) {
    int rc = sqlite3_errcode(store->db);
    const char *said = sqlite3_errmsg(store->db);
    if (rc == SQLITE_CONSTRAINT)
        store_fail(store, rc, "its facts contradict the schema (%s); correct them", said);
    else
        store_fail(store, rc, "%s", advice(rc, said));
}

int store_run(store_t *store, const char *sql) {
    if (!store->rc && sqlite3_exec(store->db, sql, NULL, NULL, NULL))
        store_fail_sqlite(store);
    return store->rc;
}

void store_roll_back(store_t *store) {
    if (!sqlite3_get_autocommit(store->db))
        sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
}

int store_prepare(store_t *store) {
    for (int i = 0; i < SQL_COUNT && !store->rc; i++) {
        int rc =
            sqlite3_prepare_v3(store->db, store_statements[i], -1, SQLITE_PREPARE_PERSISTENT, &store->sql[i], NULL);
        if (rc == SQLITE_ERROR)
            store_fail(store, rc, "the database lacks a part of its schema (%s); build it anew from the texts",
                       sqlite3_errmsg(store->db));
        else if (rc)
            store_fail_sqlite(store);
    }
    return store->rc;
}

bool next_row(store_t *store, sqlite3_stmt *rows) {
    int rc = store->rc ? SQLITE_DONE : sqlite3_step(rows);
    if (rc == SQLITE_ROW)
        return true;
    if (rc != SQLITE_DONE)
        store_fail_sqlite(store);
    sqlite3_reset(rows);
    return false;
}

void end_rows(sqlite3_stmt *rows) {
    sqlite3_reset(rows);
}

sqlite3_stmt *rows_values(store_t *store, sql_t sql, const value_t *values, int count) {
    sqlite3_stmt *statement = store->sql[sql];
    int rc = SQLITE_OK;
    for (int i = 0; i < count && !rc && !store->rc; i++) {
        const value_t *value = &values[i];
        switch (value->type) {
        case VALUE_NULL: rc = sqlite3_bind_null(statement, i + 1); break;
        case VALUE_NUMBER: rc = sqlite3_bind_int64(statement, i + 1, value->number); break;
        case VALUE_REAL: rc = sqlite3_bind_double(statement, i + 1, value->real); break;
        case VALUE_TEXT:
            rc = sqlite3_bind_text64(statement, i + 1, value->text, (sqlite3_uint64)value->number, SQLITE_STATIC,
                                     SQLITE_UTF8);
            break;
        }
    }
    if (rc)
        store_fail_sqlite(store);
    return statement;
}

int64_t ask_values(store_t *store, sql_t sql, const value_t *values, int count) {
    sqlite3_stmt *statement = rows_values(store, sql, values, count);
    if (!next_row(store, statement))
        return 0;
    int64_t answer = sqlite3_column_int64(statement, 0);
    end_rows(statement);
    return answer;
}

int64_t add_values(store_t *store, sql_t sql, const value_t *values, int count) {
    ask_values(store, sql, values, count);
    return sqlite3_last_insert_rowid(store->db);
}
