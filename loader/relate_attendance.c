/* Who took part in which meeting. A cue (rules/70_cues.json) says what people do, and on which side of it they stand;
 * the lists beside it are walked item by item. */
#include <string.h>

#include "attending.h"
#include "phrases.h"

/* ---- the meeting that a cue is about ---- */

static bool is_meeting(const relate_t *r, const item_t *item) {
    return is_a(r->a, item, CLASS_meeting) && item->mention && !is_quoted(r, item);
}

enum { MEETING_REACH = 40 }; /* items between a cue and its meeting */

static const item_t *meeting_right(const relate_t *r, const line_t *line, int i) {
    for (int k = i + 1; k < line->count && k - i < MEETING_REACH; k++) {
        if (is_meeting(r, &line->items[k]) || is_a(r->a, &line->items[k], CLASS_meeting_again))
            return &line->items[k];
        if (is_a(r->a, &line->items[k], CLASS_cue) || is_a(r->a, &line->items[k], CLASS_report))
            return NULL;
    }
    return NULL;
}

static const item_t *meeting_left(const relate_t *r, const line_t *line, int i) {
    for (int k = i - 1; k > 0 && i - k < MEETING_REACH; k--)
        if (is_meeting(r, &line->items[k]))
            return &line->items[k];
    return NULL;
}

static const item_t *first_meeting(const relate_t *r, const line_t *line) {
    for (int k = 1; k + 1 < line->count; k++)
        if (is_meeting(r, &line->items[k]))
            return &line->items[k];
    return NULL;
}

static const item_t *meeting_in(const relate_t *r, const item_t *item) {
    if (is_meeting(r, item) || !item->mention)
        return is_meeting(r, item) ? item : NULL;
    for (int i = 0; i < item->mention->span.count; i++) {
        const item_t *found = meeting_in(r, &item->mention->span.at[i]);
        if (found)
            return found;
    }
    return NULL;
}

static const item_t *meeting_of_cue(const relate_t *r, const line_t *line, int i) {
    if (meeting_in(r, &line->items[i]))
        return meeting_in(r, &line->items[i]);
    bool right = set_of(&line->items[i], "side") && !strcmp(set_of(&line->items[i], "side"), "left");
    const item_t *found = right ? meeting_right(r, line, i) : meeting_left(r, line, i);
    if (found)
        return found;
    return right ? meeting_left(r, line, i) : meeting_right(r, line, i);
}

/* ---- facts ---- */

static void attend_all(relate_t *r, int meeting, const attendees_t *list, const char *capacity, const char *rule) {
    for (int i = 0; i < list->count; i++)
        attend(r, meeting, &list->at[i],
               !strcmp(capacity, "chair") || !list->at[i].capacity ? capacity : list->at[i].capacity, rule);
}

/* ---- cues ---- */

/* "took part: A, B and C": the mark that opens the list, 0 if there is none. */
static int colon_behind(const walk_t *w, int i) {
    for (int k = i + 1; k + 1 < w->line->count && !ends_list(w, k); k++)
        if (mark_at(w->r, (&w->line->items[k])->first) == ':')
            return k;
    return 0;
}

/* A walk along the lists of a line, which has found nobody yet. */
static walk_t walk_from(relate_t *r, int number, const char *rule) {
    return (walk_t){.r = r,
                    .line = &r->a->lines.at[number],
                    .number = number,
                    .rule = rule,
                    .head = {NULL, NULL, NONE},
                    .party = NONE};
}

/* "India was represented by X", "on the Uzbek side X", "A was accompanied by X": for whom X came. */
static int lent_party(relate_t *r, const walk_t *w, int i) {
    const item_t *cue = &w->line->items[i];
    walk_t left = walk_from(r, w->number, w->rule);
    if (!set_of(cue, "lends"))
        return party_of_side(r, cue);
    walk_left(&left, i, true);
    return left.found.count ? left.found.at[0].party : NONE;
}

/* "A co-chaired the meeting with B" */
static void walk_chairs(walk_t *w, int i) {
    if (strncmp(folded(w->r, text_of_item(w->r->a, &w->line->items[i])), "co ", 3))
        return;
    for (int k = i + 1; !ends_list(w, k); k++)
        if (is_word(w->r, &w->line->items[k], WORD_with) || is_word(w->r, &w->line->items[k], WORD_alongside)) {
            walk_right(w, k, true);
            return;
        }
}

/* "Taking part in the meeting chaired by X were A and B": the names stand behind the verb. */
static void walk_behind_be(walk_t *w, int i) {
    const line_t *line = w->line;
    for (int k = i + 1; !w->found.count && i < 3 && k + 1 < line->count; k++)
        if (is_a(w->r->a, &line->items[k], CLASS_be) && !is_a(w->r->a, &line->items[k], CLASS_cue))
            walk_right(w, k, false);
}

/* "The following were present:": a point of a list for each of them below. */
static void walk_points(walk_t *w) {
    const relate_t *r = w->r;
    const line_t *above = w->line;
    int number = w->number;
    for (int n = number + 1; n < r->a->lines.count && mark_at(r, above->last - 1) == ':'; n++) {
        w->line = &r->a->lines.at[n];
        w->number = n;
        if (point_words(r, w->line) == w->line->first)
            break;
        walk_right(w, 0, false);
    }
    w->line = above;
    w->number = number;
}

/* "a lunch hosted by A for B and C": whom it was for took part. */
static void walk_guests(relate_t *r, walk_t *w, int i, int meeting, const char *rule) {
    int from = item_of_token(w->line, w->found.at[w->found.count - 1].item->last);
    if (!is_word(r, &w->line->items[from], WORD_for) || from < i)
        return;
    w->found = (attendees_t){0};
    walk_right(w, from, false);
    attend_all(r, meeting, &w->found, "participant", rule);
}

/* "Norway, the CIS and Chile attended": states and organizations that open the sentence, up to the cue. */
static void walk_parties(walk_t *w, int i) {
    const relate_t *r = w->r;
    const item_t *items = w->line->items;
    for (int k = 1; k < i; k++)
        if (!(is_a(r->a, &items[k], CLASS_state) || is_a(r->a, &items[k], CLASS_org)) &&
            !is_a(r->a, &items[k], CLASS_article) && mark_at(r, items[k].first) != ',' &&
            !is_a(r->a, &items[k], CLASS_dialogueconj) && !is_a(r->a, &items[k], CLASS_adverb))
            return;
    for (int k = 1; k < i; k++) {
        int party = lexicon_party_of(r, &items[k]);
        if (party != NONE)
            *list_add(r->arena, &w->found) = (attendee_t){NONE, party_index(w->r, party), NULL, &items[k]};
    }
}

static void cue_attend(relate_t *r, walk_t *w, int i, const char *capacity, bool right) {
    const line_t *line = w->line;
    const char *rule = line->items[i].mention->rule->name;
    const item_t *item = meeting_of_cue(r, line, i);
    bool chair = !strcmp(capacity, "chair");
    w->party = lent_party(r, w, i);
    for (int k = 0; k < line->items[i].mention->span.count; k++) /* "Member states were represented by" */
        if (is_a(r->a, &line->items[i].mention->span.at[k], CLASS_head) && line->items[i].mention->span.at[k].mention)
            take_head(w, &line->items[i].mention->span.at[k]);
    if (right) {
        walk_right(w, i, chair);
    } else {
        take_pronoun(w, i);
        walk_left(w, i, is_word(r, &line->items[i - 1], WORD_who));
        if (!w->found.count)
            walk_parties(w, i);
        for (int k = i + 1; k < line->count && k - i < 6; k++)
            if (is_a(r->a, &line->items[k], CLASS_head) && line->items[k].mention)
                for (int n = 0; n < w->found.count; n++) {
                    take_head(w, &line->items[k]);
                    w->found.at[n].capacity = w->head.capacity;
                    add_standing(r, &w->found.at[n], &w->head, rule);
                }
        walk_chairs(w, i);
        int colon = colon_behind(w, i);
        if (colon)
            walk_right(w, colon, false);
        walk_behind_be(w, i);
    }
    walk_points(w);
    if (!w->found.count && !item)
        return;
    if (item && is_a(r->a, item, CLASS_meeting_again)) {
        int from = strstr(folded(r, text_of_item(r->a, item)), "events") ||
                           strstr(folded(r, text_of_item(r->a, item)), "activities")
                       ? 0
                       : r->current;
        for (int m = from == NONE ? 0 : from; m < r->occasions.count; m++)
            attend_all(r, m, &w->found, capacity, rule);
        return;
    }
    if (!item && r->current == NONE && occasion_before(r, line->items[i].first) == NONE)
        item = first_meeting(r, line);
    int meeting = item ? occasion_of(r, item, w->number, true) : occasion_before(r, line->items[i].first);
    attend_all(r, meeting, &w->found, capacity, rule);
    if (right && chair && w->found.count)
        walk_guests(r, w, i, meeting, rule);
}

enum { SIDES_MAX = 5 }; /* more of them meet at a meeting with a name of its own */

/* "A, B and C met", "the meeting of A with B": one meeting of all parties. Returns how many there are. */
static int sides_of(const relate_t *r, const attendees_t *all, int **sides) {
    int count = 0;
    *sides = arena_alloc(r->arena, SIDES_MAX * sizeof **sides);
    for (int i = 0; i < all->count && count < SIDES_MAX; i++) {
        bool known = all->at[i].party == NONE;
        for (int k = 0; k < count; k++)
            known |= (*sides)[k] == all->at[i].party;
        if (!known)
            (*sides)[count++] = all->at[i].party;
    }
    return count;
}

/* "on the sidelines of the summit" */
static bool is_beside(const relate_t *r, const line_t *line, const item_t *meeting) {
    int i = item_of_token(line, meeting->first) - 1;
    while (i > 0 && is_a(r->a, &line->items[i], CLASS_article))
        i--;
    return is_a(r->a, &line->items[i], CLASS_beside);
}

static int meet_together(relate_t *r, const walk_t *w, int i, const attendees_t *all) {
    int *sides, count = sides_of(r, all, &sides);
    const item_t *cue = &w->line->items[i], *meeting = count > 2 ? meeting_right(r, w->line, i) : NULL;
    int found = NONE;
    if (meeting && !meeting_is_bare(r, meeting) && !is_beside(r, w->line, meeting)) /* met for the summit */
        found = occasion_of(r, meeting, w->number, true);
    else if (count > 1 && count < SIDES_MAX)
        found = occasion_among(r, sides, count, w->number, cue);
    else if (count > 1)
        found = occasion_unnamed(r, w->number, cue);
    attend_all(r, found, all, "participant", w->rule);
    return found;
}

/* "A met B and C": one meeting with each party that differs from the first. */
static void meet_each(relate_t *r, const walk_t *w, int i, const attendees_t *left, const attendees_t *right) {
    int *met = arena_zalloc(r->arena, sizeof *met * (size_t)(r->out->parties.count + 1)); /* by party: meeting + 1 */
    for (int n = 0; n < right->count; n++) {
        int party = right->at[n].party;
        if (left->at[0].party == NONE || party == NONE)
            continue;
        if (met[party]) {
            attend(r, met[party] - 1, &right->at[n], "participant", w->rule);
            continue;
        }
        attendees_t pair = *left;
        pair.room = pair.count; /* a copy grows, not the list itself */
        *list_add(r->arena, &pair) = right->at[n];
        met[party] = meet_together(r, w, i, &pair) + 1;
    }
}

/* The first beyond the list, in steps of 1 or -1, whom another party sent. */
static void walk_on(walk_t *w, int i, int step, attendees_t *right) {
    for (i += step; i > 0 && i + 1 < w->line->count; i += step) {
        int person = named(w, &w->line->items[i]), party = person == NONE ? NONE : w->r->profiles.at[person].party;
        if (person == NONE || person == right->at[0].person || party == NONE || party == right->at[0].party)
            continue;
        *list_add(w->r->arena, right) = (attendee_t){person, party, NULL, &w->line->items[i]};
        return;
    }
}

static void cue_meet(relate_t *r, walk_t *w, int i, const char *side) {
    attendees_t left, right;
    if (strcmp(side, "right")) {
        take_pronoun(w, i);
        walk_left(w, i, false);
    }
    left = w->found;
    w->found = (attendees_t){0};
    if (!left.count && strcmp(side, "right"))
        return;
    if (strcmp(side, "left"))
        walk_right(w, i, true);
    right = w->found;
    if (!left.count && right.count == 1) /* "At the meeting with A, B said": B is the other side */
        walk_on(w, i, 1, &right);
    if (!left.count && right.count == 1) /* "B said at the meeting with A" */
        walk_on(w, i, -1, &right);
    if (left.count && right.count)
        meet_each(r, w, i, &left, &right);
    else
        meet_together(r, w, i, left.count ? &left : &right);
}

/* "the summit and the forum": the meeting before one that "and" joins to it. */
static const item_t *meeting_joined(const relate_t *r, const line_t *line, const item_t *item) {
    int i = item_of_token(line, item->first);
    for (i--; i > 0 && (is_a(r->a, &line->items[i], CLASS_article) || is_word(r, &line->items[i], WORD_and)); i--)
        if (is_word(r, &line->items[i], WORD_and) && is_meeting(r, &line->items[i - 1]))
            return &line->items[i - 1];
    return NULL;
}

/* "The summit took place"; "A and B held a meeting": of a series, or between the two. */
static void cue_hold(relate_t *r, walk_t *w, int i) {
    const item_t *before = meeting_left(r, w->line, i), *after = meeting_right(r, w->line, i);
    bool near = after && after->first - w->line->items[i].last <= 8;
    const item_t *cue = &w->line->items[i];
    if (near && token_is(r, cue->first, WORD_held) && (cue + 1 == after || is_a(r->a, cue + 1, CLASS_article)))
        before = NULL; /* who held it stands before, not what was held */
    if (before) {
        for (; before; before = meeting_joined(r, w->line, before))
            occasion_of(r, before, w->number, true);
        return;
    }
    if (!near)
        return;
    walk_left(w, i, false);
    int *sides, count = sides_of(r, &w->found, &sides);
    if (count == 2 && meeting_is_bare(r, after))
        meet_together(r, w, i, &w->found);
    else
        attend_all(r, occasion_of(r, after, w->number, true), &w->found, "participant", w->rule);
}

static void read_cue(relate_t *r, int number, int i) {
    const line_t *line = &r->a->lines.at[number];
    const char *does = set_of(&line->items[i], "does"), *side = set_of(&line->items[i], "side");
    walk_t w = walk_from(r, number, line->items[i].mention->rule->name);
    if (!strcmp(does, "attend"))
        cue_attend(r, &w, i, "participant", !strcmp(side, "right"));
    else if (!strcmp(does, "chair"))
        cue_attend(r, &w, i, "chair", !strcmp(side, "right"));
    else if (!strcmp(does, "meet"))
        cue_meet(r, &w, i, side);
    else
        cue_hold(r, &w, i);
}

/* The meeting that a report with such a verb holds or that follows it: "told reporters that the summit" is none. */
static const item_t *meeting_told(const relate_t *r, const line_t *line, int i, const item_t *verb) {
    const item_t *meeting = meeting_in(r, &line->items[i]);
    int next = i + 1;
    next += is_word(r, &line->items[next], WORD_at);
    next += is_a(r->a, &line->items[next], CLASS_article);
    bool follows = verb->last == line->items[i].last && next + 1 < line->count && is_meeting(r, &line->items[next]);
    return meeting || !follows ? meeting : &line->items[next];
}

/* "X told the summit", "X said at the summit": whoever is nearest left of the verb speaks there. */
static void read_told(relate_t *r, int number, int i) {
    const line_t *line = &r->a->lines.at[number];
    const item_t *verb = verb_in(&line->items[i]);
    if (!verb || !(is_word(r, &line->items[i + 1], WORD_at) || is_a(r->a, verb, CLASS_say_ask)) ||
        is_undone(r, line, i))
        return;
    const item_t *meeting = meeting_told(r, line, i, verb);
    if (!meeting)
        return;
    walk_t w = walk_from(r, number, line->items[i].mention->rule->name);
    take_pronoun(&w, i);
    if (!w.found.count)
        walk_left(&w, i, true);
    if (w.found.count && w.found.at[0].person != NONE)
        attend_all(r, occasion_of(r, meeting, number, true), &w.found, "participant", w.rule);
}

/* "Secretary General Ana Torvik" in an account of the CIS: heads of an organization that nothing names head the one whose
 * meeting the text is about. */
static void serve_organization(relate_t *r) {
    int organization = NONE;
    for (int i = 0; i < r->occasions.count && organization == NONE; i++)
        organization = r->occasions.at[i].organization;
    for (int i = 0; organization != NONE && i < r->profiles.count; i++) {
        const profile_t *p = &r->profiles.at[i];
        if (p->party == NONE && p->rank && !strcmp(p->rank, "head of organization"))
            person_serves(r, i, party_index(r, organization));
    }
    for (int i = 0; i < r->out->attendance.count; i++) {
        attendance_t *a = &r->out->attendance.at[i];
        if (a->person != NONE && a->party == NONE)
            a->party = r->profiles.at[a->person].party;
    }
}

void relate_attendance(relate_t *r) {
    map_clear(r->scratch);
    const int count = leads_to(r, LEAD_CUE | LEAD_REPORT);
    for (int i = 0; i < count; i++) {
        const lead_t *lead = &r->leads.at[r->led[i]];
        const line_t *line = &r->a->lines.at[lead->line];
        if (r->spoken[line->items[lead->item].first] != SPOKEN_NOT)
            continue;
        if (!(lead->to & LEAD_CUE))
            read_told(r, lead->line, lead->item);
        else if (!is_undone(r, line, lead->item))
            read_cue(r, lead->line, lead->item);
    }
    serve_organization(r);
    meetings_of_statements(r);
}
