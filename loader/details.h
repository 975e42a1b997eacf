/* What a proposal says of itself beyond its name: how much, of what, for which year, for whom. */
#ifndef SCODB_LOADER_DETAILS_H
#define SCODB_LOADER_DETAILS_H

#include "phrases.h"

/* Fills quantity, unit, year, beneficiary and kind of a proposal. first: the first item of its clause. */
void add_details(relate_t *r, const line_t *line, const phrase_t *phrase, int first, proposal_t *out);

#endif
