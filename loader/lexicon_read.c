#include "lexicon_read.h"

#include "coding_read.h"
#include "lexicon_parts.h"

/* ---- what the readers share ---- */

const char *keep(reading_t *r, const char *text) {
    return text ? arena_strdup(r->lexicon->arena, text) : NULL;
}

const char *keep_string(reading_t *r, json_t *object, const char *key) {
    return keep(r, config_string(object, key));
}

void add_forms(reading_t *r, json_t *list, unsigned class, int entity, bool proper) {
    size_t i;
    json_t *form;
    json_array_foreach(list, i, form) lexicon_add(r->lexicon, json_string_value(form), class, entity, proper);
}

void claim(reading_t *r, const char *name, unsigned class, int entity) {
    if (lexicon_add(r->lexicon, name, class, entity, true) != NONE)
        config_error(r->config, name, "the name \"%s\" is claimed by another already", name);
}

void claim_all(reading_t *r, json_t *list, unsigned class, int entity) {
    size_t i;
    json_t *form;
    json_array_foreach(list, i, form) claim(r, json_string_value(form), class, entity);
}

/* ---- files ---- */

static void read_topics(reading_t *r) {
    coding_read_topics(r->lexicon, r->config);
}

static void read_events(reading_t *r) {
    coding_read_events(r->lexicon, r->config);
}

/* A file is known by the list that it holds. The order is that of reading. */
static const struct {
    const char *list, *members;
    void (*read)(reading_t *r);
} files[] = {
    {"states", "note:s states:a", read_states},
    {"sessions", "note:s kinds:a sessions:l", read_meetings},
    {"organizations", "note:s organizations:a", read_organizations},
    {"places", "note:s places:a", read_places},
    {"roles", "note:s roles:a heads:a? modifiers:l?", read_roles},
    {"people", "note:s people:a", read_people},
    {"verbs", "note:s verbs:a", read_reporting},
    {"actions", "note:s kinds:a actions:a", read_instruments},
    {"kinds", "note:s kinds:a", read_undertakings},
    {"months", "note:s months:a weekdays:a dayparts:l relative:a", read_calendar},
    {"ordinals", "note:s ordinals:a cardinals:a multipliers:a currencies:a units:a?", read_numbers},
    {"transliteration", "note:s honorifics:l particles:l transliteration:a spellings:a? abbreviations:l", read_names},
    {"classes", "note:s classes:a", read_classes},
    {"languages", "note:s english:l? languages:a", read_languages},
    {"topics", "note:s topics:a elsewhere:l?", read_topics},
    {"events", "note:s signals:a? events:a", read_events},
};
enum { FILE_KINDS = sizeof files / sizeof *files };

int lexicon_order(const config_t *config) {
    for (int i = 0; i < FILE_KINDS; i++)
        if (json_object_get(config->root, files[i].list))
            return i;
    return FILE_KINDS;
}

void lexicon_read(lexicon_t *lexicon, config_t *config) {
    reading_t r = {lexicon, config};
    int kind = lexicon_order(config);
    if (kind == FILE_KINDS)
        config_error(config, NULL, "the file holds no list of words that is known (states, people, classes, ...)");
    else if (config_check(config, config->root, files[kind].members, NULL))
        files[kind].read(&r);
}
