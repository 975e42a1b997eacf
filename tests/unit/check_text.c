/* Bytes to text: what is taken, what is refused and why. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"
#include "run_suite.h"

static arena_t *arena;
static char why[LIMIT_WHY];
static text_t text;

static void set_up(void) {
    arena = arena_new();
}

static void tear_down(void) {
    arena_free(arena);
}

static int decode(const char *bytes, size_t size, const char *encoding) {
    return text_decode(bytes, size, encoding, arena, &text, why);
}

/* Bytes, the encoding or NULL, and the text that comes of it. */
static const struct good {
    const char *bytes;
    size_t size;
    const char *encoding, *text;
} goods[] = {
#define GOOD(bytes, encoding, text)                                                                                    \
    { bytes, sizeof bytes - 1, encoding, text }
    GOOD("plain", NULL, "plain"),
    GOOD("a\r\nb\rc\r\r\nd\n\r", NULL, "a\nb\nc\n\nd\n\n"),
    GOOD("tab\tand page\f", NULL, "tab\tand page\f"),
    GOOD("\xef\xbb\xbfmarked", NULL, "marked"),
    GOOD("\xef\xbb\xbf\xef\xbb\xbftwice", NULL, "twice"),
    GOOD("in \xef\xbb\xbf the middle", NULL, "in \xef\xbb\xbf the middle"),
    GOOD("\xff\xfeh\0i\0\r\0\n\0", NULL, "hi\n"),
    GOOD("\xfe\xff\0h\0i", NULL, "hi"),
    GOOD("\xff\xfe\x3d\xd8\x00\xde", NULL, "\xf0\x9f\x98\x80"),
    GOOD("\xff\xfe\0\0h\0\0\0", NULL, "h"),
    GOOD("\0\0\xfe\xff\0\0\0h", NULL, "h"),
    GOOD("caf\xe9", "ISO-8859-1", "caf\xc3\xa9"),
    GOOD("\x93quoted\x94", "windows-1252", "\xe2\x80\x9cquoted\xe2\x80\x9d"),
    GOOD("\xef\xbb\xbf\xc3\xa9", "ISO-8859-1", "\xc3\xa9"), /* a mark goes before the name of an encoding */
    GOOD("h\0i\0", "UTF-16LE", "hi"),
    GOOD("\xc2\x80\xdf\xbf\xe0\xa0\x80\xed\x9f\xbf\xef\xbf\xbf\xf0\x90\x80\x80\xf4\x8f\xbf\xbf", NULL,
         "\xc2\x80\xdf\xbf\xe0\xa0\x80\xed\x9f\xbf\xef\xbf\xbf\xf0\x90\x80\x80\xf4\x8f\xbf\xbf"),
};

START_TEST(decodes) {
    const struct good *good = &goods[_i];
    ck_assert_msg(decode(good->bytes, good->size, good->encoding) == 0, "refused: %s", why);
    ck_assert_str_eq(text.bytes, good->text);
    ck_assert_uint_eq(text.size, strlen(good->text));
    ck_assert(text_is_clean(text.bytes, text.size));
}
END_TEST

/* Bytes that are refused, and a part of the reason. */
static const struct bad {
    const char *bytes;
    size_t size;
    const char *encoding, *why;
} bads[] = {
#define BAD(bytes, encoding, why)                                                                                      \
    { bytes, sizeof bytes - 1, encoding, why }
    BAD("", NULL, "empty"),
    BAD("\xef\xbb\xbf", NULL, "white space"),
    BAD(" \n\t\r\n", NULL, "white space"),
    BAD("\xc2\xa0\xe3\x80\x80\xe2\x80\x8b", NULL, "white space"),
    BAD("ab\0c", NULL, "byte 2 is NUL"),
    BAD("ab\x1b[0m", NULL, "byte 2 is the control character 0x1B"),
    BAD("abc\x7f", NULL, "byte 3 is the control character 0x7F"),
    BAD("caf\xe9 au lait", NULL, "byte 3 (0xE9) is not valid UTF-8"),
    BAD("a\x80", NULL, "byte 1 (0x80)"),
    BAD("a\xc3", NULL, "byte 1 (0xC3)"),    /* cut short */
    BAD("\xc0\xaf", NULL, "byte 0 (0xC0)"), /* overlong */
    BAD("\xe0\x80\xaf", NULL, "byte 0 (0xE0)"),
    BAD("\xf0\x80\x80\xaf", NULL, "byte 0 (0xF0)"),
    BAD("\xed\xa0\x80", NULL, "byte 0 (0xED)"),     /* surrogate */
    BAD("\xf4\x90\x80\x80", NULL, "byte 0 (0xF4)"), /* beyond U+10FFFF */
    BAD("\xf8\x88\x80\x80\x80", NULL, "byte 0 (0xF8)"),
    BAD("\xff\xfeh\0\x00\xd8h\0", NULL, "byte 4 (0x00) is not valid UTF-16LE"), /* half a pair */
    BAD("\xff\xfeh\0i", NULL, "not valid UTF-16LE"),
    BAD("\xff\xfeh\0\0\0i\0", NULL, "byte 4 is NUL"),
    BAD("\xe9\0", "ISO-8859-1", "byte 1 is NUL"),
    BAD("\xe9t\xe9\x01", "ISO-8859-1", "byte 3 is the control character 0x01"),
    BAD("a\x81", "windows-1252", "byte 1 (0x81) is not valid windows-1252"),
};

START_TEST(refuses) {
    const struct bad *bad = &bads[_i];
    ck_assert_int_eq(decode(bad->bytes, bad->size, bad->encoding), -1);
    ck_assert_msg(strstr(why, bad->why) != NULL, "\"%s\" is not in \"%s\"", bad->why, why);
    ck_assert_msg(strchr(why, '\n') == NULL && strstr(why, "; ") != NULL, "no line with an advice: %s", why);
}
END_TEST

START_TEST(keeps_its_limit) {
    char *bytes = malloc(LIMIT_DOCUMENT + 1);
    memset(bytes, 'a', LIMIT_DOCUMENT + 1);
    ck_assert_int_eq(decode(bytes, LIMIT_DOCUMENT, NULL), 0);
    ck_assert_uint_eq(text.size, LIMIT_DOCUMENT);
    ck_assert_int_eq(decode(bytes, LIMIT_DOCUMENT + 1, NULL), -1);
    ck_assert_ptr_nonnull(strstr(why, "16 MiB"));
    memset(bytes, 0xe9, LIMIT_DOCUMENT); /* becomes larger when decoded */
    ck_assert_int_eq(decode(bytes, LIMIT_DOCUMENT, "ISO-8859-1"), -1);
    ck_assert_ptr_nonnull(strstr(why, "16 MiB"));
    free(bytes);
}
END_TEST

START_TEST(knows_encodings) {
    ck_assert(text_knows("ISO-8859-1"));
    ck_assert(text_knows("UTF-16"));
    ck_assert(!text_knows("no-such-encoding"));
    ck_assert(!text_knows(""));
    ck_assert(!text_knows("ISO-8859-1//IGNORE"));
}
END_TEST

START_TEST(counts_characters) {
    ck_assert_uint_eq(text_length("a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80", 10), 4);
    ck_assert(!text_is_clean("a\rb", 3));
    ck_assert(!text_is_clean("\xef\xbb\xbf"
                             "a",
                             4));
    ck_assert(!text_is_clean(" ", 1));
    ck_assert(!text_is_clean("\x80", 1));
}
END_TEST

int main(void) {
    Suite *suite = suite_create("text");
    TCase *tests = tcase_create("text");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, decodes, 0, sizeof goods / sizeof *goods);
    tcase_add_loop_test(tests, refuses, 0, sizeof bads / sizeof *bads);
    tcase_add_test(tests, keeps_its_limit);
    tcase_add_test(tests, knows_encodings);
    tcase_add_test(tests, counts_characters);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
