/* The whole examination is one statement, src/sql/verify.sql: a check for each part, a row for each problem. */
#include "private.h"

int scodb_verify(scodb_t *db, scodb_rows_t **out) {
    int status = usable(db);
    return status == SCODB_OK ? rows_open(db, own_sql("verify.sql"), 1, out) : status;
}
