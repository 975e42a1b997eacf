/* What waits for the end of a load that makes the database: indexes that only readers ask, names to show, full text in one
 * piece. All of that is one transaction, whose statistics (sqlite_stat1) tell that it was done. */
#include "embedded.h"
#include "store_parts.h"

extern const embedded_t schema_lookup[];

static const char MERGE[] =
    "INSERT INTO documents_fts (documents_fts) VALUES ('optimize');"
    "INSERT INTO statements_fts (statements_fts) VALUES ('optimize');" FULL_TEXT("documents_fts", 4, 16, 1048576)
        FULL_TEXT("statements_fts", 4, 16, 1048576);
/* Indexes and the copy are sorted and written from one end to the other: what does not fit into a small cache goes to a file. */
static const char STREAM[] = "PRAGMA temp_store = FILE; PRAGMA cache_size = -16384;";

int store_unfinished(store_t *store) {
    return !act(store, SQL_FINISHED);
}

static void complete(store_t *store) {
    store_check_references(store, true);
    act(store, SQL_BEGIN);
    if (store_unfinished(store)) {
        store_run(store, schema_lookup->text);
        settle_all(store);
    }
    store_run(store, "ANALYZE");
    act(store, SQL_COMMIT);
    store_roll_back(store); /* what failed */
}

/* Pages that are free cost nothing but room: a copy without them is made where they are many. */
static bool has_much_free(store_t *store) {
    enum { FEW = 20 }; /* one in so many */
    return act(store, SQL_PAGES_FREE) > act(store, SQL_PAGES) / FEW;
}

/* Whether another program has the file open; that is no failure. */
static bool is_shared(store_t *store) {
    bool is_busy = (store->rc & 0xff) == SQLITE_BUSY;
    if (is_busy)
        store->rc = 0;
    return is_busy;
}

int store_finish(store_t *store, int compact) {
    if (store_commit(store))
        return -1;
    if (!compact)
        return 0;
    bool was_unfinished = store_unfinished(store);
    store_run(store, store_plain);
    bool shared = is_shared(store);
    store_run(store, STREAM);
    store_run(store, MERGE);
    complete(store);
    if (!shared && (!was_unfinished || has_much_free(store)))
        store_run(store, "VACUUM");
    shared |= is_shared(store);
    return store->rc ? -1 : shared;
}
