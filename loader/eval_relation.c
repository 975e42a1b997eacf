#include <string.h>

#include "eval_parts.h"

/* The fields of a relation in the order of the columns of its statement (eval.sql), with their keys in the gold. */
typedef struct relation {
    const char *name, *list; /* of the gold */
    eval_sql_t sql;
    bool optional; /* rows may be marked so */
    struct {
        field_t field;
        const char *key; /* NULL: not in the gold */
    } fields[7];
    match_t *match; /* NULL: speech */
    struct {
        const char *name;
        bool (*same)(const spellings_t *spellings, const row_t *wanted, const row_t *found);
    } compared[FIELDS_COMPARED];
} relation_t;

/* ---- when two rows are the same ---- */

static bool same(const char *one, const char *other) {
    return one && other ? !strcmp(one, other) : one == other;
}

static double match_person(const void *context, const row_t *wanted, const row_t *found) {
    (void)context;
    return same(wanted->at[PERSON], found->at[PERSON]);
}

static double match_office(const void *context, const row_t *wanted, const row_t *found) {
    return same(wanted->at[PERSON], found->at[PERSON]) &&
           spellings_same_party(context, wanted->at[PARTY], found->at[PARTY]) &&
           name_same_role(wanted->at[KIND], found->at[KIND]);
}

/* Bilateral meetings by their sides, others by their names; a number tells for both. */
static double match_meeting(const void *context, const row_t *wanted, const row_t *found) {
    (void)context;
    bool numbered = wanted->at[NUMBER] && found->at[NUMBER];
    if (numbered && !same(wanted->at[NUMBER], found->at[NUMBER]))
        return 0;
    if (wanted->sides.count || found->sides.count)
        return name_same_sides(&wanted->sides, &found->sides);
    if (name_other_session(&wanted->words, &found->words))
        return 0;
    double like = name_likeness(&wanted->words, &found->words);
    if (numbered && like < 0.75 && same(wanted->at[ORGANIZATION], found->at[ORGANIZATION]))
        like = 0.75;
    return like >= 0.5 ? like : 0;
}

static double match_attendance(const void *context, const row_t *wanted, const row_t *found) {
    const char *person = wanted->at[PERSON], *party = wanted->at[PARTY];
    return same(wanted->at[MEETING], found->at[MEETING]) && same(person, found->at[PERSON]) &&
           (spellings_same_party(context, party, found->at[PARTY]) || (person && !*party));
}

static double match_adoption(const void *context, const row_t *wanted, const row_t *found) {
    (void)context;
    double like = name_likeness(&wanted->words, &found->words);
    return like >= 0.5 ? like : 0;
}

static double match_proposal(const void *context, const row_t *wanted, const row_t *found) {
    return spellings_same_party(context, wanted->at[PARTY], found->at[PARTY]) ? match_adoption(NULL, wanted, found) : 0;
}

static double match_membership(const void *context, const row_t *wanted, const row_t *found) {
    return same(wanted->at[KIND], found->at[KIND]) && same(wanted->at[EVENT], found->at[EVENT]) &&
           spellings_same_party(context, wanted->at[PARTY], found->at[PARTY]) &&
           spellings_same_party(context, wanted->at[ORGANIZATION], found->at[ORGANIZATION]);
}

/* ---- which fields are compared in rows that are the same ---- */

#define SAME(name, field)                                                                                              \
    static bool name(const spellings_t *spellings, const row_t *wanted, const row_t *found) {                          \
        (void)spellings;                                                                                               \
        return same(wanted->at[field], found->at[field]);                                                              \
    }
#define SAME_PARTY(name, field)                                                                                        \
    static bool name(const spellings_t *spellings, const row_t *wanted, const row_t *found) {                          \
        return spellings_same_party(spellings, wanted->at[field], found->at[field]);                                   \
    }
SAME(same_kind, KIND)
SAME(same_date, DATE)
SAME(same_place, PLACE)
SAME(same_number, NUMBER)
SAME_PARTY(same_organization, ORGANIZATION)
SAME_PARTY(same_party, PARTY)

static const relation_t relations[RELATIONS] = {
    {"people", "people", EVAL_PEOPLE, false, {{PERSON, "name"}}, match_person, {{0}}},
    {"offices", "people", EVAL_OFFICES, false, {{PERSON, "name"}, {KIND, "role"}, {PARTY, "of"}}, match_office, {{0}}},
    {"meetings",
     "meetings",
     EVAL_MEETINGS,
     true,
     {{MEETING, "key"},
      {NAME, "name"},
      {NUMBER, "ordinal"},
      {ORGANIZATION, "organization"},
      {DATE, "date"},
      {PLACE, "place"}},
     match_meeting,
     {{"date", same_date}, {"place", same_place}, {"organization", same_organization}}},
    {"attendance",
     "attendance",
     EVAL_ATTENDANCE,
     true,
     {{MEETING, "meeting"}, {PERSON, "person"}, {PARTY, "of"}, {KIND, "capacity"}, {NAME, NULL}},
     match_attendance,
     {{"capacity", same_kind}}},
    {"speech",
     "speech",
     EVAL_SPEECH,
     false,
     {{PERSON, "speaker"}, {MODE, "mode"}, {TEXT, "text"}, {START, NULL}, {END, NULL}},
     NULL,
     {{"mode", NULL}, {"rows", NULL}}},
    {"proposals", "proposals", EVAL_PROPOSALS, true, {{NAME, "name"}, {PARTY, "by"}}, match_proposal, {{0}}},
    {"adoptions",
     "adoptions",
     EVAL_ADOPTIONS,
     true,
     {{NAME, "name"}, {KIND, "action"}, {PARTY, "by"}},
     match_adoption,
     {{"action", same_kind}, {"party", same_party}}},
    {"membership",
     "membership",
     EVAL_MEMBERSHIP,
     true,
     {{PARTY, "state"}, {ORGANIZATION, "organization"}, {KIND, "status"}, {EVENT, "event"}, {NUMBER, "year"}},
     match_membership,
     {{"year", same_number}}},
};

const char *relation_name(int relation) {
    return relations[relation].name;
}

const char *relation_field(int relation, int field) {
    return relations[relation].compared[field].name;
}

/* ---- reading rows ---- */

/* What the rows of a document are read and compared with. */
typedef struct reading {
    eval_t *eval;
    const gold_t *gold;
    guests_t *guests;
    map_t *gold_people; /* their names */
    map_t *meetings;    /* number of a meeting in the database: number of the gold's meeting + 1 */
} reading_t;

static const char *show(const row_t *row, arena_t *arena) {
    const char *shown = "";
    for (int i = 0; i < FIELD_COUNT; i++)
        if (row->at[i] && i != START && i != END && i != MEETING)
            shown = arena_printf(arena, "%s%s%s", shown, *shown ? " | " : "", row->at[i]);
    return shown;
}

/* Brings what can be written in several ways into the form in which it is compared. */
static void settle(const relation_t *relation, row_t *row, arena_t *arena) {
    row->shown = show(row, arena);
    row->at[PARTY] = name_plain(row->at[PARTY], arena);
    row->at[ORGANIZATION] = name_plain(row->at[ORGANIZATION], arena);
    row->at[PLACE] = name_plain(row->at[PLACE], arena);
    if (relation->sql == EVAL_ADOPTIONS)
        row->at[KIND] = name_plain(row->at[KIND], arena);
    row->words = name_words(row->at[NAME], arena);
    row->sides = name_sides(row->at[NAME], arena);
}

static const char *gold_value(const json_t *value, arena_t *arena) {
    if (json_is_integer(value))
        return arena_printf(arena, "%lld", (long long)json_integer_value(value));
    return json_string_value(value);
}

static const char *name_of_meeting(const gold_t *gold, const char *key) {
    size_t i;
    json_t *meeting;
    json_array_foreach(json_object_get(gold->root, "meetings"), i, meeting) {
        if (!strcmp(json_string_value(json_object_get(meeting, "key")), key))
            return json_string_value(json_object_get(meeting, "name"));
    }
    return NULL;
}

static rows_t read_wanted(const reading_t *r, const relation_t *relation) {
    rows_t rows = {0};
    size_t i;
    json_t *value;
    arena_t *arena = r->gold->arena;
    json_array_foreach(json_object_get(r->gold->root, relation->list), i, value) {
        row_t row = {.optional = relation->optional && json_is_true(json_object_get(value, "optional"))};
        for (int k = 0; k < 7 && relation->fields[k].key; k++)
            row.at[relation->fields[k].field] = gold_value(json_object_get(value, relation->fields[k].key), arena);
        if (relation->sql == EVAL_OFFICES && !row.at[KIND])
            continue;
        if (relation->sql == EVAL_ATTENDANCE)
            row.at[NAME] = name_of_meeting(r->gold, row.at[MEETING]);
        settle(relation, &row, arena);
        if (relation->sql == EVAL_SPEECH && !*map_at(r->gold_people, row.at[PERSON], strlen(row.at[PERSON])))
            row.at[PERSON] = name_plain(row.at[PERSON], arena);
        *list_add(arena, &rows) = row;
    }
    return rows;
}

/* The people and meetings of the database by their names in the gold; others keep theirs, marked so that they are none of
 * the gold's. Who speaks may be a party. */
static void translate(const reading_t *r, const relation_t *relation, row_t *row) {
    arena_t *arena = r->gold->arena;
    const char *person = row->at[PERSON], *meeting = row->at[MEETING];
    if (person) {
        const char *name = guests_name(r->guests, r->eval->spellings, person, arena);
        row->at[PERSON] = name                           ? name
                          : relation->sql == EVAL_SPEECH ? name_plain(person, arena)
                                                         : arena_printf(arena, "?%s", person);
    }
    if (meeting && relation->sql == EVAL_ATTENDANCE) {
        int64_t number = *map_at(r->meetings, meeting, strlen(meeting));
        const json_t *all = json_object_get(r->gold->root, "meetings");
        row->at[MEETING] =
            number ? json_string_value(json_object_get(json_array_get(all, (size_t)number - 1), "key")) : "";
    }
}

static rows_t read_found(const reading_t *r, const relation_t *relation, const char *name) {
    rows_t rows = {0};
    arena_t *arena = r->gold->arena;
    sqlite3_stmt *sql = r->eval->sql[relation->sql];
    sqlite3_bind_text(sql, 1, name, -1, SQLITE_TRANSIENT);
    while (sqlite3_step(sql) == SQLITE_ROW) {
        row_t row = {0};
        for (int k = 0; k < sqlite3_column_count(sql); k++) {
            const char *text = (const char *)sqlite3_column_text(sql, k);
            row.at[relation->fields[k].field] = text ? arena_strdup(arena, text) : NULL;
        }
        settle(relation, &row, arena);
        translate(r, relation, &row);
        *list_add(arena, &rows) = row;
    }
    r->eval->rc = r->eval->rc ? r->eval->rc : sqlite3_reset(sql);
    return rows;
}

/* ---- measuring ---- */

static void count_fields(const reading_t *r, int number, const rows_t *wanted, const rows_t *found,
                         const pairing_t *pairing) {
    tally_t *tally = &r->eval->tallies[number];
    for (int k = 0; k < FIELDS_COMPARED && relations[number].compared[k].same; k++)
        for (int i = 0; i < wanted->count; i++) {
            if (pairing->found_for[i] == NONE)
                continue;
            const row_t *other = &found->at[pairing->found_for[i]];
            tally->fields[k].right += relations[number].compared[k].same(r->eval->spellings, &wanted->at[i], other);
            tally->fields[k].all++;
        }
}

static void tell_misses(const reading_t *r, int number, const rows_t *wanted, const rows_t *found,
                        const pairing_t *pairing) {
    for (int i = 0; i < wanted->count; i++)
        if (pairing->found_for[i] == NONE && !wanted->at[i].optional)
            eval_miss(r->eval, number, r->gold, "missed", wanted->at[i].shown);
    for (int i = 0; i < found->count; i++)
        if (!pairing->is_used[i])
            eval_miss(r->eval, number, r->gold, "wrong", found->at[i].shown);
}

static void measure(const reading_t *r, int number, const char *name, const char *document) {
    const relation_t *relation = &relations[number];
    rows_t wanted = read_wanted(r, relation), found = read_found(r, relation, name);
    if (number == SPEECH) {
        eval_speech(r->eval, r->gold, document, &wanted, &found);
        return;
    }
    pairing_t pairing =
        pair_rows(&wanted, &found, relation->match, r->eval->spellings, r->gold->arena, &r->eval->tallies[number]);
    count_fields(r, number, &wanted, &found, &pairing);
    if (r->eval->misses)
        tell_misses(r, number, &wanted, &found, &pairing);
    for (int i = 0; relation->sql == EVAL_MEETINGS && i < wanted.count; i++)
        if (pairing.found_for[i] != NONE) {
            const char *meeting = found.at[pairing.found_for[i]].at[MEETING];
            *map_at(r->meetings, meeting, strlen(meeting)) = i + 1;
        }
}

void eval_document(eval_t *eval, const gold_t *gold, const char *name, const char *document) {
    const json_t *people = json_object_get(gold->root, "people");
    reading_t r = {eval, gold, guests_new(people, gold->arena), map_new(), map_new()};
    size_t i;
    json_t *person;
    json_array_foreach(people, i, person) {
        const char *known = json_string_value(json_object_get(person, "name"));
        *map_at(r.gold_people, known, strlen(known)) = 1;
    }
    for (int number = 0; number < RELATIONS; number++)
        measure(&r, number, name, document);
    guests_free(r.guests);
    map_free(r.gold_people);
    map_free(r.meetings);
}
