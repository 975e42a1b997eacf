/* People of whom a reader says that they are one, or two. Who they are is looked up in SQL (corrected_people), but for the
 * people of a document on its way in; who.c draws the conclusions. */
#include <stdlib.h>

#include "arena.h"
#include "store_parts.h"

int verdict_number(store_t *store, int64_t correction) {
    return (int)*map_at(store->verdict_numbers, &correction, sizeof correction);
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

static int stands_for(const int *standing, int i) {
    while (standing[i] != i)
        i = standing[i];
    return i;
}

/* One of the document's people, of whom a verdict speaks: 2 * verdict + 0 or 1 for its first or second. */
typedef struct claim {
    int side, who;
} claim_t;
typedef LIST(claim_t) claims_t;

static void look_up(store_t *store, const char *name, persona_t *p, int who, claims_t *out) {
    sqlite3_stmt *found = rows(store, SQL_CLAIM_VERDICTS, str(p->key), str(persona_party(p)), str(p->post), str(name));
    while (next_row(store, found)) {
        int verdict = verdict_number(store, sqlite3_column_int64(found, 0));
        *list_add(store->work, out) = (claim_t){2 * verdict + sqlite3_column_int(found, 1) - 1, who};
        if (sqlite3_column_int(found, 2))
            p->document = name;
    }
}

static int compare_claims(const void *one, const void *other) {
    const claim_t *a = one, *b = other;
    return a->side != b->side ? a->side - b->side : a->who - b->who;
}

/* The only one that a side means, from *at on, which moves behind them; NONE: none, or several. */
static int only_one(const claims_t *claims, int *at, int side) {
    int who = NONE, count = 0;
    for (; *at < claims->count && claims->at[*at].side == side; ++*at, count++)
        who = claims->at[*at].who;
    return count == 1 ? who : NONE;
}

int *verdict_claims(store_t *store, int64_t document, const char *name, persona_t *personas, int count) {
    int *standing = arena_alloc(store->work, (size_t)count * sizeof *standing + 1);
    claims_t claims = {0};
    for (int i = 0; i < count; i++)
        standing[i] = i;
    for (int i = 0; i < count && store->has_people; i++)
        look_up(store, name, &personas[i], i, &claims);
    if (claims.count)
        qsort(claims.at, (size_t)claims.count, sizeof *claims.at, compare_claims);
    for (int i = 0; i < claims.count;) {
        const verdict_t *verdict = &store->verdicts.at[claims.at[i].side / 2];
        int first = claims.at[i].side & ~1, one = only_one(&claims, &i, first),
            other = only_one(&claims, &i, first + 1);
        if (!verdict->is_same || one == NONE || other == NONE || one == other)
            continue;
        standing[stands_for(standing, other)] = stands_for(standing, one);
        ask(store, SQL_READING_ADD, num(document), num(verdict->id));
    }
    for (int i = 0; i < count; i++)
        standing[i] = stands_for(standing, i);
    return standing;
}
