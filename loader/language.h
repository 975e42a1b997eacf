/* Is a text in English? Others are refused by the name of their language instead of loaded without a fact. */
#ifndef SCODB_LOADER_LANGUAGE_H
#define SCODB_LOADER_LANGUAGE_H

#include "extract.h"

/* What the text of a document is in, as "Russian"; NULL: in English, in part at least, or too short to tell otherwise.
 * What is declared counts only where the text is too short. In memory of arena, or borrowed from knowledge. */
const char *language_foreign(const knowledge_t *knowledge, const document_t *document, arena_t *arena);

#endif
