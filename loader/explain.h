/* Facts for people: each with its passage and the rule that found it, in the order of the text. */
#ifndef SCODB_LOADER_EXPLAIN_H
#define SCODB_LOADER_EXPLAIN_H

#include "extract.h"

int explain_write(const facts_t *facts, const knowledge_t *knowledge, FILE *out); /* 0, or -1 if the stream failed */

#endif
