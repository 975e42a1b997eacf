/* What counts as the same when extraction is measured: names, offices, meetings; which row is paired with which. */
#include <check.h>
#include <string.h>

#include "arena.h"
#include "eval_parts.h"
#include "run_suite.h"

static arena_t *arena;

static void set_up(void) {
    arena = arena_new();
}

static void tear_down(void) {
    arena_free(arena);
}

static const struct {
    const char *text, *plain;
} plains[] = {
    {"Recep Tayyip Erdoğan", "recep tayyip erdogan"},
    {"TÜRKİYE", "turkiye"},
    {"Tu\u0308rkiye", "turkiye"},
    {"Oyun-Erdene", "oyun erdene"},
    {"Côte d’Ivoire, o'clock", "cote divoire oclock"},
    {"  \u00a0", ""},
    {"Ağrı ﬁve ２", "agri five 2"},
    {"王毅 Wang", "wang"},
    {NULL, ""},
};

START_TEST(plain_text) {
    ck_assert_str_eq(name_plain(plains[_i].text, arena), plains[_i].plain);
}
END_TEST

static const struct {
    const char *one, *other;
    double like;
} names[] = {
    {"the 24th meeting of the Council", "24th meeting of a Council", 1},
    {"green forum", "digital forum", 0.5},
    {"green development forum", "forum", 0.5},
    {"green forum", "green forum on trade routes, ports, dams, canals and roads", 0.6}, /* the fuller begins with it */
    {"forum forum", "forum", 2.0 / 3},
    {"the", "the", 0},
    {"", "forum", 0},
    {"bank", "fund", 0},
};

START_TEST(likeness) {
    strings_t one = name_words(names[_i].one, arena), other = name_words(names[_i].other, arena);
    double like = names[_i].like;
    ck_assert_double_eq_tol(name_likeness(&one, &other), like, 1e-9);
    ck_assert_double_eq_tol(name_likeness(&other, &one), like, 1e-9);
}
END_TEST

static const struct {
    const char *one, *other;
    bool same;
} roles[] = {
    {"President", "president", true},
    {"Premier", "Prime Minister", true},
    {"Chairman", "Chairperson", true},
    {"Minister of External Affairs", "Foreign Minister", true},
    {"Acting President", "President", false},
    {"Deputy Prime Minister", "Prime Minister", false},
    {"State President", "President", true},
    {"Secretary of State", "Secretary", true},
    {"Secretary of the Security Council", "Secretary-General", false},
    {"Secretary General", "Secretary-General", true},
    {"Secretary of the Council", "Secretary of the Treasury", false},
    {"President", "King", false},
    {NULL, NULL, true},
    {"President", NULL, false},
};

START_TEST(offices) {
    ck_assert_int_eq(name_same_role(roles[_i].one, roles[_i].other), roles[_i].same);
    ck_assert_int_eq(name_same_role(roles[_i].other, roles[_i].one), roles[_i].same);
}
END_TEST

START_TEST(sides_of_a_meeting) {
    strings_t one = name_sides("Norway - Kyrgyz Republic", arena),
              other = name_sides("Kyrgyz Republic – Norway", arena);
    strings_t third = name_sides("Norway - Chile", arena), none = name_sides("Oyun-Erdene talks", arena);
    ck_assert_int_eq(one.count, 2);
    ck_assert_str_eq(one.at[0], "kyrgyz republic");
    ck_assert(name_same_sides(&one, &other));
    ck_assert(!name_same_sides(&one, &third));
    ck_assert_int_eq(none.count, 0);
    ck_assert(!name_same_sides(&one, &none));
}
END_TEST

START_TEST(sessions) {
    strings_t small = name_words("restricted session", arena), large = name_words("expanded session", arena);
    strings_t plain = name_words("session", arena);
    ck_assert(name_other_session(&small, &large));
    ck_assert(!name_other_session(&small, &plain));
    ck_assert(!name_other_session(&small, &small));
}
END_TEST

/* The fit of two rows is written in their names: by the letters in common at the start. */
static double by_start(const void *context, const row_t *wanted, const row_t *found) {
    (void)context;
    double fit = 0;
    for (const char *a = wanted->at[NAME], *b = found->at[NAME]; *a && *a == *b; a++, b++)
        fit++;
    return fit;
}

static rows_t rows_of(const char *const *list, int optional) {
    rows_t rows = {0};
    for (int i = 0; list[i]; i++)
        *list_add(arena, &rows) = (row_t){.at[NAME] = list[i], .optional = i == optional};
    return rows;
}

START_TEST(pairs_the_best_first) {
    rows_t wanted = rows_of((const char *const[]){"a", "abc", "x", NULL}, NONE);
    rows_t found = rows_of((const char *const[]){"abc", "ab", "y", NULL}, NONE);
    tally_t tally = {0};
    pairing_t pairing = pair_rows(&wanted, &found, by_start, NULL, arena, &tally);
    ck_assert_int_eq(pairing.found_for[0], 1);
    ck_assert_int_eq(pairing.found_for[1], 0);
    ck_assert_int_eq(pairing.found_for[2], NONE);
    ck_assert(!pairing.is_used[2]);
    ck_assert_int_eq(tally.right, 2);
    ck_assert_int_eq(tally.wanted, 3);
    ck_assert_int_eq(tally.found, 3);
}
END_TEST

START_TEST(optional_rows_count_neither_way) {
    rows_t wanted = rows_of((const char *const[]){"a", "b", NULL}, 0);
    rows_t found = rows_of((const char *const[]){"a", NULL}, NONE), nothing = {0};
    tally_t tally = {0};
    pair_rows(&wanted, &found, by_start, NULL, arena, &tally);
    ck_assert_int_eq(tally.right, 0);
    ck_assert_int_eq(tally.wanted, 1);
    ck_assert_int_eq(tally.found, 0);
    tally = (tally_t){0};
    pair_rows(&wanted, &nothing, by_start, NULL, arena, &tally);
    ck_assert_int_eq(tally.wanted, 1);
}
END_TEST

int main(void) {
    Suite *all = suite_create("eval");
    TCase *cases = tcase_create("eval");
    tcase_add_checked_fixture(cases, set_up, tear_down);
    tcase_add_loop_test(cases, plain_text, 0, sizeof plains / sizeof *plains);
    tcase_add_loop_test(cases, likeness, 0, sizeof names / sizeof *names);
    tcase_add_loop_test(cases, offices, 0, sizeof roles / sizeof *roles);
    tcase_add_test(cases, sides_of_a_meeting);
    tcase_add_test(cases, sessions);
    tcase_add_test(cases, pairs_the_best_first);
    tcase_add_test(cases, optional_rows_count_neither_way);
    suite_add_tcase(all, cases);
    return run_suite(all);
}
