/* Concrete undertakings that somebody proposes, announces, offers or invites to: a forum, a fund, 2,000 training places.
 * A trigger opens the clause (China proposes, will, is ready to, welcomes all to); the noun phrases behind it that name
 * something one could check are the initiatives. */
#include <stdlib.h>
#include <string.h>

#include "phrases.h"

/* How far the words that open a clause commit their speaker. */
typedef enum gate { GATE_NONE, GATE_NEED, GATE_COMMIT } gate_t;

typedef struct clause {
    gate_t gate;
    const char *stance;
    int first;   /* item behind the trigger */
    bool listed; /* the phrase before was an initiative, and only a comma or "and" follows it */
} clause_t;

/* ---- what opens a clause ---- */

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

/* "proposes that": the verb of putting forward inside a report. */
static bool is_proposing(const relate_t *r, const item_t *item) {
    const item_t *verb = verb_in(item);
    return is_a(r->a, item, CLASS_propose) || (verb && is_a(r->a, verb, CLASS_propose));
}

static bool is_inviting(const relate_t *r, const item_t *item) {
    const item_t *verb = verb_in(item);
    return is_a(r->a, item, CLASS_invite) || (verb && is_a(r->a, verb, CLASS_invite));
}

static clause_t opened_by(const relate_t *r, const line_t *line, int i) {
    const item_t *item = &line->items[i];
    const statement_t *s = statement_at(r, item);
    clause_t none = {GATE_NONE, NULL, i + 1, false};
    if (is_inviting(r, item))
        return (clause_t){GATE_COMMIT, "invites", i + 1, false};
    if (is_proposing(r, item))
        return (clause_t){GATE_COMMIT, "proposes", i + 1, false};
    if (is_a(r->a, item, CLASS_commit) && !is_a(r->a, item + 1, CLASS_be)) /* will be a bridge: no undertaking */
        return (clause_t){GATE_COMMIT, "offers", i + 1, false};
    if (is_a(r->a, item, CLASS_need))
        return (clause_t){GATE_NEED, "proposes", i + 1, false};
    if (begins_words(r, item) && s && s->act && !strcmp(s->act, "agrees"))
        return (clause_t){GATE_NEED, "proposes", i, false};
    if (begins_words(r, item) && puts_forward(s))
        return (clause_t){GATE_COMMIT, !strcmp(s->act, "proposes") ? "proposes" : "offers", i, false};
    return none;
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

static const item_t *number_in(const relate_t *r, const line_t *line, const phrase_t *p) {
    for (int i = p->first; i < p->last; i++) {
        const item_t *item = &line->items[i];
        if (item->shape == SHAPE_Number || is_a(r->a, item, CLASS_cardinal))
            return item;
    }
    return NULL;
}

/* "set up a food security mechanism", "the creation of an energy club": made anew, and told apart by a word more. */
static bool is_new(const relate_t *r, const line_t *line, const phrase_t *p, bool listed) {
    int before = p->first - 1;
    while (before > 0 && (is_a(r->a, &line->items[before], CLASS_article) || is_word(r, &line->items[before], "of")))
        before--;
    const item_t *verb = &line->items[before], *last = &line->items[p->last - 1];
    bool made = listed || is_a(r->a, verb, CLASS_creates) || is_proposing(r, verb);
    return made && !is_a(r->a, p->head, CLASS_generalthing) && last->last - line->items[p->first].first > 1;
}

static bool is_concrete(const relate_t *r, const line_t *line, const phrase_t *p, bool listed) {
    if (has_name(r, line, p) || has_organization(r, line, p) ||
        (number_in(r, line, p) && number_in(r, line, p)->first < p->head->first))
        return true;
    for (int i = p->first; i + 1 < p->last; i++) /* a commission on hydropower is one, a commission is none */
        if (&line->items[i] == p->head && is_word(r, &line->items[i + 1], "on"))
            return true;
    if (is_a(r->a, p->head, CLASS_weakthing))
        return is_new(r, line, p, listed);
    return line->items[p->last - 1].last - line->items[p->first].first > 1;
}

/* True if a phrase may begin at items[i]: not behind a preposition that says when, where or with whom, and not behind
 * "of", but for "the creation of". */
static bool may_begin(const relate_t *r, const line_t *line, int i) {
    const item_t *before = &line->items[i - 1];
    if (is_a(r->a, before, CLASS_article))
        return false;
    if (is_word(r, before, "of"))
        return i > 2 && is_a(r->a, before - 1, CLASS_light);
    return is_word(r, before, "as") ||
           !(is_a(r->a, before, CLASS_ends_noun) || is_a(r->a, before, CLASS_keeps_noun) || is_word(r, before, "to"));
}

static bool opens_phrase(const relate_t *r, const line_t *line, int i, int first) {
    const item_t *item = &line->items[i];
    if (is_a(r->a, item, CLASS_ends_noun))
        return false;
    return is_a(r->a, item, CLASS_article) || is_a(r->a, item, CLASS_opens_noun) || item->shape == SHAPE_Number ||
           is_a(r->a, item, CLASS_cardinal) || item->shape == SHAPE_Cap || item->shape == SHAPE_Mention ||
           is_a(r->a, item, CLASS_org) || is_a(r->a, &line->items[i - 1], CLASS_do) ||
           is_a(r->a, &line->items[i - 1], CLASS_light) || i == first;
}

/* ---- facts ---- */

static double quantity_of(const relate_t *r, const line_t *line, const phrase_t *p, const char **unit) {
    const item_t *number = number_in(r, line, p);
    if (!number)
        return 0;
    const sense_t *word =
        number->shape == SHAPE_Number ? NULL : lexicon_sense(r->lexicon, number, CLASS_cardinal, NULL);
    char digits[64], *out = digits;
    for (const char *c = text_of_item(r->a, number); *c && out < digits + sizeof digits - 1; c++)
        if (*c != ',')
            *out++ = *c;
    *out = 0;
    double value = word ? word->entity : atof(digits);
    for (const item_t *item = number + 1; item < line->items + p->last; item++) {
        const sense_t *power =
            is_a(r->a, item, CLASS_multiplier) ? lexicon_sense(r->lexicon, item, CLASS_multiplier, NULL) : NULL;
        const sense_t *money =
            is_a(r->a, item, CLASS_currency) ? lexicon_sense(r->lexicon, item, CLASS_currency, NULL) : NULL;
        for (int i = 0; power && i < power->entity; i++)
            value *= 10;
        if (money)
            *unit = r->lexicon->kinds_of_things.at[money->entity];
    }
    if (!*unit)
        *unit = folded(r, text_of_item(r->a, p->head));
    return value;
}

static int year_of(const relate_t *r, const line_t *line, int first, int last) {
    for (int i = first; i < last; i++)
        if (line->items[i].shape == SHAPE_Year)
            return atoi(text_of_item(r->a, &line->items[i]));
    return 0;
}

/* Who puts it forward: whoever's words these are; in the narrator's own account the state that is the subject. */
static int proposer(relate_t *r, int number, const item_t *item, int *person) {
    const statement_t *s = statement_at(r, item);
    const line_t *line = &r->a->lines.at[number];
    *person = s ? s->person : NONE;
    if (s)
        return s->party;
    for (int i = 1; i + 1 < line->count && line->items[i].first < item->first; i++) {
        int who = person_at(r, &line->items[i]), party = lexicon_party_of(r, &line->items[i]);
        if (who != NONE)
            return r->profiles.at[who].party;
        if (party != NONE)
            return party_index(r, party);
    }
    return NONE;
}

static void propose(relate_t *r, int number, const phrase_t *p, const clause_t *clause) {
    const line_t *line = &r->a->lines.at[number];
    int person, party = proposer(r, number, &line->items[p->first], &person);
    const char *name = phrase_text(r, line, p), *key = folded(r, name), *unit = NULL;
    if (party == NONE)
        return;
    for (int i = 0; i < r->out->proposals.count; i++)
        if (!strcmp(r->out->proposals.at[i].key, key) && r->out->proposals.at[i].party == party)
            return;
    proposal_t *made = list_add(r->arena, &r->out->proposals);
    *made = (proposal_t){.key = key,
                         .name = name,
                         .kind = phrase_kind(r, p, CLASS_undertaking),
                         .party = party,
                         .person = person,
                         .stance = clause->stance};
    made->quantity = quantity_of(r, line, p, &unit);
    made->unit = made->quantity > 0 ? unit : NULL;
    made->year = year_of(r, line, clause->first, p->last);
    made->evidence = evidence_of(r, line->items[clause->first].first, line->items[p->last - 1].last, "proposes");
}

/* ---- clauses ---- */

enum { SUBJECT_REACH = 40 }; /* items from an undertaking to its verb */

static bool takes(const relate_t *r, const line_t *line, int i, const clause_t *clause) {
    if (statement_at(r, &line->items[clause->first]) && !statement_at(r, &line->items[i]))
        return false; /* the attribution behind the words */
    if (clause->gate == GATE_NONE || !may_begin(r, line, i) || !opens_phrase(r, line, i, clause->first))
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

/* "A photo exhibition will open in spring": within somebody's words, what stands left of "will open", "will be held". */
static void read_subject(relate_t *r, int number, int will) {
    const line_t *line = &r->a->lines.at[number];
    int start = will > SUBJECT_REACH ? will - SUBJECT_REACH : 1;
    for (int i = start; i < will; i++) {
        const item_t *before = &line->items[i - 1];
        bool opens = before->shape == SHAPE_Begin || mark_at(r, before->first) == ',' || is_word(r, before, "and") ||
                     is_a(r->a, before, CLASS_report) || is_word(r, before, "that");
        phrase_t p;
        if (!opens || !statement_at(r, &line->items[i]) || !phrase_at(r, line, i, CLASS_undertaking, &p) ||
            behind_aside(r, line, p.last) != will || !is_concrete(r, line, &p, true))
            continue;
        propose(r, number, &p, &(clause_t){GATE_COMMIT, "offers", p.first, false});
        return;
    }
}

static void read_line(relate_t *r, int number) {
    const line_t *line = &r->a->lines.at[number];
    clause_t clause = {GATE_NONE, NULL, 0, false};
    for (int i = 1; i + 1 < line->count; i++) {
        clause_t opened = opened_by(r, line, i);
        phrase_t p;
        if (is_a(r->a, &line->items[i], CLASS_commit) && is_a(r->a, &line->items[i + 1], CLASS_comesabout) &&
            !is_undone(r, line, i))
            read_subject(r, number, i);
        if (opened.gate != GATE_NONE)
            clause = is_undone(r, line, i) ? (clause_t){GATE_NONE, NULL, i + 1, false} : opened;
        if (is_a(r->a, &line->items[i], CLASS_negation))
            clause.gate = GATE_NONE;
        if (is_a(r->a, &line->items[i], CLASS_goingon) && clause.gate != GATE_NONE)
            clause.stance = "continues";
        if (opened.gate != GATE_NONE && opened.first > i)
            continue;
        if (takes(r, line, i, &clause) && phrase_at(r, line, i, CLASS_undertaking, &p) &&
            is_concrete(r, line, &p, clause.listed)) {
            propose(r, number, &p, &clause);
            i = p.last - 1;
            clause.listed = true;
        } else if (mark_at(r, line->items[i].first) != ',' && !is_word(r, &line->items[i], "and") &&
                   !is_a(r->a, &line->items[i], CLASS_article)) {
            clause.listed = false;
        }
    }
}

void relate_proposals(relate_t *r) {
    for (int n = 0; n < r->a->lines.count; n++)
        read_line(r, n);
}
