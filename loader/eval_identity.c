#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "eval_parts.h"

/* ---- spellings that the database knows ---- */

struct spellings {
    arena_t *arena;
    map_t *parties;        /* code and spelling, plain: 1 */
    map_t *people;         /* name: place in forms + 1 */
    LIST(strings_t) forms; /* plain */
};

static const char *party_key(const char *code, const char *form, arena_t *arena) {
    return arena_printf(arena, "%s\n%s", name_plain(code, arena), name_plain(form, arena));
}

static void note_person(spellings_t *s, const char *name, const char *form) {
    int64_t *number = map_at(s->people, name, strlen(name));
    if (!*number) {
        (void)list_add(s->arena, &s->forms);
        *number = s->forms.count;
    }
    *list_add(s->arena, &s->forms.at[*number - 1]) = arena_strdup(s->arena, form);
}

spellings_t *spellings_new(sqlite3_stmt *forms) {
    spellings_t *s = must_alloc(sizeof *s);
    *s = (spellings_t){.arena = arena_new(), .parties = map_new(), .people = map_new()};
    arena_t *scratch = arena_new();
    while (sqlite3_step(forms) == SQLITE_ROW) {
        const char *kind = (const char *)sqlite3_column_text(forms, 0);
        const char *name = (const char *)sqlite3_column_text(forms, 1);
        const char *form = (const char *)sqlite3_column_text(forms, 2);
        arena_reset(scratch);
        if (!strcmp(kind, "person")) {
            note_person(s, name, name_plain(form, scratch));
            continue;
        }
        const char *key = party_key(name, form, scratch);
        *map_at(s->parties, key, strlen(key)) = 1;
    }
    arena_free(scratch);
    sqlite3_reset(forms);
    return s;
}

void spellings_free(spellings_t *s) {
    if (!s)
        return;
    map_free(s->parties);
    map_free(s->people);
    arena_free(s->arena);
    free(s);
}

bool spellings_same_party(const spellings_t *s, const char *wanted, const char *found) {
    char key[512];
    if (!strcmp(wanted, found))
        return true;
    int size = snprintf(key, sizeof key, "%s\n%s", found, wanted);
    return size < (int)sizeof key && *map_at(s->parties, key, (size_t)size);
}

/* ---- the people of a gold file ---- */

/* By spelling, plain: the number of the first person who has it, from 1. */
struct guests {
    const json_t *people;
    map_t *forms;
    map_t *only; /* spellings of those who have no full name: one word each */
    map_t *ends; /* first and last word of full names */
};

static bool is_full(const char *form) {
    return strchr(form, ' ') != NULL;
}

static void note(map_t *map, const char *form, int64_t number) {
    int64_t *at = map_at(map, form, strlen(form));
    if (!*at)
        *at = number;
}

static const char *ends_of(const char *form, arena_t *arena) {
    return arena_printf(arena, "%.*s%s", (int)strcspn(form, " "), form, strrchr(form, ' '));
}

static void add_guest(guests_t *guests, const json_t *person, int64_t number, arena_t *arena) {
    bool full = false;
    size_t i;
    json_t *value;
    strings_t forms = {0};
    json_array_foreach(json_object_get(person, "forms"), i, value) {
        const char *form = name_plain(json_string_value(value), arena);
        *list_add(arena, &forms) = form;
        full = full || is_full(form);
    }
    for (int k = 0; k < forms.count; k++) {
        note(guests->forms, forms.at[k], number);
        if (!full)
            note(guests->only, forms.at[k], number);
        if (is_full(forms.at[k]))
            note(guests->ends, ends_of(forms.at[k], arena), number);
    }
}

guests_t *guests_new(const json_t *people, arena_t *arena) {
    guests_t *guests = must_alloc(sizeof *guests);
    *guests = (guests_t){people, map_new(), map_new(), map_new()};
    size_t i;
    json_t *person;
    json_array_foreach(people, i, person) add_guest(guests, person, (int64_t)i + 1, arena);
    return guests;
}

void guests_free(guests_t *guests) {
    map_free(guests->forms);
    map_free(guests->only);
    map_free(guests->ends);
    free(guests);
}

/* Lowers *best to the number of the person whom the map has for a spelling. */
static void look_up(map_t *map, const char *form, int64_t *best) {
    int64_t number = *map_at(map, form, strlen(form));
    if (number && (!*best || number < *best))
        *best = number;
}

/* The surest sign first: the name itself; a full name among its spellings; a single name, of somebody who has no other; a
 * full name with the same first and last word. */
static int64_t find_guest(const guests_t *guests, const char *name, const strings_t *known, arena_t *arena) {
    int64_t best = 0;
    look_up(guests->forms, name, &best);
    for (int i = 0, named = best != 0; !named && i < known->count; i++)
        if (is_full(known->at[i]))
            look_up(guests->forms, known->at[i], &best);
    for (int i = 0, named = best != 0; !named && i < known->count; i++)
        look_up(guests->only, known->at[i], &best);
    for (int i = 0, named = best != 0; !named && i < known->count; i++)
        if (is_full(known->at[i]))
            look_up(guests->ends, ends_of(known->at[i], arena), &best);
    return best;
}

const char *guests_name(const guests_t *guests, const spellings_t *s, const char *canonical, arena_t *arena) {
    strings_t known = {0};
    int64_t number = *map_at(s->people, canonical, strlen(canonical));
    const char *name = name_plain(canonical, arena);
    for (int i = 0; number && i < s->forms.at[number - 1].count; i++)
        *list_add(arena, &known) = s->forms.at[number - 1].at[i];
    *list_add(arena, &known) = name;
    int64_t guest = find_guest(guests, name, &known, arena);
    return guest ? json_string_value(json_object_get(json_array_get(guests->people, (size_t)guest - 1), "name")) : NULL;
}
