/* scodb verify: is the database what it should be? */
#include <stdlib.h>

#include "cli.h"

static const char COUNTS[] = "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM facts),"
                             " (SELECT count(*) FROM evidence)";

static int sound(scodb_t *db, const options_t *options) {
    scodb_rows_t *rows;
    int status = scodb_query(db, COUNTS, NULL, 0, &rows);
    if (status != SCODB_OK) {
        return database_error(db, status);
    }
    status = scodb_next(rows);
    if (status == SCODB_ROW) {
        printf("%s is sound: %lld documents, %lld facts, %lld passages that state them.\n", options->database,
               (long long)scodb_int(rows, 0), (long long)scodb_int(rows, 1), (long long)scodb_int(rows, 2));
    }
    scodb_free(rows);
    return status == SCODB_ROW ? DONE : database_error(db, status);
}

static int run(scodb_t *db, const options_t *options) {
    scodb_rows_t *rows;
    int problems = 0, status = scodb_verify(db, &rows);
    if (status != SCODB_OK) {
        return database_error(db, status);
    }
    for (; (status = scodb_next(rows)) == SCODB_ROW; problems++) {
        char *problem = text_clean(scodb_get(rows, "problem"));
        printf("%s: %s\n", scodb_get(rows, "part"), problem);
        free(problem);
    }
    scodb_free(rows);
    if (status != SCODB_DONE) {
        return database_error(db, status);
    }
    return problems == 0
               ? sound(db, options)
               : complain(NO_DATABASE, "%s: damaged; build it again from its texts with scoload", options->database);
}

const command_t verify_command = {"verify",
                                  "",
                                  "look at every page, reference, digest and passage of the database",
                                  "Says that the database is sound, or names each problem and ends with status 3.\n",
                                  0,
                                  0,
                                  run};
