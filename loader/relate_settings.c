/* When and where the meetings were held: what their own sentences say, else their paragraphs, else how the text opens. */
#include "relate.h"

enum { OPENING = 8 }; /* sentences that tell of the whole occasion */

typedef struct setting {
    const char *date, *place;
    bool apart, remote; /* before or after the main meeting; by video link */
    bool linked;        /* to the day of the meeting told of before, by so many days: */
    int shift;
} setting_t;

/* A line that holds a date, a time, a place or an agency and nothing else says when the text was published. */
static bool is_stamp(const relate_t *r, const line_t *line) {
    for (int i = 1; i + 1 < line->count; i++) {
        const item_t *item = &line->items[i];
        if (mark_at(r, item->last) == ':') /* Date: */
            continue;
        if (item->shape != SHAPE_Punct && item->shape != SHAPE_Upper && item->shape != SHAPE_Number &&
            item->shape != SHAPE_Year && !is_a(r->a, item, CLASS_date) && !is_a(r->a, item, CLASS_place) &&
            !is_a(r->a, item, CLASS_state))
            return false;
    }
    return true;
}

/* A place says where if "in" or "at" leads to it or it hosted (2), less surely at the head of a line (1). */
static int says_where(const relate_t *r, const line_t *line, const item_t *place) {
    int before = place->first - 1;
    if (token_is(r, before, ',')) /* in the Tajik capital, Dushanbe */
        return token_is(r, before - 1, WORD_capital) ? 2 : is_stamp(r, line);
    if (token_is(r, before, WORD_in) || token_is(r, before, WORD_at))
        return 2 * !leaf_in(r, (span_t){&line->items[item_of_token(line, before - 1)], 1}, CLASS_elsewhere);
    int behind = item_of_token(line, place->last);
    if (line->items[behind].first == place->last && is_a(r->a, &line->items[behind], CLASS_cue))
        return 2;
    return place->first == line->first;
}

/* As it stands; a place in capitals, as in the line that dates a text, as the lexicon has it. */
static const char *place_text(const relate_t *r, const item_t *item) {
    const sense_t *sense = lexicon_sense(r->lexicon, item, CLASS_place, NULL);
    return item->shape == SHAPE_Upper ? r->lexicon->places.at[sense->entity].name : text_of_item(r->a, item);
}

/* What the words of a line say without a date or a place. */
static setting_t bearings(const relate_t *r, const line_t *line) {
    setting_t s = {.remote = has_sign(r, line, SIGN_REMOTE) &&
                             leaf_in(r, (span_t){line->items, line->count}, CLASS_remote) != NULL};
    for (int i = 1; has_sign(r, line, SIGN_BEARING) && i + 1 < line->count; i++) {
        const item_t *item = &line->items[i];
        s.shift += is_a(r->a, item, CLASS_dayafter) - is_a(r->a, item, CLASS_daybefore);
        s.linked |= s.shift || is_a(r->a, item, CLASS_sameday);
        s.apart |= s.shift || is_a(r->a, item, CLASS_apart);
    }
    return s;
}

/* "NEW DELHI, Sep 17:" says when it was written. */
static bool is_dateline(const relate_t *r, const item_t *date) {
    char mark = mark_at(r, date->last);
    return mark == ':' || mark == '(' ||
           (mark == '-' && token_at(r, date->last)->end - token_at(r, date->last)->start == 2);
}

/* "TIANJIN: ..." */
static bool opens_dateline(const relate_t *r, const line_t *line, const item_t *place) {
    return place->first == line->first && (place->shape == SHAPE_Upper || mark_at(r, place->last) == ':');
}

static setting_t setting_of(relate_t *r, int number) {
    const line_t *line = &r->a->lines.at[number];
    setting_t s = bearings(r, line);
    int sure = 0;
    bool stamped = false;
    for (int i = r->line_refs[number]; i < r->line_refs[number + 1]; i++) {
        const item_t *item = r->refs.at[i].item;
        if (!kind_is_any(r, r->refs.at[i].kind, CLASSES_OF(CLASS_date, CLASS_place)))
            continue;
        if (r->spoken[item->first] != SPOKEN_NOT && !opens_dateline(r, line, item))
            continue;
        if (is_a(r->a, item, CLASS_date) && (!s.date || (stamped && !is_dateline(r, item)))) {
            s.date = date_of(r, item);
            stamped = is_dateline(r, item);
        }
        int says = is_a(r->a, item, CLASS_place) && !item->mention ? says_where(r, line, item) : 0;
        if (says > sure) {
            s.place = place_text(r, item);
            sure = says;
        }
    }
    return s;
}

/* The day and the place that some lines give first. */
static setting_t setting_of_lines(relate_t *r, int first, int last) {
    setting_t whole = {0};
    const char *stamp = NULL;
    for (int i = first; i < last; i++) {
        setting_t s = setting_of(r, i);
        if (is_stamp(r, &r->a->lines.at[i]))
            stamp = stamp ? stamp : s.date;
        else if (!whole.date && !s.apart)
            whole.date = s.date;
        if (!whole.place)
            whole.place = s.place;
    }
    whole.date = whole.date ? whole.date : stamp;
    return whole;
}

static setting_t setting_of_paragraph(relate_t *r, int line) {
    int first = line, last = line, paragraph = r->a->lines.at[line].paragraph;
    while (first > 0 && line - first < OPENING && r->a->lines.at[first - 1].paragraph == paragraph)
        first--;
    while (last < r->a->lines.count && last - line < OPENING && r->a->lines.at[last].paragraph == paragraph)
        last++;
    return setting_of_lines(r, first, last);
}

/* What the first setting leaves open, from the second. */
static setting_t setting_or(setting_t first, setting_t second) {
    first.date = first.date ? first.date : second.date;
    first.place = first.place ? first.place : second.place;
    return first;
}

static void settle(relate_t *r, int i, setting_t whole) {
    occasion_t *o = &r->occasions.at[i];
    meeting_t *m = &r->out->meetings.at[i];
    setting_t here = setting_of(r, o->line);
    if (o->side_count && r->occasions.at[0].side_count) /* of several talks each has its own paragraph */
        whole = setting_or(setting_of_paragraph(r, o->line), i ? (setting_t){0} : whole);
    if (o->again && !here.apart)
        here = setting_or(here, setting_or(setting_of(r, o->again), setting_of_paragraph(r, o->again)));
    if (i && here.linked)
        whole =
            (setting_t){.date = day_beside(r, m[-1].date, here.shift), .place = here.shift ? whole.place : m[-1].place};
    m->date = here.date || (here.apart && !(i && here.linked)) ? here.date : whole.date;
    m->place = here.remote ? NULL : here.place ? here.place : whole.place;
    m->organization = party_index(r, o->organization);
}

void relate_settings(relate_t *r) {
    setting_t whole = setting_of_lines(r, 0, r->a->lines.count < OPENING ? r->a->lines.count : OPENING);
    for (int i = 0; i < r->occasions.count; i++)
        settle(r, i, whole);
}
