/* scodb verify: is the database what it should be? */
#include <stdlib.h>

#include "cli.h"

static const char COUNTS[] = "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM facts),"
                             " (SELECT count(*) FROM evidence)";

/* Said to people; for a program the empty list is enough. */
static int sound(scodb_t *db, const options_t *options) {
    scodb_rows_t *rows;
    int status = scodb_query(db, COUNTS, NULL, 0, &rows);
    if (status != SCODB_OK) {
        return database_error(db, status);
    }
    status = scodb_next(rows);
    if (status == SCODB_ROW && is_page(options)) {
        char *text =
            make_text("%s is sound: %lld documents, %lld facts, %lld passages that state them.", options->database,
                      (long long)scodb_int(rows, 0), (long long)scodb_int(rows, 1), (long long)scodb_int(rows, 2));
        page_text(text, options);
        free(text);
    }
    scodb_free(rows);
    return status == SCODB_ROW ? DONE : database_error(db, status);
}

static int run(scodb_t *db, const options_t *options) {
    scodb_rows_t *rows;
    int status = scodb_verify(db, &rows);
    if (status != SCODB_OK) {
        return database_error(db, status);
    }
    if (options->format != TABLE) {
        page_begin("Verification", options);
        page_gap(options);
    }
    int64_t problems = print_rows(db, rows, NULL, options);
    status = problems < 0 ? NO_DATABASE : problems == 0 ? sound(db, options) : DONE;
    page_end(options);
    if (problems > 0) {
        return complain(NO_DATABASE, "%s: damaged; build it again from its texts with scoload", options->database);
    }
    return status;
}

const command_t verify_command = {
    .name = "verify",
    .usage = "",
    .about = "look at every page, reference, digest and passage of the database",
    .help = "Says that the database is sound, or names each problem and ends with status 3.\n",
    .run = run,
};
