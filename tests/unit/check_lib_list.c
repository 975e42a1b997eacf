/* Lists and their filters: columns as scodb.h documents them, rows, and that every filter runs by index. */
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "lib_fixture.h"

static const struct {
    int what;
    const char *columns; /* as in scodb.h */
    const char *column, *rows;
} LISTS[] = {
    {SCODB_DOCUMENTS, "document title publisher uri published language sha256", "document", "alpha|beta:2|"},
    {SCODB_PEOPLE, "person person_id documents", "person", "Lú Sáenz|Ödön Várkonyi|"},
    {SCODB_PARTIES, "party party_name kind alpha2 official_name", "party", "XAV|XBO|XCO|Lake Council|LL|group|"},
    {SCODB_MEETINGS, "meeting meeting_id organization organization_name ordinal date place documents", "date",
     "2031-03-03|2031-03-05|"},
    {SCODB_ATTENDANCE, "date meeting meeting_id person party party_name capacity document fact_id start_char end_char",
     "person", "Ödön Várkonyi|Lú Sáenz|NULL|Lú Sáenz|"},
    {SCODB_OFFICES, "person role rank party party_name document fact_id start_char end_char", "role",
     "Prime Minister|NULL|President|NULL|"},
    {SCODB_STATEMENTS,
     "speaker speaker_kind party party_name mode verb act text meeting_id document fact_id start_char end_char "
     "category quad topics",
     "text", "belong to nobody alone|clean water needs patience|clean water needs patience|the Lake Water Fund|"},
    {SCODB_PROPOSALS,
     "name party party_name person kind stance year quantity unit text initiative_id document fact_id start_char "
     "end_char beneficiary beneficiary_name",
     "unit", "crowns|NULL|"},
    {SCODB_ADOPTIONS, "name action party party_name kind meeting_id document fact_id start_char end_char", "party",
     "group|"},
    {SCODB_MEMBERSHIP,
     "state state_name organization organization_name status event year document fact_id start_char end_char", "state",
     "XBO|"},
    {SCODB_NAMES, "kind canonical form", "form", "Avalia - Boravia|first meeting of the Lake Council|"},
    {SCODB_SEARCH, "kind speaker party text document fact_id rank", "document", "beta:2|alpha|beta:2|"},
    {SCODB_ROLES, "role rank people documents", "role", "President|Prime Minister|"},
    {SCODB_INITIATIVES, "initiative initiative_id kind parties first last proposals documents", "last", "2031-03-05|"},
    {SCODB_TENURES, "person person_id role rank party party_name first last documents fact_id", "fact_id",
     "alpha:office:52-85|alpha:office:139-173|"},
    {SCODB_ENCOUNTERS,
     "date meeting meeting_id person person_id party other other_id other_party document fact_id other_fact_id",
     "other", "Ödön Várkonyi|"},
};

static scodb_t *db;

static void open_lakes(void) {
    db = fixture_open("lakes.db");
}

static void close_lakes(void) {
    scodb_close(db);
}

static const char *listed(int what, scodb_filter_t filter, const char *column) {
    scodb_rows_t *rows;
    int status = scodb_list(db, what, &filter, &rows);
    ck_assert_msg(status == SCODB_OK, "list %d: %s", what, scodb_errmsg(db));
    return fixture_column(rows, column);
}

START_TEST(has_the_columns_of_the_header) {
    scodb_filter_t filter = SCODB_FILTER_INIT;
    scodb_rows_t *rows;
    char columns[512] = "";
    filter.words = LISTS[_i].what == SCODB_SEARCH ? "lake" : NULL;
    filter.kind = LISTS[_i].what == SCODB_NAMES ? "meeting" : NULL;
    ck_assert_int_eq(scodb_list(db, LISTS[_i].what, &filter, &rows), SCODB_OK);
    for (int i = 0; i < scodb_column_count(rows); i++) {
        strcat(strcat(columns, i > 0 ? " " : ""), scodb_column_name(rows, i));
        ck_assert_int_eq(scodb_column(rows, scodb_column_name(rows, i)), i);
    }
    scodb_free(rows);
    ck_assert_str_eq(columns, LISTS[_i].columns);
}
END_TEST

START_TEST(lists_all) {
    scodb_filter_t filter = SCODB_FILTER_INIT;
    filter.words = LISTS[_i].what == SCODB_SEARCH ? "lake" : NULL;
    filter.kind = LISTS[_i].what == SCODB_NAMES ? "meeting" : NULL;
    ck_assert_str_eq(listed(LISTS[_i].what, filter, LISTS[_i].column), LISTS[_i].rows);
}
END_TEST

/* One filter member each, and what it leaves of a list. */
static const struct {
    int what;
    size_t member;
    const char *text;
    int64_t number;
    const char *column, *rows;
} FILTERS[] = {
#define MEMBER(name) offsetof(scodb_filter_t, name)
    {SCODB_DOCUMENTS, MEMBER(document), "beta:2", 0, "document", "beta:2|"},
    {SCODB_DOCUMENTS, MEMBER(words), "corvanian OR", 0, "document", ""},
    {SCODB_DOCUMENTS, MEMBER(words), "delegations", 0, "document", "alpha|"},
    {SCODB_DOCUMENTS, MEMBER(from), "2031-03-04", 0, "document", "alpha|"},
    {SCODB_DOCUMENTS, MEMBER(to), "2031-03-03", 0, "document", ""},
    {SCODB_PEOPLE, MEMBER(person), "Lú Sáenz", 0, "documents", "2|"},
    {SCODB_PEOPLE, MEMBER(person_id), NULL, 2, "person", "Lú Sáenz|"},
    {SCODB_PEOPLE, MEMBER(party), "XAV", 0, "person", "Ödön Várkonyi|"},
    {SCODB_PEOPLE, MEMBER(document), "beta:2", 0, "person", "Lú Sáenz|Ödön Várkonyi|"},
    {SCODB_PARTIES, MEMBER(party), "LL", 0, "party_name", "League of Lakes|"},
    {SCODB_PARTIES, MEMBER(party), "Lake Council", 0, "kind", "organization|"},
    {SCODB_PARTIES, MEMBER(party), "League of Lakes", 0, "party", ""},
    {SCODB_PARTIES, MEMBER(kind), "state", 0, "party", "XAV|XBO|XCO|"},
    {SCODB_PARTIES, MEMBER(document), "beta:2", 0, "party", "XAV|"},
    {SCODB_MEETINGS, MEMBER(meeting), NULL, 2, "meeting", "Avalia - Boravia|"},
    {SCODB_MEETINGS, MEMBER(organization), "LL", 0, "meeting_id", "1|"},
    {SCODB_MEETINGS, MEMBER(person), "Lú Sáenz", 0, "meeting_id", "1|2|"},
    {SCODB_MEETINGS, MEMBER(person_id), NULL, 2, "meeting_id", "1|2|"},
    {SCODB_MEETINGS, MEMBER(party), "XCO", 0, "meeting_id", "1|"},
    {SCODB_MEETINGS, MEMBER(document), "beta:2", 0, "meeting_id", "2|"},
    {SCODB_MEETINGS, MEMBER(from), "2031-03-04", 0, "meeting_id", "2|"},
    {SCODB_MEETINGS, MEMBER(to), "2031-03-04", 0, "meeting_id", "1|"},
    {SCODB_ATTENDANCE, MEMBER(meeting), NULL, 1, "party", "XAV|XBO|XCO|"},
    {SCODB_ATTENDANCE, MEMBER(person), "Lú Sáenz", 0, "date", "2031-03-03|2031-03-05|"},
    {SCODB_ATTENDANCE, MEMBER(person_id), NULL, 2, "date", "2031-03-03|2031-03-05|"},
    {SCODB_ATTENDANCE, MEMBER(party), "XCO", 0, "person", "NULL|"},
    {SCODB_ATTENDANCE, MEMBER(document), "beta:2", 0, "meeting", "Avalia - Boravia|"},
    {SCODB_ATTENDANCE, MEMBER(from), "2031-03-04", 0, "meeting_id", "2|"},
    {SCODB_ATTENDANCE, MEMBER(to), "2031-03-04", 0, "capacity", "chair|participant|participant|"},
    {SCODB_OFFICES, MEMBER(person), "Ödön Várkonyi", 0, "party", "XAV|NULL|"},
    {SCODB_OFFICES, MEMBER(person_id), NULL, 1, "party", "XAV|NULL|"},
    {SCODB_OFFICES, MEMBER(party), "XBO", 0, "rank", "head of government|"},
    {SCODB_OFFICES, MEMBER(role), "President", 0, "person", "Ödön Várkonyi|"},
    {SCODB_OFFICES, MEMBER(document), "alpha", 0, "person", "Lú Sáenz|Ödön Várkonyi|"},
    {SCODB_STATEMENTS, MEMBER(person), "Ödön Várkonyi", 0, "mode", "direct|"},
    {SCODB_STATEMENTS, MEMBER(person_id), NULL, 1, "mode", "direct|"},
    {SCODB_STATEMENTS, MEMBER(party), "XAV", 0, "speaker", "Ödön Várkonyi|XAV|"},
    {SCODB_STATEMENTS, MEMBER(mode), "direct", 0, "start_char", "253|"},
    {SCODB_STATEMENTS, MEMBER(words), "WATER \"needs patience\"", 0, "document", "alpha|beta:2|"},
    {SCODB_STATEMENTS, MEMBER(words), "water'); DROP", 0, "document", ""},
    {SCODB_STATEMENTS, MEMBER(meeting), NULL, 2, "speaker_kind", "state|"},
    {SCODB_STATEMENTS, MEMBER(document), "beta:2", 0, "verb", "stressed|proposes|"},
    {SCODB_PROPOSALS, MEMBER(initiative), NULL, 1, "document", "alpha|beta:2|"},
    {SCODB_PROPOSALS, MEMBER(person), "Ödön Várkonyi", 0, "quantity", "40000000.0|"},
    {SCODB_PROPOSALS, MEMBER(person_id), NULL, 1, "quantity", "40000000.0|"},
    {SCODB_PROPOSALS, MEMBER(party), "XBO", 0, "name", ""},
    {SCODB_PROPOSALS, MEMBER(document), "beta:2", 0, "text", "Avalia proposes the Lake Water Fund|"},
    {SCODB_ADOPTIONS, MEMBER(party), "group", 0, "name", "Miranda Declaration|"},
    {SCODB_ADOPTIONS, MEMBER(party), "nobody", 0, "name", ""},
    {SCODB_ADOPTIONS, MEMBER(meeting), NULL, 1, "action", "signed|"},
    {SCODB_ADOPTIONS, MEMBER(document), "alpha", 0, "fact_id", "alpha:adoption:395-425|"},
    {SCODB_MEMBERSHIP, MEMBER(party), "XBO", 0, "year", "2031|"},
    {SCODB_MEMBERSHIP, MEMBER(organization), "LL", 0, "event", "accession|"},
    {SCODB_MEMBERSHIP, MEMBER(document), "beta:2", 0, "state", ""},
    {SCODB_NAMES, MEMBER(person), "Ödön Várkonyi", 0, "form", "Odon Varkonyi|Várkonyi|Ödön Várkonyi|"},
    {SCODB_NAMES, MEMBER(person_id), NULL, 1, "form", "Odon Varkonyi|Várkonyi|Ödön Várkonyi|"},
    {SCODB_NAMES, MEMBER(party), "XAV", 0, "form", "Avalia|Kingdom of Avalia|"},
};
enum { FILTER_COUNT = sizeof FILTERS / sizeof FILTERS[0] };

static scodb_filter_t filter_of(int i) {
    scodb_filter_t filter = SCODB_FILTER_INIT;
    void *member = (char *)&filter + FILTERS[i].member;
    if (FILTERS[i].text != NULL) {
        *(const char **)member = FILTERS[i].text;
    } else {
        *(int64_t *)member = FILTERS[i].number;
    }
    return filter;
}

START_TEST(filters) {
    ck_assert_str_eq(listed(FILTERS[_i].what, filter_of(_i), FILTERS[_i].column), FILTERS[_i].rows);
}
END_TEST

START_TEST(filters_together) {
    scodb_filter_t filter = SCODB_FILTER_INIT;
    filter.words = "lake";
    filter.party = "XAV";
    ck_assert_str_eq(listed(SCODB_SEARCH, filter, "kind"), "statement|");
    filter.person = "Lú Sáenz";
    ck_assert_str_eq(listed(SCODB_SEARCH, filter, "kind"), "");
    filter.person = filter.party = NULL;
    filter.document = "alpha";
    ck_assert_str_eq(listed(SCODB_SEARCH, filter, "kind"), "document|");
}
END_TEST

/* The list narrows each part of the view by itself, for speed; together they must say the same. */
START_TEST(lists_the_names_of_the_view) {
    scodb_rows_t *listed, *viewed;
    int status, count = 0;
    ck_assert_int_eq(scodb_list(db, SCODB_NAMES, NULL, &listed), SCODB_OK);
    ck_assert_int_eq(scodb_query(db, "SELECT kind, canonical, form FROM name_forms ORDER BY 1, 2, 3", NULL, 0, &viewed),
                     SCODB_OK);
    for (; (status = scodb_next(viewed)) == SCODB_ROW; count++) {
        ck_assert_int_eq(scodb_next(listed), SCODB_ROW);
        for (int i = 0; i < 3; i++) {
            ck_assert_str_eq(scodb_text(listed, i), scodb_text(viewed, i));
        }
    }
    ck_assert_int_eq(scodb_next(listed), status);
    ck_assert_int_gt(count, 10);
    scodb_free(listed);
    scodb_free(viewed);
}
END_TEST

START_TEST(pages) {
    scodb_filter_t filter = SCODB_FILTER_INIT;
    filter.limit = 2;
    ck_assert_str_eq(listed(SCODB_PARTIES, filter, "party"), "XAV|XBO|");
    filter.offset = 5;
    ck_assert_str_eq(listed(SCODB_PARTIES, filter, "party"), "group|");
    filter.limit = 0;
    filter.offset = 4;
    ck_assert_str_eq(listed(SCODB_PARTIES, filter, "party"), "LL|group|");
    filter.words = "lake";
    filter.offset = 1;
    filter.limit = 1;
    ck_assert_str_eq(listed(SCODB_SEARCH, filter, "document"), "alpha|");
}
END_TEST

START_TEST(refuses_wrong_filters) {
    scodb_filter_t filter = SCODB_FILTER_INIT;
    scodb_rows_t *rows = NULL;
    filter.mode = "direct";
    ck_assert_int_eq(scodb_list(db, SCODB_PEOPLE, &filter, &rows), SCODB_MISUSE);
    ck_assert_ptr_nonnull(strstr(scodb_errmsg(db), "mode"));
    ck_assert_int_eq(scodb_list(db, SCODB_SEARCH, NULL, &rows), SCODB_MISUSE);
    ck_assert_ptr_nonnull(strstr(scodb_errmsg(db), "words"));
    filter = (scodb_filter_t)SCODB_FILTER_INIT;
    filter.words = " - \"\" * ";
    ck_assert_int_eq(scodb_list(db, SCODB_SEARCH, &filter, &rows), SCODB_MISUSE);
    filter = (scodb_filter_t)SCODB_FILTER_INIT;
    filter.limit = -1;
    ck_assert_int_eq(scodb_list(db, SCODB_PEOPLE, &filter, &rows), SCODB_MISUSE);
    filter.limit = 0;
    filter.size = 0;
    ck_assert_int_eq(scodb_list(db, SCODB_PEOPLE, &filter, &rows), SCODB_MISUSE);
    ck_assert_int_eq(scodb_list(db, SCODB_ENCOUNTERS + 1, NULL, &rows), SCODB_MISUSE);
    ck_assert_int_eq(scodb_list(db, -1, NULL, &rows), SCODB_MISUSE);
    ck_assert_int_eq(scodb_list(db, SCODB_PEOPLE, NULL, NULL), SCODB_MISUSE);
    ck_assert_int_eq(scodb_list(NULL, SCODB_PEOPLE, NULL, &rows), SCODB_MISUSE);
    ck_assert_ptr_null(rows);
}
END_TEST

/* Callers compiled with a header that has fewer or more members. */
START_TEST(knows_filters_of_other_versions) {
    struct {
        scodb_filter_t filter;
        int64_t newer;
    } newer = {SCODB_FILTER_INIT, 0};
    scodb_rows_t *rows;
    newer.filter.size = sizeof newer;
    ck_assert_int_eq(scodb_list(db, SCODB_PEOPLE, &newer.filter, &rows), SCODB_OK);
    scodb_free(rows);
    newer.newer = 1;
    ck_assert_int_eq(scodb_list(db, SCODB_PEOPLE, &newer.filter, &rows), SCODB_MISUSE);
    newer.filter.size = offsetof(scodb_filter_t, topic);
    newer.filter.year = 2031;
    ck_assert_int_eq(scodb_list(db, SCODB_PEOPLE, &newer.filter, &rows), SCODB_OK);
    ck_assert_str_eq(fixture_column(rows, "person"), "Lú Sáenz|Ödön Várkonyi|");
    newer.filter.size--;
    ck_assert_int_eq(scodb_list(db, SCODB_PEOPLE, &newer.filter, &rows), SCODB_MISUSE);
}
END_TEST

/* Small tables that may be read whole (parties, roles, topics), and what is no table of the file. */
static int may_be_scanned(const char *detail) {
    static const char *const allowed[] = {"VIRTUAL TABLE", "SCAN h",  "(subquery",  "SCAN name_forms",
                                          "SCAN parties",  "SCAN r ", "SCAN topics"};
    for (size_t i = 0; i < sizeof allowed / sizeof allowed[0]; i++) {
        if (strstr(detail, allowed[i]) != NULL) {
            return 1;
        }
    }
    return strncmp(detail, "SCAN", 4) != 0;
}

static void check_plan(const char *sql) {
    char *explain = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", sql);
    scodb_rows_t *plan;
    ck_assert_int_eq(scodb_query(db, explain, NULL, 0, &plan), SCODB_OK);
    while (scodb_next(plan) == SCODB_ROW) {
        ck_assert_msg(may_be_scanned(scodb_get(plan, "detail")), "%s in\n%s", scodb_get(plan, "detail"), sql);
    }
    scodb_free(plan);
    sqlite3_free(explain);
}

/* The statements behind a list are found on the connection. Filters by a range of days and by kind read what they ask
 * for, which may be all; in the list of names, parts that a filter shuts out stand in the plan but never run. */
START_TEST(runs_by_index) {
    size_t member = FILTERS[_i].member;
    int whole = member == MEMBER(from) || member == MEMBER(to) || member == MEMBER(kind) || member == MEMBER(mode) ||
                member == MEMBER(role) || FILTERS[_i].what == SCODB_NAMES;
    scodb_rows_t *rows;
    scodb_filter_t filter = filter_of(_i);
    ck_assert_int_eq(scodb_list(db, FILTERS[_i].what, &filter, &rows), SCODB_OK);
    for (sqlite3_stmt *at = sqlite3_next_stmt(scodb_sqlite3(db), NULL); at != NULL && !whole;
         at = sqlite3_next_stmt(scodb_sqlite3(db), at)) {
        check_plan(sqlite3_sql(at));
    }
    scodb_free(rows);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("libscodb: list");
    TCase *tests = tcase_create("list"), *plans = tcase_create("plans");
    int lists = sizeof LISTS / sizeof LISTS[0];
    suite_add_tcase(suite, tests);
    tcase_add_unchecked_fixture(tests, fixture_begin, fixture_end);
    tcase_add_checked_fixture(tests, open_lakes, close_lakes);
    tcase_add_loop_test(tests, has_the_columns_of_the_header, 0, lists);
    tcase_add_loop_test(tests, lists_all, 0, lists);
    tcase_add_loop_test(tests, filters, 0, FILTER_COUNT);
    tcase_add_test(tests, filters_together);
    tcase_add_test(tests, lists_the_names_of_the_view);
    tcase_add_test(tests, pages);
    tcase_add_test(tests, refuses_wrong_filters);
    tcase_add_test(tests, knows_filters_of_other_versions);
    suite_add_tcase(suite, plans);
    tcase_add_unchecked_fixture(plans, fixture_begin, fixture_end);
    tcase_add_unchecked_fixture(plans, fixture_bulk, NULL);
    tcase_add_checked_fixture(plans, open_lakes, close_lakes);
    tcase_add_loop_test(plans, runs_by_index, 0, FILTER_COUNT);
    return run_suite(suite);
}
