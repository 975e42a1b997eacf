/* What a statement does and is about, from the words that events.json and topics.json list (docs/coding.md). */
#ifndef SCODB_LOADER_CODING_H
#define SCODB_LOADER_CODING_H

#include "relate.h"

/* Sets category and topics of a statement, whose words are tokens [first, last). verb: its reporting verb, or NULL. */
void code_statement(const relate_t *r, statement_t *statement, const item_t *verb, int first, int last);

#endif
