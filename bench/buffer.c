#include "buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void reserve(buffer_t *buffer, size_t size) {
    if (buffer->room - buffer->size > size)
        return;
    buffer->room = 2 * (buffer->size + size) + 256;
    buffer->at = realloc(buffer->at, buffer->room);
    if (!buffer->at) {
        fputs("bench: out of memory\n", stderr);
        exit(3);
    }
}

void buffer_add(buffer_t *buffer, const char *text, size_t size) {
    reserve(buffer, size);
    memcpy(buffer->at + buffer->size, text, size);
    buffer->size += size;
    buffer->at[buffer->size] = '\0';
}

void buffer_puts(buffer_t *buffer, const char *text) {
    buffer_add(buffer, text, strlen(text));
}

void buffer_printf(buffer_t *buffer, const char *format, ...) {
    char text[512];
    va_list arguments;
    va_start(arguments, format);
    int size = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (size < 0 || (size_t)size >= sizeof text) {
        fputs("bench: a line is too long\n", stderr);
        exit(3);
    }
    buffer_add(buffer, text, (size_t)size);
}

void buffer_json(buffer_t *buffer, const char *text, size_t size) {
    buffer_add(buffer, "\"", 1);
    for (size_t i = 0; i < size; i++) {
        if (text[i] == '\n') {
            buffer_add(buffer, "\\n", 2);
        } else if (text[i] == '"' || text[i] == '\\') {
            buffer_add(buffer, "\\", 1);
            buffer_add(buffer, text + i, 1);
        } else {
            buffer_add(buffer, text + i, 1);
        }
    }
    buffer_add(buffer, "\"", 1);
}

void buffer_clear(buffer_t *buffer) {
    buffer->size = 0;
}
