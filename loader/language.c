/* Every English text has small words like "the" and "of" that no other language has, so a look at its first lines is enough;
 * what has none or few of them is given to libexttextcat, which knows languages by their frequent groups of letters and
 * would take headlines and lists of names for anything. */
#include "language.h"

#include <libexttextcat/textcat.h>
#include <pthread.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "analysis.h"
#include "text.h"

enum {
    ENOUGH = 50, /* words written small, after which no more are looked at if they are English */
    FEW = 20,    /* fewer tell nothing */
    SHARE =
        25,   /* one in so many is an English one, at least; in real texts it is one in ten, in other languages none */
    WORD = 6, /* letters of other scripts, in the mean */
    LETTERS = 10,  /* of other scripts, and more than of the Latin one: no English text */
    SAMPLE = 4096, /* bytes by which a language is known */
    LIKELY = 3     /* languages that are named */
};

typedef struct signs {
    size_t small;        /* words that begin with a small letter */
    size_t english;      /* that are English ones, however they are written */
    size_t latin, other; /* letters */
} signs_t;

static bool is_letter(unsigned char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* Letters with accents, and those of other scripts: by the first byte, or the second where Vietnamese ones stand. */
static void count_foreign(const unsigned char *at, signs_t *signs) {
    if (at[0] >= 0xC3 && at[0] <= 0xCC)
        signs->latin++;
    else if (at[0] == 0xE1 && at[1] >= 0xB8 && at[1] <= 0xBB)
        signs->latin++;
    else if (at[0] >= 0xCD && at[0] != 0xE2) /* E2: punctuation and signs */
        signs->other++;
}

/* room: bytes that may be read from word on. known: it may be looked up. */
static void count_word(const lexicon_t *lexicon, const char *word, size_t size, size_t room, bool known,
                       signs_t *signs) {
    uint32_t number = known ? vocab_find(lexicon->vocab, word, size, room) : 0;
    signs->latin += size;
    signs->small += word[0] >= 'a';
    signs->english += number && lexicon->english[number];
}

static bool is_english(const signs_t *signs) {
    return signs->english * SHARE >= signs->small + signs->other / WORD;
}

/* Where the letters of ASCII end that stand at a place. */
static size_t letters_end(const document_t *document, size_t at) {
    for (uint32_t count; document->size - at >= 8; at += count)
        if ((count = eight_small(eight_at(document->text + at) | EIGHT_ONES * 0x20)) <
            8) /* no other becomes a letter */
            return at + count;
    while (is_letter((unsigned char)document->text[at]))
        at++;
    return at;
}

/* Reads until it is known to be English, and counts up to most English words. A piece before or behind an accent is a word,
 * but no English one. */
static signs_t look_for(size_t most, const lexicon_t *lexicon, const document_t *document) {
    signs_t signs = {0};
    const char *text = document->text;
    for (size_t at = 0; at < document->size && (signs.small < ENOUGH || !is_english(&signs)); at++) {
        size_t first = at;
        at = letters_end(document, at);
        bool accent = (first && text[first - 1] & 0x80) || text[at] & 0x80;
        if (at > first)
            count_word(lexicon, text + first, at - first, document->size - first,
                       signs.english < most && (!accent || text[at] == '\xE2'), &signs);
        count_foreign((const unsigned char *)text + at, &signs);
    }
    return signs;
}

/* Nearly all texts are English by the first few English words in them. */
static signs_t look_at(const lexicon_t *lexicon, const document_t *document) {
    signs_t signs = look_for(ENOUGH / SHARE, lexicon, document);
    return is_english(&signs) ? signs : look_for(SIZE_MAX, lexicon, document);
}

/* "[uk--utf8][ru--utf8]", the likeliest first; "" if it cannot tell. The library keeps what it works with in the handle. */
static char *classify(const document_t *document, arena_t *arena) {
    static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    static void *handle;
    size_t size = document->size;
    if (size > SAMPLE)
        for (size = SAMPLE; (document->text[size] & 0xC0) == 0x80;)
            size--;
    pthread_mutex_lock(&lock);
    if (!handle)
        handle = special_textcat_Init(TEXTCAT_DATA "/fpdb.conf", TEXTCAT_DATA "/");
    const char *found = handle ? textcat_Classify(handle, document->text, size) : "";
    char *copy = arena_strdup(arena, *found == '[' ? found : "");
    pthread_mutex_unlock(&lock);
    return copy;
}

/* The name of a language by its tag, of which what stands before the first hyphen counts. */
static const char *name_of(const lexicon_t *lexicon, const char *tag, arena_t *arena) {
    size_t size = strcspn(tag, "-");
    for (int i = 0; i < lexicon->languages.count; i++)
        if (strlen(lexicon->languages.at[i].code) == size && !strncasecmp(lexicon->languages.at[i].code, tag, size))
            return lexicon->languages.at[i].name;
    return arena_printf(arena, "another language (%.*s)", (int)size, tag);
}

static const char *declared(const lexicon_t *lexicon, const document_t *document, arena_t *arena) {
    const char *tag = document->language;
    bool says_nothing = !tag || !strncasecmp(tag, "en", 2) || !strcasecmp(tag, "und") || !strcasecmp(tag, "mul");
    return says_nothing ? NULL : name_of(lexicon, tag, arena);
}

/* "Russian", or "Russian, Ukrainian or Belarusian" where several are as likely and none of them is declared. */
static const char *name_all(const lexicon_t *lexicon, char *found, const document_t *document, arena_t *arena) {
    const char *wanted = declared(lexicon, document, arena), *names[LIKELY] = {""};
    int count = 0;
    for (char *next, *tag = strtok_r(found, "[]", &next); tag && count < LIKELY; tag = strtok_r(NULL, "[]", &next)) {
        const char *name = name_of(lexicon, tag, arena);
        if (wanted && !strcmp(name, wanted))
            return name;
        bool again = false;
        for (int i = 0; i < count; i++)
            again |= !strcmp(name, names[i]);
        if (!again)
            names[count++] = name;
    }
    const char *all = names[0];
    for (int i = 1; i < count; i++)
        all = arena_printf(arena, "%s%s%s", all, i + 1 < count ? ", " : " or ", names[i]);
    return all;
}

const char *language_foreign(const knowledge_t *knowledge, const document_t *document, arena_t *arena) {
    const lexicon_t *lexicon = &knowledge->lexicon;
    signs_t signs = look_at(lexicon, document);
    bool other_script = signs.other > signs.latin && signs.other >= LETTERS;
    if (!other_script && signs.small < FEW)
        return signs.english ? NULL : declared(lexicon, document, arena);
    if (is_english(&signs))
        return NULL;
    char *found = classify(document, arena);
    if (!*found)
        return other_script ? "another script than the Latin one" : NULL;
    return strstr(found, "[en-") ? NULL : name_all(lexicon, found, document, arena);
}
