#include "explain.h"

#include <stdlib.h>
#include <string.h>

#include "report.h"
#include "text.h"

/* A fact in one line, where it stands, and its place among facts that stand at the same place. */
typedef struct line {
    const char *kind, *words;
    const evidence_t *evidence;
    int order;
} line_t;

typedef LIST(line_t) lines_list_t;

static void add(arena_t *arena, lines_list_t *list, const char *kind, const evidence_t *evidence, const char *words) {
    line_t *line = list_add(arena, list);
    *line = (line_t){kind, words, evidence, list->count};
}

static const char *party_code(const facts_t *facts, int party) {
    return party == NONE ? "?" : facts->parties.at[party].code;
}

static const char *person_name(const facts_t *facts, int person) {
    return person == NONE ? "?" : facts->people.at[person].name;
}

/* ", word value" or nothing. */
static const char *with(arena_t *arena, const char *before, const char *value) {
    return value ? arena_printf(arena, "%s%s", before, value) : "";
}

static const char *with_number(arena_t *arena, const char *before, double value) {
    return value != 0 ? arena_printf(arena, "%s%.17g", before, value) : "";
}

static const char *with_party(arena_t *arena, const facts_t *facts, const char *before, int party) {
    return party == NONE ? "" : with(arena, before, facts->parties.at[party].code);
}

static const char *with_meeting(arena_t *arena, const facts_t *facts, const char *before, int meeting) {
    return meeting == NONE ? "" : with(arena, before, facts->meetings.at[meeting].name);
}

static const char *joined(arena_t *arena, const strings_t *words) {
    const char *all = words->count ? words->at[0] : NULL;
    for (int i = 1; i < words->count; i++)
        all = arena_printf(arena, "%s, %s", all, words->at[i]);
    return all;
}

/* A person for a party, or a party itself. */
static const char *actor(arena_t *arena, const facts_t *facts, int person, int party) {
    if (person == NONE)
        return party_code(facts, party);
    return arena_printf(arena, "%s%s", person_name(facts, person), with_party(arena, facts, " for ", party));
}

static void add_offices(arena_t *arena, const facts_t *facts, lines_list_t *list) {
    for (int i = 0; i < facts->offices.count; i++) {
        const office_t *office = &facts->offices.at[i];
        add(arena, list, "office", &office->evidence,
            arena_printf(arena, "%s: %s%s%s", person_name(facts, office->person),
                         office->role ? office->role : "no office", with_party(arena, facts, " of ", office->party),
                         with(arena, ", ", office->rank)));
    }
}

static void add_meetings(arena_t *arena, const facts_t *facts, lines_list_t *list) {
    for (int i = 0; i < facts->meetings.count; i++) {
        const meeting_t *meeting = &facts->meetings.at[i];
        add(arena, list, "meeting", &meeting->evidence,
            arena_printf(arena, "%s%s%s%s%s", meeting->name, with_party(arena, facts, " of ", meeting->organization),
                         with_number(arena, ", number ", meeting->ordinal), with(arena, ", on ", meeting->date),
                         with(arena, ", in ", meeting->place)));
    }
    for (int i = 0; i < facts->attendance.count; i++) {
        const attendance_t *attendance = &facts->attendance.at[i];
        add(arena, list, "attendance", &attendance->evidence,
            arena_printf(arena, "%s as %s%s", actor(arena, facts, attendance->person, attendance->party),
                         attendance->capacity, with_meeting(arena, facts, " at ", attendance->meeting)));
    }
}

static void add_speech(arena_t *arena, const facts_t *facts, lines_list_t *list) {
    for (int i = 0; i < facts->speech.count; i++) {
        const statement_t *statement = &facts->speech.at[i];
        add(arena, list, "speech", &statement->evidence,
            arena_printf(arena, "%s, %s%s%s%s%s%s", actor(arena, facts, statement->person, statement->party),
                         statement->mode, with(arena, ", verb ", statement->verb), with(arena, ", ", statement->act),
                         with(arena, ", ", statement->category),
                         with_meeting(arena, facts, ", at ", statement->meeting),
                         with(arena, ", about ", joined(arena, &statement->topics))));
    }
}

static void add_proposals(arena_t *arena, const facts_t *facts, lines_list_t *list) {
    for (int i = 0; i < facts->proposals.count; i++) {
        const proposal_t *proposal = &facts->proposals.at[i];
        add(arena, list, "proposal", &proposal->evidence,
            arena_printf(arena, "%s, by %s%s%s%s%s%s%s%s", proposal->name,
                         actor(arena, facts, proposal->person, proposal->party), with(arena, ", ", proposal->stance),
                         with(arena, ", kind ", proposal->kind), with_number(arena, ", year ", proposal->year),
                         with_number(arena, ", ", proposal->quantity), with(arena, " ", proposal->unit),
                         with(arena, ", for ", proposal->beneficiary),
                         with_party(arena, facts, ", for ", proposal->beneficiary_party)));
    }
}

static void add_adoptions(arena_t *arena, const facts_t *facts, lines_list_t *list) {
    for (int i = 0; i < facts->adoptions.count; i++) {
        const adoption_t *adoption = &facts->adoptions.at[i];
        add(arena, list, "adoption", &adoption->evidence,
            arena_printf(arena, "%s, %s by %s%s%s", adoption->name, adoption->action,
                         party_code(facts, adoption->party), with(arena, ", kind ", adoption->kind),
                         with_meeting(arena, facts, ", at ", adoption->meeting)));
    }
}

static void add_membership(arena_t *arena, const facts_t *facts, lines_list_t *list) {
    for (int i = 0; i < facts->membership.count; i++) {
        const standing_t *standing = &facts->membership.at[i];
        add(arena, list, "membership", &standing->evidence,
            arena_printf(arena, "%s, %s of %s, %s%s", party_code(facts, standing->party), standing->status,
                         party_code(facts, standing->organization), standing->event,
                         with_number(arena, ", year ", standing->year)));
    }
}

static int by_place(const void *a, const void *b) {
    const line_t *x = a, *y = b;
    if (x->evidence->start != y->evidence->start)
        return x->evidence->start < y->evidence->start ? -1 : 1;
    return (x->order > y->order) - (x->order < y->order);
}

/* From one code point of the text forward to another; returns the bytes between. */
static size_t advance(const char *text, size_t left, uint32_t points) {
    size_t size = 0;
    for (; points > 0 && size < left; points--)
        size += text_character(text + size, left - size);
    return size;
}

/* Prints the lines, which are in the order of their places. */
static void print(const facts_t *facts, const knowledge_t *knowledge, const lines_list_t *list, arena_t *arena,
                  FILE *out) {
    const char *text = facts->document.text;
    size_t left = facts->document.size;
    uint32_t at = 0;
    for (int i = 0; i < list->count; i++) {
        const evidence_t *evidence = list->at[i].evidence;
        size_t skipped = advance(text, left, evidence->start - at);
        text += skipped;
        left -= skipped;
        at = evidence->start;
        char *passage = arena_strndup(arena, text, advance(text, left, evidence->end - at));
        for (char *p = passage; (p = strpbrk(p, "\n\t\f"));)
            *p = ' ';
        const char *note = knowledge_rule_note(knowledge, evidence->rule);
        fprintf(out, "%u-%u %s: ", evidence->start, evidence->end, list->at[i].kind);
        put_plain(list->at[i].words, out);
        fputs("\n    | ", out);
        put_plain(passage, out);
        fputs("\n    rule ", out);
        put_plain(evidence->rule, out);
        fprintf(out, "%s%s\n", note ? ": " : "", note ? note : "");
    }
}

int explain_write(const facts_t *facts, const knowledge_t *knowledge, FILE *out) {
    arena_t *arena = arena_new();
    lines_list_t list = {0};
    add_offices(arena, facts, &list);
    add_meetings(arena, facts, &list);
    add_speech(arena, facts, &list);
    add_proposals(arena, facts, &list);
    add_adoptions(arena, facts, &list);
    add_membership(arena, facts, &list);
    if (list.count > 0)
        qsort(list.at, (size_t)list.count, sizeof *list.at, by_place);
    fputs("== ", out);
    put_plain(facts->document.name, out);
    fprintf(out, ": facts %d, sentences %d\n", list.count, facts->sentences.count);
    print(facts, knowledge, &list, arena, out);
    fputc('\n', out);
    arena_free(arena);
    return ferror(out) ? -1 : 0;
}
