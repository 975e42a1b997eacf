/* How terms are found by their words: nodes, each of a word or of words in a row, and the ways between them. */
#ifndef SCODB_LOADER_LEXICON_TRIE_H
#define SCODB_LOADER_LEXICON_TRIE_H

#include "lexicon.h"

enum { FORM_TOKENS = 32 };

struct trie_slot {
    uint32_t node, word, child; /* child 0: empty */
};

static inline trie_slot_t *trie_slot(const lexicon_t *lexicon, uint32_t node, uint32_t word) {
    for (uint64_t at = vocab_home(vocab_mix((uint64_t)node << 32, word));; at++) {
        trie_slot_t *slot = &lexicon->trie[at & lexicon->trie_mask];
        uint32_t other = (slot->node ^ node) | (slot->word ^ word);
        if (!(other & -(uint32_t) !!slot->child)) /* one branch, as in vocab.h */
            return slot;
    }
}

static inline sense_t *senses_of(const lexicon_t *lexicon, const term_t *term) {
    return lexicon->senses.at + term->first;
}

#endif
