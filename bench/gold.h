/* The facts of a readout as rows of a gold file, taken down while its text is written. */
#ifndef SCODB_BENCH_GOLD_H
#define SCODB_BENCH_GOLD_H

#include "readout.h"

/* A mark of the table, opened ("r", "a signed") or closed ("/r"). */
void gold_mark(readout_t *readout, const char *name, size_t size);

void gold_meeting(readout_t *readout, const char *key, const char *name, size_t size);
void gold_attends(readout_t *readout, const char *meeting, const actor_t *person, const char *capacity);
void gold_delegation(readout_t *readout, const phrase_t *party, const char *capacity);
void gold_standing(readout_t *readout, const phrase_t *party, const char *status, const char *event,
                   int year);         /* 0: none */
void gold_people(readout_t *readout); /* those named, once the text is done */

#endif
