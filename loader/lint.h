/* Checks the words and rules: what the strict readers find wrong, and what is right but will not do what was meant. */
#ifndef SCODB_LOADER_LINT_H
#define SCODB_LOADER_LINT_H

#include "load.h"

/* Prints all findings and a summary; STATUS_USAGE if there are errors. */
status_t lint_run(const options_t *options);

#endif
