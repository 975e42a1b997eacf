/* Words and their numbers. */
#include <check.h>
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "vocab.h"
#include "run_suite.h"

enum { MANY = 50000 };

static vocab_t *vocab;

static void set_up(void) {
    vocab = vocab_new();
}

static void tear_down(void) {
    vocab_free(vocab);
    vocab_free(NULL);
}

static uint32_t find(const char *word) {
    return vocab_find(vocab, word, strlen(word), strlen(word));
}

START_TEST(counts_from_one) {
    ck_assert_uint_eq(vocab_count(vocab), 0);
    ck_assert_uint_eq(find("peace"), 0);
    ck_assert_uint_eq(vocab_add(vocab, "peace", 5), 1);
    ck_assert_uint_eq(vocab_add(vocab, "trade", 5), 2);
    ck_assert_uint_eq(vocab_add(vocab, "peace", 5), 1);
    ck_assert_uint_eq(vocab_count(vocab), 2);
    ck_assert_uint_eq(find("trade"), 2);
    ck_assert_str_eq(vocab_word(vocab, 2), "trade");
}
END_TEST

START_TEST(small_and_capital_are_one) {
    ck_assert_uint_eq(vocab_add(vocab, "Astana", 6), 1);
    ck_assert_str_eq(vocab_word(vocab, 1), "astana");
    ck_assert_uint_eq(find("ASTANA"), 1);
    ck_assert_uint_eq(find("astana"), 1);
    ck_assert_uint_eq(vocab_add(vocab, "aStAnA", 6), 1);
    ck_assert_uint_eq(vocab_add(vocab, "\xC3\x89tat", 5), 2); /* accents stay as they are written */
    ck_assert_uint_eq(find("\xC3\xA9tat"), 0);
    ck_assert_uint_eq(find("\xC3\x89TAT"), 2);
}
END_TEST

START_TEST(words_are_bytes) {
    ck_assert_uint_eq(vocab_add(vocab, "a\0b", 3), 1);
    ck_assert_uint_eq(vocab_add(vocab, "a\0c", 3), 2);
    ck_assert_uint_eq(vocab_add(vocab, "a", 1), 3);
    ck_assert_uint_eq(vocab_add(vocab, "", 0), 4);
    ck_assert_uint_eq(find("a"), 3);
    ck_assert_uint_eq(find(""), 4);
    ck_assert_uint_eq(vocab_add(vocab, "[", 1), 5); /* 32 below { as a letter would be */
    ck_assert_uint_eq(find("{"), 0);
}
END_TEST

START_TEST(keeps_every_number) {
    char word[16];
    for (uint32_t i = 1; i <= MANY; i++)
        ck_assert_uint_eq(vocab_add(vocab, word, (size_t)snprintf(word, sizeof word, "word%u", i)), i);
    ck_assert_uint_eq(vocab_count(vocab), MANY);
    for (uint32_t i = 1; i <= MANY; i++) {
        snprintf(word, sizeof word, "WORD%u", i);
        ck_assert_uint_eq(find(word), i);
    }
    ck_assert_uint_eq(find("word0"), 0);
}
END_TEST

/* Words of all lengths, each known among all others, and found in a text that goes on or ends behind it. */
START_TEST(finds_words_of_any_length) {
    static const char text[] = "SamarkandBukharaKhivaTashkent";
    enum { LENGTHS = sizeof text - 1 };
    for (uint32_t size = 1; size <= LENGTHS; size++)
        ck_assert_uint_eq(vocab_add(vocab, text, size), size);
    char capitals[LENGTHS];
    for (size_t i = 0; i < LENGTHS; i++)
        capitals[i] = (char)toupper((unsigned char)text[i]);
    for (size_t size = 1; size <= LENGTHS; size++)
        for (size_t room = size; room <= LENGTHS; room++)
            ck_assert_uint_eq(vocab_find(vocab, capitals, size, room), size);
    capitals[LENGTHS - 1] = 's';
    ck_assert_uint_eq(vocab_find(vocab, capitals, LENGTHS, LENGTHS), 0);
}
END_TEST

/* Bytes that differ from others in the bit in which capitals differ from small letters. */
START_TEST(folds_only_letters) {
    static const char *const pairs[] = {"@`", "[{", "^~", "\\|", "]}"};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        uint32_t number = vocab_add(vocab, pairs[i], 1);
        ck_assert_uint_eq(vocab_find(vocab, pairs[i] + 1, 1, 1), 0);
        ck_assert_uint_eq(vocab_find(vocab, pairs[i], 1, 2), number);
    }
    vocab_add(vocab, "\xC3\x89", 2);
    ck_assert_uint_eq(vocab_find(vocab, "\xC3\xA9", 2, 2), 0);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("vocab");
    TCase *tests = tcase_create("vocab");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, counts_from_one);
    tcase_add_test(tests, small_and_capital_are_one);
    tcase_add_test(tests, words_are_bytes);
    tcase_add_test(tests, keeps_every_number);
    tcase_add_test(tests, finds_words_of_any_length);
    tcase_add_test(tests, folds_only_letters);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
