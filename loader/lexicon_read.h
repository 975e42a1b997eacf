/* The files of lexicon/, read into a lexicon. What each holds and how it is written: lexicon/README.md. */
#ifndef SCODB_LOADER_LEXICON_READ_H
#define SCODB_LOADER_LEXICON_READ_H

#include "config.h"
#include "lexicon.h"

/* Reads one file by the list that it holds; files that name states or organizations come after those that list them, so
 * the caller reads in the order of lexicon_order. */
void lexicon_read(lexicon_t *lexicon, config_t *config);
int lexicon_order(const config_t *config); /* smaller first */

#endif
