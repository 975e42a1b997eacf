/* Lists and their filters: columns as scodb.h documents them, rows. */
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
    {SCODB_ATTENDANCE,
     "date meeting meeting_id person party party_name capacity document fact_id start_char end_char person_id role "
     "rank",
     "person", "Ödön Várkonyi|Lú Sáenz|NULL|Lú Sáenz|"},
    {SCODB_OFFICES, "person role rank party party_name document fact_id start_char end_char person_id", "role",
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
    {SCODB_STATEMENTS, MEMBER(topic), "water", 0, "category", "AGREE|AGREE|"},
    {SCODB_STATEMENTS, MEMBER(topic), "trade", 0, "category", ""},
    {SCODB_STATEMENTS, MEMBER(act), "proposes", 0, "verb", "proposes|"},
    {SCODB_STATEMENTS, MEMBER(category), "AGREE", 0, "document", "alpha|beta:2|"},
    {SCODB_STATEMENTS, MEMBER(from), "2031-03-04", 0, "text", "clean water needs patience|the Lake Water Fund|"},
    {SCODB_STATEMENTS, MEMBER(to), "2031-03-03", 0, "text", "belong to nobody alone|"},
    {SCODB_PROPOSALS, MEMBER(initiative), NULL, 1, "document", "alpha|beta:2|"},
    {SCODB_PROPOSALS, MEMBER(person), "Ödön Várkonyi", 0, "quantity", "40000000.0|"},
    {SCODB_PROPOSALS, MEMBER(person_id), NULL, 1, "quantity", "40000000.0|"},
    {SCODB_PROPOSALS, MEMBER(party), "XBO", 0, "name", ""},
    {SCODB_PROPOSALS, MEMBER(document), "beta:2", 0, "text", "Avalia proposes the Lake Water Fund|"},
    {SCODB_PROPOSALS, MEMBER(kind), "fund", 0, "party", "XAV|XAV|"},
    {SCODB_PROPOSALS, MEMBER(stance), "offers", 0, "document", "alpha|"},
    {SCODB_PROPOSALS, MEMBER(year), NULL, 2032, "document", "alpha|"},
    {SCODB_PROPOSALS, MEMBER(words), "proposing funds", 0, "document", "alpha|beta:2|"},
    {SCODB_PROPOSALS, MEMBER(words), "\"40 million\"", 0, "document", "alpha|"},
    {SCODB_PROPOSALS, MEMBER(words), "patience", 0, "document", ""},
    {SCODB_PROPOSALS, MEMBER(from), "2031-03-04", 0, "document", "beta:2|"},
    {SCODB_PROPOSALS, MEMBER(to), "2031-03-04", 0, "document", "alpha|"},
    {SCODB_ADOPTIONS, MEMBER(party), "group", 0, "name", "Miranda Declaration|"},
    {SCODB_ADOPTIONS, MEMBER(party), "nobody", 0, "name", ""},
    {SCODB_ADOPTIONS, MEMBER(meeting), NULL, 1, "action", "signed|"},
    {SCODB_ADOPTIONS, MEMBER(document), "alpha", 0, "fact_id", "alpha:adoption:395-425|"},
    {SCODB_ADOPTIONS, MEMBER(kind), "treaty", 0, "name", ""},
    {SCODB_ADOPTIONS, MEMBER(words), "declarations mirand*", 0, "action", "signed|"},
    {SCODB_ADOPTIONS, MEMBER(words), "patience", 0, "action", ""},
    {SCODB_ADOPTIONS, MEMBER(from), "2031-03-04", 0, "action", ""},
    {SCODB_ADOPTIONS, MEMBER(to), "2031-03-03", 0, "action", "signed|"},
    {SCODB_MEMBERSHIP, MEMBER(party), "XBO", 0, "year", "2031|"},
    {SCODB_MEMBERSHIP, MEMBER(organization), "LL", 0, "event", "accession|"},
    {SCODB_MEMBERSHIP, MEMBER(document), "beta:2", 0, "state", ""},
    {SCODB_NAMES, MEMBER(person), "Ödön Várkonyi", 0, "form", "Odon Varkonyi|Várkonyi|Ödön Várkonyi|"},
    {SCODB_NAMES, MEMBER(person_id), NULL, 1, "form", "Odon Varkonyi|Várkonyi|Ödön Várkonyi|"},
    {SCODB_NAMES, MEMBER(party), "XAV", 0, "form", "Avalia|Kingdom of Avalia|"},
    {SCODB_ROLES, MEMBER(role), "President", 0, "people", "1|"},
    {SCODB_ROLES, MEMBER(kind), "head of government", 0, "role", "Prime Minister|"},
    {SCODB_ROLES, MEMBER(person), "Lú Sáenz", 0, "role", "Prime Minister|"},
    {SCODB_ROLES, MEMBER(person_id), NULL, 1, "role", "President|"},
    {SCODB_ROLES, MEMBER(party), "XBO", 0, "role", "Prime Minister|"},
    {SCODB_ROLES, MEMBER(document), "beta:2", 0, "role", ""},
    {SCODB_ROLES, MEMBER(document), "alpha", 0, "documents", "1|1|"},
    {SCODB_INITIATIVES, MEMBER(initiative), NULL, 1, "parties", "XAV|"},
    {SCODB_INITIATIVES, MEMBER(party), "XAV", 0, "proposals", "2|"},
    {SCODB_INITIATIVES, MEMBER(party), "XBO", 0, "proposals", ""},
    {SCODB_INITIATIVES, MEMBER(kind), "fund", 0, "documents", "2|"},
    {SCODB_INITIATIVES, MEMBER(year), NULL, 2032, "first", "2031-03-03|"},
    {SCODB_INITIATIVES, MEMBER(stance), "supports", 0, "first", ""},
    {SCODB_INITIATIVES, MEMBER(words), "fund of crowns", 0, "kind", "fund|"},
    {SCODB_INITIATIVES, MEMBER(document), "beta:2", 0, "last", "2031-03-05|"},
    {SCODB_INITIATIVES, MEMBER(from), "2031-03-05", 0, "proposals", "2|"},
    {SCODB_INITIATIVES, MEMBER(to), "2031-03-02", 0, "proposals", ""},
    {SCODB_TENURES, MEMBER(person), "Lú Sáenz", 0, "role", "Prime Minister|"},
    {SCODB_TENURES, MEMBER(person_id), NULL, 1, "rank", "head of state|"},
    {SCODB_TENURES, MEMBER(party), "XBO", 0, "person", "Lú Sáenz|"},
    {SCODB_TENURES, MEMBER(role), "President", 0, "first", "2031-03-03|"},
    {SCODB_TENURES, MEMBER(from), "2031-03-04", 0, "person", ""},
    {SCODB_TENURES, MEMBER(to), "2031-03-03", 0, "party", "XAV|XBO|"},
    {SCODB_ENCOUNTERS, MEMBER(person), "Ödön Várkonyi", 0, "other", "Lú Sáenz|"},
    {SCODB_ENCOUNTERS, MEMBER(person_id), NULL, 2, "other", "Ödön Várkonyi|"},
    {SCODB_ENCOUNTERS, MEMBER(party), "XAV", 0, "other_party", "XBO|"},
    {SCODB_ENCOUNTERS, MEMBER(other_person), "Lú Sáenz", 0, "person", "Ödön Várkonyi|"},
    {SCODB_ENCOUNTERS, MEMBER(other_party), "XAV", 0, "party", "XBO|"},
    {SCODB_ENCOUNTERS, MEMBER(meeting), NULL, 2, "person", ""},
    {SCODB_ENCOUNTERS, MEMBER(organization), "LL", 0, "document", "alpha|"},
    {SCODB_ENCOUNTERS, MEMBER(from), "2031-03-03", 0, "fact_id", "alpha:attendance:154-182|"},
    {SCODB_ENCOUNTERS, MEMBER(to), "2031-03-02", 0, "date", ""},
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
    filter.document = "alpha";
    ck_assert_int_eq(scodb_list(db, SCODB_SEARCH, &filter, &rows), SCODB_MISUSE);
    ck_assert_ptr_nonnull(strstr(scodb_errmsg(db), "words"));
    filter = (scodb_filter_t)SCODB_FILTER_INIT;
    filter.offset = -1;
    ck_assert_int_eq(scodb_list(db, SCODB_PEOPLE, &filter, &rows), SCODB_MISUSE);
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

/* Periods are found by index unless something narrower is asked; the rows are the same. */
START_TEST(filters_periods_beside_others) {
    scodb_filter_t filter = SCODB_FILTER_INIT;
    filter.from = "2031-03-04";
    filter.to = "2031-03-05";
    ck_assert_str_eq(listed(SCODB_STATEMENTS, filter, "text"), "clean water needs patience|the Lake Water Fund|");
    ck_assert_str_eq(listed(SCODB_PROPOSALS, filter, "document"), "beta:2|");
    ck_assert_str_eq(listed(SCODB_INITIATIVES, filter, "initiative"), "Lake Water Fund|");
    filter.party = "XAV";
    ck_assert_str_eq(listed(SCODB_STATEMENTS, filter, "text"), "the Lake Water Fund|");
    ck_assert_str_eq(listed(SCODB_PROPOSALS, filter, "document"), "beta:2|");
    ck_assert_str_eq(listed(SCODB_INITIATIVES, filter, "initiative"), "Lake Water Fund|");
    ck_assert_str_eq(listed(SCODB_ADOPTIONS, filter, "name"), "");
    filter.from = filter.to = "2031-03-03";
    ck_assert_str_eq(listed(SCODB_TENURES, filter, "person"), "Ödön Várkonyi|");
}
END_TEST

/* Three of one state and one of another: every two of them once, whatever is asked. */
START_TEST(pairs_each_two_once) {
    static const struct {
        const char *party, *other_party, *person, *pairs;
    } cases[] = {
        {NULL, NULL, NULL,
         "Anna Ro+Bo Li|Anna Ro+Lú Sáenz|Anna Ro+Ödön Várkonyi|Bo Li+Lú Sáenz|Bo Li+Ödön Várkonyi|"
         "Lú Sáenz+Ödön Várkonyi|"},
        {"XAV", NULL, NULL,
         "Anna Ro+Bo Li|Anna Ro+Lú Sáenz|Anna Ro+Ödön Várkonyi|Bo Li+Lú Sáenz|Bo Li+Ödön Várkonyi|"
         "Ödön Várkonyi+Lú Sáenz|"},
        {"XAV", "XAV", NULL, "Anna Ro+Bo Li|Anna Ro+Ödön Várkonyi|Bo Li+Ödön Várkonyi|"},
        {"XAV", "XBO", NULL, "Anna Ro+Lú Sáenz|Bo Li+Lú Sáenz|Ödön Várkonyi+Lú Sáenz|"},
        {NULL, "XBO", NULL, "Anna Ro+Lú Sáenz|Bo Li+Lú Sáenz|Ödön Várkonyi+Lú Sáenz|"},
        {NULL, "XAV", "Bo Li", "Bo Li+Anna Ro|Bo Li+Ödön Várkonyi|"},
        {"XBO", "XBO", NULL, ""},
    };
    fixture_copy("many.db");
    fixture_run("many.db", "INSERT INTO people VALUES (3, 'Anna Ro', 0), (4, 'Bo Li', 0);"
                           "INSERT INTO facts VALUES (31, 2), (32, 2), (33, 2);"
                           "INSERT INTO participations VALUES (31, 1, 3, 1, 'guest'), (32, 1, 4, 1, 'guest'),"
                           "(33, 1, 4, 1, 'observer')");
    scodb_close(db);
    db = fixture_open("many.db");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        scodb_filter_t filter = SCODB_FILTER_INIT;
        scodb_rows_t *rows;
        char pairs[256] = "";
        filter.party = cases[i].party;
        filter.other_party = cases[i].other_party;
        filter.person = cases[i].person;
        ck_assert_int_eq(scodb_list(db, SCODB_ENCOUNTERS, &filter, &rows), SCODB_OK);
        while (scodb_next(rows) == SCODB_ROW) {
            strcat(strcat(strcat(strcat(pairs, scodb_get(rows, "person")), "+"), scodb_get(rows, "other")), "|");
        }
        scodb_free(rows);
        ck_assert_str_eq(pairs, cases[i].pairs);
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("libscodb: list");
    TCase *tests = tcase_create("list");
    int lists = sizeof LISTS / sizeof LISTS[0];
    suite_add_tcase(suite, tests);
    tcase_add_unchecked_fixture(tests, fixture_begin, fixture_end);
    tcase_add_checked_fixture(tests, open_lakes, close_lakes);
    tcase_add_loop_test(tests, has_the_columns_of_the_header, 0, lists);
    tcase_add_loop_test(tests, lists_all, 0, lists);
    tcase_add_loop_test(tests, filters, 0, FILTER_COUNT);
    tcase_add_test(tests, filters_together);
    tcase_add_test(tests, lists_the_names_of_the_view);
    tcase_add_test(tests, filters_periods_beside_others);
    tcase_add_test(tests, pairs_each_two_once);
    tcase_add_test(tests, pages);
    tcase_add_test(tests, refuses_wrong_filters);
    return run_suite(suite);
}
