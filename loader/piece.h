/* A document as it stands in its file. The thread that finds it does nothing with it, any other may read it. */
#ifndef SCODB_LOADER_PIECE_H
#define SCODB_LOADER_PIECE_H

#include "file.h"
#include "walk.h"

typedef struct piece {
    file_kind_t kind;     /* FILE_RECORDS: a line, which is in bytes; else a file, which is still to be opened */
    const char *path;     /* of the file */
    const char *place;    /* for messages: path, path:line or path:line:column */
    const char *encoding; /* see text_decode */
    document_t known;     /* name and metadata from beside the file */
    size_t size;          /* bytes of the file or line */
    buffer_t bytes;       /* used again from piece to piece */
} piece_t;

/* Decodes the document into out, in memory of arena. Returns 0, or -1 with what is wrong, and what to do, in why; place
 * then tells where. */
int piece_read(piece_t *piece, arena_t *arena, document_t *out, char why[LIMIT_WHY]);

#endif
