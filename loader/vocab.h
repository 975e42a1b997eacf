/* The words that the lexicon and the rules know, numbered from 1. Small letters only; looked up while scanning. */
#ifndef SCODB_LOADER_VOCAB_H
#define SCODB_LOADER_VOCAB_H

#include <stddef.h>
#include <stdint.h>

typedef struct vocab vocab_t;

vocab_t *vocab_new(void);
void vocab_free(vocab_t *vocab);
uint32_t vocab_count(const vocab_t *vocab); /* the highest number */

/* The number of a word of size bytes, 0: it is not known. ASCII capitals count as small. room: bytes that may be read from
 * word on, size or more. */
uint32_t vocab_find(const vocab_t *vocab, const char *word, size_t size, size_t room);
uint32_t vocab_add(vocab_t *vocab, const char *word, size_t size); /* the word's number, old or new */
const char *vocab_word(const vocab_t *vocab, uint32_t number);      /* borrowed */

/* For hashes of lists of numbers (FNV-1a). */
#define VOCAB_SEED 0x811c9dc5u
#define VOCAB_FACTOR 0x01000193u

static inline unsigned char vocab_lower(unsigned char byte) {
    return byte >= 'A' && byte <= 'Z' ? (unsigned char)(byte | 0x20) : byte;
}

#endif
