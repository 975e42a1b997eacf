/* Memory that runs out: each allocation of SQLite and of the library, which takes its memory from SQLite, fails in
 * turn, for good or once. Whatever happens then has to be the same rows as ever, or SCODB_NO_MEMORY; and nothing may be
 * left behind. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib_fixture.h"
#include "private.h"

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

/* Words so long that folding them takes memory, too. */
#define LONG_WORD "donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft"
static const char LONG_WORDS[] =
    "SELECT :party || 1.5, :more, scodb_likeness('" LONG_WORD "', 'x'), scodb_likeness('x', '" LONG_WORD
    "'), scodb_has_words('" LONG_WORD "', '\"x\" *'), scodb_has_words('" LONG_WORD "', '\"" LONG_WORD "\"')";

static int ask(scodb_t *db, int question, scodb_rows_t **rows) {
    static const scodb_value_t values[] = {{"party", "XCO"}, {"more", "x"}};
    scodb_filter_t filter = SCODB_FILTER_INIT;
    switch (question) {
    case 0: filter.party = "XBO"; return scodb_list(db, SCODB_ATTENDANCE, &filter, rows);
    case 1: return scodb_find(db, "kingdom of avalia", rows);
    case 2: return scodb_evidence(db, "alpha:speech:350-376", rows);
    case 3: return scodb_report(db, "attendance", values, 1, rows);
    case 4: return scodb_query(db, LONG_WORDS, values, 2, rows);
    case 5: return scodb_profile(db, "initiative", 1, rows);
    case 6: filter.words = "water"; return scodb_list(db, SCODB_PROPOSALS, &filter, rows);
    case 7: filter.words = "lake*"; return scodb_list(db, SCODB_SEARCH, &filter, rows);
    default: return scodb_verify(db, rows);
    }
}
/* After a single failure SQLite 3.40 itself goes on: its full text drops a rank and an extract, its check of the pages
 * reports a sound page. So the last two are asked only where memory stays away. */
enum { QUESTIONS = 9, OWN_QUESTIONS = 7 };

static int answer(scodb_t *db, int question, char *all, size_t room) {
    scodb_rows_t *rows;
    all[0] = '\0';
    int status = ask(db, question, &rows);
    return status == SCODB_OK ? read_rows(rows, all, room) : status;
}

/* Statements kept prepared would need less memory the next time. */
static void forget_statements(scodb_t *db) {
    for (int i = 0; i < CACHE_SIZE; i++) {
        sqlite3_finalize(db->cache[i].stmt);
        sqlite3_free(db->cache[i].names);
        db->cache[i] = (cached_t){0};
    }
    sqlite3_db_release_memory(db->sqlite);
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
enum { STEP = 29 }; /* too slow for every allocation */
#else
enum { STEP = 1 };
#endif

static void check_status(int status, long k) {
    ck_assert_msg(status == SCODB_OK || status == SCODB_NO_MEMORY, "allocation %ld: status %d", k, status);
}

/* A question to an open database. */
static void fail_each(int question, long step) {
    static char expected[16384], seen[16384];
    scodb_t *db = fixture_open("lakes.db");
    ck_assert_int_eq(answer(db, question, expected, sizeof expected), SCODB_OK);
    for (long k = 0, enough = 0; !enough; k += step) {
        forget_statements(db);
        left = k;
        int status = answer(db, question, seen, sizeof seen);
        enough = left > 0;
        left = -1;
        check_status(status, k);
        ck_assert_msg(status != SCODB_OK || strcmp(seen, expected) == 0, "allocation %ld: other rows", k);
        ck_assert(status == SCODB_OK || scodb_errcode(db) == SCODB_NO_MEMORY);
        ck_assert(!enough || (status == SCODB_OK && k > 20));
    }
    scodb_close(db);
    ck_assert_int_eq(sqlite3_memory_used(), 0);
}

START_TEST(fails_for_good) {
    for_good = 1;
    fail_each(_i, STEP);
}
END_TEST

START_TEST(fails_once) {
    for_good = 0;
    fail_each(_i, STEP + 6);
}
END_TEST

static char image[1 << 20];
static size_t image_size;

static int open_file_again(scodb_t **db) {
    return scodb_open(fixture_path("lakes.db"), 0, db);
}

static int open_image_again(scodb_t **db) {
    return scodb_open_memory(image, image_size, db);
}

/* Opening, and a first search, for which SQLite sets up the index of words. */
static void fail_to_open(int (*open)(scodb_t **db), long step) {
    static char seen[16384];
    scodb_t *db;
    for (long k = 0, enough = 0; !enough; k += step) {
        left = k;
        int status = open(&db);
        check_status(status, k);
        ck_assert_int_eq(scodb_errcode(db), status);
        status = status == SCODB_OK ? answer(db, 7, seen, sizeof seen) : status;
        enough = left > 0;
        left = -1;
        check_status(status, k);
        scodb_close(db);
        ck_assert_msg(sqlite3_memory_used() == 0, "allocation %ld: something leaks", k);
        ck_assert(!enough || (status == SCODB_OK && k > 100));
    }
}

START_TEST(opens_nothing) {
    for_good = 1;
    fail_to_open(open_file_again, STEP);
}
END_TEST

START_TEST(opens_no_image) {
    FILE *file = fopen(fixture_path("lakes.db"), "rb");
    image_size = fread(image, 1, sizeof image, file);
    fclose(file);
    for_good = 1;
    fail_to_open(open_image_again, STEP);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("libscodb: memory");
    TCase *tests = tcase_create("memory");
    suite_add_tcase(suite, tests);
    tcase_set_timeout(tests, 100);
    tcase_add_unchecked_fixture(tests, install, NULL);
    tcase_add_unchecked_fixture(tests, fixture_begin, fixture_end);
    tcase_add_loop_test(tests, fails_for_good, 0, QUESTIONS);
    tcase_add_loop_test(tests, fails_once, 0, OWN_QUESTIONS);
    tcase_add_test(tests, opens_nothing);
    tcase_add_test(tests, opens_no_image);
    return run_suite(suite);
}
