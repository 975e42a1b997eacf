/* A SQLite that lacks what the library needs, as one of another build may. The linker sends the calls below here. */
#include <string.h>

#include "lib_fixture.h"

enum { NOTHING, SETTING, INDEX, TOKENIZER };
static int lacking;

int __real_sqlite3_db_config(sqlite3 *db, int option, int value, int *now);
int __wrap_sqlite3_db_config(sqlite3 *db, int option, int value, int *now);
int __wrap_sqlite3_db_config(sqlite3 *db, int option, int value, int *now) {
    return lacking == SETTING ? SQLITE_ERROR : __real_sqlite3_db_config(db, option, value, now);
}

static int no_tokenizer(fts5_api *api, const char *name, void **context, fts5_tokenizer *tokenizer) {
    (void)api, (void)name, (void)context, (void)tokenizer;
    return SQLITE_ERROR;
}

int __real_sqlite3_bind_pointer(sqlite3_stmt *stmt, int index, void *pointer, const char *type, void (*end)(void *));
int __wrap_sqlite3_bind_pointer(sqlite3_stmt *stmt, int index, void *pointer, const char *type, void (*end)(void *));
int __wrap_sqlite3_bind_pointer(sqlite3_stmt *stmt, int index, void *pointer, const char *type, void (*end)(void *)) {
    static fts5_api poor = {.xFindTokenizer = no_tokenizer};
    if (lacking == TOKENIZER) {
        *(fts5_api **)pointer = &poor;
    }
    return lacking == NOTHING ? __real_sqlite3_bind_pointer(stmt, index, pointer, type, end) : SQLITE_OK;
}

static const struct {
    int lacking;
    const char *word;
} CASES[] = {
    {SETTING, "setting"},
    {INDEX, "full-text"},
    {TOKENIZER, "full-text"},
};

START_TEST(is_refused) {
    scodb_t *db;
    lacking = CASES[_i].lacking;
    ck_assert_int_eq(scodb_open(fixture_path("lakes.db"), 0, &db), SCODB_MISUSE);
    ck_assert_msg(strstr(scodb_errmsg(db), CASES[_i].word) != NULL, "%s", scodb_errmsg(db));
    scodb_close(db);
    lacking = NOTHING;
    scodb_close(fixture_open("lakes.db"));
}
END_TEST

int main(void) {
    Suite *suite = suite_create("libscodb: lacking");
    TCase *tests = tcase_create("lacking");
    suite_add_tcase(suite, tests);
    tcase_add_unchecked_fixture(tests, fixture_begin, fixture_end);
    tcase_add_loop_test(tests, is_refused, 0, sizeof CASES / sizeof CASES[0]);
    return run_suite(suite);
}
