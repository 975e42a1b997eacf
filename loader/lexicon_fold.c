/* Names without what spelling them differently changes. */
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "eight.h"
#include "lexicon.h"

bool is_ascii(const char *text) {
    size_t size = strlen(text), at = 0;
    uint64_t bytes = 0;
    for (; size - at > 8; at += 8)
        bytes |= eight_at(text + at);
    if (size >= 8)
        return !((bytes | eight_at(text + size - 8)) & EIGHT_TOPS);
    for (; at < size; at++)
        bytes |= (unsigned char)text[at];
    return !(bytes & EIGHT_TOPS);
}

/* Which letters there are in a text, and which pairs of them, several to a bit. */
static uint64_t parts_of(const char *text) {
    uint64_t parts = 0;
    for (const unsigned char *c = (const unsigned char *)text; *c; c++) {
        parts |= 1ull << (*c & 31);
        if (c[1])
            parts |= 1ull << (32 + ((*c * 7u + c[1]) & 31));
    }
    return parts;
}

void lexicon_freeze_foldings(lexicon_t *lexicon) {
    for (int i = 0; i < lexicon->foldings.count; i++)
        lexicon->foldings.at[i].parts = parts_of(lexicon->foldings.at[i].from);
    for (int i = 0; i < lexicon->spellings.count; i++) {
        folding_t *spelling = &lexicon->spellings.at[i];
        int *first = &lexicon->spelling_of[*spelling->from & 31];
        spelling->next = *first;
        *first = i + 1;
    }
}

const char *lexicon_spelling(const lexicon_t *lexicon, const char *word) {
    for (int64_t i = lexicon->spelling_of[*word & 31]; i; i = lexicon->spellings.at[i - 1].next) {
        const folding_t *spelling = &lexicon->spellings.at[i - 1];
        if (spelling->from[1] == word[1] && !strcmp(spelling->from, word))
            return spelling->to;
    }
    return word;
}

/* Replaces every occurrence of from by to; found is the first. */
static char *replace(const char *text, const char *found, const char *from, const char *to, arena_t *arena) {
    size_t step = strlen(from), room = strlen(text) * (strlen(to) > step ? strlen(to) : 1) + strlen(to) + 1;
    char *out = arena_alloc(arena, room), *at = out;
    for (; found; found = strstr(text, from)) {
        at = stpcpy(mempcpy(at, text, (size_t)(found - text)), to);
        text = found + step;
    }
    strcpy(at, text);
    return out;
}

static char *transliterated(const lexicon_t *lexicon, char *text, arena_t *arena) {
    uint64_t parts = parts_of(text);
    for (int i = 0; i < lexicon->foldings.count; i++) {
        const folding_t *folding = &lexicon->foldings.at[i];
        const char *found = folding->parts & ~parts ? NULL : strstr(text, folding->from);
        if (!found)
            continue;
        text = replace(text, found, folding->from, folding->to, arena);
        parts = parts_of(text);
    }
    return text;
}

/* A folded name in the making. */
typedef struct folded {
    char *at;
    bool gap; /* a blank is due before the next letter, if any was before */
    bool any;
} folded_t;

/* Letters and digits of ASCII, made small. */
static const unsigned char fold_byte[256] = {
    ['0'] = '0', '1', '2', '3', '4',         '5', '6', '7', '8', '9', ['A'] = 'a', 'b', 'c', 'd', 'e', 'f',
    'g',         'h', 'i', 'j', 'k',         'l', 'm', 'n', 'o', 'p', 'q',         'r', 's', 't', 'u', 'v',
    'w',         'x', 'y', 'z', ['a'] = 'a', 'b', 'c', 'd', 'e', 'f', 'g',         'h', 'i', 'j', 'k', 'l',
    'm',         'n', 'o', 'p', 'q',         'r', 's', 't', 'u', 'v', 'w',         'x', 'y', 'z',
};

/* Apostrophes vanish. Without a branch, since where words end cannot be guessed: writes one byte more than it keeps. */
static inline void fold_ascii(folded_t *out, unsigned char c) {
    unsigned char letter = fold_byte[c];
    bool kept = letter != 0;
    *out->at = ' ';
    out->at += kept & out->gap & out->any;
    *out->at = (char)letter;
    out->at += kept;
    out->gap = (out->gap | (c != '\'')) & (letter == 0);
    out->any |= kept;
}

static void fold_point(folded_t *out, utf8proc_int32_t point) {
    if (point < 128) {
        fold_ascii(out, (unsigned char)point);
        return;
    }
    if (point == 0x2018 || point == 0x2019)
        return;
    if (out->gap && out->any)
        *out->at++ = ' ';
    out->gap = false;
    out->any = true;
    out->at += utf8proc_encode_char(point, (utf8proc_uint8_t *)out->at);
}

enum {
    POINTS_MAX = 32,
    GROWTH = 12
}; /* code points, and times its bytes, that a character becomes at most; 18 and 11 in fact */

/* The character at text, without accents; returns its bytes. */
static size_t fold_wide(folded_t *out, const char *text, size_t left) {
    utf8proc_int32_t point, points[POINTS_MAX];
    int class = 0;
    utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)left, &point);
    if (size <= 0)
        return 1;
    utf8proc_ssize_t count =
        utf8proc_decompose_char(point, points, POINTS_MAX,
                                UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD, &class);
    for (utf8proc_ssize_t i = 0; i < count; i++)
        fold_point(out, points[i]);
    return (size_t)size;
}

/* The characters of ASCII at text; returns how many. Works on a copy, which stays in registers. */
static size_t fold_plain(folded_t *out, const char *text, size_t left) {
    folded_t copy = *out;
    size_t at = 0;
    for (; at < left && (unsigned char)text[at] < 128; at++)
        fold_ascii(&copy, (unsigned char)text[at]);
    *out = copy;
    return at;
}

const char *lexicon_fold(const lexicon_t *lexicon, const char *text, bool transliterate, arena_t *arena) {
    size_t size = strlen(text);
    bool plain = is_ascii(text);
    char *start = arena_alloc(arena, size * (plain ? 1 : GROWTH) + 1);
    folded_t out = {.at = start};
    for (size_t at = fold_plain(&out, text, size); at < size; at += fold_plain(&out, text + at, size - at))
        at += fold_wide(&out, text + at, size - at);
    *out.at = 0;
    return transliterate ? transliterated(lexicon, start, arena) : start;
}
