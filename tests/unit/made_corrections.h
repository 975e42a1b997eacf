/* Corrections of the documents of made_facts: the same file and version give the same corrections, no corrections in version
 * 0. They are made to collide as well: the same people over and over, facts that are there in one version of a document. */
#ifndef SCODB_TESTS_MADE_CORRECTIONS_H
#define SCODB_TESTS_MADE_CORRECTIONS_H

#include "corrections.h"

/* ids: of facts, from which the wrong ones are taken. */
corrections_t *made_corrections(arena_t *arena, int file, int version, const strings_t *ids);

#endif
