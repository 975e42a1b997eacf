#include "output.h"

#include <stdbool.h>
#include <stdio.h>

#include "arena.h"
#include "eight.h"

void output_grow(output_t *out, size_t room) {
    out->room = room > out->room * 2 ? room : out->room * 2;
    out->bytes = must_realloc(out->bytes, out->room);
}

void output_number(output_t *out, uint32_t number) {
    char digits[10], *at = digits + sizeof digits;
    do
        *--at = (char)('0' + number % 10);
    while (number /= 10);
    size_t size = (size_t)(digits + sizeof digits - at);
    output_room(out, size);
    for (size_t i = 0; i < size; i++)
        out->bytes[out->size++] = at[i];
}

/* False if a byte is a control character, a quotation mark or a backslash. */
static inline bool is_plain(uint64_t eight) {
    uint64_t below = eight - EIGHT_ONES * ' ', quote = (eight ^ EIGHT_ONES * '"') - EIGHT_ONES,
             backslash = (eight ^ EIGHT_ONES * '\\') - EIGHT_ONES;
    return !((below | quote | backslash) & ~eight & EIGHT_TOPS);
}

size_t output_plain_size(const char *text, size_t size) {
    size_t at = 0;
    uint64_t last = EIGHT_ONES * 'a';
    while (size - at >= 8 && is_plain(eight_at(text + at)))
        at += 8;
    if (size < 8)
        memcpy(&last, text, size);
    else if (size - at < 8)
        last = eight_at(text + size - 8); /* with some of those before */
    if (size - at < 8 && is_plain(last))
        return size;
    while (at < size && (unsigned char)text[at] >= ' ' && text[at] != '"' && text[at] != '\\')
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

void output_string(output_t *out, const char *text) {
    size_t left = strlen(text);
    output_room(out, left + 2);
    output_char(out, '"');
    for (;;) {
        size_t plain = output_plain_size(text, left);
        output_add(out, text, plain);
        text += plain;
        left -= plain;
        if (left == 0)
            break;
        add_escape(out, *text++);
        left--;
    }
    output_char(out, '"');
}
