/* People of whom a reader says that they are one, or two. Who they are is looked up in SQL (corrected_people), but for the
 * people of a document on its way in; who.c draws the conclusions. */
#include <string.h>

#include "arena.h"
#include "store_parts.h"

int verdict_number(const store_t *store, int64_t correction) {
    int i = store->verdicts.count - 1;
    while (i >= 0 && store->verdicts.at[i].id != correction)
        i--;
    return i;
}

typedef LIST(int) sides_t;

static bool has_side(const sides_t *sides, int side) {
    for (int i = 0; i < sides->count; i++)
        if (sides->at[i] == side)
            return true;
    return false;
}

/* A persona that is both people of a verdict is neither. */
void verdict_marks(store_t *store, persona_t *p) {
    sides_t sides = {0};
    if (!store->has_people)
        return;
    sqlite3_stmt *found = rows(store, SQL_PERSONA_VERDICTS, num(p->id));
    while (next_row(store, found)) {
        int verdict = verdict_number(store, sqlite3_column_int64(found, 0));
        *list_add(store->work, &sides) = 2 * verdict + sqlite3_column_int(found, 1) - 1;
    }
    for (int i = 0; i < sides.count; i++) {
        int side = sides.at[i];
        if (has_side(&sides, side ^ 1))
            continue;
        if (store->verdicts.at[side / 2].is_same)
            *list_add(store->work, &p->same) = side;
        else
            *list_add(store->work, &p->apart) = side;
    }
}

/* ---- of one document ---- */

static int stands_for(const int *claims, int i) {
    while (claims[i] != i)
        i = claims[i];
    return i;
}

/* By side of a verdict the only one of the document's people, NONE: there is none, or several. */
typedef struct claimed {
    int *who;
    bool *found;
} claimed_t;

static void look_up(store_t *store, const char *name, persona_t *p, int number, claimed_t *claimed) {
    sqlite3_stmt *found = rows(store, SQL_CLAIM_VERDICTS, str(p->key), str(persona_party(p)), str(p->post), str(name));
    while (next_row(store, found)) {
        int side = 2 * verdict_number(store, sqlite3_column_int64(found, 0)) + sqlite3_column_int(found, 1) - 1;
        claimed->who[side] = claimed->found[side] ? NONE : number;
        claimed->found[side] = true;
        if (sqlite3_column_int(found, 2))
            p->document = name;
    }
}

int *verdict_claims(store_t *store, int64_t document, const char *name, persona_t *personas, int count) {
    int *claims = arena_alloc(store->work, (size_t)count * sizeof *claims + 1);
    for (int i = 0; i < count; i++)
        claims[i] = i;
    if (!store->has_people)
        return claims;
    size_t sides = 2 * (size_t)store->verdicts.count;
    claimed_t claimed = {arena_alloc(store->work, sides * sizeof *claimed.who),
                         arena_zalloc(store->work, sides * sizeof *claimed.found)};
    for (int i = 0; i < count; i++)
        look_up(store, name, &personas[i], i, &claimed);
    for (int v = 0; v < store->verdicts.count; v++) {
        int one = claimed.found[2 * v] ? claimed.who[2 * v] : NONE;
        int other = claimed.found[2 * v + 1] ? claimed.who[2 * v + 1] : NONE;
        if (!store->verdicts.at[v].is_same || one == NONE || other == NONE || one == other)
            continue;
        claims[stands_for(claims, other)] = stands_for(claims, one);
        ask(store, SQL_READING_ADD, num(document), num(store->verdicts.at[v].id));
    }
    for (int i = 0; i < count; i++)
        claims[i] = stands_for(claims, i);
    return claims;
}
