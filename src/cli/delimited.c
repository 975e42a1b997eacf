/* CSV (RFC 4180, but lines end in a line feed) and TSV, for spreadsheets. A text that a spreadsheet would run as a
 * formula gets an apostrophe in front; whoever needs the exact text takes JSON. */
#include <stdlib.h>
#include <string.h>

#include "cli.h"

static void csv_cell(const char *text) {
    if (text[strcspn(text, ",;\"\n")] == '\0') {
        fputs(text, stdout);
        return;
    }
    putchar('"');
    for (; *text != '\0'; text++) {
        fputs(*text == '"' ? "\"\"" : (char[]){*text, '\0'}, stdout);
    }
    putchar('"');
}

/* Line ends and backslash as \n and \\; of tabs text_clean has made spaces. */
static void tsv_cell(const char *text) {
    for (; *text != '\0'; text++) {
        fputs(*text == '\n' ? "\\n" : *text == '\\' ? "\\\\" : (char[]){*text, '\0'}, stdout);
    }
}

/* Whether text begins with a sign that begins a formula; some spreadsheets take those of full width as well. */
static int is_sign(const char *text) {
    static const char *const signs[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        if (strncmp(text, signs[i], strlen(signs[i])) == 0) {
            return 1;
        }
    }
    return 0;
}

/* A copy to free with an apostrophe before each sign that would begin a formula: at the start, and behind a semicolon or
 * line end, where a spreadsheet that expects semicolons begins another cell whatever the quotes say. In TSV, a quotation
 * mark at the start would swallow the cells behind it. */
static char *defuse(const char *text, format_t format) {
    char *copy = or_stop(malloc(2 * strlen(text) + 2)), *end = copy;
    int starts = 1;
    if (format == TSV && text[strspn(text, " ")] == '"') {
        *end++ = '\'';
    }
    for (; *text != '\0'; text++) {
        if (starts && is_sign(text)) {
            *end++ = '\'';
        }
        *end++ = *text;
        starts = *text == ';' || *text == '\n' || (starts && (*text == ' ' || *text == '"'));
    }
    *end = '\0';
    return copy;
}

static void print_cell(const char *text, int is_text, format_t format) {
    char *clean = text_clean(text), *shown = is_text ? defuse(clean, format) : NULL;
    (format == CSV ? csv_cell : tsv_cell)(is_text ? shown : clean);
    free(shown);
    free(clean);
}

static void separate(int column, int count, format_t format) {
    putchar(column == count - 1 ? '\n' : format == CSV ? ',' : '\t');
}

static void begin(output_t *out, const cell_t *cells, int count) {
    for (int i = 0; i < count; i++) {
        print_cell(cells[i].name, 1, out->options->format);
        separate(i, count, out->options->format);
    }
}

static void row(output_t *out, const cell_t *cells, int count) {
    for (int i = 0; i < count; i++) {
        print_cell(cells[i].text, cells[i].type == SCODB_TEXT, out->options->format);
        separate(i, count, out->options->format);
    }
}

static void end(output_t *out) {
    (void)out;
}

const writer_t delimited_writer = {begin, row, end};
