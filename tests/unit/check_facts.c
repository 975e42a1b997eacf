/* The JSON form of facts: writing and reading agree with each other and with schema/facts.schema.json. */
#include <check.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "desk.h"
#include "json.h"
#include "run_suite.h"
#include "text.h"

static arena_t *arena;
static json_t *schema;
static char why[LIMIT_WHY];

static void set_up(void) {
    json_error_t error;
    arena = arena_new();
    schema = json_load_file(SCHEMA, JSON_REJECT_DUPLICATES, &error);
    ck_assert_msg(schema != NULL, "%s:%d: %s", SCHEMA, error.line, error.text);
}

static void tear_down(void) {
    json_decref(schema);
    arena_free(arena);
}

/* Facts in which nothing is left out. */
static facts_t full(void) {
    static const char text[] = "Pr\xc3\xa9sident \"X\"\\ spoke\tat length.\nThen \xf0\x9f\x98\x80 left.";
    static const evidence_t evidence = {3, 9, "rule.one"};
    facts_t facts = {
        .arena = arena,
        .document = {"name", "title", "publisher", "uri", "2024-02-29", "en", text, sizeof text - 1, NULL}};
    *list_add(arena, &facts.sentences) = (sentence_t){0, 28, 1};
    *list_add(arena, &facts.sentences) = (sentence_t){29, text_length(text, sizeof text - 1), 2};
    strings_t forms = {0};
    *list_add(arena, &forms) = "a form";
    *list_add(arena, &forms) = "b form";
    *list_add(arena, &facts.parties) = (party_t){"state", "KAZ", "Kazakhstan", "KZ", "Republic", "organ", forms};
    *list_add(arena, &facts.parties) = (party_t){.kind = "group", .code = "group"};
    *list_add(arena, &facts.people) = (person_t){"key", "A Name", 1, forms};
    *list_add(arena, &facts.offices) = (office_t){0, "President", "head of state", "President", 1, evidence};
    *list_add(arena, &facts.meetings) = (meeting_t){forms, "meeting", 1, 24, "2024-07-04", "Astana", evidence};
    *list_add(arena, &facts.attendance) = (attendance_t){0, 0, 0, "chair", evidence};
    *list_add(arena, &facts.speech) = (statement_t){0, 1, "direct", "said", "asserts", "AGREE", forms, 0, evidence};
    *list_add(arena, &facts.proposals) =
        (proposal_t){"key", "forum", "forum", 0, 0, "offers", 2025, 0.1 + 0.2, "seats", 0, "a group", evidence};
    *list_add(arena, &facts.adoptions) = (adoption_t){"key", "plan", "plan", "signed", 1, 0, evidence};
    *list_add(arena, &facts.membership) = (standing_t){0, 1, "chair", "presidency", 2024, evidence};
    *list_add(arena, &facts.unknowns) = (unknown_t){"name", "X", 2, 11, 12};
    return facts;
}

/* The line that facts_write makes; the caller frees it. */
static char *write_line(const facts_t *facts) {
    output_t line = {0};
    facts_write(facts, &line);
    ck_assert_ptr_eq(memchr(line.bytes, '\n', line.size), line.bytes + line.size - 1);
    output_char(&line, line.bytes + line.size, 0);
    return line.bytes;
}

static int read_line(const char *line, facts_t *out) {
    return facts_read(line, strlen(line), arena, out, why, sizeof why);
}

static int read_tree(const json_t *tree) {
    facts_t facts;
    char *line = json_dumps(tree, JSON_COMPACT);
    int failed = read_line(line, &facts);
    free(line);
    return failed;
}

static json_t *full_tree(void) {
    facts_t facts = full();
    char *line = write_line(&facts);
    json_t *tree = json_loads(line, 0, NULL);
    free(line);
    ck_assert_ptr_nonnull(tree);
    return tree;
}

START_TEST(comes_back_equal) {
    facts_t facts = full(), read;
    char *line = write_line(&facts);
    ck_assert_msg(read_line(line, &read) == 0, "%s", why);
    char *again = write_line(&read);
    ck_assert_str_eq(line, again);
    ck_assert_str_eq(read.document.text, facts.document.text);
    ck_assert_uint_eq(read.document.size, facts.document.size);
    ck_assert(read.proposals.at[0].quantity == 0.1 + 0.2);
    ck_assert_int_eq(read.offices.at[0].party, 1);
    ck_assert_int_eq(read.parties.at[0].forms.count, 2);
    free(line);
    free(again);
}
END_TEST

START_TEST(writes_numbers_of_any_size) {
    static const uint32_t numbers[] = {0, 7, 10, 99, 1000, 65536, 1234567, 10203040, 99999999, 100000000, 4000000005u};
    char expected[32];
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        facts_t facts = full();
        facts.sentences.at[0].end = numbers[i];
        char *line = write_line(&facts);
        snprintf(expected, sizeof expected, "\"end\":%u,\"paragraph\":1}", (unsigned)numbers[i]);
        ck_assert_msg(strstr(line, expected) != NULL, "no %s in %s", expected, line);
        free(line);
    }
}
END_TEST

/* Each size of what is plain, before, between and behind what is not. */
START_TEST(writes_strings_of_any_size) {
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
    for (int size = 0; size < 26; size++) {
        char name[80], expected[96];
        facts_t facts = full();
        facts.document.name = name;
        snprintf(name, sizeof name, "%.*s\"%.*s\x01%.*s", size, letters, size, letters, size, letters);
        snprintf(expected, sizeof expected, "\"%.*s\\\"%.*s\\u0001%.*s\"", size, letters, size, letters, size, letters);
        char *line = write_line(&facts);
        ck_assert_msg(strstr(line, expected) != NULL, "no %s in %s", expected, line);
        free(line);
    }
}
END_TEST

START_TEST(leaves_out_what_is_unknown) {
    facts_t facts = {.arena = arena, .document = {.name = "n", .text = "A b.", .size = 4}}, read;
    *list_add(arena, &facts.people) = (person_t){.key = "k", .name = "N"};
    *list_add(arena, &facts.offices) = (office_t){.person = 0, .party = NONE, .evidence = {0, 1, "r"}};
    char *line = write_line(&facts);
    ck_assert_str_eq(line,
                     "{\"document\":{\"name\":\"n\",\"text\":\"A b.\"},\"people\":[{\"key\":\"k\",\"name\":\"N\"}],"
                     "\"offices\":[{\"person\":0,\"start\":0,\"end\":1,\"rule\":\"r\"}]}\n");
    ck_assert_int_eq(read_line(line, &read), 0);
    ck_assert_int_eq(read.offices.at[0].party, NONE);
    ck_assert_ptr_null(read.offices.at[0].role);
    ck_assert_int_eq(read.people.at[0].listed, 0);
    ck_assert_int_eq(read.meetings.count, 0);
    free(line);
}
END_TEST

START_TEST(keeps_numbers_exact) {
    static const double numbers[] = {5000, 1e300, 1e-300, 4.9e-324, 123456789.125, 1.0 / 3, 9007199254740993.0, 1e19};
    facts_t facts = full(), read;
    facts.proposals.at[0].quantity = numbers[_i];
    char *line = write_line(&facts);
    ck_assert_msg(read_line(line, &read) == 0, "%s", why);
    ck_assert(read.proposals.at[0].quantity == numbers[_i]);
    free(line);
}
END_TEST

/* What the schema says of the objects of a list, or of the document. */
static json_t *object_schema(const char *key) {
    json_t *property = json_object_get(json_object_get(schema, "properties"), key);
    json_t *items = json_object_get(property, "items");
    return items ? items : property;
}

/* The first object of a list, or the document. */
static json_t *first_object(json_t *tree, const char *key) {
    json_t *value = json_object_get(tree, key);
    return json_is_array(value) ? json_array_get(value, 0) : value;
}

static void expect_same_keys(const json_t *written, const json_t *described, const char *where) {
    const char *key;
    json_t *value;
    json_object_foreach((json_t *)written, key, value)
        ck_assert_msg(json_object_get(described, key) != NULL, "%s.%s is written, but not in the schema", where, key);
    json_object_foreach((json_t *)described, key, value) {
        ck_assert_msg(json_object_get(written, key) != NULL, "%s.%s is in the schema, but not written", where, key);
        ck_assert_msg(json_is_string(json_object_get(value, "description")), "%s.%s is not described", where, key);
    }
}

START_TEST(has_the_keys_of_the_schema) {
    json_t *tree = full_tree(), *value;
    const char *key;
    expect_same_keys(tree, json_object_get(schema, "properties"), "facts");
    json_object_foreach(tree, key, value) {
        const json_t *described = object_schema(key);
        ck_assert(json_is_false(json_object_get(described, "additionalProperties")));
        expect_same_keys(first_object(tree, key), json_object_get(described, "properties"), key);
    }
    json_decref(tree);
}
END_TEST

static int is_required(const char *list, const char *key) {
    size_t index;
    json_t *name;
    json_array_foreach(json_object_get(object_schema(list), "required"), index,
                       name) if (strcmp(json_string_value(name), key) == 0) return 1;
    return 0;
}

/* Takes away each member in turn: refused where the schema requires it, and only there. */
START_TEST(requires_what_the_schema_requires) {
    json_t *tree = full_tree(), *value, *described;
    const char *list, *key;
    json_object_foreach(tree, list, value) {
        json_t *object = first_object(tree, list);
        json_object_foreach(json_object_get(object_schema(list), "properties"), key, described) {
            json_t *kept = json_incref(json_object_get(object, key));
            json_object_del(object, key);
            int failed = read_tree(tree) != 0;
            ck_assert_msg(failed == is_required(list, key), "%s.%s missing: %s", list, key, failed ? why : "read");
            json_object_set_new(object, key, kept);
        }
    }
    json_decref(tree);
}
END_TEST

/* Puts a value in the place of each member that the schema describes and expects whether it is read. */
static void try_value(json_t *tree, const char *list, const char *key, json_t *value, int good) {
    json_t *object = first_object(tree, list), *kept = json_deep_copy(json_object_get(object, key));
    char *shown = json_dumps(value, JSON_ENCODE_ANY);
    json_object_set_new(object, key, value);
    int failed = read_tree(tree) != 0;
    ck_assert_msg(failed == !good, "%s.%s = %s: %s", list, key, shown, failed ? why : "read");
    ck_assert(!failed || (strstr(why, key) && !strchr(why, '\n')));
    json_object_set_new(object, key, kept);
    free(shown);
}

static void try_values(json_t *tree, const char *list, const char *key, const json_t *described) {
    const char *type = json_string_value(json_object_get(described, "type"));
    json_t *choices = json_object_get(described, "enum"), *choice, *least = json_object_get(described, "minimum");
    size_t index;
    json_array_foreach(choices, index, choice) try_value(tree, list, key, json_deep_copy(choice), 1);
    if (choices)
        try_value(tree, list, key, json_string("nothing like it"), 0);
    if (least)
        try_value(tree, list, key, json_integer(json_integer_value(least) - 1), 0);
    if (json_object_get(described, "minLength"))
        try_value(tree, list, key, json_string(""), 0);
    if (json_object_get(described, "format"))
        try_value(tree, list, key, json_string("2023-02-29"), 0);
    if (json_object_get(described, "minItems"))
        try_value(tree, list, key, json_array(), 0);
    if (!type || strcmp(type, "string") != 0)
        try_value(tree, list, key, json_string("text"), 0);
    if (!type || (strcmp(type, "integer") != 0 && strcmp(type, "number") != 0))
        try_value(tree, list, key, json_integer(1), 0);
    if (!type || strcmp(type, "number") != 0)
        try_value(tree, list, key, json_real(0.5), 0);
    try_value(tree, list, key, json_null(), 0);
    try_value(tree, list, key, json_true(), 0);
}

START_TEST(takes_the_values_of_the_schema) {
    json_t *tree = full_tree(), *value, *described;
    const char *list, *key;
    json_object_foreach(tree, list, value) {
        json_object_foreach(json_object_get(object_schema(list), "properties"), key, described)
            try_values(tree, list, key, described);
    }
    json_decref(tree);
}
END_TEST

#define DOCUMENT "{\"document\":{\"name\":\"n\",\"text\":\"\xc3\xa9 b.\"}"
static const struct bad {
    const char *line, *why;
} bads[] = {
    {"", "column"},
    {"[]", "no object"},
    {"{", "column"},
    {"{\"document\":{\"name\":\"n\"}}", "document[0].text is missing"},
    {"{\"people\":[]}", "document[0]. is no object"},
    {DOCUMENT ",\"extra\":1}", "\"extra\" is no known key"},
    {DOCUMENT ",\"document\":{}}", "duplicate"},
    {DOCUMENT ",\"people\":[]}", "people"},
    {DOCUMENT ",\"people\":{}}", "people"},
    {DOCUMENT ",\"people\":[1]}", "people[0]. is no object"},
    {DOCUMENT ",\"people\":[{\"key\":\"k\",\"name\":\"n\",\"x\":1}]}", "people[0].x is no known key"},
    {DOCUMENT ",\"sentences\":[{\"start\":0,\"end\":5,\"paragraph\":1}]}", "sentences[0].end is out of range"},
    {DOCUMENT ",\"sentences\":[{\"start\":2,\"end\":2,\"paragraph\":1}]}",
     "sentences[0].end does not lie behind start"},
    {DOCUMENT ",\"sentences\":[{\"start\":-1,\"end\":2,\"paragraph\":1}]}", "sentences[0].start is out of range"},
    {DOCUMENT ",\"offices\":[{\"person\":0,\"start\":0,\"end\":1,\"rule\":\"r\"}]}",
     "offices[0].person is out of range"},
    {"{\"document\":{\"name\":\"n\",\"text\":\"a\\u0000b\"}}", "column"},
    {"{\"document\":{\"name\":\"n\",\"text\":\"a\\u0001b\"}}", "document[0].text"},
    {"{\"document\":{\"name\":\"n\",\"text\":\"a\\r\\nb\"}}", "document[0].text"},
    {"{\"document\":{\"name\":\"n\",\"text\":\"\\ufeff"
     "b\"}}",
     "document[0].text"},
    {"{\"document\":{\"name\":\"n\",\"text\":\" \"}}", "document[0].text"},
    {"{\"document\":{\"name\":\" \",\"text\":\"a\"}}", "document[0].name"},
    {"{\"document\":{\"name\":\"a\\nb\",\"text\":\"a\"}}", "document[0].name"},
    {"{\"document\":{\"name\":\"n\",\"text\":\"\xe9\"}}", "column"},
    {"{\"document\":{\"name\":\"n\",\"text\":\"\\ud800\"}}", "column"},
    {"{\"document\":{\"name\":\"n\",\"text\":\"a\"}} x", "column"},
    {"[[[[[[[[[[[[[[[[[[[[", "nested deeper"},
};

START_TEST(refuses) {
    facts_t facts;
    ck_assert_int_eq(read_line(bads[_i].line, &facts), -1);
    ck_assert_msg(strstr(why, bads[_i].why) != NULL, "\"%s\" is not in \"%s\"", bads[_i].why, why);
}
END_TEST

START_TEST(takes_the_longest_span) {
    facts_t facts;
    ck_assert_int_eq(read_line(DOCUMENT ",\"sentences\":[{\"start\":0,\"end\":4,\"paragraph\":1}]}", &facts), 0);
    ck_assert_uint_eq(facts.sentences.at[0].end, 4);
}
END_TEST

START_TEST(keeps_a_line_until_it_is_given_back) {
    facts_t facts = full();
    char *line = write_line(&facts);
    desk_t desk = desk_new();
    sheet_t *first = desk_write(&desk, &facts), *second = desk_write(&desk, &facts);
    ck_assert_ptr_ne(first, second);
    ck_assert_mem_eq(first->line.bytes, line, strlen(line));
    sheet_give_back(first);
    ck_assert_ptr_eq(desk_write(&desk, &facts), first);
    ck_assert_uint_eq(second->line.size, strlen(line));
    free(line);
    desk_clear(&desk);
}
END_TEST

int main(void) {
    json_setup();
    Suite *suite = suite_create("facts");
    TCase *tests = tcase_create("facts");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, comes_back_equal);
    tcase_add_test(tests, writes_numbers_of_any_size);
    tcase_add_test(tests, writes_strings_of_any_size);
    tcase_add_test(tests, leaves_out_what_is_unknown);
    tcase_add_loop_test(tests, keeps_numbers_exact, 0, 8);
    tcase_add_test(tests, has_the_keys_of_the_schema);
    tcase_add_test(tests, requires_what_the_schema_requires);
    tcase_add_test(tests, takes_the_values_of_the_schema);
    tcase_add_loop_test(tests, refuses, 0, sizeof bads / sizeof *bads);
    tcase_add_test(tests, takes_the_longest_span);
    tcase_add_test(tests, keeps_a_line_until_it_is_given_back);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
