/* Where a thread works that writes facts out: a line is all that is kept of a document. */
#ifndef SCODB_LOADER_DESK_H
#define SCODB_LOADER_DESK_H

#include <stdatomic.h>

#include "facts.h"
#include "output.h"

/* Holds a line until it is written out. */
typedef struct sheet {
    output_t line;
    atomic_bool taken;
    struct sheet *other;
} sheet_t;

/* A thread takes the first of its sheets that is free, so that it has few, which stay in its processor's cache. */
typedef struct desk {
    arena_t *arena; /* for one document */
    sheet_t *sheets;
} desk_t;

desk_t desk_new(void);
void desk_clear(desk_t *desk); /* gives all memory back */

/* Writes the facts on a sheet, which is the caller's until he gives it back. Any thread may. */
sheet_t *desk_write(desk_t *desk, const facts_t *facts);
void sheet_give_back(sheet_t *sheet);

#endif
