/* Who took part in which meeting. A cue (rules/70_cues.json) says what people do, and on which side of it they stand;
 * the lists beside it are walked item by item. */
#include <string.h>

#include "relate.h"

typedef struct attendee {
    int person, party;    /* indexes in facts, or NONE */
    const char *capacity; /* that the list gives, or NULL */
    const item_t *item;   /* where it stands */
} attendee_t;

typedef LIST(attendee_t) attendees_t;

/* What the head of a list says of those who follow. */
typedef struct standing_head {
    const char *capacity, *standing;
    int organization; /* lexicon party, or NONE */
} standing_head_t;

static bool is_quoted(const relate_t *r, const item_t *item) {
    return r->spoken[item->first] == SPOKEN_QUOTED;
}

/* ---- standing in an organization, by the head of a list ---- */

/* The organization of a standing: the one named with it, else the one whose meeting the text is about. */
static int standing_organization(const relate_t *r, int named) {
    for (int i = 0; named == NONE && i < r->occasions.count; i++)
        named = r->occasions.at[i].organization;
    return named;
}

static void add_standing(relate_t *r, const attendee_t *who, const standing_head_t *head, const char *rule) {
    int organization = standing_organization(r, head->organization);
    if (!head->standing || organization == NONE || who->party == NONE ||
        !strcmp(r->out->parties.at[who->party].kind, "organization"))
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

typedef struct walk {
    relate_t *r;
    const line_t *line;
    int number; /* of the line */
    attendees_t found;
    const char *rule; /* of the cue */
    standing_head_t head;
    bool inside; /* the head stands in the list itself: a semicolon ends its reach */
} walk_t;

static void add_attendee(walk_t *w, int person, int party, const char *capacity, const item_t *item) {
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

static void take_head(walk_t *w, const item_t *item) {
    span_t org = mention_part(item->mention, CAP_org);
    w->head = (standing_head_t){set_of(item, "capacity"), set_of(item, "standing"),
                                org.count ? lexicon_party_of(w->r, org.at) : NONE};
}

/* "X, a guest of the host country, and": the head tells of X alone. */
static bool is_aside(const walk_t *w, int i) {
    const item_t *items = w->line->items;
    return set_of(&items[i], "capacity") && mark_at(w->r, (&items[i + 1])->first) == ',' && w->found.count && i > 2 &&
           (is_word(w->r, &items[i - 1], "a") || is_word(w->r, &items[i - 1], "an") ||
            mark_at(w->r, (&items[i - 1])->first) == ',');
}

/* A head inside the list tells of what follows; "X and the leaders of other member states" of X as well. */
static void take_inner_head(walk_t *w, const item_t *item) {
    take_head(w, item);
    w->inside = true;
    if (w->found.count && strstr(folded(w->r, text_of_item(w->r->a, item)), "other "))
        add_standing(w->r, &w->found.at[w->found.count - 1], &w->head, w->rule);
}

static int named(const walk_t *w, const item_t *item) {
    return is_quoted(w->r, item) ? NONE : person_at(w->r, item);
}

/* "On behalf of X, Y attended": X did not. */
static bool is_absent(const walk_t *w, int i) {
    return i > 0 && is_a(w->r->a, &w->line->items[i - 1], CLASS_absent);
}

static void take_item(walk_t *w, int i) {
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
    else if ((mark_at(w->r, item->first) == ';' && w->inside) ||
             (token_is(w->r, item->first, "as") && token_is(w->r, item->first + 1, "well")))
        w->head = (standing_head_t){NULL, NULL, NONE};
}

/* True if a list ends here: at another verb of the account, unless "who" leads to it, and at reported or quoted words. */
static bool ends_list(const walk_t *w, int i) {
    const item_t *item = &w->line->items[i];
    if (item->shape == SHAPE_End || is_a(w->r->a, item, CLASS_report) || is_quoted(w->r, item))
        return true;
    return is_a(w->r->a, item, CLASS_cue) && !is_word(w->r, &w->line->items[i - 1], "who");
}

/* Names to the right of a cue. one: the first name, and those that "and" joins to it. */
static void walk_right(walk_t *w, int i, bool one) {
    for (i++; !ends_list(w, i); i++) {
        int before = w->found.count;
        take_item(w, i);
        if (one && before && w->found.count == before && !is_word(w->r, &w->line->items[i], "and") &&
            !is_word(w->r, &w->line->items[i], "with"))
            break;
    }
}

/* Names to the left of a cue, up to the verb before it. nearest: only the last of them. */
static void walk_left(walk_t *w, int i, bool nearest) {
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

static void take_pronoun(walk_t *w, int i) {
    for (int k = i - 1; k > 0 && i - k < 4; k--)
        if (is_a(w->r->a, &w->line->items[k], CLASS_he)) {
            int person = person_before(w->r, w->number);
            if (person != NONE)
                add_attendee(w, person, w->r->profiles.at[person].party, NULL, &w->line->items[k]);
            return;
        }
}

/* ---- facts ---- */

static void attend(relate_t *r, int meeting, const attendee_t *who, const char *capacity, const char *rule) {
    for (int i = 0; i < r->out->attendance.count; i++) {
        attendance_t *a = &r->out->attendance.at[i];
        if (a->meeting != meeting || a->person != who->person || (who->person == NONE && a->party != who->party))
            continue;
        if (!strcmp(a->capacity, "participant"))
            a->capacity = capacity;
        return;
    }
    *list_add(r->arena, &r->out->attendance) = (attendance_t){meeting, who->person, who->party, capacity,
                                                              evidence_of(r, who->item->first, who->item->last, rule)};
}

static void attend_all(relate_t *r, int meeting, const attendees_t *list, const char *capacity, const char *rule) {
    for (int i = 0; i < list->count; i++)
        attend(r, meeting, &list->at[i],
               !strcmp(capacity, "chair") || !list->at[i].capacity ? capacity : list->at[i].capacity, rule);
}

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

/* ---- cues ---- */

/* "took part: A, B and C": the mark that opens the list, 0 if there is none. */
static int colon_behind(const walk_t *w, int i) {
    for (int k = i + 1; k + 1 < w->line->count && !ends_list(w, k); k++)
        if (mark_at(w->r, (&w->line->items[k])->first) == ':')
            return k;
    return 0;
}

/* "India was represented by Foreign Secretary X": X holds the office for India. */
static void lend_party(relate_t *r, const item_t *cue, attendees_t *found) {
    span_t span = mention_part(cue->mention, CAP_party);
    int party = span.count ? party_index(r, lexicon_party_of(r, span.at)) : NONE;
    for (int i = 0; party != NONE && i < found->count; i++)
        if (found->at[i].party == NONE) {
            found->at[i].party = party;
            person_serves(r, found->at[i].person, party);
        }
}

static void cue_attend(relate_t *r, walk_t *w, int i, const char *capacity, bool right) {
    const line_t *line = w->line;
    const char *rule = line->items[i].mention->rule->name;
    const item_t *item = meeting_of_cue(r, line, i);
    bool chair = !strcmp(capacity, "chair");
    for (int k = 0; k < line->items[i].mention->span.count; k++) /* "Member states were represented by" */
        if (is_a(r->a, &line->items[i].mention->span.at[k], CLASS_head) && line->items[i].mention->span.at[k].mention)
            take_head(w, &line->items[i].mention->span.at[k]);
    if (right) {
        walk_right(w, i, chair);
    } else {
        take_pronoun(w, i);
        walk_left(w, i, is_word(r, &line->items[i - 1], "who"));
        for (int k = i + 1; k < line->count && k - i < 6; k++)
            if (is_a(r->a, &line->items[k], CLASS_head) && line->items[k].mention)
                for (int n = 0; n < w->found.count; n++) {
                    take_head(w, &line->items[k]);
                    w->found.at[n].capacity = w->head.capacity;
                    add_standing(r, &w->found.at[n], &w->head, rule);
                }
        int colon = colon_behind(w, i);
        if (colon)
            walk_right(w, colon, false);
    }
    lend_party(r, &line->items[i], &w->found);
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
    if (!item && r->current == NONE)
        item = first_meeting(r, line);
    int meeting = item ? occasion_of(r, item, w->number, true) : r->current;
    if (meeting != NONE)
        attend_all(r, meeting, &w->found, capacity, rule);
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

static void meet_together(relate_t *r, const walk_t *w, int i, const attendees_t *all) {
    int *sides, count = sides_of(r, all, &sides);
    if (count > 1 && count < SIDES_MAX)
        attend_all(r, occasion_among(r, sides, count, w->number, &w->line->items[i]), all, "participant", w->rule);
}

/* "A met B and C": one meeting with each party that differs from the first. */
static void meet_each(relate_t *r, const walk_t *w, int i, const attendees_t *left, const attendees_t *right) {
    for (int n = 0; n < right->count; n++) {
        attendees_t pair = *left;
        pair.room = pair.count; /* a copy grows, not the list itself */
        *list_add(r->arena, &pair) = right->at[n];
        if (left->at[0].party != NONE)
            meet_together(r, w, i, &pair);
    }
}

/* The first behind the list whom another party sent. */
static void walk_on(walk_t *w, int i, attendees_t *right) {
    for (i++; i + 1 < w->line->count; i++) {
        int person = named(w, &w->line->items[i]);
        if (person == NONE || person == right->at[0].person || w->r->profiles.at[person].party == right->at[0].party)
            continue;
        *list_add(w->r->arena, right) = (attendee_t){person, w->r->profiles.at[person].party, NULL, &w->line->items[i]};
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
        walk_on(w, i, &right);
    if (left.count && right.count)
        meet_each(r, w, i, &left, &right);
    else
        meet_together(r, w, i, left.count ? &left : &right);
}

/* "the summit and the forum": the meeting before one that "and" joins to it. */
static const item_t *meeting_joined(const relate_t *r, const line_t *line, const item_t *item) {
    int i = item_of_token(line, item->first);
    for (i--; i > 0 && (is_word(r, &line->items[i], "the") || is_word(r, &line->items[i], "and")); i--)
        if (is_word(r, &line->items[i], "and") && is_meeting(r, &line->items[i - 1]))
            return &line->items[i - 1];
    return NULL;
}

/* "The summit took place"; "A and B held a meeting": of a series, or between the two. */
static void cue_hold(relate_t *r, walk_t *w, int i) {
    const item_t *before = meeting_left(r, w->line, i), *after = meeting_right(r, w->line, i);
    if (before) {
        for (; before; before = meeting_joined(r, w->line, before))
            occasion_of(r, before, w->number, true);
        return;
    }
    if (!after || after->first - w->line->items[i].last > 8)
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
    walk_t w = {
        .r = r, .line = line, .number = number, .rule = line->items[i].mention->rule->name, .head = {NULL, NULL, NONE}};
    if (!strcmp(does, "attend"))
        cue_attend(r, &w, i, "participant", !strcmp(side, "right"));
    else if (!strcmp(does, "chair"))
        cue_attend(r, &w, i, "chair", !strcmp(side, "right"));
    else if (!strcmp(does, "meet"))
        cue_meet(r, &w, i, side);
    else
        cue_hold(r, &w, i);
}

/* "X told the summit": whoever is nearest left of the verb speaks there. */
static void read_told(relate_t *r, int number, int i) {
    const line_t *line = &r->a->lines.at[number];
    const item_t *verb = verb_in(&line->items[i]), *meeting = meeting_in(r, &line->items[i]);
    int next = i + 1 + is_a(r->a, &line->items[i + 1], CLASS_article);
    walk_t w = {.r = r, .line = line, .number = number, .rule = line->items[i].mention->rule->name};
    if (!meeting && next + 1 < line->count && is_meeting(r, &line->items[next]))
        meeting = &line->items[next];
    if (!meeting || !verb || !is_a(r->a, verb, CLASS_say_ask))
        return;
    w.head.organization = NONE;
    take_pronoun(&w, i);
    if (!w.found.count)
        walk_left(&w, i, true);
    if (w.found.count && w.found.at[0].person != NONE)
        attend_all(r, occasion_of(r, meeting, number, true), &w.found, "participant", w.rule);
}

static bool attends(const relate_t *r, int meeting, int person) {
    for (int i = 0; i < r->out->attendance.count; i++)
        if (r->out->attendance.at[i].meeting == meeting && r->out->attendance.at[i].person == person)
            return true;
    return false;
}

/* What somebody says was said at the meeting told of last before, if that person is known to have been there; what the
 * group says, at the one told of last. */
static int meeting_of(const relate_t *r, const statement_t *s) {
    int found = NONE;
    for (int i = 0; i < r->occasions.count; i++) {
        uint32_t told = r->out->sentences.at[r->occasions.at[i].line].start;
        if (told <= s->evidence.start && (s->person == NONE || attends(r, i, s->person)))
            found = i;
    }
    return found;
}

void relate_attendance(relate_t *r) {
    for (int n = 0; n < r->a->lines.count; n++)
        for (int i = 1; i + 1 < r->a->lines.at[n].count; i++) {
            const item_t *item = &r->a->lines.at[n].items[i];
            if (!item->mention || r->spoken[item->first] != SPOKEN_NOT || is_undone(r, &r->a->lines.at[n], i))
                continue;
            if (is_a(r->a, item, CLASS_cue))
                read_cue(r, n, i);
            else if (is_a(r->a, item, CLASS_report))
                read_told(r, n, i);
        }
    for (int i = 0; i < r->out->speech.count; i++)
        r->out->speech.at[i].meeting = meeting_of(r, &r->out->speech.at[i]);
}
