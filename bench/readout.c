#include "readout.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gold.h"
#include "random.h"

static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                     "July",    "August",   "September", "October", "November", "December"};
static const char *const weekdays[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

static void put(readout_t *readout, const char *text) {
    expansion_put(&readout->expansion, text, strlen(text));
}

static void put_phrase(readout_t *readout, phrase_t phrase) {
    expansion_put(&readout->expansion, phrase.at, phrase.size);
}

static void put_possessive(readout_t *readout, phrase_t name) {
    put_phrase(readout, name);
    put(readout, name.at[name.size - 1] == 's' ? "’" : "’s");
}

static void put_section(readout_t *readout, const char *name) {
    expand(&readout->expansion,
           grammar_pick(grammar_section(&readout->realm->grammar, name, strlen(name)), &readout->random));
}

static int is_cast(const readout_t *readout, const phrase_t *party) {
    for (int i = 0; i < readout->people; i++)
        if (readout->cast[i].party == party)
            return 1;
    return 0;
}

/* Number of a new member of the cast, or -1 if someone of that party or of that family name is in it already. */
static int cast_person(readout_t *readout, const phrase_t *party, phrase_t role) {
    if (readout->people == CAST || is_cast(readout, party))
        return -1;
    actor_t *person = &readout->cast[readout->people];
    *person = (actor_t){.party = party, .role = role};
    realm_name(readout->realm, party, role, readout->date.year, person->full, person->last, sizeof person->full);
    person->she = strlen(person->full) % 3 == 0;
    for (int i = 0; i < readout->people; i++)
        if (strstr(readout->cast[i].full, person->last) || strstr(person->full, readout->cast[i].last))
            return -1;
    return readout->people++;
}

static void attends(readout_t *readout, actor_t *person, const char *capacity) {
    if (!person->attends) {
        gold_attends(readout, "m1", person, capacity);
        person->attends = 1;
        readout->introduced[readout->introduced_count++] = (int)(person - readout->cast);
    }
}

static void introduce(readout_t *readout, int person, const char *section) {
    readout->who['X'] = person;
    put_section(readout, section);
}

static void person_slot(readout_t *readout, char letter, const char *what) {
    actor_t *person = &readout->cast[readout->who[(unsigned char)letter]];
    const phrase_t *party = letter == 'X' && readout->standing ? readout->standing : person->party;
    if (strcmp(what, "full") == 0) {
        person->named |= 1;
        put(readout, person->full);
    } else if (strcmp(what, "last") == 0) {
        person->named |= 2;
        put(readout, person->last);
    } else if (strcmp(what, "role") == 0) {
        put_phrase(readout, person->role);
    } else if (strcmp(what, "state") == 0) {
        put_phrase(readout, phrase_field(party, PARTY_NAME));
    } else if (strcmp(what, "whose") == 0) {
        put_possessive(readout, phrase_field(party, PARTY_NAME));
    } else if (strcmp(what, "adj") == 0) {
        put_phrase(readout, phrase_field(party, PARTY_ADJECTIVE));
    } else if (strcmp(what, "he") == 0) {
        put(readout, person->she ? "she" : "he");
    } else if (strcmp(what, "his") == 0) {
        put(readout, person->she ? "her" : "his");
    } else if (strcmp(what, "chairs") == 0 || strcmp(what, "attends") == 0) {
        attends(readout, person, what[0] == 'c' ? "chair" : "participant");
        introduce(readout, (int)(person - readout->cast), "intro");
    } else {
        fprintf(stderr, "bench: readouts.txt: unknown slot {%c.%s}\n", letter, what);
        exit(3);
    }
}

/* The next speaker: not the last one again, if there is another. */
static void next_speaker(readout_t *readout) {
    int before = readout->who['S'], count = readout->introduced_count;
    do {
        readout->who['S'] = readout->introduced[random_below(&readout->random, (uint32_t)count)];
    } while (count > 1 && readout->who['S'] == before);
}

/* A state of a list of codes that has no one in the cast; NULL if chance finds none. */
static const phrase_t *free_state(readout_t *readout, phrase_t codes) {
    uint32_t count = (uint32_t)(codes.size + 1) / 4;
    for (int tries = 0; tries < 12; tries++) {
        const phrase_t *party = realm_party(readout->realm, codes.at + 4 * random_below(&readout->random, count));
        if (!is_cast(readout, party))
            return party;
    }
    return NULL;
}

static const phrase_t *any_state(readout_t *readout) {
    const section_t *states = readout->realm->states;
    const phrase_t *party;
    do {
        party = &states->alternatives[random_below(&readout->random, states->count)];
    } while (is_cast(readout, party));
    return party;
}

typedef struct list_kind {
    const char *name, *capacity, *status; /* status: what the list says of its states, or NULL */
    int field;                            /* of the organization: whose codes; -1 any state */
    int least, most;
} list_kind_t;

static const list_kind_t list_kinds[] = {
    {"plain", "participant", NULL, ORG_MEMBERS, 2, 6},          {"members", "participant", "member", ORG_MEMBERS, 2, 6},
    {"observers", "observer", "observer", ORG_OBSERVERS, 1, 2}, {"guests", "guest", NULL, -1, 1, 3},
    {"official", "participant", NULL, ORG_OBSERVERS, 1, 1},
};

static int list_person(readout_t *readout, const list_kind_t *kind) {
    const section_t *officials = readout->realm->officials;
    const phrase_t *party =
        kind->field < 0 ? any_state(readout) : free_state(readout, phrase_field(readout->organization, kind->field));
    if (strcmp(kind->name, "official") == 0)
        party = &officials->alternatives[random_below(&readout->random, officials->count)];
    return party ? cast_person(readout, party, phrase_field(party, PARTY_ROLE)) : -1;
}

static void put_list(readout_t *readout, const list_kind_t *kind) {
    int chosen[CAST], count = 0;
    int wanted = kind->least + (int)random_below(&readout->random, (uint32_t)(kind->most - kind->least + 1));
    for (int tries = 0; count < wanted && tries < 100; tries++) {
        int person = list_person(readout, kind);
        if (person >= 0)
            chosen[count++] = person;
    }
    for (int i = 0; i < count; i++) {
        put(readout, i == 0                                     ? ""
                     : i < count - 1                            ? ", "
                     : readout->expansion.straight && count > 2 ? ", and "
                                                                : " and ");
        introduce(readout, chosen[i], "intro.list");
        attends(readout, &readout->cast[chosen[i]], kind->capacity);
        if (kind->status)
            gold_standing(readout, readout->cast[chosen[i]].party, kind->status, "standing", 0);
    }
}

static void put_unnamed(readout_t *readout) {
    readout->standing = any_state(readout);
    put_section(readout, "unnamed");
    gold_delegation(readout, readout->standing, "participant");
    readout->standing = NULL;
}

static void list_slot(readout_t *readout, const char *what) {
    for (size_t i = 0; i < sizeof list_kinds / sizeof *list_kinds; i++) {
        if (strcmp(list_kinds[i].name, what) == 0) {
            put_list(readout, &list_kinds[i]);
            return;
        }
    }
    put_unnamed(readout);
}

static void meeting_name(const readout_t *readout, char *name, size_t room) {
    phrase_t series = phrase_field(readout->organization, ORG_MEETING);
    int n = readout->ordinal;
    const char *ending = n % 100 / 10 == 1 ? "th" : n % 10 == 1 ? "st" : n % 10 == 2 ? "nd" : n % 10 == 3 ? "rd" : "th";
    if (n)
        snprintf(name, room, "%d%s %.*s", n, ending, (int)series.size, series.at);
    else
        snprintf(name, room, "%.*s", (int)series.size, series.at);
}

static void put_day(readout_t *readout) {
    char text[40];
    if (readout->days_later == 0) {
        put(readout, "today");
        return;
    }
    snprintf(text, sizeof text, "on %s", weekdays[day_of_week(readout->date)]);
    put(readout, text);
}

static void put_date(readout_t *readout, int with_year) {
    char text[40];
    snprintf(text, sizeof text, with_year ? "%s %d, %d" : "%.3s. %d", months[readout->date.month - 1],
             readout->date.day, readout->date.year);
    put(readout, text);
}

static void meeting_slot(readout_t *readout, const char *what) {
    char name[128];
    if (strcmp(what, "place") == 0) {
        put_phrase(readout, readout->place);
    } else if (strcmp(what, "country") == 0) {
        put_phrase(readout, phrase_field(readout->host, PARTY_NAME));
    } else if (strcmp(what, "date") == 0 || strcmp(what, "dateline") == 0) {
        put_date(readout, what[4] == '\0');
    } else if (strcmp(what, "day") == 0) {
        put_day(readout);
    } else if (strcmp(what, "name") == 0) {
        meeting_name(readout, name, sizeof name);
        put(readout, name);
    } else {
        int field = strcmp(what, "of") == 0 ? ORG_NAME : strcmp(what, "short") == 0 ? ORG_SHORT : ORG_CODE;
        put_phrase(readout, phrase_field(readout->organization, field));
    }
}

static void put_banquet(readout_t *readout) {
    gold_meeting(readout, "m2", "welcoming banquet", strlen("welcoming banquet"));
    gold_attends(readout, "m2", &readout->cast[readout->who['P']], "participant");
    gold_attends(readout, "m2", &readout->cast[readout->who['C']], "chair");
    put_section(readout, "banquet");
}

static void put_presides(readout_t *readout, const char *section, int year) {
    phrase_t codes = phrase_field(readout->organization, ORG_MEMBERS);
    uint32_t count = (uint32_t)(codes.size + 1) / 4;
    readout->standing = realm_party(readout->realm, codes.at + 4 * random_below(&readout->random, count));
    gold_standing(readout, readout->standing, "chair", "presidency", year);
    put_section(readout, section);
    readout->standing = NULL;
}

static void put_accedes(readout_t *readout) {
    const phrase_t *party = any_state(readout);
    gold_standing(readout, party, "member", "accession", readout->date.year);
    put_possessive(readout, phrase_field(party, PARTY_NAME));
}

static void put_number(readout_t *readout, const char *range) {
    char *after, text[24];
    long low = strtol(range, &after, 10), high = strtol(after + 1, NULL, 10);
    snprintf(text, sizeof text, "%ld", low + (long)random_below(&readout->random, (uint32_t)(high - low + 1)));
    put(readout, text);
}

static void put_year(readout_t *readout, const char *offset) {
    char text[24];
    snprintf(text, sizeof text, "%d", readout->date.year + atoi(offset));
    put(readout, text);
}

static void put_body(readout_t *readout, const char *section) {
    size_t tail = readout->bilateral ? 300 : 900;
    do {
        put_section(readout, section);
    } while (readout->text.size + tail < readout->target);
}

static void slot(void *context, const char *name, size_t size) {
    readout_t *readout = context;
    char what[64];
    snprintf(what, sizeof what, "%.*s", (int)size, name);
    if (what[0] == '#') {
        put_number(readout, what + 1);
    } else if (what[0] == '=') {
        put_year(readout, what + 1);
    } else if (strncmp(what, "Body ", 5) == 0) {
        put_body(readout, what + 5);
    } else if (strcmp(what, "Speaker") == 0) {
        next_speaker(readout);
    } else if (strcmp(what, "Para") == 0) {
        put(readout, "\n\n");
    } else if (strcmp(what, "Banquet") == 0) {
        put_banquet(readout);
    } else if (strcmp(what, "Accedes") == 0) {
        put_accedes(readout);
    } else if (strncmp(what, "Presides", 8) == 0) {
        put_presides(readout, what[8] ? "presides.year" : "presides", what[8] ? readout->date.year + 1 : 0);
    } else if (what[1] != '.') {
        fprintf(stderr, "bench: readouts.txt: unknown slot {%s}\n", what);
        exit(3);
    } else if (what[0] == 'M') {
        meeting_slot(readout, what + 2);
    } else if (what[0] == 'L') {
        list_slot(readout, what + 2);
    } else {
        person_slot(readout, what[0], what + 2);
    }
}

static void mark(void *context, const char *name, size_t size) {
    gold_mark(context, name, size);
}

/* A summit is the same in every readout about it: when and where an organization meets in a year is drawn for both. */
static void plan_summit(readout_t *readout) {
    const realm_t *realm = readout->realm;
    uint64_t number = (uint64_t)(readout->organization - realm->organizations->alternatives);
    uint64_t random = random_seed(realm->seed, number * 10000u + (uint64_t)readout->date.year);
    phrase_t members = phrase_field(readout->organization, ORG_MEMBERS);
    readout->host = realm_party(realm, members.at + 4 * random_below(&random, (uint32_t)(members.size + 1) / 4));
    readout->date = day_random(readout->date.year, &random);
    readout->place = realm_city(readout->host, &random);
    int ordinal = readout->date.year - (int)strtol(phrase_field(readout->organization, ORG_FOUNDED).at, NULL, 10) + 1;
    readout->ordinal = ordinal > 0 && random_below(&readout->random, 2) ? ordinal : 0;
    readout->who['C'] = cast_person(readout, readout->host, phrase_field(readout->host, PARTY_ROLE));
    do {
        const phrase_t *party = free_state(readout, members);
        readout->who['P'] = party ? cast_person(readout, party, phrase_field(party, PARTY_ROLE)) : -1;
    } while (readout->who['P'] < 0);
    char name[128];
    meeting_name(readout, name, sizeof name);
    gold_meeting(readout, "m1", name, strlen(name));
}

static phrase_t side_name(const actor_t *person) {
    phrase_t name = phrase_field(person->party, PARTY_NAME);
    size_t article = name.size > 4 && memcmp(name.at, "the ", 4) == 0 ? 4 : 0;
    return (phrase_t){name.at + article, name.size - article, 1};
}

static void plan_bilateral(readout_t *readout) {
    static const phrase_t minister = {"Foreign Minister", 16, 1};
    int ministers = random_below(&readout->random, 5) < 2;
    char name[128];
    readout->date = day_random(readout->date.year, &readout->random);
    for (const char *side = "PQ"; *side;) {
        const phrase_t *party = any_state(readout);
        readout->who[(int)*side] = cast_person(readout, party, ministers ? minister : phrase_field(party, PARTY_ROLE));
        side += readout->who[(int)*side] >= 0;
    }
    readout->host = readout->cast[readout->who['Q']].party;
    readout->place = realm_city(readout->host, &readout->random);
    phrase_t one = side_name(&readout->cast[readout->who['P']]), other = side_name(&readout->cast[readout->who['Q']]);
    int size = snprintf(name, sizeof name, "%.*s - %.*s", (int)one.size, one.at, (int)other.size, other.at);
    gold_meeting(readout, "m1", name, (size_t)size);
}

/* The sizes of readouts: share in a hundred, and between which bounds (bytes) they lie. Mean about 6.5 KB. */
static const struct {
    uint32_t share, from, to;
} sizes[] = {{30, 1000, 3000}, {35, 3000, 6000}, {22, 6000, 10000}, {9, 10000, 20000}, {4, 20000, 40000}};

size_t readout_size(const realm_t *realm, uint64_t index) {
    uint64_t random = random_seed(realm->seed + 1, index);
    uint32_t share = random_below(&random, 100);
    int bucket = 0;
    while (share >= sizes[bucket].share)
        share -= sizes[bucket++].share;
    return sizes[bucket].from + random_below(&random, sizes[bucket].to - sizes[bucket].from);
}

static void start(const realm_t *realm, uint64_t index, size_t size, readout_t *out) {
    out->realm = realm;
    out->random = random_seed(realm->seed, index);
    out->target = size;
    out->people = out->introduced_count = out->open = out->name_count = out->ordinal = 0;
    out->standing = NULL;
    memset(out->who, 0, sizeof out->who);
    buffer_clear(&out->title);
    buffer_clear(&out->text);
    for (int i = 0; i < GOLD_KINDS; i++)
        buffer_clear(&out->gold[i]);
    snprintf(out->id, sizeof out->id, "g%07llu", (unsigned long long)(index % 10000000));
    out->organization = &realm->organizations->alternatives[random_below(&out->random, realm->organizations->count)];
    out->date.year = 2000 + (int)random_below(&out->random, 27);
    out->days_later = (int)random_below(&out->random, 3);
}

void readout_make(const realm_t *realm, uint64_t index, size_t size, readout_t *out) {
    start(realm, index, size, out);
    const phrase_t *kind = grammar_pick(realm->kinds, &out->random);
    phrase_t type = phrase_field(kind, 0), section = phrase_field(kind, 1);
    out->publisher = phrase_field(kind, 2);
    out->phone = phrase_is(type, "call");
    out->bilateral = !phrase_is(type, "summit");
    out->expansion = (expansion_t){
        &realm->grammar, &out->random, &out->title, phrase_is(phrase_field(kind, 3), "straight"), slot, mark, out};
    if (out->bilateral)
        plan_bilateral(out);
    else
        plan_summit(out);
    put_section(out, out->phone ? "title.call" : out->bilateral ? "title.bilateral" : "title.summit");
    out->expansion.out = &out->text;
    expand(&out->expansion, grammar_pick(grammar_section(&realm->grammar, section.at, section.size), &out->random));
    buffer_add(&out->text, "\n", 1);
    gold_people(out);
    day_t published = day_after(out->date, out->days_later);
    snprintf(out->published, sizeof out->published, "%04d-%02d-%02d", published.year % 10000, published.month % 100,
             published.day % 100);
}

void readout_free(readout_t *readout) {
    free(readout->title.at);
    free(readout->text.at);
    for (int i = 0; i < GOLD_KINDS; i++)
        free(readout->gold[i].at);
}
