/* Concrete undertakings that somebody proposes, announces, offers or invites to: a forum, a fund, 2,000 training places.
 * A trigger opens the clause (China proposes, will, is ready to, welcomes all to); the noun phrases behind it that name
 * something one could check are the initiatives. */
#include <string.h>

#include "details.h"
#include "speech.h"

/* How far the words that open a clause commit their speaker. */
typedef enum gate { GATE_NONE, GATE_NEED, GATE_COMMIT } gate_t;

enum {
    SUBJECT_REACH = 40, /* items from an undertaking to its verb, from a verb to the party that is its subject */
    PERSON_REACH = 200, /* items of a sentence in which somebody is named */
    ASIDE_REACH = 7
};

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

/* True if the words of a statement begin at a token. */
static bool begins_words(const relate_t *r, int t) {
    return t && r->statement_of_token[t] && r->statement_of_token[t] != r->statement_of_token[t - 1];
}

/* The item itself, or the verb inside a report: "proposes that". */
static bool is_verb_of(const relate_t *r, const item_t *item, unsigned class) {
    return is_a(r->a, item, class) || (item->mention && verb_is(r, item, class));
}

/* Whom "welcomes all parties to" invites. */
static const char *invited_by(const relate_t *r, const item_t *item) {
    return item->last - item->first > 2 ? text_of(r->a, item->first + 1, item->last - 1) : NULL;
}

/* Speech acts that put something forward. */
static const struct {
    const char *act, *stance;
    gate_t gate;
} acts[] = {{"asks", "proposes", GATE_COMMIT},
            {"agrees", "proposes", GATE_NEED},
            {"proposes", "proposes", GATE_COMMIT},
            {"promises", "offers", GATE_COMMIT},
            {"announces", "offers", GATE_COMMIT}};

unsigned forward_acts(void) {
    unsigned bits = 0;
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
        bits |= 1u << speech_act_number(acts[i].act);
    return bits;
}

/* What begins with the words of a statement: its speech act tells whether it puts something forward. */
static clause_t opened_by_words(const relate_t *r, const line_t *line, int i) {
    const item_t *before = &line->items[i - 1];
    const statement_t *s = begins_words(r, line->items[i].first) ? statement_at(r, &line->items[i]) : NULL;
    size_t k = 0;
    while (s && s->act && k < sizeof acts / sizeof *acts && (*acts[k].act != *s->act || strcmp(acts[k].act, s->act)))
        k++;
    if (!s || !s->act || k == sizeof acts / sizeof *acts ||
        (k == 0 && !(is_report(r, before) && report_mode(before) == MODE_noun))) /* called for a plan */
        return no_clause;
    return (clause_t){.gate = acts[k].gate, .stance = acts[k].stance, .first = i, .party = NONE};
}

/* The clause that an item opens, if it leads to an offer. */
static clause_t opened_by(const relate_t *r, const line_t *line, int i) {
    const item_t *item = &line->items[i];
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
    } else {
        return opened_by_words(r, line, i);
    }
    return clause;
}

/* ---- what names something one could check ---- */

static bool is_geographic(const relate_t *r, const item_t *item) {
    return is_any(r, item, CLASSES_OF(CLASS_state, CLASS_demonym, CLASS_org));
}

/* "the Aral centre": a word with a capital, but for states and organizations. */
static bool has_name(const relate_t *r, const line_t *line, const phrase_t *p) {
    for (int i = p->first; i < p->last && line->items[i].first < p->head->last; i++) {
        const item_t *item = &line->items[i];
        for (int t = item->first; t < item->last && !is_geographic(r, item); t++)
            if (token_at(r, t)->shape == SHAPE_Cap)
                return true;
    }
    return false;
}

/* "SCO media summit": of an organization, and told apart by a word more. */
static bool has_organization(const relate_t *r, const line_t *line, const phrase_t *p) {
    for (int i = first_ref(r, line->items[p->first].first); i < r->refs.count; i++) {
        const item_t *item = r->refs.at[i].item;
        if (item->first >= p->head->first)
            return false;
        if (item->last < p->head->first && is_a(r->a, item, CLASS_org) && !item->mention)
            return true;
    }
    return false;
}

/* True if a number before the head counts the thing; that of "a ten-day course" does not. */
static bool is_counted(const relate_t *r, const line_t *line, const phrase_t *p) {
    for (int i = p->first; i < p->last && line->items[i].first < p->head->first; i++) {
        const item_t *item = &line->items[i];
        bool time = is_a(r->a, item + 1, CLASS_timeunit) && item + 1 == p->head;
        if (!time && (item->shape == SHAPE_Number || is_a(r->a, item, CLASS_cardinal)))
            return true;
    }
    return false;
}

/* "hold a second meeting", "host a summit in Oslo next May": a meeting told apart by its number, place or time. */
static bool is_dated(const relate_t *r, const line_t *line, const phrase_t *p) {
    for (int i = p->first; i < p->last; i++)
        if (is_a(r->a, &line->items[i], CLASS_ordinal) || line->items[i].shape == SHAPE_Nth)
            return true;
    for (int i = p->last; i + 1 < line->count && i < p->last + 6; i++)
        if (is_a(r->a, &line->items[i], CLASS_place) || is_a(r->a, &line->items[i], CLASS_date) ||
            line->items[i].shape == SHAPE_Year || is_word(r, &line->items[i], WORD_next))
            return true;
    return false;
}

/* "set up a food security mechanism", "the creation of an energy club": made anew, and told apart by a word more. */
static bool is_new(const relate_t *r, const line_t *line, const phrase_t *p, bool listed) {
    int before = p->first - 1;
    while (before > 0 && (is_a(r->a, &line->items[before], CLASS_article) || is_word(r, &line->items[before], WORD_of)))
        before--;
    const item_t *verb = &line->items[before], *last = &line->items[p->last - 1];
    const item_t *article = &line->items[p->first - 1];
    bool wanted = /* called for a plan */
        is_a(r->a, verb, CLASS_report) && (is_word(r, article, 'a') || is_word(r, article, WORD_an));
    bool made = listed || is_a(r->a, verb, CLASS_creates) || is_verb_of(r, verb, CLASS_propose) ||
                is_verb_of(r, verb, CLASS_offer) || wanted;
    bool dated = is_a(r->a, verb, CLASS_do) && is_dated(r, line, p);
    return !is_a(r->a, p->head, CLASS_generalthing) &&
           (dated || (made && last->last - line->items[p->first].first > 1));
}

static bool is_concrete(const relate_t *r, const line_t *line, const phrase_t *p, bool listed) {
    if (has_name(r, line, p) || has_organization(r, line, p) || is_counted(r, line, p))
        return true;
    for (int i = p->first; i + 1 < p->last; i++) /* a commission on hydropower is one, a commission is none */
        if (&line->items[i] == p->head && is_word(r, &line->items[i + 1], WORD_on))
            return true;
    if (is_a(r->a, p->head, CLASS_weakthing) || !is_a(r->a, p->head, CLASS_undertaking))
        return is_new(r, line, p, listed);
    return line->items[p->last - 1].last - line->items[p->first].first > 1;
}

/* True if a phrase may begin at items[i]: not behind a preposition that says when, where or with whom, and not behind
 * "of", but for "the creation of". */
static bool may_begin(const relate_t *r, const line_t *line, int i, const clause_t *clause) {
    const item_t *before = &line->items[i - 1];
    if (is_a(r->a, before, CLASS_article))
        return false;
    if (is_word(r, before, WORD_of))
        return i > 2 && (is_a(r->a, before - 1, CLASS_light) || (clause->listed && is_word(r, before - 1, WORD_and)));
    if (is_word(r, before, WORD_as))
        return true;
    return !is_any(r, before, CLASSES_OF(CLASS_ends_noun, CLASS_keeps_noun)) &&
           !(is_word(r, before, WORD_to) && strcmp(clause->stance, "invites"));
}

/* True if the words before an item go on with it: the SCO media summit, the Aral centre. */
static bool is_led_to(const relate_t *r, const item_t *before) {
    return mark_at(r, before->first) == '-' || before->shape == SHAPE_Cap || is_word(r, before, WORD_next) ||
           is_any(r, before, CLASSES_OF(CLASS_demonym, CLASS_proper, CLASS_state, CLASS_org, CLASS_session));
}

static bool opens_phrase(const relate_t *r, const line_t *line, int i, int first) {
    const item_t *item = &line->items[i], *before = item - 1;
    if (is_a(r->a, item, CLASS_ends_noun))
        return false;
    if (is_any(r, item, CLASSES_OF(CLASS_article, CLASS_opens_noun, CLASS_cardinal)) || item->shape == SHAPE_Number ||
        is_any(r, before, CLASSES_OF(CLASS_do, CLASS_light)) || i == first)
        return true;
    if (is_a(r->a, item, CLASS_org) && mark_at(r, before->first) != '-')
        return true;
    return (item->shape == SHAPE_Cap || item->shape == SHAPE_Mention) && !is_led_to(r, before);
}

/* ---- facts ---- */

/* "We note that Norway will offer": within the words of several, the only party before the verb that commits it. */
static int subject_party(relate_t *r, const line_t *line, const clause_t *clause) {
    int found = NONE, trigger = clause->first - 1;
    if (trigger < 1 || !is_a(r->a, &line->items[trigger], CLASS_commit))
        return NONE;
    for (int i = trigger - 1; i > 0 && trigger - i < SUBJECT_REACH && statement_at(r, &line->items[i]); i--) {
        int party = lexicon_party_of(r, &line->items[i]);
        if (party != NONE && found != NONE && party != found)
            return NONE;
        found = party == NONE ? found : party;
    }
    return found == NONE ? NONE : party_index(r, found);
}

/* In the narrator's own account: the first person or state of the sentence, before the item. */
static int party_before(relate_t *r, const line_t *line, const item_t *item) {
    for (int i = 1; i < PERSON_REACH && &line->items[i] < item; i++) {
        int who = person_at(r, &line->items[i]), party = lexicon_party_of(r, &line->items[i]);
        if (who != NONE)
            return r->profiles.at[who].party;
        if (party != NONE)
            return party_index(r, party);
    }
    return party_of_it(r, line);
}

/* Who puts it forward: whoever's words these are. */
static int proposer(relate_t *r, const line_t *line, const item_t *item, const clause_t *clause, int *person) {
    const statement_t *s = statement_at(r, item);
    *person = s && clause->party == NONE ? s->person : NONE;
    if (clause->party != NONE)
        return party_index(r, clause->party);
    if (!s)
        return party_before(r, line, item);
    int subject = s->person == NONE && s->party == r->group ? subject_party(r, line, clause) : NONE;
    return subject == NONE ? s->party : subject;
}

static void propose(relate_t *r, const line_t *line, const phrase_t *p, const clause_t *clause) {
    int person, party = proposer(r, line, &line->items[p->first], clause, &person);
    const char *name = phrase_text(r, line, p), *key = folded(r, name);
    if (party == NONE || !name_is_new(r, party, key))
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

static bool takes(const relate_t *r, const line_t *line, int i, const clause_t *clause) {
    if (clause->gate == GATE_NONE || !opens_phrase(r, line, i, clause->first))
        return false;
    if (statement_at(r, &line->items[clause->first]) && !statement_at(r, &line->items[i]))
        return false; /* the attribution behind the words */
    return may_begin(r, line, i, clause) &&
           (clause->gate == GATE_COMMIT || clause->listed || is_a(r->a, &line->items[i - 1], CLASS_do));
}

/* Where an aside between commas ends that begins at items[i], else i: "an exhibition, Norov added, will open". */
static int behind_aside(const relate_t *r, const line_t *line, int i) {
    for (int k = i + 1; mark_at(r, line->items[i].first) == ',' && k + 1 < line->count && k - i < ASIDE_REACH; k++)
        if (mark_at(r, line->items[k].first) == ',')
            return k + 1;
    return i;
}

static bool opens_subject(const relate_t *r, const line_t *line, int i) {
    const item_t *before = &line->items[i - 1];
    return before->shape == SHAPE_Begin || mark_at(r, before->first) == ',' || is_word(r, before, WORD_and) ||
           is_a(r->a, before, CLASS_report) || is_word(r, before, WORD_that) || line->items[i].shape == SHAPE_Number;
}

/* "A photo exhibition will open in spring": within somebody's words, what stands left of "will open", "will be held". */
static void read_subject(relate_t *r, const line_t *line, int will) {
    for (int i = will > SUBJECT_REACH ? will - SUBJECT_REACH : 1; i < will; i++) {
        phrase_t p;
        if (!opens_subject(r, line, i) || !statement_at(r, &line->items[i]) ||
            !phrase_at(r, line, i, CLASS_undertaking, &p) || behind_aside(r, line, p.last) != will ||
            !is_concrete(r, line, &p, true))
            continue;
        propose(r, line, &p, &(clause_t){.gate = GATE_COMMIT, .stance = "offers", .first = p.first, .party = NONE});
        return;
    }
}

/* What the item does to the clause that runs; opened: it has opened it. */
static void turn(const relate_t *r, const item_t *item, bool opened, clause_t *clause) {
    const item_t *verb = is_report(r, item) ? verb_in(item) : NULL;
    bool other = verb && !opened && !is_a(r->a, verb, CLASS_say_ing); /* somebody else speaks */
    if (is_a(r->a, item, CLASS_negation) || other)
        clause->gate = GATE_NONE;
    if (is_a(r->a, item, CLASS_goingon) && clause->gate != GATE_NONE)
        clause->stance = "continues";
    if (is_a(r->a, item, CLASS_helps) && clause->gate == GATE_COMMIT)
        clause->stance = "supports";
}

/* "will open in May", but not "will open a new page". */
static bool comes_about(const relate_t *r, const item_t *verb) {
    return is_a(r->a, verb, CLASS_comesabout) && !is_a(r->a, verb + 1, CLASS_article) &&
           !is_a(r->a, verb + 1, CLASS_opens_noun);
}

/* Between the members of a list of undertakings. */
static bool is_between(const relate_t *r, const item_t *item) {
    return mark_at(r, item->first) == ',' || is_word(r, item, WORD_and) || is_word(r, item, WORD_of) ||
           is_a(r->a, item, CLASS_article);
}

/* A line as it is read, item by item. */
typedef struct reading {
    relate_t *r;
    int edge; /* the next in r->edges */
    const line_t *line;
    int last;           /* the last item that can be the head of a name */
    const lead_t *lead; /* the next that leads to an offer, if it is of the line */
    int offer,
        words; /* the next items that may open a clause: by this lead, by the words of a statement; line->count: none */
    clause_t clause; /* that runs */
} reading_t;

/* Moves the edge on, unless it is at a token or behind it. */
static void pass_edges(reading_t *reading, int token) {
    const relate_t *r = reading->r;
    if (reading->edge >= token)
        return;
    const uint8_t *edge = memchr(r->edges + token, 1, (size_t)(r->a->tokens.list.count - token));
    reading->edge = edge ? (int)(edge - r->edges) : r->a->tokens.list.count;
}

/* The first item from i on that begins the words of a statement; line->count if none does. */
static int next_words(reading_t *reading, int i) {
    const line_t *line = reading->line;
    pass_edges(reading, line->items[i].first);
    for (; reading->edge < line->last; pass_edges(reading, reading->edge + 1)) {
        int item = begins_words(reading->r, reading->edge) ? item_of_token(line, reading->edge) : 0;
        if (item && line->items[item].first == reading->edge)
            return item;
    }
    return line->count;
}

/* A first look at an item within a clause: whether it may turn it or begin a phrase (turn, opens_phrase). Few do. */
static bool matters(const relate_t *r, const item_t *item) {
    return item->shape == SHAPE_Cap || item->shape == SHAPE_Mention || item->shape == SHAPE_Number ||
           is_any(r, item,
                  CLASSES_OF(CLASS_negation, CLASS_report, CLASS_goingon, CLASS_helps, CLASS_article, CLASS_opens_noun,
                             CLASS_cardinal, CLASS_org)) ||
           is_any(r, item - 1, CLASSES_OF(CLASS_do, CLASS_light));
}

/* The item from i on at which there is something to do: without a clause, the next that may open one. */
static int next_item(reading_t *reading, int i) {
    int number = (int)(reading->line - reading->r->a->lines.at);
    if (reading->offer < i) {
        while (reading->lead->line == number && (reading->lead->item < i || !(reading->lead->to & LEAD_OFFER)))
            reading->lead++;
        reading->offer = reading->lead->line == number ? reading->lead->item : reading->line->count;
    }
    if (reading->words < i)
        reading->words = next_words(reading, i);
    int opening = reading->offer < reading->words ? reading->offer : reading->words;
    if (reading->clause.gate == GATE_NONE || i > reading->last)
        return opening;
    while (i > reading->clause.first && i < opening && !reading->clause.listed &&
           !matters(reading->r, &reading->line->items[i]))
        i++;
    return i;
}

/* Opens a clause at an item that may; returns the item at which it begins, 0 if there is none. */
static int open_clause(reading_t *reading, int i) {
    relate_t *r = reading->r;
    const line_t *line = reading->line;
    clause_t opened = i == reading->offer ? opened_by(r, line, i) : opened_by_words(r, line, i);
    if (is_a(r->a, &line->items[i], CLASS_commit) && comes_about(r, &line->items[i + 1]) && !is_undone(r, line, i))
        read_subject(r, line, i);
    if (opened.gate == GATE_NONE)
        return 0;
    reading->clause = is_undone(r, line, i) ? no_clause : opened;
    return opened.first;
}

/* Reads an item; returns the last that it has read: that of the undertaking that begins there. */
static int read_item(reading_t *reading, int i) {
    relate_t *r = reading->r;
    const line_t *line = reading->line;
    const item_t *item = &line->items[i];
    clause_t *clause = &reading->clause;
    phrase_t p;
    int opened = i == reading->offer || i == reading->words ? open_clause(reading, i) : 0;
    if (is_any(r, item, CLASSES_OF(CLASS_negation, CLASS_report, CLASS_goingon, CLASS_helps)))
        turn(r, item, opened > 0, clause);
    if (opened > i)
        return i;
    if (takes(r, line, i, clause) && phrase_at(r, line, i, CLASS_undertaking, &p) &&
        is_concrete(r, line, &p, clause->listed)) {
        propose(r, line, &p, clause);
        clause->listed = true;
        return p.last - 1;
    }
    clause->listed = clause->listed && is_between(r, item);
    return i;
}

void relate_proposals(relate_t *r) {
    reading_t reading = {.r = r, .edge = NONE};
    map_clear(r->scratch);
    for (int n = 0; n < r->a->lines.count; n++) {
        const line_t *line = &r->a->lines.at[n];
        const bool offers = has_sign(r, line, LEAD_OFFER);
        pass_edges(&reading, line->first);
        if (!r->line_things[n] || !(offers || reading.edge < line->last))
            continue;
        reading.line = line;
        reading.last = r->line_things[n];
        reading.lead = first_lead(r, n);
        reading.offer = offers ? 0 : line->count;
        reading.words = 0;
        reading.clause = no_clause;
        for (int i = 1; (i = next_item(&reading, i)) + 1 < line->count; i++)
            i = read_item(&reading, i);
    }
}
