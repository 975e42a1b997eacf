#include <ctype.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "eval_parts.h"
#include "file.h"
#include "json.h"
#include "report.h"

enum { GOLD_VALUES = 8 << 20 };

/* The lists of a gold file and the members of their rows: s string, l list of strings, n number from 1, d day, b boolean,
 * m c t e one of the words below; ? may be null or missing. */
static const struct list {
    const char *name, *members;
} lists[] = {
    {"people", "name:s forms:l role:s? of:s?"},
    {"meetings", "key:s name:s organization:s? ordinal:n? date:d? place:s? optional:b?"},
    {"attendance", "meeting:s person:s? of:s? capacity:c optional:b?"},
    {"speech", "speaker:s mode:m text:s"},
    {"proposals", "by:s name:s text:s optional:b?"},
    {"adoptions", "name:s action:s by:s? optional:b?"},
    {"membership", "state:s organization:s status:t event:e year:n? optional:b?"},
};
enum { LISTS = sizeof lists / sizeof *lists };

static const struct type {
    char letter;
    const char *words[5], *what;
} types[] = {
    {'s', {NULL}, "a string that is not empty"},
    {'l', {NULL}, "a list of strings that are not empty"},
    {'n', {NULL}, "a whole number from 1"},
    {'d', {NULL}, "a day, written 2031-05-02"},
    {'b', {NULL}, "true or false"},
    {'m', {"direct", "reported", NULL}, "direct or reported"},
    {'c', {"chair", "participant", "guest", "observer", NULL}, "chair, participant, guest or observer"},
    {'t', {"member", "observer", "dialogue partner", "chair", NULL}, "member, observer, dialogue partner or chair"},
    {'e', {"accession", "standing", "presidency", NULL}, "accession, standing or presidency"},
};

/* ---- telling what is wrong ---- */

/* What is being checked. A fault is told with line and column of the row, or of one of its members. */
typedef struct check {
    const char *path;
    const gold_t *gold;
    const char *list; /* NULL: the whole file */
    size_t index;
    int faults;
} check_t;

static const char *place_of(const check_t *check, const char *member) {
    const char *at = check->gold->text;
    if (check->list)
        at = json_find_element(json_find_value(at, check->list), check->index);
    const char *found = at && member ? json_find_member(at, member) : NULL;
    return found ? found : at ? at : check->gold->text;
}

__attribute__((format(printf, 3, 4))) static void wrong(check_t *check, const char *member, const char *format, ...) {
    arena_t *arena = arena_new();
    char what[LIMIT_WHY];
    fault_t fault;
    va_list args;
    va_start(args, format);
    vsnprintf(what, sizeof what, format, args);
    va_end(args);
    json_blame(check->gold->text, place_of(check, member), &fault, "%s", what);
    const char *row = check->list ? arena_printf(arena, "%s[%zu]: ", check->list, check->index) : "";
    say(arena_printf(arena, "%s:%d:%d", check->path, fault.line, fault.column), arena_printf(arena, "%s%s", row, what));
    check->faults++;
    arena_free(arena);
}

/* ---- form ---- */

static bool is_day(const char *text) {
    static const char pattern[] = "dddd-dd-dd";
    if (strlen(text) != strlen(pattern))
        return false;
    for (size_t i = 0; pattern[i]; i++)
        if (pattern[i] == 'd' ? !isdigit((unsigned char)text[i]) : text[i] != '-')
            return false;
    return true;
}

static bool is_string(const json_t *value) {
    return json_is_string(value) && *json_string_value(value);
}

static bool are_strings(const json_t *value) {
    for (size_t i = 0; i < json_array_size(value); i++)
        if (!is_string(json_array_get(value, i)))
            return false;
    return json_array_size(value) > 0;
}

static bool is_of(const struct type *type, const json_t *value) {
    switch (type->letter) {
    case 's': return is_string(value);
    case 'l': return are_strings(value);
    case 'n': return json_is_integer(value) && json_integer_value(value) >= 1;
    case 'd': return is_string(value) && is_day(json_string_value(value));
    case 'b': return json_is_boolean(value);
    }
    for (const char *const *word = type->words; *word && is_string(value); word++)
        if (!strcmp(*word, json_string_value(value)))
            return true;
    return false;
}

static const struct type *type_of(char letter) {
    const struct type *type = types;
    while (type->letter != letter)
        type++;
    return type;
}

static bool is_member(const char *members, const char *key) {
    size_t size = strlen(key);
    for (const char *at = members; at; at = strchr(at, ' '), at = at ? at + 1 : NULL)
        if (!strncmp(at, key, size) && at[size] == ':')
            return true;
    return false;
}

static void check_members(check_t *check, json_t *row, const char *members) {
    const char *key;
    json_t *value;
    json_object_foreach(row, key, value) if (!is_member(members, key))
        wrong(check, key, "\"%s\" is no key of a row here; docs/evaluation.md lists them", key);
    for (const char *at = members; at; at = strchr(at, ' '), at = at ? at + 1 : NULL) {
        char name[32];
        size_t size = strcspn(at, ":");
        snprintf(name, sizeof name, "%.*s", (int)size, at);
        const struct type *type = type_of(at[size + 1]);
        bool optional = at[size + 2] == '?';
        json_t *found = json_object_get(row, name);
        if (!found && !optional)
            wrong(check, NULL, "\"%s\" is missing; give %s", name, type->what);
        else if (found && !(optional && json_is_null(found)) && !is_of(type, found))
            wrong(check, name, "\"%s\" has a wrong value; give %s%s", name, type->what, optional ? ", or null" : "");
    }
}

static void check_list(check_t *check, json_t *root, const struct list *list) {
    json_t *rows = json_object_get(root, list->name);
    if (!json_is_array(rows)) {
        wrong(check, list->name, "\"%s\" is missing or no list; give a list, [] if there is nothing", list->name);
        return;
    }
    check->list = list->name;
    for (check->index = 0; check->index < json_array_size(rows); check->index++) {
        json_t *row = json_array_get(rows, check->index);
        if (json_is_object(row))
            check_members(check, row, list->members);
        else
            wrong(check, NULL, "no object; write a row as {...}");
    }
    check->list = NULL;
}

static void check_form(check_t *check, json_t *root) {
    const char *key;
    json_t *value;
    json_object_foreach(root, key, value) {
        bool known = !strcmp(key, "document") || !strcmp(key, "source") || !strcmp(key, "published");
        for (int i = 0; i < LISTS; i++)
            known = known || !strcmp(key, lists[i].name);
        if (!known)
            wrong(check, key, "\"%s\" is no key of a gold file; docs/evaluation.md lists them", key);
    }
    if (!is_string(json_object_get(root, "document")))
        wrong(check, "document", "\"document\" is missing or no string; give the name of the document");
    for (int i = 0; i < LISTS; i++)
        check_list(check, root, &lists[i]);
}

static int read_text(const char *path, gold_t *gold) {
    char why[LIMIT_WHY];
    fault_t fault;
    buffer_t buffer = {0};
    if (file_read(path, LIMIT_DOCUMENT, &buffer, why)) {
        say(path, why);
        free(buffer.bytes);
        return -1;
    }
    gold->text = buffer.bytes;
    gold->root = json_read(buffer.bytes, buffer.size, GOLD_VALUES, &fault);
    if (gold->root)
        return 0;
    arena_t *arena = arena_new();
    say(arena_printf(arena, "%s:%d:%d", path, fault.line, fault.column),
        arena_printf(arena, "%s; correct it", fault.what));
    arena_free(arena);
    return -1;
}

int gold_open(const char *path, gold_t *gold) {
    *gold = (gold_t){.arena = arena_new()};
    if (read_text(path, gold))
        return -1;
    check_t check = {.path = path, .gold = gold};
    if (json_is_object(gold->root))
        check_form(&check, gold->root);
    else
        wrong(&check, NULL, "no object; a gold file is one {...}");
    return check.faults ? -1 : 0;
}

void gold_close(gold_t *gold) {
    json_decref(gold->root);
    free(gold->text);
    arena_free(gold->arena);
}

const char *gold_document(const gold_t *gold) {
    return json_string_value(json_object_get(gold->root, "document"));
}

/* ---- what it says of its document ---- */

typedef struct world {
    finder_t document;
    map_t *people, *meetings;
} world_t;

static bool is_new(map_t *map, const char *key) {
    int64_t *number = map_at(map, key, strlen(key));
    return (*number)++ == 0;
}

static bool is_known(map_t *map, const char *key) {
    return *map_at(map, key, strlen(key)) != 0;
}

static const char *string(const json_t *row, const char *key) {
    return json_string_value(json_object_get(row, key));
}

static void check_passage(check_t *check, const world_t *world, const char *member, const char *passage) {
    if (finder_first(&world->document, passage, strlen(passage)) == FIND_NONE)
        wrong(check, member, "not in the document: \"%.60s\"; copy it from there, character by character", passage);
}

static void check_person(check_t *check, const world_t *world, const json_t *row) {
    const char *name = string(row, "name");
    bool among = false;
    size_t i;
    json_t *form;
    json_array_foreach(json_object_get(row, "forms"), i, form) {
        check_passage(check, world, "forms", json_string_value(form));
        among = among || !strcmp(json_string_value(form), name);
    }
    if (!among)
        wrong(check, "name", "the name is not among its forms; add it, or take the fullest form for the name");
    if (!is_new(world->people, name))
        wrong(check, "name", "\"%s\" is there already; give everyone once", name);
}

static void check_meeting(check_t *check, const world_t *world, const json_t *row) {
    if (!is_new(world->meetings, string(row, "key")))
        wrong(check, "key", "\"%s\" is the key of another meeting; give each its own", string(row, "key"));
}

static void check_attendance(check_t *check, const world_t *world, const json_t *row) {
    const char *meeting = string(row, "meeting"), *person = string(row, "person");
    if (!is_known(world->meetings, meeting))
        wrong(check, "meeting", "\"%s\" is the key of no meeting; add it to meetings", meeting);
    if (person && !is_known(world->people, person))
        wrong(check, "person", "\"%s\" is not the name of one of the people; add it there", person);
}

static void check_speech(check_t *check, const world_t *world, const json_t *row) {
    const char *speaker = string(row, "speaker");
    check_passage(check, world, "text", string(row, "text"));
    if (!is_known(world->people, speaker) && strcmp(speaker, "group") != 0 && !isupper((unsigned char)*speaker))
        wrong(check, "speaker", "\"%s\" is nobody; give the name of one of the people, a party, or group", speaker);
}

static void check_proposal(check_t *check, const world_t *world, const json_t *row) {
    check_passage(check, world, "name", string(row, "name"));
    check_passage(check, world, "text", string(row, "text"));
}

int gold_check(const char *path, const gold_t *gold, const char *document) {
    static const struct {
        const char *list;
        void (*row)(check_t *check, const world_t *world, const json_t *row);
    } checks[] = {{"people", check_person},
                  {"meetings", check_meeting},
                  {"attendance", check_attendance},
                  {"speech", check_speech},
                  {"proposals", check_proposal}};
    world_t world = {finder_of(document, strlen(document), gold->arena), map_new(), map_new()};
    check_t check = {.path = path, .gold = gold};
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
        const json_t *rows = json_object_get(gold->root, checks[i].list);
        check.list = checks[i].list;
        for (check.index = 0; check.index < json_array_size(rows); check.index++)
            checks[i].row(&check, &world, json_array_get(rows, check.index));
    }
    map_free(world.people);
    map_free(world.meetings);
    return check.faults ? -1 : 0;
}
