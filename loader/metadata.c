#include "metadata.h"

#include <string.h>

static int is_digits(const char *text, int count) {
    for (int i = 0; i < count; i++)
        if (text[i] < '0' || text[i] > '9')
            return 0;
    return 1;
}

static int number(const char *digits, int count) {
    int value = 0;
    for (int i = 0; i < count; i++)
        value = value * 10 + (digits[i] - '0');
    return value;
}

/* 1 if text starts with a day that the calendar has, as YYYY-MM-DD. */
static int starts_with_day(const char *text) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (strnlen(text, 10) < 10 || !is_digits(text, 4) || text[4] != '-' || !is_digits(text + 5, 2) || text[7] != '-' ||
        !is_digits(text + 8, 2))
        return 0;
    int year = number(text, 4), month = number(text + 5, 2), day = number(text + 8, 2);
    if (month < 1 || month > 12)
        return 0;
    int leap = month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return day >= 1 && day <= days[month - 1] + leap;
}

const char *metadata_check_day(const char *day) {
    return starts_with_day(day) && day[10] == 0 ? NULL : "is no day of the calendar as YYYY-MM-DD";
}

/* A time after the day is allowed and left out. */
static const char *check_published(const char *value) {
    if (!starts_with_day(value))
        return "is no day of the calendar as YYYY-MM-DD";
    if (value[10] != 0 &&
        (value[10] != 'T' || value[11] == 0 || value[11 + strspn(value + 11, "0123456789:.,+-Z")] != 0))
        return "has something after its day that is no time";
    return NULL;
}

/* NULL, or what is wrong with a line of text for people. */
static const char *check_line(const char *value) {
    if (value[strspn(value, " ")] == 0)
        return "is empty";
    for (const unsigned char *p = (const unsigned char *)value; *p; p++)
        if (*p < 0x20 || *p == 0x7f || (*p == 0xc2 && p[1] < 0xa0))
            return "holds a control character";
    return NULL;
}

const char *metadata_check_name(const char *name) {
    return strlen(name) > LIMIT_NAME ? "is longer than 256 bytes" : check_line(name);
}

static const char *check_text(const char *value) {
    return strlen(value) > LIMIT_METADATA ? "is longer than 4096 bytes" : check_line(value);
}

/* The form of BCP 47 (parts of up to eight letters and digits, between hyphens), not whether such a language exists. */
static const char *check_language(const char *value) {
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    size_t part = strspn(value, letters);
    int good = part >= 2;
    while (good && part >= 1 && part <= 8 && value[part] == '-') {
        value += part + 1;
        part = strspn(value, letters);
    }
    return good && part >= 1 && part <= 8 && value[part] == 0 ? NULL : "is no language tag such as en or zh-Hans";
}

static const struct key {
    const char *name;
    size_t offset; /* in document_t */
    const char *(*check)(const char *value);
} keys[] = {
    {"id", offsetof(document_t, name), metadata_check_name},
    {"title", offsetof(document_t, title), check_text},
    {"publisher", offsetof(document_t, publisher), check_text},
    {"published", offsetof(document_t, published), check_published},
    {"uri", offsetof(document_t, uri), check_text},
    {"language", offsetof(document_t, language), check_language},
};

static const struct key *find_key(const char *name) {
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (strcmp(keys[i].name, name) == 0)
            return &keys[i];
    return NULL;
}

/* The member of a document that a key stands for. */
static const char **member(document_t *document, const struct key *key) {
    return (const char **)((char *)document + key->offset);
}

/* Of a time, the day. */
static void set(document_t *out, const struct key *key, const char *value, arena_t *arena) {
    *member(out, key) = key->check == check_published ? arena_strndup(arena, value, 10) : arena_strdup(arena, value);
}

static const char *check_value(const struct key *key, const json_t *value) {
    if (!key)
        return "is no known key";
    if (!json_is_string(value))
        return "is neither a string nor null";
    return key->check(json_string_value(value));
}

int metadata_read(const char *text, const char *at, const json_t *object, const char *own, arena_t *arena,
                  document_t *out, fault_t *fault) {
    const char *name;
    json_t *value;
    if (!json_is_object(object))
        return json_blame(text, at, fault, "an object {...} should stand here");
    json_object_foreach((json_t *)object, name, value) {
        const struct key *key = find_key(name);
        if (strcmp(name, own) == 0 || (key && json_is_null(value)))
            continue;
        const char *wrong = check_value(key, value);
        if (wrong)
            return json_blame(text, json_find_member(at, name), fault, "\"%.64s\" %s", name, wrong);
        set(out, key, json_string_value(value), arena);
    }
    return 0;
}

int metadata_take(document_t *out, const char *name, const char *value, arena_t *arena) {
    const struct key *key = find_key(name);
    if (!key || *member(out, key) || key->check(value))
        return 0;
    set(out, key, value, arena);
    return 1;
}

void metadata_complete(document_t *out, const document_t *other) {
    document_t from = *other;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (keys[i].check != metadata_check_name && !*member(out, &keys[i]))
            *member(out, &keys[i]) = *member(&from, &keys[i]);
    out->text = other->text;
    out->size = other->size;
}

document_t metadata_copy(const document_t *from, arena_t *arena) {
    document_t copy = {.text = from->text ? arena_strndup(arena, from->text, from->size) : NULL, .size = from->size};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const char *value = *(const char *const *)((const char *)from + keys[i].offset);
        *(const char **)((char *)&copy + keys[i].offset) = value ? arena_strdup(arena, value) : NULL;
    }
    return copy;
}
