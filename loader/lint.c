#include "lint.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "lint_parts.h"
#include "report.h"

static void put_finding(const char *place, const char *severity, const char *what) {
    put_plain(place, stdout);
    printf(": %s: ", severity);
    put_plain(what, stdout);
    putchar('\n');
}

static void put_formatted(lint_t *lint, const char *file, int line, const char *severity, const char *format,
                          va_list args) {
    char what[2 * LIMIT_WHY];
    vsnprintf(what, sizeof what, format, args);
    put_finding(arena_printf(lint->arena, "%s:%d", file, line), severity, what);
}

void lint_warn(lint_t *lint, const char *file, int line, const char *format, ...) {
    va_list args;
    va_start(args, format);
    put_formatted(lint, file, line, "warning", format, args);
    va_end(args);
    lint->warnings++;
}

void lint_error(lint_t *lint, const char *file, int line, const char *format, ...) {
    va_list args;
    va_start(args, format);
    put_formatted(lint, file, line, "error", format, args);
    va_end(args);
    lint->errors++;
}

/* Lines "place: what", as the readers write them; what is indented goes on from the line before. */
static void put_told(char *told, const char *severity, int *count) {
    for (char *line = told, *end; (end = strchr(line, '\n')); line = end + 1) {
        *end = 0;
        char *what = strstr(line, ": ");
        if (*line == ' ' || !what) {
            put_plain(line, stdout);
            putchar('\n');
            continue;
        }
        *what = 0;
        put_finding(line, severity, what + 2);
        ++*count;
    }
    free(told);
}

/* Runs the examples of one's own rules or of the built-in ones; how many there were. */
static int try_examples(lint_t *lint, bool own) {
    char *told = NULL;
    size_t size = 0;
    int run;
    FILE *errors = open_memstream(&told, &size);
    check_examples(lint->knowledge, own, errors, &run);
    fclose(errors);
    if (own || !lint->has_folders)
        put_told(told, "error", &lint->errors);
    else /* what the user added took words of a built-in rule: perhaps wanted */
        put_told(told, "warning", &lint->warnings);
    return run;
}

static void read_files(lint_t *lint, const options_t *options) {
    char *told = NULL;
    size_t size = 0;
    FILE *errors = open_memstream(&told, &size);
    data_files_open(&lint->files, options->data, options->data_count, errors);
    lint->knowledge = data_files_read(&lint->files);
    fclose(errors);
    put_told(told, "error", &lint->errors);
}

status_t lint_run(const options_t *options) {
    lint_t lint = {.arena = arena_new(), .has_folders = options->data_count > 0};
    int examples = 0;
    read_files(&lint, options);
    if (!lint.files.failures)
        examples = try_examples(&lint, false) + try_examples(&lint, true);
    lint_rules(&lint);
    lint_words(&lint);
    printf("%d files, %d examples%s: %d errors, %d warnings\n", lint.files.list.count, examples,
           lint.files.failures ? " (they run once there are no errors)" : "", lint.errors, lint.warnings);
    data_files_close(&lint.files);
    knowledge_free(lint.knowledge);
    arena_free(lint.arena);
    return lint.errors ? STATUS_USAGE : STATUS_DONE;
}
