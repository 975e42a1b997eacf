#include "record.h"

#include <stdbool.h>
#include <string.h>

#include "metadata.h"
#include "output.h"
#include "page.h"
#include "text.h"

int document_text(const char *bytes, size_t size, const char *encoding, arena_t *arena, document_t *out,
                  char why[LIMIT_WHY]) {
    text_t text;
    if (text_decode(bytes, size, encoding, arena, &text, why))
        return -1;
    out->text = text.bytes;
    out->size = text.size;
    return 0;
}

/* ---- as Jansson reads it, and with all that can be wrong ---- */

static int read_object(const char *line, const json_t *root, arena_t *arena, document_t *out, fault_t *fault) {
    char why[LIMIT_WHY];
    document_t found = {0};
    int is_page = json_object_get(root, "html") != NULL;
    const char *key = is_page ? "html" : "text";
    if (is_page && json_object_get(root, "text"))
        return json_blame(line, json_find_member(line, "text"), fault, "\"text\" beside \"html\"; give one of them");
    if (metadata_read(line, line, root, key, arena, out, fault))
        return -1;
    const json_t *body = json_object_get(root, key);
    if (!out->name || !json_is_string(body))
        return json_blame(line, line, fault, "\"%s\" is missing or no string; give an id, and text or html",
                          out->name ? key : "id");
    const char *bytes = json_string_value(body);
    size_t size = json_string_length(body);
    if (is_page ? page_read_text(bytes, size, arena, &found, why)
                : document_text(bytes, size, NULL, arena, &found, why))
        return json_blame(line, json_find_member(line, key), fault, "\"%s\": %s", key, why);
    metadata_complete(out, &found);
    return 0;
}

/* ---- plain records: an object of a few strings, which nearly all are ----
 * Jansson reads byte by byte through a call each. What is not as plain as this is left to it, and so is all that is
 * wrong. */

static int hex_digit(char c) {
    return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

/* Writes the character of an escape behind its backslash and moves both on; false: a surrogate, or wrong. */
static bool unescape(const char **at, char **out) {
    static const char named[128] = {
        ['"'] = '"', ['\\'] = '\\', ['/'] = '/', ['b'] = '\b', ['f'] = '\f', ['n'] = '\n', ['r'] = '\r', ['t'] = '\t'};
    unsigned char letter = (unsigned char)**at;
    unsigned code = 0;
    if (letter < sizeof named && named[letter]) {
        *(*out)++ = named[letter];
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

/* A plain record on its way: at goes through the line, room through memory for the strings, which take no more of it
 * than of the line. */
typedef struct plain {
    const char *at, *end; /* a NUL stands at end */
    char *room;
    arena_t *arena;
    document_t *out;
    text_t body; /* bytes NULL: none yet */
    bool is_page;
} plain_t;

static void skip_space(plain_t *p) {
    while (*p->at == ' ' || *p->at == '\t' || *p->at == '\r' || *p->at == '\n')
        p->at++;
}

/* Moves over a character and the white space around it. */
static bool pass(plain_t *p, char c) {
    skip_space(p);
    if (*p->at != c)
        return false;
    p->at++;
    skip_space(p);
    return true;
}

static bool read_string(plain_t *p, text_t *out) {
    out->bytes = p->room;
    if (*p->at++ != '"')
        return false;
    for (;;) {
        size_t plain = output_plain(p->room, p->at, (size_t)(p->end - p->at));
        p->room += plain;
        p->at += plain;
        if (*p->at == '"')
            break;
        if (*p->at++ != '\\' || !unescape(&p->at, &p->room))
            return false;
    }
    p->at++;
    out->size = (size_t)(p->room - out->bytes);
    *p->room++ = 0;
    return true;
}

static bool read_member(plain_t *p) {
    text_t key, value;
    if (!read_string(p, &key) || !pass(p, ':') || !read_string(p, &value))
        return false;
    bool is_page = !strcmp(key.bytes, "html");
    if (is_page || !strcmp(key.bytes, "text")) {
        bool first = !p->body.bytes;
        p->body = value;
        p->is_page = is_page;
        return first;
    }
    return text_is_utf8(value.bytes, value.size) && metadata_take(p->out, key.bytes, value.bytes, p->arena);
}

static bool read_body(plain_t *p) {
    char why[LIMIT_WHY];
    document_t found = {0};
    if (p->is_page ? page_read_text(p->body.bytes, p->body.size, p->arena, &found, why) : text_keep(&p->body, why))
        return false;
    if (!p->is_page)
        found = (document_t){.text = p->body.bytes, .size = p->body.size};
    metadata_complete(p->out, &found);
    return true;
}

/* False: the line is no plain record, and out nothing that counts. */
static bool read_plain(const char *line, size_t size, arena_t *arena, document_t *out) {
    plain_t p = {.at = line, .end = line + size, .arena = arena, .out = out};
    if (!pass(&p, '{'))
        return false;
    p.room = arena_alloc(arena, size + 1);
    do
        if (!read_member(&p))
            return false;
    while (pass(&p, ','));
    return pass(&p, '}') && p.at == p.end && out->name && p.body.bytes && read_body(&p);
}

int record_read(const char *line, size_t size, arena_t *arena, document_t *out, fault_t *fault) {
    *out = (document_t){0};
    if (read_plain(line, size, arena, out))
        return 0;
    *out = (document_t){0};
    json_t *root = json_read(line, size, LIMIT_RECORD_VALUES, fault);
    int failed = !root || read_object(line, root, arena, out, fault) ? -1 : 0;
    json_decref(root);
    return failed;
}
