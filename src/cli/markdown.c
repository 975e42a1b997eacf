/* Markdown tables, as GitHub and pandoc read them. */
#include <stdlib.h>
#include <string.h>

#include "cli.h"

/* Data must not become markup: what Markdown, HTML, formulas or attributes of pandoc begin with gets a backslash. */
void markdown_text(const char *text) {
    char *clean = text_clean(text);
    for (const char *at = clean; *at != '\0'; at++) {
        if (*at == '\n') {
            fputs("<br>", stdout);
        } else {
            printf(strchr("\\`*_{[]<>|~&$^@", *at) != NULL ? "\\%c" : "%c", *at);
        }
    }
    free(clean);
}

/* The head waits for the first row, which tells what columns hold numbers. */
static void head(const cell_t *cells, int count) {
    for (int i = 0; i < count; i++) {
        fputs("| ", stdout);
        markdown_text(cells[i].name);
        putchar(' ');
    }
    fputs("|\n", stdout);
    for (int i = 0; i < count; i++) {
        fputs(cells[i].type == SCODB_INTEGER || cells[i].type == SCODB_REAL ? "| ---: " : "| --- ", stdout);
    }
    fputs("|\n", stdout);
}

static void begin(output_t *out, const cell_t *cells, int count) {
    (void)out, (void)cells, (void)count;
}

static void row(output_t *out, const cell_t *cells, int count) {
    if (out->rows == 0) {
        head(cells, count);
    }
    for (int i = 0; i < count; i++) {
        fputs("| ", stdout);
        markdown_text(cells[i].text);
        putchar(' ');
    }
    fputs("|\n", stdout);
}

static void end(output_t *out) {
    (void)out;
}

const writer_t markdown_writer = {begin, row, end};
