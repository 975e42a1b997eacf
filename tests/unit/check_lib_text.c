/* Names, words, passages, reports. */
#include <stdio.h>
#include <string.h>

#include "lib_fixture.h"
#include "private.h"

static scodb_t *db;

static void open_lakes(void) {
    db = fixture_open("lakes.db");
}

static void close_lakes(void) {
    scodb_close(db);
}

static const struct {
    const char *name, *found; /* name and likeness of each, the likest first */
} NAMES[] = {
    {"Várkonyi", "Ödön Várkonyi 0|"},
    {"ODON VARKONYI", "Ödön Várkonyi 0|"},
    {"várkonyi ödön", "Ödön Várkonyi 1|"},
    {"odon", "Ödön Várkonyi 1|"},
    {"Varkonji", "Ödön Várkonyi 2|"},
    {"Vraknoyi", "Ödön Várkonyi 2|"},
    {"Vraknoyj", ""},
    {"Vakronyi", "Ödön Várkonyi 2|"},
    {"odn varkonyi", "Ödön Várkonyi 2|"},
    {"Varkonyi Odon Jr", ""},
    {"varkonyi odno", "Ödön Várkonyi 2|"},
    {"the lake watre fund", ""},
    {"varkonn", ""},
    {"saenz", "Lú Sáenz 0|"},
    {"xb", "XBO 0|"},
    {"xbo", "XBO 0|"},
    {"kingdom of avalia", "XAV 0|"},
    {"avalia", "XAV 0|Avalia - Boravia 1|"},
    {"ll", "LL 0|"},
    {"lake council", "Lake Council 0|meeting of the Lake Council 1|"},
    {"lake water fund", "Lake Water Fund 0|"},
    {"nobody", ""},
    {"", ""},
    {"%", ""},
};

START_TEST(finds_names) {
    scodb_rows_t *rows;
    char found[512] = "";
    ck_assert_int_eq(scodb_find(db, NAMES[_i].name, &rows), SCODB_OK);
    while (scodb_next(rows) == SCODB_ROW) {
        size_t used = strlen(found);
        ck_assert_int_gt(scodb_int(rows, scodb_column(rows, "id")), 0);
        snprintf(found + used, sizeof found - used, "%s %s|", scodb_get(rows, "name"), scodb_get(rows, "likeness"));
    }
    scodb_free(rows);
    ck_assert_str_eq(found, NAMES[_i].found);
}
END_TEST

START_TEST(bears_long_names) {
    char name[3000], folded[3000];
    scodb_rows_t *rows;
    memset(name, 'a', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    ck_assert_int_eq(scodb_find(db, name, &rows), SCODB_OK);
    ck_assert_int_eq(scodb_next(rows), SCODB_DONE);
    scodb_free(rows);
    for (size_t i = 0; i < sizeof folded - 1; i++) {
        folded[i] = i % 4 == 3 ? ' ' : 'b';
    }
    folded[sizeof folded - 1] = '\0';
    ck_assert_int_eq(scodb_find(db, folded, &rows), SCODB_OK);
    ck_assert_int_eq(scodb_next(rows), SCODB_DONE);
    scodb_free(rows);
    ck_assert_int_eq(scodb_find(db, NULL, &rows), SCODB_MISUSE);
    ck_assert_int_eq(scodb_find(db, "a", NULL), SCODB_MISUSE);
    ck_assert_int_eq(scodb_find(NULL, "a", &rows), SCODB_MISUSE);
}
END_TEST

static const struct {
    const char *typed, *expression;
} WORDS[] = {
    {"clean water", "\"clean\" \"water\" "},
    {"coop*", "\"coop\" * "},
    {"\"clean water\" fund", "\"clean water\" \"fund\" "},
    {"\"clean wat\"*", "\"clean wat\" * "},
    {"\"open end", "\"open end\" "},
    {"AND OR NOT", "\"AND\" \"OR\" \"NOT\" "},
    {"a:b^(c)", "\"a:b^(c)\" "},
    {"it's -no", "\"it's\" \"-no\" "},
    {" \t\n", NULL},
    {"* - \"\" \"", NULL},
    {"Ö", "\"Ö\" "},
    {"7 z Q", "\"7\" \"z\" \"Q\" "},
    {":: [] {} /", NULL},
};

START_TEST(reads_words) {
    char out[64];
    int status = words_expression(WORDS[_i].typed, out, sizeof out);
    ck_assert_int_eq(status, WORDS[_i].expression == NULL ? -1 : 0);
    if (status == 0) {
        ck_assert_str_eq(out, WORDS[_i].expression);
    }
}
END_TEST

START_TEST(refuses_too_many_words) {
    char out[10];
    ck_assert_int_eq(words_expression("seven", out, sizeof out), 0);
    ck_assert_int_eq(words_expression("sevenn", out, sizeof out), 0);
    ck_assert_int_eq(words_expression("sevenns", out, sizeof out), -1);
    ck_assert_int_eq(words_expression("a b c d e f", out, sizeof out), -1);
}
END_TEST

START_TEST(marks_words_found) {
    scodb_filter_t filter = SCODB_FILTER_INIT;
    scodb_rows_t *rows;
    filter.words = "lakes fund";
    ck_assert_int_eq(scodb_list(db, SCODB_SEARCH, &filter, &rows), SCODB_OK);
    ck_assert_int_eq(scodb_next(rows), SCODB_ROW);
    ck_assert_str_eq(scodb_get(rows, "text"), "the ⟦Lake⟧ Water ⟦Fund⟧");
    ck_assert_str_eq(scodb_get(rows, "fact_id"), "beta:2:speech:120-139");
    scodb_free(rows);
}
END_TEST

START_TEST(shows_evidence) {
    scodb_rows_t *rows;
    ck_assert_int_eq(scodb_evidence(db, "beta:2:speech:76-102", &rows), SCODB_OK);
    ck_assert_int_eq(scodb_next(rows), SCODB_ROW);
    ck_assert_str_eq(scodb_get(rows, "before"),
                     "Odon Varkonyi and Lú Sáenz spoke again on 5 March 2031.\nSáenz stressed that ");
    ck_assert_str_eq(scodb_get(rows, "passage"), "clean water needs patience");
    ck_assert_str_eq(scodb_get(rows, "after"), ". Avalia proposes the Lake Water Fund.");
    ck_assert_str_eq(scodb_get(rows, "rule"), "another-rule");
    ck_assert_int_eq(scodb_next(rows), SCODB_ROW);
    ck_assert_str_eq(scodb_get(rows, "fact_id"), "alpha:speech:350-376");
    ck_assert_str_eq(scodb_get(rows, "document"), "alpha");
    ck_assert_int_eq(scodb_next(rows), SCODB_DONE);
    scodb_free(rows);
}
END_TEST

START_TEST(shows_evidence_of_every_fact) {
    scodb_rows_t *facts, *rows;
    int count = 0;
    ck_assert_int_eq(scodb_query(db, "SELECT fact_id, passage, start_char FROM citations", NULL, 0, &facts), SCODB_OK);
    for (; scodb_next(facts) == SCODB_ROW; count++) {
        ck_assert_int_eq(scodb_evidence(db, scodb_text(facts, 0), &rows), SCODB_OK);
        ck_assert_int_eq(scodb_next(rows), SCODB_ROW);
        ck_assert_str_eq(scodb_get(rows, "fact_id"), scodb_text(facts, 0));
        ck_assert_str_eq(scodb_get(rows, "passage"), scodb_text(facts, 1));
        ck_assert_int_eq(scodb_int(rows, scodb_column(rows, "start_char")), scodb_int(facts, 2));
        scodb_free(rows);
    }
    scodb_free(facts);
    ck_assert_int_eq(count, 18);
}
END_TEST

START_TEST(tells_what_was_corrected) {
    scodb_rows_t *rows;
    ck_assert_int_eq(scodb_evidence(db, "alpha:office:0-5.2", &rows), SCODB_OK);
    ck_assert_int_eq(scodb_next(rows), SCODB_ROW);
    ck_assert_str_eq(scodb_get(rows, "fact_id"), "alpha:office:0-5.2");
    ck_assert_uint_eq(strlen(scodb_get(rows, "passage")), 5);
    ck_assert_str_eq(scodb_get(rows, "corrected"), "no office at all");
    ck_assert_str_eq(scodb_get(rows, "author"), "N. Reader");
    ck_assert_str_eq(scodb_get(rows, "date"), "2031-08-01");
    ck_assert_int_eq(scodb_next(rows), SCODB_DONE);
    scodb_free(rows);
    ck_assert_int_eq(scodb_evidence(db, "alpha:office:0-5", &rows), SCODB_NOT_FOUND);
    ck_assert_int_eq(scodb_evidence(db, "beta:2:speech:76-102", &rows), SCODB_OK);
    ck_assert_int_eq(scodb_next(rows), SCODB_ROW);
    ck_assert_ptr_null(scodb_get(rows, "corrected"));
    scodb_free(rows);
}
END_TEST

START_TEST(refuses_wrong_facts) {
    static const char *const wrong[] = {"",
                                        ":",
                                        "alpha",
                                        "speech:1-2",
                                        ":speech:1-2",
                                        "alpha:speech:",
                                        "alpha:speech:1",
                                        "alpha:speech:1-",
                                        "alpha:speech:a-b",
                                        "alpha:speech:1-2.",
                                        "alpha:speech:1-2.0",
                                        "alpha:speech:1-2.3.4",
                                        "alpha:speech:-1-2",
                                        "alpha:speech:1-2-3",
                                        "alpha:speech:1.2"};
    static const char *const missing[] = {"alpha:speech:350-377", "alpha:speech:350-376.2", "gamma:speech:350-376",
                                          "alpha:office:350-376", "alpha:speech:99999999999999999999999-1"};
    scodb_rows_t *rows = NULL;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        ck_assert_msg(scodb_evidence(db, wrong[i], &rows) == SCODB_MISUSE, "%s", wrong[i]);
    }
    for (size_t i = 0; i < sizeof missing / sizeof missing[0]; i++) {
        ck_assert_msg(scodb_evidence(db, missing[i], &rows) == SCODB_NOT_FOUND, "%s", missing[i]);
    }
    ck_assert_int_eq(scodb_evidence(db, "a\nb\x7f", &rows), SCODB_MISUSE);
    ck_assert_ptr_nonnull(strstr(scodb_errmsg(db), "a?b?: "));
    ck_assert_int_eq(scodb_evidence(db, NULL, &rows), SCODB_MISUSE);
    ck_assert_int_eq(scodb_evidence(NULL, "a:b:1-2", &rows), SCODB_MISUSE);
    ck_assert_ptr_null(rows);
}
END_TEST

/* Every report runs, with and without its parameters, and has the columns that it declares. */
START_TEST(runs_reports) {
    const scodb_report_t *last = NULL;
    for (const scodb_report_t *const *at = scodb_reports(); *at != NULL; at++) {
        scodb_rows_t *rows;
        ck_assert(last == NULL || strcmp((*at)->group, last->group) != 0 || strcmp((*at)->name, last->name) > 0);
        last = *at;
        ck_assert_int_eq(scodb_report(db, last->name, NULL, 0, &rows), SCODB_OK);
        int count = 0;
        for (const scodb_field_t *column = (*at)->columns; column->name != NULL; column++) {
            ck_assert_msg(count < scodb_column_count(rows), "%s: %s is too much", last->name, column->name);
            ck_assert_str_eq(column->name, scodb_column_name(rows, count++));
        }
        ck_assert_int_eq(count, scodb_column_count(rows));
        fixture_column(rows, scodb_column_name(rows, 0));
        for (const scodb_field_t *field = (*at)->params; field->name != NULL; field++) {
            int is_number = strcmp(field->type, "integer") == 0, is_day = strcmp(field->type, "date") == 0;
            scodb_value_t value = {field->name, is_number ? "7" : is_day ? "2031-03-05" : "' OR 1 --"};
            ck_assert_int_eq(scodb_report(db, last->name, &value, 1, &rows), SCODB_OK);
            fixture_column(rows, scodb_column_name(rows, 0));
        }
    }
    ck_assert_ptr_nonnull(last);
}
END_TEST

START_TEST(narrows_reports) {
    scodb_value_t values[] = {{"party", "XAV"}, {"party", "XCO"}};
    scodb_rows_t *rows;
    ck_assert_int_eq(scodb_report(db, "attendance", values, 2, &rows), SCODB_OK);
    ck_assert_str_eq(fixture_column(rows, "party_name"), "Corvania|");
    values[1].text = NULL; /* not given: the one before counts */
    ck_assert_int_eq(scodb_report(db, "attendance", values, 2, &rows), SCODB_OK);
    ck_assert_str_eq(fixture_column(rows, "party_name"), "Avalia|");
    values[1].name = "no such";
    ck_assert_int_eq(scodb_report(db, "attendance", values, 2, &rows), SCODB_MISUSE);
    ck_assert_ptr_nonnull(strstr(scodb_errmsg(db), "no such"));
    ck_assert_int_eq(scodb_report(db, "no report", NULL, 0, &rows), SCODB_NOT_FOUND);
    ck_assert_int_eq(scodb_report(db, NULL, NULL, 0, &rows), SCODB_MISUSE);
    ck_assert_int_eq(scodb_report(db, "attendance", NULL, 1, &rows), SCODB_MISUSE);
}
END_TEST

static const struct {
    const char *type, *text, *bound; /* bound NULL: refused */
} VALUES[] = {
    {"text", "a'b", "text a'b"},
    {"text", "", "null NULL"},
    {"integer", "-12", "integer -12"},
    {"integer", "12x", NULL},
    {"integer", "1.5", NULL},
    {"integer", "99999999999999999999", NULL},
    {"date", "2031-03-05", "text 2031-03-05"},
    {"date", "5 March", NULL},
    {"date", "2031-0a-05", NULL},
    {"date", "2031/03/05", NULL},
    {"date", "2031-03-055", NULL},
    {"integer", NULL, "null NULL"},
};

START_TEST(binds_by_type) {
    scodb_field_t field = {"p", VALUES[_i].type, NULL, "a parameter"};
    scodb_rows_t *rows;
    ck_assert_int_eq(scodb_query(db, "SELECT typeof(:p) || ' ' || ifnull(:p, 'NULL') AS bound", NULL, 0, &rows),
                     SCODB_OK);
    int status = bind_as(db, rows->stmt, 1, &field, VALUES[_i].text);
    if (VALUES[_i].bound == NULL) {
        ck_assert_int_eq(status, SCODB_MISUSE);
        scodb_free(rows);
        return;
    }
    ck_assert_int_eq(status, SCODB_OK);
    ck_assert_int_eq(scodb_next(rows), SCODB_ROW);
    ck_assert_str_eq(scodb_text(rows, 0), VALUES[_i].bound);
    scodb_free(rows);
}
END_TEST

#define COUNT(table) (int)(sizeof(table) / sizeof(table)[0])

int main(void) {
    Suite *suite = suite_create("libscodb: text");
    TCase *tests = tcase_create("text");
    suite_add_tcase(suite, tests);
    tcase_add_unchecked_fixture(tests, fixture_begin, fixture_end);
    tcase_add_checked_fixture(tests, open_lakes, close_lakes);
    tcase_add_loop_test(tests, finds_names, 0, COUNT(NAMES));
    tcase_add_test(tests, bears_long_names);
    tcase_add_loop_test(tests, reads_words, 0, COUNT(WORDS));
    tcase_add_test(tests, refuses_too_many_words);
    tcase_add_test(tests, marks_words_found);
    tcase_add_test(tests, shows_evidence);
    tcase_add_test(tests, shows_evidence_of_every_fact);
    tcase_add_test(tests, tells_what_was_corrected);
    tcase_add_test(tests, refuses_wrong_facts);
    tcase_add_test(tests, runs_reports);
    tcase_add_test(tests, narrows_reports);
    tcase_add_loop_test(tests, binds_by_type, 0, COUNT(VALUES));
    return run_suite(suite);
}
