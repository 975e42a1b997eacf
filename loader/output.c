#include "output.h"

#include <stdbool.h>
#include <stdio.h>

#include "arena.h"
#include "eight.h"

char *output_grow(output_t *out, const char *at, size_t more) {
    size_t used = (size_t)(at - out->bytes), twice = 2 * (size_t)(out->end - out->bytes);
    size_t room = used + more > twice ? used + more : twice;
    out->bytes = must_realloc(out->bytes, room);
    out->end = out->bytes + room;
    return out->bytes + used;
}

char *output_digits(char *at, uint32_t number) {
    enum { BELOW = 100000000 };
    if (number >= BELOW) {
        char *rest = output_digits(at, number / BELOW);
        eight_put(rest, eight_digits(number % BELOW) + EIGHT_ONES * '0');
        return rest + 8;
    }
    uint64_t digits = eight_digits(number);
    int zeros = __builtin_ctzll(digits | UINT64_C(1) << 63) / 8; /* in front; the last digit is none of them */
    eight_put(at, (digits + EIGHT_ONES * '0') >> zeros * 8);
    return at + 8 - zeros;
}

/* The highest bit is set of each byte that is a control character, a quotation mark or a backslash: of the first of them, and
 * behind it perhaps of others. */
static inline uint64_t special(uint64_t eight) {
    uint64_t below = eight - EIGHT_ONES * ' ', quote = (eight ^ EIGHT_ONES * '"') - EIGHT_ONES,
             backslash = (eight ^ EIGHT_ONES * '\\') - EIGHT_ONES;
    return (below | quote | backslash) & ~eight & EIGHT_TOPS;
}

static inline bool is_special(sixteen_t sixteen) {
    return sixteen_any((sixteen < ' ') | (sixteen == '"') | (sixteen == '\\'));
}

static inline bool is_plain_byte(unsigned char c) {
    return c >= ' ' && c != '"' && c != '\\';
}

static char *add_escape(output_t *out, char *at, char c) {
    static const char letters[128] = {
        ['"'] = '"', ['\\'] = '\\', ['\b'] = 'b', ['\f'] = 'f', ['\n'] = 'n', ['\r'] = 'r', ['\t'] = 't'};
    char code[8] = {'\\', letters[(unsigned char)c]};
    if (code[1])
        return output_add(out, at, code, 2);
    return output_add(out, at, code, (size_t)snprintf(code, sizeof code, "\\u%04x", (unsigned)c));
}

/* Four to seven bytes, all or none. */
static inline bool copy_short(char *to, const char *text, size_t size) {
    uint32_t first, last;
    memcpy(&first, text, sizeof first);
    memcpy(&last, text + size - sizeof last, sizeof last);
    if (special(first | (uint64_t)last << 32))
        return false;
    memcpy(to, &first, sizeof first);
    memcpy(to + size - sizeof last, &last, sizeof last); /* some of them once more */
    return true;
}

size_t output_plain(char *to, const char *text, size_t size) {
    size_t at = 0;
    for (; size - at >= 16; at += 16) {
        sixteen_t sixteen = sixteen_at(text + at);
        if (is_special(sixteen))
            break;
        memcpy(to + at, &sixteen, sizeof sixteen);
    }
    for (; size - at >= 8; at += 8) {
        uint64_t eight = eight_get(text + at), marks = special(eight);
        eight_put(to + at, eight);
        if (marks)
            return at + eight_first_mark(marks);
    }
    if (size >= 8) { /* the last, some of them once more */
        uint64_t eight = eight_get(text + size - 8), marks = special(eight);
        eight_put(to + size - 8, eight);
        return marks ? size - 8 + eight_first_mark(marks) : size;
    }
    if (size >= 4 && copy_short(to, text, size))
        return size;
    for (; at < size && is_plain_byte((unsigned char)text[at]); at++)
        to[at] = text[at];
    return at;
}

char *output_string(output_t *out, char *at, const char *text) {
    size_t left = strlen(text);
    at = output_char(out, at, '"');
    for (;;) {
        at = output_room(out, at, left + 1);
        size_t plain = output_plain(at, text, left);
        at += plain;
        if (plain == left)
            break;
        at = add_escape(out, at, text[plain]);
        text += plain + 1;
        left -= plain + 1;
    }
    *at = '"';
    return at + 1;
}
