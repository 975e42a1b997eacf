#include <stdio.h>

#include "facts_form.h"
#include "json.h"
#include "metadata.h"
#include "text.h"

static int count_of(const facts_t *facts, const char *key) {
    for (int i = 0; i < FACT_FORMS; i++)
        if (strcmp(fact_forms[i].key, key) == 0)
            return list_of(facts, &fact_forms[i]).count;
    return 0;
}

/* What reading needs to know; where names the object in work. */
typedef struct reader {
    const facts_t *facts;
    arena_t *arena;
    uint32_t length; /* of the text, code points */
    char *why;
    size_t room;
    const char *key; /* of the list, "document" */
    size_t index;
} reader_t;

static int refuse(reader_t *reader, const char *key, const char *what) {
    snprintf(reader->why, reader->room, "%s[%zu].%.64s %s", reader->key, reader->index, key, what);
    return -1;
}

static int is_choice(const char *choices, const char *text) {
    for (size_t size; *choices && *++choices; choices += size) {
        size = strcspn(choices, "|");
        if (strlen(text) == size && memcmp(text, choices, size) == 0)
            return 1;
    }
    return 0;
}

static int read_string(reader_t *reader, const field_t *field, const json_t *value, const char **out) {
    if (!json_is_string(value))
        return refuse(reader, field->key, "is no string");
    const char *text = json_string_value(value), *wrong;
    size_t size = json_string_length(value);
    if (size == 0)
        return refuse(reader, field->key, "is empty");
    if (field->choices && !is_choice(field->choices, text))
        return refuse(reader, field->key, "is none of the words allowed there");
    if (field->kind == FIELD_DAY && (wrong = metadata_check_day(text)))
        return refuse(reader, field->key, wrong);
    *out = arena_strndup(reader->arena, text, size);
    return 0;
}

static int read_strings(reader_t *reader, const field_t *field, const json_t *value, strings_t *out) {
    size_t count = json_array_size(value);
    if (count == 0)
        return refuse(reader, field->key, "is no array of strings");
    for (size_t i = 0; i < count; i++)
        if (read_string(reader, field, json_array_get(value, i), list_add(reader->arena, out)))
            return -1;
    return 0;
}

static int read_integer(reader_t *reader, const field_t *field, const json_t *value, json_int_t first, json_int_t end,
                        json_int_t *out) {
    if (!json_is_integer(value))
        return refuse(reader, field->key, "is no whole number");
    *out = json_integer_value(value);
    return *out < first || *out >= end ? refuse(reader, field->key, "is out of range") : 0;
}

static int read_value(reader_t *reader, const field_t *field, const json_t *value, void *out) {
    json_int_t number;
    switch (field->kind) {
    case FIELD_STRING:
    case FIELD_DAY: return read_string(reader, field, value, out);
    case FIELD_STRINGS: return read_strings(reader, field, value, out);
    case FIELD_INDEX:
        if (read_integer(reader, field, value, 0, count_of(reader->facts, field->to), &number))
            return -1;
        *(int *)out = (int)number;
        return 0;
    case FIELD_COUNT:
        if (read_integer(reader, field, value, 1, INT32_MAX, &number))
            return -1;
        *(int *)out = (int)number;
        return 0;
    case FIELD_OFFSET:
        if (read_integer(reader, field, value, 0, (json_int_t)reader->length + 1, &number))
            return -1;
        *(uint32_t *)out = (uint32_t)number;
        return 0;
    default:
        if (!json_is_number(value))
            return refuse(reader, field->key, "is no number");
        *(double *)out = json_number_value(value);
        return 0;
    }
}

static const field_t *find_field(const form_t *form, const char *key) {
    for (const field_t *field = form->fields; field->key; field++)
        if (strcmp(field->key, key) == 0)
            return field;
    return NULL;
}

/* Every passage has at least one character. */
static int check_span(reader_t *reader, const form_t *form, const char *object) {
    const field_t *start = find_field(form, "start"), *end = find_field(form, "end");
    if (start && *(const uint32_t *)(object + start->offset) >= *(const uint32_t *)(object + end->offset))
        return refuse(reader, "end", "does not lie behind start");
    return 0;
}

static int read_object(reader_t *reader, const form_t *form, const json_t *object, char *out) {
    const char *key;
    json_t *value;
    if (!json_is_object(object))
        return refuse(reader, "", "is no object");
    for (const field_t *field = form->fields; field->key; field++) {
        if (field->kind == FIELD_INDEX)
            *(int *)(out + field->offset) = NONE;
        if (field->needed && !json_object_get(object, field->key))
            return refuse(reader, field->key, "is missing");
    }
    json_object_foreach((json_t *)object, key, value) {
        const field_t *field = find_field(form, key);
        if (!field)
            return refuse(reader, key, "is no known key");
        if (read_value(reader, field, value, out + field->offset))
            return -1;
    }
    return check_span(reader, form, out);
}

static int read_document(reader_t *reader, const json_t *object, document_t *out) {
    if (read_object(reader, &document_form, object, (char *)out))
        return -1;
    const char *wrong = metadata_check_name(out->name);
    if (wrong)
        return refuse(reader, "name", wrong);
    out->size = strlen(out->text);
    if (!text_is_clean(out->text, out->size))
        return refuse(reader, "text", "is not as the loader writes texts (line ends, control characters, size)");
    reader->length = text_length(out->text, out->size);
    return 0;
}

/* First all elements of the lists are made, so that indexes may point forward. */
static int make_lists(reader_t *reader, const json_t *root, facts_t *out) {
    for (int i = 0; i < FACT_FORMS; i++) {
        const json_t *array = json_object_get(root, fact_forms[i].key);
        if (!array)
            continue;
        size_t count = json_array_size(array);
        reader->key = fact_forms[i].key;
        if (count == 0)
            return refuse(reader, "", "is no array, or an empty one");
        any_list_t list = {arena_zalloc(reader->arena, count * fact_forms[i].size), (int)count, (int)count};
        memcpy((char *)out + fact_forms[i].offset, &list, sizeof list);
    }
    return 0;
}

static int read_lists(reader_t *reader, const json_t *root, facts_t *out) {
    for (int i = 0; i < FACT_FORMS; i++) {
        const json_t *array = json_object_get(root, fact_forms[i].key);
        any_list_t list = list_of(out, &fact_forms[i]);
        reader->key = fact_forms[i].key;
        for (reader->index = 0; reader->index < (size_t)list.count; reader->index++)
            if (read_object(reader, &fact_forms[i], json_array_get(array, reader->index),
                            (char *)list.at + reader->index * fact_forms[i].size))
                return -1;
    }
    return 0;
}

static int check_keys(reader_t *reader, const json_t *root) {
    const char *key;
    json_t *value;
    if (!json_is_object(root)) {
        snprintf(reader->why, reader->room, "no object {...}");
        return -1;
    }
    json_object_foreach((json_t *)root, key, value) {
        int known = strcmp(key, document_form.key) == 0;
        for (int i = 0; i < FACT_FORMS; i++)
            known |= strcmp(key, fact_forms[i].key) == 0;
        if (!known) {
            snprintf(reader->why, reader->room, "\"%.64s\" is no known key", key);
            return -1;
        }
    }
    return 0;
}

int facts_read(const char *line, size_t size, arena_t *arena, facts_t *out, char *why, size_t room) {
    fault_t fault;
    json_t *root = json_read(line, size, LIMIT_FACTS_VALUES, &fault);
    if (!root) {
        snprintf(why, room, "%s (column %d)", fault.what, fault.column);
        return -1;
    }
    *out = (facts_t){.arena = arena};
    reader_t reader = {.facts = out, .arena = arena, .why = why, .room = room, .key = document_form.key};
    int failed = check_keys(&reader, root) ||
                 read_document(&reader, json_object_get(root, document_form.key), &out->document) ||
                 make_lists(&reader, root, out) || read_lists(&reader, root, out);
    json_decref(root);
    return failed ? -1 : 0;
}
