/* Who is named, in which office, and whom later mentions mean. Full names come first, over the whole text; surnames and
 * titles are then resolved among those whom the text names. */
#include <string.h>

#include "relate_people.h"

/* ---- names ---- */

const item_t *item_in(const relate_t *r, span_t span, unsigned class) {
    for (int i = 0; i < span.count; i++) {
        const item_t *item = &span.at[i];
        if (is_a(r->a, item, class))
            return item;
        const item_t *inner = item->mention ? item_in(r, item->mention->span, class) : NULL;
        if (inner)
            return inner;
    }
    return NULL;
}

/* The listed person that a span names in full, or NONE. */
static int figure_in(const relate_t *r, span_t span) {
    const item_t *item = item_in(r, span, CLASS_person);
    while (item && item->mention)
        item = item_in(r, item->mention->span, CLASS_person);
    const sense_t *sense = item ? lexicon_sense(r->lexicon, item, CLASS_person, NULL) : NULL;
    return sense ? sense->entity : NONE;
}

static inline bool same_word(const char *one, const char *other) {
    return *one == *other && !strcmp(one, other);
}

static const char *last_word(const char *text) {
    const char *blank = strrchr(text, ' ');
    return blank ? blank + 1 : text;
}

/* The last word of a folded name that is no numeral and no Jr. */
static const char *surname_word(const relate_t *r, const char *key) {
    static const char *const suffixes[] = {"jr", "sr", "i", "iv", "v", "vi", "vi", "vii", "ix", "x", "xi", "xii"};
    const char *word = last_word(key);
    for (size_t i = 0; word > key && i < sizeof suffixes / sizeof *suffixes; i++)
        if (!strcmp(word, suffixes[i]))
            return last_word(arena_strndup(r->arena, key, (size_t)(word - key - 1)));
    return word;
}

static const char *first_word(const relate_t *r, const char *text) {
    return arena_strndup(r->arena, text, strcspn(text, " "));
}

name_t name_of(relate_t *r, const char *text) {
    int64_t *number = map_at(r->name_numbers, text, strlen(text));
    if (!*number) {
        const char *key = lexicon_fold(r->lexicon, text, true, r->arena);
        *list_add(r->arena, &r->names) = (name_t){text, key, word_count(key)};
        *number = r->names.count;
    }
    return r->names.at[*number - 1];
}

static void set_key(relate_t *r, int person, const char *key) {
    profile_t *profile = &r->profiles.at[person];
    r->out->people.at[person].key = key;
    profile->last = last_word(key);
    profile->words = word_count(key);
}

static int add_person(relate_t *r, name_t name, int figure) {
    int person = r->out->people.count;
    const figure_t *known = figure == NONE ? NULL : &r->lexicon->people.at[figure];
    *list_add(r->arena, &r->out->people) = (person_t){.name = known ? known->name : name.text, .listed = known != NULL};
    *list_add(r->arena, &r->profiles) =
        (profile_t){.figure = figure,
                    .party = NONE,
                    .office = NONE,
                    .surname = known && known->surname ? name_of(r, known->surname).key : surname_word(r, name.key),
                    .given = first_word(r, name.key)};
    set_key(r, person, known ? name_of(r, known->name).key : name.key);
    return person;
}

/* ---- full names ---- */

static int person_by_key(const relate_t *r, const char *key) {
    for (int i = 0; i < r->out->people.count; i++)
        if (same_word(r->out->people.at[i].key, key))
            return i;
    return NONE;
}

static int person_by_figure(const relate_t *r, int figure) {
    for (int i = 0; figure != NONE && i < r->profiles.count; i++)
        if (r->profiles.at[i].figure == figure)
            return i;
    return NONE;
}

/* Two full names are one person's if the first and the last word agree: Vinay Kwatra, Vinay Mohan Kwatra. */
static int person_by_ends(const relate_t *r, const char *key) {
    const char *surname = last_word(key);
    size_t given = strcspn(key, " ");
    for (int i = 0; i < r->profiles.count; i++) {
        const profile_t *p = &r->profiles.at[i];
        if (p->figure == NONE && p->words > 1 && !strncmp(p->given, key, given) && !p->given[given] &&
            !strcmp(p->last, surname))
            return i;
    }
    return NONE;
}

/* Whose key ends in this one: a surname of two words, as Kőszegi-Tóth. */
static int person_by_end(const relate_t *r, const char *key) {
    size_t size = strlen(key);
    for (int i = 0; i < r->out->people.count; i++) {
        const char *whole = r->out->people.at[i].key;
        size_t length = strlen(whole);
        if (length > size && whole[length - size - 1] == ' ' && !strcmp(whole + length - size, key))
            return i;
    }
    return NONE;
}

int find_or_add(relate_t *r, name_t name, int figure) {
    int person = figure != NONE ? person_by_figure(r, figure) : person_by_key(r, name.key);
    if (person == NONE && figure == NONE)
        person = person_by_end(r, name.key);
    if (person == NONE && figure == NONE)
        person = person_by_ends(r, name.key);
    if (person == NONE)
        return add_person(r, name, figure);
    if (figure == NONE && name.words > r->profiles.at[person].words) {
        r->out->people.at[person].name = name.text;
        set_key(r, person, name.key);
    }
    return person;
}

int party_part(const relate_t *r, const item_t *who) {
    span_t span = mention_part(who->mention, CAP_party);
    return span.count ? lexicon_party_of(r, span.at) : NONE;
}

static title_t title_of_who(const relate_t *r, const item_t *who) {
    span_t office = mention_part(who->mention, CAP_office);
    title_t title = {NULL, NULL, NULL, NONE};
    if (office.count && office.at->mention)
        title = title_of(r, office.at);
    if (title.party == NONE)
        title.party = party_part(r, who);
    return title;
}

/* form: the name, whose first token is this. */
static void take_name(relate_t *r, const item_t *who, int token, const char *form, int person) {
    add_form(r, &r->out->people.at[person].forms, form);
    if (!r->profiles.at[person].token || token < r->profiles.at[person].token)
        r->profiles.at[person].token = token;
    r->person_of_token[token] = person + 1;
    set_office(r, person, title_of_who(r, who), who);
}

static void full_name(relate_t *r, const item_t *item, int line) {
    (void)line;
    if (!item->mention)
        return;
    span_t span = mention_part(item->mention, CAP_name);
    int figure = figure_in(r, span);
    name_t name = name_of(r, text_of_span(r->a, span));
    if (figure != NONE || name.words > 1)
        take_name(r, item, span.at->first, name.text, find_or_add(r, name, figure));
}

/* ---- surnames and first names alone ---- */

/* Whose name has this word between the first and the last: the first of two surnames, as Quispe of Dina Quispe Mamani. */
static int person_by_middle(const relate_t *r, const char *word, int party) {
    for (int i = 0; i < r->profiles.count; i++) {
        const profile_t *p = &r->profiles.at[i];
        bool here = p->words > 2 && (party == NONE || p->party == NONE || p->party == party);
        const char *key = r->out->people.at[i].key, *at = here ? strstr(key, word) : NULL;
        if (at && at > key && at[-1] == ' ' && at[strlen(word)] == ' ')
            return i;
    }
    return NONE;
}

/* Among those named in full: whose surname, or for want of one whose first name, is this word; the last named wins. */
static int person_by_word(const relate_t *r, const char *word, int party) {
    int by_surname = NONE, by_given = NONE;
    for (int i = 0; i < r->profiles.count; i++) {
        const profile_t *p = &r->profiles.at[i];
        bool here = party == NONE || p->party == NONE || p->party == party;
        if (here && (same_word(p->surname, word) || same_word(p->last, word)))
            by_surname = by_surname == NONE ? i : by_surname;
        else if (here && same_word(p->given, word))
            by_given = by_given == NONE ? i : by_given;
    }
    return by_surname != NONE ? by_surname : by_given != NONE ? by_given : person_by_middle(r, word, party);
}

/* The one listed person of that surname who serves the party, in that office, on the day of the text; NONE if several. */
static int figure_by_surname(const relate_t *r, span_t name, title_t title) {
    const item_t *item = item_in(r, name, CLASS_surname);
    int found = NONE;
    if (!item || item->mention)
        return NONE;
    for (const sense_t *sense = NULL; (sense = lexicon_sense(r->lexicon, item, CLASS_surname, sense));) {
        const tenure_t *t =
            r->lexicon->people.at[sense->entity].terms.count ? tenure_on(r, sense->entity, r->today) : NULL;
        if (!t || (r->today && !covers(t, r->today)) || (title.party != NONE && t->party != title.party) ||
            (title.role && title.party == NONE && strcasecmp(title.role, t->role)))
            continue;
        if (found != NONE)
            return NONE;
        found = sense->entity;
    }
    return found;
}

static void short_name(relate_t *r, const item_t *item, int line) {
    (void)line;
    if (!item->mention)
        return;
    span_t span = mention_part(item->mention, CAP_name);
    if (r->person_of_token[span.at->first])
        return;
    name_t name = name_of(r, text_of_span(r->a, span));
    if (name.words > 1)
        return;
    title_t title = title_of_who(r, item);
    int person = person_by_word(r, name.key, title.party == NONE ? NONE : r->party_of[title.party]);
    int figure = person == NONE ? figure_by_surname(r, span, title) : NONE;
    bool titled = is_a(r->a, item->mention->span.at, CLASS_honorific); /* Mr. Zhumin */
    if (person == NONE && (title.role || figure != NONE || titled))
        person = figure != NONE ? find_or_add(r, name, figure) : add_person(r, name, NONE);
    if (person != NONE)
        take_name(r, item, span.at->first, name.text, person);
}

/* A name without any title: a person named elsewhere, or nobody. */
static void bare_name(relate_t *r, const item_t *item, int line) {
    (void)line;
    span_t name = item->mention ? mention_part(item->mention, CAP_name) : (span_t){NULL, 0};
    if (name.count && is_a(r->a, item, CLASS_who) && r->person_of_token[name.at->first])
        r->named_to = name.at[name.count - 1].last;
    if (!(is_a(r->a, item, CLASS_proper) || is_a(r->a, item, CLASS_surname)) || item->first < r->named_to)
        return;
    const char *text = text_of_item(r->a, item);
    name_t known = name_of(r, text);
    int person = known.words > 1 ? person_by_key(r, known.key) : person_by_word(r, known.key, NONE);
    if (person == NONE && known.words > 1)
        person = person_by_end(r, known.key);
    if (person == NONE && known.words > 1)
        person = person_by_ends(r, known.key);
    if (person == NONE)
        return;
    add_form(r, &r->out->people.at[person].forms, text);
    r->person_of_token[item->first] = person + 1;
    r->named_to = item->last;
}

/* ---- whom an item means ---- */

bool ranks_agree(const char *one, const char *other) {
    return one && other && !strcmp(one, other);
}

/* Whether a person holds an office: with a party, by the words of the office or its rank; without, by its words, of which
 * "head of state" is a rank. */
static bool holds(const relate_t *r, const profile_t *p, title_t title, int party) {
    const char *role = p->office == NONE ? NULL : r->out->offices.at[p->office].role;
    const tenure_t *tenure = !role && p->figure != NONE ? tenure_on(r, p->figure, r->today) : NULL;
    bool any = title.post && title.rank && !strcasecmp(title.post, title.rank);
    if ((party != NONE || any) && ranks_agree(p->rank, title.rank))
        return party == NONE || p->party == party;
    if (party != NONE && p->party == party &&
        ((tenure && !strcasecmp(tenure->role, title.role)) || !strcasecmp(title.role, "leader")))
        return true;
    return role && (party == NONE || p->party == party) &&
           (!strcasecmp(role, title.role) || (title.post && !strcasecmp(role, title.post)));
}

enum { HEADLINE = 60 }; /* tokens at the start, where a title may stand for somebody named later */

/* The holder of an office among those named before an item, or among all (NULL), the first of several. At the start of the
 * text it may be somebody named later: of that party, or else the only one. */
int person_by_title(const relate_t *r, title_t title, const item_t *item) {
    int party = title.party == NONE ? NONE : r->party_of[title.party], found = NONE, later = NONE, laters = 0;
    if (!title.role || (title.party != NONE && party == NONE))
        return NONE;
    for (int i = 0; i < r->profiles.count; i++) {
        const profile_t *p = &r->profiles.at[i];
        if (!holds(r, p, title, party))
            continue;
        bool before = !item || p->token < item->first || (party != NONE && item->first < HEADLINE);
        if (before && (found == NONE || p->token < r->profiles.at[found].token))
            found = i;
        later = i;
        laters++;
    }
    return found == NONE && item && item->first < HEADLINE && laters == 1 ? later : found;
}

enum { NAMED_REACH = 1000 }; /* tokens back to the person that "the diplomat" means */

/* "the diplomat", "the UN chief": the person named last before, of that party if there is one. */
static int person_named_last(const relate_t *r, const item_t *item) {
    span_t span = mention_part(item->mention, CAP_party);
    int lexicon_party = span.count ? lexicon_party_of(r, span.at) : NONE;
    int party = lexicon_party == NONE ? NONE : r->party_of[lexicon_party];
    if (lexicon_party != NONE && party == NONE)
        return NONE;
    for (int t = item->first - 1; t >= 0 && t > item->first - NAMED_REACH; t--) {
        int person = r->person_of_token[t] - 1;
        if (person != NONE && (party == NONE || r->profiles.at[person].party == party))
            return person;
    }
    return NONE;
}

int person_at(const relate_t *r, const item_t *item) {
    if (is_a(r->a, item, CLASS_who) && item->mention) {
        span_t name = mention_part(item->mention, CAP_name);
        return r->person_of_token[name.at->first] - 1;
    }
    if (is_a(r->a, item, CLASS_proper) || is_a(r->a, item, CLASS_surname) || is_a(r->a, item, CLASS_person))
        return r->person_of_token[item->first] - 1;
    if (is_a(r->a, item, CLASS_office) && item->mention)
        return person_by_title(r, title_of(r, item), item);
    if (is_a(r->a, item, CLASS_anyone) && item->mention)
        return person_named_last(r, item);
    return NONE;
}

int person_in_office(const relate_t *r, const item_t *office) {
    return person_by_title(r, title_of(r, office), NULL);
}

void relate_people(relate_t *r) {
    each_item(r, CLASSES_OF(CLASS_who), full_name);
    offices_of_lists(r);
    each_item(r, CLASSES_OF(CLASS_who), short_name);
    each_item(r, CLASSES_OF(CLASS_office), party_by_office);
    serve_home(r);
    each_item(r, CLASSES_OF(CLASS_who, CLASS_proper, CLASS_surname), bare_name);
}
