/* Text to tokens and sentences, in one pass over the bytes. */
#ifndef SCODB_LOADER_TOKEN_H
#define SCODB_LOADER_TOKEN_H

#include "loader.h"
#include "vocab.h"

/* Words that steer the cutting of sentences, by their numbers in the vocabulary. */
typedef struct cutting {
    const uint8_t *abbreviation; /* 1: a full stop after this word ends no sentence */
    const uint8_t *opener;       /* 1: after "U.S." and the like this word, capitalized, opens a sentence */
} cutting_t;

/* Cuts text (valid UTF-8, text[size] is NUL) into tokens and sentences, in memory of the arena. Every token's number in the vocabulary is
 * looked up; with cutting NULL all tokens are one sentence (words of the lexicon). */
void tokenize(const vocab_t *vocab, const cutting_t *cutting, const char *text, size_t size, arena_t *arena, tokens_t *out);

/* Marks: an ASCII character has its code as its number in the vocabulary ("a" is 'a'), then come three more. */
enum { QUOTE_WORD = '"', DASH_WORD = 128, POSS_WORD, ELLIPSIS_WORD };

/* Words that the code asks for, with fixed numbers behind those of the marks. */
#define WORDS(X)                                                                                                       \
    X(of) X(the) X(an) X(and) X(to) X(in) X(on) X(at) X(by) X(with) X(for) X(from) X(as) X(that) X(which) X(who)       \
    X(while) X(but) X(after) X(before) X(during) X(between) X(under) X(through) X(against) X(towards) X(alongside)     \
    X(we) X(our) X(its) X(their) X(all) X(other) X(others) X(such) X(more) X(fellow) X(following) X(next) X(last)      \
    X(early) X(here) X(well) X(year) X(member) X(country) X(capital) X(developing) X(held) X(return) \
    X(is) X(are) X(was) X(were) X(been)
enum {
    WORD_none = ELLIPSIS_WORD, /* so that the next is the first */
#define X(name) WORD_##name,
    WORDS(X)
#undef X
        WORD_END,
    WORD_FIRST = WORD_none + 1
};

/* Adds the marks and words that have fixed numbers; before the first tokenize. */
void token_words(vocab_t *vocab);

/* Some of these words, one bit each. */
#define WORD_BIT(word) (1ull << ((word)-WORD_FIRST))
_Static_assert(WORD_END - WORD_FIRST <= 64, "one bit for each word");

/* Byte offsets to code points, after one pass over the text. */
typedef struct text_index {
    const char *text;
    size_t size;
    uint32_t *skipped; /* continuation bytes before each eight bytes of the text; NULL: all ASCII */
} text_index_t;

void text_index(const char *text, size_t size, arena_t *arena, text_index_t *out);
uint32_t text_index_char(const text_index_t *index, uint32_t byte);

#endif
