#include "details.h"

#include <stdlib.h>
#include <string.h>

enum { CLAUSE_REACH = 60 }; /* items from a phrase to the ends of its clause */

/* ---- how much ---- */

/* What a number counts: "200-megawatt", "two five-year programmes". Past multipliers and a hyphen. */
static const item_t *counted(const relate_t *r, const item_t *number, const item_t *end) {
    const item_t *item = number + 1;
    while (item < end && (is_a(r->a, item, CLASS_multiplier) || mark_at(r, item->first) == '-'))
        item++;
    return item;
}

/* The first number of a phrase that is no length of time. */
static const item_t *number_in(const relate_t *r, const line_t *line, const phrase_t *p) {
    const item_t *end = line->items + p->last;
    for (const item_t *item = line->items + p->first; item < end; item++) {
        const item_t *what = counted(r, item, end);
        if ((item->shape == SHAPE_Number || is_a(r->a, item, CLASS_cardinal)) &&
            !(what < end && is_a(r->a, what, CLASS_timeunit)))
            return item;
    }
    return NULL;
}

static double value_of(const relate_t *r, const item_t *number, const item_t *end) {
    const sense_t *word =
        number->shape == SHAPE_Number ? NULL : lexicon_sense(r->lexicon, number, CLASS_cardinal, NULL);
    char digits[64], *out = digits;
    for (const char *c = text_of_item(r->a, number); *c && out < digits + sizeof digits - 1; c++)
        if (*c != ',')
            *out++ = *c;
    *out = 0;
    double value = word ? word->entity : atof(digits);
    for (const item_t *item = number + 1; item < end && is_a(r->a, item, CLASS_multiplier); item++)
        for (int power = lexicon_sense(r->lexicon, item, CLASS_multiplier, NULL)->entity; power; power--)
            value *= 10;
    return value;
}

/* By its name if the lexicon knows the unit, else what is counted, as worded: up to the next preposition. */
static const char *unit_of(const relate_t *r, const item_t *number, const phrase_t *p, const item_t *end) {
    static const class_id_t units[] = {CLASS_currency, CLASS_unit};
    const item_t *what = counted(r, number, end), *last = what;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        const item_t *at =
            units[i] == CLASS_currency && number[-1].shape != SHAPE_Begin && is_a(r->a, number - 1, CLASS_currency)
                ? number - 1 /* $5 */
                : what;
        const sense_t *known =
            at < end && is_a(r->a, at, units[i]) ? lexicon_sense(r->lexicon, at, units[i], NULL) : NULL;
        if (known)
            return r->lexicon->kinds_of_things.at[known->entity];
    }
    if (number < p->head)
        return folded(r, text_of_item(r->a, p->head));
    while (last < end && !is_a(r->a, last, CLASS_keeps_noun) && !is_a(r->a, last, CLASS_ends_noun) &&
           last->shape != SHAPE_Punct)
        last++;
    return last > what ? text_of(r->a, what->first, last[-1].last) : NULL;
}

/* ---- when ---- */

/* The year that an item names: 2026, June 2026, 2025-2027 (its first). */
static int year_at(const relate_t *r, const item_t *item) {
    span_t part = mention_part(item->mention, CAP_year);
    const item_t *year = item->shape == SHAPE_Year ? item : part.at;
    return year ? atoi(text_of_item(r->a, year)) : 0;
}

/* "next year", "this year": by the day of the document. */
static int relative_year(const relate_t *r, const item_t *item) {
    if (!r->today || !is_a(r->a, item, CLASS_ends_noun))
        return 0;
    const char *words = folded(r, text_of_item(r->a, item));
    return !strcmp(words, "next year") ? atoi(r->today) + 1 : !strcmp(words, "this year") ? atoi(r->today) : 0;
}

static bool ends_clause(const relate_t *r, const item_t *item) {
    char mark = mark_at(r, item->first);
    return item->shape == SHAPE_End || (mark && strchr(",;.:", mark)) || is_word(r, item, WORD_and) ||
           is_any(r, item, CLASSES_OF(CLASS_cue, CLASS_report));
}

/* The end of what is said of the phrase: the next comma, "and", or verb of speaking behind it. */
static int end_of(const relate_t *r, const line_t *line, const phrase_t *p) {
    int i = p->last;
    while (i + 1 < line->count && i - p->last < CLAUSE_REACH && !ends_clause(r, &line->items[i]))
        i++;
    return i;
}

/* In the phrase or behind it; else before it in its clause ("2025 be designated as"). */
static int year_of(const relate_t *r, const line_t *line, const phrase_t *p, int first, int end) {
    int year = 0;
    for (int i = p->first; i < end && !year; i++)
        year = year_at(r, &line->items[i]) + relative_year(r, &line->items[i]);
    for (int i = p->first - 1;
         i >= first && p->first - i < CLAUSE_REACH && !year && mark_at(r, line->items[i].first) != ','; i--)
        year = year_at(r, &line->items[i]);
    return year;
}

/* ---- for whom ---- */

static bool ends_noun(const relate_t *r, const item_t *item) {
    static const uint64_t words = WORD_BIT(WORD_and) | WORD_BIT(WORD_in) | WORD_BIT(WORD_to) | WORD_BIT(WORD_who);
    return item->shape == SHAPE_Punct || item->shape == SHAPE_End || is_word_of(r, item, words) ||
           is_any(r, item, CLASSES_OF(CLASS_keeps_noun, CLASS_ends_noun, CLASS_benefits));
}

static bool names_party(const relate_t *r, const item_t *item) {
    return lexicon_party_of(r, item) != NONE && !is_a(r->a, item, CLASS_demonym);
}

/* A party alone, or several joined: "to Sudan", "for Sudan and Chad". */
static bool take_parties(relate_t *r, const line_t *line, int i, proposal_t *out) {
    int last = i;
    if (!names_party(r, &line->items[i]))
        return false;
    while ((is_word(r, &line->items[last + 1], WORD_and) || mark_at(r, line->items[last + 1].first) == ',') &&
           names_party(r, &line->items[last + 2]))
        last += 2;
    if (!ends_noun(r, &line->items[last + 1]))
        return false;
    if (last == i)
        out->beneficiary_party = party_index(r, lexicon_party_of(r, &line->items[i]));
    else
        out->beneficiary = text_of(r->a, line->items[i].first, line->items[last].last);
    return true;
}

/* "for all citizens from 2025": a time, no part of whom it is for. */
static bool leads_to_time(const relate_t *r, const item_t *item) {
    return is_a(r->a, item, CLASS_keeps_noun) && year_at(r, item + 1);
}

/* People and bodies: "for displaced families", "to students from member states". */
static bool take_recipients(const relate_t *r, const line_t *line, int i, proposal_t *out) {
    phrase_t who;
    if (!phrase_at(r, line, i, CLASS_recipient, &who) || !ends_noun(r, who.head + 1))
        return false;
    int last = who.first;
    while (last < who.last && !(&line->items[last] > who.head && (is_a(r->a, &line->items[last], CLASS_benefits) ||
                                                                  leads_to_time(r, &line->items[last]))))
        last++;
    int first = line->items[who.first].first;
    out->beneficiary = text_of(r->a, token_is(r, first, WORD_the) ? first + 1 : first, line->items[last - 1].last);
    return true;
}

static bool take_beneficiary(relate_t *r, const line_t *line, int i, proposal_t *out) {
    i = behind_articles(r, line, i);
    return take_parties(r, line, i, out) || take_recipients(r, line, i, out);
}

/* "host 1,000 young people from": what is counted are those whom it is for. */
static bool is_people(const proposal_t *proposal) {
    return proposal->kind && !strcmp(proposal->kind, "people");
}

/* Behind "for", "to" or "help", in the phrase or after it. number: of the phrase, or NULL. */
static void find_beneficiary(relate_t *r, const line_t *line, const phrase_t *p, const item_t *number, int end,
                             proposal_t *out) {
    int i = p->first;
    if (is_people(out) && take_recipients(r, line, number ? (int)(number - line->items) + 1 : i, out))
        return;
    while (i < end && &line->items[i] <= p->head)
        i++;
    for (; i < end; i++)
        if (is_a(r->a, &line->items[i], CLASS_benefits) && take_beneficiary(r, line, i + 1, out))
            return;
}

/* ---- of which kind ---- */

/* By its head; if that is a sum of money, by the noun behind it: 5 million euros in aid. */
static const char *kind_of(const relate_t *r, const line_t *line, const phrase_t *p) {
    const char *kind = phrase_kind(r, p, CLASS_undertaking);
    for (int i = p->first; i < p->last && !kind; i++)
        kind = phrase_kind(r, &(phrase_t){i, i + 1, &line->items[i]}, CLASS_undertaking);
    return kind;
}

void add_details(relate_t *r, const line_t *line, const phrase_t *phrase, int first, proposal_t *out) {
    const item_t *number = number_in(r, line, phrase), *last = line->items + phrase->last;
    int end = end_of(r, line, phrase);
    out->kind = kind_of(r, line, phrase);
    out->quantity = number ? value_of(r, number, last) : 0;
    out->unit = out->quantity > 0 ? unit_of(r, number, phrase, last) : NULL;
    out->year = year_of(r, line, phrase, first, end);
    find_beneficiary(r, line, phrase, number, end, out);
}
