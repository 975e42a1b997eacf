/* Who is who: which of the people that documents present are one person. A pure function of a set; no database. */
#ifndef SCODB_LOADER_WHO_H
#define SCODB_LOADER_WHO_H

#include "persona.h"

/* Sorts the personas by what they say and groups them. Those in one document that are alike stay apart. verdicts are
 * those that the personas refer to, in an order that what they say gives. */
void who_resolve(persona_t *personas, int count, const verdict_t *verdicts, arena_t *arena);

#endif
