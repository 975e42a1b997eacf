/* Cursors: reading, stopping, ending, and SQL of one's own. */
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib_fixture.h"
#include "private.h"

static const char ENDLESS[] =
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) AS most FROM n";

static scodb_t *db;

static void open_lakes(void) {
    db = fixture_open("lakes.db");
}

static void close_lakes(void) {
    scodb_close(db);
}

static scodb_rows_t *query(const char *sql) {
    scodb_rows_t *rows;
    int status = scodb_query(db, sql, NULL, 0, &rows);
    ck_assert_msg(status == SCODB_OK, "%s", scodb_errmsg(db));
    return rows;
}

START_TEST(reads_values) {
    scodb_rows_t *rows = query("SELECT 7 AS a, 1.5 AS b, 'ü' AS c, NULL AS d, x'41' AS e");
    ck_assert_ptr_null(scodb_text(rows, 0));
    ck_assert_int_eq(scodb_type(rows, 0), SCODB_NULL);
    ck_assert_int_eq(scodb_next(rows), SCODB_ROW);
    static const int types[] = {SCODB_INTEGER, SCODB_REAL, SCODB_TEXT, SCODB_NULL, SCODB_TEXT};
    for (int i = 0; i < 5; i++) {
        ck_assert_int_eq(scodb_type(rows, i), types[i]);
    }
    ck_assert_int_eq(scodb_int(rows, 0), 7);
    ck_assert_double_eq(scodb_real(rows, 1), 1.5);
    ck_assert_str_eq(scodb_get(rows, "c"), "ü");
    ck_assert_str_eq(scodb_text(rows, 0), "7");
    ck_assert_ptr_null(scodb_get(rows, "d"));
    ck_assert_ptr_null(scodb_get(rows, "no such"));
    ck_assert_ptr_null(scodb_text(rows, 99));
    ck_assert_ptr_null(scodb_column_name(rows, -1));
    ck_assert_int_eq(scodb_column(rows, NULL), -1);
    ck_assert_int_eq(scodb_next(rows), SCODB_DONE);
    ck_assert_int_eq(scodb_next(rows), SCODB_DONE);
    ck_assert_ptr_null(scodb_text(rows, 0));
    ck_assert_int_eq(scodb_int(rows, 0), 0);
    ck_assert_double_eq(scodb_real(rows, 0), 0);
    scodb_free(rows);
    ck_assert_int_eq(scodb_next(NULL), SCODB_MISUSE);
    ck_assert_int_eq(scodb_column_count(NULL), 0);
    ck_assert_ptr_null(scodb_column_name(NULL, 0));
}
END_TEST

/* Of several columns of one name it is the last. */
START_TEST(reads_by_name_in_any_order) {
    static const char *const orders[] = {"abc", "abc", "cba", "acbabxc", "ccbbaa", "b"};
    for (int kept = 0; kept < 20; kept++) {
        scodb_rows_t *rows = query("SELECT 1 AS a, 2 AS b, 3 AS a, 4 AS c FROM people");
        const char *order = orders[kept % 6];
        while (scodb_next(rows) == SCODB_ROW) {
            for (const char *at = order; *at != '\0'; at++) {
                const char *expected = *at == 'a' ? "3" : *at == 'b' ? "2" : *at == 'c' ? "4" : NULL;
                ck_assert_pstr_eq(scodb_get(rows, (char[]){*at, '\0'}), expected);
            }
            ck_assert_ptr_null(scodb_get(rows, NULL));
            order = orders[(++kept) % 6];
        }
        scodb_free(rows);
    }
    ck_assert_ptr_null(scodb_get(NULL, "a"));
}
END_TEST

/* SQLite prepares a statement anew at its first step if a LIKE has a bound value, and its names of columns move. */
START_TEST(names_stay) {
    scodb_value_t value = {"name", "a%"};
    scodb_rows_t *rows;
    ck_assert_int_eq(scodb_query(db, "SELECT form AS spelling FROM name_forms WHERE form LIKE :name", &value, 1, &rows),
                     SCODB_OK);
    const char *name = scodb_column_name(rows, 0);
    while (scodb_next(rows) == SCODB_ROW) {
        ck_assert_ptr_eq(scodb_column_name(rows, 0), name);
    }
    ck_assert_str_eq(name, "spelling");
    scodb_free(rows);
}
END_TEST

START_TEST(binds_values) {
    scodb_value_t values[] = {{"a", "1'; DROP TABLE people"}, {"b", NULL}};
    scodb_rows_t *rows;
    ck_assert_int_eq(scodb_query(db, "SELECT :a AS a, :b AS b", values, 2, &rows), SCODB_OK);
    ck_assert_int_eq(scodb_next(rows), SCODB_ROW);
    ck_assert_str_eq(scodb_get(rows, "a"), values[0].text);
    ck_assert_ptr_null(scodb_get(rows, "b"));
    scodb_free(rows);
    values[1].name = "c";
    ck_assert_int_eq(scodb_query(db, "SELECT :a, :b", values, 2, &rows), SCODB_MISUSE);
    values[1].name = NULL;
    ck_assert_int_eq(scodb_query(db, "SELECT :a, :b", values, 2, &rows), SCODB_MISUSE);
    ck_assert_int_eq(scodb_query(db, "SELECT 1", NULL, 1, &rows), SCODB_MISUSE);
    ck_assert_int_eq(scodb_query(db, "SELECT ?, :a AS a", values, 1, &rows), SCODB_OK);
    ck_assert_str_eq(fixture_column(rows, "a"), "1'; DROP TABLE people|");
}
END_TEST

START_TEST(only_reads) {
    static const char *const statements[] = {"DELETE FROM people",
                                             "INSERT INTO about VALUES ('a', 'b')",
                                             "UPDATE sqlite_master SET sql = 'x'",
                                             "CREATE TABLE a (b)",
                                             "CREATE TEMP TABLE a (b)",
                                             "DROP VIEW speech",
                                             "PRAGMA query_only = 0",
                                             "PRAGMA writable_schema = 1",
                                             "PRAGMA journal_mode = WAL",
                                             "ATTACH 'x.db' AS x",
                                             "VACUUM",
                                             "VACUUM INTO 'x.db'",
                                             "BEGIN",
                                             "SAVEPOINT a",
                                             "REINDEX",
                                             "ANALYZE",
                                             "SELECT load_extension('x')",
                                             "INSERT INTO statements_fts (statements_fts) VALUES ('rebuild')",
                                             "SELECT 1; SELECT 2",
                                             "",
                                             " -- nothing",
                                             "SELECT FROM",
                                             "SELECT * FROM nowhere",
                                             "SELECT \"no such column\""};
    scodb_rows_t *rows = NULL;
    for (size_t i = 0; i < sizeof statements / sizeof statements[0]; i++) {
        ck_assert_msg(scodb_query(db, statements[i], NULL, 0, &rows) == SCODB_MISUSE, "%s", statements[i]);
        ck_assert_ptr_null(rows);
        ck_assert_str_ne(scodb_errmsg(db), "");
    }
    ck_assert_int_eq(scodb_query(db, NULL, NULL, 0, &rows), SCODB_MISUSE);
    ck_assert_str_eq(fixture_column(query("PRAGMA application_id; -- and no more"), "application_id"), "1396920132|");
    ck_assert_str_eq(fixture_column(query("SELECT name FROM pragma_table_info('about')"), "name"), "key|value|");
}
END_TEST

START_TEST(stops_at_the_time_limit) {
    scodb_time_limit(db, 30);
    scodb_rows_t *rows = query(ENDLESS);
    ck_assert_int_eq(scodb_next(rows), SCODB_INTERRUPTED);
    ck_assert_int_eq(scodb_next(rows), SCODB_INTERRUPTED);
    ck_assert_ptr_nonnull(strstr(scodb_errmsg(db), "30 ms"));
    scodb_free(rows);
    scodb_time_limit(db, 0);
    ck_assert_str_eq(fixture_column(query("SELECT 1 AS a"), "a"), "1|");
}
END_TEST

static void *interrupt_soon(void *rows_started) {
    (void)rows_started;
    for (int i = 0; i < 100; i++) {
        usleep(5000);
        scodb_interrupt(db);
    }
    return NULL;
}

START_TEST(stops_when_interrupted) {
    pthread_t thread;
    scodb_rows_t *rows = query(ENDLESS);
    ck_assert_int_eq(pthread_create(&thread, NULL, interrupt_soon, NULL), 0);
    ck_assert_int_eq(scodb_next(rows), SCODB_INTERRUPTED);
    pthread_join(thread, NULL);
    scodb_free(rows);
}
END_TEST

START_TEST(keeps_cursors_apart) {
    scodb_rows_t *rows[40];
    for (int i = 0; i < 40; i++) {
        ck_assert_int_eq(scodb_list(db, SCODB_PEOPLE, NULL, &rows[i]), SCODB_OK);
        ck_assert_int_eq(scodb_next(rows[i]), SCODB_ROW);
    }
    for (int i = 0; i < 40; i++) {
        ck_assert_str_eq(scodb_get(rows[i], "person"), "Lú Sáenz");
        scodb_free(rows[i]);
    }
}
END_TEST

/* All places for statements are lent; columns beyond those that are remembered. */
START_TEST(goes_on_without_what_is_kept) {
    scodb_filter_t filters[2 * SCODB_SEARCH];
    scodb_rows_t *rows[2 * SCODB_SEARCH + 22];
    int count = 0;
    for (int what = 0; what < 2 * SCODB_SEARCH; what++) {
        filters[what] = (scodb_filter_t)SCODB_FILTER_INIT;
        filters[what].document = what % 2 == 1 ? "alpha" : NULL;
        count += scodb_list(db, what / 2, &filters[what], &rows[count]) == SCODB_OK;
    }
    for (const scodb_report_t *const *at = scodb_reports(); count < 2 * SCODB_SEARCH + 22 && *at != NULL;
         at++, count++) {
        ck_assert_int_eq(scodb_report(db, (*at)->name, NULL, 0, &rows[count]), SCODB_OK);
    }
    ck_assert_int_gt(count, CACHE_SIZE);
    while (count-- > 0) {
        ck_assert_int_ne(scodb_next(rows[count]), SCODB_MISUSE);
        scodb_free(rows[count]);
    }
}
END_TEST

START_TEST(reads_more_columns_than_are_remembered) {
    char sql[1024] = "SELECT 0 AS c0", column[32];
    for (int i = 1; i < COLUMNS + 6; i++) {
        snprintf(column, sizeof column, ", %d AS c%d", i, i);
        strcat(sql, column);
    }
    sqlite3_limit(scodb_sqlite3(db), SQLITE_LIMIT_COLUMN, 2 * COLUMNS);
    scodb_rows_t *rows = query(sql);
    ck_assert_int_eq(scodb_next(rows), SCODB_ROW);
    for (int i = 0; i < 2 * (COLUMNS + 6); i++) {
        snprintf(column, sizeof column, "c%d", i / 2);
        ck_assert_str_eq(scodb_get(rows, column), column + 1);
    }
    scodb_free(rows);
}
END_TEST

/* The functions that the library adds are there for SQL of one's own. */
START_TEST(digests_and_compares) {
    static const struct {
        const char *sql, *value;
    } cases[] = {
        {"scodb_sha256('')", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"scodb_sha256(NULL)", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"scodb_sha256('abc')", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {"scodb_sha256(printf('%.*c', 55, 'a'))", "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"},
        {"scodb_sha256(printf('%.*c', 56, 'a'))", "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"},
        {"scodb_sha256(printf('%.*c', 64, 'a'))", "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"},
        {"scodb_sha256(printf('%.*c', 65, 'a'))", "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"},
        {"scodb_likeness('Ödön', 'odon')", "0"},
        {"scodb_likeness(NULL, 'odon')", NULL},
        {"scodb_likeness('odon', NULL)", NULL},
        {"scodb_likeness('odon', 'anna')", NULL},
        {"scodb_has_words('Clean waters', '\"water\" \"cle\" * ')", "1"},
        {"scodb_has_words('Clean waters', '\"water clean\"')", "0"},
        {"scodb_has_words('Clean waters', 'no expression')", "1"},
        {"scodb_has_words('Clean waters', '\"clean')", "1"},
        {"scodb_has_words('Clean waters', NULL)", NULL},
        {"scodb_has_words(NULL, '\"clean\"')", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char sql[256];
        snprintf(sql, sizeof sql, "SELECT %s", cases[i].sql);
        scodb_rows_t *rows = query(sql);
        ck_assert_int_eq(scodb_next(rows), SCODB_ROW);
        ck_assert_msg(scodb_text(rows, 0) == NULL ? cases[i].value == NULL : cases[i].value != NULL, "%s", sql);
        ck_assert_pstr_eq(scodb_text(rows, 0), cases[i].value);
        scodb_free(rows);
    }
}
END_TEST

/* More kinds of statements than are kept, some of them lent for long. */
START_TEST(keeps_statements_in_bounds) {
    scodb_rows_t *rows[12];
    for (int what = 0; what < SCODB_SEARCH; what++) {
        ck_assert_int_eq(scodb_list(db, what, NULL, &rows[what]), SCODB_OK);
    }
    for (int round = 0; round < 3; round++) {
        for (int what = 0; what < SCODB_SEARCH; what++) {
            scodb_filter_t filters[4] = {SCODB_FILTER_INIT, SCODB_FILTER_INIT, SCODB_FILTER_INIT, SCODB_FILTER_INIT};
            filters[1].document = filters[3].document = "alpha";
            filters[2].party = filters[3].party = "XAV";
            for (int i = 0; i < 4; i++) {
                scodb_rows_t *more;
                if (scodb_list(db, what, &filters[i], &more) == SCODB_OK) {
                    ck_assert_int_ne(scodb_next(more), SCODB_MISUSE);
                    scodb_free(more);
                }
            }
        }
    }
    int count = 0;
    for (sqlite3_stmt *at = NULL; (at = sqlite3_next_stmt(scodb_sqlite3(db), at)) != NULL;) {
        count++;
    }
    ck_assert_int_le(count, 64);
    for (int what = 0; what < SCODB_SEARCH; what++) {
        ck_assert_int_eq(scodb_next(rows[what]), SCODB_ROW);
        scodb_free(rows[what]);
    }
}
END_TEST

START_TEST(says_out_of_memory) {
    scodb_rows_t *rows;
    scodb_t *other;
    sqlite3_hard_heap_limit64(sqlite3_memory_used() + 20000);
    ck_assert_int_eq(scodb_query(db, "SELECT length(group_concat(hex(zeroblob(9999)))) FROM evidence", NULL, 0, &rows),
                     SCODB_OK);
    ck_assert_int_eq(scodb_next(rows), SCODB_NO_MEMORY);
    scodb_free(rows);
    ck_assert_int_eq(scodb_open(fixture_path("lakes.db"), 0, &other), SCODB_NO_MEMORY);
    scodb_close(other);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("libscodb: rows");
    TCase *tests = tcase_create("rows");
    suite_add_tcase(suite, tests);
    tcase_add_unchecked_fixture(tests, fixture_begin, fixture_end);
    tcase_add_checked_fixture(tests, open_lakes, close_lakes);
    tcase_add_test(tests, reads_values);
    tcase_add_test(tests, reads_by_name_in_any_order);
    tcase_add_test(tests, names_stay);
    tcase_add_test(tests, binds_values);
    tcase_add_test(tests, only_reads);
    tcase_add_test(tests, stops_at_the_time_limit);
    tcase_add_test(tests, stops_when_interrupted);
    tcase_add_test(tests, keeps_cursors_apart);
    tcase_add_test(tests, keeps_statements_in_bounds);
    tcase_add_test(tests, goes_on_without_what_is_kept);
    tcase_add_test(tests, reads_more_columns_than_are_remembered);
    tcase_add_test(tests, digests_and_compares);
    tcase_add_test(tests, says_out_of_memory);
    return run_suite(suite);
}
