/* The strict reader of data files: what it refuses, and the line that it names. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "config.h"
#include "run_suite.h"

static char *errors;
static size_t size;
static FILE *out;
static int failures;
static config_t config;

static void set_up(void) {
    failures = 0;
    out = open_memstream(&errors, &size);
}

static void tear_down(void) {
    fclose(out);
    free(errors);
}

static const char *said(void) {
    fflush(out);
    return errors;
}

static bool open_text(const char *text) {
    return config_open(&config, "f.json", text, strlen(text), out, &failures);
}

static const struct {
    const char *text, *error;
} unreadable[] = {
    {"", "f.json:1:0: "},
    {"{\n\"a\": 1,\n}", "f.json:3:1: "},
    {"{\"a\": 1, \"a\": 2}", "duplicate object key"},
    {"{\"a\": \"\xC3\"}", "f.json:1:"},
    {"{} {}", "end of file expected"},
    {"[1]", "f.json:1: the file must hold one object\n"},
    {"[[[[[[[[", "f.json:1:"},
};

START_TEST(refuses_what_is_no_object) {
    ck_assert(!open_text(unreadable[_i].text));
    ck_assert_msg(strstr(said(), unreadable[_i].error) != NULL, "%s", errors);
    ck_assert_int_eq(failures, 1);
    ck_assert_ptr_null(config.root);
}
END_TEST

static const struct {
    const char *text, *members, *error; /* error NULL: good */
} members[] = {
    {"{\"a\": \"x\"}", "a:s", NULL},
    {"{}", "a:s?", NULL},
    {"{\"a\": null}", "a:s?", NULL},
    {"{\"a\": [\"x\", \"y\"], \"b\": 3, \"c\": true, \"d\": {\"k\": \"v\"}, \"e\": [1, {}]}",
     "a:l b:i c:b d:m e:a", NULL},
    {"{\"a\": [], \"d\": {}}", "a:l d:m", NULL},
    {"{}", "a:s", "f.json:1: \"a\" is missing\n"},
    {"{\n\n\"a\": \"\"}", "a:s", "f.json:3: \"a\" must be a string that is not empty\n"},
    {"{\n\"a\": null}", "a:s", "f.json:2: \"a\" must be a string that is not empty\n"},
    {"{\"a\": 1.5}", "a:i", "\"a\" must be a whole number\n"},
    {"{\"a\": 1}", "a:b?", "\"a\" must be true or false\n"},
    {"{\"a\": {}}", "a:a", "\"a\" must be a list\n"},
    {"{\"a\": [\"x\", \"\"]}", "a:l", "\"a\" must be a list of strings that are not empty\n"},
    {"{\"a\": {}}", "a:l", "\"a\" must be a list of strings that are not empty\n"},
    {"{\"a\": {\"k\": 1}}", "a:m", "\"a\" must be an object whose values are strings that are not empty\n"},
    {"{\"a\": [\"k\"]}", "a:m", "\"a\" must be an object whose values are strings that are not empty\n"},
    {"{\n\"a\": \"x\",\n\"b\": 1}", "a:s ab:s? ba:i?", "f.json:3: unknown key \"b\" (known: a:s ab:s? ba:i?)\n"},
};

START_TEST(checks_members) {
    ck_assert(open_text(members[_i].text));
    bool good = config_check(&config, config.root, members[_i].members, NULL);
    ck_assert_int_eq(good, members[_i].error == NULL);
    ck_assert_int_eq(failures, members[_i].error != NULL);
    ck_assert_msg(strstr(said(), members[_i].error ? members[_i].error : "") != NULL, "%s", errors);
    config_close(&config);
}
END_TEST

START_TEST(tells_all_errors) {
    ck_assert(open_text("{\"a\": 1,\n\"b\": 2,\n\"c\": 3}"));
    ck_assert(!config_check(&config, config.root, "a:s c:i d:l", NULL));
    ck_assert_int_eq(failures, 3);
    ck_assert_str_eq(said(), "f.json:1: \"a\" must be a string that is not empty\n"
                             "f.json:2: unknown key \"b\" (known: a:s c:i d:l)\n"
                             "f.json:1: \"d\" is missing\n");
    ck_assert(!config_check(&config, json_object_get(config.root, "a"), "a:s", "c"));
    ck_assert_ptr_nonnull(strstr(said(), "f.json:3: an object is expected here\n"));
    config_close(&config);
}
END_TEST

/* The line is that of the first string in full. */
START_TEST(names_the_line) {
    ck_assert(open_text("{\"a\": \"Astana City\",\n\"b\": \"Astana\",\n\"c\": \"Astana\"}"));
    config_error(&config, "Astana", "wrong %d", 7);
    config_error(&config, "Oslo", "not there");
    config_error(&config, NULL, "nowhere");
    ck_assert_str_eq(said(), "f.json:2: wrong 7\nf.json:1: not there\nf.json:1: nowhere\n");
    ck_assert_str_eq(config_string(config.root, "b"), "Astana");
    ck_assert_ptr_null(config_string(config.root, "d"));
    config_close(&config);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("config");
    TCase *tests = tcase_create("config");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, refuses_what_is_no_object, 0, sizeof unreadable / sizeof *unreadable);
    tcase_add_loop_test(tests, checks_members, 0, sizeof members / sizeof *members);
    tcase_add_test(tests, tells_all_errors);
    tcase_add_test(tests, names_the_line);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
