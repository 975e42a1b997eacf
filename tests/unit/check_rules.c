/* Reading rules: every error with its file and line; the examples of all built-in rules. */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "analysis.h"
#include "rule_fixture.h"
#include "run_suite.h"

#define FILE_OF(rule) "{\n'stage': 's',\n'note': 'n',\n'define': {'the': '(the | a)'},\n'rules': [\n" rule "]}"
#define RULE(more) "{'name': 'x', 'makes': 'thing', 'note': 'n',\n" more "}"
#define YES "'yes': ['a', 'b']"

/* A file, and what is wrong with it: lines from the first. */
static const struct {
    const char *file, *error;
} bads[] = {
    {"{'stage': 's', 'note': 'n'}", "r.json:1: 'rules' is missing\n"},
    {"{'note': 'n', 'rules': []}", "r.json:1: 'stage' is missing\n"},
    {"{'stage': 's', 'note': 'n',\n'rules': {}}", "r.json:2: 'rules' must be a list\n"},
    {"{'stage': 's', 'note': 'n', 'rules': [],\n'colour': 1}", "r.json:2: unknown key 'colour' (known: "},
    {"{'stage': 's', 'note': 'n', 'rules': [],\n'define': {'a': 1}}",
     "r.json:2: 'define' must be an object whose values are strings"},
    {FILE_OF("1"), "r.json:1: an object is expected here\n"},
    {FILE_OF("{}"), "r.json:1: 'name' is missing\n"},
    {FILE_OF(RULE("'pattern': 'a'")), "r.json:6: 'yes' is missing\n"},
    {FILE_OF(RULE(YES)), "r.json:6: 'pattern' is missing\n"},
    {FILE_OF(RULE("'pattern': 'a', 'yes': ['a']")), "r.json:6: rule x needs two yes-examples or more\n"},
    {FILE_OF(RULE("'pattern': 'a', 'yes': 'a'")), "r.json:7: 'yes' must be a list of strings that are not empty\n"},
    {FILE_OF(RULE("'pattern': '', " YES)), "r.json:7: 'pattern' must be a string that is not empty\n"},
    {FILE_OF(RULE("'pattern': 'a', 'priority': '1', " YES)), "r.json:7: 'priority' must be a whole number\n"},
    {FILE_OF(RULE("'pattern': 'a', 'colour': 1, " YES)), "r.json:7: unknown key 'colour' (known: "},
    {FILE_OF(RULE("'pattern': 'a', 'set': {'mode': 1}, " YES)),
     "r.json:7: 'set' must be an object whose values are strings"},
    {FILE_OF(RULE("'pattern': 'a', 'left': '<state>', " YES)),
     "r.json:7: rule x: left: a class or a shape is missing between < and >\n"},
    {FILE_OF(RULE("'pattern': 'a', 'right': 'state role', " YES)),
     "r.json:7: rule x: right: only names, |, & and ! may stand between < and >\n"},
    {FILE_OF(RULE("'pattern': 'a', 'right': 'Captial', " YES)), "r.json:7: rule x: right: no shape has this name"},
    {FILE_OF("{'name': 'x', 'makes': 'report', 'note': 'n', 'pattern': 'a', " YES "}"),
     "r.json:6: rule x: what makes <report> needs 'mode' in its 'set'\n"},
    {FILE_OF("{'name': 'x', 'makes': 'report', 'note': 'n', 'set': {'mode': 'nuon'}, 'pattern': 'a', " YES "}"),
     "r.json:6: rule x: 'mode' is clause, infinitive, noun, bare or source, not 'nuon'\n"},
    {FILE_OF("{'name': 'x', 'makes': 'cue', 'note': 'n', 'set': {'does': 'meet'}, 'pattern': 'a', " YES "}"),
     "r.json:6: rule x: what makes <cue> needs 'side' in its 'set'\n"},
    {FILE_OF("{'name': 'x', 'makes': 'a standing', 'note': 'n', 'pattern': 'a', " YES "}"),
     "r.json:6: rule x: what makes <standing> needs 'event' in its 'set'\n"},
    {FILE_OF(RULE("'pattern': 'in (b', " YES)), "r.json:6: rule x: a ) is missing, near \"\"\n"},
    {FILE_OF(RULE("'pattern': 'in $teh b', " YES)), "r.json:6: rule x: no definition has this name, near \" b\"\n"},
    {FILE_OF(RULE("'pattern': 'a', " YES) "," RULE("'pattern': 'b', " YES)), "r.json:6: rule x is there twice\n"},
    {"{'stage': 's', 'note': 'n', 'define': {'a': '$b', 'b': '$a'}, 'rules': [" RULE("'pattern': '$a', " YES) "]}",
     "definitions are nested too deeply"},
    {"{'stage': 's', 'note': 'n', 'define': {'a': '(x'}, 'rules': [" RULE("'pattern': '$a y', " YES) "]}",
     "rule x: in $a: a ) is missing, near \" y\"\n"},
    {"{'stage': 's', 'note': 'n', 'define': {'a': 'x)'}, 'rules': [" RULE("'pattern': '$a y', " YES) "]}",
     "rule x: in $a: unexpected ), near \" y\"\n"},
};

START_TEST(refuses) {
    const char *said = rules_from(bads[_i].file);
    char *wanted = arena_strdup(arena, bads[_i].error);
    for (char *c = wanted; *c; c++)
        *c = *c == '\'' ? '"' : *c;
    ck_assert_msg(strstr(said, wanted) != NULL, "%s", said);
    ck_assert_msg(!strncmp(said, "r.json:", 7), "%s", said);
}
END_TEST

START_TEST(reads_a_rule) {
    static const char file[] = "{'stage': 's', 'note': 'n', 'define': {'the': 'the | a'}, 'rules': ["
                               "{'name': 'x', 'makes': 'thing other', 'note': 'why', 'pattern': '$the b', "
                               "'priority': 3, 'set': {'mode': 'bare'}, 'yes': ['a', 'b'], 'no': ['c']}]}";
    ck_assert_str_eq(rules_from(file), "");
    const rule_t *rule = &rules.stages.at[0].rules.at[0];
    ck_assert_str_eq(rule->name, "x");
    ck_assert_str_eq(rule->note, "why");
    ck_assert_str_eq(rule->file, "r.json");
    ck_assert_int_eq(rule->priority, 3);
    ck_assert_int_eq(rule->left, NONE);
    ck_assert(!rule->parts);
    ck_assert_str_eq(rule_property(rule, "mode"), "bare");
    ck_assert_ptr_null(rule_property(rule, "side"));
    ck_assert_int_eq(rule->yes.count, 2);
    ck_assert_str_eq(rule->no.at[0], "c");
    ck_assert_str_eq(matched("The b, c b"), "[x: The b] , c b"); /* a definition is one piece, as if in ( ) */
}
END_TEST

START_TEST(counts_stages) {
    for (int i = 0; i < STAGES_MAX; i++)
        ck_assert_str_eq(rules_from(arena_printf(arena, "{'stage': 's%d', 'note': 'n', 'rules': []}", i)), "");
    ck_assert_str_eq(rules_from("{'note': 'n', 'rules': [],\n'stage': 'more'}"),
                     "r.json:2: there are 32 stages already; give one of their names\n");
    ck_assert_str_eq(rules_from("{'stage': 's31', 'note': 'n', 'rules': [" RULE("'pattern': 'a', " YES) "]}"), "");
    ck_assert_str_eq(matched("a b"), "[x: a] b");
}
END_TEST

static const struct {
    const char *more, *class;
} unmade[] = {
    {"'pattern': 'a <sttae>', ", "sttae"},
    {"'pattern': 'a <state|!sttae>', ", "sttae"},
    {"'pattern': 'a', 'left': 'sttae', ", "sttae"},
    {"'pattern': 'a', 'right': '!sttae', ", "sttae"},
};

START_TEST(knows_what_classes_there_are) {
    const char *file = arena_printf(arena, FILE_OF(RULE("%s" YES)), unmade[_i].more);
    ck_assert_str_eq(rules_from(file), "");
    const char *wanted = "r.json:6: rule x: no word and no rule makes the class <%s>\n";
    ck_assert_str_eq(frozen(), arena_printf(arena, wanted, unmade[_i].class));
}
END_TEST

static char *errors;
static size_t errors_size;

START_TEST(examples_hold) {
    int run, failed;
    FILE *out = open_memstream(&errors, &errors_size);
    const knowledge_t *knowledge = knowledge_load(NULL, 0, out);
    ck_assert_msg(knowledge != NULL, "%s", (fflush(out), errors));
    failed = check_examples(knowledge, false, out, &run);
    fclose(out);
    ck_assert_msg(failed == 0, "%d of %d examples:\n%s", failed, run, errors);
    ck_assert_int_gt(run, 100);
    knowledge_free(knowledge);
    free(errors);
}
END_TEST

/* A rule of one's own beside the built-in ones: taken if its examples hold, else told. */
static const struct {
    const char *yes, *no, *error;
} own[] = {
    {"we saw [the blue teapot] there", "the red teapot", NULL},
    {"the blue teapot is anywhere", "x", NULL},
    {"we [saw the blue teapot] there", "x",
     "rule blue: the yes-example is not found: we [saw the blue teapot] there\n"},
    {"the green teapot", "x", "rule blue: the yes-example is not found: the green teapot\n"},
    {"the blue teapot", "a tale of the blue teapot", "rule blue: the no-example is found: a tale of the blue teapot\n"},
};

START_TEST(own_rules_prove_their_examples) {
    char folder[] = "/tmp/check_rules_XXXXXX";
    ck_assert_ptr_nonnull(mkdtemp(folder));
    const char *path = arena_printf(arena, "%s/blue.json", folder), *folders[] = {folder};
    FILE *file = fopen(path, "w"), *out = open_memstream(&errors, &errors_size);
    fprintf(file,
            "{\"stage\": \"blue\", \"note\": \"n\", \"rules\": [{\"name\": \"blue\", \"makes\": \"blue\","
            "\"note\": \"n\", \"pattern\": \"the blue <_>\","
            "\"yes\": [\"%s\", \"in the blue house\"], \"no\": [\"%s\"]}]}",
            own[_i].yes, own[_i].no);
    fclose(file);
    const knowledge_t *knowledge = knowledge_load(folders, 1, out);
    fclose(out);
    unlink(path);
    rmdir(folder);
    ck_assert_int_eq(knowledge == NULL, own[_i].error != NULL);
    if (own[_i].error)
        ck_assert_msg(!strncmp(errors, path, strlen(path)) && strstr(errors, own[_i].error), "%s", errors);
    knowledge_free(knowledge);
    free(errors);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("rules");
    TCase *tests = tcase_create("rules");
    tcase_add_checked_fixture(tests, rules_set_up, rules_tear_down);
    tcase_set_timeout(tests, 60);
    tcase_add_loop_test(tests, refuses, 0, sizeof bads / sizeof *bads);
    tcase_add_test(tests, reads_a_rule);
    tcase_add_test(tests, counts_stages);
    tcase_add_loop_test(tests, knows_what_classes_there_are, 0, sizeof unmade / sizeof *unmade);
    tcase_add_test(tests, examples_hold);
    tcase_add_loop_test(tests, own_rules_prove_their_examples, 0, sizeof own / sizeof *own);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
