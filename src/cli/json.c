/* JSON: an array of objects, or one object to a line. */
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "cli.h"

int json_hides(int point) {
    return point < 0x20 || (point >= 0x7f && point < 0xa0) || utf8proc_category(point) == UTF8PROC_CATEGORY_CF ||
           point == 0x2028 || point == 0x2029;
}

static void json_point(utf8proc_int32_t point, const char *bytes, size_t size) {
    if (point == '"' || point == '\\') {
        printf("\\%c", (char)point);
    } else if (point == '\n') {
        fputs("\\n", stdout);
    } else if (json_hides(point)) {
        utf8proc_int32_t high = point - 0x10000;
        point < 0x10000
            ? printf("\\u%04x", (unsigned)point)
            : printf("\\u%04x\\u%04x", 0xd800u + ((unsigned)high >> 10), 0xdc00u + ((unsigned)high & 0x3ff));
    } else {
        fwrite(bytes, 1, size, stdout);
    }
}

/* Bytes that stand for themselves, those in marks aside. */
static size_t plain(const char *text, const char *marks) {
    size_t size = 0;
    while (text[size] >= 0x20 && text[size] < 0x7f && strchr(marks, text[size]) == NULL) {
        size++;
    }
    return size;
}

/* All of text, the bytes in marks escaped; bytes that are no UTF-8 become U+FFFD. */
static void json_points(const char *text, const char *marks) {
    for (size_t size; *text != '\0'; text += size) {
        utf8proc_int32_t point;
        size = plain(text, marks);
        if (size > 0) {
            fwrite(text, 1, size, stdout);
            continue;
        }
        utf8proc_ssize_t bytes = utf8proc_iterate((const utf8proc_uint8_t *)text, -1, &point);
        size = bytes > 0 ? (size_t)bytes : 1;
        if (bytes > 0) {
            json_point(point, text, size);
        } else {
            fputs("\xef\xbf\xbd", stdout);
        }
    }
}

void json_string(const char *text) {
    putchar('"');
    json_points(text, "\"\\");
    putchar('"');
}

void json_ready(const char *json) {
    json_points(json, "");
}

static void begin(output_t *out, const cell_t *cells, int count) {
    (void)cells, (void)count;
    fputs(out->options->format == JSON ? "[" : "", stdout);
}

static void row(output_t *out, const cell_t *cells, int count) {
    if (out->options->format == JSON) {
        fputs(out->rows == 0 ? "\n  " : ",\n  ", stdout);
    }
    for (int i = 0; i < count; i++) {
        fputs(i == 0 ? "{" : ", ", stdout);
        json_string(cells[i].name);
        fputs(": ", stdout);
        if (cells[i].text != NULL && cells[i].type == SCODB_TEXT) {
            json_string(cells[i].text);
        } else {
            fputs(cells[i].text == NULL ? "null" : cells[i].text, stdout);
        }
    }
    fputs(out->options->format == JSON ? "}" : "}\n", stdout);
}

static void end(output_t *out) {
    if (out->options->format == JSON) {
        fputs(out->rows == 0 ? "]\n" : "\n]\n", stdout);
    }
}

const writer_t json_writer = {begin, row, end};
