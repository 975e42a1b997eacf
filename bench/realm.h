/* The invented world behind the readouts: who holds which office, when and where an organization meets. All of it is a
 * function of the seed, so that two readouts about one summit agree, and nobody has to remember anything. */
#ifndef SCODB_BENCH_REALM_H
#define SCODB_BENCH_REALM_H

#include "grammar.h"

typedef struct realm {
    grammar_t grammar;
    uint64_t seed;
    const section_t *states, *organizations, *officials, *kinds; /* rows of these tables */
} realm_t;

/* Fields of a row of states or officials, and of organizations. */
enum { PARTY_CODE, PARTY_NAME, PARTY_ADJECTIVE, PARTY_REGION, PARTY_ROLE, PARTY_CITIES };
enum { ORG_CODE, ORG_SHORT, ORG_NAME, ORG_MEETING, ORG_FOUNDED, ORG_MEMBERS, ORG_OBSERVERS };

typedef struct day {
    int year, month, day;
} day_t;

void realm_open(realm_t *realm, const char *table, uint64_t seed);
void realm_close(realm_t *realm);

/* Name of the holder of an office of a party in a year: given and family name, the family name first in the east. */
void realm_name(const realm_t *realm, const phrase_t *party, phrase_t role, int year, char *full, char *last,
                size_t room);
const phrase_t *realm_party(const realm_t *realm, const char *code); /* a state by its code; none: ends the program */
phrase_t realm_city(const phrase_t *party, uint64_t *random);

day_t day_random(int year, uint64_t *random);
day_t day_after(day_t day, int days);
int day_of_week(day_t day); /* 0 Sunday */

#endif
