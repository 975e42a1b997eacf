/* The store beside identity (check_store_same.c): what it refuses, what it leaves alone, what a failure leaves behind. */
#include <check.h>
#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "made_facts.h"
#include "store.h"
#include "store_content.h"

static char folder[64], path[96], journal[112];
static arena_t *arena;

static void setup(void) {
    strcpy(folder, "/tmp/check_store_XXXXXX");
    ck_assert(mkdtemp(folder) != NULL);
    snprintf(path, sizeof path, "%s/made.db", folder);
    snprintf(journal, sizeof journal, "%s-journal", path);
    arena = arena_new();
}

static void teardown(void) {
    arena_free(arena);
    unlink(path);
    unlink(journal);
    ck_assert_msg(!rmdir(folder), "files left in %s", folder);
}

static store_t *open_store(void) {
    store_t *store;
    int failed = store_open(path, NULL, &store);
    ck_assert_msg(!failed, "%s", store_error(store));
    return store;
}

static void put_range(store_t *store, int first, int end) {
    for (int i = first; i < end; i++)
        ck_assert_msg(store_put(store, made_facts(arena, i, 1), 0) <= STORED_SAME, "%s", store_error(store));
}

static void load_range(int first, int end) {
    store_t *store = open_store();
    put_range(store, first, end);
    ck_assert_int_eq(store_finish(store, 1), 0);
    store_close(store);
}

static char *bytes_of(const char *name, size_t *size) {
    char *bytes = NULL;
    FILE *file = fopen(name, "r"), *copy = open_memstream(&bytes, size);
    ck_assert(file != NULL);
    for (int c; (c = getc(file)) != EOF;)
        putc(c, copy);
    fclose(file);
    fclose(copy);
    return bytes;
}

/* Opening must fail with that in the message, one line, and leave what was there as it was. */
static void expect_refusal(const char *name, const char *said) {
    store_t *store;
    ck_assert_int_eq(store_open(name, NULL, &store), -1);
    ck_assert_msg(strstr(store_error(store), said) != NULL, "%s", store_error(store));
    ck_assert(!strchr(store_error(store), '\n'));
    store_close(store);
}

static void write_sql(const char *sql) {
    sqlite3 *db;
    ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
    ck_assert_int_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

START_TEST(refuses_what_is_no_place) {
    char missing[128];
    snprintf(missing, sizeof missing, "%s/none/made.db", folder);
    expect_refusal("", "empty name");
    expect_refusal(folder, "a folder");
    expect_refusal(missing, "folder cannot be written");
    ck_assert_int_eq(mkfifo(path, 0600), 0);
    expect_refusal(path, "not a plain file");
}
END_TEST

START_TEST(refuses_other_files) {
    FILE *file = fopen(path, "w");
    for (int i = 0; i < 100; i++)
        fputs("a text that is no database\n", file);
    fclose(file);
    expect_refusal(path, "not an SQLite database");
    unlink(path);
    write_sql("CREATE TABLE t (x)");
    expect_refusal(path, "another application");
    write_sql("PRAGMA application_id = 7");
    expect_refusal(path, "another application");
}
END_TEST

START_TEST(refuses_other_versions_and_damage) {
    load_range(0, 3);
    write_sql("PRAGMA user_version = 999");
    expect_refusal(path, "newer version");
    write_sql("PRAGMA user_version = 3; DROP VIEW attendance; DROP TABLE participations");
    expect_refusal(path, "lacks a part of its schema");
    unlink(path);
    load_range(0, 3);
    ck_assert_int_eq(truncate(path, 4096 * 3), 0);
    expect_refusal(path, "damaged");
}
END_TEST

START_TEST(takes_odd_names_as_files) {
    static const char *const names[] = {":memory:", "file:odd.db?mode=memory", "a%20b?c#d.db", "-x"};
    char *before = getcwd(NULL, 0);
    ck_assert_int_eq(chdir(folder), 0);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        store_t *store;
        ck_assert_int_eq(store_open(names[i], NULL, &store), 0);
        store_close(store);
        ck_assert_msg(!unlink(names[i]), "%s", names[i]);
    }
    ck_assert_int_eq(chdir(before), 0);
    free(before);
}
END_TEST

START_TEST(takes_an_empty_file) {
    close(open(path, O_CREAT | O_WRONLY, 0600));
    load_range(0, 2);
    check_invariants(path);
}
END_TEST

START_TEST(known_text_changes_no_byte) {
    size_t before, after;
    struct stat old, new;
    load_range(0, 8);
    char *one = bytes_of(path, &before);
    ck_assert_int_eq(stat(path, &old), 0);
    store_t *store = open_store();
    for (int i = 0; i < 8; i++) {
        facts_t *facts = made_facts(arena, i, 1);
        ck_assert_int_eq(store_check(store, &facts->document, 0), STORED_SAME);
        ck_assert_int_eq(store_put(store, facts, 0), STORED_SAME);
    }
    ck_assert_int_eq(store_remove(store, "no such document"), 0);
    ck_assert_int_eq(store_finish(store, 0), 0);
    store_close(store);
    ck_assert_int_eq(stat(path, &new), 0);
    char *other = bytes_of(path, &after);
    ck_assert_uint_eq(before, after);
    ck_assert_mem_eq(one, other, after);
    ck_assert_int_eq(old.st_mtim.tv_sec, new.st_mtim.tv_sec);
    ck_assert_int_eq(old.st_mtim.tv_nsec, new.st_mtim.tv_nsec);
    free(one);
    free(other);
}
END_TEST

START_TEST(another_text_is_refused_or_replaces) {
    store_t *store = open_store();
    put_range(store, 0, 3);
    facts_t *other = made_facts(arena, 1, 2);
    ck_assert_int_eq(store_check(store, &other->document, 0), STORE_REFUSED);
    ck_assert_int_eq(store_put(store, other, 0), STORE_REFUSED);
    ck_assert(strstr(store_error(store), "--replace") != NULL);
    ck_assert_int_eq(store_check(store, &other->document, 1), STORED_REPLACED);
    ck_assert_int_eq(store_put(store, other, 1), STORED_REPLACED);
    ck_assert_int_eq(store_put(store, other, 0), STORED_SAME);
    store_close(store);
}
END_TEST

START_TEST(other_metadata_are_another_version) {
    store_t *store = open_store();
    facts_t *facts = made_facts(arena, 1, 1);
    facts->document.published = "2031-05-06"; /* as from a date line */
    facts->document.language = "en";
    ck_assert_int_eq(store_put(store, facts, 0), STORED_NEW);
    facts->document.published = facts->document.language = NULL;
    ck_assert_int_eq(store_check(store, &facts->document, 0), STORED_SAME);
    facts->document.published = "2031-05-07";
    ck_assert_int_eq(store_check(store, &facts->document, 0), STORE_REFUSED);
    facts->document.published = NULL;
    facts->document.publisher = "Somebody";
    ck_assert_int_eq(store_check(store, &facts->document, 1), STORED_REPLACED);
    store_close(store);
}
END_TEST

START_TEST(contradiction_refuses_one_document) {
    store_t *store = open_store();
    put_range(store, 0, 3);
    facts_t *wrong = made_facts(arena, 3, 1);
    *list_add(arena, &wrong->parties) = (party_t){.kind = "state", .code = "not a code", .name = "X", .alpha2 = "XX"};
    wrong->offices.at[0].party = wrong->parties.count - 1;
    ck_assert_int_eq(store_put(store, wrong, 0), STORE_REFUSED);
    ck_assert(strstr(store_error(store), "contradict the schema") != NULL);
    put_range(store, 4, 6);
    ck_assert_int_eq(store_finish(store, 1), 0);
    store_close(store);
    check_invariants(path);
    char *content = content_of(path);
    ck_assert(strstr(content, "doc-02") && strstr(content, "doc-05") && !strstr(content, "doc-03"));
    free(content);
}
END_TEST

static int collect(void *names, const document_t *document) {
    fprintf(names, "%s ", document->name);
    return !strcmp(document->name, "doc-03");
}

START_TEST(gives_documents_in_order) {
    char *names = NULL;
    size_t size;
    FILE *out = open_memstream(&names, &size);
    load_range(0, 6);
    store_t *store = open_store();
    ck_assert_int_eq(store_documents(store, "doc-01", collect, out), 1);
    ck_assert_int_eq(store_documents(store, "doc-04", collect, out), 0);
    store_close(store);
    fclose(out);
    ck_assert_str_eq(names, "doc-02 doc-03 doc-05 ");
    free(names);
}
END_TEST

START_TEST(second_writer_is_told) {
    load_range(0, 2);
    sqlite3 *other;
    ck_assert_int_eq(sqlite3_open(path, &other), SQLITE_OK);
    ck_assert_int_eq(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    store_t *store = open_store();
    ck_assert_int_eq(store_put(store, made_facts(arena, 5, 1), 0), STORE_FAILED);
    ck_assert(strstr(store_error(store), "another program is using the database") != NULL);
    ck_assert_int_eq(store_commit(store), -1);
    store_close(store);
    sqlite3_close(other);
}
END_TEST

/* Loads until something stops it; 3 if the store said so, 9 if it should not have. */
static void load_in_child(int documents) {
    store_t *store;
    if (store_open(path, NULL, &store))
        _exit(3);
    for (int i = 0; i < documents; i++) {
        stored_t outcome = store_put(store, made_facts(arena, i, 1), 0);
        if (outcome == STORE_FAILED || (i % 7 == 6 && store_commit(store)))
            _exit(strstr(store_error(store), "no room") || strstr(store_error(store), "limit on file sizes") ? 3 : 9);
    }
    _exit(store_finish(store, 1) ? 3 : 0);
}

static void expect_content_of_all(int documents) {
    char *rerun, *plain;
    load_range(0, documents);
    check_invariants(path);
    rerun = content_of(path);
    unlink(path);
    load_range(0, documents);
    plain = content_of(path);
    ck_assert_str_eq(rerun, plain);
    free(rerun);
    free(plain);
}

enum { MANY = 80, KILLS = 25 };

START_TEST(killed_load_is_finished_by_a_rerun) {
    for (int kill_number = 0; kill_number < KILLS; kill_number++) {
        pid_t child = fork();
        if (!child)
            load_in_child(MANY);
        usleep((useconds_t)(kill_number * 4000));
        kill(child, SIGKILL);
        waitpid(child, NULL, 0);
        if (kill_number % 5 == 4)
            expect_content_of_all(MANY);
    }
}
END_TEST

START_TEST(full_disk_leaves_nothing_half_stored) {
    int failures = 0;
    for (rlim_t room = 4096; room < 2000000; room = room * 3 / 2) {
        int status;
        pid_t child = fork();
        if (!child) {
            signal(SIGXFSZ, SIG_IGN);
            setrlimit(RLIMIT_FSIZE, &(struct rlimit){room, room});
            load_in_child(MANY);
        }
        waitpid(child, &status, 0);
        ck_assert(WIFEXITED(status) && (WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == 3));
        failures += WEXITSTATUS(status) == 3;
        if (access(path, F_OK) == 0) {
            struct stat found;
            ck_assert(!stat(path, &found) && found.st_size > 0);
            store_t *store = open_store();
            ck_assert_int_eq(store_finish(store, 1), 0);
            store_close(store);
            check_invariants(path);
        }
    }
    ck_assert_int_gt(failures, 5);
    expect_content_of_all(MANY);
}
END_TEST

int main(void) {
    const TTest *const tests[] = {refuses_what_is_no_place,
                                  refuses_other_files,
                                  refuses_other_versions_and_damage,
                                  takes_odd_names_as_files,
                                  takes_an_empty_file,
                                  known_text_changes_no_byte,
                                  another_text_is_refused_or_replaces,
                                  other_metadata_are_another_version,
                                  contradiction_refuses_one_document,
                                  gives_documents_in_order,
                                  second_writer_is_told,
                                  killed_load_is_finished_by_a_rerun,
                                  full_disk_leaves_nothing_half_stored};
    enum { TESTS = sizeof tests / sizeof *tests };
    Suite *suite = suite_create("store");
    TCase *all = tcase_create("all");
    tcase_set_timeout(all, 120);
    tcase_add_checked_fixture(all, setup, teardown);
    for (int i = 0; i < TESTS; i++)
        tcase_add_test(all, tests[i]);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner) || srunner_ntests_run(runner) != TESTS;
    srunner_free(runner);
    return failed;
}
