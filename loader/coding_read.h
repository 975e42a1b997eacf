/* Reads topics.json and events.json into the lexicon; errors go to the config. */
#ifndef SCODB_LOADER_CODING_READ_H
#define SCODB_LOADER_CODING_READ_H

#include "config.h"
#include "lexicon.h"

void coding_read_topics(lexicon_t *lexicon, config_t *config);
void coding_read_events(lexicon_t *lexicon, config_t *config);

#endif
