/* Names without what spelling them differently changes. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "lexicon.h"

/* Which bytes there are in a text, several to a bit. */
static uint32_t bytes_in(const char *text) {
    uint32_t bytes = 0;
    for (; *text; text++)
        bytes |= 1u << (*text & 31);
    return bytes;
}

void lexicon_freeze_foldings(lexicon_t *lexicon) {
    for (int i = 0; i < lexicon->foldings.count; i++)
        lexicon->foldings.at[i].bytes = bytes_in(lexicon->foldings.at[i].from);
}

/* Replaces every occurrence of from by to. */
static char *replace(const char *text, const char *from, const char *to, arena_t *arena) {
    size_t step = strlen(from), room = strlen(text) * (strlen(to) > step ? strlen(to) : 1) + strlen(to) + 1;
    char *out = arena_alloc(arena, room), *at = out;
    while (*text)
        if (!strncmp(text, from, step)) {
            at = stpcpy(at, to);
            text += step;
        } else {
            *at++ = *text++;
        }
    *at = 0;
    return out;
}

/* Without accents, and letters that are not ASCII small. */
static const char *bare_letters(const char *text, arena_t *arena) {
    if (is_ascii(text))
        return text;
    utf8proc_uint8_t *bare = NULL;
    utf8proc_map((const utf8proc_uint8_t *)text, 0, &bare,
                 UTF8PROC_NULLTERM | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD);
    const char *out = arena_strdup(arena, bare ? (char *)bare : text);
    free(bare);
    return out;
}

static char *transliterated(const lexicon_t *lexicon, char *text, arena_t *arena) {
    uint32_t bytes = bytes_in(text);
    for (int i = 0; i < lexicon->foldings.count; i++) {
        const folding_t *folding = &lexicon->foldings.at[i];
        if (folding->bytes & ~bytes || !strstr(text, folding->from))
            continue;
        text = replace(text, folding->from, folding->to, arena);
        bytes = bytes_in(text);
    }
    return text;
}

const char *lexicon_fold(const lexicon_t *lexicon, const char *text, bool transliterate, arena_t *arena) {
    const char *bare = bare_letters(text, arena);
    char *out = arena_alloc(arena, strlen(bare) + 1), *at = out;
    bool gap = false;
    for (const unsigned char *c = (const unsigned char *)bare; *c; c++) {
        bool curly = c[0] == 0xE2 && c[1] == 0x80 && (c[2] == 0x98 || c[2] == 0x99);
        if (*c == '\'' || curly) { /* apostrophes vanish */
            c += curly ? 2 : 0;
        } else if (*c < 128 && !isalnum(*c)) {
            gap = true;
        } else {
            if (gap && at > out)
                *at++ = ' ';
            gap = false;
            *at++ = (char)vocab_lower(*c);
        }
    }
    *at = 0;
    return transliterate ? transliterated(lexicon, out, arena) : out;
}
