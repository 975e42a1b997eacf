/* From rows to a format. */
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"

static const writer_t *const WRITERS[] = {
    [TABLE] = &table_writer, [CSV] = &delimited_writer, [TSV] = &delimited_writer,
    [JSON] = &json_writer,   [JSONL] = &json_writer,    [MARKDOWN] = &markdown_writer,
};

int complain(int status, const char *format, ...) {
    va_list args;
    fflush(stdout);
    fputs("scodb: ", stderr);
    va_start(args, format);
    vfprintf(stderr, format, args);
    va_end(args);
    fputc('\n', stderr);
    return status;
}

void *or_stop(void *memory) {
    if (memory == NULL) {
        exit(complain(NO_DATABASE, "out of memory; free some and try again"));
    }
    return memory;
}

/* What to do about a status; used where the message of the library does not say it. */
static const char *advice(int status) {
    switch (status) {
    case SCODB_MISUSE:
    case SCODB_NOT_FOUND: return "see scodb --help";
    case SCODB_BUSY: return "try again when the loader has finished";
    case SCODB_CANNOT_OPEN: return "name a database with --db, or make one with scoload";
    case SCODB_INTERRUPTED: return "try again";
    case SCODB_NO_MEMORY: return "free some and try again";
    default: return "build the database again with scoload";
    }
}

int database_error(scodb_t *db, int status) {
    int wrong_use = status == SCODB_MISUSE || status == SCODB_NOT_FOUND;
    const char *message = scodb_errmsg(db);
    int complete = strstr(message, "; ") != NULL;
    return complain(wrong_use ? WRONG_USE : NO_DATABASE, "%s%s%s", message, complete ? "" : "; ",
                    complete ? "" : advice(status));
}

const char *cell_text(scodb_rows_t *rows, int column, char *room) {
    if (scodb_type(rows, column) != SCODB_REAL) {
        return scodb_text(rows, column);
    }
    double number = scodb_real(rows, column);
    for (int digits = 15; digits <= 17; digits++) {
        snprintf(room, 32, "%.*g", digits, number);
        if (strtod(room, NULL) == number) {
            break;
        }
    }
    return isfinite(number) ? room : NULL;
}

/* The columns named in pick, or all. */
static columns_t pick_columns(const scodb_rows_t *rows, const char *pick) {
    columns_t columns = {0};
    char name[64];
    if (pick == NULL) {
        for (; columns.count < scodb_column_count(rows) && columns.count < 64; columns.count++) {
            columns.at[columns.count] = columns.count;
        }
        return columns;
    }
    for (int size; sscanf(pick, "%63s%n", name, &size) == 1; pick += size) {
        columns.at[columns.count++] = scodb_column(rows, name);
    }
    return columns;
}

int64_t print_rows(scodb_t *db, scodb_rows_t *rows, const char *pick, const options_t *options) {
    const writer_t *writer = WRITERS[options->format];
    columns_t columns = pick_columns(rows, pick);
    union { /* what the formats keep from row to row */
        void *pointer;
        int64_t number;
    } state = {0};
    int64_t count = 0;
    int status;
    writer->begin(rows, &columns, options, &state);
    while ((status = scodb_next(rows)) == SCODB_ROW && !ferror(stdout)) {
        writer->row(rows, &columns, options, &state);
        count++;
    }
    writer->end(rows, &columns, options, &state);
    scodb_free(rows);
    if (status != SCODB_DONE && status != SCODB_ROW) {
        database_error(db, status);
        return -1;
    }
    return count;
}

/* Wrapped text in a rendition of the terminal, if it has colours. */
static void print_rendered(const char *rendition, const char *text, const options_t *options) {
    fputs(options->colour ? rendition : "", stdout);
    text_paragraph(text, 0, options);
    fputs(options->colour ? "\033[0m" : "", stdout);
}

void print_heading(const char *text, const options_t *options) {
    if (options->format == MARKDOWN) {
        printf("## %s\n\n", text);
    } else if (options->format == TABLE) {
        print_rendered("\033[1m", text, options);
        putchar('\n');
    }
}

void print_note(const char *text, const options_t *options) {
    if (text == NULL) {
        return;
    }
    if (options->format == MARKDOWN) {
        printf("\n%s\n", text);
    } else if (options->format == TABLE) {
        putchar('\n');
        print_rendered("\033[2m", text, options);
    }
}
