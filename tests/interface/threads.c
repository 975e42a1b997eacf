/* The rules for threads: each with a handle of its own, a handle that moves from one to the next, scodb_interrupt from
 * another one, and a child process in which a handle is of no use. Also run as built with the thread sanitizer.
 *
 *     threads DATABASE */
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "scodb.h"

enum { THREADS = 4, TIMES = 10 };

static const char *path;
static int passed, failed;

static void check(const char *what, int holds) {
    passed += holds;
    failed += !holds;
    if (!holds) {
        printf("not ok: %s\n", what);
    }
}

static scodb_t *open_handle(void) {
    scodb_t *db;
    if (scodb_open(path, 0, &db) != SCODB_OK) {
        fprintf(stderr, "threads: %s\n", scodb_errmsg(db));
        exit(1);
    }
    return db;
}

/* A number for all that the rows say, with the status in which they end. Frees them. */
static unsigned long digest(int status, scodb_rows_t *const *out) {
    unsigned long sum = 5381;
    if (status != SCODB_OK) {
        return (unsigned long)status;
    }
    scodb_rows_t *rows = *out;
    while ((status = scodb_next(rows)) == SCODB_ROW) {
        for (int i = 0; i < scodb_column_count(rows); i++) {
            for (const char *text = scodb_text(rows, i); text != NULL && *text != '\0'; text++) {
                sum = sum * 33 + (unsigned char)*text;
            }
        }
    }
    scodb_free(rows);
    return sum * 33 + (unsigned long)status;
}

/* A little of everything. */
static unsigned long use(scodb_t *db) {
    scodb_filter_t filter = SCODB_FILTER_INIT;
    scodb_rows_t *rows = NULL;
    unsigned long sum = 0;
    for (int list = SCODB_DOCUMENTS; list <= SCODB_ENCOUNTERS; list++) {
        filter.words = list == SCODB_SEARCH ? "water" : NULL;
        sum = sum * 31 + digest(scodb_list(db, list, &filter, &rows), &rows);
    }
    sum = sum * 31 + digest(scodb_find(db, "varkonyi", &rows), &rows);
    sum = sum * 31 + digest(scodb_profile(db, "person", 1, &rows), &rows);
    sum = sum * 31 + digest(scodb_report(db, "overview", NULL, 0, &rows), &rows);
    sum = sum * 31 + digest(scodb_verify(db, &rows), &rows);
    sum = sum * 31 + digest(scodb_query(db, "SELEKT", NULL, 0, &rows), &rows);
    return sum * 31 + strlen(scodb_errmsg(db));
}

static unsigned long expected;

static void *use_own_handle(void *same) {
    *(int *)same = 1;
    for (int i = 0; i < TIMES; i++) {
        scodb_t *db = open_handle();
        *(int *)same &= use(db) == expected;
        scodb_close(db);
    }
    return NULL;
}

static void own_handles(void) {
    pthread_t threads[THREADS];
    int same[THREADS];
    for (int i = 0; i < THREADS; i++) {
        pthread_create(&threads[i], NULL, use_own_handle, &same[i]);
    }
    for (int i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        check("a thread with a handle of its own reads the same", same[i]);
    }
}

/* What moves: a handle with a cursor in the middle of its rows. */
typedef struct moving {
    scodb_t *db;
    scodb_rows_t *rows;
    int left;
    unsigned long sum;
} moving_t;

static void *read_on(void *context) {
    moving_t *moving = context;
    while (scodb_next(moving->rows) == SCODB_ROW) {
        moving->left += scodb_get(moving->rows, "form") != NULL;
    }
    moving->sum = use(moving->db);
    scodb_close(moving->db); /* the rows keep what they need */
    return NULL;
}

static void *free_rows(void *context) {
    scodb_free(((moving_t *)context)->rows);
    return NULL;
}

static void handle_moves(void) {
    moving_t moving = {.db = open_handle()};
    scodb_rows_t *count;
    pthread_t thread;
    scodb_query(moving.db, "SELECT count(*) FROM (SELECT DISTINCT * FROM name_forms)", NULL, 0, &count);
    scodb_next(count);
    int all = (int)scodb_int(count, 0);
    scodb_free(count);
    scodb_list(moving.db, SCODB_NAMES, NULL, &moving.rows);
    scodb_next(moving.rows);
    pthread_create(&thread, NULL, read_on, &moving);
    pthread_join(thread, NULL);
    check("another thread reads the rest of the rows", all > 1 && moving.left == all - 1);
    check("another thread uses the handle", moving.sum == expected);
    pthread_create(&thread, NULL, free_rows, &moving);
    pthread_join(thread, NULL);
}

static atomic_int done;

static void *interrupt_often(void *db) {
    while (!done) {
        scodb_interrupt(db);
        usleep(100);
    }
    return NULL;
}

static void interrupted_from_outside(void) {
    static const char endless[] =
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";
    scodb_t *db = open_handle();
    scodb_rows_t *rows;
    pthread_t thread;
    int sound = 1;
    pthread_create(&thread, NULL, interrupt_often, db);
    for (int i = 0; i < TIMES; i++) {
        int status = SCODB_INTERRUPTED;
        while (status == SCODB_INTERRUPTED) { /* while it is prepared */
            status = scodb_query(db, endless, NULL, 0, &rows);
        }
        check("what does not even begin is called interrupted", status == SCODB_OK);
        if (status != SCODB_OK) {
            break;
        }
        sound &= scodb_next(rows) == SCODB_INTERRUPTED && scodb_next(rows) == SCODB_INTERRUPTED;
        scodb_free(rows);
        use(db);
    }
    done = 1;
    pthread_join(thread, NULL);
    check("another thread stops what runs", sound);
    check("the handle is as good as before", use(db) == expected);
    scodb_close(db);
}

/* In a child process every call with the handle or its rows says so, and nothing happens to the parent's. */
static void fork_rule(void) {
    scodb_t *db = open_handle();
    scodb_rows_t *rows, *others;
    int status = 0;
    scodb_list(db, SCODB_NAMES, NULL, &rows);
    scodb_next(rows);
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        int refused = scodb_list(db, SCODB_PEOPLE, NULL, &others) == SCODB_MISUSE &&
                      scodb_find(db, "varkonyi", &others) == SCODB_MISUSE && scodb_next(rows) == SCODB_MISUSE;
        scodb_t *own = open_handle();
        _exit(refused && use(own) == expected ? 0 : 1);
    }
    waitpid(child, &status, 0);
    check("a child process is refused, and may open the file itself", WIFEXITED(status) && WEXITSTATUS(status) == 0);
    check("the parent's rows go on", scodb_next(rows) == SCODB_ROW);
    scodb_free(rows);
    check("the parent's handle goes on", use(db) == expected);
    scodb_close(db);
}

int main(int argc, char **argv) {
    if (argc != 2) {
        fputs("usage: threads DATABASE\n", stderr);
        return 2;
    }
    path = argv[1];
    scodb_t *db = open_handle();
    expected = use(db);
    check("the same handle reads the same again", use(db) == expected);
    scodb_close(db);
    fork_rule();
    own_handles();
    handle_moves();
    interrupted_from_outside();
    printf("%d passed, %d failed\n", passed, failed);
    return failed > 0;
}
