/* What the readers of lexicon/ share.
 *
 *     lexicon_read.c    which reader a file is for
 *     lexicon_world.c   what has a name: states, organizations, places, people, roles
 *     lexicon_words.c   the words of the language: verbs, nouns, numbers, classes
 *     coding_read.c     topics and events */
#ifndef SCODB_LOADER_LEXICON_PARTS_H
#define SCODB_LOADER_LEXICON_PARTS_H

#include "config.h"
#include "lexicon.h"

typedef struct reading {
    lexicon_t *lexicon;
    config_t *config;
} reading_t;

const char *keep(reading_t *r, const char *text); /* in the lexicon's memory; NULL stays NULL */
const char *keep_string(reading_t *r, json_t *object, const char *key);

/* Adds each string of a list as a form of one thing. */
void add_forms(reading_t *r, json_t *list, unsigned class, int entity, bool proper);

/* Adds a name that only one may bear: of a state, an organization, a person. */
void claim(reading_t *r, const char *name, unsigned class, int entity);
void claim_all(reading_t *r, json_t *list, unsigned class, int entity);

/* Calls for each entry of a list of the file; wants i and entry. */
#define EACH(key, call) json_array_foreach(json_object_get(r->config->root, key), i, entry) call

/* ---- lexicon_world.c ---- */

void read_states(reading_t *r);
void read_organizations(reading_t *r);
void read_places(reading_t *r);
void read_people(reading_t *r);
void read_roles(reading_t *r);

/* ---- lexicon_words.c ---- */

void read_reporting(reading_t *r);
void read_meetings(reading_t *r);
void read_instruments(reading_t *r);
void read_undertakings(reading_t *r);
void read_calendar(reading_t *r);
void read_numbers(reading_t *r);
void read_names(reading_t *r);
void read_classes(reading_t *r);
void read_languages(reading_t *r);

#endif
