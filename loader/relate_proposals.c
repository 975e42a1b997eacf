/* Concrete undertakings that somebody proposes, announces, offers or invites to: a forum, a fund, 2,000 training places.
 * A trigger opens the clause (China proposes, will, is ready to, welcomes all to); the noun phrases behind it that name
 * something one could check are the initiatives. */
#include <string.h>

#include "details.h"
#include "speech.h"

/* How far the words that open a clause commit their speaker. */
typedef enum gate { GATE_NONE, GATE_NEED, GATE_COMMIT } gate_t;

typedef struct clause {
    gate_t gate;
    const char *stance;
    const char *invited; /* "all parties", where the trigger names them, or NULL */
    int first;           /* item behind the trigger */
    int party;           /* lexicon party whose offer it is: Norway's offer of; NONE: whoever's words it stands in */
    bool listed;         /* the phrase before was an initiative, and only a comma or "and" follows it */
} clause_t;

/* ---- what opens a clause ---- */

static const clause_t no_clause = {.gate = GATE_NONE, .first = 1, .party = NONE};

static const statement_t *statement_at(const relate_t *r, const item_t *item) {
    int number = r->statement_of_token[item->first];
    return number ? &r->out->speech.at[number - 1] : NULL;
}

static bool begins_words(const relate_t *r, const item_t *item) {
    int t = item->first;
    return t && r->statement_of_token[t] && r->statement_of_token[t] != r->statement_of_token[t - 1];
}

static bool puts_forward(const statement_t *s) {
    return s && s->verb && s->act &&
           (!strcmp(s->act, "proposes") || !strcmp(s->act, "promises") || !strcmp(s->act, "announces"));
}

/* The item itself, or the verb inside a report: "proposes that". */
static bool is_verb_of(const relate_t *r, const item_t *item, unsigned class) {
    const item_t *verb = item->mention ? verb_in(item) : NULL;
    return is_a(r->a, item, class) || (verb && is_a(r->a, verb, class));
}

/* Whom "welcomes all parties to" invites. */
static const char *invited_by(const relate_t *r, const item_t *item) {
    return item->last - item->first > 2 ? text_of(r->a, item->first + 1, item->last - 1) : NULL;
}

static clause_t opened_by(const relate_t *r, const line_t *line, int i) {
    const item_t *item = &line->items[i];
    const statement_t *s = statement_at(r, item);
    clause_t clause = {.gate = GATE_COMMIT, .stance = "offers", .first = i + 1, .party = NONE};
    if (is_a(r->a, item, CLASS_offered)) {
        clause.party = lexicon_party_of(r, mention_part(item->mention, CAP_party).at);
    } else if (is_verb_of(r, item, CLASS_invite)) {
        clause.stance = "invites";
        clause.invited = invited_by(r, item);
    } else if (is_verb_of(r, item, CLASS_propose)) {
        clause.stance = "proposes";
    } else if (is_verb_of(r, item, CLASS_offer) ||
               (is_a(r->a, item, CLASS_commit) && !is_a(r->a, item + 1, CLASS_be))) { /* will be a bridge: none */
        clause.stance = "offers";
    } else if (is_a(r->a, item, CLASS_need)) {
        clause.gate = GATE_NEED;
        clause.stance = "proposes";
    } else if (begins_words(r, item) && s && s->act) {
        bool asks = !strcmp(s->act, "asks") && is_a(r->a, item - 1, CLASS_report) && /* called for a plan */
                    !strcmp(set_of(item - 1, "mode"), "noun");
        bool agrees = !strcmp(s->act, "agrees");
        clause.gate = agrees ? GATE_NEED : asks || puts_forward(s) ? GATE_COMMIT : GATE_NONE;
        clause.stance = agrees || asks || !strcmp(s->act, "proposes") ? "proposes" : "offers";
        clause.first = i;
    } else {
        clause.gate = GATE_NONE;
    }
    return clause;
}

/* ---- what names something one could check ---- */

static bool has_name(const relate_t *r, const line_t *line, const phrase_t *p) {
    for (int i = p->first; i < p->last; i++) {
        const item_t *item = &line->items[i];
        for (int t = item->first; t < item->last; t++) {
            uint8_t shape = r->a->tokens.list.at[t].shape;
            bool named = shape == SHAPE_Cap && !is_a(r->a, item, CLASS_state) && !is_a(r->a, item, CLASS_demonym) &&
                         !is_a(r->a, item, CLASS_org);
            if (named && item->first < p->head->last)
                return true;
        }
    }
    return false;
}

/* "SCO media summit": of an organization, and told apart by a word more. */
static bool has_organization(const relate_t *r, const line_t *line, const phrase_t *p) {
    int number = (int)(line - r->a->lines.at);
    for (int i = r->line_refs[number]; i < r->line_refs[number + 1]; i++) {
        const item_t *item = r->refs.at[i].item;
        if (item->first >= line->items[p->first].first && item->last < p->head->first && is_a(r->a, item, CLASS_org) &&
            !item->mention)
            return true;
    }
    return false;
}

/* A number that counts the thing, not one of "ten days". */
static const item_t *number_in(const relate_t *r, const line_t *line, const phrase_t *p) {
    for (int i = p->first; i < p->last; i++) {
        const item_t *item = &line->items[i];
        if (is_a(r->a, item + 1, CLASS_timeunit) && item + 1 == p->head)
            continue;
        if (item->shape == SHAPE_Number || is_a(r->a, item, CLASS_cardinal))
            return item;
    }
    return NULL;
}

/* "hold a second meeting", "host a summit in Oslo next May": a meeting told apart by its number, place or time. */
static bool is_dated(const relate_t *r, const line_t *line, const phrase_t *p) {
    for (int i = p->first; i < p->last; i++)
        if (is_a(r->a, &line->items[i], CLASS_ordinal) || line->items[i].shape == SHAPE_Nth)
            return true;
    for (int i = p->last; i + 1 < line->count && i < p->last + 6; i++)
        if (is_a(r->a, &line->items[i], CLASS_place) || is_a(r->a, &line->items[i], CLASS_date) ||
            line->items[i].shape == SHAPE_Year || is_word(r, &line->items[i], "next"))
            return true;
    return false;
}

/* "set up a food security mechanism", "the creation of an energy club": made anew, and told apart by a word more. */
static bool is_new(const relate_t *r, const line_t *line, const phrase_t *p, bool listed) {
    int before = p->first - 1;
    while (before > 0 && (is_a(r->a, &line->items[before], CLASS_article) || is_word(r, &line->items[before], "of")))
        before--;
    const item_t *verb = &line->items[before], *last = &line->items[p->last - 1];
    bool wanted =
        is_a(r->a, verb, CLASS_report) && (is_word(r, &line->items[p->first - 1], "a") ||
                                           is_word(r, &line->items[p->first - 1], "an")); /* called for a plan */
    bool made = listed || is_a(r->a, verb, CLASS_creates) || is_verb_of(r, verb, CLASS_propose) ||
                is_verb_of(r, verb, CLASS_offer) || wanted;
    bool dated = is_a(r->a, verb, CLASS_do) && is_dated(r, line, p);
    return !is_a(r->a, p->head, CLASS_generalthing) &&
           (dated || (made && last->last - line->items[p->first].first > 1));
}

static bool is_concrete(const relate_t *r, const line_t *line, const phrase_t *p, bool listed) {
    if (has_name(r, line, p) || has_organization(r, line, p) ||
        (number_in(r, line, p) && number_in(r, line, p)->first < p->head->first))
        return true;
    for (int i = p->first; i + 1 < p->last; i++) /* a commission on hydropower is one, a commission is none */
        if (&line->items[i] == p->head && is_word(r, &line->items[i + 1], "on"))
            return true;
    if (is_a(r->a, p->head, CLASS_weakthing) || !is_a(r->a, p->head, CLASS_undertaking))
        return is_new(r, line, p, listed);
    return line->items[p->last - 1].last - line->items[p->first].first > 1;
}

/* True if a phrase may begin at items[i]: not behind a preposition that says when, where or with whom, and not behind
 * "of", but for "the creation of". */
static bool may_begin(const relate_t *r, const line_t *line, int i, bool inviting, bool listed) {
    const item_t *before = &line->items[i - 1];
    if (is_a(r->a, before, CLASS_article))
        return false;
    if (is_word(r, before, "of"))
        return i > 2 && (is_a(r->a, before - 1, CLASS_light) || (listed && is_word(r, before - 1, "and")));
    return is_word(r, before, "as") || !(is_a(r->a, before, CLASS_ends_noun) || is_a(r->a, before, CLASS_keeps_noun) ||
                                         (is_word(r, before, "to") && !inviting));
}

static bool opens_phrase(const relate_t *r, const line_t *line, int i, int first) {
    const item_t *item = &line->items[i];
    if (is_a(r->a, item, CLASS_ends_noun))
        return false;
    const item_t *before = &line->items[i - 1];
    bool glued = mark_at(r, before->first) == '-';
    bool goes_on = glued || before->shape == SHAPE_Cap || is_a(r->a, before, CLASS_demonym) ||
                   is_a(r->a, before, CLASS_proper) || is_a(r->a, before, CLASS_state) ||
                   is_a(r->a, before, CLASS_org) || is_a(r->a, before, CLASS_session) || is_word(r, before, "next");
    return is_a(r->a, item, CLASS_article) || is_a(r->a, item, CLASS_opens_noun) || item->shape == SHAPE_Number ||
           is_a(r->a, item, CLASS_cardinal) || (item->shape == SHAPE_Cap && !goes_on) ||
           (item->shape == SHAPE_Mention && !goes_on) || (is_a(r->a, item, CLASS_org) && !glued) ||
           is_a(r->a, before, CLASS_do) || is_a(r->a, before, CLASS_light) || i == first;
}

/* ---- facts ---- */

/* "We note that Norway will offer": within the words of several, the only party before the verb that commits it. */
static int subject_party(relate_t *r, const line_t *line, const clause_t *clause) {
    int found = NONE, trigger = clause->first - 1;
    if (trigger < 1 || !is_a(r->a, &line->items[trigger], CLASS_commit))
        return NONE;
    for (int i = trigger - 1; i > 0 && statement_at(r, &line->items[i]); i--) {
        int party = lexicon_party_of(r, &line->items[i]);
        if (party != NONE && found != NONE && party != found)
            return NONE;
        found = party == NONE ? found : party;
    }
    return found == NONE ? NONE : party_index(r, found);
}

/* Who puts it forward: whoever's words these are; in the narrator's own account the state that is the subject. */
static int proposer(relate_t *r, int number, const item_t *item, const clause_t *clause, int *person) {
    const statement_t *s = statement_at(r, item);
    const line_t *line = &r->a->lines.at[number];
    *person = s && clause->party == NONE ? s->person : NONE;
    if (clause->party != NONE)
        return party_index(r, clause->party);
    if (s && s->person == NONE && s->party == r->group && subject_party(r, line, clause) != NONE)
        return subject_party(r, line, clause);
    if (s)
        return s->party;
    for (int i = 1; i + 1 < line->count && line->items[i].first < item->first; i++) {
        int who = person_at(r, &line->items[i]), party = lexicon_party_of(r, &line->items[i]);
        if (who != NONE)
            return r->profiles.at[who].party;
        if (party != NONE)
            return party_index(r, party);
    }
    return party_of_it(r, line);
}

static void propose(relate_t *r, int number, const phrase_t *p, const clause_t *clause) {
    const line_t *line = &r->a->lines.at[number];
    int person, party = proposer(r, number, &line->items[p->first], clause, &person);
    const char *name = phrase_text(r, line, p), *key = folded(r, name);
    if (party == NONE)
        return;
    for (int i = 0; i < r->out->proposals.count; i++)
        if (!strcmp(r->out->proposals.at[i].key, key) && r->out->proposals.at[i].party == party)
            return;
    proposal_t *made = list_add(r->arena, &r->out->proposals);
    *made = (proposal_t){.key = key,
                         .name = name,
                         .party = party,
                         .person = person,
                         .beneficiary_party = NONE,
                         .stance = clause->stance};
    add_details(r, line, p, clause->first, made);
    if (clause->invited && !made->beneficiary && made->beneficiary_party == NONE)
        made->beneficiary = clause->invited;
    made->evidence = evidence_of(r, line->items[clause->first].first, line->items[p->last - 1].last, "proposes");
}

/* ---- clauses ---- */

enum { SUBJECT_REACH = 40 }; /* items from an undertaking to its verb */

static bool takes(const relate_t *r, const line_t *line, int i, const clause_t *clause) {
    if (statement_at(r, &line->items[clause->first]) && !statement_at(r, &line->items[i]))
        return false; /* the attribution behind the words */
    if (clause->gate == GATE_NONE || !may_begin(r, line, i, !strcmp(clause->stance, "invites"), clause->listed) ||
        !opens_phrase(r, line, i, clause->first))
        return false;
    return clause->gate == GATE_COMMIT || clause->listed || is_a(r->a, &line->items[i - 1], CLASS_do);
}

/* Where an aside between commas ends that begins at items[i], else i: "an exhibition, Norov added, will open". */
static int behind_aside(const relate_t *r, const line_t *line, int i) {
    for (int k = i + 1; mark_at(r, line->items[i].first) == ',' && k + 1 < line->count && k - i < 7; k++)
        if (mark_at(r, line->items[k].first) == ',')
            return k + 1;
    return i;
}

/* "will open in May", but not "will open a new page". */
static bool comes_about(const relate_t *r, const line_t *line, int i) {
    return is_a(r->a, &line->items[i], CLASS_comesabout) && !is_a(r->a, &line->items[i + 1], CLASS_article) &&
           !is_a(r->a, &line->items[i + 1], CLASS_opens_noun);
}

/* "A photo exhibition will open in spring": within somebody's words, what stands left of "will open", "will be held". */
static void read_subject(relate_t *r, int number, int will) {
    const line_t *line = &r->a->lines.at[number];
    int start = will > SUBJECT_REACH ? will - SUBJECT_REACH : 1;
    for (int i = start; i < will; i++) {
        const item_t *before = &line->items[i - 1];
        bool opens = before->shape == SHAPE_Begin || mark_at(r, before->first) == ',' || is_word(r, before, "and") ||
                     is_a(r->a, before, CLASS_report) || is_word(r, before, "that") ||
                     line->items[i].shape == SHAPE_Number;
        phrase_t p;
        if (!opens || !statement_at(r, &line->items[i]) || !phrase_at(r, line, i, CLASS_undertaking, &p) ||
            behind_aside(r, line, p.last) != will || !is_concrete(r, line, &p, true))
            continue;
        propose(r, number, &p, &(clause_t){.gate = GATE_COMMIT, .stance = "offers", .first = p.first, .party = NONE});
        return;
    }
}

static void read_line(relate_t *r, int number) {
    const line_t *line = &r->a->lines.at[number];
    clause_t clause = no_clause;
    for (int i = 1; i + 1 < line->count; i++) {
        clause_t opened = opened_by(r, line, i);
        phrase_t p;
        if (is_a(r->a, &line->items[i], CLASS_commit) && comes_about(r, line, i + 1) && !is_undone(r, line, i))
            read_subject(r, number, i);
        if (opened.gate != GATE_NONE)
            clause = is_undone(r, line, i) ? no_clause : opened;
        const item_t *verb = is_a(r->a, &line->items[i], CLASS_report) ? verb_in(&line->items[i]) : NULL;
        bool other = verb && opened.gate == GATE_NONE && !is_a(r->a, verb, CLASS_say_ing); /* somebody else speaks */
        if (is_a(r->a, &line->items[i], CLASS_negation) || other)
            clause.gate = GATE_NONE;
        if (is_a(r->a, &line->items[i], CLASS_goingon) && clause.gate != GATE_NONE)
            clause.stance = "continues";
        if (is_a(r->a, &line->items[i], CLASS_helps) && clause.gate == GATE_COMMIT)
            clause.stance = "supports";
        if (opened.gate != GATE_NONE && opened.first > i)
            continue;
        if (takes(r, line, i, &clause) && phrase_at(r, line, i, CLASS_undertaking, &p) &&
            is_concrete(r, line, &p, clause.listed)) {
            propose(r, number, &p, &clause);
            i = p.last - 1;
            clause.listed = true;
        } else if (mark_at(r, line->items[i].first) != ',' && !is_word(r, &line->items[i], "and") &&
                   !is_word(r, &line->items[i], "of") && !is_a(r->a, &line->items[i], CLASS_article)) {
            clause.listed = false;
        }
    }
}

void relate_proposals(relate_t *r) {
    for (int n = 0; n < r->a->lines.count; n++)
        read_line(r, n);
}
