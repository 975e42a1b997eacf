/* Markdown tables, as GitHub and pandoc read them. */
#include <stdlib.h>
#include <string.h>

#include "cli.h"

/* Data must not become markup: what Markdown or HTML would read gets a backslash. */
static void cell(const char *text) {
    char *clean = text_clean(text);
    for (const char *at = clean; *at != '\0'; at++) {
        if (*at == '\n') {
            fputs("<br>", stdout);
        } else {
            printf(strchr("\\`*_[]<>|~&", *at) != NULL ? "\\%c" : "%c", *at);
        }
    }
    free(clean);
}

static int is_number(scodb_rows_t *rows, int column) {
    int type = scodb_type(rows, column);
    return type == SCODB_INTEGER || type == SCODB_REAL;
}

/* The head waits for the first row, which tells what columns hold numbers. */
static void head(scodb_rows_t *rows, const columns_t *columns) {
    for (int i = 0; i < columns->count; i++) {
        fputs("| ", stdout);
        cell(scodb_column_name(rows, columns->at[i]));
        putchar(' ');
    }
    fputs("|\n", stdout);
    for (int i = 0; i < columns->count; i++) {
        fputs(is_number(rows, columns->at[i]) ? "| ---: " : "| --- ", stdout);
    }
    fputs("|\n", stdout);
}

static void begin(scodb_rows_t *rows, const columns_t *columns, const options_t *options, void *state) {
    (void)rows, (void)columns, (void)options, (void)state;
}

static void row(scodb_rows_t *rows, const columns_t *columns, const options_t *options, void *state) {
    int64_t *count = state;
    char room[32];
    (void)options;
    if ((*count)++ == 0) {
        head(rows, columns);
    }
    for (int i = 0; i < columns->count; i++) {
        const char *text = cell_text(rows, columns->at[i], room);
        fputs("| ", stdout);
        cell(text);
        putchar(' ');
    }
    fputs("|\n", stdout);
}

static void end(scodb_rows_t *rows, const columns_t *columns, const options_t *options, void *state) {
    const int64_t *count = state;
    (void)options;
    if (*count == 0) {
        head(rows, columns);
    }
}

const writer_t markdown_writer = {begin, row, end};
