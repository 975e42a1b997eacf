#include "coding_read.h"
#include "lexicon_read.h"

#include <ctype.h>
#include <string.h>

typedef struct reading {
    lexicon_t *lexicon;
    config_t *config;
} reading_t;

static const char *keep(reading_t *r, const char *text) {
    return text ? arena_strdup(r->lexicon->arena, text) : NULL;
}

static const char *keep_string(reading_t *r, json_t *object, const char *key) {
    return keep(r, config_string(object, key));
}

/* Adds each string of a list as a form of one thing. */
static void add_forms(reading_t *r, json_t *list, unsigned class, int entity, bool proper) {
    size_t i;
    json_t *form;
    json_array_foreach(list, i, form) lexicon_add(r->lexicon, json_string_value(form), class, entity, proper);
}

/* Adds a name that only one may bear: of a state, an organization, a person. */
static void claim(reading_t *r, const char *name, unsigned class, int entity) {
    if (lexicon_add(r->lexicon, name, class, entity, true) != NONE)
        config_error(r->config, name, "the name \"%s\" is claimed by another already", name);
}

static void claim_all(reading_t *r, json_t *list, unsigned class, int entity) {
    size_t i;
    json_t *form;
    json_array_foreach(list, i, form) claim(r, json_string_value(form), class, entity);
}

static int party_by_code(reading_t *r, const char *code, const char *near) {
    for (int i = 0; i < r->lexicon->parties.count; i++)
        if (!strcmp(r->lexicon->parties.at[i].party.code, code))
            return i;
    config_error(r->config, near, "no state or organization has the code \"%s\"", code);
    return NONE;
}

static lexicon_party_t *new_party(reading_t *r, json_t *entry, const char *kind, const char *code) {
    lexicon_t *lexicon = r->lexicon;
    for (int i = 0; i < lexicon->parties.count; i++)
        if (!strcmp(lexicon->parties.at[i].party.code, code))
            config_error(r->config, code, "the code \"%s\" is there twice", code);
    lexicon_party_t *party = list_add(lexicon->arena, &lexicon->parties);
    party->party.kind = kind;
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

static bool is_party_code(const lexicon_t *lexicon, const char *code) {
    for (int i = 0; i < lexicon->parties.count; i++)
        if (!strcmp(lexicon->parties.at[i].party.code, code))
            return true;
    return false;
}

static void read_organization(reading_t *r, json_t *entry) {
    lexicon_t *lexicon = r->lexicon;
    const char *name = config_string(entry, "name"), *acronym = config_string(entry, "acronym"), *summit;
    if (!config_check(r->config, entry,
                      "acronym:s? name:s kind:s forms:l? parent:s? seat:s? organs:a? summit:s? members:l?", name))
        return;
    bool clear =
        acronym && !is_party_code(lexicon, acronym); /* an acronym that is a state's code gives way to the name */
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

static bool is_ing(const char *form) {
    size_t first = strcspn(form, " ");
    return first > 4 && !memcmp(form + first - 3, "ing", 3);
}

/* One form of the verb read last, under the classes of what it takes. mark: that it is a verb (CLASS_say), or the bare
 * verb (CLASS_base), which is one only behind several who speak. */
static void add_verb_form(reading_t *r, json_t *entry, const char *form, unsigned mark) {
    lexicon_t *lexicon = r->lexicon;
    int verb = lexicon->verbs.count - 1;
    size_t i;
    json_t *takes;
    lexicon_add(lexicon, form, mark, verb, false);
    size_t size = strlen(form);
    if (mark == CLASS_base && size > 5 && !strcmp(form + size - 5, " that")) /* hold that: leads to a clause by itself */
        lexicon_add(lexicon, form, CLASS_leads, verb, false);
    if (is_ing(form))
        lexicon_add(lexicon, form, CLASS_say_ing, verb, false);
    json_array_foreach(json_object_get(entry, "takes"), i, takes) {
        const char *name = arena_printf(lexicon->arena, "say_%s", json_string_value(takes));
        unsigned class = lexicon_known_class(lexicon, name);
        if (class)
            lexicon_add(lexicon, form, class, verb, false);
        else
            config_error(r->config, lexicon->verbs.at[verb].name,
                         "\"takes\" may hold that, np, to, ask, for, of, quote; not \"%s\"", json_string_value(takes));
    }
}

static void read_verb(reading_t *r, json_t *entry) {
    lexicon_t *lexicon = r->lexicon;
    const char *verb = config_string(entry, "verb");
    bool base = true;
    size_t i;
    json_t *form;
    if (!config_check(r->config, entry, "verb:s forms:l act:s takes:l past:s?", verb))
        return;
    *list_add(lexicon->arena, &lexicon->verbs) = (verb_t){keep(r, verb), keep_string(r, entry, "act")};
    json_array_foreach(json_object_get(entry, "forms"), i, form) {
        base &= strcmp(json_string_value(form), verb) != 0;
        add_verb_form(r, entry, json_string_value(form), CLASS_say);
    }
    if (base) /* we reaffirm, the leaders call for */
        add_verb_form(r, entry, verb, CLASS_base);
    size_t stem = strcspn(verb, " ");
    if (base && stem > 3 && !memcmp(verb + stem - 3, "ise", 3)) /* and in the other spelling: we recognize */
        add_verb_form(r, entry, arena_printf(r->lexicon->arena, "%.*size%s", (int)stem - 3, verb, verb + stem),
                      CLASS_base);
}

/* Kinds of things under one noun: meetings, instruments, undertakings. */
static void read_kind(reading_t *r, json_t *entry, unsigned class) {
    lexicon_t *lexicon = r->lexicon;
    const char *kind = config_string(entry, "kind");
    if (!config_check(r->config, entry, "kind:s forms:l bilateral:b? weak:b? general:b?", kind))
        return;
    *list_add(lexicon->arena, &lexicon->kinds_of_things) = keep(r, kind);
    add_forms(r, json_object_get(entry, "forms"), class, lexicon->kinds_of_things.count - 1, false);
    if (json_is_true(json_object_get(entry, "bilateral"))) /* it alone names no occasion beside that of the two sides */
        add_forms(r, json_object_get(entry, "forms"), lexicon_class(lexicon, "twosided"), 0, false);
    bool general = json_is_true(json_object_get(entry, "general"));
    if (general || json_is_true(json_object_get(entry, "weak"))) /* too general to be one undertaking by itself */
        add_forms(r, json_object_get(entry, "forms"), CLASS_weakthing, 0, false);
    if (general)
        add_forms(r, json_object_get(entry, "forms"), CLASS_generalthing, 0, false);
}

/* Entries that stand for a number: months, ordinals, days from today. */
static void read_number(reading_t *r, json_t *entry, const char *key, unsigned class, bool proper) {
    if (!config_check(r->config, entry, arena_printf(r->lexicon->arena, "%s:i forms:l", key), NULL))
        return;
    add_forms(r, json_object_get(entry, "forms"), class, (int)json_integer_value(json_object_get(entry, key)), proper);
}

/* Multipliers reach further than an int: their exponent of ten is kept. */
static void read_multiplier(reading_t *r, json_t *entry) {
    int power = 0;
    if (!config_check(r->config, entry, "value:i forms:l", NULL))
        return;
    for (json_int_t value = json_integer_value(json_object_get(entry, "value")); value >= 10; value /= 10)
        power++;
    add_forms(r, json_object_get(entry, "forms"), CLASS_multiplier, power, false);
}

static void read_unit(reading_t *r, json_t *entry, unsigned class) {
    if (!config_check(r->config, entry, "unit:s forms:l", config_string(entry, "unit")))
        return;
    *list_add(r->lexicon->arena, &r->lexicon->kinds_of_things) = keep_string(r, entry, "unit");
    add_forms(r, json_object_get(entry, "forms"), class, r->lexicon->kinds_of_things.count - 1, false);
}

static void read_action(reading_t *r, json_t *entry) {
    if (!config_check(r->config, entry, "past:s forms:l", config_string(entry, "past")))
        return;
    *list_add(r->lexicon->arena, &r->lexicon->kinds_of_things) = keep_string(r, entry, "past");
    add_forms(r, json_object_get(entry, "forms"), CLASS_action, r->lexicon->kinds_of_things.count - 1, false);
}

/* Words that only form a class, for rules to name. */
static void read_class(reading_t *r, json_t *entry) {
    const char *name = config_string(entry, "class");
    if (!config_check(r->config, entry, "class:s note:s words:l proper:b?", name))
        return;
    add_forms(r, json_object_get(entry, "words"), lexicon_class(r->lexicon, name), 0,
              json_is_true(json_object_get(entry, "proper")));
}

static folding_t folding_of(reading_t *r, json_t *pair, const char *what) {
    const char *from = json_string_value(json_array_get(pair, 0)), *to = json_string_value(json_array_get(pair, 1));
    if (!from || !*from || !to || json_array_size(pair) != 2) {
        config_error(r->config, what, "a folding is a pair of strings, the first not empty");
        return (folding_t){"", ""};
    }
    return (folding_t){keep(r, from), keep(r, to)};
}

static void read_folding(reading_t *r, json_t *pair) {
    folding_t folding = folding_of(r, pair, "transliteration");
    if (*folding.from)
        *list_add(r->lexicon->arena, &r->lexicon->foldings) = folding;
}

static void read_spelling(reading_t *r, json_t *pair) {
    folding_t spelling = folding_of(r, pair, "spellings");
    if (*spelling.from)
        *list_add(r->lexicon->arena, &r->lexicon->spellings) = spelling;
}

/* ---- files ---- */

#define EACH(key, call) json_array_foreach(json_object_get(r->config->root, key), i, entry) call

static void read_states(reading_t *r) {
    size_t i;
    json_t *entry;
    EACH("states", read_state(r, entry));
}

static void read_organizations(reading_t *r) {
    size_t i;
    json_t *entry;
    EACH("organizations", read_organization(r, entry));
    EACH("organizations", read_parent(r, entry));
}

static void read_places(reading_t *r) {
    size_t i;
    json_t *entry;
    EACH("places", read_place(r, entry));
}

static void read_people(reading_t *r) {
    size_t i;
    json_t *entry;
    EACH("people", read_person(r, entry));
}

static void read_roles(reading_t *r) {
    size_t i;
    json_t *entry;
    EACH("roles", read_role(r, entry));
    EACH("heads", read_head(r, entry));
    add_forms(r, json_object_get(r->config->root, "modifiers"), CLASS_rolemod, 0, false);
}

static void read_reporting(reading_t *r) {
    size_t i;
    json_t *entry;
    EACH("verbs", read_verb(r, entry));
}

static void read_meetings(reading_t *r) {
    size_t i;
    json_t *entry;
    EACH("kinds", read_kind(r, entry, CLASS_meetkind));
    add_forms(r, json_object_get(r->config->root, "sessions"), CLASS_session, 0, false);
}

static void read_instruments(reading_t *r) {
    size_t i;
    json_t *entry;
    EACH("kinds", read_kind(r, entry, CLASS_instrument));
    EACH("actions", read_action(r, entry));
}

static void read_undertakings(reading_t *r) {
    size_t i;
    json_t *entry;
    EACH("kinds", read_kind(r, entry, CLASS_undertaking));
}

static void read_calendar(reading_t *r) {
    size_t i;
    json_t *entry;
    EACH("months", read_number(r, entry, "number", CLASS_month, true));
    EACH("weekdays", read_number(r, entry, "number", CLASS_weekday, true));
    EACH("relative", read_number(r, entry, "days", CLASS_relday, false));
    add_forms(r, json_object_get(r->config->root, "dayparts"), lexicon_class(r->lexicon, "daypart"), 0, false);
}

static void read_numbers(reading_t *r) {
    size_t i;
    json_t *entry;
    EACH("ordinals", read_number(r, entry, "value", CLASS_ordinal, false));
    EACH("cardinals", read_number(r, entry, "value", CLASS_cardinal, false));
    EACH("multipliers", read_multiplier(r, entry));
    EACH("currencies", read_unit(r, entry, CLASS_currency));
    EACH("units", read_unit(r, entry, lexicon_class(r->lexicon, "unit")));
}

static void read_names(reading_t *r) {
    size_t i;
    json_t *entry;
    EACH("transliteration", read_folding(r, entry));
    EACH("spellings", read_spelling(r, entry));
    add_forms(r, json_object_get(r->config->root, "honorifics"), CLASS_honorific, 0, true);
    add_forms(r, json_object_get(r->config->root, "particles"), CLASS_particle, 0, false);
    json_array_foreach(json_object_get(r->config->root, "abbreviations"), i, entry) {
        const char *word = json_string_value(entry);
        *list_add(r->lexicon->arena, &r->lexicon->abbreviations) =
            vocab_add(r->lexicon->vocab, word, strcspn(word, "."));
    }
}

static void read_classes(reading_t *r) {
    size_t i;
    json_t *entry;
    EACH("classes", read_class(r, entry));
}

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
