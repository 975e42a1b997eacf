/* Which match is taken, what is made of it, and that no text makes the automaton too large. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "rule_fixture.h"
#include "run_suite.h"

#define MAKES(name, class, more) "{'name': '" name "', 'makes': '" class "', 'note': 'n', 'yes': ['a', 'b'], " more "}"
#define RULE(name, more) MAKES(name, name, more)
#define STAGE(name, rules) "{'stage': '" name "', 'note': 'n', 'rules': [" rules "]}"

/* The rules of one stage, a sentence, and what becomes of it. */
static const struct {
    const char *rules, *sentence, *wanted;
} choices[] = {
    /* the match that begins first, then the longest, then the rule that stands first */
    {RULE("one", "'pattern': 'b c'") "," RULE("two", "'pattern': 'a b'"), "a b c", "[two: a b] c"},
    {RULE("one", "'pattern': 'a'") "," RULE("two", "'pattern': 'a b'"), "a b a", "[two: a b] [one: a]"},
    {RULE("one", "'pattern': 'a <_>'") "," RULE("two", "'pattern': 'a b'"), "a b", "[one: a b]"},
    {RULE("two", "'pattern': 'a b'") "," RULE("one", "'pattern': 'a <_>'"), "a b", "[two: a b]"},
    /* priority goes before length */
    {RULE("one", "'pattern': 'a', 'priority': 1") "," RULE("two", "'pattern': 'a b c'"), "a b c", "[one: a] b c"},
    {RULE("one", "'pattern': 'a', 'priority': -1") "," RULE("two", "'pattern': 'a b c'"), "a b c", "[two: a b c]"},
    {RULE("one", "'pattern': 'a <_>'") "," RULE("two", "'pattern': 'a b', 'priority': 1"), "a b", "[two: a b]"},
    {RULE("one", "'pattern': 'a+', 'priority': 1") "," RULE("two", "'pattern': 'a a b'"), "a a b", "[one: a a] b"},
    /* but not before the beginning */
    {RULE("one", "'pattern': 'a b'") "," RULE("two", "'pattern': 'b', 'priority': 9"), "a b b", "[one: a b] [two: b]"},
    /* what stands beside */
    {RULE("one", "'pattern': 'a', 'left': '=x'"), "a", NULL},
    {RULE("one", "'pattern': 'a', 'left': 'state'"), "a China a", "a China [one: a]"},
    {RULE("one", "'pattern': 'a', 'right': 'state'"), "a a China", "a [one: a] China"},
    {RULE("one", "'pattern': 'a', 'left': 'Begin'"), "a a", "[one: a] a"},
    {RULE("one", "'pattern': 'a', 'right': 'End'"), "a a", "a [one: a]"},
    {RULE("one", "'pattern': 'a', 'left': '!state', 'right': 'state|End'"), "China a a b a", "China a a b [one: a]"},
    {RULE("one", "'pattern': 'a+', 'right': 'Number'"), "a a a 5 a a b", "[one: a a a] 5 a a b"},
    {RULE("one", "'pattern': 'a b*', 'right': 'End'"), "a b a b b", "a b [one: a b b]"},
    {RULE("one", "'pattern': 'a b? c?', 'right': 'state|unknown&Cap'"), "a b c. a b Ivo. a China",
     "a b c . [one: a b] Ivo . [one: a] China"},
    {RULE("one", "'pattern': 'a b', 'right': 'state'") "," RULE("two", "'pattern': 'a'"), "a b c a b China",
     "[two: a] b c [one: a b] China"},
    {RULE("one", "'pattern': '<Begin>', 'left': '_'"), "a", "a"}, /* before Begin there is nothing */
    {RULE("one", "'pattern': '<End>', 'right': '!state'"), "a", "a"},
    /* what @ leaves out is read again behind it, but not before it */
    {RULE("one", "'pattern': 'a @:b c'") "," RULE("two", "'pattern': 'c'"), "a b c", "a [one: b] [two: c]"},
    {RULE("one", "'pattern': 'a @:b c'") "," RULE("two", "'pattern': 'a', 'priority': -1"), "a b c a",
     "a [one: b] c [two: a]"},
    {RULE("one", "'pattern': 'a (@:b)? c'"), "a c a b c", "[one: a c] a [one: b] c"},
    /* nothing is no match; one item is a sentence */
    {RULE("one", "'pattern': 'a?'"), "b a", "b [one: a]"},
    {RULE("one", "'pattern': 'a*'"), "b", "b"},
    {RULE("one", "'pattern': 'a'"), "a", "[one: a]"},
    {RULE("one", "'pattern': '<_>'"), "", ""},
    {RULE("one", "'pattern': '<Begin> <End>'"), "", "[one: ]"},
    {RULE("one", "'pattern': '<_>+'"), "a (b) China, \u201Cc\u201D 5", "[one: a (b) China, \u201Cc\u201D 5]"},
};

START_TEST(takes_the_best) {
    const char *said = rules_from(arena_printf(arena, STAGE("s", "%s"), choices[_i].rules));
    if (!choices[_i].wanted) {
        ck_assert_str_ne(said, "");
        return;
    }
    ck_assert_str_eq(said, "");
    ck_assert_str_eq(matched(choices[_i].sentence), choices[_i].wanted);
}
END_TEST

START_TEST(builds_on_earlier_stages) {
    ck_assert_str_eq(rules_from(STAGE("first", RULE("person", "'pattern': 'office:<role>? name:<Cap&unknown>'"))), "");
    ck_assert_str_eq(rules_from(STAGE("second", RULE("pair", "'pattern': 'who:<person> and with:<person>'"))), "");
    /* to the stage that is there */
    ck_assert_str_eq(rules_from(STAGE("first", RULE("month", "'pattern': '<month>'"))), "");
    ck_assert_str_eq(frozen(), "");
    ck_assert_int_eq(rules.stages.count, 2);
    ck_assert_str_eq(matched("in May Prime Minister Ivo and Ana met"),
                     "in [month: May] [pair who=Prime Minister Ivo with=Ana: Prime Minister Ivo and Ana] met");
}
END_TEST

/* What an item begins in a stage may hang on what an earlier one made of those behind it. */
START_TEST(begins_before_what_was_made) {
    ck_assert_str_eq(rules_from(STAGE("a", RULE("x", "'pattern': 'b c'") "," RULE("y", "'pattern': 'd'"))), "");
    ck_assert_str_eq(rules_from(STAGE("b", RULE("z", "'pattern': 'a <x> <y>?'"))), "");
    ck_assert_str_eq(rules_from(STAGE("c", RULE("end", "'pattern': '<z> f'"))), "");
    ck_assert_str_eq(matched("a b a b c a b c d f"), "a b [z: a b c] [end: a b c d f]");
}
END_TEST

/* Parts of a match are those of the last one over the same letters, and of no other. */
START_TEST(finds_parts_again) {
    ck_assert_str_eq(
        rules_from(STAGE("s", RULE("r", "'pattern': 'who:<state> (and with:<state>)? | what:<Number> @:x'"))), "");
    ck_assert_str_eq(
        matched("China and Kazakhstan. Kazakhstan and China, China. 5 x 6 x China"),
        "[r who=China with=Kazakhstan: China and Kazakhstan] . [r who=Kazakhstan with=China: Kazakhstan and "
        "China] , [r who=China: China] . 5 [r what=5: x] 6 [r what=6: x] [r who=China: China]");
}
END_TEST

START_TEST(makes_several_classes) {
    ck_assert_str_eq(rules_from(STAGE("a", MAKES("x", "good small", "'pattern': 'a'"))), "");
    ck_assert_str_eq(rules_from(STAGE("b", RULE("y", "'pattern': '<good&small&Mention>'"))), "");
    ck_assert_str_eq(matched("a b"), "[y: a] b");
}
END_TEST

/* Words with blanks between them, count times. */
static char *repeated(const char *word, int count) {
    size_t size = strlen(word);
    char *text = arena_zalloc(arena, size * (size_t)count + 1);
    for (int i = 0; i < count; i++)
        memcpy(text + size * (size_t)i, word, size);
    return text;
}

START_TEST(ends_at_its_limit) {
    ck_assert_str_eq(rule_from("a+"), "");
    const char *full = arena_printf(arena, "[r: %sa]", repeated("a ", MATCH_MAX - 1));
    ck_assert_str_eq(matched(repeated("a ", 2 * MATCH_MAX + 1)), arena_printf(arena, "%s %s [r: a]", full, full));
}
END_TEST

START_TEST(finds_parts_at_its_limit) {
    ck_assert_str_eq(rule_from("(name:a | name:a who:(<_>))*"), "");
    const char *out = matched(repeated("a ", MATCH_MAX)) + strlen("[r");
    for (int i = 0; i < MATCH_MAX; i++, out += strlen(" name=a"))
        ck_assert(!strncmp(out, " name=a", 7));
    ck_assert_int_eq(*out, ':');
}
END_TEST

/* A pattern that stands for 2^14 states and more: they are forgotten in time, and nothing is missed. */
START_TEST(forgets_states) {
    enum { WORDS = 200000, TAIL = 13 };
    ck_assert_str_eq(rule_from("(a | b)* a (a | b){13} c"), "");
    char *text = arena_zalloc(arena, 2 * (WORDS + 2));
    uint32_t random = 7;
    for (int i = 0; i < WORDS; i++) {
        random = random * 1664525 + 1013904223;
        memcpy(text + 2 * i, random >> 24 & 1 ? "a " : "b ", 2);
    }
    text[2 * (WORDS - TAIL - 1)] = 'a';
    text[2 * WORDS] = 'c';
    for (int round = 0; round < 2; round++) {
        const int counted = WORDS + 1 + 2;
        item_t *items = arena_alloc(arena, sizeof *items * (size_t)counted);
        tokens_t tokens;
        if (!round)
            frozen();
        tokenize(lexicon.vocab, NULL, text, strlen(text), arena, &tokens);
        int count = lexicon_items(&lexicon, &tokens, &(sentence_span_t){0, tokens.list.count, 1}, items);
        ck_assert_int_eq(count, counted);
        matcher_t *matcher = matcher_new(&lexicon, &rules);
        item_t *out = matcher_run(matcher, 1, items, &count, arena);
        ck_assert_ptr_nonnull(out[count - 2].mention); /* the last match ends in c */
        ck_assert_int_eq(out[count - 2].last, WORDS + 1);
        ck_assert_int_eq(count, counted - (out[count - 2].last - out[count - 2].first) + 1);
        matcher_free(matcher);
    }
}
END_TEST

START_TEST(leaves_what_nothing_matches) {
    ck_assert_str_eq(rule_from("a b"), "");
    frozen();
    item_t items[] = {{.shape = SHAPE_Begin}, {.shape = SHAPE_Lower, .last = 1}, {.shape = SHAPE_End}};
    matcher_t *matcher = matcher_new(&lexicon, &rules);
    int count = 3;
    ck_assert_ptr_eq(matcher_run(matcher, 1, items, &count, arena), items);
    ck_assert_int_eq(count, 3);
    count = 0;
    ck_assert_ptr_eq(matcher_run(matcher, 1, items, &count, arena), items);
    matcher_free(matcher);
    matcher_free(NULL);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("match");
    TCase *tests = tcase_create("match");
    tcase_add_checked_fixture(tests, rules_set_up, rules_tear_down);
    tcase_set_timeout(tests, 60);
    tcase_add_loop_test(tests, takes_the_best, 0, sizeof choices / sizeof *choices);
    tcase_add_test(tests, builds_on_earlier_stages);
    tcase_add_test(tests, begins_before_what_was_made);
    tcase_add_test(tests, finds_parts_again);
    tcase_add_test(tests, makes_several_classes);
    tcase_add_test(tests, ends_at_its_limit);
    tcase_add_test(tests, finds_parts_at_its_limit);
    tcase_add_test(tests, forgets_states);
    tcase_add_test(tests, leaves_what_nothing_matches);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
