/* What the library costs above SQLite: calls of libscodb beside the same statements kept prepared by hand, in turns.
 *
 *     calls DATABASE [ROUNDS]
 *
 * The text of each statement is taken from the library while it runs, and the connection beside it is that of a second
 * handle, so that both sides have the same statement and the same settings. Every value is asked for on both sides,
 * every other time on the library's first. Each column of each row is read as text, in SQLite by its number, in the
 * library by its number, then all again by its name. A ratio is the median over all pairs of one run of each side.
 * Opening stands beside sqlite3_open_v2 and the reading of one row. Status 1 if a limit is exceeded. */
#include <sqlite3.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "scodb.h"

enum { VALUES = 100, OPENINGS = 300, COLUMNS = 64 };
static const double RATIO_LIMIT = 1.15, OPENING_LIMIT = 2e-3; /* times; seconds */
static const double ENOUGH = 10;                              /* seconds for one ratio; at least one round is made */

/* A call, and where its values come from: spread evenly over a table, so that common and rare ones take part. */
typedef struct call {
    const char *name;
    int list;
    size_t member;         /* of the filter, into which the value is put */
    const char *parameter; /* the same in the statement */
    const char *table, *id, *value;
    int64_t limit; /* of rows */
} call_t;

#define MEMBER(name) offsetof(scodb_filter_t, name), ":" #name
static const call_t CALLS[] = {
    {"document by name", SCODB_DOCUMENTS, MEMBER(document), "documents", "document_id", "name", 0},
    {"person by name", SCODB_PEOPLE, MEMBER(person), "people", "person_id", "name", 0},
    {"attendance of a meeting", SCODB_ATTENDANCE, MEMBER(meeting), "meetings", "meeting_id", "meeting_id", 0},
    {"meetings of a person", SCODB_MEETINGS, MEMBER(person), "people", "person_id", "name", 50},
    {"statements of a speaker", SCODB_STATEMENTS, MEMBER(person), "people", "person_id", "name", 50},
    {"statements of a document", SCODB_STATEMENTS, MEMBER(document), "documents", "document_id", "name", 0},
    {"search for a word", SCODB_SEARCH, MEMBER(words), "topics", "topic_id",
     "substr(name, 1, instr(name || ' ', ' ') - 1)", 20},
};
enum { CALL_COUNT = sizeof CALLS / sizeof CALLS[0] };

typedef struct bench {
    const char *path;
    scodb_t *db, *beside; /* beside: the handle whose connection runs the statements by hand */
    int rounds;
    int by_name;                /* how the library's columns are read */
    const char *names[COLUMNS]; /* of the columns; the statement's */
    char *values[VALUES];
    int value_count;
    double *called, *sqlite, *ratio; /* of each pair; seconds */
    size_t pairs;
} bench_t;

static void fail(const char *what, const char *why) {
    fprintf(stderr, "calls: %s: %s\n", what, why);
    exit(3);
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static int ascending(const void *a, const void *b) {
    double one = *(const double *)a, other = *(const double *)b;
    return (one > other) - (one < other);
}

static double median(double *values, size_t count) {
    qsort(values, count, sizeof *values, ascending);
    return values[count / 2];
}

static scodb_t *open_library(const char *path) {
    scodb_t *db;
    if (scodb_open(path, 0, &db) != SCODB_OK) {
        fail("scodb_open", scodb_errmsg(db));
    }
    return db;
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql) {
    sqlite3_stmt *stmt;
    if (sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL) != SQLITE_OK) {
        fail("SQLite", sqlite3_errmsg(db));
    }
    return stmt;
}

static void read_values(bench_t *bench, const call_t *call) {
    char *sql = sqlite3_mprintf("SELECT value FROM (SELECT %s AS value, row_number() OVER (ORDER BY %s) - 1 AS i,"
                                " count(*) OVER () AS n FROM %s) WHERE i %% max(n / %d, 1) = 0 LIMIT %d",
                                call->value, call->id, call->table, VALUES, VALUES);
    sqlite3_stmt *stmt = prepare(scodb_sqlite3(bench->beside), sql);
    bench->value_count = 0;
    while (sqlite3_step(stmt) == SQLITE_ROW) {
        bench->values[bench->value_count++] = strdup((const char *)sqlite3_column_text(stmt, 0));
    }
    sqlite3_finalize(stmt);
    sqlite3_free(sql);
}

static scodb_filter_t filter_for(const call_t *call, const char *value) {
    scodb_filter_t filter = SCODB_FILTER_INIT;
    filter.limit = call->limit;
    if (call->member >= offsetof(scodb_filter_t, person_id)) {
        *(int64_t *)((char *)&filter + call->member) = atoll(value);
    } else {
        *(const char **)((char *)&filter + call->member) = value;
    }
    return filter;
}

/* Bytes read and rows, which have to be the same on both sides. */
typedef struct seen {
    size_t bytes, rows;
} seen_t;

static double ask_library(const bench_t *bench, const call_t *call, const char *value, seen_t *seen) {
    scodb_rows_t *rows;
    double start = now();
    scodb_filter_t filter = filter_for(call, value);
    if (scodb_list(bench->db, call->list, &filter, &rows) != SCODB_OK) {
        fail(call->name, scodb_errmsg(bench->db));
    }
    for (int columns = scodb_column_count(rows); scodb_next(rows) == SCODB_ROW; seen->rows++) {
        for (int i = 0; i < columns; i++) {
            const char *text = bench->by_name ? scodb_get(rows, bench->names[i]) : scodb_text(rows, i);
            seen->bytes += text == NULL ? 0 : strlen(text);
        }
    }
    scodb_free(rows);
    return now() - start;
}

static void bind(sqlite3_stmt *stmt, const call_t *call, const char *value) {
    int index = sqlite3_bind_parameter_index(stmt, call->parameter);
    char words[256];
    if (strcmp(call->parameter, ":words") == 0) {
        snprintf(words, sizeof words, "\"%s\"", value);
        value = words;
    }
    if (call->member >= offsetof(scodb_filter_t, person_id)) {
        sqlite3_bind_int64(stmt, index, atoll(value));
    } else {
        sqlite3_bind_text(stmt, index, value, -1, SQLITE_TRANSIENT);
    }
    sqlite3_bind_int64(stmt, sqlite3_bind_parameter_index(stmt, ":limit"), call->limit > 0 ? call->limit : INT32_MAX);
    sqlite3_bind_int64(stmt, sqlite3_bind_parameter_index(stmt, ":offset"), 0);
}

static double ask_sqlite(sqlite3_stmt *stmt, const call_t *call, const char *value, seen_t *seen) {
    double start = now();
    bind(stmt, call, value);
    for (int columns = sqlite3_column_count(stmt); sqlite3_step(stmt) == SQLITE_ROW; seen->rows++) {
        for (int i = 0; i < columns; i++) {
            const char *text = (const char *)sqlite3_column_text(stmt, i);
            seen->bytes += text == NULL ? 0 : strlen(text);
        }
    }
    sqlite3_reset(stmt);
    sqlite3_clear_bindings(stmt);
    return now() - start;
}

/* The statement that the library runs for this call, prepared on the connection beside it. */
static sqlite3_stmt *same_statement(const bench_t *bench, const call_t *call) {
    scodb_filter_t filter = filter_for(call, bench->values[0]);
    scodb_rows_t *rows;
    sqlite3_stmt *at = NULL;
    if (scodb_list(bench->db, call->list, &filter, &rows) != SCODB_OK || scodb_next(rows) != SCODB_ROW) {
        fail(call->name, "no row for the first value");
    }
    do {
        at = sqlite3_next_stmt(scodb_sqlite3(bench->db), at);
    } while (!sqlite3_stmt_busy(at) ||
             sqlite3_bind_parameter_index(at, call->parameter) == 0); /* the index runs some too */
    sqlite3_stmt *stmt = prepare(scodb_sqlite3(bench->beside), sqlite3_sql(at));
    scodb_free(rows);
    return stmt;
}

static void ask_both(bench_t *bench, const call_t *call, sqlite3_stmt *stmt, const char *value, seen_t seen[2]) {
    size_t pair = bench->pairs++;
    if (pair % 2 == 0) {
        bench->called[pair] = ask_library(bench, call, value, &seen[0]);
    }
    bench->sqlite[pair] = ask_sqlite(stmt, call, value, &seen[1]);
    if (pair % 2 == 1) {
        bench->called[pair] = ask_library(bench, call, value, &seen[0]);
    }
    bench->ratio[pair] = bench->called[pair] / bench->sqlite[pair];
}

/* The ratio of the two sides; what they read has to be the same. */
static double compare(bench_t *bench, const call_t *call, sqlite3_stmt *stmt, int by_name, seen_t *read) {
    seen_t seen[2] = {0};
    double start = now();
    bench->by_name = by_name;
    bench->pairs = 0;
    for (int round = 0; round < bench->rounds && (round == 0 || now() - start < ENOUGH); round++) {
        for (int i = 0; i < bench->value_count; i++) {
            ask_both(bench, call, stmt, bench->values[i], seen);
        }
    }
    if (seen[0].rows != seen[1].rows || seen[0].bytes != seen[1].bytes) {
        fail(call->name, "the two sides read different rows");
    }
    *read = seen[0];
    return median(bench->ratio, bench->pairs);
}

/* Returns whether the call keeps to the limit. */
static int measure(bench_t *bench, const call_t *call) {
    seen_t read;
    read_values(bench, call);
    sqlite3_stmt *stmt = same_statement(bench, call);
    for (int i = 0; i < sqlite3_column_count(stmt); i++) {
        bench->names[i] = sqlite3_column_name(stmt, i);
    }
    double by_name = compare(bench, call, stmt, 1, &read), by_number = compare(bench, call, stmt, 0, &read);
    sqlite3_finalize(stmt);
    for (int i = 0; i < bench->value_count; i++) {
        free(bench->values[i]);
    }
    printf("%-26s %8.1f %10.1f %10.1f %9.3f %9.3f\n", call->name, (double)read.rows / (double)bench->pairs,
           median(bench->called, bench->pairs) * 1e6, median(bench->sqlite, bench->pairs) * 1e6, by_number, by_name);
    return by_number <= RATIO_LIMIT && by_name <= RATIO_LIMIT;
}

static double open_sqlite(const char *path) {
    sqlite3 *db;
    double start = now();
    if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK) {
        fail(path, sqlite3_errmsg(db));
    }
    sqlite3_stmt *stmt = prepare(db, "SELECT name FROM documents LIMIT 1");
    sqlite3_step(stmt);
    double seconds = now() - start;
    sqlite3_finalize(stmt);
    sqlite3_close(db);
    return seconds;
}

static int measure_opening(bench_t *bench) {
    for (int i = 0; i < OPENINGS; i++) {
        double start = now();
        scodb_t *db = open_library(bench->path);
        bench->called[i] = now() - start;
        scodb_close(db);
        bench->sqlite[i] = open_sqlite(bench->path);
    }
    double library = median(bench->called, OPENINGS), sqlite = median(bench->sqlite, OPENINGS);
    printf("%-26s %8s %10.1f %10.1f %+9.3f ms\n", "opening", "", library * 1e6, sqlite * 1e6, (library - sqlite) * 1e3);
    return library - sqlite <= OPENING_LIMIT;
}

int main(int argc, char **argv) {
    int kept = 1;
    if (argc < 2 || argc > 3 || (argc == 3 && atoi(argv[2]) < 1)) {
        fputs("usage: calls DATABASE [ROUNDS]\n", stderr);
        return 2;
    }
    bench_t bench = {.path = argv[1], .rounds = argc == 3 ? atoi(argv[2]) : 20};
    size_t room = (size_t)bench.rounds * VALUES + OPENINGS;
    double *times = calloc(3 * room, sizeof *times);
    if (times == NULL) {
        fail("times", "out of memory");
    }
    bench.called = times, bench.sqlite = times + room, bench.ratio = times + 2 * room;
    bench.db = open_library(bench.path);
    bench.beside = open_library(bench.path);
    printf("%-26s %8s %10s %10s %9s %9s\n", "", "rows", "library us", "SQLite us", "ratio", "by name");
    for (int i = 0; i < CALL_COUNT; i++) {
        kept &= measure(&bench, &CALLS[i]);
    }
    kept &= measure_opening(&bench);
    scodb_close(bench.db);
    scodb_close(bench.beside);
    free(times);
    return !kept;
}
