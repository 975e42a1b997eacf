/* The corrections of the database. Those of a file take the place of what was stored of it before; what a document said
 * before it was corrected is nowhere kept, so each document that a correction concerns, when it comes or goes, is to be read
 * anew from its text (rereadings). */
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "store_parts.h"

void corrections_look(store_t *store) {
    sqlite3_stmt *found = rows_values(store, SQL_CORRECTIONS_KINDS, NULL, 0);
    if (!next_row(store, found))
        return;
    store->has_wrong = sqlite3_column_int(found, 0);
    store->has_people = sqlite3_column_int(found, 1);
    store->has_names = sqlite3_column_int(found, 2);
    end_rows(found);
    arena_reset(store->verdict_arena);
    map_clear(store->verdict_numbers);
    store->verdicts.count = store->verdicts.room = 0;
    store->verdicts.at = NULL;
    found = store->has_people ? rows_values(store, SQL_VERDICTS, NULL, 0) : NULL;
    while (found && next_row(store, found)) {
        int64_t id = sqlite3_column_int64(found, 0);
        const char *why = arena_strdup(store->verdict_arena, (const char *)sqlite3_column_text(found, 2));
        *map_at(store->verdict_numbers, &id, sizeof id) = store->verdicts.count;
        *list_add(store->verdict_arena, &store->verdicts) = (verdict_t){id, sqlite3_column_int(found, 1), why};
    }
}

static const char *text_at(store_t *store, sqlite3_stmt *row, int column) {
    const char *text = (const char *)sqlite3_column_text(row, column);
    return text ? arena_strdup(store->work, text) : NULL;
}

/* ---- what names mean ---- */

/* As texts and names are compared: rather too often the same, as reading a document once too often only costs time. */
static const char *fold(const store_t *store, const char *text, arena_t *arena) {
    return store->knowledge ? knowledge_fold(store->knowledge, text, 0, arena) : text;
}

typedef struct named {
    int64_t correction;
    const char *name, *party; /* the name folded */
} named_t;
typedef LIST(named_t) named_list_t;

/* Those that the text holds. */
static named_list_t names_in(store_t *store, const document_t *document) {
    named_list_t held = {0};
    const char *text = fold(store, document->text, store->work);
    sqlite3_stmt *found = rows(store, SQL_MEANINGS, str(document->name));
    while (next_row(store, found)) {
        const char *name = fold(store, text_at(store, found, 1), store->work);
        if (strstr(text, name))
            *list_add(store->work, &held) = (named_t){sqlite3_column_int64(found, 0), name, text_at(store, found, 2)};
    }
    return held;
}

/* Whether a later one goes before it. */
static bool is_outdone(const named_list_t *names, int i) {
    for (int k = i + 1; k < names->count; k++)
        if (!strcmp(names->at[k].name, names->at[i].name))
            return true;
    return false;
}

void note_names(store_t *store, int64_t document, const document_t *of, bool is_reread) {
    if (!store->has_names)
        return;
    named_list_t names = names_in(store, of);
    if (names.count && !is_reread)
        ask(store, SQL_REREADING_ADD, num(document));
    for (int i = 0; i < names.count && is_reread; i++)
        if (!is_outdone(&names, i) && (!store->knowledge || knowledge_party(store->knowledge, names.at[i].party)))
            ask(store, SQL_READING_ADD, num(document), num(names.at[i].correction));
}

meanings_t store_meanings(store_t *store, const char *document, arena_t *arena, int *own) {
    meanings_t meanings = {0};
    sqlite3_stmt *found = rows(store, SQL_MEANINGS, str(document));
    *own = 0;
    while (next_row(store, found)) {
        *list_add(arena, &meanings) = (meaning_t){arena_strdup(arena, (const char *)sqlite3_column_text(found, 1)),
                                                  arena_strdup(arena, (const char *)sqlite3_column_text(found, 2))};
        *own |= sqlite3_column_int(found, 3);
    }
    return meanings;
}

/* ---- whom a correction concerns, when it comes or goes ---- */

static void reread_named(store_t *store, const char *document) {
    int64_t id = document ? ask(store, SQL_DOCUMENT_ID, str(document)) : 0;
    if (id)
        ask(store, SQL_REREADING_ADD, num(id));
}

static void reread_all(store_t *store, sqlite3_stmt *found) {
    while (next_row(store, found))
        ask(store, SQL_REREADING_ADD, num(sqlite3_column_int64(found, 0)));
}

static void reread_with_name(store_t *store, const correction_t *correction) {
    arena_t *arena = arena_new();
    const char *name = fold(store, correction->name, store->work);
    sqlite3_stmt *found = rows(store, SQL_TEXTS, str(correction->document));
    while (next_row(store, found)) {
        if (strstr(fold(store, (const char *)sqlite3_column_text(found, 1), arena), name))
            ask(store, SQL_REREADING_ADD, num(sqlite3_column_int64(found, 0)));
        arena_reset(arena);
    }
    arena_free(arena);
}

static void concern(store_t *store, const correction_t *correction, int64_t id) {
    sqlite3_stmt *found;
    switch (correction->kind) {
    case CORRECTION_WRONG: reread_named(store, fact_document(correction->fact, store->work)); return;
    case CORRECTION_NAME: reread_with_name(store, correction); return;
    default: break;
    }
    for (int i = 0; i < 2; i++)
        reread_named(store, correction->people[i].document);
    reread_all(store, rows(store, SQL_READING_DOCUMENTS, num(id)));
    if (correction->kind == CORRECTION_SAME)
        reread_all(store, rows(store, SQL_VERDICT_DOCUMENTS, num(id)));
    found = rows(store, SQL_VERDICT_PERSONAS, num(id));
    while (next_row(store, found))
        ids_add(&store->dirty[DIRTY_PERSONA], sqlite3_column_int64(found, 0));
}

/* ---- a file takes the place of what was stored of it ---- */

typedef struct kept {
    int64_t id;
    correction_t correction;
    const char *text;
} kept_t;
typedef LIST(kept_t) kept_list_t;

static correction_person_t person_at(store_t *store, sqlite3_stmt *row, int column) {
    return (correction_person_t){text_at(store, row, column), text_at(store, row, column + 1),
                                 text_at(store, row, column + 2), text_at(store, row, column + 3)};
}

static kept_t kept_at(store_t *store, sqlite3_stmt *row) {
    kept_t kept = {.id = sqlite3_column_int64(row, 16)};
    const char *kind = (const char *)sqlite3_column_text(row, 0);
    while (strcmp(correction_kinds[kept.correction.kind], kind))
        kept.correction.kind++;
    kept.correction.fact = text_at(store, row, 1);
    kept.correction.name = text_at(store, row, 2);
    kept.correction.party = text_at(store, row, 3);
    kept.correction.document = text_at(store, row, 4);
    kept.correction.why = text_at(store, row, 5);
    kept.correction.author = text_at(store, row, 6);
    kept.correction.date = text_at(store, row, 7);
    kept.correction.people[0] = person_at(store, row, 8);
    kept.correction.people[1] = person_at(store, row, 12);
    kept.text = correction_text(&kept.correction, store->work);
    return kept;
}

static void insert(store_t *store, const char *source, const correction_t *c) {
    int64_t id = add(store, SQL_CORRECTION_ADD, str(source), str(correction_kinds[c->kind]), str(c->fact), str(c->name),
                     str(c->party), str(c->document), str(c->why), str(c->author), str(c->date));
    for (int i = 0; i < 2 && c->people[0].name; i++) {
        const correction_person_t *p = &c->people[i];
        const char *key = store->knowledge ? knowledge_fold(store->knowledge, p->name, 1, store->work) : p->name;
        ask(store, SQL_CORRECTION_PERSON_ADD, num(id), num(i + 1), str(p->name), str(key), str(p->party),
            str(p->office), str(p->document));
    }
    concern(store, c, id);
}

enum { STORED = 1, WANTED = 2 };

static int64_t *state_of(store_t *store, const char *text) {
    return map_at(store->scratch, text, strlen(text));
}

/* Of each correction, by its text, whether it is stored and whether it is wanted. */
static kept_list_t compare(store_t *store, const corrections_t *file, bool *is_same) {
    kept_list_t all = {0};
    int both = 0;
    map_clear(store->scratch);
    sqlite3_stmt *found = rows(store, SQL_CORRECTIONS_OF, str(file->id));
    while (next_row(store, found)) {
        kept_t kept = kept_at(store, found);
        *list_add(store->work, &all) = kept;
        *state_of(store, kept.text) |= STORED;
    }
    for (int i = 0; i < file->list.count; i++) {
        int64_t *state = state_of(store, correction_text(&file->list.at[i], store->work));
        *state |= WANTED;
        both += *state == (STORED | WANTED);
    }
    *is_same = both == all.count && both == file->list.count;
    return all;
}

int store_correct(store_t *store, const corrections_t *file) {
    bool is_same;
    arena_reset(store->work);
    map_clear(store->known);
    kept_list_t stored = compare(store, file, &is_same);
    if (is_same || store->rc)
        return store->rc ? -1 : 0;
    store_begin(store);
    for (int i = 0; i < stored.count; i++)
        if (!(*state_of(store, stored.at[i].text) & WANTED)) {
            concern(store, &stored.at[i].correction, stored.at[i].id);
            ask(store, SQL_CORRECTION_PEOPLE_DELETE, num(stored.at[i].id));
            ask(store, SQL_CORRECTION_READINGS_DELETE, num(stored.at[i].id));
            ask(store, SQL_CORRECTION_DELETE, num(stored.at[i].id));
        }
    for (int i = 0; i < file->list.count; i++)
        if (!(*state_of(store, correction_text(&file->list.at[i], store->work)) & STORED))
            insert(store, file->id, &file->list.at[i]);
    corrections_look(store);
    return store->rc ? -1 : 1;
}

int store_unfit(store_t *store, int *all) {
    int unfit = 0;
    sqlite3_stmt *found = rows_values(store, SQL_CORRECTIONS_UNFIT, NULL, 0);
    if (next_row(store, found)) {
        *all = sqlite3_column_int(found, 0);
        unfit = sqlite3_column_int(found, 1);
        end_rows(found);
    }
    return store->rc ? -1 : unfit;
}
