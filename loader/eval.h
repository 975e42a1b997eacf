/* Measures what was extracted against gold files, which say what a careful reader finds (docs/evaluation.md). */
#ifndef SCODB_LOADER_EVAL_H
#define SCODB_LOADER_EVAL_H

#include "load.h"

/* Holds the gold files that the paths name against the database, or against the texts beside them, and prints precision,
 * recall and F1 of each relation. */
status_t eval_run(const options_t *options);

#endif
