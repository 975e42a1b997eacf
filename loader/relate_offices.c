/* Which office somebody holds, and for whom: from the words beside the name, the list that the name stands in, other
 * mentions of the office, and the state that a text is at home in. */
#include <ctype.h>
#include <string.h>

#include "relate_people.h"

/* ---- terms of office of listed people ---- */

/* True if an ISO day lies in [from, to), each to the precision given. */
bool covers(const tenure_t *t, const char *day) {
    return (!t->from || strncmp(day, t->from, strlen(t->from)) >= 0) &&
           (!t->to || strncmp(day, t->to, strlen(t->to)) <= 0);
}

/* The term that a listed person serves on a day; the last one known, where the day or the term is not. */
const tenure_t *tenure_on(const relate_t *r, int figure, const char *day) {
    const figure_t *known = &r->lexicon->people.at[figure];
    const tenure_t *found = NULL;
    for (int i = 0; i < known->terms.count; i++)
        if (!found || (day && covers(&known->terms.at[i], day)))
            found = &known->terms.at[i];
    return found;
}

/* ---- offices ---- */

static const role_entry_t *role_entry(const relate_t *r, span_t span) {
    static const class_id_t classes[] = {CLASS_role, CLASS_rolehead, CLASS_roles};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        const item_t *item = item_in(r, span, classes[i]);
        const sense_t *sense = item && !item->mention ? lexicon_sense(r->lexicon, item, classes[i], NULL) : NULL;
        if (sense)
            return &r->lexicon->roles.at[sense->entity];
    }
    return NULL;
}

static bool is_small_word(const char *word) {
    static const char *const small[] = {"of ", "the ", "and ", "for ", "to ", "in ", "on "};
    for (size_t i = 0; i < sizeof small / sizeof *small; i++)
        if (!strncmp(word, small[i], strlen(small[i])))
            return true;
    return false;
}

/* An office as it is written, but with capitals: president becomes President. */
static const char *role_text(const relate_t *r, span_t span) {
    char *text = arena_strdup(r->arena, text_of_span(r->a, span));
    if (isupper((unsigned char)*text))
        return text;
    for (char *c = text; *c; c++)
        if ((c == text || c[-1] == ' ') && !is_small_word(c))
            *c = (char)toupper((unsigned char)*c);
    return text;
}

/* Party offices and honorary titles come last: whoever is also something else is that. */
static bool is_minor(const char *role, const char *rank) {
    return !strncasecmp(role, "member", 6) || (!strcmp(rank, "other") && strncasecmp(role, "founder", 7));
}

title_t title_of(const relate_t *r, const item_t *office) {
    title_t title = {NULL, NULL, NULL, NONE};
    const mention_t *m = office->mention;
    for (int i = 0; i < m->part_count; i++) {
        const part_t *part = &m->parts[i];
        if (part->name == CAP_party && title.party == NONE)
            title.party = lexicon_party_of(r, part->span.at);
        if (part->name != CAP_role)
            continue;
        const role_entry_t *entry = role_entry(r, part->span);
        const char *rank = entry ? entry->rank : "other", *role = role_text(r, part->span);
        if (!title.role || (is_minor(title.role, title.rank) && !is_minor(role, rank))) {
            title.role = role;
            title.rank = rank;
            title.post = entry ? entry->name : role;
        }
    }
    bool top = title.rank && (!strcmp(title.rank, "head of state") || !strcmp(title.rank, "head of government"));
    if (top && title.party != NONE && !strcmp(r->lexicon->parties.at[title.party].party.kind, "organization"))
        title.rank = "head of organization"; /* the President of the IPU */
    return title;
}

void set_office(relate_t *r, int person, title_t title, const item_t *item) {
    profile_t *profile = &r->profiles.at[person];
    const tenure_t *tenure = profile->figure == NONE ? NULL : tenure_on(r, profile->figure, r->today);
    bool heads = title.rank && !strcmp(title.rank, "head of organization"); /* of which, the text may tell elsewhere */
    if (title.party == NONE && tenure && (!heads || !strcasecmp(tenure->role, title.post)))
        title.party = tenure->party;
    if (title.party != NONE && profile->party == NONE)
        profile->party = party_index(r, title.party);
    if ((profile->office != NONE && r->out->offices.at[profile->office].role) ||
        (profile->office != NONE && !title.role))
        return;
    if (profile->office == NONE) {
        (void)list_add(r->arena, &r->out->offices);
        profile->office = r->out->offices.count - 1;
    }
    profile->rank = title.rank;
    r->out->offices.at[profile->office] =
        (office_t){person,     title.role,     title.rank,
                   title.post, profile->party, evidence_of(r, item->first, item->last, item->mention->rule->name)};
}

/* ---- for whom ---- */

void person_serves(relate_t *r, int person, int party) {
    profile_t *p = &r->profiles.at[person];
    p->party = party;
    if (p->office != NONE)
        r->out->offices.at[p->office].party = party;
}

static bool is_head(const profile_t *p) {
    return p->rank && (!strcmp(p->rank, "head of state") || !strcmp(p->rank, "head of government"));
}

/* Whether nothing but "and", or with comma a comma too, stands between two people. */
static bool is_next(const relate_t *r, const item_t *before, const item_t *item, bool comma) {
    for (int t = before->last; t < item->first; t++)
        if (!token_is(r, t, WORD_and) && !(comma && mark_at(r, t) == ','))
            return false;
    return before->last < item->first;
}

/* "Norway's Secretary A and Foreign Minister B", "the Azerbaijani President A, Foreign Minister B": B's office is held
 * for the same party. */
static void share_party(relate_t *r, const item_t *item, int person) {
    const item_t *before = r->list_who;
    int other = before ? person_at(r, before) : NONE;
    bool led = other != NONE && (is_head(&r->profiles.at[other]) || r->list_shared);
    r->list_who = item;
    r->list_shared = person != NONE && led && r->profiles.at[person].party == NONE && is_next(r, before, item, true) &&
                     r->profiles.at[person].rank && strstr(r->profiles.at[person].rank, "minister");
    if (person != NONE && other != NONE && r->profiles.at[person].party == NONE &&
        (r->list_shared || is_next(r, before, item, false)))
        person_serves(r, person, r->profiles.at[other].party);
}

/* "Prime Ministers A, B and C": nothing but the office before the list says that they are people. */
static void bare_member(relate_t *r, const item_t *item) {
    const char *text = text_of_item(r->a, item);
    if (word_count(text) < 2 || r->person_of_token[item->first])
        return;
    const role_entry_t *role = &r->lexicon->roles.at[r->list_role];
    int person = find_or_add(r, name_of(r, text), NONE);
    add_form(r, &r->out->people.at[person].forms, text);
    r->person_of_token[item->first] = person + 1;
    if (!r->profiles.at[person].token)
        r->profiles.at[person].token = item->first;
    set_office(r, person, (title_t){role->name, role->rank, role->name, NONE}, item);
    r->list_last = item;
}

/* "Presidents A of X, B of Y": the office that a list names for those who have none of their own there. */
static void office_of_list(relate_t *r, const item_t *item) {
    if (!item->mention && is_a(r->a, item, CLASS_roles)) {
        r->list_role = lexicon_sense(r->lexicon, item, CLASS_roles, NULL)->entity;
        r->list_last = item;
    }
    if (r->list_role != NONE && is_a(r->a, item, CLASS_proper) && item->mention &&
        (item->first == r->list_last->last || is_next(r, r->list_last, item, true)))
        bare_member(r, item);
    if (!item->mention || !is_a(r->a, item, CLASS_who))
        return;
    int person = person_at(r, item);
    r->list_last = item;
    if (mention_part(item->mention, CAP_office).count)
        r->list_role = NONE;
    share_party(r, item, person);
    if (person == NONE || r->list_role == NONE || party_part(r, item) == NONE)
        return;
    const role_entry_t *role = &r->lexicon->roles.at[r->list_role];
    set_office(r, person, (title_t){role->name, role->rank, role->name, party_part(r, item)}, item);
}

void offices_of_lists(relate_t *r) {
    const int count = find_refs(r, CLASSES_OF(CLASS_roles, CLASS_who, CLASS_proper), true);
    int line = NONE;
    r->list_who = NULL;
    for (int i = 0; i < count; i++) {
        const item_ref_t *ref = &r->refs.at[r->found[i]];
        if (ref->semicolon || ref->line != line)
            r->list_role = NONE;
        line = ref->line;
        if (!ref->semicolon)
            office_of_list(r, ref->item);
    }
}

/* Offices of a state, in which a text of that state calls its people without naming it. */
static bool is_of_state(const char *rank) {
    static const char *const ranks[] = {"head of state", "head of government", "deputy head", "minister",
                                        "deputy minister"};
    for (size_t i = 0; rank && i < sizeof ranks / sizeof *ranks; i++)
        if (!strcmp(rank, ranks[i]))
            return true;
    return false;
}

/* The state that the text names most, at least twice, among those for which nobody else is there; NONE if there is a tie. */
static int home_state(relate_t *r) {
    int best = NONE, most = 1,
        *counts = arena_zalloc(r->arena, sizeof *counts * (size_t)(r->lexicon->parties.count + 1));
    bool *served = arena_zalloc(r->arena, (size_t)r->out->parties.count + 1);
    for (int i = 0; i < r->profiles.count; i++)
        served[r->profiles.at[i].party == NONE ? r->out->parties.count : r->profiles.at[i].party] = true;
    for (int i = 0; i < r->refs.count; i++) {
        const item_t *item = r->refs.at[i].item;
        int party = is_a(r->a, item, CLASS_org) ? NONE : lexicon_party_of(r, item);
        if (party != NONE && !(r->party_of[party] != NONE && served[r->party_of[party]]))
            counts[party]++;
    }
    for (int i = 0; i < r->lexicon->parties.count; i++)
        if (counts[i] >= most) {
            best = counts[i] > most ? i : NONE;
            most = counts[i];
        }
    return party_index(r, best);
}

static bool is_at_home(const profile_t *p) {
    return p->party == NONE && p->figure == NONE && is_of_state(p->rank);
}

void serve_home(relate_t *r) {
    int first = 0;
    while (first < r->profiles.count && !is_at_home(&r->profiles.at[first]))
        first++;
    int home = first < r->profiles.count ? home_state(r) : NONE;
    for (int i = first; home != NONE && i < r->profiles.count; i++)
        if (is_at_home(&r->profiles.at[i]))
            person_serves(r, i, home);
}

/* The only one of those whose party is not known in whose office somebody is mentioned: of those without an office, one
 * who is named by surname alone. */
static int person_without_party(const relate_t *r, title_t title) {
    int same = NONE, none = NONE, sames = 0, nones = 0;
    for (int i = 0; i < r->profiles.count; i++) {
        const profile_t *p = &r->profiles.at[i];
        const char *role = p->office == NONE ? NULL : r->out->offices.at[p->office].role;
        if (p->party != NONE)
            continue;
        if (role && (!strcasecmp(role, title.role) || (is_head(p) && ranks_agree(p->rank, title.rank)))) {
            same = i;
            sames++;
        } else if (!role && p->words == 1) {
            none = i;
            nones++;
        }
    }
    return sames == 1 ? same : sames == 0 && nones == 1 ? none : NONE;
}

/* "Foreign Minister Lin Zhao ... the Chinese Foreign Minister": the party that another mention of the office gives. */
void party_by_office(relate_t *r, const item_t *item, int line) {
    (void)line;
    if (!mention_part(item->mention, CAP_party).count)
        return;
    title_t title = title_of(r, item);
    if (title.party == NONE || !title.role)
        return;
    int person = person_by_title(r, title, NULL); /* who may be known to hold it, and not called so yet */
    if (person == NONE)
        person = person_without_party(r, title);
    else if (r->profiles.at[person].office != NONE && r->out->offices.at[r->profiles.at[person].office].role)
        return;
    if (person == NONE)
        return;
    set_office(r, person, title, item);
    person_serves(r, person, party_index(r, title.party));
    if (item->first < r->profiles.at[person].token)
        r->profiles.at[person].token = item->first;
}
