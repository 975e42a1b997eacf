#include "facts_form.h"

/* clang-format off */
#define KEY(name)                    .key = name, .label = ",\"" name "\":", .label_size = sizeof(",\"" name "\":") - 1
#define FIELD(type, member, sort)    KEY(#member), .kind = sort, .offset = offsetof(type, member)
#define STRING(type, member)         FIELD(type, member, FIELD_STRING)
#define DAY(type, member)            FIELD(type, member, FIELD_DAY)
#define STRINGS(type, member)        FIELD(type, member, FIELD_STRINGS)
#define COUNT(type, member)          FIELD(type, member, FIELD_COUNT)
#define REAL(type, member)           FIELD(type, member, FIELD_REAL)
#define OFFSET(type, member)         FIELD(type, member, FIELD_OFFSET)
#define INDEX(type, member, list)    FIELD(type, member, FIELD_INDEX), .to = list
#define CHOICE(type, member, words)  FIELD(type, member, FIELD_STRING), .choices = words
#define NEEDED                       .needed = 1
#define EVIDENCE(type)                                                                                                 \
    {KEY("start"), .kind = FIELD_OFFSET, .offset = offsetof(type, evidence.start), NEEDED},                            \
    {KEY("end"), .kind = FIELD_OFFSET, .offset = offsetof(type, evidence.end), NEEDED},                                \
    {KEY("rule"), .kind = FIELD_STRING, .offset = offsetof(type, evidence.rule), NEEDED}

static const field_t document_fields[] = {
    {STRING(document_t, name), NEEDED},
    {STRING(document_t, title)},
    {STRING(document_t, publisher)},
    {STRING(document_t, uri)},
    {DAY(document_t, published)},
    {STRING(document_t, language)},
    {STRING(document_t, text), NEEDED},
    {0},
};

static const field_t sentence_fields[] = {
    {OFFSET(sentence_t, start), NEEDED},
    {OFFSET(sentence_t, end), NEEDED},
    {COUNT(sentence_t, paragraph), NEEDED},
    {0},
};

static const field_t party_fields[] = {
    {CHOICE(party_t, kind, "|state|organization|group|"), NEEDED},
    {STRING(party_t, code), NEEDED},
    {STRING(party_t, name)},
    {STRING(party_t, alpha2)},
    {STRING(party_t, official)},
    {STRING(party_t, sort)},
    {STRINGS(party_t, forms)},
    {0},
};

static const field_t person_fields[] = {
    {STRING(person_t, key), NEEDED},
    {STRING(person_t, name), NEEDED},
    {COUNT(person_t, listed)},
    {STRINGS(person_t, forms)},
    {0},
};

static const field_t office_fields[] = {
    {INDEX(office_t, person, "people"), NEEDED},
    {STRING(office_t, role)},
    {CHOICE(office_t, rank, "|head of state|head of government|deputy head|minister|head of organization|"
                            "deputy minister|ambassador|official|other|")},
    {STRING(office_t, post)},
    {INDEX(office_t, party, "parties")},
    EVIDENCE(office_t),
    {0},
};

static const field_t meeting_fields[] = {
    {STRINGS(meeting_t, keys), NEEDED},
    {STRING(meeting_t, name), NEEDED},
    {INDEX(meeting_t, organization, "parties")},
    {COUNT(meeting_t, ordinal)},
    {DAY(meeting_t, date)},
    {STRING(meeting_t, place)},
    EVIDENCE(meeting_t),
    {0},
};

static const field_t attendance_fields[] = {
    {INDEX(attendance_t, meeting, "meetings"), NEEDED},
    {INDEX(attendance_t, person, "people")},
    {INDEX(attendance_t, party, "parties")},
    {CHOICE(attendance_t, capacity, "|chair|participant|guest|observer|"), NEEDED},
    EVIDENCE(attendance_t),
    {0},
};

static const field_t statement_fields[] = {
    {INDEX(statement_t, person, "people")},
    {INDEX(statement_t, party, "parties")},
    {CHOICE(statement_t, mode, "|direct|reported|"), NEEDED},
    {STRING(statement_t, verb)},
    {CHOICE(statement_t, act, SPEECH_ACTS)},
    {CHOICE(statement_t, category, EVENT_CATEGORIES)},
    {STRINGS(statement_t, topics)},
    {INDEX(statement_t, meeting, "meetings")},
    EVIDENCE(statement_t),
    {0},
};

static const field_t proposal_fields[] = {
    {STRING(proposal_t, key), NEEDED},
    {STRING(proposal_t, name), NEEDED},
    {STRING(proposal_t, kind)},
    {INDEX(proposal_t, party, "parties"), NEEDED},
    {INDEX(proposal_t, person, "people")},
    {CHOICE(proposal_t, stance, "|proposes|offers|supports|continues|invites|")},
    {COUNT(proposal_t, year)},
    {REAL(proposal_t, quantity)},
    {STRING(proposal_t, unit)},
    {INDEX(proposal_t, beneficiary_party, "parties")},
    {STRING(proposal_t, beneficiary)},
    EVIDENCE(proposal_t),
    {0},
};

static const field_t adoption_fields[] = {
    {STRING(adoption_t, key), NEEDED},
    {STRING(adoption_t, name), NEEDED},
    {STRING(adoption_t, kind)},
    {STRING(adoption_t, action), NEEDED},
    {INDEX(adoption_t, party, "parties"), NEEDED},
    {INDEX(adoption_t, meeting, "meetings")},
    EVIDENCE(adoption_t),
    {0},
};

static const field_t standing_fields[] = {
    {INDEX(standing_t, party, "parties"), NEEDED},
    {INDEX(standing_t, organization, "parties"), NEEDED},
    {CHOICE(standing_t, status, "|member|observer|dialogue partner|chair|"), NEEDED},
    {CHOICE(standing_t, event, "|standing|accession|presidency|"), NEEDED},
    {COUNT(standing_t, year)},
    EVIDENCE(standing_t),
    {0},
};

static const field_t unknown_fields[] = {
    {CHOICE(unknown_t, kind, "|name|acronym|party|office|"), NEEDED},
    {STRING(unknown_t, form), NEEDED},
    {COUNT(unknown_t, times), NEEDED},
    {OFFSET(unknown_t, start), NEEDED},
    {OFFSET(unknown_t, end), NEEDED},
    {0},
};
/* clang-format on */

#define FORM(list, type, fields)                                                                                       \
    { #list, offsetof(facts_t, list), sizeof(type), fields }
const form_t document_form = {"document", offsetof(facts_t, document), sizeof(document_t), document_fields};
const form_t fact_forms[FACT_FORMS] = {
    FORM(sentences, sentence_t, sentence_fields), FORM(parties, party_t, party_fields),
    FORM(people, person_t, person_fields),        FORM(offices, office_t, office_fields),
    FORM(meetings, meeting_t, meeting_fields),    FORM(attendance, attendance_t, attendance_fields),
    FORM(speech, statement_t, statement_fields),  FORM(proposals, proposal_t, proposal_fields),
    FORM(adoptions, adoption_t, adoption_fields), FORM(membership, standing_t, standing_fields),
    FORM(unknowns, unknown_t, unknown_fields),
};
