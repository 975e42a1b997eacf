/* Who or what goes by a name. */
#include <string.h>

#include "private.h"

int scodb_find(scodb_t *db, const char *name, scodb_rows_t **out) {
    scodb_rows_t *rows;
    int status = usable(db);
    if (status != SCODB_OK) {
        return status;
    }
    if (name == NULL || out == NULL) {
        return failure(db, SCODB_MISUSE, "an argument is NULL");
    }
    status = rows_open(db, own_sql("find.sql"), 1, &rows);
    if (status != SCODB_OK) {
        return status;
    }
    status = bind_text(db, rows->stmt, 1, name);
    if (status != SCODB_OK) {
        scodb_free(rows);
        return status;
    }
    *out = rows;
    return SCODB_OK;
}
