/* Strict reading of a file of corrections: whatever it does not know, or what contradicts itself, is a fault with its place. */
#include <stdlib.h>
#include <string.h>

#include "corrections.h"
#include "file.h"
#include "map.h"
#include "metadata.h"

enum { KINDS = CORRECTION_NAME + 1 };

typedef struct reading {
    const char *text; /* of the file */
    const knowledge_t *knowledge;
    corrections_t *out;
    fault_t *fault;
} reading_t;

/* A member that has to be a string that says something; at is the object's place. */
static int read_string(const reading_t *r, const char *at, const json_t *object, const char *key, const char **out) {
    const json_t *value = json_object_get(object, key);
    const char *text = json_string_value(value);
    if (!text || !*text || json_string_length(value) > LIMIT_METADATA)
        return json_blame(r->text, value ? json_find_member(at, key) : at, r->fault,
                          value ? "\"%s\" is no string, empty, or longer than 4096 bytes" : "\"%s\" is missing", key);
    *out = arena_strdup(r->out->arena, text);
    return 0;
}

static int read_optional(const reading_t *r, const char *at, const json_t *object, const char *key, const char **out) {
    return json_object_get(object, key) ? read_string(r, at, object, key, out) : 0;
}

/* keys: |a|b| */
static int check_keys(const reading_t *r, const char *at, const json_t *object, const char *keys) {
    const char *key;
    json_t *value;
    if (!json_is_object(object))
        return json_blame(r->text, at, r->fault, "no object");
    json_object_foreach(
        (json_t *)object, key,
        value) if (!strstr(keys, arena_printf(r->out->arena, "|%s|",
                                              key))) return json_blame(r->text, json_find_member(at, key), r->fault,
                                                                       "\"%.64s\" is no key of a correction here", key);
    return 0;
}

static int read_name(const reading_t *r, const char *at, const json_t *object, const char **out) {
    if (read_string(r, at, object, "name", out))
        return -1;
    if (r->knowledge && !*knowledge_fold(r->knowledge, *out, 0, r->out->arena))
        return json_blame(r->text, json_find_member(at, "name"), r->fault, "\"name\" has no letters");
    return 0;
}

/* By its code; what the words do not have may stand in texts. */
static const char *party_code(const reading_t *r, const char *name) {
    const char *code = r->knowledge && name ? knowledge_party(r->knowledge, name) : NULL;
    return code ? code : name;
}

static int read_person(const reading_t *r, const char *at, const json_t *object, correction_person_t *out) {
    if (check_keys(r, at, object, "|name|party|office|document|") || read_name(r, at, object, &out->name) ||
        read_optional(r, at, object, "party", &out->party) || read_optional(r, at, object, "office", &out->office) ||
        read_optional(r, at, object, "document", &out->document))
        return -1;
    out->party = party_code(r, out->party);
    return 0;
}

static int read_people(const reading_t *r, const char *at, const json_t *object, correction_t *out) {
    const char *key = correction_kinds[out->kind], *array = json_find_value(at, key);
    const json_t *people = json_object_get(object, key);
    if (check_keys(r, at, object,
                   out->kind == CORRECTION_SAME ? "|same|why|author|date|" : "|different|why|author|date|"))
        return -1;
    if (json_array_size(people) != 2)
        return json_blame(r->text, array, r->fault, "\"%s\" is not a list of two people", key);
    for (size_t i = 0; i < 2; i++)
        if (read_person(r, json_find_element(array, i), json_array_get(people, i), &out->people[i]))
            return -1;
    if (!strcmp(correction_person_text(&out->people[0], r->out->arena),
                correction_person_text(&out->people[1], r->out->arena)))
        return json_blame(r->text, array, r->fault, "the two people are told in the same words");
    return 0;
}

static int read_wrong(const reading_t *r, const char *at, const json_t *object, correction_t *out) {
    if (check_keys(r, at, object, "|wrong|why|author|date|") || read_string(r, at, object, "wrong", &out->fact))
        return -1;
    if (!fact_document(out->fact, r->out->arena))
        return json_blame(r->text, json_find_member(at, "wrong"), r->fault,
                          "no id of a fact; it looks like document:kind:start-end");
    return 0;
}

static int read_meaning(const reading_t *r, const char *at, const json_t *object, correction_t *out) {
    if (check_keys(r, at, object, "|name|party|document|why|author|date|") || read_name(r, at, object, &out->name) ||
        read_string(r, at, object, "party", &out->party) || read_optional(r, at, object, "document", &out->document))
        return -1;
    if (r->knowledge && !knowledge_party(r->knowledge, out->party))
        return json_blame(r->text, json_find_member(at, "party"), r->fault,
                          "no state or organization that the words know by this code or name");
    out->party = party_code(r, out->party);
    return 0;
}

static int read_kind(const reading_t *r, const char *at, const json_t *object, correction_t *out) {
    int kinds = 0;
    for (int i = 0; i < KINDS; i++)
        if (json_object_get(object, correction_kinds[i])) {
            out->kind = (correction_kind_t)i;
            kinds++;
        }
    if (kinds != 1)
        return json_blame(r->text, at, r->fault, "should have one of \"wrong\", \"same\", \"different\", \"name\"");
    switch (out->kind) {
    case CORRECTION_WRONG: return read_wrong(r, at, object, out);
    case CORRECTION_NAME: return read_meaning(r, at, object, out);
    default: return read_people(r, at, object, out);
    }
}

static int read_correction(const reading_t *r, const char *at, const json_t *object, correction_t *out) {
    if (read_kind(r, at, object, out) || read_string(r, at, object, "why", &out->why) ||
        read_optional(r, at, object, "author", &out->author) || read_optional(r, at, object, "date", &out->date))
        return -1;
    const char *wrong = out->date ? metadata_check_day(out->date) : NULL;
    return wrong ? json_blame(r->text, json_find_member(at, "date"), r->fault, "\"date\" %s", wrong) : 0;
}

/* ---- what goes together ---- */

/* The people of a file, those joined by "same" under one root. */
typedef struct crowd {
    map_t *numbers; /* of a person's text, from 1 */
    LIST(int) parents;
} crowd_t;

static int root_of(const reading_t *r, crowd_t *crowd, const correction_person_t *person) {
    const char *text = correction_person_text(person, r->out->arena);
    int64_t *number = map_at(crowd->numbers, text, strlen(text));
    if (!*number) {
        *number = crowd->parents.count + 1;
        *list_add(r->out->arena, &crowd->parents) = (int)*number - 1;
    }
    int at = (int)*number - 1, *parents = crowd->parents.at;
    while (parents[at] != at)
        at = parents[at] = parents[parents[at]];
    return at;
}

/* By what two corrections of a file would say something of the same thing. */
static const char *thing_of(const reading_t *r, const correction_t *correction) {
    arena_t *arena = r->out->arena;
    if (correction->kind != CORRECTION_NAME)
        return correction_subject(correction, arena);
    const char *name = r->knowledge ? knowledge_fold(r->knowledge, correction->name, 0, arena) : correction->name;
    return arena_printf(arena, "name\n%s\n%s", name, correction->document ? correction->document : "");
}

static int check_twice(const reading_t *r, const char *array, map_t *seen) {
    for (int i = 0; i < r->out->list.count; i++) {
        const char *thing = thing_of(r, &r->out->list.at[i]);
        if ((*map_at(seen, thing, strlen(thing)))++)
            return json_blame(r->text, json_find_element(array, (size_t)i), r->fault,
                              "this is corrected by an entry before already");
    }
    return 0;
}

static int check_people(const reading_t *r, const char *array, crowd_t *crowd) {
    const corrections_t *all = r->out;
    for (int i = 0; i < all->list.count; i++) {
        const correction_t *at = &all->list.at[i];
        if (at->kind == CORRECTION_SAME) {
            int one = root_of(r, crowd, &at->people[0]);
            crowd->parents.at[root_of(r, crowd, &at->people[1])] = one;
        }
    }
    for (int i = 0; i < all->list.count; i++) {
        const correction_t *at = &all->list.at[i];
        if (at->kind == CORRECTION_DIFFERENT && root_of(r, crowd, &at->people[0]) == root_of(r, crowd, &at->people[1]))
            return json_blame(r->text, json_find_element(array, (size_t)i), r->fault,
                              "these two are one by other entries");
    }
    return 0;
}

static int check_all(const reading_t *r, const char *array) {
    crowd_t crowd = {.numbers = map_new()};
    map_t *seen = map_new();
    int failed = check_twice(r, array, seen) || check_people(r, array, &crowd);
    map_free(seen);
    map_free(crowd.numbers);
    return failed ? -1 : 0;
}

/* ---- the file ---- */

static int read_all(const reading_t *r, const json_t *root) {
    const json_t *list = json_object_get(root, "corrections");
    const char *wrong, *array = json_find_value(r->text, "corrections"), *at;
    if (!json_is_array(list) || !json_object_get(root, "id") || json_object_size(root) != 2)
        return json_blame(r->text, r->text, r->fault,
                          "should be {\"id\": \"...\", \"corrections\": [...]} and nothing else");
    if (read_string(r, r->text, root, "id", &r->out->id))
        return -1;
    if ((wrong = metadata_check_name(r->out->id)))
        return json_blame(r->text, json_find_member(r->text, "id"), r->fault, "\"id\" %s", wrong);
    at = json_find_element(array, 0);
    for (size_t i = 0; i < json_array_size(list); i++, at = json_next_element(at))
        if (read_correction(r, at, json_array_get(list, i), list_add(r->out->arena, &r->out->list)))
            return -1;
    char *plain = json_dumps(list, JSON_COMPACT), *id = json_dumps(json_object_get(root, "id"), JSON_ENCODE_ANY);
    r->out->line = arena_printf(r->out->arena, CORRECTIONS_LINE "%s,\"id\":%s}", plain, id);
    free(plain);
    free(id);
    return check_all(r, array);
}

int corrections_parse(const char *text, size_t size, const knowledge_t *knowledge, corrections_t **out,
                      fault_t *fault) {
    *out = NULL;
    json_t *root = json_read(text, size, LIMIT_MANIFEST_VALUES, fault);
    if (!root)
        return -1;
    corrections_t *corrections = must_alloc(sizeof *corrections);
    *corrections = (corrections_t){.arena = arena_new()};
    int failed = read_all(&(reading_t){text, knowledge, corrections, fault}, root);
    json_decref(root);
    if (failed)
        corrections_free(corrections);
    else
        *out = corrections;
    return failed ? -1 : 0;
}

int corrections_read(const char *path, const knowledge_t *knowledge, corrections_t **out, fault_t *fault) {
    buffer_t buffer = {0};
    fault->line = 0;
    int failed = file_read(path, LIMIT_MANIFEST, &buffer, fault->what) ||
                 corrections_parse(buffer.bytes, buffer.size, knowledge, out, fault);
    free(buffer.bytes);
    return failed ? -1 : 0;
}

void corrections_free(corrections_t *corrections) {
    if (!corrections)
        return;
    arena_free(corrections->arena);
    free(corrections);
}
