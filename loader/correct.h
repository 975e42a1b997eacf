/* The corrections of a run: collected while documents are read, then stored, and the documents that they concern read anew
 * with them. */
#ifndef SCODB_LOADER_CORRECT_H
#define SCODB_LOADER_CORRECT_H

#include "options.h"
#include "store.h"

typedef struct correct correct_t;

correct_t *correct_new(const options_t *options, const knowledge_t *knowledge); /* borrows both */
void correct_free(correct_t *correct);

/* Takes a file of corrections at its path, or one written out among facts (line; then place says where). Once, however often
 * it is given. NULL: it is faulty; correct_place and correct_why tell where and why. */
const corrections_t *correct_take(correct_t *correct, const char *place, const char *line, size_t size);
int correct_count(const correct_t *correct); /* files taken */

int correct_store(correct_t *correct, store_t *store); /* stores those taken; 0, or -1: see store_error */

/* Reads the next document anew that needs it: by corrections just stored, or left over from a run that was interrupted. */
typedef enum correct_step { CORRECT_END, CORRECT_READ, CORRECT_REFUSED, CORRECT_FAILED } correct_step_t;
correct_step_t correct_next(correct_t *correct, store_t *store);
const char *correct_place(const correct_t *correct); /* the faulty file or refused document; borrowed until the next call */
const char *correct_why(const correct_t *correct);

#endif
