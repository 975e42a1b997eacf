/* Memory that is given back all at once: one arena for each document in work. Out of memory ends the program with one
 * line: the loader stores documents whole or not at all, so nothing is half done. */
#ifndef SCODB_LOADER_ARENA_H
#define SCODB_LOADER_ARENA_H

#include <stddef.h>
#include <string.h>

typedef struct arena arena_t;

arena_t *arena_new(void);
arena_t *arena_with_room(size_t size); /* takes that much from the start on; what is not used costs nothing */
void arena_free(arena_t *arena);
void arena_reset(arena_t *arena);                  /* forgets all, keeps the memory for the next document */
void *arena_alloc(arena_t *arena, size_t size);    /* aligned for any type, not cleared */
void *arena_zalloc(arena_t *arena, size_t size);   /* cleared */
char *arena_strndup(arena_t *arena, const char *text, size_t size);
char *arena_strdup(arena_t *arena, const char *text);
char *arena_join(arena_t *arena, const char *first, ...) __attribute__((sentinel)); /* all up to a NULL, one behind another */
char *arena_printf(arena_t *arena, const char *format, ...) __attribute__((nonnull(2), format(printf, 2, 3)));

/* Counts one more in a LIST (facts.h), clears it, gives a pointer to it. The old place stays valid until the arena is
 * reset, but is no longer the list. arena_grow gives twice the room. */
void *arena_grow(arena_t *arena, const void *at, int count, int *room, size_t element);
#define list_add(arena, list)                                                                                          \
    ((list)->count == (list)->room                                                                                     \
         ? (void)((list)->at = arena_grow((arena), (list)->at, (list)->count, &(list)->room, sizeof *(list)->at))      \
         : (void)0,                                                                                                    \
     (void)memset((list)->at + (list)->count, 0, sizeof *(list)->at), (list)->at + (list)->count++)

/* The same for a value that is there already: *list_add() = value, but without clearing first. */
#define list_put(arena, list, value)                                                                                   \
    ((list)->count == (list)->room                                                                                     \
         ? (void)((list)->at = arena_grow((arena), (list)->at, (list)->count, &(list)->room, sizeof *(list)->at))      \
         : (void)0,                                                                                                    \
     (void)((list)->at[(list)->count++] = (value)))

void *must_alloc(size_t size); /* malloc and realloc that end the program instead of failing */
void *must_realloc(void *old, size_t size);

#endif
