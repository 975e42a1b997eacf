#include "attending.h"

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

/* A sentence in which a meeting is told of first, with one who attends (NONE: the group), or something is said. */
typedef struct moment {
    int meeting, person; /* told of */
    statement_t *said;   /* NULL: a meeting is told of */
    int next;            /* the next of its sentence + 1, 0: none */
} moment_t;

typedef struct moments {
    moment_t *at;
    int count;
    int *first; /* by line: its first + 1, 0: none */
} moments_t;

static void add_moment(moments_t *m, int line, moment_t moment) {
    moment.next = m->first[line];
    m->at[m->count++] = moment;
    m->first[line] = m->count;
}

/* The sentence that holds a place of the text. */
static int sentence_of(const relate_t *r, uint32_t at) {
    int low = 0;
    PASS(low, r->out->sentences.count, middle, r->out->sentences.at[middle].start <= at);
    return low - 1;
}

/* The one added last comes first: in a sentence a meeting is told of before something is said. */
static void list_moments(const relate_t *r, moments_t *moments) {
    for (int i = 0; i < r->out->speech.count; i++) {
        statement_t *said = &r->out->speech.at[i];
        add_moment(moments, sentence_of(r, said->evidence.start), (moment_t){NONE, NONE, said, 0});
    }
    for (int i = 0; i < r->out->attendance.count; i++) {
        const attendance_t *a = &r->out->attendance.at[i];
        if (a->person != NONE)
            add_moment(moments, r->occasions.at[a->meeting].line, (moment_t){a->meeting, a->person, NULL, 0});
    }
    for (int i = 0; i < r->occasions.count; i++)
        add_moment(moments, r->occasions.at[i].line, (moment_t){i, NONE, NULL, 0});
}

void meetings_of_statements(relate_t *r) {
    size_t room = (size_t)(r->occasions.count + r->out->attendance.count + r->out->speech.count);
    moments_t moments = {.at = arena_alloc(r->arena, room * sizeof *moments.at),
                         .first = arena_zalloc(r->arena, (size_t)r->a->lines.count * sizeof *moments.first)};
    int *last = arena_alloc(r->arena, ((size_t)r->out->people.count + 1) * sizeof *last); /* by person + 1: meeting */
    for (int i = 0; i <= r->out->people.count; i++)
        last[i] = NONE;
    list_moments(r, &moments);
    for (int line = 0; line < r->a->lines.count; line++)
        for (int i = moments.first[line]; i; i = moments.at[i - 1].next) {
            const moment_t *moment = &moments.at[i - 1];
            if (moment->said)
                moment->said->meeting = last[moment->said->person + 1];
            else if (moment->meeting > last[moment->person + 1])
                last[moment->person + 1] = moment->meeting;
        }
}
