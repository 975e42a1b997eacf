/* The limit that storing is measured against: the rows of a loaded database, held in memory, go into an empty one of
 * the same schema by prepared statements, in one transaction.
 *
 *     insert [--indexes-first] SOURCE NEW_DATABASE
 *
 * Indexes are made after the rows (unless --indexes-first), full text is built at the end: as fast as SQLite can.
 * Reading the source is not measured. Prints rows, seconds and rows per second. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

typedef struct table {
    char *name, *sql, *insert;
    int columns;
    sqlite3_value **values; /* rows * columns */
    size_t rows, room;
} table_t;

typedef struct copy {
    sqlite3 *source, *target;
    table_t *tables;
    int table_count;
} copy_t;

static void fail(sqlite3 *db, const char *what) {
    fprintf(stderr, "insert: %s: %s\n", what, sqlite3_errmsg(db));
    exit(3);
}

static void run(sqlite3 *db, const char *sql) {
    if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
        fail(db, sql);
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql) {
    sqlite3_stmt *statement = NULL;
    if (!sql || sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK)
        fail(db, sql ? sql : "out of memory");
    return statement;
}

static void *grow(void *old, size_t size) {
    void *memory = realloc(old, size);
    if (!memory) {
        fputs("insert: out of memory\n", stderr);
        exit(3);
    }
    return memory;
}

static void read_rows(const copy_t *copy, table_t *table) {
    char *sql = sqlite3_mprintf("SELECT * FROM \"%w\"", table->name);
    sqlite3_stmt *rows = prepare(copy->source, sql);
    sqlite3_free(sql);
    table->columns = sqlite3_column_count(rows);
    while (sqlite3_step(rows) == SQLITE_ROW) {
        size_t columns = (size_t)table->columns;
        if (table->rows == table->room) {
            table->room = table->room ? 2 * table->room : 64;
            table->values = grow(table->values, table->room * columns * sizeof *table->values);
        }
        for (int i = 0; i < table->columns; i++)
            table->values[table->rows * columns + (size_t)i] = sqlite3_value_dup(sqlite3_column_value(rows, i));
        table->rows++;
    }
    sqlite3_finalize(rows);
}

/* INSERT INTO table VALUES (?, ?, ...) */
static char *insert_sql(const table_t *table) {
    sqlite3_str *sql = sqlite3_str_new(NULL);
    sqlite3_str_appendf(sql, "INSERT INTO \"%w\" VALUES (", table->name);
    for (int i = 0; i < table->columns; i++)
        sqlite3_str_appendall(sql, i ? ",?" : "?");
    sqlite3_str_appendall(sql, ")");
    return sqlite3_str_finish(sql);
}

/* Ordinary tables alone: what full text keeps for itself is made by the rebuild. */
static void read_source(copy_t *copy) {
    sqlite3_stmt *list = prepare(copy->source, "SELECT t.name, s.sql FROM pragma_table_list AS t"
                                               " JOIN sqlite_schema AS s ON s.name = t.name AND s.type = 'table'"
                                               " WHERE t.schema = 'main' AND t.type = 'table'"
                                               " AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY s.rowid");
    while (sqlite3_step(list) == SQLITE_ROW) {
        copy->tables = grow(copy->tables, (size_t)(copy->table_count + 1) * sizeof *copy->tables);
        table_t *table = &copy->tables[copy->table_count++];
        *table = (table_t){.name = strdup((const char *)sqlite3_column_text(list, 0)),
                           .sql = strdup((const char *)sqlite3_column_text(list, 1))};
        read_rows(copy, table);
        table->insert = insert_sql(table);
    }
    sqlite3_finalize(list);
}

/* Runs the statements of the source's schema that a query gives. */
static void make(const copy_t *copy, const char *query) {
    sqlite3_stmt *list = prepare(copy->source, query);
    while (sqlite3_step(list) == SQLITE_ROW)
        run(copy->target, (const char *)sqlite3_column_text(list, 0));
    sqlite3_finalize(list);
}

static void insert_rows(const copy_t *copy, const table_t *table) {
    sqlite3_stmt *insert = prepare(copy->target, table->insert);
    for (size_t row = 0; row < table->rows; row++) {
        for (int i = 0; i < table->columns; i++)
            sqlite3_bind_value(insert, i + 1, table->values[row * (size_t)table->columns + (size_t)i]);
        if (sqlite3_step(insert) != SQLITE_DONE)
            fail(copy->target, table->name);
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
}

static void make_full_text(const copy_t *copy) {
    make(copy, "SELECT sql FROM sqlite_schema WHERE type = 'view'");
    make(copy, "SELECT sql FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%'");
    make(copy, "SELECT 'INSERT INTO ' || name || '(' || name || ') VALUES (''rebuild'')' FROM sqlite_schema"
               " WHERE sql LIKE 'CREATE VIRTUAL TABLE%'");
}

static void write_target(const copy_t *copy, int indexes_first) {
    static const char *const indexes = "SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL";
    run(copy->target, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536;"
                      "PRAGMA temp_store = MEMORY; BEGIN");
    for (int i = 0; i < copy->table_count; i++)
        run(copy->target, copy->tables[i].sql);
    if (indexes_first)
        make(copy, indexes);
    for (int i = 0; i < copy->table_count; i++)
        insert_rows(copy, &copy->tables[i]);
    if (!indexes_first)
        make(copy, indexes);
    make_full_text(copy);
    run(copy->target, "COMMIT");
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void open_both(copy_t *copy, const char *source, const char *target) {
    if (sqlite3_open_v2(source, &copy->source, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
        fail(copy->source, source);
    if (access(target, F_OK) == 0) {
        fprintf(stderr, "insert: %s: exists already\n", target);
        exit(3);
    }
    if (sqlite3_open(target, &copy->target) != SQLITE_OK)
        fail(copy->target, target);
}

int main(int argc, char **argv) {
    int indexes_first = argc > 1 && strcmp(argv[1], "--indexes-first") == 0;
    if (argc != 3 + indexes_first) {
        fputs("usage: insert [--indexes-first] SOURCE NEW_DATABASE\n", stderr);
        return 2;
    }
    copy_t copy = {0};
    size_t rows = 0;
    open_both(&copy, argv[argc - 2], argv[argc - 1]);
    read_source(&copy);
    double start = now();
    write_target(&copy, indexes_first);
    sqlite3_close(copy.target);
    double seconds = now() - start;
    for (int i = 0; i < copy.table_count; i++)
        rows += copy.tables[i].rows;
    printf("%zu rows %.3f s %.0f rows/s\n", rows, seconds, (double)rows / seconds);
    sqlite3_close(copy.source);
    return 0;
}
