/* What is longer than the screen goes through a pager. Until that is known, output is held back: standard output is a
 * stream of our own, which counts lines and starts the pager when the screen is full. */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "cli.h"

/* -F: no pager for what fits, -R: colours, -X: what was read stays on the screen. */
static const char DEFAULT_PAGER[] = "if command -v less >/dev/null; then exec less -FRX; else exec cat; fi";
enum { NOT_FOUND_BY_SHELL = 127 };

typedef struct pager {
    const char *command; /* NULL: none, or it has been left */
    int lines_left;      /* of the screen */
    int width, used;     /* columns of the screen, and how many the last line has taken */
    FILE *direct;        /* standard output itself */
    FILE *pipe;          /* to the pager once it runs */
    FILE *hold;          /* into held */
    char *held;
    size_t held_size;
} pager_t;

static pager_t pager;

/* Whether the data still fits the screen. A byte is taken for a column: the pager may come a little early. */
static int fits(pager_t *at, const char *data, size_t size) {
    for (size_t i = 0; i < size && at->lines_left > 0; i++) {
        int full = ++at->used > at->width;
        if (data[i] == '\n' || full) {
            at->lines_left--;
            at->used = full;
        }
    }
    return at->lines_left > 0;
}

static FILE *start(const char *command) {
    setenv("LESS", "FRX", 0);
    FILE *pipe = popen(command, "w");
    signal(SIGINT, SIG_IGN); /* it is the pager's */
    return pipe;
}

/* As write(), for the stream. An error of the pager's pipe means that its reader has left it; then no more is made. */
static ssize_t take(void *cookie, const char *data, size_t size) {
    pager_t *at = cookie;
    FILE *to = at->command == NULL ? at->direct : at->pipe;
    if (to == NULL && fits(at, data, size)) {
        to = at->hold;
    } else if (to == NULL) {
        to = at->pipe = or_stop(start(at->command));
        fflush(at->hold);
        fwrite(at->held, 1, at->held_size, to);
    }
    return fwrite(data, 1, size, to) == size ? (ssize_t)size : 0;
}

static const char *chosen_pager(void) {
    const char *command = getenv("SCODB_PAGER");
    command = command != NULL ? command : getenv("PAGER");
    return command == NULL ? DEFAULT_PAGER : *command == '\0' || strcmp(command, "cat") == 0 ? NULL : command;
}

void pager_begin(const options_t *options) {
    cookie_io_functions_t functions = {.write = take};
    const char *command = options->height > 0 ? chosen_pager() : NULL;
    if (command == NULL) {
        return;
    }
    pager = (pager_t){.command = command, .lines_left = options->height, .width = options->width, .direct = stdout};
    pager.hold = or_stop(open_memstream(&pager.held, &pager.held_size));
    stdout = or_stop(fopencookie(&pager, "w", functions));
}

/* Waits for the reader. The exit status of a pager is its own business, unless there is no such program. */
static int leave(void) {
    int status = pclose(pager.pipe);
    return WIFEXITED(status) && WEXITSTATUS(status) == NOT_FOUND_BY_SHELL ? NO_PAGER : 0;
}

static int flush(FILE *stream) {
    errno = 0;
    return fflush(stream) != 0 || ferror(stream) ? errno : 0;
}

int pager_end(void) {
    int error = flush(stdout);
    if (pager.command == NULL) {
        return error;
    }
    pager.command = NULL;
    fclose(pager.hold);
    if (pager.pipe != NULL) {
        error = leave();
    } else {
        fwrite(pager.held, 1, pager.held_size, pager.direct);
        error = flush(pager.direct);
    }
    free(pager.held);
    return error;
}
