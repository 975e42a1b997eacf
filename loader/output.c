#include "output.h"

#include <stdbool.h>
#include <stdio.h>

#include "arena.h"
#include "eight.h"

void output_grow(output_t *out, size_t room) {
    out->room = room > out->room * 2 ? room : out->room * 2;
    out->bytes = must_realloc(out->bytes, out->room);
}

char *output_digits(char *to, uint32_t number) {
    enum { BELOW = 100000000 };
    if (number >= BELOW) {
        char *rest = output_digits(to, number / BELOW);
        eight_put(rest, eight_digits(number % BELOW) + EIGHT_ONES * '0');
        return rest + 8;
    }
    uint64_t digits = eight_digits(number);
    int zeros = __builtin_ctzll(digits | UINT64_C(1) << 63) / 8; /* in front; the last digit is none of them */
    eight_put(to, (digits + EIGHT_ONES * '0') >> zeros * 8);
    return to + 8 - zeros;
}

/* False if a byte is a control character, a quotation mark or a backslash. */
static inline bool is_plain(uint64_t eight) {
    uint64_t below = eight - EIGHT_ONES * ' ', quote = (eight ^ EIGHT_ONES * '"') - EIGHT_ONES,
             backslash = (eight ^ EIGHT_ONES * '\\') - EIGHT_ONES;
    return !((below | quote | backslash) & ~eight & EIGHT_TOPS);
}

static inline bool is_plain_byte(unsigned char c) {
    return c >= ' ' && c != '"' && c != '\\';
}

size_t output_plain_size(const char *text, size_t size) {
    size_t at = 0;
    while (size - at >= 8 && is_plain(eight_at(text + at)))
        at += 8;
    while (at < size && is_plain_byte((unsigned char)text[at]))
        at++;
    return at;
}

static void add_escape(output_t *out, char c) {
    const char *named = strchr("\"\"\\\\\bb\ff\nn\rr\tt", c); /* pairs: the character, its letter */
    char code[8] = {'\\', named ? named[1] : 'u'};
    if (!named)
        snprintf(code + 2, sizeof code - 2, "%04x", (unsigned)c);
    output_add(out, code, strlen(code));
}

/* Adds what stands in a string as it is, up to the first byte that does not; returns how many bytes that were. */
static inline size_t add_plain(output_t *out, const char *text, size_t size) {
    size_t at = 0;
    uint64_t eight;
    output_room(out, size);
    char *to = out->bytes + out->size;
    for (; size - at >= 8 && is_plain(eight = eight_at(text + at)); at += 8)
        memcpy(to + at, &eight, sizeof eight);
    if (size >= 8 && size - at < 8 && is_plain(eight = eight_at(text + size - 8))) { /* some of them once more */
        memcpy(to + size - 8, &eight, sizeof eight);
        at = size;
    }
    for (; at < size && is_plain_byte((unsigned char)text[at]); at++)
        to[at] = text[at];
    out->size += at;
    return at;
}

void output_string(output_t *out, const char *text) {
    size_t left = strlen(text);
    output_char(out, '"');
    for (;;) {
        size_t plain = add_plain(out, text, left);
        if (plain == left)
            break;
        add_escape(out, text[plain]);
        text += plain + 1;
        left -= plain + 1;
    }
    output_char(out, '"');
}
