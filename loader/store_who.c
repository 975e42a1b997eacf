/* A document's people become personas, and personas people: who.c decides, over all that could have to do with each
 * other by their keys. As in store_same.c what is dirty is worked out before the commit; a person's row is kept where
 * that is possible, and no document ever has two of its people in one row on the way. */
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "store_parts.h"
#include "who.h"

/* ---- of one document ---- */

static int year_of(const char *day) {
    return day ? (int)strtol(day, NULL, 10) : 0;
}

/* The people of a document as it presents them; the first office that it gives of each counts. */
static persona_t *personas_of(store_t *store, const facts_t *facts) {
    const bool *wrong = wrong_offices(store, facts);
    persona_t *personas = arena_zalloc(store->work, (size_t)facts->people.count * sizeof *personas);
    for (int i = 0; i < facts->people.count; i++) {
        const person_t *person = &facts->people.at[i];
        personas[i].key = person->key;
        personas[i].listed = person->listed ? person->name : NULL;
        personas[i].year = year_of(facts->document.published);
    }
    for (int i = facts->offices.count - 1; i >= 0; i--) {
        const office_t *office = &facts->offices.at[i];
        const party_t *party = office->party == NONE ? NULL : &facts->parties.at[office->party];
        persona_t *p = &personas[office->person];
        if (wrong && wrong[i])
            continue;
        p->post = office->post ? office->post : office->role;
        p->rank = office->rank;
        p->state = party && !strcmp(party->kind, "state") ? party->code : NULL;
        p->organization = party && !strcmp(party->kind, "organization") ? party->code : NULL;
    }
    return personas;
}

/* How many of the document: have a word in their name ('w'); are not listed ('u'), are so for a party ('p'), for no state
 * ('n'), for a party under a single word ('s'). */
static int64_t *sharing(store_t *store, char what, const char *word) {
    size_t size = strlen(word);
    char *key = arena_alloc(store->work, size + 1);
    *key = what;
    memcpy(key + 1, word, size);
    return map_at(store->scratch, key, size + 1);
}

static const char *next_word(store_t *store, const char **rest) {
    size_t size = strcspn(*rest, " ");
    const char *word = size ? arena_strndup(store->work, *rest, size) : NULL;
    *rest += size + ((*rest)[size] == ' ');
    return word;
}

static bool is_short(const persona_t *p) {
    return !strchr(p->key, ' ');
}

static void count_sharing(store_t *store, const persona_t *personas, const int *claims, int count) {
    map_clear(store->scratch);
    for (int i = 0; i < count; i++) {
        if (claims[i] != i)
            continue;
        const char *rest = personas[i].key;
        for (const char *word; (word = next_word(store, &rest));) {
            int64_t *last = sharing(store, 'l', word), is_new = *last != i + 1;
            *last = i + 1;
            *sharing(store, 'w', word) += is_new;
        }
        if (personas[i].listed)
            continue;
        ++*sharing(store, 'u', "");
        ++*sharing(store, 'p', persona_party(&personas[i]));
        *sharing(store, 'n', "") += !personas[i].state;
        *sharing(store, 's', persona_party(&personas[i])) += is_short(&personas[i]);
    }
}

/* The document has somebody else with whom other documents could make this one a single person. Rather too often: it
 * costs a little time, and once too seldom would mix two people up for good. */
static bool is_alike(store_t *store, const persona_t *p) {
    const char *rest = p->key;
    for (const char *word; (word = next_word(store, &rest));)
        if (*sharing(store, 'w', word) > 1)
            return true;
    if (p->listed)
        return *sharing(store, 's', persona_party(p)) > 0;
    return p->state ? *sharing(store, 'p', p->state) + *sharing(store, 'n', "") > 1 : *sharing(store, 'u', "") > 1;
}

static int64_t *known_persona(store_t *store, const char *what, const persona_t *p) {
    return KNOWN(store, what, p->key, p->listed, p->state ? "s" : "o", persona_party(p), p->post, p->rank, p->document,
                 arena_printf(store->work, "%d", p->year));
}

static void add_persona(store_t *store, persona_t *p, const char *name, const ids_t *taken) {
    p->person = ask(store, SQL_PERSONA_NEAR, str(p->key), str(p->listed), str(p->state), str(p->organization));
    if (!p->person || ids_have(taken, p->person))
        p->person = add(store, SQL_PERSON_ADD, str(name), num(p->listed != NULL));
    p->id = add(store, SQL_PERSONA_ADD, str(p->key), str(p->listed), str(p->state), str(p->organization), str(p->post),
                str(p->rank), ref(p->year), str(p->document), num(p->person));
    strings_t keys = persona_keys(p, store->work);
    for (int i = 0; i < keys.count; i++)
        ask(store, SQL_PERSONA_KEY_ADD, str(keys.at[i]), num(p->id));
    ids_add(&store->dirty[DIRTY_PERSONA], p->id);
}

static void find_persona(store_t *store, persona_t *p, const char *name, const ids_t *taken) {
    p->id = *known_persona(store, "persona", p);
    p->person = *known_persona(store, "person", p);
    if (p->id)
        return;
    sqlite3_stmt *found = rows(store, SQL_PERSONA_FIND, str(p->key), str(p->listed), str(p->state),
                               str(p->organization), str(p->post), str(p->rank), ref(p->year), str(p->document));
    if (next_row(store, found)) {
        p->id = sqlite3_column_int64(found, 0);
        p->person = sqlite3_column_int64(found, 1);
        end_rows(found);
    } else {
        add_persona(store, p, name, taken);
    }
    *known_persona(store, "persona", p) = p->id;
    *known_persona(store, "person", p) = p->person;
}

/* A name that is fuller than the one shown is shown from now on; other changes wait for the settling. */
static void show_name(store_t *store, const persona_t *p, const char *name) {
    int64_t *shown = KNOWN(store, "shown", arena_printf(store->work, "%lld", (long long)p->person), name, p->listed);
    if (*shown)
        return;
    *shown = 1;
    sqlite3_stmt *found = rows(store, SQL_PERSON, num(p->person));
    if (!next_row(store, found))
        return;
    bool was_listed = sqlite3_column_int(found, 1);
    bool is_fuller = fuller(name, (const char *)sqlite3_column_text(found, 0));
    end_rows(found);
    if (was_listed != (p->listed != NULL))
        ids_add(&store->dirty[DIRTY_PERSON], p->person);
    else if (!was_listed && is_fuller)
        ask(store, SQL_PERSON_UPDATE, num(p->person), str(name), num(0));
}

static const char *fullest_name(const person_t *person) {
    const char *name = person->name;
    for (int i = 0; i < person->forms.count && !person->listed; i++)
        name = fuller(person->forms.at[i], name) ? person->forms.at[i] : name;
    return name;
}

/* ---- of all documents ---- */

typedef struct block {
    LIST(int64_t) ids;
    persona_t *personas;
    int count;
    bool is_apart;  /* some document tells some of them apart */
    bool is_joined; /* corrections join some of them */
} block_t;

static int64_t *seen(store_t *store, char what, int64_t id) {
    struct {
        int64_t what, id;
    } key = {what, id};
    return map_at(store->scratch, &key, sizeof key);
}

static void add_id(store_t *store, block_t *block, int64_t id) {
    if (!(*seen(store, 'p', id))++)
        *list_add(store->work, &block->ids) = id;
}

static void add_ids(store_t *store, block_t *block, sqlite3_stmt *found) {
    while (next_row(store, found))
        add_id(store, block, sqlite3_column_int64(found, 0));
}

static void add_holders(store_t *store, block_t *block, const char *key) {
    if (!(*map_at(store->scratch, key, strlen(key)))++)
        add_ids(store, block, rows(store, SQL_PERSONA_HOLDERS, str(key)));
}

static const char *text_in(store_t *store, sqlite3_stmt *row, int column) {
    const char *text = (const char *)sqlite3_column_text(row, column);
    return text ? arena_strdup(store->work, text) : NULL;
}

static void load_persona(store_t *store, int64_t id, persona_t *p) {
    sqlite3_stmt *row = rows(store, SQL_PERSONA, num(id));
    *p = (persona_t){.id = id};
    if (!next_row(store, row))
        return;
    p->key = text_in(store, row, 0);
    p->listed = text_in(store, row, 1);
    p->state = text_in(store, row, 2);
    p->organization = text_in(store, row, 3);
    p->post = text_in(store, row, 4);
    p->rank = text_in(store, row, 5);
    p->year = sqlite3_column_int(row, 6);
    p->person = sqlite3_column_int64(row, 7);
    p->old_reason = text_in(store, row, 8);
    p->document = text_in(store, row, 9);
    end_rows(row);
    verdict_marks(store, p);
}

/* The documents that tell it apart from others: any that has both, where corrections join what no name would. */
static void load_alike(store_t *store, persona_t *p, bool is_joined) {
    sqlite3_stmt *row = rows(store, is_joined ? SQL_PERSONA_DOCUMENTS : SQL_PERSONA_ALIKE, num(p->id));
    while (next_row(store, row))
        *list_add(store->work, &p->alike) = sqlite3_column_int64(row, 0);
}

/* All that hangs together with one persona, by keys, by corrections, or because it was one person so far. */
static block_t load_block(store_t *store, int64_t id) {
    block_t block = {0};
    add_id(store, &block, id);
    for (int i = 0; i < block.ids.count; i++) {
        add_ids(store, &block, rows(store, SQL_PERSONA_SIBLINGS, num(block.ids.at[i])));
        if (store->has_people)
            add_ids(store, &block, rows(store, SQL_PERSONA_LINKED, num(block.ids.at[i])));
        sqlite3_stmt *found = rows(store, SQL_PERSONA_KEYS, num(block.ids.at[i]));
        while (next_row(store, found))
            add_holders(store, &block, (const char *)sqlite3_column_text(found, 0));
    }
    block.personas = arena_alloc(store->work, (size_t)block.ids.count * sizeof *block.personas);
    block.count = block.ids.count;
    for (int i = 0; i < block.count && !store->rc; i++) {
        load_persona(store, block.ids.at[i], &block.personas[i]);
        block.is_joined |= block.personas[i].same.count > 0;
    }
    for (int i = 0; i < block.count && !store->rc; i++) {
        load_alike(store, &block.personas[i], block.is_joined);
        block.is_apart |= block.personas[i].alike.count > 0;
    }
    return block;
}

/* The row of each group, by its root: the lowest of its rows that is wholly its own; where no document tells anybody
 * apart, also one of which it has the first part. */
static int64_t *choose_rows(store_t *store, const block_t *block) {
    int64_t *chosen = arena_zalloc(store->work, (size_t)block->count * sizeof *chosen);
    for (int i = 0; i < block->count; i++) {
        int64_t *keeper = seen(store, 'k', block->personas[i].person), root = block->personas[i].root + 1;
        *keeper = !*keeper ? root : *keeper != root && block->is_apart ? -1 : *keeper;
    }
    for (int i = 0; i < block->count; i++) {
        const persona_t *p = &block->personas[i];
        int64_t *mine = &chosen[p->root];
        if (*seen(store, 'k', p->person) == p->root + 1 && (!*mine || p->person < *mine))
            *mine = p->person;
    }
    for (int i = 0; i < block->count; i++)
        if (!chosen[block->personas[i].root])
            chosen[block->personas[i].root] = add(store, SQL_PERSON_ADD, str(""), num(0));
    return chosen;
}

static void move(store_t *store, const persona_t *p, int64_t to) {
    LIST(int64_t) documents = {0};
    sqlite3_stmt *found = rows(store, SQL_PERSONA_DOCUMENTS, num(p->id));
    while (next_row(store, found))
        *list_add(store->work, &documents) = sqlite3_column_int64(found, 0);
    for (int i = 0; i < documents.count && !store->rc; i++)
        fact_move(store, 'w', documents.at[i], p->person, to);
    ids_add(&store->dirty[DIRTY_PERSON], p->person);
    ids_add(&store->dirty[DIRTY_PERSON], to);
}

static void settle_block(store_t *store, int64_t id) {
    block_t block = load_block(store, id);
    if (store->rc)
        return;
    who_resolve(block.personas, block.count, store->verdicts.at, store->work);
    const int64_t *chosen = choose_rows(store, &block);
    for (int i = 0; i < block.count && !store->rc; i++) {
        const persona_t *p = &block.personas[i];
        if (chosen[p->root] != p->person || strcmp(p->reason, p->old_reason))
            ask(store, SQL_PERSONA_UPDATE, num(p->id), num(chosen[p->root]), str(p->reason));
        if (chosen[p->root] != p->person)
            move(store, p, chosen[p->root]);
    }
}

static void note_personas(store_t *store, sqlite3_stmt *found) {
    while (next_row(store, found))
        ids_add(&store->dirty[DIRTY_PERSONA], sqlite3_column_int64(found, 0));
}

/* A persona that no document presents any more goes; those who came into question with it are settled anew. */
static void drop_unseen(store_t *store, int64_t id) {
    if (ask(store, SQL_PERSONA_APPEARS, num(id)))
        return;
    ids_add(&store->dirty[DIRTY_PERSON], ask(store, SQL_PERSONA_PERSON, num(id)));
    strings_t keys = {0};
    sqlite3_stmt *found = rows(store, SQL_PERSONA_KEYS, num(id));
    while (next_row(store, found))
        *list_add(store->work, &keys) = text_in(store, found, 0);
    for (int i = 0; i < keys.count; i++)
        note_personas(store, rows(store, SQL_PERSONA_HOLDERS, str(keys.at[i])));
    if (store->has_people) {
        note_personas(store, rows(store, SQL_PERSONA_SIBLINGS, num(id)));
        note_personas(store, rows(store, SQL_PERSONA_LINKED, num(id)));
    }
    ask(store, SQL_PERSONA_KEYS_DELETE, num(id));
    ask(store, SQL_PERSONA_NAMES_DELETE, num(id));
    ask(store, SQL_PERSONA_DELETE, num(id));
}

void who_settle(store_t *store) {
    ids_t *dirty = &store->dirty[DIRTY_PERSONA];
    for (int i = 0; i < dirty->count && !store->rc; i++)
        drop_unseen(store, dirty->at[i]);
    map_clear(store->scratch);
    for (int i = 0; i < dirty->count && !store->rc; i++)
        if (!*seen(store, 'p', dirty->at[i]) && ask(store, SQL_PERSONA_APPEARS, num(dirty->at[i])))
            settle_block(store, dirty->at[i]);
}

/* ---- a document's people become rows ---- */

/* Whether two of the document's personas were one person so far. */
static bool are_mixed(store_t *store, const persona_t *personas, const int *claims, int count) {
    bool mixed = false;
    map_clear(store->scratch);
    for (int i = 0; i < count; i++) {
        int64_t *holder = claims[i] == i ? seen(store, 'd', personas[i].person) : NULL;
        if (!holder)
            continue;
        mixed |= *holder && *holder != personas[i].id;
        *holder = personas[i].id;
    }
    return mixed;
}

/* This document tells apart what was one: the facts of the others have to move before its own come. */
static void part(store_t *store, persona_t *personas, const int *claims, int count) {
    map_clear(store->scratch);
    for (int i = 0; i < count; i++)
        if (claims[i] == i && !*seen(store, 'p', personas[i].id))
            settle_block(store, personas[i].id);
    map_clear(store->known);
    for (int i = 0; i < count; i++)
        if (claims[i] == i)
            personas[i].person = ask(store, SQL_PERSONA_PERSON, num(personas[i].id));
}

/* Whether an earlier document tells them apart as well. The later a persona came, the rarer it mostly is. */
static bool was_apart(store_t *store, int64_t one, int64_t other, int64_t document) {
    int64_t rare = one > other ? one : other, common = one > other ? other : one;
    const char *pair = arena_printf(store->work, "%lld %lld", (long long)rare, (long long)common);
    int64_t *known = KNOWN(store, "apart", pair);
    if (!*known)
        *known = ask(store, SQL_PERSONA_APART, num(rare), num(common), num(document));
    return *known;
}

/* Those of the document who are alike have to be looked at again, unless it tells nothing new of them. */
static void note_alike(store_t *store, const ids_t *alike, int64_t document) {
    enum { PAIRS_OF = 16 }; /* more are not worth the questions */
    bool ask_pairs = alike->count <= PAIRS_OF && !store->has_people;
    for (int i = 0; i < alike->count; i++) {
        bool is_told = ask_pairs;
        for (int k = 0; k < alike->count && is_told; k++)
            is_told = k == i || was_apart(store, alike->at[i], alike->at[k], document);
        if (!is_told)
            ids_add(&store->dirty[DIRTY_PERSONA], alike->at[i]);
    }
}

bool local_people(store_t *store, int64_t document, const facts_t *facts, int64_t *people, int64_t *personas) {
    ids_t taken = {0}, alike = {0};
    int count = facts->people.count, folded = 0;
    persona_t *as = personas_of(store, facts);
    const int *claims = verdict_claims(store, document, facts->document.name, as, count);
    count_sharing(store, as, claims, count);
    for (int i = 0; i < count; i++) {
        if (claims[i] != i)
            continue;
        bool told_apart = is_alike(store, &as[i]);
        find_persona(store, &as[i], fullest_name(&facts->people.at[i]), &taken);
        ask(store, SQL_APPEARANCE_ADD, num(as[i].id), num(document), num(told_apart));
        if (told_apart) {
            ids_add(&taken, as[i].person);
            ids_add(&alike, as[i].id);
        }
    }
    if (are_mixed(store, as, claims, count))
        part(store, as, claims, count);
    for (int i = 0; i < count; i++) {
        const persona_t *p = &as[claims[i]];
        folded += claims[i] != i;
        people[i] = p->person;
        personas[i] = p->id;
        show_name(store, p, fullest_name(&facts->people.at[i]));
    }
    note_alike(store, &alike, document);
    free(taken.at);
    free(alike.at);
    return folded > 0;
}
