/* Noun phrases for things: the names of adopted documents and of undertakings. */
#ifndef SCODB_LOADER_PHRASES_H
#define SCODB_LOADER_PHRASES_H

#include "relate.h"

typedef struct phrase {
    int first, last;    /* items [first, last), without the leading article */
    const item_t *head; /* the noun that tells what kind of thing it is */
} phrase_t;

/* The phrase that begins at items[i] and has a head of a class (CLASS_instrument, CLASS_undertaking) before its first
 * preposition. With more words behind: prepositional phrases, up to the next member of a list, the end of the clause, or
 * a word that leads elsewhere. False if no such phrase begins there. */
bool phrase_at(const relate_t *r, const line_t *line, int i, unsigned class, phrase_t *out);

/* Where the next phrase of a list may begin behind items[i - 1]: after a comma, "and", "as well as"; 0 if nowhere. */
int phrase_next(const relate_t *r, const line_t *line, int i);

/* The token at which the words of a list's point begin, behind its dash or "(i)" and "to"; line->first if it is none. */
int point_words(const relate_t *r, const line_t *line);

/* True if a name is met for the first time with a party, since r->scratch was cleared. */
bool name_is_new(relate_t *r, int party, const char *folded_name);

const char *phrase_text(const relate_t *r, const line_t *line, const phrase_t *phrase);
const char *phrase_kind(const relate_t *r, const phrase_t *phrase, unsigned class); /* by the lexicon, or NULL */

#endif
