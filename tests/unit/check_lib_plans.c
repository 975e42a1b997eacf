/* Every list runs by index, whichever members of the filter are set: no table is read from end to end where one of them
 * leaves few rows. Looked up in the plans that SQLite makes for some thousand documents. */
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "lib_fixture.h"
#include "private.h"

#define MEMBER(name) #name, offsetof(scodb_filter_t, name)

static const struct {
    const char *name;
    size_t offset;
    const char *text; /* NULL: a number */
    int narrows;      /* 1: leaves few rows */
} MEMBERS[] = {
    {MEMBER(document), "d100", 1},     {MEMBER(person), "Person 100", 1}, {MEMBER(party), "O150", 1},
    {MEMBER(organization), "O150", 1}, {MEMBER(role), "President", 0},    {MEMBER(kind), "fund", 0},
    {MEMBER(mode), "direct", 0},       {MEMBER(words), "water", 1},       {MEMBER(from), "2031-06-01", 1},
    {MEMBER(to), "2031-06-02", 1},     {MEMBER(person_id), NULL, 1},      {MEMBER(meeting), NULL, 1},
    {MEMBER(initiative), NULL, 1},     {MEMBER(topic), "water", 0},       {MEMBER(act), "asserts", 0},
    {MEMBER(category), "AGREE", 0},    {MEMBER(stance), "offers", 0},     {MEMBER(other_person), "Person 100", 1},
    {MEMBER(other_party), "O150", 1},  {MEMBER(year), NULL, 0},
};
enum { MEMBER_COUNT = sizeof MEMBERS / sizeof MEMBERS[0], LIST_COUNT = SCODB_ENCOUNTERS + 1 };

static scodb_t *db;

static void open_bulk(void) {
    db = fixture_open("lakes.db");
}

static void close_bulk(void) {
    scodb_close(db);
}

static void set_member(scodb_filter_t *filter, int member) {
    void *at = (char *)filter + MEMBERS[member].offset;
    if (MEMBERS[member].text != NULL) {
        *(const char **)at = MEMBERS[member].text;
    } else {
        *(int64_t *)at = 100;
    }
}

/* Small tables, lists written in the statement, and rows that were found before. */
static int may_be_scanned(const char *detail) {
    static const char *const allowed[] = {"VIRTUAL TABLE", "(subquery", "CONSTANT ROW", "SCAN topics", "SCAN r",
                                          "SCAN l",        "SCAN h",    "SCAN w",       "SCAN t"};
    for (size_t i = 0; i < sizeof allowed / sizeof allowed[0]; i++) {
        if (strstr(detail, allowed[i]) != NULL) {
            return 1;
        }
    }
    return strncmp(detail, "SCAN", 4) != 0;
}

static void check_plan(const char *sql, const char *members) {
    char *explain = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", sql);
    scodb_rows_t *plan;
    ck_assert_int_eq(scodb_query(db, explain, NULL, 0, &plan), SCODB_OK);
    while (scodb_next(plan) == SCODB_ROW) {
        ck_assert_msg(may_be_scanned(scodb_get(plan, "detail")), "%s with%s in\n%s", scodb_get(plan, "detail"), members,
                      sql);
    }
    scodb_free(plan);
    sqlite3_free(explain);
}

/* Tenures by days alone are worked out from all offices; names are parts of which a filter shuts out all but one, and
 * the plan tells of the others, which never run. */
static int is_exempt(int what, int narrowed_by_days_only) {
    return what == SCODB_NAMES || (what == SCODB_TENURES && narrowed_by_days_only);
}

/* The list with these members (a bit each); 1 if it takes them. */
static int check_members(int what, unsigned members) {
    char names[256] = "";
    int narrowed = 0, by_days_only = 1;
    scodb_filter_t filter = SCODB_FILTER_INIT;
    scodb_rows_t *rows;
    for (int i = 0; i < MEMBER_COUNT; i++) {
        if (members >> i & 1) {
            set_member(&filter, i);
            strcat(strcat(names, " "), MEMBERS[i].name);
            narrowed |= MEMBERS[i].narrows;
            by_days_only &= !MEMBERS[i].narrows || filter.from == MEMBERS[i].text || filter.to == MEMBERS[i].text;
        }
    }
    filter.words = what == SCODB_SEARCH ? "water" : filter.words;
    if (scodb_list(db, what, &filter, &rows) != SCODB_OK) {
        return 0;
    }
    if (narrowed && !is_exempt(what, by_days_only)) {
        check_plan(sqlite3_sql(rows->stmt), names);
    }
    scodb_free(rows);
    return 1;
}

/* Each member alone, each two and each three together. */
START_TEST(runs_by_index) {
    unsigned taken = 0;
    for (int i = 0; i < MEMBER_COUNT; i++) {
        taken |= (unsigned)check_members(_i, 1u << i) << i;
    }
    ck_assert_uint_ne(taken, 0);
    for (unsigned members = 1; members < 1u << MEMBER_COUNT; members++) {
        int count = __builtin_popcount(members);
        if ((members & ~taken) == 0 && (count == 2 || count == 3)) {
            ck_assert_int_eq(check_members(_i, members), 1);
        }
    }
    ck_assert_int_eq(check_members(_i, taken), 1);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("libscodb: plans");
    TCase *tests = tcase_create("plans");
    suite_add_tcase(suite, tests);
    tcase_set_timeout(tests, 60);
    tcase_add_unchecked_fixture(tests, fixture_begin, fixture_end);
    tcase_add_unchecked_fixture(tests, fixture_bulk, NULL);
    tcase_add_checked_fixture(tests, open_bulk, close_bulk);
    tcase_add_loop_test(tests, runs_by_index, 0, LIST_COUNT);
    return run_suite(suite);
}
