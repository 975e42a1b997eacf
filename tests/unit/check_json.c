/* json_read against Jansson itself: records of strings are read another way, which must make no difference. */
#include <check.h>
#include <string.h>

#include "json.h"

static const char *const LINES[] = {
    "{\"id\": \"a\", \"text\": \"One.\"}",
    " {\"id\":\"a\" ,\t\"text\" : \"x\"} \r",
    "{}",
    "{\"a\": \"\"}",
    "{\"a\": \"\\\"\\\\\\/\\b\\f\\n\\r\\t\"}",
    "{\"a\": \"T\\u00fcrkiye \\u2019 \\u0041 \\u007f \\u07ff \\u0800 \\uFFFD\"}",
    "{\"a\": \"\\ud83d\\ude00 and more\"}", /* two halves of one character */
    "{\"a\": \"\\ud83d\"}",
    "{\"a\": \"\\u0000\"}",
    "{\"a\": \"\\u00g0\"}",
    "{\"a\": \"\\u00",
    "{\"a\": \"\\x\"}",
    "{\"a\": \"\\\n\"}",
    "{\"a\": \"line\nend\"}",
    "{\"a\": \"eight characters and\ta tab\"}",
    "{\"a\": \"never closed",
    "{\"a\": \"x\\",
    "{\"a\": \"Japarov\xe2\x80\x99s e\xcc\x81lite \xf0\x9f\x8c\x8d\"}",
    "{\"a\": \"not UTF-8 \xc3(\"}",
    "{\"a\": \"cut off \xc3\"}",
    "{\"a\xff\": \"x\"}",
    "{\"a\": \"x\", \"a\": \"y\"}",
    "{\"a\": \"x\", \"\\u0061\": \"y\"}",
    "{\"a\": \"x\",}",
    "{\"a\": \"x\"} more",
    "{\"a\" \"x\"}",
    "{\"a\": \"x\" \"b\": \"y\"}",
    "{a: \"x\"}",
    "{\"a\": \"x\"",
    "{\"a\":",
    "{\"a\"",
    "{\"",
    "{",
    "",
    "{\"a\": 1, \"b\": [\"x\", {\"c\": null}], \"d\": true}",
    "[\"a\", \"b\"]",
    "{\"a, b\": \"x\", \"c: d\": \"y\"}",
    "{\"a key that is longer than the sixty-four bytes that a key of a record may have in any case\": \"x\"}",
    ("{\"0\":\"\",\"1\":\"\",\"2\":\"\",\"3\":\"\",\"4\":\"\",\"5\":\"\",\"6\":\"\",\"7\":\"\",\"8\":\"\",\"9\":\"\","
     "\"10\":\"\",\"11\":\"\",\"12\":\"\",\"13\":\"\",\"14\":\"\",\"15\":\"\",\"16\":\"\",\"17\":\"\",\"18\":\"\"}"),
};
enum { LINE_COUNT = sizeof LINES / sizeof *LINES };

START_TEST(reads_as_jansson_does) {
    const char *line = LINES[_i];
    json_error_t error;
    fault_t fault = {0};
    json_t *wanted = json_loadb(line, strlen(line), JSON_REJECT_DUPLICATES, &error);
    json_t *read = json_read(line, strlen(line), 100, &fault);
    ck_assert_msg(!wanted == !read && (!wanted || json_equal(wanted, read)), "%s", line);
    if (!wanted) {
        ck_assert_str_eq(fault.what, error.text);
        ck_assert_int_eq(fault.column, error.column < 1 ? 1 : error.column);
    }
    json_decref(wanted);
    json_decref(read);
}
END_TEST

START_TEST(counts_values) {
    static const char many[] =
        "{\"0\":\"\",\"1\":\"\",\"2\":\"\",\"3\":\"\",\"4\":\"\",\"5\":\"\",\"6\":\"\",\"7\":\"\","
        "\"8\":\"\",\"9\":\"\",\"10\":\"\",\"11\":\"\",\"12\":\"\",\"13\":\"\",\"14\":\"\","
        "\"15\":\"\",\"16\":\"\",\"17\":\"\",\"18\":\"\",\"19\":\"\"}";
    fault_t fault = {0};
    ck_assert_ptr_null(json_read(many, strlen(many), 19, &fault));
    ck_assert_str_eq(fault.what, "more than 19 values");
}
END_TEST

int main(void) {
    Suite *suite = suite_create("json");
    TCase *all = tcase_create("all");
    json_setup();
    tcase_add_loop_test(all, reads_as_jansson_does, 0, LINE_COUNT);
    tcase_add_test(all, counts_values);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner) || srunner_ntests_run(runner) != LINE_COUNT + 1;
    srunner_free(runner);
    return failed;
}
