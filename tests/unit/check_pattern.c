/* The language of patterns: what each construct matches, and what is said about wrong ones. */
#include <check.h>
#include <string.h>

#include "rule_fixture.h"
#include "run_suite.h"

/* A pattern, a sentence, and what becomes of it. */
static const struct {
    const char *pattern, *sentence, *wanted;
} goods[] = {
    {"summit", "the summit of", "the [r: summit] of"},
    {"summit", "The SUMMIT of", "The [r: SUMMIT] of"}, /* a word stands for all its capitals */
    {"Summit", "the summit of", "the [r: summit] of"},
    {"the summit", "by the summit of", "by [r: the summit] of"},
    {"\",\"", "a, b", "a [r: ,] b"},
    {"\"a (b\"", "so a (b it", "so [r: a (b] it"},
    {"well-known", "a well-known b", "a [r: well-known] b"},
    {"its", "it and its", "it and [r: its]"},
    {"<state>", "in South Korea now", "in [r: South Korea] now"},
    {"<state|role>", "President of China", "[r: President] of [r: China]"},
    {"<say&say_that>", "he said so", "he [r: said] so"},
    {"<say&state>", "he said so", "he said so"},
    {"<Cap&!state>", "in China by Ivo", "in China by [r: Ivo]"},
    {"<state|say&say_that>", "said China", "[r: said] [r: China]"},
    {"<!Lower&!Cap&!Start&!Begin&!End>", "so, 5", "so [r: ,] [r: 5]"},
    {"<_>", "a, b", "[r: a] [r: ,] [r: b]"},
    {"<unknown>", "Ivo said a", "[r: Ivo] said [r: a]"},
    {"<unknown>{2}", "a b said c", "[r: a b] said c"},
    {"<Year>", "in 2024 or 5", "in [r: 2024] or 5"},
    {"<Nth>", "the 24th", "the [r: 24th]"},
    {"<Upper>", "the SCO and", "the [r: SCO] and"},
    {"<Initial> <Cap>", "by V. Ivo", "by [r: V. Ivo]"},
    {"<Poss>", "x China's", "x China [r: 's]"},
    {"<Open>", "so \"x\"", "so [r: \"] x \""},
    {"<Start>", "Ivo, Ivo", "[r: Ivo] , Ivo"},
    {"<Begin> @:a", "a a", "[r: a] a"},
    {"@:a <End>", "a a", "a [r: a]"},
    {"a | b c", "a b c b", "[r: a] [r: b c] b"},
    {"a (b | c) d", "a b d a c d a d", "[r: a b d] [r: a c d] a d"},
    {"a b? c", "a b c a c", "[r: a b c] [r: a c]"},
    {"a b* c", "a c a b b b c", "[r: a c] [r: a b b b c]"},
    {"a b+ c", "a c a b b b c", "a c [r: a b b b c]"},
    {"a b{2} c", "a b c a b b c a b b b c", "a b c [r: a b b c] a b b b c"},
    {"a b{1,2} c", "a c a b c a b b c", "a c [r: a b c] [r: a b b c]"},
    {"a b{0,1} c", "a c a b c a b b c", "[r: a c] [r: a b c] a b b c"},
    {"a b{2,} c", "a b c a b b b b c", "a b c [r: a b b b b c]"},
    {"a b{0,} c", "a c a b b c", "[r: a c] [r: a b b c]"},
    {"(a b?)+", "a b a a b c", "[r: a b a a b] c"},
    {"(a? b?)* c", "a a b c", "[r: a a b c]"},
    {"((a | b)* c?)*", "a b c a d", "[r: a b c a] d"},
    {"who:<Cap> met with:<Cap>", "so Ivo met Ana.", "so [r who=Ivo with=Ana: Ivo met Ana] ."},
    {"(name:<Cap> \",\"?)+", "so Ivo, Ana", "so [r name=Ivo name=Ana: Ivo, Ana]"},
    {"who:(name:<Cap> x)", "so Ivo x", "so [r who=Ivo x name=Ivo: Ivo x]"},
    {"who:a? b", "b a b", "[r: b] [r who=a: a b]"}, /* an empty part is none */
    {"who:<_>*", "a b", "[r who=a who=b: a b]"}, /* the name belongs to what is repeated */
    {"who:(<_>*) with:(<_>*)", "a b", "[r who=a b: a b]"}, /* as many as can be */
    {"who:(<_>*?) with:(<_>*)", "a b", "[r with=a b: a b]"}, /* as few */
    {"who:(<_>+?) with:(<_>*)", "a b c", "[r who=a with=b c: a b c]"},
    {"who:(<_>{1,2}?) with:(<_>*)", "a b c", "[r who=a with=b c: a b c]"},
    {"who:<_>?? with:<_>", "a", "[r with=a: a]"},
    {"(who:a | with:a)", "a", "[r who=a: a]"}, /* the way that is written first */
    {"a @:b c", "a b c a c", "a [r: b] c a c"},
    {"who:a @:(b with:c) d", "a b c d", "a [r who=a with=c: b c] d"},
};

START_TEST(matches) {
    ck_assert_str_eq(rule_from(goods[_i].pattern), "");
    ck_assert_str_eq(matched(goods[_i].sentence), goods[_i].wanted);
}
END_TEST

static const struct {
    const char *pattern, *error;
} bads[] = {
    {"a <state", "the < is not closed"},
    {"a <>", "a class or a shape is missing between < and >"},
    {"a <state|>", "a class or a shape is missing between < and >"},
    {"a <!>", "a class or a shape is missing between < and >"},
    {"a <=b> b", "a class or a shape is missing between < and >"},
    {"b <=b>", "a class or a shape is missing between < and >"},
    {"<Capital>", "no shape has this name; classes begin with a small letter"},
    {"<a b>", "only names, |, & and ! may stand between < and >"},
    {"<(a)>", "a class or a shape is missing between < and >"},
    {"<a(b)>", "only names, |, & and ! may stand between < and >"},
    {"\"a", "the quotation mark is not closed"},
    {"\"", "the quotation mark is not closed"},
    {"\"\"", "something is missing here"},
    {"a ? b", "something is missing here"},
    {"*", "something is missing here"},
    {"a{2}{3}", "something is missing here"},
    {"a >", "something is missing here"},
    {"who:", "something is missing here"},
    {"@", "something is missing here"},
    {"$nobody", "no definition has this name"},
    {"$", "no definition has this name"},
    {"(a", "a ) is missing"},
    {"((a)", "a ) is missing"},
    {"(", "a ) is missing"},
    {"a)", "unexpected )"},
    {"nobody:a", "no part has this name"},
    {"a{", "bounds are written"},
    {"a{2", "bounds are written"},
    {"a{2,", "bounds are written"},
    {"a{}", "bounds are written"},
    {"a{,2}", "bounds are written"},
    {"a{-1}", "bounds are written"},
    {"a{ 2}", "bounds are written"},
    {"a{2,3,}", "bounds are written"},
    {"a{17}", "bounds are written {2,5}, {3} or {1,} and go to 16"},
    {"a{1,17}", "bounds are written"},
    {"a{3,2}", "bounds are written"},
    {"a{99999999999999999999}", "bounds are written"},
    {"a{1,99999999999999999999}", "bounds are written"},
    {"((((((((((((((((((((((((((a))))))))))))))))))))))))))", "brackets are nested too deeply"},
    {"((((a{16}){16}){16}){16})", "the rules of this stage are too large"},
};

START_TEST(refuses) {
    const char *said = rule_from(bads[_i].pattern);
    ck_assert_msg(strstr(said, "r.json:1: rule r: ") == said && strstr(said, bads[_i].error), "%s", said);
    ck_assert_ptr_eq(strchr(said, '\n') + 1, said + strlen(said));
}
END_TEST

START_TEST(tells_the_place) {
    ck_assert_str_eq(rule_from("the (summit | <Big>) of"),
                     "r.json:1: rule r: no shape has this name; classes begin with a small letter, "
                     "near \"<Big>) of\"\n");
    rules = (rules_t){0};
    ck_assert_ptr_nonnull(strstr(rule_from("the (summit of"), "a ) is missing, near \"\"\n"));
    rules = (rules_t){0};
    ck_assert_ptr_nonnull(strstr(rule_from("the $gone of"), "no definition has this name, near \" of\"\n"));
}
END_TEST

START_TEST(knows_its_limits) {
    static const char too_many[] = "there are too many classes and words";
    int place;
    while (lexicon.classes.count < CLASS_MAX)
        lexicon_class(&lexicon, arena_printf(arena, "c%d", lexicon.classes.count));
    program_t program = {.lexicon = &lexicon};
    ck_assert_ptr_null(pattern_compile(&program, "<c1000> <state>", 0, lexicon.arena, &place));
    ck_assert_str_eq(pattern_compile(&program, "word", 0, lexicon.arena, &place), too_many);
    ck_assert_str_eq(pattern_compile(&program, "<one_more>", 0, lexicon.arena, &place), too_many);
}
END_TEST

START_TEST(shares_atoms) {
    int place;
    program_t program = {.lexicon = &lexicon};
    ck_assert_ptr_null(pattern_compile(&program, "a <state> A <state> <state|role>", 0, lexicon.arena, &place));
    ck_assert_ptr_null(pattern_compile(&program, "a <state>", 1, lexicon.arena, &place));
    ck_assert_int_eq(program.atoms.count, 4);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("pattern");
    TCase *tests = tcase_create("pattern");
    tcase_add_checked_fixture(tests, rules_set_up, rules_tear_down);
    tcase_add_loop_test(tests, matches, 0, sizeof goods / sizeof *goods);
    tcase_add_loop_test(tests, refuses, 0, sizeof bads / sizeof *bads);
    tcase_add_test(tests, tells_the_place);
    tcase_add_test(tests, knows_its_limits);
    tcase_add_test(tests, shares_atoms);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
