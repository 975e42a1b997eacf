/* All that is known of one thing: a statement for each kind, src/sql/profile_*.sql. */
#include <string.h>

#include "private.h"

static const struct {
    const char *kind, *file;
} PROFILES[] = {
    {"person", "profile_person.sql"},   {"state", "profile_party.sql"},           {"organization", "profile_party.sql"},
    {"meeting", "profile_meeting.sql"}, {"initiative", "profile_initiative.sql"}, {NULL, NULL},
};

static int bind_thing(scodb_rows_t *rows, const char *kind, int64_t id) {
    sqlite3_bind_int64(rows->stmt, sqlite3_bind_parameter_index(rows->stmt, ":id"), id);
    return sqlite3_bind_text(rows->stmt, sqlite3_bind_parameter_index(rows->stmt, ":kind"), kind, -1, SQLITE_STATIC);
}

/* SCODB_OK, or that there is no such thing. */
static int check_exists(scodb_t *db, const char *kind, int64_t id) {
    scodb_rows_t *rows;
    int status = rows_open(db, own_sql("thing.sql"), 1, &rows);
    if (status != SCODB_OK) {
        return status;
    }
    bind_thing(rows, kind, id);
    status = scodb_next(rows);
    scodb_free(rows);
    if (status == SCODB_DONE) {
        return failure(db, SCODB_NOT_FOUND, "there is no %s number %lld", kind, (long long)id);
    }
    return status == SCODB_ROW ? SCODB_OK : status;
}

int scodb_profile(scodb_t *db, const char *kind, int64_t id, scodb_rows_t **out) {
    size_t i = 0;
    int status = usable(db);
    if (status != SCODB_OK) {
        return status;
    }
    if (kind == NULL || out == NULL) {
        return failure(db, SCODB_MISUSE, "an argument is NULL");
    }
    while (PROFILES[i].kind != NULL && strcmp(PROFILES[i].kind, kind) != 0) {
        i++;
    }
    if (PROFILES[i].kind == NULL) {
        return failure(db, SCODB_MISUSE, "%s: no such kind; it is person, state, organization, meeting or initiative",
                       kind);
    }
    status = check_exists(db, PROFILES[i].kind, id);
    if (status != SCODB_OK) {
        return status;
    }
    status = rows_open(db, own_sql(PROFILES[i].file), 1, out);
    if (status == SCODB_OK) {
        sqlite3_bind_int64((*out)->stmt, sqlite3_bind_parameter_index((*out)->stmt, ":id"), id);
    }
    return status;
}
