/* A program with a locale of its own, as a host of the library: prints a number in its way, then all that the library
 * gives as text, and says whether the library left the process as it was.
 *
 *     host DATABASE */
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "scodb.h"

enum { SIGNALS = 32 };

/* What the library must not touch. */
typedef struct state {
    char locale[256], folder[256];
    mode_t mask;
    void (*handlers[SIGNALS])(int);
    int blocked[SIGNALS];
} state_t;

static void look(state_t *state) {
    struct sigaction action;
    sigset_t blocked;
    memset(state, 0, sizeof *state);
    snprintf(state->locale, sizeof state->locale, "%s", setlocale(LC_ALL, NULL));
    if (getcwd(state->folder, sizeof state->folder) == NULL) {
        exit(2);
    }
    state->mask = umask(0);
    umask(state->mask);
    sigprocmask(SIG_SETMASK, NULL, &blocked);
    for (int i = 1; i < SIGNALS; i++) {
        sigaction(i, NULL, &action);
        state->handlers[i] = action.sa_handler;
        state->blocked[i] = sigismember(&blocked, i);
    }
}

static void print_rows(const scodb_t *db, const char *what, int status, scodb_rows_t *const *out) {
    printf("== %s\n", what);
    scodb_rows_t *rows = status == SCODB_OK ? *out : NULL;
    while (rows != NULL && (status = scodb_next(rows)) == SCODB_ROW) {
        for (int i = 0; i < scodb_column_count(rows); i++) {
            const char *text = scodb_text(rows, i);
            printf("%s|", text == NULL ? "" : text);
        }
        printf("\n");
    }
    if (status != SCODB_DONE) {
        printf("%d %s\n", status, scodb_errmsg(db));
    }
    scodb_free(rows);
}

static void print_lists(scodb_t *db) {
    scodb_filter_t filter = SCODB_FILTER_INIT;
    scodb_rows_t *rows = NULL;
    for (int list = SCODB_DOCUMENTS; list <= SCODB_ENCOUNTERS; list++) {
        filter.words = list == SCODB_SEARCH ? "WATER" : NULL;
        print_rows(db, "list", scodb_list(db, list, &filter, &rows), &rows);
    }
    for (const scodb_report_t *const *report = scodb_reports(); *report != NULL; report++) {
        print_rows(db, (*report)->name, scodb_report(db, (*report)->name, NULL, 0, &rows), &rows);
    }
}

static void print_questions(scodb_t *db) {
    static const scodb_value_t value = {"n", "2,5"};
    scodb_rows_t *rows = NULL;
    print_rows(db, "find", scodb_find(db, "ODON VARKONYI", &rows), &rows);
    print_rows(db, "find", scodb_find(db, "İlk TITLI", &rows), &rows);
    print_rows(db, "profile", scodb_profile(db, "person", 1, &rows), &rows);
    print_rows(db, "numbers",
               scodb_query(db,
                           "SELECT 1.5, 1e100, -0.25, 1234567, format('%.2f', 2.5), upper('title'), lower('TITLE'),"
                           " 'I' LIKE 'i', CAST('3.75' AS REAL), CAST(:n AS REAL), round(10 / 4.0, 1)",
                           &value, 1, &rows),
               &rows);
    if (scodb_query(db, "SELECT '3.75'", NULL, 0, &rows) == SCODB_OK && scodb_next(rows) == SCODB_ROW) {
        printf("%d\n", scodb_real(rows, 0) > 3.7);
        scodb_free(rows);
    }
    print_rows(db, "verify", scodb_verify(db, &rows), &rows);
    print_rows(db, "no SQL", scodb_query(db, "SELEKT", NULL, 0, &rows), &rows);
    print_rows(db, "no fact", scodb_evidence(db, "a:b:1-2", &rows), &rows);
}

int main(int argc, char **argv) {
    state_t before, after;
    scodb_t *db;
    if (argc != 2 || setlocale(LC_ALL, "") == NULL) {
        fputs("host: wants a database, and a locale that is there\n", stderr);
        return 2;
    }
    printf("%.1f\n", 1.5);
    umask(027);
    signal(SIGPIPE, SIG_IGN);
    look(&before);
    int status = scodb_open("missing.db", 0, &db);
    print_rows(db, "missing", status, NULL);
    scodb_close(db);
    if (scodb_open(argv[1], 0, &db) == SCODB_OK) {
        print_lists(db);
        print_questions(db);
    }
    scodb_close(db);
    look(&after);
    puts(memcmp(&before, &after, sizeof before) == 0 ? "the process is as it was" : "the process was changed");
}
