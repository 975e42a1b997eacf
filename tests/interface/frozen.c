/* What programs have compiled into themselves, and what therefore never changes: numbers, and the places of the members
 * of structs. This compiles, as C11 and as C++17, or the interface is broken. What is new is added here too. */
#include <assert.h>
#include <scodb.h>
#include <stddef.h>

static_assert(SCODB_OK == 0 && SCODB_ROW == 1 && SCODB_DONE == 2, "status");
static_assert(SCODB_CANNOT_OPEN == 10 && SCODB_NOT_SCODB == 11 && SCODB_NEWER_SCHEMA == 12, "status");
static_assert(SCODB_OLDER_SCHEMA == 13 && SCODB_DAMAGED == 14 && SCODB_NEEDS_RECOVERY == 15, "status");
static_assert(SCODB_MISUSE == 16 && SCODB_NOT_FOUND == 17 && SCODB_BUSY == 18, "status");
static_assert(SCODB_NO_MEMORY == 19 && SCODB_INTERRUPTED == 20, "status");
static_assert(SCODB_IMMUTABLE == 1, "flags");
static_assert(SCODB_NULL == 0 && SCODB_INTEGER == 1 && SCODB_REAL == 2 && SCODB_TEXT == 3, "types");
static_assert(SCODB_DOCUMENTS == 0 && SCODB_PEOPLE == 1 && SCODB_PARTIES == 2 && SCODB_MEETINGS == 3, "lists");
static_assert(SCODB_ATTENDANCE == 4 && SCODB_OFFICES == 5 && SCODB_STATEMENTS == 6 && SCODB_PROPOSALS == 7, "lists");
static_assert(SCODB_ADOPTIONS == 8 && SCODB_MEMBERSHIP == 9 && SCODB_NAMES == 10 && SCODB_SEARCH == 11, "lists");
static_assert(SCODB_ROLES == 12 && SCODB_INITIATIVES == 13 && SCODB_TENURES == 14 && SCODB_ENCOUNTERS == 15, "lists");

/* A member begins where the one before it ends. */
#define FOLLOWS(type, before, member)                                                                                  \
    static_assert(offsetof(type, member) == offsetof(type, before) + sizeof(((type *)0)->before), #member)
#define FIRST(type, member) static_assert(offsetof(type, member) == 0, #member)
#define LAST(type, member) static_assert(sizeof(type) == offsetof(type, member) + sizeof(((type *)0)->member), #member)

FIRST(scodb_filter_t, size);
FOLLOWS(scodb_filter_t, size, document);
FOLLOWS(scodb_filter_t, document, person);
FOLLOWS(scodb_filter_t, person, party);
FOLLOWS(scodb_filter_t, party, organization);
FOLLOWS(scodb_filter_t, organization, role);
FOLLOWS(scodb_filter_t, role, kind);
FOLLOWS(scodb_filter_t, kind, mode);
FOLLOWS(scodb_filter_t, mode, words);
FOLLOWS(scodb_filter_t, words, from);
FOLLOWS(scodb_filter_t, from, to);
FOLLOWS(scodb_filter_t, to, person_id);
FOLLOWS(scodb_filter_t, person_id, meeting);
FOLLOWS(scodb_filter_t, meeting, initiative);
FOLLOWS(scodb_filter_t, initiative, limit);
FOLLOWS(scodb_filter_t, limit, offset);
FOLLOWS(scodb_filter_t, offset, topic);
FOLLOWS(scodb_filter_t, topic, act);
FOLLOWS(scodb_filter_t, act, category);
FOLLOWS(scodb_filter_t, category, stance);
FOLLOWS(scodb_filter_t, stance, other_person);
FOLLOWS(scodb_filter_t, other_person, other_party);
FOLLOWS(scodb_filter_t, other_party, year);

/* These two cannot grow: arrays of them are walked by the size that they had when the program was compiled. */
FIRST(scodb_value_t, name);
FOLLOWS(scodb_value_t, name, text);
LAST(scodb_value_t, text);
FIRST(scodb_field_t, name);
FOLLOWS(scodb_field_t, name, type);
FOLLOWS(scodb_field_t, type, fallback);
FOLLOWS(scodb_field_t, fallback, meaning);
LAST(scodb_field_t, meaning);

FIRST(scodb_report_t, name);
FOLLOWS(scodb_report_t, name, title);
FOLLOWS(scodb_report_t, title, question);
FOLLOWS(scodb_report_t, question, read);
FOLLOWS(scodb_report_t, read, params);
FOLLOWS(scodb_report_t, params, columns);
FOLLOWS(scodb_report_t, columns, sql);
FOLLOWS(scodb_report_t, sql, group);

/* What has been added in this version stands here too, to be kept from now on. */
#ifdef COMPLETE
LAST(scodb_filter_t, year);
LAST(scodb_report_t, group);
#endif

/* The types, by use: a warning is an error here. */
scodb_filter_t frozen_filter(const char *text, int64_t number);
scodb_filter_t frozen_filter(const char *text, int64_t number) {
    scodb_filter_t filter = SCODB_FILTER_INIT;
    const char **texts[] = {&filter.document, &filter.person, &filter.party,        &filter.organization,
                            &filter.role,     &filter.kind,   &filter.mode,         &filter.words,
                            &filter.from,     &filter.to,     &filter.topic,        &filter.act,
                            &filter.category, &filter.stance, &filter.other_person, &filter.other_party};
    int64_t *numbers[] = {&filter.person_id, &filter.meeting, &filter.initiative,
                          &filter.limit,     &filter.offset,  &filter.year};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        *texts[i] = text;
    }
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        *numbers[i] = number;
    }
    return filter;
}
