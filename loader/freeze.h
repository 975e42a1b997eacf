/* The words and rules as an image that the program carries, so that it need not read them each time it starts. While the
 * program is built, another one made of the same sources reads them, and writes what it then has in memory:
 *
 *     lexicon/, rules/ --data_files_read--> pieces of arenas --freeze_write--> built_in.S --assembler--> in the program
 *
 * Nothing here knows what the pieces mean. All is read twice, into two places: where a word of memory (an uintptr_t) is
 * the same in both readings it is a value, and where each leads to the same piece of its own reading it is a pointer.
 * What else differs is padding in a struct, which nobody set. Pointers to anywhere but pieces of arenas are an error. The
 * linker, and what starts programs, see to it that the pointers are right where the image comes to lie. */
#ifndef SCODB_LOADER_FREEZE_H
#define SCODB_LOADER_FREEZE_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "arena.h"

/* ---- freeze_arena.c, in the place of arena.c: each allocation is known, cleared, and a piece of its own ---- */

typedef struct piece {
    uintptr_t at;
    size_t size; /* bytes, whole words */
} piece_t;

typedef struct pieces {
    piece_t *at; /* by address */
    size_t count;
} pieces_t;

void sort_pieces(pieces_t *pieces);
pieces_t arena_pieces(void); /* of all arenas there are; the caller frees at */
bool arena_exists(uintptr_t at);

/* ---- freeze_image.c ---- */

/* Writes the pieces that the piece at root leads to, as assembler source that defines a pointer to root by the name of
 * symbol. again is the root of the other reading. Pointers to arenas become NULL: the image does not grow. Returns NULL,
 * or what is wrong with the memory, for the caller to free. */
char *freeze_write(const void *root, const void *again, const char *symbol, FILE *out);

#endif
