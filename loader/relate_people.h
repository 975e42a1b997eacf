/* What people (relate_people.c) and their offices (relate_offices.c) need of each other. */
#ifndef SCODB_LOADER_RELATE_PEOPLE_H
#define SCODB_LOADER_RELATE_PEOPLE_H

#include "relate.h"

typedef struct title {
    const char *role, *rank;
    const char *post; /* of the role in the lexicon: Prime Minister for PM; as written if it is not there */
    int party; /* lexicon party, or NONE */
} title_t;

/* ---- relate_people.c ---- */

const item_t *item_in(const relate_t *r, span_t span, unsigned class); /* the outermost of a class, or NULL */
name_t name_of(relate_t *r, const char *text);
int find_or_add(relate_t *r, name_t name, int figure); /* the person of that full name */
int party_part(const relate_t *r, const item_t *who);                  /* lexicon party beside the name, or NONE */
bool ranks_agree(const char *one, const char *other);

/* The holder of an office among those named before an item, or among all (NULL): with a party, by the words of the
 * office or its rank; without, by its words. */
int person_by_title(const relate_t *r, title_t title, const item_t *item);

/* ---- relate_offices.c ---- */

bool covers(const tenure_t *t, const char *day);                           /* day: ISO 8601 */
const tenure_t *tenure_on(const relate_t *r, int figure, const char *day); /* NULL if none is listed */
title_t title_of(const relate_t *r, const item_t *office);
void set_office(relate_t *r, int person, title_t title, const item_t *item); /* unless one is known that says as much */
void offices_of_lists(relate_t *r);
void party_by_office(relate_t *r, const item_t *item, int line);
void serve_home(relate_t *r); /* whoever is left without a party */

#endif
