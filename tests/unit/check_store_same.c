/* One content, whichever way it came about. */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "made_facts.h"
#include "store.h"
#include "store_content.h"

enum { DOCUMENTS = 14, VERSIONS = 3, ROUNDS = 60 };

static char path[] = "/tmp/check_store_same_XXXXXX";
static arena_t *arena;

static void setup(void) {
    arena = arena_new();
    strcpy(path + strlen(path) - 6, "XXXXXX");
    int file = mkstemp(path);
    ck_assert_int_ge(file, 0);
    close(file);
}

static void teardown(void) {
    arena_free(arena);
    unlink(path);
}

static store_t *open_store(void) {
    store_t *store;
    unlink(path);
    int failed = store_open(path, NULL, &store);
    ck_assert_msg(!failed, "%s", store_error(store));
    return store;
}

static void put(store_t *store, int number, int version) {
    stored_t outcome = store_put(store, made_facts(arena, number, version), 1);
    ck_assert_msg(outcome == STORED_NEW || outcome == STORED_REPLACED, "%d.%d: %d %s", number, version, outcome,
                  store_error(store));
}

static void take_out(store_t *store, int number) {
    char name[16];
    snprintf(name, sizeof name, "doc-%02d", number);
    ck_assert_msg(store_remove(store, name) >= 0, "%s", store_error(store));
}

static char *close_and_read(store_t *store) {
    ck_assert_msg(!store_commit(store), "%s", store_error(store));
    store_close(store);
    check_invariants(path);
    return content_of(path);
}

/* Both are long: shows the first line that differs. */
static void check_same(const char *one, const char *other) {
    size_t line = 0, at = 0;
    for (; one[at] && one[at] == other[at]; at++)
        line = one[at] == '\n' ? at + 1 : line;
    ck_assert_msg(one[at] == other[at], "%.*s\nbut %.*s", (int)strcspn(one + line, "\n"), one + line,
                  (int)strcspn(other + line, "\n"), other + line);
}

static void shuffle(random_t *random, int *order, int count) {
    for (int i = count - 1; i > 0; i--) {
        int j = (int)random_below(random, (uint32_t)i + 1), kept = order[i];
        order[i] = order[j];
        order[j] = kept;
    }
}

static void commit_at_times(store_t *store, random_t *random, uint32_t one_in) {
    if (!random_below(random, one_in))
        ck_assert_msg(!store_commit(store), "%s", store_error(store));
}

/* Puts and removes at will before the wanted versions (0: none) are put in some order. */
static char *content_by_detours(random_t *random, const int *wanted, int detours, uint32_t one_in) {
    int order[DOCUMENTS];
    store_t *store = open_store();
    for (int i = 0; i < detours; i++) {
        int number = (int)random_below(random, DOCUMENTS);
        if (random_below(random, 3))
            put(store, number, 1 + (int)random_below(random, VERSIONS));
        else
            take_out(store, number);
        commit_at_times(store, random, one_in);
    }
    for (int i = 0; i < DOCUMENTS; i++)
        order[i] = i;
    shuffle(random, order, DOCUMENTS);
    for (int i = 0; i < DOCUMENTS; i++) {
        if (wanted[order[i]])
            put(store, order[i], wanted[order[i]]);
        else
            take_out(store, order[i]);
        commit_at_times(store, random, one_in);
    }
    return close_and_read(store);
}

START_TEST(any_history_gives_one_content) {
    random_t random = {(uint64_t)_i + 1};
    int wanted[DOCUMENTS];
    for (int i = 0; i < DOCUMENTS; i++)
        wanted[i] = (int)random_below(&random, VERSIONS + 1);
    char *plain = content_by_detours(&random, wanted, 0, 1000);
    for (int way = 0; way < 4; way++) {
        char *other = content_by_detours(&random, wanted, way * 12, way % 2 ? 1 : 4);
        check_same(plain, other);
        free(other);
    }
    free(plain);
}
END_TEST

START_TEST(same_order_gives_same_bytes) {
    char *bytes[2] = {0};
    size_t sizes[2] = {0};
    for (int round = 0; round < 2; round++) {
        store_t *store = open_store();
        for (int i = 0; i < DOCUMENTS; i++)
            put(store, i, 1);
        ck_assert_int_eq(store_finish(store, 1), 0);
        store_close(store);
        FILE *file = fopen(path, "r"), *copy = open_memstream(&bytes[round], &sizes[round]);
        for (int c; (c = getc(file)) != EOF;)
            putc(c, copy);
        fclose(file);
        fclose(copy);
    }
    ck_assert_uint_eq(sizes[0], sizes[1]);
    ck_assert_mem_eq(bytes[0], bytes[1], sizes[0]);
    free(bytes[0]);
    free(bytes[1]);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("store_same");
    TCase *all = tcase_create("all");
    tcase_set_timeout(all, 120);
    tcase_add_checked_fixture(all, setup, teardown);
    tcase_add_loop_test(all, any_history_gives_one_content, 0, ROUNDS);
    tcase_add_test(all, same_order_gives_same_bytes);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner) || srunner_ntests_run(runner) != ROUNDS + 1;
    srunner_free(runner);
    return failed;
}
