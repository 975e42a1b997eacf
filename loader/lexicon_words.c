/* The words of the language, from lexicon/ into the lexicon: verbs, kinds of things, numbers, classes, spellings. */
#include <string.h>

#include "lexicon_parts.h"

/* ---- entries ---- */

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
    size_t size = strlen(form);
    lexicon_add(lexicon, form, mark, verb, false);
    if (mark == CLASS_base && size > 5 &&
        !strcmp(form + size - 5, " that")) /* hold that: leads to a clause by itself */
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

static uint32_t bare_word(lexicon_t *lexicon, const char *verb) {
    size_t first = strcspn(verb, " ");
    bool adverb = first > 2 && !memcmp(verb + first - 2, "ly", 2); /* highly value */
    return adverb || memchr(verb, '-', first) ? 0 : vocab_add(lexicon->vocab, verb, first);
}

static void read_verb(reading_t *r, json_t *entry) {
    lexicon_t *lexicon = r->lexicon;
    const char *verb = config_string(entry, "verb");
    bool base = true;
    size_t i;
    json_t *form;
    if (!config_check(r->config, entry, "verb:s forms:l act:s takes:l past:s?", verb))
        return;
    const char *act = config_string(entry, "act");
    *list_add(lexicon->arena, &lexicon->verbs) =
        (verb_t){keep(r, verb), keep(r, act), speech_act_number(act), bare_word(lexicon, verb)};
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
        return (folding_t){.from = "", .to = ""};
    }
    return (folding_t){.from = keep(r, from), .to = keep(r, to)};
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

void read_reporting(reading_t *r) {
    size_t i;
    json_t *entry;
    EACH("verbs", read_verb(r, entry));
}

void read_meetings(reading_t *r) {
    size_t i;
    json_t *entry;
    EACH("kinds", read_kind(r, entry, CLASS_meetkind));
    add_forms(r, json_object_get(r->config->root, "sessions"), CLASS_session, 0, false);
}

void read_instruments(reading_t *r) {
    size_t i;
    json_t *entry;
    EACH("kinds", read_kind(r, entry, CLASS_instrument));
    EACH("actions", read_action(r, entry));
}

void read_undertakings(reading_t *r) {
    size_t i;
    json_t *entry;
    EACH("kinds", read_kind(r, entry, CLASS_undertaking));
}

void read_calendar(reading_t *r) {
    size_t i;
    json_t *entry;
    EACH("months", read_number(r, entry, "number", CLASS_month, true));
    EACH("weekdays", read_number(r, entry, "number", CLASS_weekday, true));
    EACH("relative", read_number(r, entry, "days", CLASS_relday, false));
    add_forms(r, json_object_get(r->config->root, "dayparts"), lexicon_class(r->lexicon, "daypart"), 0, false);
}

void read_numbers(reading_t *r) {
    size_t i;
    json_t *entry;
    EACH("ordinals", read_number(r, entry, "value", CLASS_ordinal, false));
    EACH("cardinals", read_number(r, entry, "value", CLASS_cardinal, false));
    EACH("multipliers", read_multiplier(r, entry));
    EACH("currencies", read_unit(r, entry, CLASS_currency));
    EACH("units", read_unit(r, entry, lexicon_class(r->lexicon, "unit")));
}

void read_names(reading_t *r) {
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

static void read_language(reading_t *r, json_t *entry) {
    if (config_check(r->config, entry, "code:s name:s", config_string(entry, "name")))
        *list_add(r->lexicon->arena, &r->lexicon->languages) =
            (language_t){keep_string(r, entry, "code"), keep_string(r, entry, "name")};
}

void read_languages(reading_t *r) {
    size_t i;
    json_t *entry;
    EACH("languages", read_language(r, entry));
    EACH("english", *list_add(r->lexicon->arena, &r->lexicon->english_words) =
                        vocab_add(r->lexicon->vocab, json_string_value(entry), json_string_length(entry)));
}

void read_classes(reading_t *r) {
    size_t i;
    json_t *entry;
    EACH("classes", read_class(r, entry));
}
