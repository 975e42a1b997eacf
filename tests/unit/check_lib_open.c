/* Opening: what is accepted, what is refused and by which status. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "identity.h"
#include "lib_fixture.h"

/* Opens what must be refused; the message has to name the file (or say the word given instead). */
static void refused(const char *path, unsigned flags, int expected, const char *word) {
    scodb_t *db = NULL;
    scodb_rows_t *rows = NULL;
    int status = scodb_open(path, flags, &db);
    ck_assert_msg(status == expected, "%s: status %d, %s", path, status, scodb_errmsg(db));
    ck_assert_msg(strstr(scodb_errmsg(db), word) != NULL, "'%s' does not say %s", scodb_errmsg(db), word);
    ck_assert_ptr_null(strchr(scodb_errmsg(db), '\n'));
    ck_assert_int_eq(scodb_list(db, SCODB_PEOPLE, NULL, &rows), SCODB_MISUSE);
    ck_assert_ptr_null(rows);
    ck_assert_ptr_null(scodb_sqlite3(db));
    scodb_interrupt(db);
    scodb_close(db);
}

START_TEST(opens_by_any_file_name) {
    static const char *const names[] = {"plain.db", "with space.db",   "ques?tion.db", "ha#sh%41.db",
                                        "Ödön.db",  "tab\tand\x7f.db", "file:x.db",    "-x"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        fixture_copy("copy.db");
        rename(fixture_path("copy.db"), fixture_path(names[i]));
        scodb_close(fixture_open(names[i]));
    }
    ck_assert_int_eq(chdir(fixture_path("")), 0);
    scodb_t *db;
    ck_assert_int_eq(scodb_open("file:x.db", 0, &db), SCODB_OK);
    scodb_close(db);
    ck_assert_int_eq(scodb_open("lakes.db", SCODB_IMMUTABLE, &db), SCODB_OK);
    scodb_close(db);
}
END_TEST

START_TEST(refuses_what_is_no_file) {
    char longest[5000];
    memset(longest, 'a', sizeof longest);
    memcpy(longest, "/tmp", 4);
    for (size_t i = 4; i < sizeof longest; i += 2) {
        memcpy(longest + i, "/.", 2);
    }
    longest[sizeof longest - 1] = '\0';
    refused(NULL, 0, SCODB_MISUSE, "file name");
    refused("", 0, SCODB_MISUSE, "file name");
    refused(":memory:", 0, SCODB_CANNOT_OPEN, ":memory:");
    refused(fixture_path("missing.db"), 0, SCODB_CANNOT_OPEN, "missing.db");
    refused(fixture_path(""), 0, SCODB_CANNOT_OPEN, "regular");
    refused(longest, 0, SCODB_CANNOT_OPEN, "long");
    ck_assert_int_eq(mkfifo(fixture_path("pipe"), 0600), 0);
    refused(fixture_path("pipe"), 0, SCODB_CANNOT_OPEN, "regular");
    ck_assert_int_eq(symlink("lakes.db", fixture_path("link.db")), 0);
    refused(fixture_path("link.db"), 0, SCODB_CANNOT_OPEN, "symbolic link");
    refused(fixture_path("lakes.db"), 64, SCODB_MISUSE, "flag");
    ck_assert_int_eq(scodb_open("x", 0, NULL), SCODB_MISUSE);
}
END_TEST

START_TEST(refuses_without_the_right_to_read) {
    fixture_copy("secret.db");
    ck_assert_int_eq(chmod(fixture_path("secret.db"), 0), 0);
    if (geteuid() == 0) {
        ck_assert_int_eq(chmod(fixture_path(""), 0755), 0);
        ck_assert_int_eq(seteuid(65534), 0);
    }
    refused(fixture_path("secret.db"), 0, SCODB_CANNOT_OPEN, "secret.db");
    ck_assert_int_eq(seteuid(getuid()), 0);
}
END_TEST

START_TEST(refuses_what_is_not_scodb) {
    static const char text[] = "Once upon a time there was no database, only this text, which goes on for a while.\n";
    char long_text[8192];
    memset(long_text, 'x', sizeof long_text);
    fixture_write("empty.db", "", 0);
    fixture_write("short.db", text, sizeof text);
    fixture_write("long.db", long_text, sizeof long_text);
    fixture_run("other.db", "CREATE TABLE a (b)");
    refused(fixture_path("empty.db"), 0, SCODB_NOT_SCODB, "empty");
    refused(fixture_path("short.db"), 0, SCODB_NOT_SCODB, "short.db");
    refused(fixture_path("long.db"), 0, SCODB_NOT_SCODB, "long.db");
    refused(fixture_path("other.db"), 0, SCODB_NOT_SCODB, "other.db");
}
END_TEST

START_TEST(refuses_other_schemas) {
    static const struct {
        const char *sql, *word;
        int status;
    } cases[] = {
        {"PRAGMA user_version = 999", "newer", SCODB_NEWER_SCHEMA},
        {"PRAGMA user_version = 0", "--refresh", SCODB_OLDER_SCHEMA},
        {"DROP VIEW offices", "VIEW offices", SCODB_DAMAGED},
        {"DROP INDEX statements_words", "INDEX statements_words", SCODB_DAMAGED},
        {"ALTER TABLE people ADD COLUMN more TEXT", "TABLE people", SCODB_DAMAGED},
        {"DROP VIEW speech; CREATE VIEW speech AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
         "SELECT i AS document FROM n",
         "VIEW speech", SCODB_DAMAGED},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        fixture_copy("altered.db");
        fixture_run("altered.db", cases[i].sql);
        refused(fixture_path("altered.db"), 0, cases[i].status, cases[i].word);
        remove(fixture_path("altered.db"));
    }
}
END_TEST

START_TEST(allows_tables_of_the_users_own) {
    fixture_copy("notes.db");
    fixture_run("notes.db",
                "CREATE TABLE my_notes (note TEXT); CREATE TRIGGER t AFTER INSERT ON people BEGIN SELECT 1; END");
    scodb_close(fixture_open("notes.db"));
}
END_TEST

/* Leaves name with a hot journal or an unmerged -wal, as a writer that was killed does. */
static void kill_writer(const char *name, const char *journal_mode) {
    char pragma[64];
    sqlite3 *db;
    pid_t child;
    fixture_copy(name);
    snprintf(pragma, sizeof pragma, "PRAGMA journal_mode = %s; PRAGMA cache_size = 1", journal_mode);
    child = fork();
    if (child == 0) {
        sqlite3_open(fixture_path(name), &db);
        sqlite3_exec(db, pragma, NULL, NULL, NULL);
        sqlite3_exec(db,
                     "BEGIN; UPDATE documents SET text = text || text; UPDATE people SET name = name || zeroblob(9999)",
                     NULL, NULL, NULL);
        sqlite3_exec(db,
                     "CREATE TABLE t AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                     "9999) SELECT i FROM n",
                     NULL, NULL, NULL);
        if (strcmp(journal_mode, "WAL") == 0) {
            sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
        }
        _exit(0);
    }
    waitpid(child, NULL, 0);
}

START_TEST(asks_for_recovery) {
    kill_writer("killed.db", "DELETE");
    ck_assert_int_eq(access(fixture_path("killed.db-journal"), F_OK), 0);
    refused(fixture_path("killed.db"), 0, SCODB_NEEDS_RECOVERY, "killed.db-journal");
    refused(fixture_path("killed.db"), SCODB_IMMUTABLE, SCODB_NEEDS_RECOVERY, "killed.db-journal");
    kill_writer("logged.db", "WAL");
    ck_assert_int_eq(access(fixture_path("logged.db-wal"), F_OK), 0);
    refused(fixture_path("logged.db"), SCODB_IMMUTABLE, SCODB_NEEDS_RECOVERY, "logged.db-wal");
    fixture_copy("calm.db");
    fixture_write("calm.db-journal", "", 0); /* of a change that came to its end */
    scodb_t *db;
    ck_assert_int_eq(scodb_open(fixture_path("calm.db"), SCODB_IMMUTABLE, &db), SCODB_OK);
    scodb_close(db);
}
END_TEST

/* A log is read by way of a file beside it, which cannot be made there. */
START_TEST(asks_for_more_than_a_log_that_cannot_be_read) {
    ck_assert_int_eq(mkdir(fixture_path("shut"), 0755), 0);
    fixture_copy("shut/logged.db");
    fixture_run("shut/logged.db", "PRAGMA journal_mode = WAL");
    ck_assert_int_eq(chmod(fixture_path("shut"), 0555), 0);
    if (geteuid() == 0) {
        ck_assert_int_eq(chmod(fixture_path(""), 0755), 0);
        ck_assert_int_eq(seteuid(65534), 0);
    }
    refused(fixture_path("shut/logged.db"), 0, SCODB_CANNOT_OPEN, "WAL mode");
    ck_assert_int_eq(seteuid(getuid()), 0);
    ck_assert_int_eq(chmod(fixture_path("shut"), 0755), 0);
    scodb_t *db;
    ck_assert_int_eq(scodb_open(fixture_path("shut/logged.db"), SCODB_IMMUTABLE, &db), SCODB_OK);
    scodb_close(db);
}
END_TEST

/* The file as an image in memory; the caller frees it. */
static char *read_image(const char *name, size_t *size) {
    FILE *file = fopen(fixture_path(name), "rb");
    char *image = malloc(1 << 20);
    ck_assert_ptr_nonnull(file);
    *size = fread(image, 1, 1 << 20, file);
    fclose(file);
    return image;
}

static void image_refused(const void *image, size_t size, int expected, const char *word) {
    scodb_t *db = NULL;
    int status = scodb_open_memory(image, size, &db);
    ck_assert_msg(status == expected, "status %d, %s", status, scodb_errmsg(db));
    ck_assert_msg(strstr(scodb_errmsg(db), word) != NULL, "'%s' does not say %s", scodb_errmsg(db), word);
    ck_assert_int_eq(scodb_errcode(db), expected);
    ck_assert_ptr_null(scodb_sqlite3(db));
    scodb_close(db);
}

START_TEST(opens_images) {
    size_t size;
    char *image = read_image("lakes.db", &size);
    scodb_t *db;
    scodb_rows_t *rows;
    ck_assert_int_eq(scodb_open_memory(image, size, &db), SCODB_OK);
    ck_assert_int_eq(scodb_list(db, SCODB_PEOPLE, NULL, &rows), SCODB_OK);
    ck_assert_str_eq(fixture_column(rows, "person"), "Lú Sáenz|Ödön Várkonyi|");
    ck_assert_int_eq(scodb_verify(db, &rows), SCODB_OK);
    ck_assert_str_eq(fixture_column(rows, "problem"), "");
    scodb_close(db);
    ck_assert_int_eq(scodb_open_memory(image, size, NULL), SCODB_MISUSE);
    image_refused(NULL, size, SCODB_MISUSE, "no image");
    image_refused(image, 0, SCODB_NOT_SCODB, "empty");
    image_refused(image, 99, SCODB_DAMAGED, "image");
    image_refused(image, size / 2, SCODB_DAMAGED, "image");
    image_refused(image + 100, size - 100, SCODB_NOT_SCODB, "not an SQLite database");
    free(image);
}
END_TEST

START_TEST(refuses_images_of_others) {
    static const struct {
        const char *sql, *word;
        int status;
    } cases[] = {
        {"PRAGMA user_version = 99", "newer", SCODB_NEWER_SCHEMA},
        {"PRAGMA user_version = 1", "scoload", SCODB_OLDER_SCHEMA},
        {"PRAGMA application_id = 7", "not one", SCODB_NOT_SCODB},
        {"DROP VIEW offices", "VIEW offices", SCODB_DAMAGED},
        {"PRAGMA journal_mode = WAL", "WAL", SCODB_CANNOT_OPEN},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        size_t size;
        fixture_copy("altered.db");
        fixture_run("altered.db", cases[i].sql);
        char *image = read_image("altered.db", &size);
        image_refused(image, size, cases[i].status, cases[i].word);
        free(image);
        remove(fixture_path("altered.db"));
    }
}
END_TEST

START_TEST(explains_every_status) {
    for (int status = SCODB_OK; status <= SCODB_INTERRUPTED;
         status += status == SCODB_DONE ? SCODB_CANNOT_OPEN - SCODB_DONE : 1) {
        ck_assert_str_ne(scodb_strerror(status), scodb_strerror(-1));
    }
    ck_assert_str_eq(scodb_version(), SCODB_VERSION);
    ck_assert_str_eq(scodb_errmsg(NULL), scodb_strerror(SCODB_NO_MEMORY));
    scodb_close(NULL);
    scodb_free(NULL);
    scodb_interrupt(NULL);
    scodb_time_limit(NULL, 1);
    ck_assert_ptr_null(scodb_sqlite3(NULL));
}
END_TEST

int main(void) {
    Suite *suite = suite_create("libscodb: open");
    TCase *tests = tcase_create("open");
    suite_add_tcase(suite, tests);
    tcase_add_unchecked_fixture(tests, fixture_begin, fixture_end);
    tcase_add_test(tests, opens_by_any_file_name);
    tcase_add_test(tests, refuses_what_is_no_file);
    tcase_add_test(tests, refuses_without_the_right_to_read);
    tcase_add_test(tests, refuses_what_is_not_scodb);
    tcase_add_test(tests, refuses_other_schemas);
    tcase_add_test(tests, allows_tables_of_the_users_own);
    tcase_add_test(tests, asks_for_recovery);
    tcase_add_test(tests, asks_for_more_than_a_log_that_cannot_be_read);
    tcase_add_test(tests, opens_images);
    tcase_add_test(tests, refuses_images_of_others);
    tcase_add_test(tests, explains_every_status);
    return run_suite(suite);
}
