/* What a correction says, and the ids of facts. */
#include "corrections.h"

#include <stdbool.h>
#include <string.h>

const char *const correction_kinds[] = {"wrong", "same", "different", "name"};

static const char *or_none(const char *text) {
    return text ? text : "";
}

const char *correction_person_text(const correction_person_t *person, arena_t *arena) {
    return arena_printf(arena, "%s\n%s\n%s\n%s", person->name, or_none(person->party), or_none(person->office),
                        or_none(person->document));
}

const char *correction_subject(const correction_t *correction, arena_t *arena) {
    const char *kind = correction_kinds[correction->kind], *one, *other;
    switch (correction->kind) {
    case CORRECTION_WRONG: return arena_printf(arena, "%s\n%s", kind, correction->fact);
    case CORRECTION_NAME:
        return arena_printf(arena, "%s\n%s\n%s\n%s", kind, correction->name, correction->party,
                            or_none(correction->document));
    default:
        one = correction_person_text(&correction->people[0], arena);
        other = correction_person_text(&correction->people[1], arena);
        return arena_printf(arena, "%s\n%s\n%s", kind, strcmp(one, other) < 0 ? one : other,
                            strcmp(one, other) < 0 ? other : one);
    }
}

const char *correction_text(const correction_t *correction, arena_t *arena) {
    const char *subject = correction_subject(correction, arena);
    const char *first = correction->people[0].name; /* its name is kept, if the two have none of the word list */
    return arena_printf(arena, "%s\n%s\n%s\n%s\n%s", subject, or_none(first), correction->why,
                        or_none(correction->author), or_none(correction->date));
}

static const char *skip_number(const char *at) {
    size_t digits = strspn(at, "0123456789");
    return digits ? at + digits : NULL;
}

/* start-end or start-end.twin, the twin from 2 on, as the views write them. */
static bool is_passage(const char *text) {
    const char *at = skip_number(text);
    at = at && *at == '-' ? skip_number(at + 1) : NULL;
    if (!at || !*at)
        return at != NULL;
    return *at == '.' && at[1] != '0' && strcmp(at, ".1") && (at = skip_number(at + 1)) && !*at;
}

const char *fact_document(const char *fact, arena_t *arena) {
    static const char kinds[] = "|office|meeting|attendance|speech|proposal|adoption|membership|";
    const char *passage = strrchr(fact, ':'), *kind = passage;
    while (kind && kind > fact && kind[-1] != ':')
        kind--;
    if (!kind || kind < fact + 2 || !is_passage(passage + 1))
        return NULL;
    const char *word = arena_printf(arena, "|%.*s|", (int)(passage - kind), kind);
    return strstr(kinds, word) ? arena_strndup(arena, fact, (size_t)(kind - 1 - fact)) : NULL;
}
