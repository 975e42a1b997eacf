/* The file of -o: all of it or none. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "export.h"

static const int SIGNALS[] = {SIGINT, SIGTERM, SIGHUP};
static const char *volatile unfinished; /* to be removed if the program ends too early */

static void remove_unfinished(void) {
    if (unfinished != NULL) {
        unlink(unfinished);
    }
}

static void stop(int signal_number) {
    remove_unfinished();
    raise(signal_number); /* it is at its default action again, and ends the program */
}

static void guard_against_signals(const char *path) {
    struct sigaction action = {.sa_handler = path == NULL ? SIG_DFL : stop, .sa_flags = (int)SA_RESETHAND};
    unfinished = path;
    for (size_t i = 0; i < sizeof SIGNALS / sizeof SIGNALS[0]; i++) {
        sigaction(SIGNALS[i], &action, NULL);
    }
}

static int cannot_write(const char *path, int error) {
    return complain(NO_DATABASE, "%s: %s; nothing is written, name another file with -o", path,
                    error == 0 ? "it cannot be written" : strerror(error));
}

/* What must not be replaced. */
static int refuse(const char *path, const options_t *options) {
    struct stat there, database;
    if (stat(path, &there) != 0) {
        return DONE;
    }
    if (!S_ISREG(there.st_mode)) {
        return complain(WRONG_USE, "%s is not a regular file; leave out -o and use >", path);
    }
    if (stat(options->database, &database) == 0 && there.st_dev == database.st_dev && there.st_ino == database.st_ino) {
        return complain(WRONG_USE, "%s is the database itself; name another file with -o", path);
    }
    return DONE;
}

/* A new file with the rights that the user's files have. */
static int open_temporary(output_file_t *file) {
    static const char ENDING[] = ".XXXXXX";
    size_t size = strlen(file->path);
    mode_t mask = umask(0);
    umask(mask);
    file->temporary = or_stop(malloc(size + sizeof ENDING));
    memcpy(file->temporary, file->path, size);
    memcpy(file->temporary + size, ENDING, sizeof ENDING);
    int descriptor = mkstemp(file->temporary);
    if (descriptor >= 0) {
        fchmod(descriptor, 0666 & ~mask);
        guard_against_signals(file->temporary);
        atexit(remove_unfinished);
    }
    return descriptor;
}

int output_file_begin(output_file_t *file, const options_t *options) {
    *file = (output_file_t){0};
    if (options->output == NULL) {
        return DONE;
    }
    int status = refuse(options->output, options);
    if (status != DONE) {
        return status;
    }
    char *real = realpath(options->output, NULL); /* a symbolic link stays one */
    file->path = real != NULL ? real : or_stop(strdup(options->output));
    int descriptor = open_temporary(file);
    if (descriptor < 0) {
        status = cannot_write(options->output, errno);
        free(file->temporary);
        free(file->path);
        return status;
    }
    fflush(stdout);
    file->was = dup(STDOUT_FILENO);
    dup2(descriptor, STDOUT_FILENO);
    close(descriptor);
    return DONE;
}

/* Everything is on the disk: 0, or errno. */
static int settle(void) {
    errno = 0;
    if (fflush(stdout) != 0 || ferror(stdout) || fsync(STDOUT_FILENO) != 0) {
        return errno == 0 ? EIO : errno;
    }
    return 0;
}

int output_file_end(output_file_t *file, int status) {
    if (file->path == NULL) {
        return status;
    }
    int error = status == DONE ? settle() : 0;
    if (status == DONE && error == 0 && rename(file->temporary, file->path) != 0) {
        error = errno;
    }
    if (error != 0) {
        status = cannot_write(file->path, error);
    }
    if (status != DONE) {
        unlink(file->temporary);
        __fpurge(stdout); /* what is left of it belongs nowhere */
        clearerr(stdout);
    }
    guard_against_signals(NULL);
    dup2(file->was, STDOUT_FILENO);
    close(file->was);
    free(file->temporary);
    free(file->path);
    return status;
}
