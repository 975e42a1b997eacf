/* Who stands how in which organization: presidencies, accessions, and members named as such. Standings that the head of a
 * list of participants gives are made where the list is read (relate_attendance.c). */
#include <stdlib.h>
#include <string.h>

#include "relate.h"

enum {
    LIST_REACH = 200, /* items of a list of states, refs back to a party */
    REFS_BACK = 1000  /* refs, or occasions, looked through for an organization */
};

/* The party that an item names as the one concerned: a state, or the state of a person or of a capital. */
static int party_named(relate_t *r, const item_t *item) {
    int person = person_at(r, item), lexicon_party = lexicon_party_of(r, item);
    if (person != NONE)
        return r->profiles.at[person].party;
    if (lexicon_party != NONE && !strcmp(r->lexicon->parties.at[lexicon_party].party.kind, "state"))
        return party_index(r, lexicon_party);
    const sense_t *place =
        is_a(r->a, item, CLASS_place) && !item->mention ? lexicon_sense(r->lexicon, item, CLASS_place, NULL) : NULL;
    if (place && r->lexicon->places.at[place->entity].capital)
        return party_index(r, r->lexicon->places.at[place->entity].state);
    return NONE;
}

/* ---- the year ---- */

static int year_of(const relate_t *r, const mention_t *m) {
    span_t year = mention_part(m, CAP_year);
    return year.count ? atoi(text_of_span(r->a, year)) : 0;
}

/* The year of an accession whose sentence gives none: that of the day of the text, or "last year". */
static int year_of_text(const relate_t *r, const line_t *line, int i) {
    int year = r->today ? atoi(r->today) : 0;
    int first = i > LIST_REACH ? i - LIST_REACH : 1;
    for (int k = first; k + 2 < line->count && k - i < LIST_REACH; k++)
        if (year && is_word(r, &line->items[k], WORD_last) && is_word(r, &line->items[k + 1], WORD_year))
            return year - 1;
    return year;
}

/* ---- the organization and the status ---- */

static int organization_named(relate_t *r, const mention_t *m) {
    span_t org = mention_part(m, CAP_org);
    int found = org.count ? lexicon_party_of(r, org.at) : NONE;
    for (int i = 0; found == NONE && i < m->span.count; i++)
        if (m->span.at[i].mention)
            found = organization_named(r, m->span.at[i].mention);
    return found;
}

/* The organization named with the standing, else that whose meeting the text is about, else the one named last before. */
static int organization_of(relate_t *r, const item_t *item) {
    int found = organization_named(r, item->mention), here = first_ref(r, item->first);
    for (int i = 0; found == NONE && i < r->occasions.count && i < REFS_BACK; i++)
        found = r->occasions.at[i].organization;
    for (int i = here - 1; found == NONE && i >= 0 && here - i < REFS_BACK; i--)
        if (is_a(r->a, r->refs.at[i].item, CLASS_org))
            found = lexicon_party_of(r, r->refs.at[i].item);
    return found;
}

static const char *status_of(const relate_t *r, const item_t *item) {
    const char *fixed = set_of(item, "status");
    const char *text = folded(r, text_of_item(r->a, item));
    if (fixed)
        return fixed;
    if (strstr(text, "observer"))
        return "observer";
    return strstr(text, "partner") ? "dialogue partner" : "member";
}

/* ---- facts ---- */

static void add_standing(relate_t *r, int party, const item_t *item, int year, const item_t *where) {
    int lexicon_party = organization_of(r, item);
    if (party == NONE || lexicon_party == NONE)
        return;
    standing_t s = {party,
                    party_index(r, lexicon_party),
                    status_of(r, item),
                    set_of(item, "event"),
                    year,
                    evidence_of(r, where->first < item->first ? where->first : item->first,
                                item->last > where->last ? item->last : where->last, item->mention->rule->name)};
    bool chair = !strcmp(s.status, "chair");
    for (int i = 0; i < r->out->membership.count; i++) {
        standing_t *old = &r->out->membership.at[i];
        if (old->party != s.party || old->organization != s.organization || chair != !strcmp(old->status, "chair"))
            continue;
        if (!strcmp(s.event, "accession") || (chair && !old->year && s.year))
            *old = s; /* joining replaces standing; a dated presidency replaces an undated one */
        return;
    }
    *list_add(r->arena, &r->out->membership) = s;
}

/* "went to Russia", "has been handed to India": the party behind "to" or "by", within a few words. */
static const item_t *party_right(relate_t *r, const line_t *line, int i) {
    for (int k = i + 1; k + 1 < line->count && k - i < 8; k++) {
        if (is_a(r->a, &line->items[k], CLASS_report) || is_a(r->a, &line->items[k], CLASS_cue))
            return NULL;
        if ((is_word(r, &line->items[k - 1], WORD_to) || is_word(r, &line->items[k - 1], WORD_by)) &&
            party_named(r, &line->items[k]) != NONE)
            return &line->items[k];
    }
    return NULL;
}

/* The party named last before an item in its sentence, be it inside another item. */
static const item_t *party_left(relate_t *r, const line_t *line, int i) {
    int first = r->line_refs[line - r->a->lines.at], here = first_ref(r, line->items[i].first);
    for (int k = here - 1; k >= first && here - k < LIST_REACH; k--)
        if (party_named(r, r->refs.at[k].item) != NONE && r->refs.at[k].item->last <= line->items[i].first)
            return r->refs.at[k].item;
    return NULL;
}

static void read_presidency(relate_t *r, const line_t *line, int i) {
    const item_t *right = party_right(r, line, i), *who = right ? right : party_left(r, line, i);
    if (who)
        add_standing(r, party_named(r, who), &line->items[i], year_of(r, line->items[i].mention), who);
}

static int state_named(relate_t *r, const item_t *item) {
    return is_a(r->a, item, CLASS_state) && !item->mention ? party_named(r, item) : NONE;
}

/* What may stand between the states of a list. */
static bool is_between(const relate_t *r, const item_t *item) {
    return item->last - item->first == 1 &&
           (is_word(r, item, WORD_and) || is_word(r, item, WORD_the) || item->shape == SHAPE_Punct);
}

/* States to the left of a verb (A, B and C were admitted), back to the start of the list. */
static bool read_left(relate_t *r, const line_t *line, int i, int year) {
    bool found = false;
    for (int k = i - 1; k > 0 && i - k < LIST_REACH; k--) {
        const item_t *item = &line->items[k];
        int party = state_named(r, item);
        if (party != NONE)
            add_standing(r, party, &line->items[i], year, item);
        else if (is_a(r->a, item, CLASS_report) || (found && !is_between(r, item)))
            return found;
        found |= party != NONE;
    }
    return found;
}

/* States to the right, to the end of their list. */
static void read_right(relate_t *r, const line_t *line, int i) {
    bool found = false;
    for (int k = i + 1; k + 1 < line->count && k - i < LIST_REACH; k++) {
        const item_t *item = &line->items[k];
        int party = state_named(r, item);
        if (party != NONE)
            add_standing(r, party, &line->items[i], 0, item);
        else if (found && !is_a(r->a, item, CLASS_dialogueconj) && !is_a(r->a, item, CLASS_article) &&
                 item->shape != SHAPE_Punct && !is_a(r->a, item, CLASS_org))
            return;
        found |= party != NONE;
    }
}

/* "admit A and B as members" names the states itself; else they stand left of the verb. */
static void read_accession(relate_t *r, const line_t *line, int i) {
    const mention_t *m = line->items[i].mention;
    int year = year_of(r, m) ? year_of(r, m) : year_of_text(r, line, i);
    const item_t *inside = NULL; /* congratulated Norway on becoming a member: the state is part of another item */
    if (!mention_part(m, CAP_state).count && !read_left(r, line, i, year))
        inside = is_a(r->a, &line->items[i - 1], CLASS_report) ? party_left(r, line, i) : NULL;
    if (inside && inside->first >= line->items[i - 1].first)
        add_standing(r, party_named(r, inside), &line->items[i], year, inside);
    for (int k = 0; k < m->part_count; k++)
        if (m->parts[k].name == CAP_state)
            add_standing(r, party_named(r, m->parts[k].span.at), &line->items[i], year, &line->items[i]);
}

static void read_whose(relate_t *r, const line_t *line, int i) {
    const item_t *who = party_left(r, line, i);
    if (who)
        add_standing(r, party_named(r, who), &line->items[i], year_of(r, line->items[i].mention), who);
}

static void read_standing(relate_t *r, const line_t *line, int i) {
    const item_t *item = &line->items[i];
    const char *event = set_of(item, "event"), *side = set_of(item, "side");
    if (!strcmp(event, "presidency"))
        read_presidency(r, line, i);
    else if (!strcmp(event, "accession"))
        read_accession(r, line, i);
    else if (side)
        read_right(r, line, i);
    else if (i > 2 && is_word(r, &line->items[i - 1], WORD_country)) /* Ana Torvik, whose country is a member */
        read_whose(r, line, i);
    else
        read_left(r, line, i, year_of(r, item->mention));
}

void relate_membership(relate_t *r) {
    const int count = leads_to(r, LEAD_STANDING);
    for (int i = 0; i < count; i++) {
        const lead_t *lead = &r->leads.at[r->led[i]];
        const line_t *line = &r->a->lines.at[lead->line];
        if (!is_undone(r, line, lead->item))
            read_standing(r, line, lead->item);
    }
}
