/* What the head of scodb.h promises on lifetimes, threads, processes and compatibility. */
#include <locale.h>
#include <pthread.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib_fixture.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
enum { SANITIZED = 1 }; /* takes room of its own at any time */
#else
enum { SANITIZED = 0 };
#endif

static scodb_t *db;

static void open_lakes(void) {
    db = fixture_open("lakes.db");
}

static void close_lakes(void) {
    scodb_close(db);
}

static scodb_rows_t *list_people(scodb_t *from) {
    scodb_rows_t *rows;
    ck_assert_int_eq(scodb_list(from, SCODB_PEOPLE, NULL, &rows), SCODB_OK);
    ck_assert_int_eq(scodb_next(rows), SCODB_ROW);
    return rows;
}

/* Lifetimes */

START_TEST(strings_last_as_long_as_their_row) {
    scodb_rows_t *rows = list_people(db), *others;
    const char *name = scodb_get(rows, "person"), *number = scodb_get(rows, "person_id");
    others = list_people(db); /* other rows, calls that fail: nothing of this touches the strings */
    ck_assert_int_eq(scodb_next(others), SCODB_ROW);
    scodb_free(others);
    ck_assert_int_eq(scodb_evidence(db, "nonsense", &others), SCODB_MISUSE);
    ck_assert_str_eq(name, "Lú Sáenz");
    ck_assert_str_eq(number, "2");
    ck_assert_ptr_eq(scodb_get(rows, "person"), name);
    scodb_free(rows);
}
END_TEST

START_TEST(messages_last_until_the_next_failure) {
    scodb_rows_t *rows;
    ck_assert_int_eq(scodb_evidence(db, "nonsense", &rows), SCODB_MISUSE);
    const char *message = scodb_errmsg(db);
    char copy[512];
    snprintf(copy, sizeof copy, "%s", message);
    scodb_free(list_people(db));
    ck_assert_str_eq(scodb_errmsg(db), copy);
    ck_assert_int_eq(scodb_errcode(db), SCODB_MISUSE);
    ck_assert_int_eq(scodb_evidence(db, "alpha:speech:1-2", &rows), SCODB_NOT_FOUND);
    ck_assert_str_ne(scodb_errmsg(db), copy);
    ck_assert_int_eq(scodb_errcode(db), SCODB_NOT_FOUND);
}
END_TEST

START_TEST(rows_outlive_the_handle) {
    scodb_t *own = fixture_open("lakes.db");
    scodb_rows_t *rows = list_people(own), *others = list_people(own), *more;
    const char *name = scodb_get(rows, "person");
    scodb_close(own);
    scodb_free(others);
    ck_assert_str_eq(name, "Lú Sáenz");
    ck_assert_str_eq(scodb_get(rows, "person"), name);
    ck_assert_str_eq(scodb_column_name(rows, 0), "person");
    ck_assert_int_eq(scodb_next(rows), SCODB_MISUSE);
    ck_assert_int_eq(scodb_find(own, "x", &more), SCODB_MISUSE); /* lives until its rows are freed */
    scodb_free(rows);
}
END_TEST

/* The host's own statements keep the connection, not the handle. */
START_TEST(own_statements_outlive_the_handle) {
    scodb_t *own = fixture_open("lakes.db");
    sqlite3_stmt *stmt;
    ck_assert_int_eq(sqlite3_prepare_v2(scodb_sqlite3(own), "SELECT name FROM people", -1, &stmt, NULL), SQLITE_OK);
    scodb_close(own);
    ck_assert_int_eq(sqlite3_step(stmt), SQLITE_ROW);
    ck_assert_int_eq(sqlite3_finalize(stmt), SQLITE_OK);
}
END_TEST

static void *map_lakes(size_t *size) {
    FILE *file = fopen(fixture_path("lakes.db"), "rb");
    fseek(file, 0, SEEK_END);
    *size = (size_t)ftell(file);
    void *image = mmap(NULL, *size, PROT_READ, MAP_PRIVATE, fileno(file), 0);
    fclose(file);
    ck_assert_ptr_ne(image, MAP_FAILED);
    return image;
}

/* The image is memory that cannot be written: neither is it, nor freed. */
START_TEST(images_are_borrowed) {
    size_t size;
    void *image = map_lakes(&size);
    scodb_t *one, *other;
    scodb_rows_t *rows;
    ck_assert_int_eq(scodb_open_memory(image, size, &one), SCODB_OK);
    ck_assert_int_eq(scodb_open_memory(image, size, &other), SCODB_OK);
    ck_assert_int_eq(scodb_query(one, "DELETE FROM people", NULL, 0, &rows), SCODB_MISUSE);
    ck_assert_int_eq(sqlite3_exec(scodb_sqlite3(one), "DELETE FROM people", NULL, NULL, NULL), SQLITE_AUTH);
    scodb_filter_t filter = SCODB_FILTER_INIT;
    filter.words = "lake";
    ck_assert_int_eq(scodb_list(one, SCODB_SEARCH, &filter, &rows), SCODB_OK);
    ck_assert_str_eq(fixture_column(rows, "document"), "beta:2|alpha|beta:2|");
    rows = list_people(other);
    scodb_close(one);
    scodb_close(other);
    ck_assert_str_eq(scodb_get(rows, "person"), "Lú Sáenz");
    scodb_free(rows);
    ck_assert_int_eq(munmap(image, size), 0);
}
END_TEST

/* Threads */

enum { THREADS = 4, ROUNDS = 40 };

static void *use_own_handle(void *context) {
    (void)context;
    for (int i = 0; i < ROUNDS; i++) {
        scodb_t *own;
        scodb_rows_t *rows;
        if (scodb_open(fixture_path("lakes.db"), 0, &own) != SCODB_OK || scodb_find(own, "saenz", &rows) != SCODB_OK) {
            return "cannot be opened";
        }
        int status = scodb_next(rows);
        int is_right = status == SCODB_ROW && strcmp(scodb_get(rows, "name"), "Lú Sáenz") == 0;
        scodb_free(rows);
        scodb_close(own);
        if (!is_right) {
            return "reads something else";
        }
    }
    return NULL;
}

START_TEST(threads_with_a_handle_each_do_not_meet) {
    pthread_t threads[THREADS];
    void *complaint;
    fixture_path("lakes.db");
    for (int i = 0; i < THREADS; i++) {
        ck_assert_int_eq(pthread_create(&threads[i], NULL, use_own_handle, NULL), 0);
    }
    for (int i = 0; i < THREADS; i++) {
        pthread_join(threads[i], &complaint);
        ck_assert_ptr_null(complaint);
    }
}
END_TEST

static void *go_on(void *context) {
    scodb_rows_t *rows = context;
    int is_right = scodb_next(rows) == SCODB_ROW && strcmp(scodb_get(rows, "person"), "Ödön Várkonyi") == 0;
    scodb_free(rows);
    return is_right ? NULL : "lost its place";
}

START_TEST(handles_move_between_threads) {
    pthread_t thread;
    void *complaint;
    scodb_rows_t *rows = list_people(db);
    ck_assert_int_eq(pthread_create(&thread, NULL, go_on, rows), 0);
    pthread_join(thread, &complaint);
    ck_assert_ptr_null(complaint);
    scodb_free(list_people(db));
}
END_TEST

static void *interrupt(void *context) {
    for (int i = 0; i < 1000; i++) {
        scodb_interrupt(context);
        usleep(100);
    }
    return NULL;
}

START_TEST(any_thread_may_interrupt) {
    static const char endless[] =
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n";
    pthread_t thread;
    scodb_rows_t *rows;
    ck_assert_int_eq(scodb_query(db, endless, NULL, 0, &rows), SCODB_OK);
    ck_assert_int_eq(pthread_create(&thread, NULL, interrupt, db), 0);
    ck_assert_int_eq(scodb_next(rows), SCODB_INTERRUPTED);
    pthread_join(thread, NULL);
    scodb_free(rows);
    scodb_free(list_people(db)); /* what comes later is not stopped */
}
END_TEST

/* Processes */

static int refuses_rows(scodb_t *opened, scodb_rows_t *rows) {
    scodb_rows_t *others;
    return scodb_next(rows) == SCODB_MISUSE && scodb_find(opened, "x", &others) == SCODB_MISUSE &&
           strstr(scodb_errmsg(opened), "process") != NULL;
}

static int can_open(void) {
    scodb_t *own;
    int status = scodb_open(fixture_path("lakes.db"), 0, &own);
    scodb_close(own);
    return status == SCODB_OK;
}

static void check_processes(scodb_t *opened) {
    scodb_rows_t *rows = list_people(opened);
    int status;
    pid_t child = fork();
    if (child == 0) {
        exit(refuses_rows(opened, rows) ? 0 : 1);
    }
    waitpid(child, &status, 0);
    ck_assert_int_eq(WEXITSTATUS(status), 0);
    ck_assert_int_eq(scodb_next(rows), SCODB_ROW); /* the parent goes on */
    scodb_free(rows);
    child = fork();
    if (child == 0) {
        exit(can_open() ? 0 : 1);
    }
    waitpid(child, &status, 0);
    ck_assert_int_eq(WEXITSTATUS(status), 0);
}

START_TEST(handles_stay_in_their_process) {
    check_processes(db);
}
END_TEST

/* Where a page that the kernel clears in children is not to be had, the number of the process tells. */
START_TEST(processes_are_told_apart_without_room) {
    enum { BLOCKS = 4000, SIZE = 1000 };
    static void *blocks[BLOCKS + 1];
    struct rlimit none = {0, RLIM_INFINITY}, all = {RLIM_INFINITY, RLIM_INFINITY};
    for (int i = 0; i <= BLOCKS; i++) {
        blocks[i] = malloc(SIZE); /* the last one keeps the others from going back to the system */
    }
    for (int i = 0; i < BLOCKS; i++) {
        free(blocks[i]);
    }
    ck_assert_int_eq(setrlimit(RLIMIT_AS, &none), 0);
    scodb_t *own;
    int status = scodb_open(fixture_path("lakes.db"), 0, &own);
    ck_assert_int_eq(setrlimit(RLIMIT_AS, &all), 0);
    ck_assert_int_eq(status, SCODB_OK);
    check_processes(own);
    scodb_close(own);
    free(blocks[BLOCKS]);
}
END_TEST

START_TEST(environment_and_locale_do_not_matter) {
    scodb_filter_t filter = SCODB_FILTER_INIT;
    scodb_rows_t *rows;
    filter.initiative = 1;
    setenv("TMPDIR", "/nowhere", 1);
    setenv("SQLITE_TMPDIR", "/nowhere", 1);
    setlocale(LC_ALL, "de_DE.UTF-8"); /* where there is such a locale, it has another decimal point */
    ck_assert_int_eq(scodb_list(db, SCODB_PROPOSALS, &filter, &rows), SCODB_OK);
    ck_assert_str_eq(fixture_column(rows, "quantity"), "40000000.0|NULL|");
}
END_TEST

/* Compatibility */

START_TEST(older_and_newer_filters_are_understood) {
    struct {
        scodb_filter_t filter;
        int64_t newer;
    } newer = {SCODB_FILTER_INIT, 0};
    scodb_rows_t *rows;
    newer.filter.size = sizeof newer;
    ck_assert_int_eq(scodb_list(db, SCODB_PEOPLE, &newer.filter, &rows), SCODB_OK);
    scodb_free(rows);
    newer.newer = 1; /* a member that this library does not know must not be overlooked */
    ck_assert_int_eq(scodb_list(db, SCODB_PEOPLE, &newer.filter, &rows), SCODB_MISUSE);
    newer.filter.size = offsetof(scodb_filter_t, topic); /* the first version of the filter ended here */
    newer.filter.year = 2031;
    ck_assert_int_eq(scodb_list(db, SCODB_PEOPLE, &newer.filter, &rows), SCODB_OK);
    ck_assert_str_eq(fixture_column(rows, "person"), "Lú Sáenz|Ödön Várkonyi|");
    newer.filter.size--;
    ck_assert_int_eq(scodb_list(db, SCODB_PEOPLE, &newer.filter, &rows), SCODB_MISUSE);
}
END_TEST

/* Programs have them compiled in. */
START_TEST(numbers_and_members_keep_their_place) {
    static const int numbers[] = {
        SCODB_OK,           SCODB_ROW,          SCODB_DONE,      SCODB_CANNOT_OPEN,    SCODB_NOT_SCODB,
        SCODB_NEWER_SCHEMA, SCODB_OLDER_SCHEMA, SCODB_DAMAGED,   SCODB_NEEDS_RECOVERY, SCODB_MISUSE,
        SCODB_NOT_FOUND,    SCODB_BUSY,         SCODB_NO_MEMORY, SCODB_INTERRUPTED};
    static const int values[] = {0, 1, 2, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20};
    ck_assert_mem_eq(numbers, values, sizeof values);
    ck_assert_int_eq(SCODB_SEARCH, 11);
    ck_assert_int_eq(SCODB_ENCOUNTERS, 15);
    ck_assert_uint_eq(offsetof(scodb_filter_t, document), sizeof(size_t));
    ck_assert_uint_eq(offsetof(scodb_filter_t, topic), offsetof(scodb_filter_t, offset) + sizeof(int64_t));
}
END_TEST

int main(void) {
    Suite *suite = suite_create("libscodb: rules");
    TCase *tests = tcase_create("rules");
    suite_add_tcase(suite, tests);
    tcase_set_timeout(tests, 60);
    tcase_add_unchecked_fixture(tests, fixture_begin, fixture_end);
    tcase_add_checked_fixture(tests, open_lakes, close_lakes);
    tcase_add_test(tests, strings_last_as_long_as_their_row);
    tcase_add_test(tests, messages_last_until_the_next_failure);
    tcase_add_test(tests, rows_outlive_the_handle);
    tcase_add_test(tests, own_statements_outlive_the_handle);
    tcase_add_test(tests, images_are_borrowed);
    tcase_add_test(tests, threads_with_a_handle_each_do_not_meet);
    tcase_add_test(tests, handles_move_between_threads);
    tcase_add_test(tests, any_thread_may_interrupt);
    tcase_add_test(tests, handles_stay_in_their_process);
    if (!SANITIZED) {
        tcase_add_test(tests, processes_are_told_apart_without_room);
    }
    tcase_add_test(tests, environment_and_locale_do_not_matter);
    tcase_add_test(tests, older_and_newer_filters_are_understood);
    tcase_add_test(tests, numbers_and_members_keep_their_place);
    return run_suite(suite);
}
