/* Which organizations and meetings of different documents are one.
 *
 * Each document knows its own by some keys, no key twice. Those of different documents that share a key are one, and so
 * on from key to key, but never two that one document tells apart:
 *
 *     document 1    SCO = Shanghai Cooperation Organization
 *     document 2    SCO                                          one with that of 1
 *     document 3    Shanghai Cooperation Organization            one with both
 *     document 4    SCO; Shanghai Cooperation Organization       told apart: the latter stays by itself
 *
 * Where nothing is told apart that is plain union, and same_find does it document by document. The rest is dirty: before
 * the commit all that hangs together is worked out anew, the codes of organizations first, then key by key and document
 * by document in the order of names, so that the order of loading does not matter. That makes codes unique: those of one
 * document differ, so all that have one code become one before any two codes do. */
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "store_parts.h"

struct same {
    char what; /* for fact_move */
    int dirty;
    sql_t range, alone, keys, holders, move;
};

const same_t same_organizations = {'p',
                                   DIRTY_PARTY,
                                   SQL_ORGANIZATION_KEY_RANGE,
                                   SQL_ORGANIZATION_ALONE,
                                   SQL_ORGANIZATION_KEYS,
                                   SQL_ORGANIZATION_HOLDERS,
                                   SQL_ORGANIZATION_KEYS_MOVE};
const same_t same_meetings = {'m',
                              DIRTY_MEETING,
                              SQL_MEETING_KEY_RANGE,
                              SQL_MEETING_ALONE,
                              SQL_MEETING_KEYS,
                              SQL_MEETING_HOLDERS,
                              SQL_MEETING_KEYS_MOVE};

/* The rows that hold a key, by the lowest and the highest: whether they are one is all that matters here. */
static void add_holders(store_t *store, const same_t *same, const char *key, ids_t *holders) {
    int64_t ends[2] = {0};
    sqlite3_stmt *range = rows(store, same->range, str(key));
    if (next_row(store, range)) {
        ends[0] = sqlite3_column_int64(range, 0);
        ends[1] = sqlite3_column_int64(range, 1);
        end_rows(range);
    }
    for (int i = 0; i < 2; i++)
        if (ends[i] && !ids_have(holders, ends[i]))
            ids_add(holders, ends[i]);
}

int64_t same_find(store_t *store, const same_t *same, const strings_t *keys, const ids_t *taken, bool *is_contested) {
    ids_t holders = {0};
    int64_t row = 0;
    for (int i = 0; i < keys->count; i++)
        add_holders(store, same, keys->at[i], &holders);
    for (int i = 0; i < holders.count; i++)
        if (!ids_have(taken, holders.at[i]) && (!row || holders.at[i] < row))
            row = holders.at[i];
    *is_contested = holders.count > 1 || (holders.count && (!row || !ask(store, same->alone, num(row))));
    for (int i = 0; i < holders.count && *is_contested; i++)
        ids_add(&store->dirty[same->dirty], holders.at[i]);
    free(holders.at);
    return row;
}

/* What a document has: the unit that is joined. */
typedef struct local {
    int64_t document, row; /* the row it belongs to now */
    int parent;            /* union-find */
} local_t;

typedef struct holding {
    int rank; /* 0: by its code, 1: by any key */
    const char *key, *document;
    int local;
} holding_t;

/* All that hangs together by keys. */
typedef struct component {
    LIST(int64_t) rows;
    LIST(local_t) locals;
    LIST(holding_t) holdings;
    LIST(int) apart; /* locals of documents that have several here, document by document */
} component_t;

/* Scratch numbers of a settling, kept apart by a letter. */
static int64_t *mark(store_t *store, char letter, int64_t first, int64_t second) {
    struct {
        int64_t letter, first, second;
    } key = {letter, first, second};
    return map_at(store->scratch, &key, sizeof key);
}

static void add_row(store_t *store, component_t *component, int64_t row) {
    int64_t *seen = mark(store, 'r', row, 0);
    if (!*seen)
        *list_add(store->work, &component->rows) = row;
    *seen = 1;
}

static int local_of(store_t *store, component_t *component, int64_t document, int64_t row) {
    int64_t *number = mark(store, 'l', document, row);
    if (!*number) {
        local_t *local = list_add(store->work, &component->locals);
        *local = (local_t){.document = document, .row = row, .parent = component->locals.count - 1};
        *number = component->locals.count;
    }
    return (int)*number - 1;
}

static void add_rows_with(store_t *store, const same_t *same, component_t *component, const char *key) {
    int64_t *seen = map_at(store->scratch, key, strlen(key) + 1);
    if (*seen)
        return;
    *seen = 1;
    sqlite3_stmt *found = rows(store, same->holders, str(key));
    while (next_row(store, found))
        add_row(store, component, sqlite3_column_int64(found, 0));
}

static void load_row(store_t *store, const same_t *same, component_t *component, int64_t row) {
    sqlite3_stmt *found = rows(store, same->keys, num(row));
    while (next_row(store, found)) {
        const char *key = arena_strdup(store->work, (const char *)sqlite3_column_text(found, 0));
        int local = local_of(store, component, sqlite3_column_int64(found, 2), row);
        holding_t *holding = list_add(store->work, &component->holdings);
        *holding = (holding_t){1, key, arena_strdup(store->work, (const char *)sqlite3_column_text(found, 1)), local};
        if (sqlite3_column_int(found, 3))
            *list_add(store->work, &component->holdings) = (holding_t){0, key, holding->document, local};
        add_rows_with(store, same, component, key);
    }
}

static int compare_holdings(const void *one, const void *other) {
    const holding_t *a = one, *b = other;
    if (a->rank != b->rank)
        return a->rank - b->rank;
    int order = strcmp(a->key, b->key);
    return order ? order : strcmp(a->document, b->document);
}

static int root_of(component_t *component, int local) {
    local_t *locals = component->locals.at;
    while (locals[local].parent != local)
        local = locals[local].parent = locals[locals[local].parent].parent;
    return local;
}

/* Some document tells the two apart. */
static bool are_apart(component_t *component, int one, int other) {
    for (int i = 0; i < component->apart.count; i++)
        for (int j = i + 1; j < component->apart.count; j++) {
            int a = component->apart.at[i], b = component->apart.at[j];
            if (component->locals.at[a].document != component->locals.at[b].document)
                break;
            a = root_of(component, a), b = root_of(component, b);
            if ((a == one && b == other) || (a == other && b == one))
                return true;
        }
    return false;
}

/* Joins the holders of one key: each to the first that it may be joined to. */
static void join_holders(store_t *store, component_t *component, int first, int end) {
    LIST(int) heads = {0};
    for (int i = first; i < end; i++) {
        int mine = component->holdings.at[i].local, head = 0;
        while (head < heads.count && are_apart(component, root_of(component, mine), root_of(component, heads.at[head])))
            head++;
        if (head < heads.count)
            component->locals.at[root_of(component, mine)].parent = root_of(component, heads.at[head]);
        else
            *list_add(store->work, &heads) = mine;
    }
}

static void join(store_t *store, component_t *component) {
    holding_t *holdings = component->holdings.at;
    int count = component->holdings.count;
    qsort(holdings, (size_t)count, sizeof *holdings, compare_holdings);
    for (int first = 0, end; first < count; first = end) {
        for (end = first + 1; end < count; end++)
            if (holdings[end].rank != holdings[first].rank || strcmp(holdings[end].key, holdings[first].key))
                break;
        join_holders(store, component, first, end);
    }
}

typedef struct owner {
    int64_t document;
    int local;
} owner_t;

static int compare_owners(const void *one, const void *other) {
    const owner_t *a = one, *b = other;
    return a->document != b->document ? (a->document > b->document) - (a->document < b->document) : a->local - b->local;
}

static void find_apart(store_t *store, component_t *component) {
    int count = component->locals.count;
    owner_t *owners = arena_alloc(store->work, (size_t)count * sizeof *owners);
    for (int i = 0; i < count; i++)
        owners[i] = (owner_t){component->locals.at[i].document, i};
    qsort(owners, (size_t)count, sizeof *owners, compare_owners);
    for (int i = 0; i < count; i++)
        if ((i && owners[i].document == owners[i - 1].document) ||
            (i + 1 < count && owners[i].document == owners[i + 1].document))
            *list_add(store->work, &component->apart) = owners[i].local;
}

static int64_t new_row(store_t *store, const same_t *same) {
    if (same->what == 'm')
        return add(store, SQL_MEETING_ADD, str(""), ref(0), ref(0), ref(0), ref(0));
    int64_t party = add(store, SQL_PARTY_ADD, str("organization"), ref(0));
    ask(store, SQL_ORGANIZATION_ADD, num(party), ref(0), str(""), str(""));
    return party;
}

/* The row of each joined set, by its root. A set keeps the lowest of its rows that is wholly its own; where nothing is
 * told apart, also one of which it has the first part. So no document ever has two locals in one row on the way. */
static int64_t *choose_rows(store_t *store, const same_t *same, component_t *component) {
    int count = component->locals.count;
    int64_t *chosen = arena_zalloc(store->work, (size_t)count * sizeof *chosen);
    for (int i = 0; i < count; i++) {
        int64_t *keeper = mark(store, 'k', component->locals.at[i].row, 0);
        if (!*keeper)
            *keeper = root_of(component, i) + 1;
        else if (*keeper != root_of(component, i) + 1 && component->apart.count)
            *keeper = -1;
    }
    for (int i = 0; i < count; i++) {
        int64_t row = component->locals.at[i].row, *mine = &chosen[root_of(component, i)];
        if (*mark(store, 'k', row, 0) == root_of(component, i) + 1 && (!*mine || row < *mine))
            *mine = row;
    }
    for (int i = 0; i < count; i++)
        if (!chosen[root_of(component, i)])
            chosen[root_of(component, i)] = new_row(store, same);
    return chosen;
}

static void move_names(store_t *store, const local_t *local, int64_t to) {
    sqlite3_stmt *found = rows(store, SQL_PARTY_NAMES_IN, num(local->document), num(local->row));
    while (next_row(store, found))
        ids_add(&store->dirty[DIRTY_PARTY_NAME], sqlite3_column_int64(found, 0));
    ask(store, SQL_PARTY_NAMES_COPY, num(local->document), num(local->row), num(to));
    ask(store, SQL_PARTY_NAMINGS_MOVE, num(local->document), num(local->row), num(to));
}

static void move(store_t *store, const same_t *same, const local_t *local, int64_t to) {
    ask(store, same->move, num(local->document), num(local->row), num(to));
    if (same->what == 'p')
        move_names(store, local, to);
    fact_move(store, same->what, local->document, local->row, to);
    ids_add(&store->dirty[same->dirty], local->row);
    ids_add(&store->dirty[same->dirty], to);
}

static void settle_component(store_t *store, const same_t *same, int64_t row) {
    component_t component = {0};
    add_row(store, &component, row);
    for (int i = 0; i < component.rows.count; i++)
        load_row(store, same, &component, component.rows.at[i]);
    if (!component.locals.count)
        return;
    find_apart(store, &component);
    join(store, &component);
    const int64_t *chosen = choose_rows(store, same, &component);
    for (int i = 0; i < component.locals.count && !store->rc; i++) {
        const local_t *local = &component.locals.at[i];
        int64_t to = chosen[root_of(&component, i)];
        if (to != local->row)
            move(store, same, local, to);
    }
}

void same_settle(store_t *store, const same_t *same) {
    map_clear(store->scratch);
    int count = store->dirty[same->dirty].count;
    for (int i = 0; i < count && !store->rc; i++) {
        int64_t row = store->dirty[same->dirty].at[i];
        if (!*mark(store, 'r', row, 0))
            settle_component(store, same, row);
    }
}
