/* What a person types, as an expression of FTS5. Every word becomes a string there, so that none of it is syntax. */
#include <string.h>

#include "private.h"

typedef struct {
    char *at, *end; /* next free byte, end of the room */
} writer_t;

static void put(writer_t *out, const char *bytes, size_t size) {
    if ((size_t)(out->end - out->at) > size) {
        memcpy(out->at, bytes, size);
        out->at += size;
    } else {
        out->end = out->at; /* full: nothing more goes in */
    }
}

/* Whether the index could hold anything of it: letters, digits and all beyond ASCII. */
static int has_word(const char *text, size_t size) {
    for (size_t i = 0; i < size; i++) {
        char c = text[i];
        if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c < 0) {
            return 1;
        }
    }
    return 0;
}

/* `word`, `word*` or `"some words"` at text; returns how many bytes it takes. */
static size_t put_piece(writer_t *out, const char *text) {
    size_t quoted = *text == '"';
    size_t size = strcspn(text + quoted, quoted ? "\"" : " \t\n\"*");
    const char *behind = text + quoted + size;
    size_t closing = quoted && *behind == '"';
    size_t starred = behind[closing] == '*';
    if (has_word(text + quoted, size)) {
        put(out, "\"", 1);
        put(out, text + quoted, size);
        put(out, "\" ", 2);
        put(out, "* ", 2 * starred);
    }
    return quoted + size + closing + starred;
}

int words_expression(const char *words, char *out, size_t room) {
    writer_t writer = {out, out + room};
    while (*words != '\0') {
        size_t space = strspn(words, " \t\n");
        words += space > 0 ? space : put_piece(&writer, words);
    }
    if (writer.at == out || writer.at >= writer.end) {
        return -1;
    }
    *writer.at = '\0';
    return 0;
}
