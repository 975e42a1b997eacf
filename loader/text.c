#include "text.h"

#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

#include "eight.h"

/* The longer mark first where one begins with the other. */
static const struct mark {
    const char *bytes;
    size_t size;
    const char *encoding; /* NULL: UTF-8 */
} marks[] = {
    {"\xef\xbb\xbf", 3, NULL},   {"\xff\xfe\0\0", 4, "UTF-32LE"}, {"\0\0\xfe\xff", 4, "UTF-32BE"},
    {"\xff\xfe", 2, "UTF-16LE"}, {"\xfe\xff", 2, "UTF-16BE"},
};

static const struct mark *find_mark(const char *bytes, size_t size) {
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (size >= marks[i].size && memcmp(bytes, marks[i].bytes, marks[i].size) == 0)
            return &marks[i];
    return NULL;
}

size_t text_character(const char *text, size_t left) {
    const unsigned char *p = (const unsigned char *)text;
    unsigned char low = 0x80, high = 0xbf; /* of the second byte: no overlong forms, surrogates, beyond U+10FFFF */
    size_t size;
    if (left == 0)
        return 0;
    if (p[0] < 0x80)
        return 1;
    if (p[0] < 0xc2 || p[0] > 0xf4)
        return 0;
    size = p[0] < 0xe0 ? 2 : p[0] < 0xf0 ? 3 : 4;
    if (p[0] == 0xe0)
        low = 0xa0;
    else if (p[0] == 0xed)
        high = 0x9f;
    else if (p[0] == 0xf0)
        low = 0x90;
    else if (p[0] == 0xf4)
        high = 0x8f;
    if (left < size || p[1] < low || p[1] > high)
        return 0;
    for (size_t i = 2; i < size; i++)
        if (p[i] < 0x80 || p[i] > 0xbf)
            return 0;
    return size;
}

int text_is_utf8(const char *text, size_t size) {
    for (size_t step; size > 0; size -= step, text += step) {
        bool ascii = size >= 8 && !(eight_at(text) & EIGHT_TOPS);
        step = ascii ? 8 : text_character(text, size);
        if (step == 0)
            return 0;
    }
    return 1;
}

uint32_t text_length(const char *text, size_t size) {
    uint32_t count = 0;
    for (size_t i = 0; i < size; i++)
        count += ((unsigned char)text[i] & 0xc0) != 0x80;
    return count;
}

/* Texts have tabs, line ends and page breaks; any other control character of ASCII is a sign of something else. */
static int is_control(unsigned char byte) {
    return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f') || byte == 0x7f;
}

/* True if all bytes are ASCII, and none a control character but line ends. */
static inline bool is_printable(sixteen_t sixteen) {
    return !sixteen_any(((sixteen < ' ') & (sixteen != '\n')) | (sixteen > '~'));
}

/* Offset of the first byte that is invalid or a control character, size if there is none. */
static size_t find_fault(const char *bytes, size_t size) {
    size_t at = 0;
    while (at < size) {
        if (size - at >= 16 && is_printable(sixteen_at(bytes + at))) {
            at += 16;
            continue;
        }
        while (at < size && bytes[at] >= ' ' && bytes[at] < 0x7f)
            at++;
        if (at == size)
            break;
        size_t step = text_character(bytes + at, size - at);
        if (step == 0 || is_control((unsigned char)bytes[at]))
            break;
        at += step;
    }
    return at;
}

static int refuse_byte(unsigned char byte, size_t at, char why[LIMIT_WHY]) {
    if (byte == 0)
        snprintf(why, LIMIT_WHY, "byte %zu is NUL, so this is no text; give a text file", at);
    else if (is_control(byte))
        snprintf(why, LIMIT_WHY, "byte %zu is the control character 0x%02X, so this is no text; give a text file", at,
                 byte);
    else
        snprintf(why, LIMIT_WHY, "byte %zu (0x%02X) is not valid UTF-8; convert it or name its encoding (--encoding)",
                 at, byte);
    return -1;
}

static int refuse_size(char why[LIMIT_WHY]) {
    snprintf(why, LIMIT_WHY, "larger than %d MiB; split it into documents", LIMIT_DOCUMENT / MIB);
    return -1;
}

static int is_blank(const char *text, size_t size) {
    utf8proc_int32_t point;
    for (size_t at = 0; at < size; at += text_character(text + at, size - at)) {
        utf8proc_iterate((const utf8proc_uint8_t *)text + at, (utf8proc_ssize_t)(size - at), &point);
        utf8proc_category_t category = utf8proc_category(point);
        int space = category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
                    category == UTF8PROC_CATEGORY_ZP || category == UTF8PROC_CATEGORY_CC ||
                    category == UTF8PROC_CATEGORY_CF;
        if (!space)
            return 0;
    }
    return 1;
}

/* Turns \r\n and \r into \n, in place; returns the new size. */
static size_t unify_line_ends(char *text, size_t size) {
    char *to = memchr(text, '\r', size);
    if (!to)
        return size;
    for (const char *from = to, *end = text + size; from < end; from++) {
        if (*from == '\r' && from + 1 < end && from[1] == '\n')
            continue;
        *to++ = *from == '\r' ? '\n' : *from;
    }
    return (size_t)(to - text);
}

/* Converts to UTF-8 until in is used up or room is full. Returns 0, or the errno of iconv; *used bytes were read. */
static int convert(const char *encoding, const char *in, size_t size, text_t *out, size_t room, size_t *used) {
    iconv_t converter = iconv_open("UTF-8", encoding);
    if (converter == (iconv_t)-1)
        return errno;
    char *from = (char *)in, *to = out->bytes;
    size_t left = size, space = room;
    int failed = iconv(converter, &from, &left, &to, &space) == (size_t)-1 ? errno : 0;
    iconv_close(converter);
    *used = size - left;
    out->size = room - space;
    return failed;
}

/* A character of one byte may become three, each of four bytes (TSCII). */
static int decode_foreign(const char *bytes, size_t size, const char *encoding, arena_t *arena, text_t *out,
                          char why[LIMIT_WHY]) {
    size_t room = size * 12 < LIMIT_DOCUMENT ? size * 12 : LIMIT_DOCUMENT, used = 0;
    out->bytes = arena_alloc(arena, room + 1);
    int failed = convert(encoding, bytes, size, out, room, &used);
    if (failed == E2BIG)
        return refuse_size(why);
    if (failed) {
        snprintf(why, LIMIT_WHY, "byte %zu (0x%02X) is not valid %s; convert it or name its encoding (--encoding)",
                 used, used < size ? (unsigned char)bytes[used] : 0, encoding);
        return -1;
    }
    size_t fault = find_fault(out->bytes, out->size);
    if (fault == out->size)
        return 0;
    unsigned char wrong = (unsigned char)out->bytes[fault];
    convert(encoding, bytes, size, out, fault, &used); /* once more, to see which byte it came from */
    return refuse_byte(wrong, used, why);
}

static int decode_utf8(const char *bytes, size_t size, arena_t *arena, text_t *out, char why[LIMIT_WHY]) {
    size_t fault = find_fault(bytes, size);
    if (fault < size)
        return refuse_byte((unsigned char)bytes[fault], fault, why);
    *out = (text_t){arena_strndup(arena, bytes, size), size};
    return 0;
}

/* Byte-order marks, which may stand several times, go, and line ends become one. */
static int finish(text_t *out, size_t size, char why[LIMIT_WHY]) {
    static const char bom[] = "\xef\xbb\xbf";
    while (out->size >= 3 && memcmp(out->bytes, bom, 3) == 0) {
        out->bytes += 3;
        out->size -= 3;
    }
    out->size = unify_line_ends(out->bytes, out->size);
    out->bytes[out->size] = 0;
    if (is_blank(out->bytes, out->size)) {
        snprintf(why, LIMIT_WHY, "%s; give a file with text", size == 0 ? "empty" : "nothing but white space");
        return -1;
    }
    return 0;
}

int text_decode(const char *bytes, size_t size, const char *encoding, arena_t *arena, text_t *out,
                char why[LIMIT_WHY]) {
    if (size > LIMIT_DOCUMENT)
        return refuse_size(why);
    const struct mark *mark = find_mark(bytes, size);
    if (mark)
        encoding = mark->encoding;
    int failed =
        encoding ? decode_foreign(bytes, size, encoding, arena, out, why) : decode_utf8(bytes, size, arena, out, why);
    return failed ? -1 : finish(out, size, why);
}

int text_keep(text_t *text, char why[LIMIT_WHY]) {
    if (text->size > LIMIT_DOCUMENT)
        return refuse_size(why);
    size_t fault = find_fault(text->bytes, text->size);
    return fault < text->size ? refuse_byte((unsigned char)text->bytes[fault], fault, why)
                              : finish(text, text->size, why);
}

int text_has_mark(const char *bytes, size_t size) {
    return find_mark(bytes, size) != NULL;
}

int text_is_clean(const char *bytes, size_t size) {
    return size <= LIMIT_DOCUMENT && find_fault(bytes, size) == size && !memchr(bytes, '\r', size) &&
           !find_mark(bytes, size) && !is_blank(bytes, size);
}

/* A suffix such as //TRANSLIT would make iconv lenient. */
int text_knows(const char *encoding) {
    if (*encoding == 0 || strchr(encoding, '/'))
        return 0;
    iconv_t converter = iconv_open("UTF-8", encoding);
    if (converter == (iconv_t)-1)
        return 0;
    iconv_close(converter);
    return 1;
}
