#include "store.h"

#include <stdlib.h>

#include "arena.h"
#include "store_parts.h"

const char store_plain[] = "PRAGMA journal_mode = DELETE;";

/* No locks, as one thread alone stores, and no counts of memory. Heeded only if nothing has been asked of SQLite yet. */
static void set_sqlite_up(void) {
    sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

int store_open(const char *path, const knowledge_t *knowledge, store_t **out) {
    set_sqlite_up();
    store_t *store = must_alloc(sizeof *store);
    const char *own = knowledge ? knowledge_own(knowledge) : NULL;
    *store = (store_t){.knowledge = knowledge,
                       .known = map_new(),
                       .scratch = map_new(),
                       .work = arena_new(),
                       .text = arena_new(),
                       .verdict_arena = arena_new(),
                       .verdict_numbers = map_new(),
                       .maker = sqlite3_mprintf("scoload " SCODB_VERSION "%s%s", own ? " with " : "", own ? own : "")};
    *out = store;
    return store_file_open(store, path);
}

const char *store_error(const store_t *store) {
    return store->error;
}

/* Takes a transaction back, and with it all that was known of rows made in it. */
static int give_up(store_t *store) {
    store_roll_back(store);
    return -1;
}

static void count_rows(store_t *store) {
    store->last_document = store->indexed_document = act(store, SQL_DOCUMENT_LAST);
    store->last_fact = store->indexed_fact = act(store, SQL_FACT_LAST);
    store->text_of = 0;
}

/* From the second transaction on changes go to a log beside the file, so that others can read what was committed before.
 * One by itself is done sooner by the rollback journal, into which new pages need not go; and it has to do where there can
 * be no log, as somebody has the file open or it lies on another machine. */
static void begin_log(store_t *store) {
    if (store->has_begun && !store->has_log) {
        sqlite3_exec(store->db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
        store->has_log = true;
    }
    store->has_begun = true;
}

/* References are looked up as rows come and go, but for two cases, where what a load puts and drops by itself is right
 * (tests/sql holds it to that): while the database is made, as that takes a sixth of the time, and when documents are taken
 * out, as SQLite would walk through all documents for each name that goes. Tables of the user's own may refer to ours. */
static bool needs_references(store_t *store) {
    return !(store->has_removed || store_unfinished(store)) || act(store, SQL_REFERENCES_OF_OTHERS);
}

void store_check_references(store_t *store, bool checks) {
    if (checks != store->checks_references)
        sqlite3_exec(store->db, checks ? "PRAGMA foreign_keys = ON" : "PRAGMA foreign_keys = OFF", NULL, NULL, NULL);
    store->checks_references = checks;
}

void store_begin(store_t *store) {
    if (!sqlite3_get_autocommit(store->db))
        return;
    begin_log(store);
    store_check_references(store, needs_references(store));
    act(store, SQL_BEGIN);
    store->is_unfinished = store_unfinished(store); /* another loader may have finished it */
    count_rows(store);
    corrections_look(store);
}

const char *store_maker(const store_t *store) {
    return store->maker;
}

const char *store_other_maker(const store_t *store) {
    return store->other_maker;
}

static void set_maker(store_t *store, const char *maker) {
    ask(store, SQL_MADE, str(maker));
    sqlite3_free(store->other_maker);
    store->other_maker = NULL;
}

void store_refreshed(store_t *store) {
    store_begin(store);
    set_maker(store, store->maker);
}

const char *store_digest(const document_t *document, char room[SHA256_DIGEST_STRING_LENGTH]) {
    return document->digest ? document->digest : SHA256Data((const uint8_t *)document->text, document->size, room);
}

static bool is_same(store_t *store, const document_t *document) {
    char room[SHA256_DIGEST_STRING_LENGTH];
    return ask(store, SQL_DOCUMENT_SAME, str(document->name), str(store_digest(document, room)), str(document->title),
               str(document->publisher), str(document->uri), str(document->published), str(document->language));
}

stored_t store_check(store_t *store, const document_t *document, int replace) {
    if (store->rc)
        return STORE_FAILED;
    stored_t outcome = STORED_NEW;
    if (ask(store, SQL_DOCUMENT_ID, str(document->name)))
        outcome = is_same(store, document) ? STORED_SAME : replace ? STORED_REPLACED : STORE_REFUSED;
    if (outcome == STORE_REFUSED)
        snprintf(
            store->error, sizeof store->error,
            "another text or other metadata are stored under this name; replace it (--replace) or name it otherwise");
    return store->rc ? STORE_FAILED : outcome;
}

/* What only this document did wrong: contradictions to the schema's own rules. */
static bool is_refusal(int rc) {
    return (rc & 0xff) == SQLITE_CONSTRAINT || (rc & 0xff) == SQLITE_TOOBIG || (rc & 0xff) == SQLITE_MISMATCH;
}

/* Ends the savepoint of a document: all of it stays, or nothing. */
static stored_t close_document(store_t *store, stored_t outcome) {
    if (!store->rc)
        act(store, SQL_RELEASE);
    if (!store->rc)
        return outcome;
    if (!is_refusal(store->rc) || sqlite3_get_autocommit(store->db) || store->upgrade) {
        give_up(store);
        return STORE_FAILED;
    }
    store->rc = 0;
    map_clear(store->known);
    act(store, SQL_UNDO);
    act(store, SQL_RELEASE);
    return store->rc ? STORE_FAILED : STORE_REFUSED;
}

/* The first document that is put, where others read those before it. */
static void note_maker(store_t *store) {
    static const char several[] = "scoload, different versions or words; scoload --refresh reads all anew with one";
    if (store->other_maker && !store->upgrade)
        set_maker(store, act(store, SQL_DOCUMENT_ANY) ? several : store->maker);
}

static stored_t put(store_t *store, const facts_t *facts, int replace, bool is_reread) {
    stored_t outcome = store_check(store, &facts->document, replace);
    if (outcome == STORED_SAME && replace)
        outcome = STORED_REPLACED;
    store->has_removed |= outcome == STORED_REPLACED;
    if (outcome == STORED_NEW || outcome == STORED_REPLACED) {
        arena_reset(store->work);
        store_begin(store);
        note_maker(store);
        act(store, SQL_SAVEPOINT);
        int64_t old = ask(store, SQL_DOCUMENT_ID, str(facts->document.name));
        if (old)
            remove_document(store, old);
        put_document(store, facts, is_reread);
        outcome = close_document(store, outcome);
    }
    return outcome;
}

stored_t store_put(store_t *store, const facts_t *facts, int replace) {
    return put(store, facts, replace, false);
}

stored_t store_reread(store_t *store, const facts_t *facts) {
    return put(store, facts, 1, true);
}

int store_remove(store_t *store, const char *name) {
    int64_t document = ask(store, SQL_DOCUMENT_ID, str(name));
    if (document) {
        store->has_removed = true;
        store_begin(store);
        remove_document(store, document);
    }
    if (store->rc)
        return give_up(store);
    return document != 0;
}

static const char *text_at(sqlite3_stmt *rows, int column) {
    return (const char *)sqlite3_column_text(rows, column);
}

static int visit_documents(store_t *store, sqlite3_stmt *found, int (*visit)(void *, const document_t *),
                           void *context) {
    int stopped = 0;
    while (!stopped && next_row(store, found)) {
        document_t document = {.name = text_at(found, 0),
                               .title = text_at(found, 1),
                               .publisher = text_at(found, 2),
                               .uri = text_at(found, 3),
                               .published = text_at(found, 4),
                               .language = text_at(found, 5),
                               .text = text_at(found, 6)};
        document.size = (size_t)sqlite3_column_bytes(found, 6);
        stopped = visit(context, &document);
    }
    end_rows(found);
    return store->rc ? -1 : stopped;
}

int store_documents(store_t *store, const char *after, int (*visit)(void *context, const document_t *document),
                    void *context) {
    return visit_documents(store, rows(store, SQL_DOCUMENTS, str(after ? after : "")), visit, context);
}

int store_rereading(store_t *store, const char *after, int (*visit)(void *context, const document_t *document),
                    void *context) {
    return visit_documents(store, rows(store, SQL_REREADINGS, str(after ? after : "")), visit, context);
}

int store_commit(store_t *store) {
    if (store->rc)
        return -1;
    if (sqlite3_get_autocommit(store->db))
        return 0;
    settle(store);
    if (store->upgrade)
        count_rows(store);
    else
        act(store, SQL_COMMIT);
    return store->rc ? give_up(store) : 0;
}

int store_upgrade(store_t *store) {
    settle(store);
    upgrade_end(store);
    act(store, SQL_COMMIT);
    return store->rc ? give_up(store) : 0;
}

void store_close(store_t *store) {
    if (!store)
        return;
    for (int i = 0; i < SQL_COUNT; i++)
        sqlite3_finalize(store->sql[i]);
    if (store->has_log) {
        give_up(store);
        sqlite3_exec(store->db, store_plain, NULL, NULL, NULL); /* or a later call, if somebody has the file open */
    }
    sqlite3_close(store->db); /* rolls back */
    for (int i = 0; i < DIRTY_COUNT; i++)
        free(store->dirty[i].at);
    upgrade_free(store->upgrade);
    sqlite3_free(store->maker);
    sqlite3_free(store->other_maker);
    map_free(store->known);
    map_free(store->scratch);
    arena_free(store->work);
    arena_free(store->text);
    arena_free(store->verdict_arena);
    map_free(store->verdict_numbers);
    free(store);
}
