#include "json.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "output.h"

void json_setup(void) {
    json_set_alloc_funcs(must_alloc, free);
    json_object_seed(0);
}

/* Past the string that opens at at; to the NUL if it never closes. */
static const char *skip_string(const char *at) {
    for (at++; *at && *at != '"'; at++)
        if (*at == '\\' && at[1])
            at++;
    return *at ? at + 1 : at;
}

/* Jansson takes up to 77 bytes of memory for one of the text: counts values and nesting before it is let loose. */
static int measure(const char *text, size_t limit, fault_t *fault) {
    size_t values = 1;
    int nesting = 0;
    for (const char *at = text; *at;) {
        if (*at == '"') {
            at = skip_string(at);
            continue;
        }
        values += *at == ',' || *at == '[' || *at == '{';
        nesting += (*at == '[' || *at == '{') - (*at == ']' || *at == '}');
        if (values > limit)
            return json_blame(text, at, fault, "more than %zu values", limit);
        if (nesting > LIMIT_NESTING)
            return json_blame(text, at, fault, "nested deeper than %d", LIMIT_NESTING);
        at++;
    }
    return 0;
}

static const char *skip_space(const char *at) {
    return at + strspn(at, " \t\r\n");
}

/* ---- records: one object of strings, most of all that is read ----
 * Jansson reads it byte by byte through a call each. What is not as plain as this is left to it, and so is all that is
 * wrong. */

enum { PLAIN_MEMBERS = 16 };

static int hex_digit(char c) {
    return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

/* Writes the character of an escape behind its backslash and moves both on; false: a surrogate, or wrong. */
static bool unescape(const char **at, char **out) {
    static const char pairs[] = "\"\"\\\\//b\bf\fn\nr\rt\t"; /* the letter, its character */
    const char *named = **at ? strchr(pairs, **at) : NULL;
    unsigned code = 0;
    if (named && (named - pairs) % 2 == 0) {
        *(*out)++ = named[1];
        ++*at;
        return true;
    }
    if (*(*at)++ != 'u')
        return false;
    for (int i = 0; i < 4; i++, ++*at) {
        int digit = hex_digit(**at);
        if (digit < 0)
            return false;
        code = code << 4 | (unsigned)digit;
    }
    if (code == 0 || (code >= 0xD800 && code < 0xE000))
        return false;
    if (code < 0x80) {
        *(*out)++ = (char)code;
    } else {
        *(*out)++ = (char)(code < 0x800 ? 0xC0 | code >> 6 : 0xE0 | code >> 12);
        if (code >= 0x800)
            *(*out)++ = (char)(0x80 | (code >> 6 & 0x3F));
        *(*out)++ = (char)(0x80 | (code & 0x3F));
    }
    return true;
}

/* The string whose opening quote is at at, written to out with a NUL behind it; returns what follows it, or NULL.
 * A NUL stands at end. */
static const char *plain_string(const char *at, const char *end, char *out, size_t *size) {
    char *start = out;
    if (*at++ != '"')
        return NULL;
    for (;;) {
        size_t plain = output_plain_size(at, (size_t)(end - at));
        memcpy(out, at, plain);
        out += plain;
        at += plain;
        if (*at == '"')
            break;
        if (*at++ != '\\' || !unescape(&at, &out))
            return NULL;
    }
    *out = 0;
    *size = (size_t)(out - start);
    return at + 1;
}

/* Reads "key": "value" into object; returns what follows, or NULL. room: for a string of the text. */
static const char *plain_member(const char *at, const char *end, json_t *object, char *room) {
    char key[64];
    size_t size = *at == '"' ? output_plain_size(at + 1, (size_t)(end - at - 1)) : sizeof key;
    if (size >= sizeof key || at[size + 1] != '"')
        return NULL;
    at = plain_string(at, end, key, &size);
    at = skip_space(at);
    if (json_object_get(object, key) || *at != ':')
        return NULL;
    at = plain_string(skip_space(at + 1), end, room, &size);
    return at && !json_object_set_new(object, key, json_stringn(room, size)) ? skip_space(at) : NULL;
}

/* The object of a few strings that the text is, or NULL. */
static json_t *plain_record(const char *text, size_t size) {
    const char *at = skip_space(text);
    if (*at != '{')
        return NULL;
    json_t *object = json_object();
    char *room = must_alloc(size + 1);
    do
        at = plain_member(skip_space(at + 1), text + size, object, room);
    while (at && *at == ',' && json_object_size(object) < PLAIN_MEMBERS);
    free(room);
    if (at && *at == '}' && *skip_space(at + 1) == 0)
        return object;
    json_decref(object);
    return NULL;
}

json_t *json_read(const char *text, size_t size, size_t values, fault_t *fault) {
    const char *nul = memchr(text, 0, size);
    if (nul) {
        json_blame(text, nul, fault, "a NUL byte");
        return NULL;
    }
    json_t *plain = plain_record(text, size);
    if (plain)
        return plain;
    if (measure(text, values, fault))
        return NULL;
    json_error_t error;
    json_t *root = json_loadb(text, size, JSON_REJECT_DUPLICATES, &error);
    if (!root) {
        *fault = (fault_t){.line = error.line < 1 ? 1 : error.line, .column = error.column < 1 ? 1 : error.column};
        snprintf(fault->what, sizeof fault->what, "%s", error.text);
    }
    return root;
}

static const char *skip_value(const char *at) {
    int nesting = 0;
    do {
        if (*at == '"') {
            at = skip_string(at);
        } else if (strchr("[]{},", *at)) {
            nesting += (*at == '[' || *at == '{') - (*at == ']' || *at == '}');
            at++;
        } else {
            at += strcspn(at, "[]{},\"");
        }
    } while (*at && nesting > 0);
    return at;
}

const char *json_find_member(const char *at, const char *key) {
    size_t size = strlen(key);
    at = at ? skip_space(at) : "";
    if (*at != '{')
        return NULL;
    for (at = skip_space(at + 1); *at == '"'; at = skip_space(at + 1)) {
        const char *end = skip_string(at);
        if ((size_t)(end - at) == size + 2 && memcmp(at + 1, key, size) == 0)
            return at;
        at = skip_space(skip_value(skip_space(skip_space(end) + 1)));
        if (*at != ',')
            break;
    }
    return NULL;
}

const char *json_find_value(const char *at, const char *key) {
    const char *member = json_find_member(at, key);
    return member ? skip_space(skip_space(skip_string(member)) + 1) : NULL;
}

const char *json_next_element(const char *at) {
    at = at ? skip_space(skip_value(at)) : "";
    return *at == ',' ? skip_space(at + 1) : NULL;
}

const char *json_find_element(const char *at, size_t index) {
    at = at ? skip_space(at) : "";
    if (*at != '[')
        return NULL;
    for (at = skip_space(at + 1); at && index > 0; index--)
        at = json_next_element(at);
    return at;
}

int json_blame(const char *text, const char *at, fault_t *fault, const char *format, ...) {
    fault->line = fault->column = 1;
    for (const char *p = text; at && p < at; p++) {
        if (*p == '\n') {
            fault->line++;
            fault->column = 1;
        } else if (((unsigned char)*p & 0xc0) != 0x80) {
            fault->column++;
        }
    }
    va_list args;
    va_start(args, format);
    vsnprintf(fault->what, sizeof fault->what, format, args);
    va_end(args);
    return -1;
}
