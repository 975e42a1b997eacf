#include "reports.h"

#include <string.h>

#include "phrases.h"

enum { CLOSING_MARKS = 16 }; /* tokens at most that close a sentence */

bool is_open_report(const relate_t *r, const item_t *item) {
    return is_report(r, item) && r->spoken[item->first] == SPOKEN_NOT;
}

static bool is_comma(const relate_t *r, const item_t *item) {
    return mark_at(r, item->first) == ',';
}

bool is_passive(const relate_t *r, const line_t *line, int i) {
    return i > 1 && is_a(r->a, &line->items[i - 1], CLASS_be);
}

bool is_bare(const relate_t *r, const item_t *report) {
    const item_t *verb = verb_in(report);
    const verb_t *known = verb ? verb_of(r, verb) : NULL;
    return verb && (is_a(r->a, verb, CLASS_base) || (known && token_is(r, verb->first, known->bare_word)));
}

bool is_with_subject(relate_t *r, const line_t *line, int i) {
    return i > 2 && is_word(r, &line->items[i - 2], WORD_with) && person_at(r, &line->items[i - 1]) != NONE;
}

bool is_several(const relate_t *r, const item_t *item) {
    return is_any(r, item, CLASSES_OF(CLASS_group, CLASS_they, CLASS_side));
}

/* ---- the verb of its clause ---- */

/* "We thank A and congratulate B": a bare verb that goes on from one before it. */
static bool follows_bare(const relate_t *r, const line_t *line, int i) {
    const item_t *before = &line->items[i - 1];
    if (!is_word(r, before, WORD_and) && !is_comma(r, before))
        return false;
    for (int k = i - 1; k > 0; k--)
        if (is_open_report(r, &line->items[k]))
            return is_bare(r, &line->items[k]);
    return false;
}

bool is_finite(relate_t *r, const line_t *line, int i) {
    const item_t *before = &line->items[i - 1];
    if (verb_is(r, &line->items[i], CLASS_say_ing))
        return is_with_subject(r, line, i) || before->shape == SHAPE_Begin || is_comma(r, before) ||
               is_word(r, before, WORD_and);
    while (before->shape != SHAPE_Begin && is_a(r->a, before, CLASS_adverb))
        before--;
    if (!is_bare(r, &line->items[i]))
        return !is_a(r->a, before, CLASS_article);
    int last = line->items[i].last - 1;
    bool leads =
        report_mode(&line->items[i]) == MODE_noun || token_is(r, last, WORD_that) || token_is(r, last, WORD_to);
    return (before->shape == SHAPE_Begin && leads) || speaker_at(r, before, nobody).kind == SPEAKER_GROUP ||
           follows_bare(r, line, i);
}

/* ---- attributions ---- */

static bool leads_on(const relate_t *r, const item_t *item) {
    static const uint64_t words = WORD_BIT(WORD_in) | WORD_BIT(WORD_at) | WORD_BIT(WORD_on) | WORD_BIT(WORD_during) |
                                  WORD_BIT(WORD_after) | WORD_BIT(WORD_to) | WORD_BIT(WORD_here) |
                                  WORD_BIT(WORD_before);
    return is_word_of(r, item, words);
}

/* ", the Chinese leader told his colleagues.": the words stand before it, and only whom or where follows. */
static bool is_long_attribution(const relate_t *r, const line_t *line, int i) {
    const item_t *items = line->items;
    int comma = i - 1, end = i + 1;
    while (comma > 0 && i - comma < 4 && !is_comma(r, &items[comma]))
        comma--;
    if (comma <= 3 || i - comma < 2 || i - comma > 3 || report_mode(&items[i]) != MODE_bare)
        return false;
    while (end + 1 < line->count && !is_comma(r, &items[end]) && !is_a(r->a, &items[end], CLASS_report))
        end++;
    return items[end].first - items[i].last < 20 &&
           (verb_is(r, &items[i], CLASS_say_ask) || leads_on(r, &items[i + 1]));
}

/* ", he reminded the leaders,": within the words, with nothing but who was told. */
static bool is_told_inside(const relate_t *r, const line_t *line, int i) {
    int whom = behind_articles(r, line, i + 1);
    return i > 3 && is_comma(r, &line->items[i - 2]) && verb_is(r, &line->items[i], CLASS_say_ask) &&
           whom + 1 < line->count && mark_at(r, line->items[whom].last) == ',';
}

/* True if nothing of its own follows the verb. */
bool is_attribution(const relate_t *r, const line_t *line, int i) {
    const item_t *report = &line->items[i], *verb = verb_in(report);
    int next = report->last;
    if (!verb || verb->last != next || !is_any(r, verb, CLASSES_OF(CLASS_say_that, CLASS_say_quote, CLASS_say_ask)))
        return false;
    return next >= content_end(r, line) || mark_at(r, next) == ',' || token_at(r, next)->shape == SHAPE_Close ||
           is_long_attribution(r, line, i) || is_told_inside(r, line, i);
}

/* ---- the report after this one ---- */

/* True if the report at i goes on with the speaker of the one before: joined to it by a comma, "and", "while". */
static bool is_joined(const relate_t *r, const line_t *line, int i, int stop) {
    int k = before_auxiliaries(r, line, i, stop);
    const item_t *item = &line->items[k];
    return k > stop && (is_comma(r, item) || is_word(r, item, WORD_and) || is_word(r, item, WORD_while));
}

/* "announced X, and Norway offered Y": a state or organization behind the noun that the report at stop takes. */
static bool is_other_party(const relate_t *r, const line_t *line, int k, int stop) {
    const item_t *running = stop && is_open_report(r, &line->items[stop]) ? &line->items[stop] : NULL;
    return running && report_mode(running) == MODE_noun && lexicon_party_of(r, &line->items[k]) != NONE &&
           !is_a(r->a, &line->items[k], CLASS_demonym);
}

bool has_own_subject(relate_t *r, int number, int i, int stop) {
    const line_t *line = &r->a->lines.at[number];
    int k = before_auxiliaries(r, line, i, stop);
    if (k <= stop)
        return false;
    const item_t *subject = &line->items[k], *before = subject - 1;
    bool person = person_at(r, subject) != NONE || is_a(r->a, subject, CLASS_he);
    bool party = is_other_party(r, line, k, stop);
    bool opening = stop == 1 && verb_is(r, &line->items[1], CLASS_say_ing); /* Noting that X, the leaders held that Y */
    if (!person && !party && !(opening && is_several(r, subject)))
        return false;
    while (party && is_a(r->a, before, CLASS_article))
        before--;
    return is_word(r, before, WORD_and) || is_word(r, before, WORD_while) || is_word(r, before, WORD_as) ||
           is_comma(r, before);
}

/* "said that Norway, a partner, hoped to": the verb at next belongs to the subject before the aside that it closes. */
static bool closes_aside(const relate_t *r, const line_t *line, int i, int next) {
    int k = behind_articles(r, line, i + 1);
    const item_t *subject = &line->items[k];
    return k + 2 < next && is_comma(r, &line->items[next - 1]) && is_comma(r, subject + 1) &&
           (lexicon_party_of(r, subject) != NONE || person_at(r, subject) != NONE || is_several(r, subject));
}

static bool begins_words(relate_t *r, int number, int i, int stop) {
    const line_t *line = &r->a->lines.at[number];
    return is_open_report(r, &line->items[i]) && !is_attribution(r, line, i) &&
           ((is_joined(r, line, i, stop) && !closes_aside(r, line, stop, i)) || has_own_subject(r, number, i, stop));
}

int next_report(relate_t *r, int number, int i) {
    const line_t *line = &r->a->lines.at[number];
    if (!has_sign(r, line, SIGN_REPORTS))
        return line->count;
    for (const lead_t *lead = lead_from(r, number, i + 1); lead->line == number; lead++)
        if (lead->to & LEAD_REPORT && begins_words(r, number, lead->item, i))
            return lead->item;
    return line->count;
}

/* ---- how far the words reach ---- */

static bool is_closing(char mark) {
    return mark == '.' || mark == '!' || mark == '?';
}

int content_end(const relate_t *r, const line_t *line) {
    int last = line->last;
    while (last > line->first && line->last - last < CLOSING_MARKS && is_closing(mark_at(r, last - 1)))
        last--;
    return last;
}

/* What stands between words and the verb of the next words: its subject, "and", helping verbs. */
static bool leads_to_report(const relate_t *r, const line_t *line, int k, int next) {
    const item_t *item = &line->items[k];
    if (is_any(r, item, CLASSES_OF(CLASS_adverb, CLASS_have, CLASS_he, CLASS_be)))
        return true;
    return person_at(r, item) != NONE || (is_several(r, item) && is_comma(r, item - 1)) ||
           (k == next - 1 && is_a(r->a, item, CLASS_state)) || is_word(r, item, WORD_and) ||
           is_word(r, item, WORD_while) || is_word(r, item, WORD_but) || is_comma(r, item);
}

int end_before(const relate_t *r, const line_t *line, int next, int first) {
    int last = line->items[next].first;
    for (int k = next - 1; k > 0 && line->items[k].first >= first && leads_to_report(r, line, k, next); k--)
        last = line->items[k].first;
    return last;
}

/* ", and signed a memorandum": the account goes on behind the words. The end of the words, last if nothing cuts them. */
static int before_account(const relate_t *r, int number, int i, int last) {
    const line_t *line = &r->a->lines.at[number];
    bool passive;
    phrase_t phrase;
    if (!has_sign(r, line, LEAD_ACTION))
        return last;
    for (const lead_t *lead = lead_from(r, number, i + 2); lead->line == number && line->items[lead->item].first < last;
         lead++)
        if (lead->to & LEAD_ACTION && action_at(r, line, lead->item, &passive) && !passive &&
            is_joined(r, line, lead->item, i) && phrase_at(r, line, lead->item + 1, CLASS_instrument, &phrase))
            return end_before(r, line, lead->item, line->items[i].last);
    return last;
}

int end_of_words(relate_t *r, int number, int i, int next) {
    const line_t *line = &r->a->lines.at[number];
    int first = line->items[i].last;
    return before_account(r, number, i, next < line->count ? end_before(r, line, next, first) : content_end(r, line));
}
