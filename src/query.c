/* SQL of the caller's own. */
#include <string.h>

#include "private.h"

int parameter_index(sqlite3_stmt *stmt, const char *name) {
    for (int i = sqlite3_bind_parameter_count(stmt); name != NULL && i > 0; i--) {
        const char *parameter = sqlite3_bind_parameter_name(stmt, i);
        if (parameter != NULL && strcmp(parameter + 1, name) == 0) {
            return i;
        }
    }
    return 0;
}

int bind_text(scodb_t *db, sqlite3_stmt *stmt, int index, const char *text) {
    int code = sqlite3_bind_text64(stmt, index, text, strlen(text), SQLITE_TRANSIENT, SQLITE_UTF8);
    return code == SQLITE_OK ? SCODB_OK : sqlite_failed(db, "parameter");
}

static int bind_values(scodb_t *db, sqlite3_stmt *stmt, const scodb_value_t *values, size_t count) {
    int status = SCODB_OK;
    for (size_t i = 0; i < count && status == SCODB_OK; i++) {
        int index = parameter_index(stmt, values[i].name);
        if (index == 0) {
            return failure(db, SCODB_MISUSE, "the SQL has no parameter :%s",
                           values[i].name == NULL ? "" : values[i].name);
        }
        status = values[i].text == NULL ? SCODB_OK : bind_text(db, stmt, index, values[i].text);
    }
    return status;
}

int scodb_query(scodb_t *db, const char *sql, const scodb_value_t *values, size_t count, scodb_rows_t **out) {
    scodb_rows_t *rows;
    int status = usable(db);
    if (status != SCODB_OK) {
        return status;
    }
    if (out == NULL || (values == NULL && count > 0)) {
        return failure(db, SCODB_MISUSE, "an argument is NULL");
    }
    status = rows_open(db, sql, 0, &rows);
    if (status != SCODB_OK) {
        return status;
    }
    status = bind_values(db, rows->stmt, values, count);
    if (status != SCODB_OK) {
        scodb_free(rows);
        return status;
    }
    *out = rows;
    return SCODB_OK;
}
