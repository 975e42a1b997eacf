/* Every call through every status that scodb.h says it returns. What goes wrong, goes wrong in the file: a writer, a
 * journal, damage, a disk that does not answer. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib_fixture.h"
#include "private.h"

/* Waiting for a lock takes no time here. */
static int no_sleep(sqlite3_vfs *vfs, int microseconds) {
    (void)vfs;
    return microseconds;
}

static void never_wait(void) {
    static sqlite3_vfs impatient;
    if (impatient.zName == NULL) {
        impatient = *sqlite3_vfs_find(NULL);
        impatient.zName = "impatient";
        impatient.xSleep = no_sleep;
        sqlite3_vfs_register(&impatient, 1);
    }
}

static scodb_t *db;
static sqlite3 *writer;
static scodb_rows_t *under_way; /* makes an interruption last */

static void begin_case(void) {
    remove(fixture_path("case.db"));
    remove(fixture_path("case.db-journal"));
    fixture_copy("case.db");
    db = fixture_open("case.db");
}

static void end_case(void) {
    sqlite3_hard_heap_limit64(0);
    sqlite3_close(writer);
    scodb_free(under_way);
    scodb_close(db);
    writer = NULL;
    under_way = NULL;
}

/* The calls that open a cursor; those on something that does not exist end in SCODB_NOT_FOUND. */

static int list(scodb_t *handle, int exists, scodb_rows_t **rows) {
    scodb_filter_t filter = SCODB_FILTER_INIT;
    filter.party = exists ? "XAV" : NULL;
    return scodb_list(handle, SCODB_ATTENDANCE, &filter, rows);
}

static int search(scodb_t *handle, int exists, scodb_rows_t **rows) {
    scodb_filter_t filter = SCODB_FILTER_INIT;
    filter.words = exists ? "lake" : "nowhere";
    return scodb_list(handle, SCODB_SEARCH, &filter, rows);
}

static int find(scodb_t *handle, int exists, scodb_rows_t **rows) {
    return scodb_find(handle, exists ? "avalia" : "nobody", rows);
}

static int verify(scodb_t *handle, int exists, scodb_rows_t **rows) {
    (void)exists;
    return scodb_verify(handle, rows);
}

static int query(scodb_t *handle, int exists, scodb_rows_t **rows) {
    scodb_value_t value = {"name", exists ? "Lú Sáenz" : "nobody"};
    return scodb_query(handle, "SELECT * FROM people WHERE name = :name", &value, 1, rows);
}

static int profile(scodb_t *handle, int exists, scodb_rows_t **rows) {
    return scodb_profile(handle, "person", exists ? 1 : 99, rows);
}

static int evidence(scodb_t *handle, int exists, scodb_rows_t **rows) {
    return scodb_evidence(handle, exists ? "alpha:office:52-85" : "alpha:office:52-86", rows);
}

static int report(scodb_t *handle, int exists, scodb_rows_t **rows) {
    return scodb_report(handle, exists ? "overview" : "no such report", NULL, 0, rows);
}

static const struct {
    const char *name;
    int (*open)(scodb_t *handle, int exists, scodb_rows_t **rows);
    int missing; /* status where there is nothing of that name */
} CALLS[] = {
    {"scodb_list", list, SCODB_OK},
    {"scodb_list (search)", search, SCODB_OK},
    {"scodb_find", find, SCODB_OK},
    {"scodb_verify", verify, SCODB_OK},
    {"scodb_query", query, SCODB_OK},
    {"scodb_profile", profile, SCODB_NOT_FOUND},
    {"scodb_evidence", evidence, SCODB_NOT_FOUND},
    {"scodb_report", report, SCODB_NOT_FOUND},
};
enum { CALL_COUNT = sizeof CALLS / sizeof CALLS[0] };

/* What happens to the file or to the process. */

static int fail_to_read(sqlite3_file *file, void *bytes, int size, sqlite3_int64 offset) {
    (void)file, (void)bytes, (void)size, (void)offset;
    return SQLITE_IOERR_READ;
}

static void break_disk(void) {
    static sqlite3_io_methods broken;
    sqlite3_file *file;
    ck_assert_int_eq(sqlite3_file_control(scodb_sqlite3(db), "main", SQLITE_FCNTL_FILE_POINTER, &file), SQLITE_OK);
    broken = *file->pMethods;
    broken.xRead = fail_to_read;
    file->pMethods = &broken;
}

static void overwrite(long from, const char *with) {
    FILE *file = fopen(fixture_path("case.db"), "r+b");
    ck_assert_ptr_nonnull(file);
    fseek(file, from, SEEK_SET);
    for (int i = 0; i < 50000; i++) {
        fputs(with, file);
    }
    fclose(file);
    sqlite3_db_release_memory(scodb_sqlite3(db));
}

static void damage_pages(void) {
    overwrite(4096, "damage ");
}

static void replace_file(void) {
    overwrite(0, "no database ");
}

static void lock_file(void) {
    ck_assert_int_eq(sqlite3_open(fixture_path("case.db"), &writer), SQLITE_OK);
    ck_assert_int_eq(sqlite3_exec(writer, "BEGIN EXCLUSIVE", NULL, NULL, NULL), SQLITE_OK);
}

static void leave_journal(void) {
    fixture_write("case.db-journal", "what a writer left", 18);
}

static void use_up_memory(void) {
    sqlite3_db_release_memory(scodb_sqlite3(db));
    sqlite3_hard_heap_limit64(sqlite3_memory_used() + 1);
}

static void interrupt(void) {
    ck_assert_int_eq(scodb_query(db, "SELECT 1 UNION ALL SELECT 2", NULL, 0, &under_way), SCODB_OK);
    ck_assert_int_eq(scodb_next(under_way), SCODB_ROW);
    scodb_interrupt(db);
}

static const struct {
    const char *name;
    void (*happen)(void);
    int status;
} EVENTS[] = {
    {"disk", break_disk, SCODB_CANNOT_OPEN},          {"damage", damage_pages, SCODB_DAMAGED},
    {"another file", replace_file, SCODB_DAMAGED},    {"writer", lock_file, SCODB_BUSY},
    {"journal", leave_journal, SCODB_NEEDS_RECOVERY}, {"memory", use_up_memory, SCODB_NO_MEMORY},
    {"interruption", interrupt, SCODB_INTERRUPTED},
};
enum { EVENT_COUNT = sizeof EVENTS / sizeof EVENTS[0] };

/* SQLite reads the schema again when it is next asked, as after a change by a writer. */
static void forget_schema(void) {
    sqlite3 *connection = scodb_sqlite3(db);
    sqlite3_set_authorizer(connection, NULL, NULL);
    ck_assert_int_eq(sqlite3_exec(connection, "PRAGMA writable_schema = RESET", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_db_release_memory(connection);
}

static void expect(int status, int expected, const char *call, const char *event) {
    ck_assert_msg(status == expected, "%s, %s: %s instead of %s (%s)", call, event, scodb_strerror(status),
                  scodb_strerror(expected), scodb_errmsg(db));
    ck_assert_int_eq(scodb_errcode(db), expected);
    ck_assert_str_ne(scodb_errmsg(db), "");
    ck_assert_ptr_null(strchr(scodb_errmsg(db), '\n'));
}

START_TEST(fails_to_open_rows) {
    int call = _i / EVENT_COUNT, event = _i % EVENT_COUNT;
    scodb_rows_t *rows = NULL;
    ck_assert_int_eq(scodb_errcode(db), SCODB_OK);
    if (EVENTS[event].status != SCODB_INTERRUPTED) {
        forget_schema();
    }
    EVENTS[event].happen();
    expect(CALLS[call].open(db, 1, &rows), EVENTS[event].status, CALLS[call].name, EVENTS[event].name);
    ck_assert_ptr_null(rows);
}
END_TEST

/* The same while rows are read (verify tells of damage that it can step over in rows first); the status stays. */
START_TEST(fails_to_go_on) {
    int status, call = _i / EVENT_COUNT, event = _i % EVENT_COUNT;
    scodb_rows_t *rows;
    ck_assert_int_eq(CALLS[call].open(db, 1, &rows), SCODB_OK);
    sqlite3_db_release_memory(scodb_sqlite3(db));
    EVENTS[event].happen();
    while ((status = scodb_next(rows)) == SCODB_ROW) {
    }
    expect(status, EVENTS[event].status, CALLS[call].name, EVENTS[event].name);
    expect(scodb_next(rows), EVENTS[event].status, CALLS[call].name, "again");
    scodb_free(rows);
}
END_TEST

START_TEST(succeeds_or_finds_nothing) {
    scodb_rows_t *rows = NULL;
    int status, opened = CALLS[_i].open(db, 0, &rows);
    ck_assert_int_eq(opened, CALLS[_i].missing);
    if (opened == SCODB_OK) {
        scodb_free(rows);
    } else {
        expect(opened, SCODB_NOT_FOUND, CALLS[_i].name, "nothing there");
        ck_assert_ptr_null(rows);
    }
    ck_assert_int_eq(CALLS[_i].open(db, 1, &rows), SCODB_OK);
    while ((status = scodb_next(rows)) == SCODB_ROW) {
    }
    ck_assert_int_eq(status, SCODB_DONE);
    ck_assert_int_eq(scodb_next(rows), SCODB_DONE);
    scodb_free(rows);
    ck_assert_int_eq(scodb_errcode(db), opened);
}
END_TEST

/* Damage is for good; the rest is not. */
START_TEST(recovers_but_from_damage) {
    scodb_rows_t *rows;
    lock_file();
    ck_assert_int_eq(list(db, 1, &rows), SCODB_BUSY);
    sqlite3_exec(writer, "COMMIT", NULL, NULL, NULL);
    ck_assert_int_eq(list(db, 1, &rows), SCODB_OK);
    scodb_free(rows);
    damage_pages();
    ck_assert_int_eq(query(db, 1, &rows), SCODB_OK);
    ck_assert_int_eq(scodb_next(rows), SCODB_DAMAGED);
    scodb_free(rows);
    for (int call = 0; call < CALL_COUNT; call++) {
        expect(CALLS[call].open(db, 1, &rows), SCODB_DAMAGED, CALLS[call].name, "after damage");
    }
}
END_TEST

START_TEST(refuses_misuse) {
    scodb_rows_t *rows = NULL, *open;
    int status;
    ck_assert_int_eq(CALLS[_i].open(NULL, 1, &rows), SCODB_MISUSE);
    expect(CALLS[_i].open(db, 1, NULL), SCODB_MISUSE, CALLS[_i].name, "no room for rows");
    ck_assert_int_eq(CALLS[_i].open(db, 1, &open), SCODB_OK);
    pid_t child = fork();
    if (child == 0) {
        int is_refused = CALLS[_i].open(db, 1, &rows) == SCODB_MISUSE && scodb_next(open) == SCODB_MISUSE;
        exit(is_refused ? 0 : 1);
    }
    waitpid(child, &status, 0);
    ck_assert_int_eq(WEXITSTATUS(status), 0);
    ck_assert_ptr_null(rows);
    scodb_free(open);
}
END_TEST

START_TEST(refuses_wrong_arguments) {
    scodb_value_t nameless = {NULL, "x"};
    scodb_rows_t *rows = NULL;
    int statuses[] = {
        scodb_profile(db, NULL, 1, &rows),
        scodb_profile(db, "group", 1, &rows),
        scodb_find(db, NULL, &rows),
        scodb_evidence(db, NULL, &rows),
        scodb_evidence(db, "alpha", &rows),
        scodb_report(db, NULL, NULL, 0, &rows),
        scodb_report(db, "attendance", NULL, 1, &rows),
        scodb_report(db, "attendance", &nameless, 1, &rows),
        scodb_query(db, NULL, NULL, 0, &rows),
        scodb_query(db, "SELECT 1", NULL, 1, &rows),
        scodb_query(db, "SELECT 1", &nameless, 1, &rows),
        scodb_list(db, SCODB_SEARCH, NULL, &rows),
        scodb_list(db, -1, NULL, &rows),
    };
    for (size_t i = 0; i < sizeof statuses / sizeof statuses[0]; i++) {
        ck_assert_msg(statuses[i] == SCODB_MISUSE, "%zu: %d", i, statuses[i]);
    }
    ck_assert_int_eq(scodb_errcode(db), SCODB_MISUSE);
    ck_assert_ptr_null(rows);
}
END_TEST

/* Values of a row, and everything on no row, no rows, no handle. */
START_TEST(answers_without_rows) {
    scodb_rows_t *rows;
    ck_assert_int_eq(scodb_query(db, "SELECT 7 AS a", NULL, 0, &rows), SCODB_OK);
    for (scodb_rows_t *at = rows;; at = NULL) { /* before its first row, then none at all */
        ck_assert_int_eq(scodb_type(at, 0), SCODB_NULL);
        ck_assert_ptr_null(scodb_text(at, 0));
        ck_assert_ptr_null(scodb_get(at, "a"));
        ck_assert_int_eq(scodb_int(at, 0), 0);
        ck_assert_double_eq(scodb_real(at, 0), 0);
        ck_assert_int_eq(scodb_column_count(at), at == NULL ? 0 : 1);
        ck_assert_int_eq(scodb_column(at, "a"), at == NULL ? -1 : 0);
        ck_assert_int_eq(scodb_column(at, "b"), -1);
        ck_assert_int_eq(scodb_column(at, NULL), -1);
        if (at == NULL) {
            break;
        }
    }
    ck_assert_ptr_null(scodb_column_name(NULL, 0));
    ck_assert_ptr_null(scodb_column_name(rows, 1));
    ck_assert_int_eq(scodb_next(NULL), SCODB_MISUSE);
    scodb_free(rows);
    scodb_free(NULL);
    scodb_close(NULL);
    scodb_interrupt(NULL);
    scodb_time_limit(NULL, 1);
    ck_assert_ptr_null(scodb_sqlite3(NULL));
    ck_assert_int_eq(scodb_errcode(NULL), SCODB_NO_MEMORY);
    ck_assert_str_eq(scodb_errmsg(NULL), scodb_strerror(SCODB_NO_MEMORY));
}
END_TEST

START_TEST(says_busy_while_opening) {
    scodb_t *other;
    lock_file();
    ck_assert_int_eq(scodb_open(fixture_path("case.db"), 0, &other), SCODB_BUSY);
    ck_assert_int_eq(scodb_errcode(other), SCODB_BUSY);
    scodb_close(other);
}
END_TEST

/* What SQLite tells only in circumstances that a test cannot bring about. */
START_TEST(translates_every_code) {
    static const struct {
        int code, status;
    } codes[] = {
        {SQLITE_OK, SCODB_OK},
        {SQLITE_READONLY_RECOVERY, SCODB_NEEDS_RECOVERY},
        {SQLITE_READONLY_CANTINIT, SCODB_NEEDS_RECOVERY},
        {SQLITE_READONLY_CANTLOCK, SCODB_NEEDS_RECOVERY},
        {SQLITE_READONLY_ROLLBACK, SCODB_NEEDS_RECOVERY},
        {SQLITE_IOERR_NOMEM, SCODB_NO_MEMORY},
        {SQLITE_IOERR_SHORT_READ, SCODB_CANNOT_OPEN},
        {SQLITE_PERM, SCODB_CANNOT_OPEN},
        {SQLITE_READONLY_DIRECTORY, SCODB_CANNOT_OPEN},
        {SQLITE_CANTOPEN_ISDIR, SCODB_CANNOT_OPEN},
        {SQLITE_CORRUPT_VTAB, SCODB_DAMAGED},
        {SQLITE_NOTADB, SCODB_NOT_SCODB},
        {SQLITE_BUSY_RECOVERY, SCODB_BUSY},
        {SQLITE_LOCKED, SCODB_BUSY},
        {SQLITE_PROTOCOL, SCODB_BUSY},
        {SQLITE_NOMEM, SCODB_NO_MEMORY},
        {SQLITE_INTERRUPT, SCODB_INTERRUPTED},
        {SQLITE_ERROR, SCODB_MISUSE},
        {SQLITE_TOOBIG, SCODB_MISUSE},
    };
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
        ck_assert_int_eq(status_of(codes[i].code), codes[i].status);
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("libscodb: status");
    TCase *tests = tcase_create("status");
    suite_add_tcase(suite, tests);
    tcase_add_unchecked_fixture(tests, never_wait, NULL);
    tcase_add_unchecked_fixture(tests, fixture_begin, fixture_end);
    tcase_add_checked_fixture(tests, begin_case, end_case);
    tcase_add_loop_test(tests, fails_to_open_rows, 0, CALL_COUNT * EVENT_COUNT);
    tcase_add_loop_test(tests, fails_to_go_on, 0, CALL_COUNT * EVENT_COUNT);
    tcase_add_loop_test(tests, succeeds_or_finds_nothing, 0, CALL_COUNT);
    tcase_add_test(tests, recovers_but_from_damage);
    tcase_add_loop_test(tests, refuses_misuse, 0, CALL_COUNT);
    tcase_add_test(tests, refuses_wrong_arguments);
    tcase_add_test(tests, answers_without_rows);
    tcase_add_test(tests, says_busy_while_opening);
    tcase_add_test(tests, translates_every_code);
    return run_suite(suite);
}
