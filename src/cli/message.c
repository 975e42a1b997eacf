/* One line on standard error: what is wrong, and what to do. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"

/* Names of files, reports and documents may be in a message: it stays one line, and cannot steer the terminal. */
static void print_line(const char *text) {
    char *clean = text_clean(text);
    for (char *at = clean; (at = strchr(at, '\n')) != NULL;) {
        *at = ' ';
    }
    fprintf(stderr, "scodb: %s\n", clean);
    free(clean);
}

int complain(int status, const char *format, ...) {
    char *text = NULL;
    va_list args;
    va_start(args, format);
    int size = vasprintf(&text, format, args);
    va_end(args);
    pager_end();
    print_line(size < 0 ? "out of memory; free some and try again" : text);
    if (size >= 0) {
        free(text);
    }
    return status;
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
