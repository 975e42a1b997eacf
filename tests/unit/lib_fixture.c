#include "lib_fixture.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "embedded.h"
#include "identity.h"

extern const embedded_t scodbp_schema[], schema_lookup[], fixture_sql[];

static char folder[64];

const char *fixture_path(const char *name) {
    static char paths[4][256];
    static int turn;
    turn = (turn + 1) % 4;
    snprintf(paths[turn], sizeof paths[turn], "%s/%s", folder, name);
    return paths[turn];
}

static const char *fixture_text(const char *name) {
    const embedded_t *file = fixture_sql;
    while (strcmp(file->name, name) != 0) {
        file++;
    }
    return file->text;
}

static void execute(sqlite3 *db, const char *sql) {
    char *error = NULL;
    sqlite3_exec(db, sql, NULL, NULL, &error);
    ck_assert_msg(error == NULL, "%s in: %.200s", error, sql);
}

void fixture_run(const char *name, const char *sql) {
    sqlite3 *db;
    ck_assert_int_eq(sqlite3_open(fixture_path(name), &db), SQLITE_OK);
    execute(db, "PRAGMA synchronous = OFF");
    execute(db, sql);
    sqlite3_close(db);
}

void fixture_begin(void) {
    char identity[128];
    strcpy(folder, "/tmp/scodb-test-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(identity, sizeof identity,
             "PRAGMA application_id = %d; PRAGMA user_version = %d; PRAGMA foreign_keys = ON", SCODB_APPLICATION_ID,
             SCODB_SCHEMA_VERSION);
    fixture_run("lakes.db", identity);
    for (const embedded_t *part = scodbp_schema; part->name != NULL; part++) {
        fixture_run("lakes.db", part->text);
    }
    fixture_run("lakes.db", schema_lookup->text);
    fixture_run("lakes.db", fixture_text("fixture.sql"));
}

void fixture_bulk(void) {
    char *sql = sqlite3_mprintf("BEGIN; %s COMMIT", fixture_text("fixture_bulk.sql"));
    fixture_run("lakes.db", sql);
    sqlite3_free(sql);
}

static int remove_one(const char *path, const struct stat *status, int flag, struct FTW *place) {
    (void)status, (void)flag, (void)place;
    return remove(path);
}

void fixture_end(void) {
    nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

void fixture_write(const char *name, const void *bytes, size_t size) {
    FILE *file = fopen(fixture_path(name), "wb");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(bytes, 1, size, file), size);
    fclose(file);
}

void fixture_copy(const char *name) {
    char sql[512];
    snprintf(sql, sizeof sql, "VACUUM INTO '%s'", fixture_path(name));
    fixture_run("lakes.db", sql);
}

scodb_t *fixture_open(const char *name) {
    scodb_t *db;
    int status = scodb_open(fixture_path(name), 0, &db);
    ck_assert_msg(status == SCODB_OK, "%d: %s", status, scodb_errmsg(db));
    return db;
}

const char *fixture_column(scodb_rows_t *rows, const char *name) {
    static char all[4096];
    int status;
    all[0] = '\0';
    ck_assert_int_ge(scodb_column(rows, name), 0);
    while ((status = scodb_next(rows)) == SCODB_ROW) {
        const char *text = scodb_get(rows, name);
        size_t used = strlen(all);
        snprintf(all + used, sizeof all - used, "%s|", text == NULL ? "NULL" : text);
    }
    ck_assert_int_eq(status, SCODB_DONE);
    scodb_free(rows);
    return all;
}
