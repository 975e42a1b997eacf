/* The documents that the paths of the command line stand for, one after the other, named but not yet read. */
#ifndef SCODB_LOADER_SOURCE_H
#define SCODB_LOADER_SOURCE_H

#include "piece.h"

typedef enum source_step {
    SOURCE_END,
    SOURCE_DOCUMENT,
    SOURCE_REFUSED,
    SOURCE_WAIT,       /* standard input has nothing at the moment; the next step waits until it has */
    SOURCE_CORRECTIONS /* a file of corrections beside documents, at its place */
} source_step_t;

typedef struct source source_t;

source_t *source_new(char *const *paths, int count, const char *encoding); /* borrows all; encoding may be NULL */
void source_free(source_t *source);

/* The next document, to be read by piece_read; what belongs to it is in memory of arena. Unless at the end, its place
 * tells where it stands. The bytes of out are kept and used again; all else is filled. */
source_step_t source_next(source_t *source, arena_t *arena, piece_t *out);
const char *source_why(const source_t *source); /* after SOURCE_REFUSED: what is wrong, what to do; borrowed */

uint64_t source_bytes(const source_t *source); /* read so far */
uint64_t source_total(const source_t *source); /* of all files, 0 if unknown */
const walk_skipped_t *source_skipped(const source_t *source);

#endif
