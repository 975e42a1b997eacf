/* CSV (RFC 4180, but lines end in a line feed) and TSV, for spreadsheets. A text that a spreadsheet would run as a
 * formula gets an apostrophe in front; whoever needs the exact text takes JSON. */
#include <stdlib.h>
#include <string.h>

#include "cli.h"

static void csv_cell(const char *text) {
    if (text[strcspn(text, ",\"\r\n")] == '\0') {
        fputs(text, stdout);
        return;
    }
    putchar('"');
    for (; *text != '\0'; text++) {
        fputs(*text == '"' ? "\"\"" : (char[]){*text, '\0'}, stdout);
    }
    putchar('"');
}

/* Tab, line ends and backslash as \t, \n, \r and \\. */
static void tsv_cell(const char *text) {
    static const char specials[] = "\t\n\r\\", letters[] = "tnr\\";
    for (; *text != '\0'; text++) {
        const char *special = strchr(specials, *text);
        if (special == NULL) {
            putchar(*text);
        } else {
            printf("\\%c", letters[special - specials]);
        }
    }
}

static void cell(const char *text, int is_text, const options_t *options) {
    char *clean = options->terminal ? text_clean(text) : NULL;
    const char *shown = clean != NULL ? clean : text == NULL ? "" : text;
    size_t size = strlen(shown) + 2;
    char *defused = or_stop(malloc(size));
    int formula = is_text && *shown != '\0' && strchr("=+-@\t\r", *shown) != NULL;
    snprintf(defused, size, "%s%s", formula ? "'" : "", shown);
    (options->format == CSV ? csv_cell : tsv_cell)(defused);
    free(defused);
    free(clean);
}

static void separate(int column, const columns_t *columns, const options_t *options) {
    putchar(column == columns->count - 1 ? '\n' : options->format == CSV ? ',' : '\t');
}

static void begin(scodb_rows_t *rows, const columns_t *columns, const options_t *options, void *state) {
    (void)state;
    for (int i = 0; i < columns->count; i++) {
        cell(scodb_column_name(rows, columns->at[i]), 1, options);
        separate(i, columns, options);
    }
}

static void row(scodb_rows_t *rows, const columns_t *columns, const options_t *options, void *state) {
    char room[32];
    (void)state;
    for (int i = 0; i < columns->count; i++) {
        cell(cell_text(rows, columns->at[i], room), scodb_type(rows, columns->at[i]) == SCODB_TEXT, options);
        separate(i, columns, options);
    }
}

static void end(scodb_rows_t *rows, const columns_t *columns, const options_t *options, void *state) {
    (void)rows, (void)columns, (void)options, (void)state;
}

const writer_t delimited_writer = {begin, row, end};
