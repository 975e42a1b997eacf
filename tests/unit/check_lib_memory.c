/* Memory that runs out: each allocation of SQLite fails in turn, once or from then on. Whatever happens then has to be
 * the same rows as ever, or SCODB_NO_MEMORY; and nothing may be left behind. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib_fixture.h"

static sqlite3_mem_methods real;
static long left = -1; /* allocations until one fails; -1: none does */
static int for_good;   /* 1: all after it fail as well */

static int fails(void) {
    if (left < 0) {
        return 0;
    }
    if (left > 0) {
        left--;
        return 0;
    }
    left = for_good ? 0 : -1;
    return 1;
}

static void *failing_malloc(int size) {
    return fails() ? NULL : real.xMalloc(size);
}

static void *failing_realloc(void *memory, int size) {
    return fails() ? NULL : real.xRealloc(memory, size);
}

static void install(void) {
    sqlite3_mem_methods methods;
    sqlite3_shutdown();
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real);
    methods = real;
    methods.xMalloc = failing_malloc;
    methods.xRealloc = failing_realloc;
    ck_assert_int_eq(sqlite3_config(SQLITE_CONFIG_MALLOC, &methods), SQLITE_OK);
    sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0); /* so that every allocation can fail */
}

/* Adds the rows to all; frees them. Returns the status. */
static int read_rows(scodb_rows_t *rows, char *all, size_t room) {
    int status;
    while ((status = scodb_next(rows)) == SCODB_ROW) {
        for (int i = 0; i < scodb_column_count(rows); i++) {
            const char *text = scodb_text(rows, i);
            size_t used = strlen(all);
            snprintf(all + used, room - used, "%s|", text == NULL ? "NULL" : text);
        }
    }
    scodb_free(rows);
    return status == SCODB_DONE ? SCODB_OK : status;
}

static int ask(scodb_t *db, int question, scodb_rows_t **rows) {
    static const scodb_value_t value = {"party", "XCO"};
    scodb_filter_t filter = SCODB_FILTER_INIT;
    switch (question) {
    case 0: filter.party = "XBO"; return scodb_list(db, SCODB_ATTENDANCE, &filter, rows);
    case 1: return scodb_find(db, "kingdom of avalia", rows);
    case 2: return scodb_evidence(db, "alpha:speech:350-376", rows);
    case 3: return scodb_report(db, "attendance", &value, 1, rows);
    case 4: return scodb_query(db, "SELECT :party || 1.5, 2", &value, 1, rows);
    case 5: filter.words = "lake*"; return scodb_list(db, SCODB_SEARCH, &filter, rows);
    default: return scodb_verify(db, rows);
    }
}
/* After a single failure SQLite 3.40 itself goes on: its full text drops a rank and an extract, its check of the pages
 * reports a sound page. So the last two are asked only where memory stays away. */
enum { QUESTIONS = 7, OWN_QUESTIONS = 5 };

static int read_all(const char *path, char *all, size_t room) {
    scodb_t *db;
    scodb_rows_t *rows;
    all[0] = '\0';
    int status = scodb_open(path, 0, &db);
    for (int question = 0; question < (for_good ? QUESTIONS : OWN_QUESTIONS) && status == SCODB_OK; question++) {
        status = ask(db, question, &rows);
        if (status == SCODB_OK) {
            status = read_rows(rows, all, room);
        }
    }
    if (status != SCODB_OK && status != SCODB_NO_MEMORY) {
        fprintf(stderr, "%s\n", scodb_errmsg(db));
    }
    scodb_close(db);
    return status;
}

static void fail_each(const char *path, long stride) {
    static char expected[16384], seen[16384];
    sqlite3_int64 used;
    ck_assert_int_eq(read_all(path, expected, sizeof expected), SCODB_OK);
    used = sqlite3_memory_used();
    for (long k = 0;; k += stride) {
        left = k;
        int status = read_all(path, seen, sizeof seen);
        int enough = left > 0;
        left = -1;
        ck_assert_msg(status == SCODB_OK || status == SCODB_NO_MEMORY, "allocation %ld: status %d", k, status);
        ck_assert_msg(status != SCODB_OK || strcmp(seen, expected) == 0, "allocation %ld: other rows", k);
        ck_assert_msg(sqlite3_memory_used() == used, "allocation %ld: something leaks", k);
        if (enough) {
            ck_assert_int_eq(status, SCODB_OK);
            ck_assert_int_gt(k, 100);
            return;
        }
    }
}

START_TEST(fails_once) {
    for_good = 0;
    fail_each(fixture_path("lakes.db"), 13);
}
END_TEST

START_TEST(fails_for_good) {
    for_good = 1;
    fail_each(fixture_path("lakes.db"), 13);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("libscodb: memory");
    TCase *tests = tcase_create("memory");
    suite_add_tcase(suite, tests);
    tcase_set_timeout(tests, 100);
    tcase_add_unchecked_fixture(tests, install, NULL);
    tcase_add_unchecked_fixture(tests, fixture_begin, fixture_end);
    tcase_add_test(tests, fails_once);
    tcase_add_test(tests, fails_for_good);
    return run_suite(suite);
}
