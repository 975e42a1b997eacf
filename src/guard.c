/* What makes a connection to a stranger's file harmless: settings, limits, an allow-list, and the expected schema. */
#include <string.h>

#include "private.h"

static const struct {
    int option, value;
} SETTINGS[] = {
    {SQLITE_DBCONFIG_DEFENSIVE, 1},
    {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
    {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
    {SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0},
    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
    {SQLITE_DBCONFIG_DQS_DML, 0},
    {SQLITE_DBCONFIG_DQS_DDL, 0},
};

static const struct {
    int limit, value;
} LIMITS[] = {
    {SQLITE_LIMIT_LENGTH, 32 << 20}, /* bytes in a value; a text of 16 MiB is the longest that is loaded */
    {SQLITE_LIMIT_SQL_LENGTH, 64 << 10}, {SQLITE_LIMIT_COLUMN, COLUMNS},   {SQLITE_LIMIT_VDBE_OP, 25000},
    {SQLITE_LIMIT_ATTACHED, 0},          {SQLITE_LIMIT_WORKER_THREADS, 0},
};

/* Pragmas that only tell. */
static const char *const PRAGMAS[] = {"application_id",   "data_version",   "encoding",   "foreign_key_check",
                                      "foreign_key_list", "index_info",     "index_list", "index_xinfo",
                                      "integrity_check",  "journal_mode",   "page_count", "page_size",
                                      "quick_check",      "schema_version", "table_info", "table_list",
                                      "table_xinfo",      "user_version",   NULL};
/* Of these, an argument asks; of the others, it would set. */
static const char *const ASKED[] = {"foreign_key_check", "foreign_key_list", "index_info",  "index_list",
                                    "index_xinfo",       "integrity_check",  "quick_check", "table_info",
                                    "table_list",        "table_xinfo",      NULL};

static int listed(const char *const *list, const char *name) {
    while (*list != NULL && sqlite3_stricmp(*list, name) != 0) {
        list++;
    }
    return *list != NULL;
}

static int authorize(void *context, int action, const char *first, const char *second, const char *database,
                     const char *trigger) {
    (void)context, (void)database, (void)trigger;
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_RECURSIVE: return SQLITE_OK;
    /* Asked when a virtual table such as the full-text index is first read; a real change of the schema would be
     * refused by DEFENSIVE and by the file being open for reading. */
    case SQLITE_UPDATE: return strcmp(first, "sqlite_master") == 0 ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_FUNCTION: return sqlite3_stricmp(second, "load_extension") == 0 ? SQLITE_DENY : SQLITE_OK;
    case SQLITE_PRAGMA: return listed(second == NULL ? PRAGMAS : ASKED, first) ? SQLITE_OK : SQLITE_DENY;
    default: return SQLITE_DENY;
    }
}

int guard_connection(scodb_t *db) {
    for (size_t i = 0; i < sizeof SETTINGS / sizeof SETTINGS[0]; i++) {
        if (sqlite3_db_config(db->sqlite, SETTINGS[i].option, SETTINGS[i].value, NULL) != SQLITE_OK) {
            return failure(db, SCODB_MISUSE, "this SQLite (%s) lacks a setting that guards against hostile files",
                           sqlite3_libversion());
        }
    }
    for (size_t i = 0; i < sizeof LIMITS / sizeof LIMITS[0]; i++) {
        sqlite3_limit(db->sqlite, LIMITS[i].limit, LIMITS[i].value);
    }
    sqlite3_busy_timeout(db->sqlite, BUSY_TIMEOUT);
    /* Sorting in memory: otherwise a read-only query would write temporary files. */
    if (sqlite3_exec(
            db->sqlite,
            "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY; PRAGMA query_only = ON",
            NULL, NULL, NULL) != SQLITE_OK) {
        return sqlite_failed(db, "settings");
    }
    sqlite3_set_authorizer(db->sqlite, authorize, NULL);
    return SCODB_OK;
}

/* The next CREATE statement of a part of the schema, from *at on; its length, without semicolon, or 0 at the end. */
static size_t next_statement(const char **at) {
    const char *start = strncmp(*at, "CREATE ", 7) == 0 ? *at : strstr(*at, "\nCREATE ");
    if (start == NULL) {
        return 0;
    }
    start += *start == '\n';
    const char *next = strstr(start, "\nCREATE ");
    const char *end = next == NULL ? start + strlen(start) : next;
    while (strchr("; \n", end[-1]) != NULL) {
        end--;
    }
    *at = start;
    return (size_t)(end - start);
}

/* SCODB_OK if the file has a table, view or index made by exactly this statement. stmt goes on from the one found last:
 * in a file in the order of the schema it is next, so that all of them take one walk, in one transaction. */
static int expect(scodb_t *db, const char *path, sqlite3_stmt *stmt, const char *sql, size_t size) {
    for (int ends = 0; ends < 2;) { /* the second time everything has been seen */
        int code = sqlite3_step(stmt);
        const char *found = code == SQLITE_ROW ? (const char *)sqlite3_column_text(stmt, 0) : NULL;
        if (code == SQLITE_DONE) {
            ends++;
        } else if (found == NULL) {
            return sqlite_failed(db, path);
        } else if ((size_t)sqlite3_column_bytes(stmt, 0) == size && memcmp(found, sql, size) == 0) {
            return SCODB_OK;
        }
    }
    return failure(db, SCODB_DAMAGED,
                   "%s: not the schema of this version: there is no %.*s; load the texts again with scoload", path,
                   (int)strcspn(sql + 7, "(\n"), sql + 7);
}

int guard_schema(scodb_t *db, const char *path) {
    sqlite3_stmt *stmt = NULL;
    if (sqlite3_prepare_v2(db->sqlite, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL", -1, &stmt, NULL) !=
        SQLITE_OK) {
        return sqlite_failed(db, path);
    }
    int status = SCODB_OK;
    for (const embedded_t *part = scodbp_schema; part->name != NULL && status == SCODB_OK; part++) {
        const char *at = part->text;
        for (size_t size; status == SCODB_OK && (size = next_statement(&at)) > 0; at += size) {
            status = expect(db, path, stmt, at, size);
        }
    }
    sqlite3_finalize(stmt);
    return status;
}
