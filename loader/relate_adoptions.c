/* Documents that were signed, adopted, approved, issued at the occasion, as the narrator tells it. */
#include <string.h>

#include "phrases.h"
#include "speech.h"

enum {
    CLAUSE_REACH = 60,    /* items before the verb of a clause */
    SUBJECT_REACH = 200,  /* items, or refs, of a sentence in which its subject is looked for */
    PARAGRAPH_REACH = 40, /* sentences looked back at */
    ASIDE_REACH = 25,
    LEFT_DOCUMENTS = 8,
    VERBS = 12 /* items of "signed, approved and issued" */
};

typedef struct adopting {
    relate_t *r;
    const int *told_of; /* by line: the occasion told of last, or NONE */
    int points_end;     /* the line behind the last list of documents that was read */
} adopting_t;

/* ---- who adopted it ---- */

/* An organization that the subject of the sentence names: the leaders of the SCO, the AU Assembly. It stands before the
 * verb, and before the name of the document. */
static int organization_in(const relate_t *r, int number, int name) {
    const line_t *line = &r->a->lines.at[number];
    bool passive;
    int verb = name, first = r->line_refs[number], last = r->line_refs[number + 1];
    for (const lead_t *lead = first_lead(r, number);
         lead->line == number && lead->item < SUBJECT_REACH && line->items[lead->item].first < verb; lead++)
        if (lead->to & LEAD_ACTION && action_at(r, line, lead->item, &passive))
            verb = line->items[lead->item].first;
    for (int i = first; i < last && i - first < SUBJECT_REACH; i++) {
        const item_t *item = r->refs.at[i].item;
        if (item->last <= verb && is_a(r->a, item, CLASS_org) && !item->mention &&
            r->lexicon->parties.at[lexicon_party_of(r, item)].parent == NONE)
            return lexicon_party_of(r, item);
    }
    return NONE;
}

/* "the Authority approved", "it adopts": the facts party that is meant before the name of the document, or NONE. */
static int party_meant(relate_t *r, const line_t *line, int name) {
    for (int i = 2; i + 1 < line->count && i < SUBJECT_REACH && line->items[i].first < name; i++)
        if (is_a(r->a, &line->items[i], CLASS_body) && is_word(r, &line->items[i - 1], WORD_the))
            return body_at(r, &line->items[i]);
    return party_of_it(r, line);
}

/* The organization that adopted the document before, if that was in the same paragraph; else the group. */
static int party_as_before(relate_t *r, int line) {
    const line_t *lines = r->a->lines.at;
    int first = line, count = r->out->adoptions.count;
    if (!count)
        return party_group(r);
    while (first > 0 && line - first < PARAGRAPH_REACH && lines[first - 1].paragraph == lines[line].paragraph)
        first--;
    const adoption_t *last = &r->out->adoptions.at[count - 1];
    bool here = last->evidence.start >= evidence_of(r, lines[first].first, lines[first].last, NULL).start;
    return here ? last->party : party_group(r);
}

/* True if the occasion at i tells more of who adopts something than that at k (or NONE) does: the last one of an
 * organization does, else the first of all. */
static bool tells_more(const relate_t *r, int i, int k) {
    bool ours = r->occasions.at[i].organization != NONE;
    if (k == NONE || ours != (r->occasions.at[k].organization != NONE))
        return k == NONE || ours;
    return ours ? i > k : i < k;
}

/* For each line the occasion that tells most of those named in it or before. */
static const int *occasions_told_of(const relate_t *r) {
    int *at = arena_alloc(r->arena, sizeof(int) * (size_t)(r->a->lines.count + 1));
    for (int n = 0; n < r->a->lines.count; n++)
        at[n] = NONE;
    for (int i = 0; i < r->occasions.count; i++) {
        int *here = &at[r->occasions.at[i].line];
        if (tells_more(r, i, *here))
            *here = i;
    }
    for (int n = 1; n < r->a->lines.count; n++)
        if (at[n - 1] != NONE && (at[n] == NONE || tells_more(r, at[n - 1], at[n])))
            at[n] = at[n - 1];
    return at;
}

/* The organization named with the verb, else that of the occasion told of; the group where that is between two. name:
 * first token of the document's name. */
static int adopting_party(const adopting_t *a, int line, int name) {
    relate_t *r = a->r;
    int named = organization_in(r, line, name), meant = party_meant(r, &r->a->lines.at[line], name);
    int told_of = a->told_of[line];
    if (named != NONE)
        return party_index(r, named);
    if (meant != NONE)
        return meant;
    if (told_of == NONE)
        return party_as_before(r, line);
    int organization = r->occasions.at[told_of].organization;
    return organization == NONE ? party_group(r) : party_index(r, organization);
}

/* ---- the documents ---- */

static const char *action_of(const relate_t *r, const item_t *verb) {
    const sense_t *sense = lexicon_sense(r->lexicon, verb, CLASS_action, NULL);
    return sense ? r->lexicon->kinds_of_things.at[sense->entity] : NULL;
}

static void adopt_one(const adopting_t *a, int number, const phrase_t *phrase, const char *action, const char *rule) {
    relate_t *r = a->r;
    const line_t *line = &r->a->lines.at[number];
    const char *name = phrase_text(r, line, phrase), *key = folded(r, name);
    int party = adopting_party(a, number, line->items[phrase->first].first);
    if (!name_is_new(r, party, key))
        return;
    *list_add(r->arena, &r->out->adoptions) =
        (adoption_t){key,
                     name,
                     phrase_kind(r, phrase, CLASS_instrument),
                     action,
                     party,
                     a->told_of[number],
                     evidence_of(r, line->items[phrase->first].first, line->items[phrase->last - 1].last, rule)};
}

/* True for a line that holds nothing but the number of a point: "2." */
static bool is_number(const relate_t *r, const line_t *line) {
    return line->count == 4 && line->items[1].shape == SHAPE_Number && mark_at(r, line->items[2].first);
}

/* "signed the following documents:": each point below is one. Where a point opens such a list itself, it is read already. */
static void adopt_points(adopting_t *a, int number, const char *action) {
    const relate_t *r = a->r;
    for (int n = number < a->points_end ? a->points_end : number + 1; n < r->a->lines.count; n++) {
        bool numbered = is_number(r, &r->a->lines.at[n]) && n + 1 < r->a->lines.count;
        const line_t *line = &r->a->lines.at[numbered ? ++n : n];
        int first = point_words(r, line);
        phrase_t phrase;
        if ((first == line->first && !numbered) || first >= line->last ||
            !phrase_at(r, line, item_of_token(line, first), CLASS_instrument, &phrase))
            return;
        adopt_one(a, n, &phrase, action, "adopts");
        a->points_end = n + 1;
    }
}

static void adopt(adopting_t *a, int number, const phrase_t *phrase, const char *action, const char *rule) {
    const line_t *line = &a->r->a->lines.at[number];
    if (is_word(a->r, &line->items[phrase->first], WORD_following) && mark_at(a->r, line->last - 1) == ':')
        adopt_points(a, number, action);
    else
        adopt_one(a, number, phrase, action, rule);
}

/* The objects to the right of a verb: one document or a list of them. False if there is none. */
static bool adopt_right(adopting_t *a, int number, int i, const char *action) {
    const relate_t *r = a->r;
    const line_t *line = &r->a->lines.at[number];
    phrase_t phrase;
    bool found = false;
    for (int next = i; next && phrase_at(r, line, next, CLASS_instrument, &phrase);
         next = phrase_next(r, line, phrase.last)) {
        adopt(a, number, &phrase, action, "adopts");
        found = true;
    }
    return found;
}

/* ---- left of the verb ---- */

/* True if only an aside between commas stands in items [from, to): "the declaration, which sums it up, was adopted". */
static bool is_aside(const relate_t *r, const line_t *line, int from, int to) {
    return to - from > 2 && to - from < ASIDE_REACH && mark_at(r, line->items[from].first) == ',' &&
           mark_at(r, line->items[to - 1].first) == ',';
}

/* True if the documents left of a verb may begin at items[i]. */
static bool opens_clause(const relate_t *r, const line_t *line, int i) {
    const item_t *before = &line->items[i - 1];
    bool passive;
    return i == 1 || (mark_at(r, before->first) && strchr(",;:-", mark_at(r, before->first))) ||
           before->shape == SHAPE_Punct || is_word(r, before, WORD_and) || is_word(r, before, WORD_while) ||
           action_at(r, line, i - 1, &passive) ||
           (is_a(r->a, &line->items[i], CLASS_article) &&
            (is_a(r->a, before, CLASS_date) || is_a(r->a, before, CLASS_place) || is_word(r, before, WORD_which)));
}

/* The documents of a list that begins at items[first] and ends at the verb at i: how many, 0 if something else stands
 * between. */
static int documents_to(const relate_t *r, const line_t *line, int first, int i, phrase_t list[LEFT_DOCUMENTS]) {
    int count = 0;
    for (int next = first; count < LEFT_DOCUMENTS && next && next < i;) {
        phrase_t *document = &list[count];
        if (!phrase_at(r, line, next, CLASS_instrument, document))
            break;
        if (document->last > i) /* "a programme approved" */
            document->last = i;
        count++;
        next = document->last >= i - 1 ? 0 : phrase_next(r, line, document->last);
    }
    int last = count ? list[count - 1].last : 0;
    return last >= i - 1 || is_aside(r, line, last, i) ? count : 0;
}

/* "a protocol and a plan were signed": the documents to the left of the verb. They begin at the start of the clause: after
 * a comma, another verb, "and" or "while". */
static void adopt_left(adopting_t *a, int number, int i, const char *action) {
    const relate_t *r = a->r;
    const line_t *line = &r->a->lines.at[number];
    phrase_t list[LEFT_DOCUMENTS];
    int count = 0;
    for (int first = i > CLAUSE_REACH ? i - CLAUSE_REACH : 1; first < i && !count; first++)
        count = opens_clause(r, line, first) ? documents_to(r, line, first, i, list) : 0;
    for (int k = 0; k < count; k++)
        adopt(a, number, &list[k], action, "is-adopted");
}

/* "a declaration was adopted and a programme approved": the verb before was a passive, and this one goes on with it. */
static bool follows_passive(const relate_t *r, const line_t *line, int i) {
    bool passive = false;
    for (int k = i - 1; k > 0 && i - k < CLAUSE_REACH; k--)
        if (action_at(r, line, k, &passive))
            return passive;
    return false;
}

static bool tells_where(const relate_t *r, const item_t *item) {
    return is_a(r->a, item, CLASS_ends_noun) || is_word(r, item, WORD_in) || is_word(r, item, WORD_on);
}

/* ---- verbs ---- */

/* Where the objects of the verb at i begin: behind "and issued" of "signed and issued", "was" of "the document signed was". */
static int object_of(const relate_t *r, const line_t *line, int i) {
    int object = i + 1;
    while (object - i < VERBS &&
           (is_word(r, &line->items[object], WORD_and) || is_a(r->a, &line->items[object], CLASS_action)))
        object++;
    return is_a(r->a, &line->items[object], CLASS_be) ? object + 1 : object;
}

/* True for the narrator's account, and for "the leaders had approved ten decisions" within words that only tell what several
 * did; a verb joined to the one before is read with it. */
static bool tells_of_action(const relate_t *r, const line_t *line, int i) {
    const item_t *verb = &line->items[i];
    if (i > 2 && is_word(r, verb - 1, WORD_and) && is_a(r->a, verb - 2, CLASS_action))
        return false;
    const item_t *subject = &line->items[before_auxiliaries(r, line, i, 0)];
    bool several = is_a(r->a, subject, CLASS_group) || is_a(r->a, subject, CLASS_they);
    return r->spoken[verb->first] == SPOKEN_NOT || (several && r->spoken[verb->first] == SPOKEN_TOLD);
}

static void read_action(adopting_t *a, int number, int i) {
    const relate_t *r = a->r;
    const line_t *line = &r->a->lines.at[number];
    bool passive = false;
    const item_t *verb = action_at(r, line, i, &passive);
    const char *action = verb ? action_of(r, verb) : NULL;
    report_mode_t mode = report_mode(&line->items[i]);
    bool says = mode == MODE_clause || mode == MODE_infinitive; /* confirmed that agreements ... */
    if (!action || says || !tells_of_action(r, line, i))
        return;
    if (mark_at(r, line->items[i - 1].first) == ',' && tells_where(r, &line->items[i + 1])) {
        adopt_left(a, number, i - 1, action); /* the declaration, adopted at the close */
        return;
    }
    if (passive) {
        int be = i;
        while (be > 1 && (is_a(r->a, &line->items[be - 1], CLASS_have) || is_a(r->a, &line->items[be - 1], CLASS_be)))
            be--;
        adopt_left(a, number, be, action);
        return;
    }
    if (!adopt_right(a, number, object_of(r, line, i), action) && follows_passive(r, line, i))
        adopt_left(a, number, i, action);
}

void relate_adoptions(relate_t *r) {
    adopting_t a = {.r = r, .told_of = occasions_told_of(r)};
    map_clear(r->scratch);
    const int count = leads_to(r, LEAD_ACTION);
    for (int i = 0; i < count; i++)
        read_action(&a, r->leads.at[r->led[i]].line, r->leads.at[r->led[i]].item);
}
