#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "arena.h"

enum { CHUNK = 64 * 1024 };

void buffer_room(buffer_t *buffer, size_t room) {
    if (room <= buffer->room)
        return;
    size_t more = buffer->room ? buffer->room * 2 : CHUNK;
    buffer->room = room > more ? room : more;
    buffer->bytes = must_realloc(buffer->bytes, buffer->room);
}

const char *file_not_regular(mode_t mode) {
    switch (mode & S_IFMT) {
    case S_IFREG: return NULL;
    case S_IFDIR: return "a folder, not a file; give the files in it";
    case S_IFIFO: return "a pipe, not a file; pipe it to standard input and give -";
    case S_IFSOCK: return "a socket, not a file; give a file";
    default: return "a device, not a file; give a file";
    }
}

void buffer_print(buffer_t *buffer, const char *format, ...) {
    va_list args;
    for (int again = 0; again < 2; again++) {
        va_start(args, format);
        buffer->size = (size_t)vsnprintf(buffer->bytes, buffer->room, format, args);
        va_end(args);
        if (buffer->size < buffer->room)
            break;
        buffer_room(buffer, buffer->size + 1);
    }
}

static int refuse_errno(char why[LIMIT_WHY]) {
    snprintf(why, LIMIT_WHY, "cannot be read (%s); check the path and its permissions", strerror(errno));
    return -1;
}

int file_open(const char *path, char why[LIMIT_WHY]) {
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (fd < 0)
        return refuse_errno(why);
    struct stat status;
    const char *not_regular = fstat(fd, &status) ? strerror(errno) : file_not_regular(status.st_mode);
    if (!not_regular)
        return fd;
    snprintf(why, LIMIT_WHY, "%s", not_regular);
    close(fd);
    return -1;
}

/* Reads on until the buffer holds more than limit bytes or the file ends. */
static int read_up_to(int fd, size_t limit, buffer_t *buffer) {
    buffer->size = 0;
    while (buffer->size <= limit) {
        buffer_room(buffer, buffer->size + CHUNK + 1);
        ssize_t got = read(fd, buffer->bytes + buffer->size, buffer->room - buffer->size - 1);
        if (got < 0)
            return -1;
        if (got == 0)
            break;
        buffer->size += (size_t)got;
    }
    buffer->bytes[buffer->size] = 0;
    return 0;
}

int file_read(const char *path, size_t limit, buffer_t *buffer, char why[LIMIT_WHY]) {
    int fd = file_open(path, why);
    if (fd < 0)
        return -1;
    int failed = read_up_to(fd, limit, buffer) ? refuse_errno(why) : 0;
    close(fd);
    if (failed || buffer->size <= limit)
        return failed;
    snprintf(why, LIMIT_WHY, "larger than %zu MiB; split it", limit / MIB);
    return -1;
}

void lines_open(lines_t *lines, int fd, size_t limit) {
    *lines = (lines_t){.fd = fd, .limit = limit, .buffer = {lines->buffer.bytes, 0, lines->buffer.room}};
}

/* Reads more behind what the buffer holds from start on. Returns what read() does. */
static ssize_t read_more(lines_t *lines) {
    buffer_t *buffer = &lines->buffer;
    if (lines->start > 0) {
        buffer->size -= lines->start;
        memmove(buffer->bytes, buffer->bytes + lines->start, buffer->size);
        lines->start = 0;
    }
    buffer_room(buffer, buffer->size + CHUNK + 1);
    ssize_t got = read(lines->fd, buffer->bytes + buffer->size, buffer->room - buffer->size - 1);
    if (got > 0)
        buffer->size += (size_t)got;
    lines->ended = got == 0;
    return got;
}

static int would_wait(int fd) {
    struct pollfd input = {.fd = fd, .events = POLLIN};
    return poll(&input, 1, 0) == 0;
}

/* Gives the line at start, which ends before end, or with the file (NULL). */
static line_result_t give_line(lines_t *lines, char *end, char **line, size_t *size) {
    char *begin = lines->buffer.bytes + lines->start;
    *line = begin;
    *size = end ? (size_t)(end - begin) : lines->buffer.size - lines->start;
    begin[*size] = 0;
    int too_long = lines->too_long || *size > lines->limit;
    lines->start += *size + (end != NULL);
    lines->bytes += *size + (end != NULL);
    lines->number++;
    lines->seen = 0;
    lines->too_long = 0;
    return too_long ? LINE_TOO_LONG : LINE_READ;
}

line_result_t lines_next(lines_t *lines, char **line, size_t *size) {
    for (;;) {
        const buffer_t *buffer = &lines->buffer;
        size_t held = buffer->size - lines->start;
        char *new = held > lines->seen ? buffer->bytes + lines->start + lines->seen : NULL;
        char *end = new ? memchr(new, '\n', held - lines->seen) : NULL;
        if (!end && lines->ended && held == 0 && !lines->too_long)
            return LINE_END;
        if (end || lines->ended)
            return give_line(lines, end, line, size);
        lines->seen = held;
        if (held > lines->limit) { /* forget what was read of it */
            lines->too_long = 1;
            lines->bytes += held;
            lines->start = buffer->size;
            lines->seen = 0;
        }
        lines->told = !lines->told && would_wait(lines->fd);
        if (lines->told)
            return LINE_WAIT;
        if (read_more(lines) < 0)
            return LINE_FAILED;
    }
}

void lines_close(lines_t *lines) {
    if (lines->fd > STDERR_FILENO)
        close(lines->fd);
    lines->fd = -1;
}

void lines_free(lines_t *lines) {
    lines_close(lines);
    free(lines->buffer.bytes);
}
