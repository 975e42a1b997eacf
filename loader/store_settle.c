#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "store_parts.h"

void ids_add(ids_t *ids, int64_t id) {
    if (ids->count == ids->room) {
        ids->room = ids->room ? ids->room * 2 : 16;
        ids->at = must_realloc(ids->at, (size_t)ids->room * sizeof *ids->at);
    }
    ids->at[ids->count++] = id;
}

bool ids_have(const ids_t *ids, int64_t id) {
    for (int i = 0; i < ids->count; i++)
        if (ids->at[i] == id)
            return true;
    return false;
}

static int compare(const void *one, const void *other) {
    const int64_t *a = one, *b = other;
    return (*a > *b) - (*a < *b);
}

/* Sorted, each once: the order of work decides nothing but the bytes of the file. */
static void sort(ids_t *ids) {
    int kept = 0;
    if (ids->count)
        qsort(ids->at, (size_t)ids->count, sizeof *ids->at, compare);
    for (int i = 0; i < ids->count; i++)
        if (!kept || ids->at[i] != ids->at[kept - 1])
            ids->at[kept++] = ids->at[i];
    ids->count = kept;
}

static void add_all(ids_t *to, const ids_t *from) {
    for (int i = 0; i < from->count; i++)
        ids_add(to, from->at[i]);
}

static void for_each(store_t *store, int dirty, sql_t sql) {
    for (int i = 0; i < store->dirty[dirty].count; i++)
        ask(store, sql, num(store->dirty[dirty].at[i]));
}

/* A person of the word list is called what the list says, another by the fullest of the names met. */
static void settle_person(store_t *store, int64_t person) {
    const char *best = NULL;
    sqlite3_stmt *found = rows(store, SQL_PERSON_LISTED, num(person));
    if (next_row(store, found) && sqlite3_column_type(found, 0) == SQLITE_TEXT)
        best = arena_strdup(store->work, (const char *)sqlite3_column_text(found, 0));
    end_rows(found);
    bool is_listed = best != NULL;
    found = is_listed ? NULL : rows(store, SQL_PERSON_NAMES, num(person));
    while (found && next_row(store, found)) {
        const char *name = (const char *)sqlite3_column_text(found, 0);
        if (!best || fuller(name, best))
            best = arena_strdup(store->work, name);
    }
    if (best)
        ask(store, SQL_PERSON_UPDATE, num(person), str(best), num(is_listed));
}

static void drop_parties(store_t *store) {
    for (int i = 0; i < store->dirty[DIRTY_PARTY].count; i++) {
        int64_t party = store->dirty[DIRTY_PARTY].at[i];
        if (ask(store, SQL_PARTY_USED, num(party)))
            continue;
        ask(store, SQL_STATE_DELETE, num(party));
        ask(store, SQL_ORGANIZATION_DELETE, num(party));
        ask(store, SQL_PARTY_DELETE, num(party));
    }
}

/* In the order of the facts, which is that of the documents and mostly that of their texts. */
static void index_speeches(store_t *store) {
    sqlite3_stmt *found = rows(store, SQL_SPEECHES_UNINDEXED, num(store->indexed_fact));
    while (next_row(store, found))
        ask(store, SQL_SPEECH_INDEX, num(sqlite3_column_int64(found, 0)), passage(store, found, 1));
}

/* Their names are claims of documents as well, and have to be told apart. */
static void settle_organizations(store_t *store) {
    for_each(store, DIRTY_PARTY, SQL_ORGANIZATION_VOID);
    for_each(store, DIRTY_PARTY, SQL_PARTY_VOID);
    for_each(store, DIRTY_PARTY, SQL_ORGANIZATION_ACRONYM);
    for_each(store, DIRTY_PARTY, SQL_ORGANIZATION_NAME);
    for_each(store, DIRTY_PARTY, SQL_PARTY_SETTLE);
}

/* What nothing refers to any more. */
static void drop_unused(store_t *store) {
    for_each(store, DIRTY_PARTY_NAME, SQL_PARTY_NAME_DELETE);
    for_each(store, DIRTY_MEETING, SQL_MEETING_DELETE);
    for_each(store, DIRTY_INITIATIVE, SQL_INITIATIVE_DELETE);
    for_each(store, DIRTY_INSTRUMENT, SQL_INSTRUMENT_DELETE);
    for_each(store, DIRTY_PERSON, SQL_PERSON_DELETE);
}

static void settle_names(store_t *store) {
    for_each(store, DIRTY_MEETING, SQL_MEETING_SETTLE);
    for_each(store, DIRTY_INITIATIVE, SQL_INITIATIVE_SETTLE);
    for_each(store, DIRTY_INSTRUMENT, SQL_INSTRUMENT_SETTLE);
    for (int i = 0; i < store->dirty[DIRTY_PERSON].count; i++)
        settle_person(store, store->dirty[DIRTY_PERSON].at[i]);
}

static void forget(store_t *store) {
    map_clear(store->known);
    for (int i = 0; i < DIRTY_COUNT; i++)
        store->dirty[i].count = 0;
}

/* What is named already may wait for its best name until the end of the load that makes the database, and so may what is to
 * be dropped: the indexes that tell whether anything refers to it are not there. */
static void put_off(store_t *store) {
    store->dirty[DIRTY_NAMED_MEETING].count = 0;
    store->dirty[DIRTY_PARTY_NAME].count = 0;
    store->dirty[DIRTY_INITIATIVE].count = 0;
    store->dirty[DIRTY_INSTRUMENT].count = 0;
}

void settle(store_t *store) {
    arena_reset(store->work);
    same_settle(store, &same_organizations);
    same_settle(store, &same_meetings);
    who_settle(store);
    if (store->is_unfinished)
        put_off(store);
    add_all(&store->dirty[DIRTY_PARTY], &store->dirty[DIRTY_NAMED_PARTY]);
    add_all(&store->dirty[DIRTY_MEETING], &store->dirty[DIRTY_NAMED_MEETING]);
    for (int i = 0; i < DIRTY_COUNT; i++)
        sort(&store->dirty[i]);
    for_each(store, DIRTY_PERSON_NAME, SQL_PERSON_NAME_DELETE);
    settle_organizations(store);
    if (!store->is_unfinished)
        drop_unused(store);
    settle_names(store);
    if (!store->is_unfinished)
        drop_parties(store); /* after the meetings are settled, which may have been of them */
    for_each(store, DIRTY_ROLE, SQL_ROLE_DELETE);
    for_each(store, DIRTY_RULE, SQL_RULE_DELETE);
    for_each(store, DIRTY_TOPIC, SQL_TOPIC_DELETE);
    for_each(store, DIRTY_MANNER, SQL_MANNER_DELETE);
    ask(store, SQL_DOCUMENTS_INDEX, num(store->indexed_document));
    index_speeches(store);
    forget(store);
}

void settle_all(store_t *store) {
    arena_reset(store->work);
    sqlite3_stmt *found = rows_values(store, SQL_THINGS, NULL, 0);
    while (next_row(store, found))
        ids_add(&store->dirty[sqlite3_column_int(found, 0)], sqlite3_column_int64(found, 1));
    drop_unused(store);
    settle_names(store);
    drop_parties(store);
    forget(store);
}
