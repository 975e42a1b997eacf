#include "json.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"

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

json_t *json_read(const char *text, size_t size, size_t values, fault_t *fault) {
    const char *nul = memchr(text, 0, size);
    if (nul) {
        json_blame(text, nul, fault, "a NUL byte");
        return NULL;
    }
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
