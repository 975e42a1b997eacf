/* Facts that a reader found wrong. A document is stored with them first, so that they have the numbers of their ids, then
 * they are taken out; what hangs on them goes with them. */
#include <string.h>

#include "arena.h"
#include "store_parts.h"

static bool has_wrong(store_t *store, const char *document) {
    return store->has_wrong && ask(store, SQL_WRONG_IN, str(arena_printf(store->work, "%s:", document)),
                                   str(arena_printf(store->work, "%s;", document)));
}

/* The id that an office would get; as put_offices and put_evidence number them. */
static const char *office_id(store_t *store, const char *document, const evidence_t *at) {
    struct {
        uint32_t start, end;
    } passage = {at->start, at->end};
    int64_t twin = ++*map_at(store->scratch, &passage, sizeof passage);
    const char *id = arena_printf(store->work, "%s:office:%u-%u", document, at->start, at->end);
    return twin == 1 ? id : arena_printf(store->work, "%s.%lld", id, (long long)twin);
}

const bool *wrong_offices(store_t *store, const facts_t *facts) {
    const char *document = facts->document.name;
    if (!has_wrong(store, document))
        return NULL;
    bool *wrong = arena_zalloc(store->work, (size_t)facts->offices.count * sizeof *wrong + 1);
    bool *seen = arena_zalloc(store->work, (size_t)facts->people.count * sizeof *seen + 1);
    map_clear(store->scratch);
    for (int i = 0; i < facts->offices.count; i++) {
        const office_t *office = &facts->offices.at[i];
        if (!seen[office->person])
            wrong[i] = ask(store, SQL_WRONG_IS, str(office_id(store, document, &office->evidence)));
        seen[office->person] = true;
    }
    return wrong;
}

typedef struct wrong {
    int64_t fact;
    const char *id;
} wrong_t;
typedef LIST(wrong_t) wrongs_t;
typedef LIST(int64_t) rows_t;

static void add_rows(store_t *store, sqlite3_stmt *found, rows_t *out) {
    while (next_row(store, found))
        if (sqlite3_column_type(found, 0) != SQLITE_NULL)
            *list_add(store->work, out) = sqlite3_column_int64(found, 0);
}

/* People who are told of together with a fact may have nothing left of them. */
static void take_out(store_t *store, int64_t document, int64_t fact, const char *cause, rows_t *people) {
    add_rows(store, rows(store, SQL_FACT_PEOPLE, num(fact)), people);
    fact_withdraw(store, document, fact, cause);
}

/* A meeting that was none: nobody attended it, and nothing was said or adopted there. */
static void take_out_meeting(store_t *store, int64_t document, int64_t meeting, const char *cause, rows_t *people) {
    rows_t attended = {0};
    add_rows(store, rows(store, SQL_ATTENDED, num(document), num(meeting)), &attended);
    for (int i = 0; i < attended.count; i++)
        take_out(store, document, attended.at[i], cause, people);
    fact_move(store, 'm', document, meeting, 0);
    ask(store, SQL_MEETING_KEYS_DELETE, num(document), num(meeting));
}

void withdraw(store_t *store, int64_t document, const char *name) {
    wrongs_t wrong = {0};
    rows_t people = {0};
    if (!has_wrong(store, name))
        return;
    note_touched(store, document);
    sqlite3_stmt *found = rows(store, SQL_WRONG_FACTS, num(document));
    while (next_row(store, found))
        *list_add(store->work, &wrong) = (wrong_t){
            sqlite3_column_int64(found, 0), arena_strdup(store->work, (const char *)sqlite3_column_text(found, 1))};
    for (int i = 0; i < wrong.count && !store->rc; i++) {
        int64_t meeting = ask(store, SQL_FACT_MEETING, num(wrong.at[i].fact));
        take_out(store, document, wrong.at[i].fact, wrong.at[i].id, &people);
        if (meeting)
            take_out_meeting(store, document, meeting, wrong.at[i].id, &people);
    }
    for (int i = 0; i < people.count && !store->rc; i++) {
        if (ask(store, SQL_PERSON_STATED, num(document), num(people.at[i])))
            continue;
        ask(store, SQL_APPEARANCE_DELETE, num(document), num(people.at[i]));
        ask(store, SQL_PERSON_NAMINGS_DELETE, num(document), num(people.at[i]));
    }
}
