/* Lists of people and delegations beside a cue, walked item by item. */
#include "relate_list.h"

#include <string.h>

bool is_quoted(const relate_t *r, const item_t *item) {
    return r->spoken[item->first] == SPOKEN_QUOTED;
}

/* ---- standing in an organization, by the head of a list ---- */

enum { REFS_BACK = 60 }; /* mentions looked back at */

/* The organization of a standing: the one named with it, else the one whose meeting the text is about, else the one named
 * last before. */
static int standing_organization(const relate_t *r, int named, const item_t *item) {
    for (int i = 0; named == NONE && i < r->occasions.count; i++)
        named = r->occasions.at[i].organization;
    int here = named == NONE ? first_ref(r, item->first) : 0;
    for (int i = here - 1; named == NONE && i >= 0 && here - i < REFS_BACK; i--)
        if (is_a(r->a, r->refs.at[i].item, CLASS_org) && !r->refs.at[i].item->mention)
            named = lexicon_party_of(r, r->refs.at[i].item);
    return named;
}

void add_standing(relate_t *r, const attendee_t *who, const standing_head_t *head, const char *rule) {
    int organization = head->standing ? standing_organization(r, head->organization, who->item) : NONE;
    if (organization == NONE || who->party == NONE || !strcmp(r->out->parties.at[who->party].kind, "organization"))
        return;
    int org = party_index(r, organization);
    for (int i = 0; i < r->out->membership.count; i++) {
        const standing_t *s = &r->out->membership.at[i];
        if (s->party == who->party && s->organization == org && strcmp(s->status, "chair"))
            return;
    }
    *list_add(r->arena, &r->out->membership) = (standing_t){
        who->party, org, head->standing, "standing", 0, evidence_of(r, who->item->first, who->item->last, rule)};
}

/* ---- walking lists ---- */

int party_of_side(relate_t *r, const item_t *item) {
    span_t span = item->mention ? mention_part(item->mention, CAP_party) : (span_t){NULL, 0};
    if (span.count && span.at->mention)
        return party_of_side(r, span.at);
    return span.count ? party_index(r, lexicon_party_of(r, span.at)) : NONE;
}

static void add_attendee(walk_t *w, int person, int party, const char *capacity, const item_t *item) {
    if (party == NONE && person != NONE && w->party != NONE)
        person_serves(w->r, person, party = w->party);
    attendee_t *who = list_add(w->r->arena, &w->found);
    *who = (attendee_t){person, party, capacity ? capacity : w->head.capacity, item};
    add_standing(w->r, who, &w->head, w->rule);
}

static void add_delegation(walk_t *w, const item_t *item) {
    const char *capacity = set_of(item, "capacity"), *standing = set_of(item, "standing");
    standing_head_t before = w->head;
    if (standing || (capacity && !strcmp(capacity, "guest")))
        w->head = (standing_head_t){capacity, standing, NONE};
    for (int i = 0; i < item->mention->part_count; i++) {
        const part_t *part = &item->mention->parts[i];
        if (part->name == CAP_state || (part->name == CAP_org && !standing))
            add_attendee(w, NONE, party_index(w->r, lexicon_party_of(w->r, part->span.at)), capacity, part->span.at);
    }
    w->head = before;
}

/* An office in a list whose holder is not named: its party is there by somebody. */
static void add_unnamed(walk_t *w, const item_t *item) {
    span_t party = mention_part(item->mention, CAP_party);
    int lexicon_party = party.count ? lexicon_party_of(w->r, party.at) : NONE;
    if (lexicon_party != NONE)
        add_attendee(w, person_in_office(w->r, item), party_index(w->r, lexicon_party), NULL, item);
}

void take_head(walk_t *w, const item_t *item) {
    span_t org = mention_part(item->mention, CAP_org);
    w->head = (standing_head_t){set_of(item, "capacity"), set_of(item, "standing"),
                                org.count ? lexicon_party_of(w->r, org.at) : NONE};
}

/* "X, a guest of the host country, and": the head tells of X alone. */
static bool is_aside(const walk_t *w, int i) {
    const item_t *items = w->line->items;
    return set_of(&items[i], "capacity") && mark_at(w->r, (&items[i + 1])->first) == ',' && w->found.count && i > 2 &&
           (is_word(w->r, &items[i - 1], 'a') || is_word(w->r, &items[i - 1], WORD_an) ||
            mark_at(w->r, (&items[i - 1])->first) == ',');
}

/* A head inside the list tells of what follows; "X and the leaders of other member states" of X as well. */
static void take_inner_head(walk_t *w, const item_t *item) {
    take_head(w, item);
    w->inside = true;
    if (w->found.count && strstr(folded(w->r, text_of_item(w->r->a, item)), "other "))
        add_standing(w->r, &w->found.at[w->found.count - 1], &w->head, w->rule);
}

int named(const walk_t *w, const item_t *item) {
    return is_quoted(w->r, item) ? NONE : person_at(w->r, item);
}

/* "On behalf of X, Y attended": X did not. */
static bool is_absent(const walk_t *w, int i) {
    return i > 0 && is_a(w->r->a, &w->line->items[i - 1], CLASS_absent);
}

void take_item(walk_t *w, int i) {
    const item_t *item = &w->line->items[i];
    int person = named(w, item);
    if (is_absent(w, i))
        return;
    if (person != NONE)
        add_attendee(w, person, w->r->profiles.at[person].party, NULL, item);
    else if (is_a(w->r->a, item, CLASS_delegation) && item->mention)
        add_delegation(w, item);
    else if (is_a(w->r->a, item, CLASS_office) && item->mention && person == NONE)
        add_unnamed(w, item);
    else if (is_a(w->r->a, item, CLASS_head) && item->mention && is_aside(w, i))
        w->found.at[w->found.count - 1].capacity = set_of(item, "capacity");
    else if (is_a(w->r->a, item, CLASS_head) && item->mention)
        take_inner_head(w, item);
    else if (is_a(w->r->a, item, CLASS_side))
        w->party = party_of_side(w->r, item);
    else if ((mark_at(w->r, item->first) == ';' && w->inside) ||
             (token_is(w->r, item->first, WORD_as) && token_is(w->r, item->first + 1, WORD_well)))
        w->head = (standing_head_t){NULL, NULL, NONE};
}

/* True if a list ends here: at another verb of the account, unless "who" leads to it, and at reported or quoted words. */
bool ends_list(const walk_t *w, int i) {
    const item_t *item = &w->line->items[i];
    if (item->shape == SHAPE_End || is_a(w->r->a, item, CLASS_report) || is_quoted(w->r, item))
        return true;
    return is_a(w->r->a, item, CLASS_cue) && !is_word(w->r, &w->line->items[i - 1], WORD_who);
}

/* Names to the right of a cue. one: the first name, and those that "and" joins to it. */
void walk_right(walk_t *w, int i, bool one) {
    for (i++; !ends_list(w, i); i++) {
        int before = w->found.count;
        take_item(w, i);
        if (one && before && w->found.count == before && !is_word(w->r, &w->line->items[i], WORD_and) &&
            !is_word(w->r, &w->line->items[i], WORD_with))
            break;
    }
}

/* Names to the left of a cue, up to the verb before it. nearest: only the last of them. */
void walk_left(walk_t *w, int i, bool nearest) {
    int first = i - 1;
    while (first > 0 && !is_a(w->r->a, &w->line->items[first], CLASS_cue) &&
           !is_a(w->r->a, &w->line->items[first], CLASS_report) && !is_quoted(w->r, &w->line->items[first]))
        first--;
    for (int k = nearest ? i - 1 : first + 1; k < i && k > first; k += nearest ? -1 : 1) {
        take_item(w, k);
        if (nearest && w->found.count)
            return;
    }
    if (!w->found.count && first > 0 && is_a(w->r->a, &w->line->items[first], CLASS_cue)) /* opened and chaired */
        walk_left(w, first, nearest);
}

/* ---- pronouns ---- */

/* The person named first in the last sentence before a line that names anybody: its subject. */
static int person_before(const relate_t *r, int line) {
    for (line--; line >= 0; line--)
        for (int i = r->a->lines.at[line].first; i < r->a->lines.at[line].last; i++)
            if (r->person_of_token[i] && r->spoken[i] != SPOKEN_QUOTED)
                return r->person_of_token[i] - 1;
    return NONE;
}

/* Who is named first in this line before a token: "X spoke at the meeting, which he chaired". */
static int person_within(const relate_t *r, const line_t *line, int token) {
    for (int i = line->first; i < token; i++)
        if (r->person_of_token[i] && r->spoken[i] != SPOKEN_QUOTED)
            return r->person_of_token[i] - 1;
    return NONE;
}

void take_pronoun(walk_t *w, int i) {
    for (int k = i - 1; k > 0 && i - k < 4; k--)
        if (is_a(w->r->a, &w->line->items[k], CLASS_he)) {
            int person = person_within(w->r, w->line, w->line->items[k].first);
            if (person == NONE)
                person = person_before(w->r, w->number);
            if (person != NONE)
                add_attendee(w, person, w->r->profiles.at[person].party, NULL, &w->line->items[k]);
            return;
        }
}
