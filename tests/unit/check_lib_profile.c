/* Profiles: what is known of one thing, line by line. */
#include <stdio.h>
#include <string.h>

#include "lib_fixture.h"

static scodb_t *db;

static void open_lakes(void) {
    db = fixture_open("lakes.db");
}

static void close_lakes(void) {
    scodb_close(db);
}

static const struct {
    const char *kind;
    int64_t id;
    const char *lines; /* section, name, detail, first, last, count, fact_id; a line each */
} PROFILES[] = {
    {"person", 1,
     "name|Odon Varkonyi|-|2031-03-05|2031-03-05|1|beta:2:office:0-13\n"
     "office|President|Avalia|2031-03-03|2031-03-03|1|alpha:office:52-85\n"
     "meeting|meeting of the Lake Council|chair for Avalia|2031-03-03|2031-03-03|1|alpha:attendance:52-93\n"
     "initiative|Lake Water Fund|offers|2031-03-03|2031-03-03|1|alpha:proposal:281-328\n"
     "act|asserts|-|2031-03-03|2031-03-03|1|alpha:speech:253-275\n"
     "encounter|Lú Sáenz|Boravia|2031-03-03|2031-03-03|1|alpha:attendance:52-93\n"},
    {"person", 2, "topic|water|-|2031-03-04|2031-03-04|1|alpha:speech:350-376\n"},
    {"state", 1,
     "name|Avalia|-|2031-03-03|2031-03-05|2|-\n"
     "office|Ödön Várkonyi|President|2031-03-03|2031-03-03|1|alpha:office:52-85\n"
     "meeting|meeting of the Lake Council|Ödön Várkonyi, chair|2031-03-03|2031-03-03|1|alpha:attendance:52-93\n"
     "initiative|Lake Water Fund|proposes|2031-03-05|2031-03-05|1|beta:2:proposal:104-139\n"
     "act|proposes|-|2031-03-05|2031-03-05|1|beta:2:speech:120-139\n"},
    {"state", 2,
     "standing|League of Lakes|member, accession 2031|2031-03-03|2031-03-03|1|alpha:membership:427-469\n"
     "topic|water|-|2031-03-04|2031-03-04|1|alpha:speech:350-376\n"},
    {"organization", 4,
     "party|Boravia|member, accession 2031|2031-03-03|2031-03-03|1|alpha:membership:427-469\n"
     "host|meeting of the Lake Council|Miranda|2031-03-03|2031-03-03|1|alpha:meeting:98-131\n"},
    {"meeting", 1,
     "name|first meeting of the Lake Council|Miranda|2031-03-03|2031-03-03|1|alpha:meeting:98-131\n"
     "participant|Ödön Várkonyi|chair for Avalia|2031-03-03|2031-03-03|1|alpha:attendance:52-93\n"
     "participant|Lú Sáenz|participant for Boravia|2031-03-03|2031-03-03|1|alpha:attendance:154-182\n"
     "participant|a delegation|participant for Corvania|2031-03-03|2031-03-03|1|alpha:attendance:184-220\n"
     "speaker|Ödön Várkonyi|Avalia|2031-03-03|2031-03-03|1|alpha:speech:253-275\n"
     "adoption|Miranda Declaration|signed by several together|2031-03-03|2031-03-03|1|alpha:adoption:395-425\n"},
    {"initiative", 1,
     "name|Lake Water Fund|fund|2031-03-03|2031-03-05|2|alpha:proposal:281-328\n"
     "proposal|Avalia|offers, Ödön Várkonyi|2031-03-03|2031-03-03|1|alpha:proposal:281-328\n"
     "proposal|Avalia|proposes|2031-03-05|2031-03-05|1|beta:2:proposal:104-139\n"
     "quantity|40000000 crowns|Avalia|2031-03-03|2031-03-03|1|alpha:proposal:281-328\n"
     "year|2032|Avalia|2031-03-03|2031-03-03|1|alpha:proposal:281-328\n"},
};

static void print_lines(scodb_rows_t *rows, char *out, size_t room) {
    *out = '\0';
    while (scodb_next(rows) == SCODB_ROW) {
        for (int i = 0; i < scodb_column_count(rows); i++) {
            const char *text = scodb_text(rows, i);
            size_t used = strlen(out);
            snprintf(out + used, room - used, "%s%s", i > 0 ? "|" : "", text == NULL ? "-" : text);
        }
        strcat(out, "\n");
    }
    scodb_free(rows);
}

/* Each line of expected stands in lines, in that order. */
static void check_lines(const char *lines, const char *expected) {
    const char *at = lines;
    while (*expected != '\0') {
        size_t size = strcspn(expected, "\n") + 1;
        char line[256];
        snprintf(line, sizeof line, "%.*s", (int)size, expected);
        at = strstr(at, line);
        ck_assert_msg(at != NULL, "no line %sin\n%s", line, lines);
        expected += size;
    }
}

START_TEST(tells_what_is_known) {
    char lines[4096];
    scodb_rows_t *rows;
    ck_assert_int_eq(scodb_profile(db, PROFILES[_i].kind, PROFILES[_i].id, &rows), SCODB_OK);
    static const char *const columns[] = {"section", "name", "detail", "first", "last", "count", "fact_id"};
    ck_assert_int_eq(scodb_column_count(rows), 7);
    for (int i = 0; i < 7; i++) {
        ck_assert_str_eq(scodb_column_name(rows, i), columns[i]);
    }
    print_lines(rows, lines, sizeof lines);
    check_lines(lines, PROFILES[_i].lines);
}
END_TEST

/* Whatever fact a line names can be looked up. */
START_TEST(names_facts_that_exist) {
    scodb_rows_t *rows, *evidence;
    ck_assert_int_eq(scodb_profile(db, PROFILES[_i].kind, PROFILES[_i].id, &rows), SCODB_OK);
    while (scodb_next(rows) == SCODB_ROW) {
        const char *fact = scodb_get(rows, "fact_id");
        ck_assert_int_gt(scodb_int(rows, scodb_column(rows, "count")), 0);
        if (fact != NULL) {
            ck_assert_int_eq(scodb_evidence(db, fact, &evidence), SCODB_OK);
            scodb_free(evidence);
        }
    }
    scodb_free(rows);
}
END_TEST

START_TEST(knows_who_is_what) {
    static const struct {
        const char *kind;
        int64_t id;
    } others[] = {{"person", 3}, {"state", 4}, {"organization", 1}, {"meeting", 3}, {"initiative", 2}, {"state", 6}};
    scodb_rows_t *rows = NULL;
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        ck_assert_int_eq(scodb_profile(db, others[i].kind, others[i].id, &rows), SCODB_NOT_FOUND);
        ck_assert_ptr_nonnull(strstr(scodb_errmsg(db), others[i].kind));
    }
    ck_assert_ptr_null(rows);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("libscodb: profile");
    TCase *tests = tcase_create("profile");
    int profiles = sizeof PROFILES / sizeof PROFILES[0];
    suite_add_tcase(suite, tests);
    tcase_add_unchecked_fixture(tests, fixture_begin, fixture_end);
    tcase_add_checked_fixture(tests, open_lakes, close_lakes);
    tcase_add_loop_test(tests, tells_what_is_known, 0, profiles);
    tcase_add_loop_test(tests, names_facts_that_exist, 0, profiles);
    tcase_add_test(tests, knows_who_is_what);
    return run_suite(suite);
}
