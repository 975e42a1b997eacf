/* What a mention says of its meeting. */
#ifndef SCODB_LOADER_NAMING_H
#define SCODB_LOADER_NAMING_H

#include "relate.h"

typedef struct naming {
    int organization, series, ordinal;  /* lexicon party, or NONE; lexicon series, or NONE; 0: not said */
    const char *session, *kind, *topic; /* as those of an occasion */
    bool plus;                          /* a Plus format */
} naming_t;

naming_t naming_of(const relate_t *r, const item_t *item);
/* The name as the document has it, without the organization. */
const char *naming_text(const relate_t *r, const item_t *item, const naming_t *n);

int whole_of(const relate_t *r, int party); /* who meets where a party of the lexicon is named, or NONE */
/* The organ that a mention names, of that organization; without one (NONE), the only organ of that name. NONE if none. */
int series_in(const relate_t *r, const mention_t *m, int organization);
bool is_filler_token(const relate_t *r, int token); /* articles, "of", and marks */

#endif
