/* Text on a terminal: what it measures, where it breaks, what must not reach it. */
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "cli.h"

int text_mark(const char *text) {
    return strncmp(text, MARK_OPEN, MARK_SIZE) == 0 ? 1 : strncmp(text, MARK_CLOSE, MARK_SIZE) == 0 ? -1 : 0;
}

/* One code point at text: its size in bytes; *point is -1 for a byte that is no UTF-8. */
static size_t decode(const char *text, utf8proc_int32_t *point) {
    utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)text, -1, point);
    if (size <= 0) {
        *point = -1;
        return 1;
    }
    return (size_t)size;
}

/* Controls, and those formats that turn or hide text around them. */
static int is_dangerous(utf8proc_int32_t point) {
    return point < 0x20 || (point >= 0x7f && point < 0xa0) || point == 0x61c || point == 0x200e || point == 0x200f ||
           (point >= 0x2028 && point <= 0x202e) || (point >= 0x2066 && point <= 0x206f) || point == 0xfeff ||
           (point >= 0xfff9 && point <= 0xfffb) || (point >= 0xe0000 && point <= 0xe0fff);
}

char *text_clean(const char *text) {
    char *copy = or_stop(malloc(text == NULL ? 1 : 8 * strlen(text) + 1)); /* a byte becomes eight at most: <U+001B> */
    char *end = copy;
    for (utf8proc_int32_t point; text != NULL && *text != '\0';) {
        size_t size = decode(text, &point);
        if (point == '\t') {
            *end++ = ' ';
        } else if (point == '\n' || (point >= 0 && !is_dangerous(point))) {
            memcpy(end, text, size);
            end += size;
        } else {
            end += sprintf(end, point < 0 ? "<%02X>" : "<U+%04X>", point < 0 ? (unsigned char)*text : (unsigned)point);
        }
        text += size;
    }
    *end = '\0';
    return copy;
}

/* Columns of the code point at text, whose size in bytes *size gets. */
static int point_width(const char *text, size_t *size, const options_t *options) {
    utf8proc_int32_t point;
    *size = decode(text, &point);
    return point < 0 ? 1 : options->colour && text_mark(text) != 0 ? 0 : utf8proc_charwidth(point);
}

int text_width(const char *text, size_t size, const options_t *options) {
    int width = 0;
    for (size_t at = 0, step; at < size; at += step) {
        width += point_width(text + at, &step, options);
    }
    return width;
}

/* A line ends at a newline, else behind the last word or piece of a word that fits, else, in a piece longer than the
 * line, anywhere but before a combining mark. */
size_t text_line(const char *text, int width, const char **next, const options_t *options) {
    size_t at = 0, fits = 0, step;
    for (int used = 0; text[at] != '\0' && text[at] != '\n'; at += step) {
        used += point_width(text + at, &step, options);
        if (text[at] == ' ') {
            fits = at;
        } else if (used > width && at > 0) {
            size_t size = fits > 0 ? fits : at;
            *next = text + size + strspn(text + size, " ");
            return size;
        } else if (strchr(TEXT_JOINTS, text[at]) != NULL) {
            fits = at + 1;
        }
    }
    *next = text + at + (text[at] == '\n');
    while (at > 0 && text[at - 1] == ' ') {
        at--;
    }
    return at;
}

void text_print(const char *text, size_t size, int *lit, const options_t *options) {
    fputs(*lit ? "\033[1;33m" : "", stdout);
    for (size_t at = 0; at < size;) {
        if (options->colour && text_mark(text + at) != 0) {
            *lit = text_mark(text + at) > 0;
            fputs(*lit ? "\033[1;33m" : "\033[0m", stdout);
            at += MARK_SIZE;
        } else {
            putchar(text[at++]);
        }
    }
    fputs(*lit ? "\033[0m" : "", stdout);
}

void text_dressed(const char *text, int first, int rest, const char *rendition, const options_t *options) {
    char *clean = text_clean(text);
    int lit = 0, indent = first;
    for (const char *at = clean, *next; *at != '\0'; at = next, indent = rest) {
        size_t size = text_line(at, options->width - indent, &next, options);
        printf("%s%*s", options->colour ? rendition : "", indent, "");
        text_print(at, size, &lit, options);
        fputs(options->colour && *rendition != '\0' ? "\033[0m\n" : "\n", stdout);
    }
    free(clean);
}

void text_paragraph(const char *text, int indent, const options_t *options) {
    text_dressed(text, indent, indent, "", options);
}
