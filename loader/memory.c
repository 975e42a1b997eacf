/* What does not depend on how an arena keeps its memory: freeze_arena.c keeps it in another way than arena.c. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"

void *must_alloc(size_t size) {
    return must_realloc(NULL, size);
}

void *must_realloc(void *old, size_t size) {
    void *memory = realloc(old, size ? size : 1);
    if (!memory) {
        fputs("scoload: out of memory; nothing of the document in work was stored\n", stderr);
        exit(3);
    }
    return memory;
}

void *arena_zalloc(arena_t *arena, size_t size) {
    return memset(arena_alloc(arena, size), 0, size);
}

char *arena_strndup(arena_t *arena, const char *text, size_t size) {
    char *copy = arena_alloc(arena, size + 1);
    memcpy(copy, text, size);
    copy[size] = 0;
    return copy;
}

char *arena_strdup(arena_t *arena, const char *text) {
    return arena_strndup(arena, text, strlen(text));
}

char *arena_join(arena_t *arena, const char *first, ...) {
    va_list args, again;
    size_t size = 1;
    va_start(args, first);
    va_copy(again, args);
    for (const char *part = first; part; part = va_arg(args, const char *))
        size += strlen(part);
    char *text = arena_alloc(arena, size), *at = text;
    *at = 0;
    for (const char *part = first; part; part = va_arg(again, const char *))
        at = stpcpy(at, part);
    va_end(again);
    va_end(args);
    return text;
}

char *arena_printf(arena_t *arena, const char *format, ...) {
    char small[256];
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    size_t size = (size_t)vsnprintf(small, sizeof small, format, args);
    char *text = arena_alloc(arena, size + 1);
    if (size < sizeof small)
        memcpy(text, small, size + 1);
    else
        vsnprintf(text, size + 1, format, again);
    va_end(again);
    va_end(args);
    return text;
}

void *arena_grow(arena_t *arena, const void *at, int count, int *room, size_t element) {
    *room = *room ? *room * 2 : 8;
    void *bigger = arena_alloc(arena, (size_t)*room * element);
    return count ? memcpy(bigger, at, (size_t)count * element) : bigger;
}
