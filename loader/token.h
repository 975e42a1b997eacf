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

/* Adds the punctuation marks that tokens are named by; before the first tokenize. */
void token_words(vocab_t *vocab);

/* Byte offsets to code points, after one pass over the text. */
typedef struct text_index {
    const char *text;
    uint32_t *skipped; /* continuation bytes before each block of the text; NULL: all ASCII */
} text_index_t;

void text_index(const char *text, size_t size, arena_t *arena, text_index_t *out);
uint32_t text_index_char(const text_index_t *index, uint32_t byte);

#endif
