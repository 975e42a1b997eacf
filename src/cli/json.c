/* JSON: an array of objects, or one object to a line. */
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "cli.h"

/* Controls and what turns the direction of text are escaped, bytes that are no UTF-8 become U+FFFD. */
static void json_point(utf8proc_int32_t point, const char *bytes, size_t size) {
    if (point == '"' || point == '\\') {
        printf("\\%c", (char)point);
    } else if (point == '\n') {
        fputs("\\n", stdout);
    } else if (point < 0x20 || (point >= 0x7f && point < 0xa0) || utf8proc_category(point) == UTF8PROC_CATEGORY_CF ||
               point == 0x2028 || point == 0x2029) {
        utf8proc_int32_t high = point - 0x10000;
        point < 0x10000
            ? printf("\\u%04x", (unsigned)point)
            : printf("\\u%04x\\u%04x", 0xd800u + ((unsigned)high >> 10), 0xdc00u + ((unsigned)high & 0x3ff));
    } else {
        fwrite(bytes, 1, size, stdout);
    }
}

void json_string(const char *text) {
    putchar('"');
    while (*text != '\0') {
        utf8proc_int32_t point;
        utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)text, -1, &point);
        if (size > 0) {
            json_point(point, text, (size_t)size);
        } else {
            fputs("\xef\xbf\xbd", stdout);
        }
        text += size > 0 ? size : 1;
    }
    putchar('"');
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
