/* What verify notices, and that damage of any kind ends in a status. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib_fixture.h"

/* 0 sound, 1 problems reported, else the status. */
static int examine(const char *name) {
    scodb_t *db;
    scodb_rows_t *rows;
    int problems = 0, status = scodb_open(fixture_path(name), 0, &db);
    if (status == SCODB_OK) {
        status = scodb_verify(db, &rows);
    }
    if (status == SCODB_OK) {
        for (; (status = scodb_next(rows)) == SCODB_ROW; problems++) {
            ck_assert_ptr_nonnull(scodb_get(rows, "part"));
        }
        scodb_free(rows);
    }
    scodb_close(db);
    return status == SCODB_DONE ? problems > 0 : status;
}

START_TEST(finds_soundness) {
    ck_assert_int_eq(examine("lakes.db"), 0);
}
END_TEST

static const char *const DAMAGES[] = {
    "UPDATE documents SET text = text || '.' WHERE document_id = 1",
    "UPDATE documents SET text = substr(text, 1, 20) WHERE document_id = 2",
    "UPDATE sentences SET end_char = 9999 WHERE start_char = 0",
    "UPDATE evidence SET end_char = 9999 WHERE fact_no = 15",
    "PRAGMA foreign_keys = OFF; DELETE FROM people WHERE person_id = 1",
    "DELETE FROM evidence WHERE fact_no = 14",
    "PRAGMA foreign_keys = OFF; DELETE FROM standings",
    "UPDATE evidence SET start_char = 76, end_char = 102 WHERE fact_no = 11",
    "DELETE FROM statements_fts_docsize WHERE id = 9",
    "DELETE FROM documents_fts_docsize WHERE id = 2",
};

START_TEST(finds_damage) {
    fixture_copy("damaged.db");
    fixture_run("damaged.db", DAMAGES[_i]);
    ck_assert_msg(examine("damaged.db") == 1, "%s", DAMAGES[_i]);
    remove(fixture_path("damaged.db"));
}
END_TEST

static char *read_lakes(size_t *size) {
    FILE *file = fopen(fixture_path("lakes.db"), "rb");
    char *bytes = malloc(1 << 20);
    ck_assert_ptr_nonnull(file);
    *size = fread(bytes, 1, 1 << 20, file);
    fclose(file);
    return bytes;
}

START_TEST(notices_every_truncation) {
    size_t size;
    char *bytes = read_lakes(&size);
    for (size_t cut = 1; cut < size; cut += cut < 2048 ? 97 : 4093) {
        fixture_write("cut.db", bytes, cut);
        ck_assert_msg(examine("cut.db") != 0, "cut at %zu", cut);
    }
    free(bytes);
}
END_TEST

/* Reads everything through every list; only that it ends counts. */
static void read_all(const char *name) {
    scodb_t *db;
    if (scodb_open(fixture_path(name), 0, &db) == SCODB_OK) {
        scodb_time_limit(db, 1000);
        for (int what = 0; what <= SCODB_SEARCH; what++) {
            scodb_filter_t filter = SCODB_FILTER_INIT;
            scodb_rows_t *rows;
            filter.words = what == SCODB_SEARCH ? "lake" : NULL;
            if (scodb_list(db, what, &filter, &rows) == SCODB_OK) {
                while (scodb_next(rows) == SCODB_ROW) {
                    ck_assert_int_ge(scodb_column_count(rows), 1);
                }
                scodb_free(rows);
            }
        }
    }
    scodb_close(db);
}

START_TEST(bears_flipped_bits) {
    size_t size;
    char *bytes = read_lakes(&size);
    for (size_t at = 5; at < size; at += 1361) {
        bytes[at] = (char)(bytes[at] ^ 1 << at % 8);
        fixture_write("flipped.db", bytes, size);
        examine("flipped.db");
        read_all("flipped.db");
        bytes[at] = (char)(bytes[at] ^ 1 << at % 8);
    }
    free(bytes);
}
END_TEST

/* Pages overwritten behind the back of an open handle. */
START_TEST(stays_damaged) {
    size_t size;
    char *bytes = read_lakes(&size);
    fixture_copy("late.db");
    scodb_t *db = fixture_open("late.db");
    scodb_rows_t *rows;
    memset(bytes + 4096, 0x5a, size - 4096);
    fixture_write("late.db", bytes, size);
    int status = scodb_list(db, SCODB_STATEMENTS, NULL, &rows);
    if (status == SCODB_OK) {
        while ((status = scodb_next(rows)) == SCODB_ROW) {
        }
        scodb_free(rows);
    }
    ck_assert_int_eq(status, SCODB_DAMAGED);
    ck_assert_int_eq(scodb_list(db, SCODB_PEOPLE, NULL, &rows), SCODB_DAMAGED);
    ck_assert_int_eq(scodb_verify(db, &rows), SCODB_DAMAGED);
    ck_assert_str_ne(scodb_errmsg(db), "");
    scodb_close(db);
    free(bytes);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("libscodb: verify");
    TCase *tests = tcase_create("verify");
    suite_add_tcase(suite, tests);
    tcase_set_timeout(tests, 60);
    tcase_add_unchecked_fixture(tests, fixture_begin, fixture_end);
    tcase_add_test(tests, finds_soundness);
    tcase_add_loop_test(tests, finds_damage, 0, sizeof DAMAGES / sizeof DAMAGES[0]);
    tcase_add_test(tests, notices_every_truncation);
    tcase_add_test(tests, bears_flipped_bits);
    tcase_add_test(tests, stays_damaged);
    return run_suite(suite);
}
