#include "built_in.h"

const knowledge_t *const knowledge_built_in = NULL;
