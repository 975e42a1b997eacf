#include "piece.h"

#include <string.h>

#include "metadata.h"
#include "page.h"
#include "record.h"
#include "text.h"

/* What the manifest says of a page goes before what the page says of itself. */
static int read_file(piece_t *piece, arena_t *arena, document_t *out, char why[LIMIT_WHY]) {
    document_t found = {0};
    buffer_t *bytes = &piece->bytes;
    if (file_read(piece->path, LIMIT_DOCUMENT, bytes, why) ||
        (piece->kind == FILE_PAGE ? page_read_file : document_text)(bytes->bytes, bytes->size, piece->encoding, arena,
                                                                    &found, why))
        return -1;
    *out = piece->known;
    metadata_complete(out, &found);
    const char *wrong =
        text_is_utf8(out->name, strlen(out->name)) ? metadata_check_name(out->name) : "is not valid UTF-8";
    if (!wrong)
        return 0;
    snprintf(why, LIMIT_WHY, "its name %s; rename it or give it an id in manifest.json", wrong);
    return -1;
}

static int read_line(piece_t *piece, arena_t *arena, document_t *out, char why[LIMIT_WHY]) {
    static const char advice[] = "; correct this record";
    fault_t fault;
    if (!record_read(piece->bytes.bytes, piece->size, arena, out, &fault))
        return 0;
    piece->place = arena_printf(arena, "%s:%d", piece->place, fault.column);
    snprintf(why, LIMIT_WHY, "%.*s%s", (int)(LIMIT_WHY - sizeof advice), fault.what,
             strchr(fault.what, ';') ? "" : advice);
    return -1;
}

int piece_read(piece_t *piece, arena_t *arena, document_t *out, char why[LIMIT_WHY]) {
    return (piece->kind == FILE_RECORDS ? read_line : read_file)(piece, arena, out, why);
}
