#include "realm.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "random.h"

enum { TERM = 5 }; /* years between two holders of an office */

void realm_open(realm_t *realm, const char *table, uint64_t seed) {
    grammar_read(&realm->grammar, table);
    realm->seed = seed;
    realm->states = grammar_section(&realm->grammar, "states", 6);
    realm->organizations = grammar_section(&realm->grammar, "organizations", 13);
    realm->officials = grammar_section(&realm->grammar, "officials", 9);
    realm->kinds = grammar_section(&realm->grammar, "kinds", 5);
}

void realm_close(realm_t *realm) {
    grammar_free(&realm->grammar);
}

static uint64_t hashed(uint64_t seed, phrase_t phrase) {
    for (size_t i = 0; i < phrase.size; i++)
        seed = random_seed(seed, (unsigned char)phrase.at[i]);
    return seed;
}

static void no_slot(void *context, const char *name, size_t size) {
    (void)context;
    fprintf(stderr, "bench: readouts.txt: no slots in names: %.*s\n", (int)size, name);
    exit(3);
}

static void expand_part(const realm_t *realm, const char *part, phrase_t region, uint64_t *random, char *out,
                        size_t room) {
    char section[64];
    buffer_t text = {0};
    expansion_t expansion = {&realm->grammar, random, &text, 0, no_slot, no_slot, NULL};
    int size = snprintf(section, sizeof section, "%s.%.*s", part, (int)region.size, region.at);
    expand(&expansion, grammar_pick(grammar_section(&realm->grammar, section, (size_t)size), random));
    snprintf(out, room, "%s", text.at);
    free(text.at);
}

void realm_name(const realm_t *realm, const phrase_t *party, phrase_t role, int year, char *full, char *last,
                size_t room) {
    char given[64];
    phrase_t region = phrase_field(party, PARTY_REGION);
    uint64_t random =
        random_seed(hashed(hashed(realm->seed, phrase_field(party, PARTY_CODE)), role), (uint64_t)(year / TERM));
    expand_part(realm, "given", region, &random, given, sizeof given);
    expand_part(realm, "family", region, &random, last, room);
    int size = phrase_is(region, "eastern") ? snprintf(full, room, "%s %s", last, given)
                                            : snprintf(full, room, "%s %s", given, last);
    if (size < 0 || (size_t)size >= room) {
        fputs("bench: a name is too long\n", stderr);
        exit(3);
    }
}

const phrase_t *realm_party(const realm_t *realm, const char *code) {
    for (uint32_t i = 0; i < realm->states->count; i++)
        if (memcmp(realm->states->alternatives[i].at, code, 3) == 0)
            return &realm->states->alternatives[i];
    fprintf(stderr, "bench: readouts.txt has no state %.3s\n", code);
    exit(3);
}

phrase_t realm_city(const phrase_t *party, uint64_t *random) {
    phrase_t cities = phrase_field(party, PARTY_CITIES);
    uint32_t count = 1;
    for (size_t i = 0; i < cities.size; i++)
        count += cities.at[i] == ';';
    uint32_t wanted = random_below(random, count);
    const char *at = cities.at, *end = cities.at + cities.size;
    for (; wanted > 0; wanted--)
        at = (const char *)memchr(at, ';', (size_t)(end - at)) + 1;
    const char *stop = memchr(at, ';', (size_t)(end - at));
    return (phrase_t){at, (size_t)((stop ? stop : end) - at), 1};
}

day_t day_random(int year, uint64_t *random) {
    int month = 1 + (int)random_below(random, 12); /* one after the other: the order of initializers is not fixed */
    return (day_t){year, month, 1 + (int)random_below(random, 28)};
}

static int month_length(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int leap = month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[month - 1] + leap;
}

day_t day_after(day_t day, int days) {
    for (day.day += days; day.day > month_length(day.year, day.month);) {
        day.day -= month_length(day.year, day.month);
        day.year += day.month == 12;
        day.month = day.month % 12 + 1;
    }
    return day;
}

/* Counted from a Saturday, 1 January 2000. */
int day_of_week(day_t day) {
    int days = 6;
    for (int year = 2000; year < day.year; year++)
        days += 365 + month_length(year, 2) - 28;
    for (int month = 1; month < day.month; month++)
        days += month_length(day.year, month);
    return (days + day.day - 1) % 7;
}
