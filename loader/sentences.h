/* Where sentences end. */
#ifndef SCODB_LOADER_SENTENCES_H
#define SCODB_LOADER_SENTENCES_H

#include "token.h"

typedef LIST(int) turns_t; /* tokens after which a sentence may end or begin, in order; no others are looked at for that */

/* Cuts the tokens of a text into sentences. */
void cut_sentences(const turns_t *turns, const cutting_t *cutting, const char *text, arena_t *arena, tokens_t *out);

#endif
