/* The canned reports, which the build made of queries/. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "private.h"

static int is_date(const char *text) {
    static const char form[] = "dddd-dd-dd";
    for (int i = 0; i < 10; i++) {
        if (form[i] == 'd' ? text[i] < '0' || text[i] > '9' : text[i] != form[i]) {
            return 0;
        }
    }
    return text[10] == '\0';
}

int bind_as(scodb_t *db, sqlite3_stmt *stmt, int index, const scodb_field_t *field, const char *text) {
    char *end = NULL;
    if (text == NULL || text[0] == '\0') {
        return SCODB_OK;
    }
    if (strcmp(field->type, "integer") == 0) {
        errno = 0;
        long long number = strtoll(text, &end, 10);
        if (*end != '\0' || errno != 0) {
            return failure(db, SCODB_MISUSE, "parameter %s: '%s' is no whole number", field->name, text);
        }
        return status_of(sqlite3_bind_int64(stmt, index, number));
    }
    if (strcmp(field->type, "date") == 0 && !is_date(text)) {
        return failure(db, SCODB_MISUSE, "parameter %s: '%s' is no day like 2024-07-31", field->name, text);
    }
    return bind_text(db, stmt, index, text);
}

const scodb_report_t *const *scodb_reports(void) {
    return scodbp_reports;
}

static const scodb_report_t *find_report(const char *name) {
    for (const scodb_report_t *const *at = scodbp_reports; *at != NULL; at++) {
        if (strcmp((*at)->name, name) == 0) {
            return *at;
        }
    }
    return NULL;
}

static const scodb_field_t *find_field(const scodb_field_t *fields, const char *name) {
    while (fields->name != NULL && (name == NULL || strcmp(fields->name, name) != 0)) {
        fields++;
    }
    return fields->name == NULL ? NULL : fields;
}

static const char *value_of(const scodb_field_t *field, const scodb_value_t *values, size_t count) {
    for (size_t i = count; i-- > 0;) {
        if (strcmp(values[i].name, field->name) == 0 && values[i].text != NULL) {
            return values[i].text;
        }
    }
    return field->fallback;
}

static int bind_report(scodb_t *db, sqlite3_stmt *stmt, const scodb_report_t *report, const scodb_value_t *values,
                       size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (find_field(report->params, values[i].name) == NULL) {
            return failure(db, SCODB_MISUSE, "report %s has no parameter '%s'", report->name,
                           values[i].name == NULL ? "" : values[i].name);
        }
    }
    int status = SCODB_OK;
    for (const scodb_field_t *field = report->params; field->name != NULL && status == SCODB_OK; field++) {
        status = bind_as(db, stmt, parameter_index(stmt, field->name), field, value_of(field, values, count));
    }
    return status;
}

int scodb_report(scodb_t *db, const char *name, const scodb_value_t *values, size_t count, scodb_rows_t **out) {
    scodb_rows_t *rows;
    int status = usable(db);
    if (status != SCODB_OK) {
        return status;
    }
    if (name == NULL || out == NULL || (values == NULL && count > 0)) {
        return failure(db, SCODB_MISUSE, "an argument is NULL");
    }
    const scodb_report_t *report = find_report(name);
    if (report == NULL) {
        return failure(db, SCODB_NOT_FOUND, "there is no report '%s'", name);
    }
    status = rows_open(db, report->sql, 1, &rows);
    if (status != SCODB_OK) {
        return status;
    }
    status = bind_report(db, rows->stmt, report, values, count);
    if (status != SCODB_OK) {
        scodb_free(rows);
        return status;
    }
    *out = rows;
    return SCODB_OK;
}
