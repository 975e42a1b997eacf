#include "gold.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const gold_names[GOLD_KINDS] = {"people",    "meetings",  "attendance", "speech",
                                            "proposals", "adoptions", "membership"};

/* {"key": value, ...}; a NULL value is null. Takes pairs, ended by a NULL key. */
#define ROW(rows, ...) row((rows), (const char *[]){__VA_ARGS__, NULL})

static void row(buffer_t *rows, const char *const *pairs) {
    for (int i = 0; pairs[i]; i += 2) {
        buffer_printf(rows, "%s\"%s\": ", i ? ", " : "    {", pairs[i]);
        if (pairs[i + 1])
            buffer_json(rows, pairs[i + 1], strlen(pairs[i + 1]));
        else
            buffer_puts(rows, "null");
    }
    buffer_puts(rows, "},\n");
}

/* Adds "key": number or null to the row just written. */
static void add_number(buffer_t *rows, const char *key, int number) {
    rows->size -= strlen("},\n");
    if (number)
        buffer_printf(rows, ", \"%s\": %d},\n", key, number);
    else
        buffer_printf(rows, ", \"%s\": null},\n", key);
}

static const char *code_of(const phrase_t *party, char code[16]) {
    phrase_t field = phrase_field(party, PARTY_CODE);
    snprintf(code, 16, "%.*s", (int)field.size, field.at);
    return code;
}

static char *copy(const char *text, size_t size) {
    char *out = strndup(text, size);
    if (!out) {
        fputs("bench: out of memory\n", stderr);
        exit(3);
    }
    return out;
}

void gold_meeting(readout_t *readout, const char *key, const char *name, size_t size) {
    char *copied = copy(name, size), code[16], date[40], place[64];
    snprintf(date, sizeof date, "%04d-%02d-%02d", readout->date.year, readout->date.month, readout->date.day);
    snprintf(place, sizeof place, "%.*s", (int)readout->place.size, readout->place.at);
    int first = strcmp(key, "m1") == 0;
    buffer_t *rows = &readout->gold[GOLD_MEETINGS];
    ROW(rows, "key", key, "name", copied, "organization",
        first && !readout->bilateral ? code_of(readout->organization, code) : NULL, "date", first ? date : NULL,
        "place", readout->phone ? NULL : place);
    add_number(rows, "ordinal", first ? readout->ordinal : 0);
    free(copied);
}

void gold_attends(readout_t *readout, const char *meeting, const actor_t *person, const char *capacity) {
    char code[16];
    ROW(&readout->gold[GOLD_ATTENDANCE], "meeting", meeting, "person", person->full, "of", code_of(person->party, code),
        "capacity", capacity);
}

void gold_delegation(readout_t *readout, const phrase_t *party, const char *capacity) {
    char code[16];
    ROW(&readout->gold[GOLD_ATTENDANCE], "meeting", "m1", "person", NULL, "of", code_of(party, code), "capacity",
        capacity);
}

void gold_standing(readout_t *readout, const phrase_t *party, const char *status, const char *event, int year) {
    char state[16], organization[16];
    buffer_t *rows = &readout->gold[GOLD_MEMBERSHIP];
    ROW(rows, "state", code_of(party, state), "organization", code_of(readout->organization, organization), "status",
        status, "event", event);
    add_number(rows, "year", year);
}

void gold_people(readout_t *readout) {
    for (int i = 0; i < readout->people; i++) {
        const actor_t *person = &readout->cast[i];
        char code[16];
        if (!person->named)
            continue;
        buffer_t *rows = &readout->gold[GOLD_PEOPLE];
        buffer_printf(rows, "    {\"name\": \"%s\", \"forms\": [", person->full);
        if (person->named & 1)
            buffer_printf(rows, "\"%s\"%s", person->full, person->named & 2 ? ", " : "");
        if (person->named & 2)
            buffer_printf(rows, "\"%s\"", person->last);
        buffer_printf(rows, "], \"role\": \"%.*s\", \"of\": \"%s\"},\n", (int)person->role.size, person->role.at,
                      code_of(person->party, code));
    }
}

/* Without "the ", "a ", "an " before it. */
static char *without_article(const char *text, size_t size) {
    static const char *const articles[] = {"the ", "an ", "a "};
    for (int i = 0; i < 3; i++) {
        size_t length = strlen(articles[i]);
        if (size > length && memcmp(text, articles[i], length) == 0)
            return copy(text + length, size - length);
    }
    return copy(text, size);
}

static void speech_row(readout_t *readout, char kind, const char *text, size_t size) {
    const char *speaker = kind == 'g' ? "group" : readout->cast[readout->who['S']].full;
    char *words = copy(text, size);
    ROW(&readout->gold[GOLD_SPEECH], "speaker", speaker, "mode", kind == 'd' ? "direct" : "reported", "text", words);
    free(words);
}

static void proposal_rows(readout_t *readout, const char *text, size_t size) {
    char code[16], *stretch = copy(text, size);
    for (int i = 0; i < readout->name_count; i++) {
        ROW(&readout->gold[GOLD_PROPOSALS], "by", code_of(readout->cast[readout->who['S']].party, code), "name",
            readout->names[i], "text", stretch);
        free(readout->names[i]);
    }
    readout->name_count = 0;
    free(stretch);
}

static void adoption_row(readout_t *readout, const char *text, size_t size) {
    char code[16], *name = without_article(text, size);
    ROW(&readout->gold[GOLD_ADOPTIONS], "name", name, "action", readout->action, "by",
        readout->bilateral ? "group" : code_of(readout->organization, code));
    free(name);
}

static void close_mark(readout_t *readout, char kind, const char *text, size_t size) {
    if (kind == 'p' && readout->name_count < OPEN_NAMES)
        readout->names[readout->name_count++] = without_article(text, size);
    else if (kind == 't')
        proposal_rows(readout, text, size);
    else if (kind == 'a')
        adoption_row(readout, text, size);
    else if (strchr("rgd", kind))
        speech_row(readout, kind, text, size);
}

void gold_mark(readout_t *readout, const char *name, size_t size) {
    int closes = size == 2 && name[0] == '/', top = readout->open - 1;
    if (closes ? top < 0 || readout->marks[top].kind != name[1] : readout->open == OPEN_MARKS) {
        fprintf(stderr, "bench: readouts.txt: mark <%.*s> out of place\n", (int)size, name);
        exit(3);
    }
    if (closes) {
        size_t start = readout->marks[top].start;
        readout->open--;
        close_mark(readout, name[1], readout->text.at + start, readout->text.size - start);
        return;
    }
    if (size > 2)
        snprintf(readout->action, sizeof readout->action, "%.*s", (int)size - 2, name + 2);
    readout->marks[readout->open].kind = name[0];
    readout->marks[readout->open++].start = readout->text.size;
}
