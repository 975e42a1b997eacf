/* CSV (RFC 4180, but lines end in a line feed) and TSV, for spreadsheets. A text that a spreadsheet would run as a
 * formula gets an apostrophe in front; whoever needs the exact text takes JSON. */
#include <stdlib.h>
#include <string.h>

#include "cli.h"

/* Some spreadsheets take semicolons and tabs for the end of a cell; not within quotes. */
static void csv_cell(const char *text) {
    if (text[strcspn(text, ",;\"\r\n\t")] == '\0') {
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

/* Whether a spreadsheet would calculate: also behind spaces, in full-width signs, or, in TSV, within quotes. */
static int is_formula(const char *text, format_t format) {
    static const char *const STARTS[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
    text += strspn(text, " \n");
    if (format == TSV && *text == '"') {
        return 1;
    }
    for (size_t i = 0; i < sizeof STARTS / sizeof *STARTS; i++) {
        if (strncmp(text, STARTS[i], strlen(STARTS[i])) == 0) {
            return 1;
        }
    }
    return 0;
}

static void print_cell(const char *text, int is_text, format_t format) {
    char *clean = text_clean(text);
    char *defused = make_text("%s%s", is_text && is_formula(clean, format) ? "'" : "", clean);
    (format == CSV ? csv_cell : tsv_cell)(defused);
    free(defused);
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
