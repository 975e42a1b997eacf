/* The words and rules of lexicon/ and rules/, ready for use; NULL where the build could not run what it built (freeze.h). */
#ifndef SCODB_LOADER_BUILT_IN_H
#define SCODB_LOADER_BUILT_IN_H

#include "extract.h"

extern const knowledge_t *const knowledge_built_in; /* may not be written to: several processes and all threads share it */

#endif
