#include "made_corrections.h"

#include <stdbool.h>
#include <string.h>

#include "made_facts.h"

static const char *const people[] = {"tavo brill", "brill", "tavo elan brill", "t brill", "brill tavo",
                                     "toma brill", "elan"};
static const char *const parties[] = {NULL, NULL, NULL, NULL, "QAQ"};
static const char *const offices[] = {NULL, NULL, NULL, "minister"};
static const char *const words[] = {"railway", "Šumava", "the two coasts", "nowhere"};

#define ANY(random, array) ((array)[random_below((random), (uint32_t)(sizeof(array) / sizeof *(array)))])

static const char *any_document(arena_t *arena, random_t *random) {
    return arena_printf(arena, "doc-%02u", random_below(random, 14));
}

static correction_person_t any_person(arena_t *arena, random_t *random) {
    return (correction_person_t){.name = ANY(random, people),
                                 .party = ANY(random, parties),
                                 .office = ANY(random, offices),
                                 .document = random_below(random, 4) ? NULL : any_document(arena, random)};
}

static correction_t any_correction(arena_t *arena, random_t *random, const strings_t *ids) {
    correction_t made = {.kind = (correction_kind_t)random_below(random, 4),
                         .why = random_below(random, 2) ? "seen in print" : "told by a reader",
                         .author = random_below(random, 2) ? "N. Reader" : NULL};
    switch (made.kind) {
    case CORRECTION_WRONG: made.fact = ids->at[random_below(random, (uint32_t)ids->count)]; break;
    case CORRECTION_NAME:
        made.name = ANY(random, words);
        made.party = "QAQ";
        made.document = random_below(random, 2) ? any_document(arena, random) : NULL;
        break;
    default: made.people[0] = any_person(arena, random); made.people[1] = any_person(arena, random);
    }
    return made;
}

static bool has_subject(const corrections_t *file, const char *subject) {
    for (int i = 0; i < file->list.count; i++)
        if (!strcmp(correction_subject(&file->list.at[i], file->arena), subject))
            return true;
    return false;
}

corrections_t *made_corrections(arena_t *arena, int file, int version, const strings_t *ids) {
    corrections_t *made = arena_zalloc(arena, sizeof *made);
    random_t random = {(uint64_t)file * 1000003u + (uint64_t)version * 104729u + 3};
    *made = (corrections_t){.arena = arena, .id = arena_printf(arena, "file-%d", file)};
    for (int i = 0; i < 16 * version; i++) {
        correction_t correction = any_correction(arena, &random, ids);
        if (!has_subject(made, correction_subject(&correction, arena)))
            *list_add(arena, &made->list) = correction;
    }
    return made;
}
