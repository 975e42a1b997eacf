/* What has a name, from lexicon/ into the lexicon: states, organizations, places, people and their terms, roles. */
#include <ctype.h>
#include <string.h>

#include "lexicon_parts.h"

/* ---- entries ---- */

static int find_party(const lexicon_t *lexicon, const char *code) {
    for (int i = 0; i < lexicon->parties.count; i++)
        if (*lexicon->parties.at[i].party.code == *code && !strcmp(lexicon->parties.at[i].party.code, code))
            return i;
    return NONE;
}

static int party_by_code(reading_t *r, const char *code, const char *near) {
    int party = find_party(r->lexicon, code);
    if (party != NONE)
        return party;
    config_error(r->config, near, "no state or organization has the code \"%s\"", code);
    return NONE;
}

static lexicon_party_t *new_party(reading_t *r, json_t *entry, const char *kind, const char *code) {
    lexicon_t *lexicon = r->lexicon;
    if (find_party(lexicon, code) != NONE)
        config_error(r->config, code, "the code \"%s\" is there twice", code);
    lexicon_party_t *party = list_add(lexicon->arena, &lexicon->parties);
    party->party.kind = keep(r, kind);
    party->party.code = keep(r, code);
    party->party.name = keep_string(r, entry, "name");
    party->parent = party->summit = NONE;
    return party;
}

static void read_state(reading_t *r, json_t *entry) {
    lexicon_t *lexicon = r->lexicon;
    const char *name = config_string(entry, "name");
    if (!config_check(r->config, entry, "alpha2:s alpha3:s name:s official:s? forms:l? adjectives:l? people:l?", name))
        return;
    lexicon_party_t *party = new_party(r, entry, "state", config_string(entry, "alpha3"));
    int number = lexicon->parties.count - 1;
    party->party.alpha2 = keep_string(r, entry, "alpha2");
    party->party.official = keep_string(r, entry, "official");
    claim(r, name, CLASS_state, number);
    if (party->party.official)
        claim(r, party->party.official, CLASS_state, number);
    claim_all(r, json_object_get(entry, "forms"), CLASS_state, number);
    add_forms(r, json_object_get(entry, "adjectives"), CLASS_demonym, number, true);
    add_forms(r, json_object_get(entry, "people"), lexicon_class(lexicon, "nationals"), number, true);
}

/* A name with a noun for meetings is that of a meeting, too: the ASEAN-China Summit, the Conference of the Parties. */
static void add_meeting(reading_t *r, const char *name) {
    char *words = arena_strdup(r->lexicon->arena, name), *rest = NULL;
    int kind = NONE;
    for (char *word = strtok_r(words, " ", &rest); word; word = strtok_r(NULL, " ", &rest))
        if (lexicon_entity(r->lexicon, word, CLASS_meetkind) != NONE)
            kind = lexicon_entity(r->lexicon, word, CLASS_meetkind);
    if (kind != NONE)
        lexicon_add(r->lexicon, name, CLASS_meetkind, kind, true);
}

static void add_meetings(reading_t *r, json_t *entry) {
    size_t i;
    json_t *form;
    add_meeting(r, config_string(entry, "name"));
    json_array_foreach(json_object_get(entry, "forms"), i, form) add_meeting(r, json_string_value(form));
}

static void read_organ(reading_t *r, json_t *entry, int organization) {
    lexicon_t *lexicon = r->lexicon;
    const char *name = config_string(entry, "name");
    if (!config_check(r->config, entry, "name:s forms:l? series:s", name))
        return;
    *list_add(lexicon->arena, &lexicon->series) =
        (series_t){organization, keep(r, name), keep_string(r, entry, "series")};
    lexicon_add(lexicon, name, CLASS_organ, lexicon->series.count - 1, true);
    add_forms(r, json_object_get(entry, "forms"), CLASS_organ, lexicon->series.count - 1, true);
    add_meetings(r, entry);
}

/* The series of that label among an organization's organs; one without an organ if there is none. */
static int series_of(reading_t *r, int organization, const char *label) {
    lexicon_t *lexicon = r->lexicon;
    for (int i = 0; i < lexicon->series.count; i++)
        if (lexicon->series.at[i].organization == organization && !strcmp(lexicon->series.at[i].label, label))
            return i;
    *list_add(lexicon->arena, &lexicon->series) = (series_t){organization, NULL, keep(r, label)};
    return lexicon->series.count - 1;
}

static void read_organization(reading_t *r, json_t *entry) {
    lexicon_t *lexicon = r->lexicon;
    const char *name = config_string(entry, "name"), *acronym = config_string(entry, "acronym"), *summit;
    if (!config_check(r->config, entry,
                      "acronym:s? name:s kind:s forms:l? parent:s? seat:s? organs:a? summit:s? members:l?", name))
        return;
    bool clear =
        acronym && find_party(lexicon, acronym) == NONE; /* an acronym that is a state's code gives way to the name */
    new_party(r, entry, "organization", clear ? acronym : name)->party.sort = keep_string(r, entry, "kind");
    int number = lexicon->parties.count - 1;
    claim(r, name, CLASS_org, number);
    if (acronym)
        claim(r, acronym, CLASS_org, number);
    claim_all(r, json_object_get(entry, "forms"), CLASS_org, number);
    if (!strcmp(config_string(entry, "kind"), "grouping") || !strcmp(config_string(entry, "kind"), "body"))
        add_meetings(r, entry);
    size_t i;
    json_t *organ;
    json_array_foreach(json_object_get(entry, "organs"), i, organ) read_organ(r, organ, number);
    if ((summit = config_string(entry, "summit")))
        lexicon->parties.at[number].summit = series_of(r, number, summit);
}

/* After all organizations are known: which are organs of which. */
static void read_parent(reading_t *r, json_t *entry) {
    const char *name = config_string(entry, "name"), *parent = config_string(entry, "parent");
    for (int i = 0; name && parent && i < r->lexicon->parties.count; i++)
        if (!strcmp(r->lexicon->parties.at[i].party.name, name))
            r->lexicon->parties.at[i].parent = party_by_code(r, parent, name);
}

static void read_place(reading_t *r, json_t *entry) {
    lexicon_t *lexicon = r->lexicon;
    const char *name = config_string(entry, "name");
    if (!config_check(r->config, entry, "name:s state:s capital:b? forms:l?", name))
        return;
    *list_add(lexicon->arena, &lexicon->places) =
        (place_t){keep(r, name), party_by_code(r, config_string(entry, "state"), name),
                  json_is_true(json_object_get(entry, "capital"))};
    lexicon_add(lexicon, name, CLASS_place, lexicon->places.count - 1, true);
    add_forms(r, json_object_get(entry, "forms"), CLASS_place, lexicon->places.count - 1, true);
}

/* A year, a month or a day: 2013, 2013-03, 2013-03-14. */
static bool is_date(const char *text) {
    static const char pattern[] = "dddd-dd-dd";
    size_t size = text ? strlen(text) : 0;
    if (size != 4 && size != 7 && size != 10)
        return false;
    for (size_t i = 0; i < size; i++)
        if (pattern[i] == 'd' ? !isdigit((unsigned char)text[i]) : text[i] != '-')
            return false;
    return true;
}

/* True if two half-open spans have a day in common for sure: where they touch to the precision given, they need not. */
static bool overlap(const tenure_t *a, const tenure_t *b) {
    bool a_first = !a->to || !b->from ||
                   strncmp(a->to, b->from, strlen(a->to) < strlen(b->from) ? strlen(a->to) : strlen(b->from)) > 0;
    bool b_first = !b->to || !a->from ||
                   strncmp(b->to, a->from, strlen(b->to) < strlen(a->from) ? strlen(b->to) : strlen(a->from)) > 0;
    return a_first && b_first;
}

static void check_term(reading_t *r, const figure_t *figure, const tenure_t *term) {
    if ((term->from && !is_date(term->from)) || (term->to && !is_date(term->to)))
        config_error(r->config, figure->name, "%s: a date is written 2013, 2013-03 or 2013-03-14", figure->name);
    else if (term->from && term->to && strcmp(term->from, term->to) > 0)
        config_error(r->config, figure->name, "%s: the term as %s ends before it begins", figure->name, term->role);
    for (const tenure_t *other = figure->terms.at; other < term; other++)
        if (other->party == term->party && !strcmp(other->role, term->role) && overlap(other, term))
            config_error(r->config, figure->name, "%s: two terms as %s overlap", figure->name, term->role);
}

static void read_term_of_office(reading_t *r, json_t *entry, figure_t *figure) {
    if (!config_check(r->config, entry, "role:s of:s from:s? to:s?", figure->name))
        return;
    tenure_t *term = list_add(r->lexicon->arena, &figure->terms);
    *term = (tenure_t){keep_string(r, entry, "role"), party_by_code(r, config_string(entry, "of"), figure->name),
                       keep_string(r, entry, "from"), keep_string(r, entry, "to")};
    check_term(r, figure, term);
}

static void read_person(reading_t *r, json_t *entry) {
    lexicon_t *lexicon = r->lexicon;
    const char *name = config_string(entry, "name");
    if (!config_check(r->config, entry, "name:s surname:s? forms:l? terms:a?", name))
        return;
    figure_t *figure = list_add(lexicon->arena, &lexicon->people);
    int number = lexicon->people.count - 1;
    figure->name = keep(r, name);
    figure->surname = keep_string(r, entry, "surname");
    claim(r, name, CLASS_person, number);
    if (figure->surname && strcmp(figure->surname, name))
        lexicon_add(lexicon, figure->surname, CLASS_surname, number, true);
    claim_all(r, json_object_get(entry, "forms"), CLASS_person, number);
    size_t i;
    json_t *term;
    json_array_foreach(json_object_get(entry, "terms"), i, term) read_term_of_office(r, term, figure);
}

static void read_role(reading_t *r, json_t *entry) {
    lexicon_t *lexicon = r->lexicon;
    const char *name = config_string(entry, "role");
    if (!config_check(r->config, entry, "role:s rank:s forms:l? plural:l?", name))
        return;
    *list_add(lexicon->arena, &lexicon->roles) = (role_entry_t){keep(r, name), keep_string(r, entry, "rank")};
    lexicon_add(lexicon, name, CLASS_role, lexicon->roles.count - 1, false);
    add_forms(r, json_object_get(entry, "forms"), CLASS_role, lexicon->roles.count - 1, false);
    add_forms(r, json_object_get(entry, "plural"), CLASS_roles, lexicon->roles.count - 1, false);
}

static void read_head(reading_t *r, json_t *entry) {
    const char *word = config_string(entry, "word");
    if (!config_check(r->config, entry, "word:s rank:s", word))
        return;
    *list_add(r->lexicon->arena, &r->lexicon->roles) = (role_entry_t){keep(r, word), keep_string(r, entry, "rank")};
    lexicon_add(r->lexicon, word, CLASS_rolehead, r->lexicon->roles.count - 1, false);
}

/* ---- files ---- */

void read_states(reading_t *r) {
    size_t i;
    json_t *entry;
    EACH("states", read_state(r, entry));
}

void read_organizations(reading_t *r) {
    size_t i;
    json_t *entry;
    EACH("organizations", read_organization(r, entry));
    EACH("organizations", read_parent(r, entry));
}

void read_places(reading_t *r) {
    size_t i;
    json_t *entry;
    EACH("places", read_place(r, entry));
}

void read_people(reading_t *r) {
    size_t i;
    json_t *entry;
    EACH("people", read_person(r, entry));
}

void read_roles(reading_t *r) {
    size_t i;
    json_t *entry;
    EACH("roles", read_role(r, entry));
    EACH("heads", read_head(r, entry));
    add_forms(r, json_object_get(r->config->root, "modifiers"), CLASS_rolemod, 0, false);
}
