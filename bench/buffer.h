/* A growing string. Out of memory ends the program. */
#ifndef SCODB_BENCH_BUFFER_H
#define SCODB_BENCH_BUFFER_H

#include <stddef.h>

typedef struct buffer {
    char *at; /* NUL-terminated once something was added; free() gives it back */
    size_t size, room;
} buffer_t;

void buffer_add(buffer_t *buffer, const char *text, size_t size);
void buffer_puts(buffer_t *buffer, const char *text);
void buffer_printf(buffer_t *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buffer_json(buffer_t *buffer, const char *text, size_t size); /* as a JSON string, quotes included */
void buffer_clear(buffer_t *buffer);                               /* keeps the memory */

#endif
