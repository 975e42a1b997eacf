/* The rows of attendance, found by meeting and attendee while a text is read. */
#ifndef SCODB_LOADER_ATTENDING_H
#define SCODB_LOADER_ATTENDING_H

#include "relate_list.h"

/* A row for an attendee of a meeting (NONE: no row), or more about the one there is: a party's unnamed one may be named now.
 * r->scratch must have been cleared before the first of a document. */
void attend(relate_t *r, int meeting, const attendee_t *who, const char *capacity, const char *rule);

/* Gives each statement its meeting, when all rows are there. What somebody says was said at the meeting told of last before,
 * if that person is known to have been there; what the group says, at the one told of last. */
void meetings_of_statements(relate_t *r);

#endif
