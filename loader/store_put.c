#include <string.h>

#include "arena.h"
#include "store_parts.h"

/* A document on its way into the database, and the rows of what its facts point to; 0: not asked for yet. */
typedef struct put {
    store_t *store;
    const facts_t *facts;
    int64_t document;
    int64_t *parties, *people, *personas, *meetings;
    bool is_folded; /* some of the people have one row by a correction */
    bool *first;    /* of each meeting: it is none of those before it */
    place_t place;  /* where in the text the last passage ended: they come mostly in its order */
} put_t;

static int64_t party(put_t *put, int index) {
    if (index == NONE)
        return 0;
    if (!put->parties[index])
        put->parties[index] = world_party(put->store, &put->facts->parties.at[index]);
    return put->parties[index];
}

static int64_t person(const put_t *put, int index) {
    return index == NONE ? 0 : put->people[index];
}

static int64_t meeting(const put_t *put, int index) {
    return index == NONE ? 0 : put->meetings[index];
}

/* One evidence for each fact: what a document says a second time adds nothing. */
static int64_t *twins_on(put_t *put, kind_t kind, const evidence_t *evidence) {
    struct {
        uint32_t kind, start, end;
    } passage = {(uint32_t)kind, evidence->start, evidence->end};
    return map_at(put->store->scratch, &passage, sizeof passage);
}

/* Whether the document has said it of this person already: those who are one by a correction keep the numbers of their
 * facts, so that none of the others changes its own. */
static bool is_said(put_t *put, int64_t fact, int who) {
    struct {
        int64_t fact, who;
    } said = {fact, who};
    return put->is_folded && (*map_at(put->store->scratch, &said, sizeof said))++;
}

static void put_evidence(put_t *put, kind_t kind, int64_t fact, int who, const evidence_t *evidence) {
    store_t *store = put->store;
    bool said = is_said(put, fact, who);
    int64_t rule = world_rule(store, evidence->rule), *twins = twins_on(put, kind, evidence);
    ask(store, SQL_EVIDENCE_ADD, num(fact), num(put->document), num(evidence->start), num(evidence->end),
        num(*twins + 1), num(rule));
    if (!store->rc)
        *twins += put->is_folded ? !said : sqlite3_changes(store->db);
}

static void put_fact(put_t *put, kind_t kind, int who, const evidence_t *evidence, const value_t *values) {
    put_evidence(put, kind, fact_put(put->store, kind, values, NULL, 0), who, evidence);
}
#define FACT(...)                                                                                                      \
    (const value_t[]) {                                                                                                \
        __VA_ARGS__                                                                                                    \
    }

/* The views have one row for each person of a document with an office, and for each name and party of a document with a
 * proposal or an adoption: the first passage stands. */
static bool is_first(put_t *put, kind_t kind, const char *name, int64_t whose) {
    char *key = arena_printf(put->store->work, "%d %lld %s", (int)kind, (long long)whose, name);
    int64_t *seen = map_at(put->store->scratch, key, strlen(key) + 1);
    return !(*seen)++;
}

static void put_offices(put_t *put) {
    for (int i = 0; i < put->facts->offices.count; i++) {
        const office_t *at = &put->facts->offices.at[i];
        if (!is_first(put, KIND_OFFICE, "", at->person))
            continue;
        if (put->is_folded && !is_first(put, KIND_OFFICE, "one", person(put, at->person))) {
            ++*twins_on(put, KIND_OFFICE, &at->evidence);
            continue;
        }
        int64_t role = at->role ? world_role(put->store, at->role, at->rank) : 0;
        put_fact(put, KIND_OFFICE, at->person, &at->evidence,
                 FACT(num(person(put, at->person)), ref(role), ref(party(put, at->party))));
    }
}

static void put_meetings(put_t *put) {
    for (int i = 0; i < put->facts->meetings.count; i++) {
        const meeting_t *at = &put->facts->meetings.at[i];
        if (put->first[i])
            put_fact(put, KIND_MEETING, NONE, &at->evidence,
                     FACT(num(meeting(put, i)), str(at->name), ref(party(put, at->organization)), ref(at->ordinal),
                          str(at->date), str(at->place)));
    }
}

static void put_attendance(put_t *put) {
    for (int i = 0; i < put->facts->attendance.count; i++) {
        const attendance_t *at = &put->facts->attendance.at[i];
        put_fact(put, KIND_ATTENDANCE, at->person, &at->evidence,
                 FACT(num(meeting(put, at->meeting)), ref(person(put, at->person)), ref(party(put, at->party)),
                      str(at->capacity)));
    }
}

static void put_speech(put_t *put) {
    for (int i = 0; i < put->facts->speech.count; i++) {
        const statement_t *at = &put->facts->speech.at[i];
        const char *words = place_move(&put->place, at->evidence.start);
        size_t size = (size_t)(place_move(&put->place, at->evidence.end) - words);
        const value_t *values =
            FACT(ref(person(put, at->person)), ref(party(put, at->party)), ref(world_manner(put->store, at)),
                 ref(meeting(put, at->meeting)), num(words_digest(words, size)), str(at->category),
                 ref(world_topics(put->store, &at->topics)));
        put_evidence(put, KIND_SPEECH, fact_put(put->store, KIND_SPEECH, values, words, size), at->person,
                     &at->evidence);
    }
}

static void put_proposals(put_t *put) {
    for (int i = 0; i < put->facts->proposals.count; i++) {
        const proposal_t *at = &put->facts->proposals.at[i];
        if (is_first(put, KIND_PROPOSAL, at->name, party(put, at->party)))
            put_fact(put, KIND_PROPOSAL, at->person, &at->evidence,
                     FACT(num(world_initiative(put->store, at)), str(at->name), str(at->kind),
                          num(party(put, at->party)), ref(person(put, at->person)), str(at->stance), ref(at->year),
                          real(at->quantity), str(at->unit), ref(party(put, at->beneficiary_party)),
                          str(at->beneficiary)));
    }
}

static void put_adoptions(put_t *put) {
    for (int i = 0; i < put->facts->adoptions.count; i++) {
        const adoption_t *at = &put->facts->adoptions.at[i];
        if (is_first(put, KIND_ADOPTION, at->name, party(put, at->party)))
            put_fact(put, KIND_ADOPTION, NONE, &at->evidence,
                     FACT(num(world_instrument(put->store, at)), str(at->name), str(at->kind), str(at->action),
                          num(party(put, at->party)), ref(meeting(put, at->meeting))));
    }
}

static void put_membership(put_t *put) {
    for (int i = 0; i < put->facts->membership.count; i++) {
        const standing_t *at = &put->facts->membership.at[i];
        put_fact(put, KIND_MEMBERSHIP, NONE, &at->evidence,
                 FACT(num(party(put, at->party)), num(party(put, at->organization)), str(at->status), str(at->event),
                      ref(at->year)));
    }
}

static void name_party(put_t *put, int i, const char *form) {
    ask(put->store, SQL_PARTY_NAMING_ADD, num(put->document), num(world_party_name(put->store, party(put, i), form)));
}

static void name_person(put_t *put, int i, const char *form) {
    ask(put->store, SQL_PERSON_NAMING_ADD, num(put->document),
        num(world_persona_name(put->store, put->personas[i], form)));
}

static void put_names(put_t *put) {
    for (int i = 0; i < put->facts->parties.count; i++)
        for (int k = 0; k < put->facts->parties.at[i].forms.count; k++)
            name_party(put, i, put->facts->parties.at[i].forms.at[k]);
    for (int i = 0; i < put->facts->people.count; i++) {
        const person_t *at = &put->facts->people.at[i];
        for (int k = 0; k < at->forms.count; k++)
            name_person(put, i, at->forms.at[k]);
        if (!at->listed) /* what the person is called must outlast other documents */
            name_person(put, i, at->name);
    }
}

static void put_text(put_t *put) {
    const document_t *document = &put->facts->document;
    char room[SHA256_DIGEST_STRING_LENGTH];
    put->document = ++put->store->last_document;
    ask(put->store, SQL_DOCUMENT_ADD, str(document->name), str(store_digest(document, room)), str(document->title),
        str(document->publisher), str(document->uri), str(document->published), str(document->language),
        slice(document->text, document->size), num(put->document));
    for (int i = 0; i < put->facts->sentences.count; i++) {
        const sentence_t *at = &put->facts->sentences.at[i];
        ask(put->store, SQL_SENTENCE_ADD, num(put->document), num(at->start), num(at->end), num(at->paragraph));
    }
    for (int i = 0; i < put->facts->unknowns.count; i++) {
        const unknown_t *at = &put->facts->unknowns.at[i];
        ask(put->store, SQL_UNKNOWN_ADD, num(put->document), num(at->start), num(at->end), str(at->kind),
            num(at->times));
    }
}

static int64_t *room_for(store_t *store, int count) {
    return arena_zalloc(store->work, (size_t)count * sizeof(int64_t));
}

void put_document(store_t *store, const facts_t *facts, bool is_reread) {
    put_t put = {.store = store, .facts = facts, .place = {facts->document.text, 0}};
    put.parties = room_for(store, facts->parties.count);
    put.people = room_for(store, facts->people.count);
    put.personas = room_for(store, facts->people.count);
    put.meetings = room_for(store, facts->meetings.count);
    put.first = arena_zalloc(store->work, (size_t)facts->meetings.count * sizeof *put.first);
    put_text(&put);
    put.is_folded = local_people(store, put.document, facts, put.people, put.personas);
    local_organizations(store, put.document, facts, put.parties);
    for (int i = 0; i < facts->meetings.count; i++)
        party(&put, facts->meetings.at[i].organization);
    local_meetings(store, put.document, facts, put.parties, put.meetings, put.first);
    map_clear(store->scratch); /* from here on for twins and is_first */
    put_offices(&put);
    put_meetings(&put);
    put_attendance(&put);
    put_speech(&put);
    put_proposals(&put);
    put_adoptions(&put);
    put_membership(&put);
    put_names(&put);
    withdraw(store, put.document, facts->document.name);
    note_names(store, put.document, &facts->document, is_reread);
}
