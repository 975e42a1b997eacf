/* A database of an older schema becomes one of today's, in place and in one transaction, so that a kill or a full disk
 * leaves it as it was. Of what it knows only the documents count: they wait in a table of their own while today's tables
 * are made, are read anew with today's words and rules (load.c), and the table goes.
 *
 * What is ours in the file is told by schema/versions, which has every statement of each version by its digest. All else
 * is the user's: tables and views stay, indexes and triggers on our tables are made again. */
#include <sha2.h>
#include <stdlib.h>
#include <string.h>

#include "embedded.h"
#include "store_parts.h"
#include "upgrade_statements.h" /* made from upgrade.sql */

extern const embedded_t schema_versions[];

enum { DIGEST = 16 }; /* hexadecimal digits of it that are on record */

/* A table, index, trigger or view in the file. */
typedef struct object {
    const char *type, *name, *table, *sql;
    bool ours;
} object_t;

struct upgrade {
    int from;
    arena_t *arena;
    const char *record; /* of that version: a line for each of our objects */
    LIST(object_t) objects;
};

int store_older(const store_t *store) {
    return store->upgrade ? store->upgrade->from : 0;
}

void upgrade_free(upgrade_t *upgrade) {
    if (!upgrade)
        return;
    arena_free(upgrade->arena);
    free(upgrade);
}

static const char *record_of(int version) {
    char name[32];
    snprintf(name, sizeof name, "%d.txt", version);
    for (const embedded_t *record = schema_versions; record->name; record++)
        if (!strcmp(record->name, name))
            return record->text;
    return NULL;
}

/* The digest on record for a name, or NULL: not ours. */
static const char *recorded(const char *record, const char *name) {
    size_t size = strlen(name);
    for (const char *line = record; *line; line = strchr(line, '\n') + 1)
        if (!sqlite3_strnicmp(line + DIGEST + 1, name, (int)size) && line[DIGEST + 1 + size] == '\n')
            return line;
    return NULL;
}

static bool is_as_recorded(const object_t *object, const char *digest) {
    char hash[SHA256_DIGEST_STRING_LENGTH];
    SHA256Data((const uint8_t *)object->sql, strlen(object->sql), hash);
    return !strncmp(hash, digest, DIGEST);
}

/* Runs a statement that only something of the user's can hinder, if not the disk. */
static int run(store_t *store, const char *sql) {
    if (store->rc || !sqlite3_exec(store->db, sql, NULL, NULL, NULL))
        return store->rc;
    if (sqlite3_errcode(store->db) == SQLITE_ERROR)
        store_fail(store, SQLITE_ERROR,
                   "something of your own is in the way of an upgrade (%s); rename it or take it out",
                   sqlite3_errmsg(store->db));
    else
        store_fail_sqlite(store);
    return store->rc;
}

static sqlite3_stmt *prepare(store_t *store, const char *sql) {
    sqlite3_stmt *statement = NULL;
    if (!store->rc && sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL))
        store_fail_sqlite(store);
    return statement;
}

static const char *copy(arena_t *arena, sqlite3_stmt *row, int column) {
    return arena_strdup(arena, (const char *)sqlite3_column_text(row, column));
}

static void list_objects(store_t *store, upgrade_t *upgrade) {
    sqlite3_stmt *found = prepare(store, upgrade_statements[UPGRADE_OBJECTS]);
    while (next_row(store, found)) {
        object_t *object = list_add(upgrade->arena, &upgrade->objects);
        *object = (object_t){copy(upgrade->arena, found, 0), copy(upgrade->arena, found, 1),
                             copy(upgrade->arena, found, 2), copy(upgrade->arena, found, 3), false};
        const char *digest = recorded(upgrade->record, object->name);
        object->ours = digest != NULL;
        if (digest && !is_as_recorded(object, digest))
            store_fail(
                store, SQLITE_ERROR,
                "its %s %s is not as scoload made it, so an upgrade might lose something; build it anew from the "
                "texts under another name",
                object->type, object->name);
    }
    sqlite3_finalize(found);
}

/* The numbers of our rows are given out anew: who refers to them would be left with others. */
static void check_references(store_t *store, const upgrade_t *upgrade, const object_t *own) {
    sqlite3_stmt *found = prepare(store, upgrade_statements[UPGRADE_REFERENCES]);
    sqlite3_bind_text(found, 1, own->name, -1, SQLITE_STATIC);
    while (next_row(store, found)) {
        const char *table = (const char *)sqlite3_column_text(found, 0);
        if (recorded(upgrade->record, table))
            store_fail(store, SQLITE_ERROR,
                       "your table %s refers to rows of %s, whose numbers an upgrade gives out anew; have it name "
                       "documents or "
                       "fact_id instead",
                       own->name, table);
    }
    sqlite3_finalize(found);
}

static void drop(store_t *store, const object_t *object) {
    char *sql = sqlite3_mprintf("DROP %s IF EXISTS \"%w\"", object->type, object->name);
    run(store, sql);
    sqlite3_free(sql);
}

/* Leaves of our tables the documents alone, under another name. */
static void clear(store_t *store, const upgrade_t *upgrade) {
    for (int i = 0; i < upgrade->objects.count; i++)
        if (!upgrade->objects.at[i].ours && !strcmp(upgrade->objects.at[i].type, "table"))
            check_references(store, upgrade, &upgrade->objects.at[i]);
    for (int i = 0; i < upgrade->objects.count; i++)
        if (upgrade->objects.at[i].ours && sqlite3_stricmp(upgrade->objects.at[i].name, "documents"))
            drop(store, &upgrade->objects.at[i]);
    run(store, upgrade_statements[UPGRADE_WAIT]);
}

/* Has SQL_DOCUMENTS give the documents that wait, or again those that are stored. */
static void read_from(store_t *store, const char *sql) {
    sqlite3_finalize(store->sql[SQL_DOCUMENTS]);
    store->sql[SQL_DOCUMENTS] = prepare(store, sql);
}

int upgrade_begin(store_t *store, int version) {
    upgrade_t *upgrade = store->upgrade = must_alloc(sizeof *upgrade);
    *upgrade = (upgrade_t){.from = version, .arena = arena_new(), .record = record_of(version)};
    if (!upgrade->record)
        store_fail(store, SQLITE_NOTADB, "of a schema %d that never was; build it anew from the texts", version);
    list_objects(store, upgrade);
    clear(store, upgrade);
    store_make_schema(store, run);
    if (!store_prepare(store))
        read_from(store, upgrade_statements[UPGRADE_WAITING]);
    return store->rc;
}

/* What the user made on our tables. */
static void make_again(store_t *store, const upgrade_t *upgrade) {
    for (int i = upgrade->objects.count; i-- > 0;) {
        const object_t *object = &upgrade->objects.at[i];
        bool on_ours =
            strcmp(object->type, "table") && strcmp(object->type, "view") && recorded(upgrade->record, object->table);
        if (!object->ours && on_ours)
            run(store, object->sql);
    }
}

void upgrade_end(store_t *store) {
    read_from(store, store_statements[SQL_DOCUMENTS]);
    run(store, upgrade_statements[UPGRADE_READ]);
    make_again(store, store->upgrade);
    upgrade_free(store->upgrade);
    store->upgrade = NULL;
}
