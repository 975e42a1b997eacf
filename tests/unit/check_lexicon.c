/* Terms of the lexicon over tokens: longest match, capitals, senses; names folded. */
#include <check.h>
#include <string.h>

#include "lexicon.h"
#include "run_suite.h"

static lexicon_t lexicon;
static arena_t *arena;

static void set_up(void) {
    arena = arena_new();
    lexicon_init(&lexicon);
}

static void tear_down(void) {
    lexicon_free(&lexicon);
    arena_free(arena);
}

static item_t items[256];

static int read_items(const char *text) {
    tokens_t tokens;
    tokenize(lexicon.vocab, &lexicon.cutting, text, strlen(text), arena, &tokens);
    ck_assert_int_eq(tokens.sentences.count, 1);
    return lexicon_items(&lexicon, &tokens, &tokens.sentences.at[0], items);
}

/* The items but Begin and End, by how many tokens they have and their first class: "1 2:state 1". */
static const char *taken(const char *text) {
    const char *out = "";
    int count = read_items(text);
    for (int i = 1; i + 1 < count; i++) {
        out = arena_printf(arena, "%s%s%d", out, i > 1 ? " " : "", items[i].last - items[i].first);
        for (unsigned class = 1; class < (unsigned)lexicon.classes.count; class ++)
            if (class_set_has(&lexicon.kinds.at[items[i].kind], class))
                out = arena_printf(arena, "%s:%s", out, lexicon.classes.at[class]);
    }
    return out;
}

static const struct {
    const char *text, *items;
} longest[] = {
    {"in South Korea now", "1 2:state 1"},
    {"in South Korea Republic", "1 2:state 1"},
    {"in South Korean Republic", "1 1:place 1 1"}, /* the longer term does not come to its end */
    {"in South", "1 1:place"},
    {"in south korea", "1 1 1"}, /* a name has its capitals */
    {"in SOUTH KOREA", "1 2:state"},
    {"the US and us", "1 1:org 1 1"}, /* capitals only */
    {"the Us", "1 1"},
    {"The Prime Minister and prime minister", "1 2:role 1 2:role"},
    {"the prime vice-minister", "1 1 1:role"},
    {"the Vice-Minister", "1 3:role"},
    {"May and may", "1:month:modal 1 1:modal"},
    {"in T\u00FCrkiye, Tu\u0308rkiye or Turkiye", "1 1:state 1 1 1 1:state"},
    {"the people's council", "1 3:organ"},
    {"the people\u2019s council", "1 3:organ"}, /* whichever apostrophe */
    {"by A. P. J. Karim", "1 4:person"},
    {"of \u20AC 5", "1 1:currency 1"},
    {"a \u2018State Great Hural\u2019", "1 1 3:organ 1"},
};

START_TEST(takes_the_longest) {
    lexicon_add(&lexicon, "South", CLASS_place, 0, true);
    lexicon_add(&lexicon, "South Korea", CLASS_state, 1, true);
    lexicon_add(&lexicon, "South Korean Republic of All", CLASS_state, 2, true);
    lexicon_add(&lexicon, "US", CLASS_org, 3, true);
    lexicon_add(&lexicon, "Prime Minister", CLASS_role, 4, false);
    lexicon_add(&lexicon, "Vice-Minister", CLASS_role, 5, false);
    lexicon_add(&lexicon, "May", CLASS_month, 5, true);
    lexicon_add(&lexicon, "may", CLASS_modal, 0, false);
    lexicon_add(&lexicon, "T\u00FCrkiye", CLASS_state, 6, true);
    lexicon_add(&lexicon, "People's Council", CLASS_organ, 0, false);
    lexicon_add(&lexicon, "A. P. J. Karim", CLASS_person, 0, true);
    lexicon_add(&lexicon, "\u20AC", CLASS_currency, 0, false);
    lexicon_add(&lexicon, "State Great Hural", CLASS_organ, 1, true);
    lexicon_freeze(&lexicon);
    ck_assert_str_eq(taken(longest[_i].text), longest[_i].items);
}
END_TEST

START_TEST(ends_with_the_paragraph) {
    tokens_t tokens;
    lexicon_add(&lexicon, "South Korea", CLASS_state, 1, true);
    lexicon_freeze(&lexicon);
    tokenize(lexicon.vocab, NULL, "South\n\nKorea", 12, arena, &tokens);
    sentence_span_t all = {0, tokens.list.count, 1};
    ck_assert_int_eq(lexicon_items(&lexicon, &tokens, &all, items), 4);
}
END_TEST

START_TEST(has_begin_and_end) {
    lexicon_freeze(&lexicon);
    ck_assert_int_eq(read_items("x"), 3);
    ck_assert_int_eq(items[0].shape, SHAPE_Begin);
    ck_assert_int_eq(items[1].shape, SHAPE_Lower);
    ck_assert_int_eq(items[2].shape, SHAPE_End);
    ck_assert_int_eq(items[0].first, 0);
    ck_assert_int_eq(items[0].last, 0);
    ck_assert_int_eq(items[2].first, 1);
}
END_TEST

START_TEST(keeps_senses_apart) {
    lexicon_add(&lexicon, "Georgia", CLASS_state, 7, true);
    lexicon_add(&lexicon, "Georgia", CLASS_place, 8, true);
    lexicon_add(&lexicon, "Georgia", CLASS_place, 9, true);
    lexicon_add(&lexicon, "Georgia", CLASS_place, 9, true); /* the same once more */
    lexicon_add(&lexicon, "georgia", CLASS_undertaking, 1, false);
    lexicon_freeze(&lexicon);
    read_items("in Georgia");
    const sense_t *sense = lexicon_sense(&lexicon, &items[2], CLASS_state, NULL);
    ck_assert_int_eq(sense->entity, 7);
    ck_assert_ptr_null(lexicon_sense(&lexicon, &items[2], CLASS_state, sense));
    sense = lexicon_sense(&lexicon, &items[2], CLASS_place, NULL);
    ck_assert_int_eq(sense->entity, 8);
    sense = lexicon_sense(&lexicon, &items[2], CLASS_place, sense);
    ck_assert_int_eq(sense->entity, 9);
    ck_assert_ptr_null(lexicon_sense(&lexicon, &items[2], CLASS_place, sense));
    ck_assert_ptr_null(lexicon_sense(&lexicon, &items[2], CLASS_month, NULL));
    ck_assert_ptr_null(lexicon_sense(&lexicon, &items[1], CLASS_state, NULL)); /* no term at all */
    read_items("in georgia");                                                  /* without its capital it is no name */
    ck_assert_ptr_null(lexicon_sense(&lexicon, &items[2], CLASS_state, NULL));
    ck_assert_ptr_nonnull(lexicon_sense(&lexicon, &items[2], CLASS_undertaking, NULL));
}
END_TEST

START_TEST(makes_classes_and_kinds) {
    class_set_t set = {{0}};
    ck_assert_uint_eq(lexicon_class(&lexicon, "state"), CLASS_state);
    ck_assert_uint_eq(lexicon_known_class(&lexicon, "rivers"), 0);
    unsigned rivers = lexicon_class(&lexicon, "rivers");
    ck_assert_uint_ge(rivers, CLASS_KNOWN);
    ck_assert_uint_eq(lexicon_class(&lexicon, "rivers"), rivers);
    ck_assert_uint_eq(lexicon_known_class(&lexicon, "rivers"), rivers);
    ck_assert_uint_eq(lexicon_kind(&lexicon, &set), 0);
    set.bits[rivers / 64] |= 1ull << (rivers % 64);
    ck_assert_uint_eq(lexicon_kind(&lexicon, &set), 1);
    ck_assert_uint_eq(lexicon_kind(&lexicon, &set), 1);
    while (lexicon.classes.count < CLASS_MAX)
        ck_assert_uint_gt(lexicon_class(&lexicon, arena_printf(arena, "c%d", lexicon.classes.count)), 0);
    ck_assert_uint_eq(lexicon_class(&lexicon, "one_more"), 0);
}
END_TEST

/* A number as a word: digits would be tokens of their own. */
static const char *letters(int number) {
    char *word = arena_printf(arena, "w%d", number);
    for (char *c = word + 1; *c; c++)
        *c = (char)(*c - '0' + 'a');
    return word;
}

START_TEST(holds_many_terms) {
    enum { MANY = 40000 }; /* the trie grows */
    for (int i = 0; i < MANY; i++)
        lexicon_add(&lexicon, arena_printf(arena, "%s %s", letters(i % 200), letters(i / 200)), CLASS_place, i, false);
    lexicon_freeze(&lexicon);
    for (int i = 0; i < MANY; i += 7) {
        read_items(arena_printf(arena, "%s %s", letters(i % 200), letters(i / 200)));
        const sense_t *sense = lexicon_sense(&lexicon, &items[1], CLASS_place, NULL);
        if (!sense || sense->entity != i)
            ck_abort_msg("term %d", i);
    }
    ck_assert_str_eq(taken("wh x"), "1 1");
}
END_TEST

START_TEST(takes_long_forms) {
    const char *form = "w";
    for (int i = 1; i < 32; i++)
        form = arena_printf(arena, "%s W", form);
    lexicon_add(&lexicon, form, CLASS_org, 0, true);
    lexicon_freeze(&lexicon);
    ck_assert_str_eq(taken(form), "32:org");
    ck_assert_str_eq(taken(arena_printf(arena, "w %s", form + 2)), "32:org");
    ck_assert_str_eq(taken("w w W"), "1 1 1");
}
END_TEST

static const struct {
    const char *text, *folded;
    bool transliterate;
} folds[] = {
    {"Askar  ZHUMIN", "askar zhumin", false},
    {"T\u00FCrkiye", "turkiye", false},
    {"Tu\u0308rkiye", "turkiye", false},
    {"Oyun-Erdene", "oyun erdene", false},
    {"Sha'ban \u2018Ali\u2019", "shaban ali", false},
    {"(The) SCO.", "the sco", false},
    {"...", "", false},
    {"", "", false},
    {"Stra\u00DFe", "strasse", false},
    {"\uFB01ne", "fine", false}, /* a ligature */
    {"Yuriy", "yuriy", false},
    {"Yuriy", "yuri", true},
    {"iyiyiy", "iii", true},
    {"5 \u00BD \u2026 \u00C9tat", "5 1\u20442 etat", false},
    {"\uFDFA\uFDFA", /* one character that becomes eighteen */
     "\u0635\u0644\u0649 \u0627\u0644\u0644\u0647 \u0639\u0644\u064A\u0647 \u0648\u0633\u0644\u0645"
     "\u0635\u0644\u0649 \u0627\u0644\u0644\u0647 \u0639\u0644\u064A\u0647 \u0648\u0633\u0644\u0645",
     false},
    {"\u0416\u0430\u043D\u0430", "\u0436\u0430\u043D\u0430", false},
};

START_TEST(folds_names) {
    *list_add(lexicon.arena, &lexicon.foldings) = (folding_t){.from = "iy", .to = "i"};
    ck_assert_str_eq(lexicon_fold(&lexicon, folds[_i].text, folds[_i].transliterate, arena), folds[_i].folded);
}
END_TEST

START_TEST(folds_in_order) {
    *list_add(lexicon.arena, &lexicon.foldings) = (folding_t){.from = "a", .to = "bbb"};
    *list_add(lexicon.arena, &lexicon.foldings) = (folding_t){.from = "bb", .to = ""};
    ck_assert_str_eq(lexicon_fold(&lexicon, "aab", true, arena), "b");
}
END_TEST

int main(void) {
    Suite *suite = suite_create("lexicon");
    TCase *tests = tcase_create("lexicon");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, takes_the_longest, 0, sizeof longest / sizeof *longest);
    tcase_add_test(tests, ends_with_the_paragraph);
    tcase_add_test(tests, has_begin_and_end);
    tcase_add_test(tests, keeps_senses_apart);
    tcase_add_test(tests, makes_classes_and_kinds);
    tcase_add_test(tests, holds_many_terms);
    tcase_add_test(tests, takes_long_forms);
    tcase_add_loop_test(tests, folds_names, 0, sizeof folds / sizeof *folds);
    tcase_add_test(tests, folds_in_order);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
