/* Sentences without a reporting verb of their own that go on with the words before them: free indirect speech, the points
 * of a list. */
#include <string.h>

#include "phrases.h"
#include "telling.h"

enum {
    SENTENCE = 4,
    SUBJECT = 9
}; /* tokens at least of one that goes on; items at most before a verb and its subject */

/* ---- whose sentence it is ---- */

bool speaks_for_state(const telling_t *t, const line_t *line) {
    int party = lexicon_party_of(t->r, &line->items[1]);
    return t->speaker.kind == SPEAKER_PERSON && party != NONE && is_a(t->r->a, &line->items[1], CLASS_state) &&
           t->r->party_of[party] == t->r->profiles.at[t->speaker.index].party;
}

/* "First, ...", "- to build": the points of a list go on over paragraphs. */
static bool is_point(const telling_t *t, const line_t *line) {
    const relate_t *r = t->r;
    return (is_a(r->a, &line->items[1], CLASS_ordinal) && mark_at(r, line->items[2].first) == ',') ||
           (t->listing && point_words(r, line) > line->first);
}

bool may_go_on(const telling_t *t, const line_t *line) {
    return t->going_on && (line->paragraph == t->paragraph || is_point(t, line) ||
                           (line->paragraph == t->paragraph + 1 && speaks_for_state(t, line)));
}

enum { SENTENCES_ON = 4 };

/* "We have built ...": no narrator speaks of himself. */
static bool paragraph_says_we(const relate_t *r, int number) {
    const line_t *lines = r->a->lines.at;
    for (int n = number; n < r->a->lines.count && n < number + SENTENCES_ON; n++) {
        if (lines[n].paragraph != lines[number].paragraph)
            return false;
        for (int t = lines[n].first; t < lines[n].last; t++)
            if (r->spoken[t] == SPOKEN_NOT && (token_is(r, t, WORD_we) || token_is(r, t, WORD_our)))
                return true;
    }
    return false;
}

/* The first sentence of a paragraph goes on where the one before ended if it urges or says we, and the next sentence is the same
 * speaker's. */
static bool opens_parallel(const telling_t *t, int number) {
    const relate_t *r = t->r;
    const line_t *line = &r->a->lines.at[number];
    return t->going_on && line->paragraph == t->paragraph + 1 &&
           (has_sign(r, line, SIGN_MODAL) || paragraph_says_we(r, number)) && t->speaker.kind == SPEAKER_PERSON &&
           number + 1 < r->a->lines.count && r->a->lines.at[number + 1].paragraph == line->paragraph;
}

/* A verb of speaking whose subject is nobody known: somebody else's words, left out. */
static bool is_of_somebody_else(const telling_t *t, int number) {
    relate_t *r = t->r;
    const line_t *line = &r->a->lines.at[number];
    if (speaks_for_state(t, line) || is_point(t, line) || lexicon_party_of(r, &line->items[1]) != NONE)
        return false;
    for (const lead_t *lead = lead_from(r, number, 2); lead->line == number && lead->item < SUBJECT; lead++)
        if (lead->to & LEAD_REPORT && is_open_report(r, &line->items[lead->item]) && is_finite(r, line, lead->item) &&
            !verb_is(r, &line->items[lead->item], CLASS_say_ing))
            return true;
    return false;
}

/* ---- the narrator's account ---- */

static bool names_somebody(const relate_t *r, int number) {
    const item_t *items = r->a->lines.at[number].items;
    for (const lead_t *lead = first_lead(r, number); lead->line == number; lead++)
        if (lead->to & LEAD_PERSON && person_at(r, &items[lead->item]) != NONE)
            return true;
    return false;
}

/* "A protocol was signed", "it adopts the plan". */
static bool tells_of_document(const relate_t *r, int number) {
    const line_t *line = &r->a->lines.at[number];
    bool passive = false;
    phrase_t phrase;
    for (const lead_t *lead = lead_from(r, number, 2); lead->line == number; lead++)
        if (lead->to & LEAD_ACTION && action_at(r, line, lead->item, &passive) &&
            (passive || phrase_at(r, line, lead->item + 1, CLASS_instrument, &phrase)))
            return true;
    return false;
}

/* True if the sentence is the narrator's: somebody is its subject, or it tells of meetings and what was done there. */
static bool is_account(relate_t *r, int number) {
    const line_t *line = &r->a->lines.at[number];
    const item_t *first = &line->items[1];
    if (has_sign(r, line, SIGN_TOLD) || person_at(r, first) != NONE || is_a(r->a, first, CLASS_he) ||
        tells_of_document(r, number))
        return true;
    const item_t *noun = is_a(r->a, first, CLASS_article) ? first + 1 : first;
    bool group = is_a(r->a, first, CLASS_group) || is_a(r->a, first, CLASS_they) || is_a(r->a, noun, CLASS_meeting);
    bool meets = has_sign(r, line, LEAD_CUE);
    return (group && (meets || has_sign(r, line, LEAD_ACTION))) || (meets && names_somebody(r, number));
}

/* "She made three suggestions:": what follows point by point is hers. */
static bool announces(const relate_t *r, const line_t *line) {
    return has_sign(r, line, SIGN_ANNOUNCING) || mark_at(r, line->last - 1) == ':';
}

/* The first person of an account is whom "he" means in the next sentence; several before make the group a party. */
static void note_person(telling_t *t, const line_t *line) {
    for (int i = 1; i + 1 < line->count; i++) {
        speaker_t s = speaker_at(t->r, &line->items[i], nobody);
        if (s.kind == SPEAKER_PERSON) {
            t->person = s;
            return;
        }
    }
}

void read_account(telling_t *t, int number) {
    const relate_t *r = t->r;
    const line_t *line = &r->a->lines.at[number];
    note_person(t, line);
    t->going_on = announces(r, line);
    t->listing = has_sign(r, line, SIGN_ANNOUNCING);
    t->announced = NULL;
    if (t->going_on)
        went_on(t, t->person, line);
}

/* ---- the statement ---- */

/* "China will build a road, he said": the verb of a sentence that is somebody's as a whole, or NULL. */
static const item_t *attributing_verb(const relate_t *r, int number) {
    const line_t *line = &r->a->lines.at[number];
    for (const lead_t *lead = first_lead(r, number); lead->line == number; lead++)
        if (lead->to & LEAD_REPORT && is_open_report(r, &line->items[lead->item]) &&
            is_attribution(r, line, lead->item))
            return verb_in(&line->items[lead->item]);
    return NULL;
}

bool read_on(telling_t *t, int number, bool may) {
    relate_t *r = t->r;
    const line_t *line = &r->a->lines.at[number];
    bool is_short = line->last - line->first < SENTENCE; /* (QNA) */
    if (is_short || !(may || opens_parallel(t, number)) || is_account(r, number) ||
        has_quote(r, line->first, line->last) || is_of_somebody_else(t, number))
        return false;
    int first = t->listing ? point_words(r, line) : line->first, last = content_end(r, line);
    bool point = first > line->first;
    while (point && last > first && mark_at(r, last - 1) && strchr(";,", mark_at(r, last - 1)))
        last--;
    add_statement(r, t->speaker, SPOKEN_TOLD, point ? t->announced : attributing_verb(r, number), first, last,
                  "goes-on");
    t->paragraph = line->paragraph;
    return true;
}
