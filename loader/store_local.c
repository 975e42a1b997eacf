#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "store_parts.h"

/* An organization of this document: the parties that it stands for, and the keys by which it is known. */
typedef struct name {
    const party_t *party;
    const char *acronym, *full; /* NULL: none, or another organization of the document has that key */
} name_t;

static int64_t *owner(store_t *store, const char *key) {
    return map_at(store->scratch, key, strlen(key));
}

static bool is_organization(const party_t *party) {
    return !strcmp(party->kind, "organization");
}

static const char *full_name(const party_t *party) {
    return party->name ? party->name : party->code;
}

static bool has_acronym(const party_t *party) {
    return strcmp(party->code, full_name(party)) != 0;
}

/* Gives each key to one party of the document: acronyms first, then the full names beside them, then bare names. */
static void share_out_keys(store_t *store, const facts_t *facts) {
    map_clear(store->scratch);
    for (int round = 0; round < 3; round++)
        for (int i = 0; i < facts->parties.count; i++) {
            const party_t *party = &facts->parties.at[i];
            if (!is_organization(party) || has_acronym(party) != (round < 2))
                continue;
            int64_t *holder = owner(store, round ? full_name(party) : party->code);
            *holder = *holder ? *holder : i + 1;
        }
}

static const char *kind_of(const party_t *party) {
    return party->sort ? party->sort : "organization";
}

static int64_t find_or_make(store_t *store, const name_t *name, const ids_t *taken, bool *is_plain) {
    strings_t keys = {0};
    bool is_contested;
    const char *kind = kind_of(name->party);
    if (name->acronym)
        *list_add(store->work, &keys) = name->acronym;
    if (name->full)
        *list_add(store->work, &keys) = name->full;
    int64_t party = same_find(store, &same_organizations, &keys, taken, &is_contested);
    bool is_new = !party;
    if (is_new) {
        const char *acronym = is_contested ? NULL : name->acronym, *full = name->full ? name->full : name->acronym;
        party = add(store, SQL_PARTY_ADD, str("organization"), str(is_contested ? NULL : acronym ? acronym : full));
        ask(store, SQL_ORGANIZATION_ADD, num(party), str(acronym), str(full), str(name->full ? kind : "organization"));
    }
    *is_plain =
        !is_contested && ask(store, SQL_ORGANIZATION_IS, num(party), str(name->acronym), str(name->full), str(kind));
    if (!*is_plain)
        ids_add(&store->dirty[is_contested ? DIRTY_PARTY : DIRTY_NAMED_PARTY], party);
    return party;
}

static int64_t organization(store_t *store, const name_t *name, const ids_t *taken) {
    int64_t *known = KNOWN(store, "organization", name->acronym, name->full, kind_of(name->party));
    if (*known && !ids_have(taken, *known))
        return *known;
    bool is_plain;
    int64_t party = find_or_make(store, name, taken, &is_plain);
    *known = is_plain ? party : 0;
    return party;
}

void local_organizations(store_t *store, int64_t document, const facts_t *facts, int64_t *parties) {
    ids_t taken = {0};
    share_out_keys(store, facts);
    for (int i = 0; i < facts->parties.count; i++) {
        const party_t *party = &facts->parties.at[i];
        if (!is_organization(party) || *owner(store, party->code) != i + 1)
            continue;
        name_t name = {party, has_acronym(party) ? party->code : NULL,
                       *owner(store, full_name(party)) == i + 1 ? full_name(party) : NULL};
        parties[i] = organization(store, &name, &taken);
        ids_add(&taken, parties[i]);
        if (name.acronym)
            ask(store, SQL_ORGANIZATION_KEY_ADD, str(name.acronym), num(parties[i]), num(document), ref(0));
        if (name.full)
            ask(store, SQL_ORGANIZATION_KEY_ADD, str(name.full), num(parties[i]), num(document), str(kind_of(party)));
    }
    for (int i = 0; i < facts->parties.count; i++)
        if (is_organization(&facts->parties.at[i]))
            parties[i] = parties[*owner(store, facts->parties.at[i].code) - 1];
    free(taken.at);
}

static int first_of(const int *same_as, int meeting) {
    while (same_as[meeting] != meeting)
        meeting = same_as[meeting];
    return meeting;
}

/* For each meeting an earlier one that shares a key with it, or itself; and the keys of all that are one. */
static strings_t *fold_meetings(store_t *store, const facts_t *facts, int *same_as) {
    strings_t *keys = arena_zalloc(store->work, (size_t)facts->meetings.count * sizeof *keys);
    map_clear(store->scratch);
    for (int i = 0; i < facts->meetings.count; i++) {
        const meeting_t *meeting = &facts->meetings.at[i];
        same_as[i] = i;
        for (int k = 0; k < meeting->keys.count; k++) {
            int64_t *holder = owner(store, meeting->keys.at[k]);
            *holder = *holder ? *holder : i + 1;
            int one = first_of(same_as, (int)*holder - 1), other = first_of(same_as, i);
            same_as[one > other ? one : other] = one < other ? one : other;
        }
    }
    for (int i = 0; i < facts->meetings.count; i++)
        for (int k = 0; k < facts->meetings.at[i].keys.count; k++) {
            int64_t *holder = owner(store, facts->meetings.at[i].keys.at[k]);
            if (*holder)
                *list_add(store->work, &keys[first_of(same_as, i)]) = facts->meetings.at[i].keys.at[k];
            *holder = 0;
        }
    return keys;
}

static int64_t find_or_make_meeting(store_t *store, const meeting_t *meeting, const strings_t *keys,
                                    int64_t organization, const ids_t *taken) {
    bool is_contested;
    value_t name = str(meeting->name), date = str(meeting->date), place = str(meeting->place);
    int64_t row = same_find(store, &same_meetings, keys, taken, &is_contested);
    bool is_new = !row;
    if (is_new)
        row = add(store, SQL_MEETING_ADD, name, ref(organization), ref(meeting->ordinal), date, place);
    if (is_contested)
        ids_add(&store->dirty[DIRTY_MEETING], row);
    else if (!is_new &&
             !ask(store, SQL_MEETING_IS, num(row), name, ref(organization), ref(meeting->ordinal), date, place))
        ids_add(&store->dirty[DIRTY_NAMED_MEETING], row);
    return row;
}

void local_meetings(store_t *store, int64_t document, const facts_t *facts, const int64_t *parties, int64_t *meetings,
                    bool *first) {
    ids_t taken = {0};
    int *same_as = arena_alloc(store->work, (size_t)facts->meetings.count * sizeof *same_as);
    const strings_t *keys = fold_meetings(store, facts, same_as);
    for (int i = 0; i < facts->meetings.count; i++) {
        const meeting_t *meeting = &facts->meetings.at[i];
        first[i] = same_as[i] == i;
        meetings[i] = meetings[first_of(same_as, i)];
        if (!first[i])
            continue;
        int64_t organization = meeting->organization == NONE ? 0 : parties[meeting->organization];
        meetings[i] = find_or_make_meeting(store, meeting, &keys[i], organization, &taken);
        ids_add(&taken, meetings[i]);
        for (int k = 0; k < keys[i].count; k++)
            ask(store, SQL_MEETING_KEY_ADD, str(keys[i].at[k]), num(meetings[i]), num(document));
    }
    free(taken.at);
}
