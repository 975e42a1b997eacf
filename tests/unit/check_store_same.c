/* One content, whichever way it came about. */
#include <check.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "made_corrections.h"
#include "made_facts.h"
#include "store.h"
#include "store_content.h"

enum { DOCUMENTS = 14, VERSIONS = 3, FILES = 2, FILE_VERSIONS = 3, ROUNDS = 48 };

static char path[] = "/tmp/check_store_same_XXXXXX";
static arena_t *arena;
static strings_t ids; /* of all facts of all versions of the documents, from a run before */

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

static void correct(store_t *store, int file, int version) {
    int outcome = store_correct(store, made_corrections(arena, file, version, &ids));
    ck_assert_msg(outcome >= 0, "%s", store_error(store));
}

typedef struct versioned {
    char name[16];
    int number, version;
} versioned_t;

static int take_name(void *context, const document_t *document) {
    versioned_t *found = context;
    snprintf(found->name, sizeof found->name, "%s", document->name);
    ck_assert_int_eq(sscanf(document->text, "Document %d, version %d", &found->number, &found->version), 2);
    return 1;
}

/* What the loader does by extracting the text once more. */
static void read_anew(store_t *store) {
    versioned_t found = {0};
    int outcome;
    while ((outcome = store_rereading(store, found.name, take_name, &found)) == 1) {
        stored_t stored = store_reread(store, made_facts(arena, found.number, found.version));
        ck_assert_msg(stored == STORED_REPLACED, "%s: %s", found.name, store_error(store));
    }
    ck_assert_msg(!outcome, "%s", store_error(store));
}

static void take_out(store_t *store, int number) {
    char name[16];
    snprintf(name, sizeof name, "doc-%02d", number);
    ck_assert_msg(store_remove(store, name) >= 0, "%s", store_error(store));
}

static char *close_and_read(store_t *store) {
    ck_assert_msg(!store_finish(store, 1), "%s", store_error(store));
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

/* Now and then the load that makes the database ends, and what follows adds to it. */
static void commit_at_times(store_t *store, random_t *random, uint32_t one_in) {
    if (!random_below(random, one_in))
        ck_assert_msg(!(random_below(random, 8) ? store_commit(store) : store_finish(store, 1)), "%s",
                      store_error(store));
}

static void wander(store_t *store, random_t *random) {
    int number = (int)random_below(random, DOCUMENTS);
    switch (random_below(random, 6)) {
    case 0: correct(store, (int)random_below(random, FILES), (int)random_below(random, FILE_VERSIONS)); break;
    case 1: read_anew(store); break;
    case 2: take_out(store, number); break;
    default: put(store, number, 1 + (int)random_below(random, VERSIONS));
    }
}

/* Puts, removes and corrects at will before the wanted versions of documents (0: none) and then of corrections are put in
 * some order. */
static char *content_by_detours(random_t *random, const int *wanted, int detours, uint32_t one_in) {
    int order[DOCUMENTS + FILES];
    store_t *store = open_store();
    for (int i = 0; i < detours; i++) {
        wander(store, random);
        commit_at_times(store, random, one_in);
    }
    for (int i = 0; i < DOCUMENTS + FILES; i++)
        order[i] = i;
    shuffle(random, order, detours ? DOCUMENTS + FILES : DOCUMENTS);
    for (int i = 0; i < DOCUMENTS + FILES; i++) {
        if (order[i] >= DOCUMENTS)
            correct(store, order[i] - DOCUMENTS, wanted[order[i]]);
        else if (wanted[order[i]])
            put(store, order[i], wanted[order[i]]);
        else
            take_out(store, order[i]);
        commit_at_times(store, random, one_in);
    }
    read_anew(store);
    return close_and_read(store);
}

START_TEST(any_history_gives_one_content) {
    random_t random = {(uint64_t)_i + 1};
    int wanted[DOCUMENTS + FILES];
    for (int i = 0; i < DOCUMENTS; i++)
        wanted[i] = (int)random_below(&random, VERSIONS + 1);
    for (int i = 0; i < FILES; i++)
        wanted[DOCUMENTS + i] = (int)random_below(&random, FILE_VERSIONS);
    char *plain = content_by_detours(&random, wanted, 0, 1000);
    for (int way = 0; way < 4; way++) {
        char *other = content_by_detours(&random, wanted, way * 12, way % 2 ? 1 : 4);
        check_same(plain, other);
        free(other);
    }
    free(plain);
}
END_TEST

static int write_id(void *out, int count, char **values, char **names) {
    (void)count, (void)names;
    fprintf(out, "%s\n", values[0]);
    return 0;
}

static bool has_line(const char *lines, const char *line) {
    size_t size = strlen(line);
    for (; *lines; lines = strchr(lines, '\n') + 1)
        if (!strncmp(lines, line, size) && lines[size] == '\n')
            return true;
    return false;
}

/* The ids of a database, each on a line. */
static char *ids_of(const char *sql) {
    char *text = NULL, *error = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    sqlite3 *db;
    ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
    sqlite3_exec(db, sql, write_id, out, &error);
    ck_assert_msg(!error, "%s", error);
    sqlite3_close(db);
    fclose(out);
    return text;
}

/* Corrections give no fact another id, and each that they take out can be told; only of people who become one a fact said of
 * both goes. */
START_TEST(ids_stay) {
    random_t random = {(uint64_t)_i + 1000};
    store_t *store = open_store();
    for (int i = 0; i < DOCUMENTS; i++)
        put(store, i, 1 + (int)random_below(&random, VERSIONS));
    free(close_and_read(store));
    char *before = ids_of("SELECT fact_id FROM citations");
    ck_assert(!store_open(path, NULL, &store));
    for (int i = 0; i < FILES; i++)
        correct(store, i, FILE_VERSIONS - 1);
    read_anew(store);
    free(close_and_read(store));
    char *cited = ids_of("SELECT fact_id FROM citations"), *rest, *line;
    char *known = ids_of("SELECT fact_id FROM citations UNION SELECT fact_id FROM withdrawn");
    char *folded =
        ids_of("SELECT DISTINCT d.name || ':' FROM correction_readings JOIN documents AS d USING (document_id)");
    for (rest = cited; (line = strtok_r(NULL, "\n", &rest));)
        ck_assert_msg(has_line(before, line), "%s is new", line);
    for (rest = before; (line = strtok_r(NULL, "\n", &rest));)
        if (!has_line(folded, arena_printf(arena, "%.*s:", (int)strcspn(line, ":"), line)))
            ck_assert_msg(has_line(known, line), "%s is lost", line);
    free(before);
    free(cited);
    free(known);
    free(folded);
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

static int add_id(void *memory, int count, char **values, char **names) {
    (void)count, (void)names;
    *list_add((arena_t *)memory, &ids) = arena_strdup(memory, values[0]);
    return 0;
}

static arena_t *kept;

static void collect_ids(void) {
    sqlite3 *db;
    kept = arena_new();
    setup();
    for (int i = 0; i < DOCUMENTS * VERSIONS; i++) {
        store_t *store = open_store();
        put(store, i / VERSIONS, 1 + i % VERSIONS);
        store_commit(store);
        store_close(store);
        sqlite3_open(path, &db);
        sqlite3_exec(db, "SELECT fact_id FROM citations ORDER BY 1", add_id, kept, NULL);
        sqlite3_close(db);
    }
    teardown();
}

static void forget_ids(void) {
    arena_free(kept);
}

int main(void) {
    Suite *suite = suite_create("store_same");
    TCase *all = tcase_create("all");
    tcase_set_timeout(all, 120);
    tcase_add_unchecked_fixture(all, collect_ids, forget_ids);
    tcase_add_checked_fixture(all, setup, teardown);
    tcase_add_loop_test(all, any_history_gives_one_content, 0, ROUNDS);
    tcase_add_loop_test(all, ids_stay, 0, FILES * 4);
    tcase_add_test(all, same_order_gives_same_bytes);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner) || srunner_ntests_run(runner) != ROUNDS + FILES * 4 + 1;
    srunner_free(runner);
    return failed;
}
