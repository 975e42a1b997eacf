/* What a program takes, alone: no shell and no other program start and end within the time that is measured.
 *
 *     timed FILE COMMAND [ARGUMENT...]
 *
 * The command writes to /dev/null. A line is added to FILE: wall seconds, CPU seconds, peak MiB, blocks written to disk. */
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static double seconds(struct timeval time) {
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

int main(int argc, char **argv) {
    posix_spawn_file_actions_t actions;
    struct rusage usage;
    pid_t child;
    int status, error = argc < 3 ? EINVAL : posix_spawn_file_actions_init(&actions);
    if (!error)
        error = posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    double start = now();
    if (!error)
        error = posix_spawnp(&child, argv[2], &actions, NULL, argv + 2, environ);
    if (error || wait4(child, &status, 0, &usage) < 0) {
        fprintf(stderr, "timed: %s: %s\n", argc < 3 ? "no command" : argv[2], strerror(error ? error : errno));
        return 2;
    }
    double end = now();
    FILE *to = fopen(argv[1], "a");
    if (!to ||
        fprintf(to, "%.6f %.6f %.4f %ld\n", end - start, seconds(usage.ru_utime) + seconds(usage.ru_stime),
                (double)usage.ru_maxrss / 1024, usage.ru_oublock) < 0 ||
        fclose(to)) {
        fprintf(stderr, "timed: %s: %s\n", argv[1], strerror(errno));
        return 2;
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
