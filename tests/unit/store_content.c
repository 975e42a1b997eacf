#include "store_content.h"

#include <check.h>
#include <glob.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *file_text(const char *path) {
    char *text = NULL;
    size_t room = 0;
    FILE *file = fopen(path, "r");
    ck_assert_msg(file != NULL, "%s", path);
    ck_assert(getdelim(&text, &room, '\0', file) > 0);
    fclose(file);
    return text;
}

static int write_row(void *out, int count, char **values, char **names) {
    (void)names;
    for (int i = 0; i < count; i++)
        fprintf(out, "%s|", values[i] ? values[i] : "<null>");
    fputc('\n', out);
    return 0;
}

static char *answers(sqlite3 *db, const char *sql) {
    char *text = NULL, *error = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    sqlite3_exec(db, sql, write_row, out, &error);
    fclose(out);
    ck_assert_msg(!error, "%s", error);
    return text;
}

static char *file_answers(sqlite3 *db, const char *path) {
    char *sql = file_text(path), *text = answers(db, sql);
    free(sql);
    return text;
}

char *content_of(const char *path) {
    sqlite3 *db;
    ck_assert_int_eq(sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
    char *text = file_answers(db, TESTS_SQL "/dump.sql");
    sqlite3_close(db);
    return text;
}

void check_invariants(const char *path) {
    sqlite3 *db;
    glob_t files;
    ck_assert_int_eq(sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
    ck_assert_int_eq(glob(TESTS_SQL "/*.sql", 0, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i++) {
        if (strstr(files.gl_pathv[i], "/dump.sql"))
            continue;
        char *found = file_answers(db, files.gl_pathv[i]);
        ck_assert_msg(!*found, "%s: %s", files.gl_pathv[i], found);
        free(found);
    }
    free(answers(db, "BEGIN; INSERT INTO documents_fts (documents_fts, rank) VALUES ('integrity-check', 1);"
                     "INSERT INTO statements_fts (statements_fts, rank) VALUES ('integrity-check', 1); ROLLBACK"));
    globfree(&files);
    sqlite3_close(db);
}
