/* report_rows DATABASE REPORT [PARAMETER=VALUE]...: the rows of a report as libscodb gives them, for portable.py. Values
 * end with U+001F, rows with U+001E; the first letter of a value is its type, the first row has the names of the columns. */
#include <stdio.h>
#include <string.h>

#include "scodb.h"

enum { MAX_VALUES = 16 };

static void print_value(scodb_rows_t *rows, int column) {
    const char *text = scodb_text(rows, column);
    printf("%c%s\x1f", "nirt"[scodb_type(rows, column)], text == NULL ? "" : text);
}

static int print_rows(scodb_rows_t *rows) {
    int status;
    for (int i = 0; i < scodb_column_count(rows); i++) {
        printf("t%s\x1f", scodb_column_name(rows, i));
    }
    putchar('\x1e');
    while ((status = scodb_next(rows)) == SCODB_ROW) {
        for (int i = 0; i < scodb_column_count(rows); i++) {
            print_value(rows, i);
        }
        putchar('\x1e');
    }
    scodb_free(rows);
    return status == SCODB_DONE ? SCODB_OK : status;
}

int main(int argc, char **argv) {
    scodb_value_t values[MAX_VALUES];
    size_t count = 0;
    scodb_t *db;
    scodb_rows_t *rows;
    if (argc < 3 || argc > 3 + MAX_VALUES) {
        fputs("usage: report_rows DATABASE REPORT [PARAMETER=VALUE]...\n", stderr);
        return 2;
    }
    for (char **arg = argv + 3; *arg != NULL; arg++) {
        char *sign = strchr(*arg, '=');
        if (sign == NULL) {
            fprintf(stderr, "report_rows: '%s' is no PARAMETER=VALUE\n", *arg);
            return 2;
        }
        *sign = '\0';
        values[count++] = (scodb_value_t){*arg, sign + 1};
    }
    int status = scodb_open(argv[1], 0, &db);
    if (status == SCODB_OK) {
        status = scodb_report(db, argv[2], values, count, &rows);
    }
    if (status == SCODB_OK) {
        status = print_rows(rows);
    }
    if (status != SCODB_OK) {
        fprintf(stderr, "report_rows: %s\n", scodb_errmsg(db));
    }
    scodb_close(db);
    return status == SCODB_OK ? 0 : 3;
}
