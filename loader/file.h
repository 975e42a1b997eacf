/* Reading bytes: whole files, and lines of files of any size. */
#ifndef SCODB_LOADER_FILE_H
#define SCODB_LOADER_FILE_H

#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>

#include "limits.h"

/* Memory that grows and is used again; starts as all zero, given back by free(bytes). */
typedef struct buffer {
    char *bytes;
    size_t size, room;
} buffer_t;

void buffer_room(buffer_t *buffer, size_t room); /* makes room at least that large */

__attribute__((format(printf, 2, 3))) void buffer_print(buffer_t *buffer, const char *format, ...);

/* Opens a regular file for reading. Returns the descriptor, or -1 with a reason in why. */
int file_open(const char *path, char why[LIMIT_WHY]);
/* Why a path of this mode is not read as a file: NULL for a regular file. */
const char *file_not_regular(mode_t mode);
/* Reads a regular file of up to limit bytes into buffer, and a NUL after them. Returns 0, or -1 with a reason. */
int file_read(const char *path, size_t limit, buffer_t *buffer, char why[LIMIT_WHY]);

/* A file read line by line. */
typedef struct lines {
    int fd; /* -1: none */
    size_t limit;
    long number;    /* of the last line given, from 1 */
    uint64_t bytes; /* of all lines given */
    int ended;
    buffer_t buffer;
    size_t start; /* of what is not yet given, in buffer */
    size_t seen;  /* bytes from start on that hold no line feed */
    int too_long; /* the line at start is, and its beginning forgotten */
    int told;     /* LINE_WAIT was given */
} lines_t;

/* LINE_WAIT: there is nothing to read at the moment; the next call waits until there is. */
typedef enum line_result { LINE_END, LINE_READ, LINE_TOO_LONG, LINE_FAILED, LINE_WAIT } line_result_t;

void lines_open(lines_t *lines, int fd, size_t limit); /* takes over fd, keeps the buffer of the file before */
/* The next line, NUL-terminated, without its line feed; it may be written to and stays until the next call. A line
 * longer than the limit is passed over; after LINE_FAILED errno tells why. */
line_result_t lines_next(lines_t *lines, char **line, size_t *size);
void lines_close(lines_t *lines);
void lines_free(lines_t *lines);

#endif
