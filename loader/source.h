/* The documents that the paths of the command line stand for, one after the other, decoded and named. */
#ifndef SCODB_LOADER_SOURCE_H
#define SCODB_LOADER_SOURCE_H

#include "walk.h"

typedef enum source_step {
    SOURCE_END,
    SOURCE_DOCUMENT,
    SOURCE_REFUSED,
    SOURCE_WAIT,       /* standard input has nothing at the moment; the next step waits until it has */
    SOURCE_CORRECTIONS /* a file of corrections beside documents, at source_place */
} source_step_t;

typedef struct source source_t;

source_t *source_new(char *const *paths, int count, const char *encoding); /* borrows all; encoding may be NULL */
void source_free(source_t *source);

/* The next document, in memory of arena. Unless at the end, source_place then tells where it stands. */
source_step_t source_next(source_t *source, arena_t *arena, document_t *out);
const char *
source_place(const source_t *source);           /* path, path:line or path:line:column; borrowed until the next step */
const char *source_why(const source_t *source); /* after SOURCE_REFUSED: what is wrong, what to do; borrowed */

uint64_t source_bytes(const source_t *source); /* read so far */
uint64_t source_total(const source_t *source); /* of all files, 0 if unknown */
const walk_skipped_t *source_skipped(const source_t *source);

#endif
