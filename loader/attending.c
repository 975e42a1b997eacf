#include "attending.h"

#include <stdlib.h>

/* ---- rows ---- */

/* Row + 1 by meeting and person, or by meeting and party of one whom nobody has named; 0: none. */
static int64_t *row_of(const relate_t *r, int meeting, int person, int party) {
    const int key[] = {meeting, person, person == NONE ? party : NONE};
    return map_at(r->scratch, key, sizeof key);
}

/* The row that tells of an attendee already, the first if both do: by name, or of a party's unnamed one; NULL if none. */
static attendance_t *known_row(const relate_t *r, int meeting, const attendee_t *who) {
    int64_t named = who->person == NONE ? 0 : *row_of(r, meeting, who->person, NONE);
    int64_t unnamed = who->party == NONE ? 0 : *row_of(r, meeting, NONE, who->party);
    int64_t row = named && unnamed ? (named < unnamed ? named : unnamed) : named + unnamed;
    return row ? &r->out->attendance.at[row - 1] : NULL;
}

/* Makes a row that can be found. */
static void note_row(const relate_t *r, const attendance_t *a) {
    int64_t *row = row_of(r, a->meeting, a->person, a->party), number = a - r->out->attendance.at + 1;
    if (!*row || number < *row)
        *row = number;
}

static void name_row(const relate_t *r, attendance_t *a, int person) {
    *row_of(r, a->meeting, NONE, a->party) = 0;
    a->person = person;
    note_row(r, a);
}

void attend(relate_t *r, int meeting, const attendee_t *who, const char *capacity, const char *rule) {
    if (meeting == NONE)
        return;
    evidence_t evidence = evidence_of(r, who->item->first, who->item->last, rule);
    attendance_t *a = known_row(r, meeting, who);
    if (!a) {
        a = list_add(r->arena, &r->out->attendance);
        *a = (attendance_t){meeting, who->person, who->party, capacity, evidence};
        note_row(r, a);
        return;
    }
    if (a->person != who->person) {
        name_row(r, a, who->person);
        a->evidence = evidence;
    }
    if (!strcmp(a->capacity, "participant"))
        a->capacity = capacity;
}

/* ---- the meetings of statements ---- */

/* A place of the text where a meeting is told of first, with one who attends (NONE: the group), or where something is said. */
typedef struct moment {
    uint32_t at;
    int meeting, person; /* told of */
    statement_t *said;   /* NULL: a meeting is told of */
} moment_t;

/* In the order of the text; a meeting is told of before what is said at the same place. */
static int by_place(const void *one, const void *other) {
    const moment_t *a = one, *b = other;
    return a->at != b->at ? (a->at > b->at) - (a->at < b->at) : (a->said != NULL) - (b->said != NULL);
}

static uint32_t told_at(const relate_t *r, int meeting) {
    return r->out->sentences.at[r->occasions.at[meeting].line].start;
}

static int list_moments(const relate_t *r, moment_t *moments) {
    int count = 0;
    for (int i = 0; i < r->occasions.count; i++)
        moments[count++] = (moment_t){told_at(r, i), i, NONE, NULL};
    for (int i = 0; i < r->out->attendance.count; i++) {
        const attendance_t *a = &r->out->attendance.at[i];
        if (a->person != NONE)
            moments[count++] = (moment_t){told_at(r, a->meeting), a->meeting, a->person, NULL};
    }
    for (int i = 0; i < r->out->speech.count; i++)
        moments[count++] = (moment_t){r->out->speech.at[i].evidence.start, NONE, NONE, &r->out->speech.at[i]};
    return count;
}

void meetings_of_statements(relate_t *r) {
    size_t room = (size_t)(r->occasions.count + r->out->attendance.count + r->out->speech.count);
    moment_t *moments = arena_alloc(r->arena, room * sizeof *moments);
    int count = list_moments(r, moments);
    int *last = arena_alloc(r->arena, ((size_t)r->out->people.count + 1) * sizeof *last); /* by person + 1: meeting */
    for (int i = 0; i <= r->out->people.count; i++)
        last[i] = NONE;
    qsort(moments, (size_t)count, sizeof *moments, by_place);
    for (const moment_t *moment = moments; moment < moments + count; moment++) {
        if (moment->said)
            moment->said->meeting = last[moment->said->person + 1];
        else if (moment->meeting > last[moment->person + 1])
            last[moment->person + 1] = moment->meeting;
    }
}
