/* From rows to a format. */
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"

enum { LABEL_WIDTH = 11 };

void *or_stop(void *memory) {
    if (memory == NULL) {
        exit(complain(NO_DATABASE, "out of memory; free some and try again"));
    }
    return memory;
}

char *make_text(const char *format, ...) {
    char *text;
    va_list args;
    va_start(args, format);
    int size = vasprintf(&text, format, args);
    va_end(args);
    return or_stop(size < 0 ? NULL : text);
}

char *join_args(char **args, int count) {
    char *text = make_text("%s", count > 0 ? args[0] : "");
    for (int i = 1; i < count; i++) {
        char *longer = make_text("%s %s", text, args[i]);
        free(text);
        text = longer;
    }
    return text;
}

const writer_t *writer_for(const options_t *options) {
    static const writer_t *const writers[] = {
        [TABLE] = &table_writer, [CSV] = &delimited_writer,     [TSV] = &delimited_writer, [JSON] = &json_writer,
        [JSONL] = &json_writer,  [MARKDOWN] = &markdown_writer, [HTML] = &html_writer,
    };
    return writers[options->format];
}

/* A real number as people write it, in room for 32 bytes: the shortest that reads back the same. */
static const char *real_text(double number, char *room) {
    for (int digits = 15; digits <= 17; digits++) {
        snprintf(room, 32, "%.*g", digits, number);
        if (strtod(room, NULL) == number) {
            break;
        }
    }
    return isfinite(number) ? room : NULL;
}

/* Which columns of rows: those named in pick, or all. Their number. */
static int pick_columns(const scodb_rows_t *rows, const char *pick, int *columns) {
    char name[64];
    int count = 0;
    if (pick == NULL) {
        for (; count < scodb_column_count(rows) && count < MOST_COLUMNS; count++) {
            columns[count] = count;
        }
        return count;
    }
    for (int size; sscanf(pick, "%63s%n", name, &size) == 1; pick += size) {
        columns[count++] = scodb_column(rows, name);
    }
    return count;
}

int64_t print_rows(scodb_t *db, scodb_rows_t *rows, const char *pick, const options_t *options) {
    const writer_t *writer = writer_for(options);
    output_t out = {.options = options};
    cell_t cells[MOST_COLUMNS] = {0};
    char room[MOST_COLUMNS][32];
    int columns[MOST_COLUMNS], count = pick_columns(rows, pick, columns), status = SCODB_DONE;
    for (int i = 0; i < count; i++) {
        cells[i].name = scodb_column_name(rows, columns[i]);
    }
    writer->begin(&out, cells, count);
    while ((options->limit == 0 || out.rows < options->limit) && (status = scodb_next(rows)) == SCODB_ROW &&
           !ferror(stdout)) {
        for (int i = 0; i < count; i++) {
            cells[i].type = scodb_type(rows, columns[i]);
            cells[i].text = cells[i].type == SCODB_REAL ? real_text(scodb_real(rows, columns[i]), room[i])
                                                        : scodb_text(rows, columns[i]);
        }
        writer->row(&out, cells, count);
        out.rows++;
    }
    writer->end(&out);
    scodb_free(rows);
    if (status != SCODB_DONE && status != SCODB_ROW) {
        database_error(db, status);
        return -1;
    }
    return out.rows;
}

int is_page(const options_t *options) {
    return options->format == TABLE || options->format == MARKDOWN || options->format == HTML;
}

/* A paragraph, in HTML within a tag, in Markdown behind a mark, on a terminal in a rendition and indented. */
typedef struct dress {
    const char *tag, *end, *mark, *rendition;
    int indent;
} dress_t;

static void paragraph(const dress_t *dress, const char *text, const options_t *options) {
    if (options->format == HTML) {
        fputs(dress->tag, stdout);
        html_text(text);
        fputs(dress->end, stdout);
    } else if (options->format == MARKDOWN) {
        fputs(dress->mark, stdout);
        markdown_text(text);
        putchar('\n');
    } else if (options->format == TABLE) {
        text_dressed(text, dress->indent, dress->indent, dress->rendition, options);
    }
}

void page_gap(const options_t *options) {
    fputs(options->format == TABLE || options->format == MARKDOWN ? "\n" : "", stdout);
}

void page_begin(const char *title, const options_t *options) {
    static const dress_t dress = {"<h1>", "</h1>\n", "# ", "\033[1;4m", 0};
    if (options->format == HTML) {
        html_head(title);
    }
    paragraph(&dress, title, options);
}

void page_section(const char *title, const options_t *options) {
    static const dress_t dress = {"<h2>", "</h2>\n", "## ", "\033[1m", 0};
    page_gap(options);
    paragraph(&dress, title, options);
    page_gap(options);
}

void page_text(const char *text, const options_t *options) {
    static const dress_t dress = {"<p>", "</p>\n", "", "", 0};
    paragraph(&dress, text, options);
}

void page_note(const char *text, const options_t *options) {
    static const dress_t dress = {"<p class=\"note\">", "</p>\n", "", "\033[2m", 0};
    if (text != NULL) {
        page_gap(options);
        paragraph(&dress, text, options);
    }
}

void page_quotation(const char *text, const options_t *options) {
    static const dress_t dress = {"<blockquote>", "</blockquote>\n", "> ", "", 2};
    page_gap(options);
    paragraph(&dress, text, options);
}

/* A line of what is known; nothing where it is not. */
void page_field(const char *label, const char *text, const options_t *options) {
    if (text == NULL || *text == '\0') {
        return;
    }
    if (options->format == HTML) {
        html_field(label, text);
    } else if (options->format == MARKDOWN) {
        printf("- %s: ", label);
        markdown_text(text);
        putchar('\n');
    } else {
        char *line = make_text("%-*s %s", LABEL_WIDTH - 1, label, text);
        text_dressed(line, 0, LABEL_WIDTH, "", options);
        free(line);
    }
}

void page_end(const options_t *options) {
    if (options->format == HTML) {
        html_foot();
    }
}

int print_whole(scodb_t *db, scodb_rows_t *rows, const char *title, const options_t *options) {
    if (options->format == HTML) {
        page_begin(title, options);
    }
    int64_t count = print_rows(db, rows, NULL, options);
    page_end(options);
    return count < 0 ? NO_DATABASE : count == 0 ? NOTHING_FOUND : DONE;
}
