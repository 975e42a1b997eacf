/* Reported speech: what follows a reporting verb, what stands around one, and who says it. Sentences without one that go
 * on with the words are read in goes_on.c. */
#include <string.h>

#include "telling.h"

enum {
    DATELINE = 14,      /* tokens */
    AGENCY_WORDS = 4,   /* tokens: of ", TASS reports" behind an attribution */
    OPENING_REACH = 80, /* items from an -ing form that opens a sentence to the verb whose subject it shares */
};

void went_on(telling_t *t, speaker_t speaker, const line_t *line) {
    t->speaker = speaker;
    t->paragraph = line->paragraph;
    t->going_on = true;
    if (speaker.kind == SPEAKER_PERSON)
        t->person = speaker;
    t->r->party_spoken = speaker.kind == SPEAKER_PARTY ? speaker.index : NONE;
}

/* ---- who says it ---- */

/* Noting that X, the leaders held that Y: the subject of the next verb. */
static speaker_t speaker_ahead(telling_t *t, int number, int i) {
    relate_t *r = t->r;
    const line_t *line = &r->a->lines.at[number];
    for (const lead_t *lead = lead_from(r, number, i + 1); lead->line == number && lead->item - i < OPENING_REACH;
         lead++)
        if (lead->to & LEAD_REPORT && is_open_report(r, &line->items[lead->item]) &&
            !verb_is(r, &line->items[lead->item], CLASS_say_ing)) {
            speaker_t s = subject_of(r, number, lead->item, i, t->person);
            if (s.kind != SPEAKER_NONE)
                return s;
        }
    return nobody;
}

static speaker_t speaker_of(telling_t *t, int number, int i) {
    relate_t *r = t->r;
    const line_t *line = &r->a->lines.at[number];
    bool ing = verb_is(r, &line->items[i], CLASS_say_ing);
    speaker_t s = ing && is_with_subject(r, line, i) ? speaker_at(r, &line->items[i - 1], t->person)
                                                     : subject_of(r, number, i, 0, t->person);
    bool declares = i == 1 && is_bare(r, &line->items[i]); /* "1. Reaffirm that": a point of a declaration */
    if (declares || is_by_group(&line->items[i]) || (is_passive(r, line, i) && s.kind != SPEAKER_PERSON))
        return (speaker_t){SPEAKER_GROUP, party_group(r)};
    return s.kind == SPEAKER_NONE && ing ? speaker_ahead(t, number, i) : s;
}

/* Who speaks in a passive: the one behind "by", else several. */
static speaker_t agent_of(telling_t *t, const line_t *line, int i) {
    relate_t *r = t->r;
    for (int k = i + 2; is_word(r, &line->items[i + 1], WORD_by) && k + 1 < line->count && k - i < 6; k++) {
        speaker_t s = speaker_at(r, &line->items[k], t->person);
        if (s.kind != SPEAKER_NONE)
            return s;
    }
    return (speaker_t){SPEAKER_GROUP, party_group(r)};
}

/* ---- the words behind a report ---- */

/* True if the words are a quotation, but for whom they are spoken to: told the guests: "..." */
static bool leads_to_quote(const relate_t *r, int first, int last) {
    for (int t = first; t + 1 < last && t - first < 8; t++)
        if (token_at(r, t)->shape == SHAPE_Open && r->spoken[t + 1] == SPOKEN_QUOTED)
            return t == first || mark_at(r, t - 1) == ':' || mark_at(r, t - 1) == ',';
    return false;
}

/* "told reporters": nothing follows but whom. */
static bool is_only_whom(const relate_t *r, const item_t *report, int first, int last) {
    return last - first < 4 && report_mode(report) == MODE_bare && verb_is(r, report, CLASS_say_ask) &&
           !verb_is(r, report, CLASS_say_that);
}

/* One report: its words reach to the next report that is not part of them, or to the end. Returns that report. */
static int tell(telling_t *t, int number, int i, speaker_t speaker) {
    relate_t *r = t->r;
    const line_t *line = &r->a->lines.at[number];
    const item_t *report = &line->items[i];
    int next = next_report(r, number, i), first = report->last, last = end_of_words(r, number, i, next);
    if (leads_to_quote(r, first, last))
        return next;
    while (first < last && (mark_at(r, first) == ',' || mark_at(r, first) == ':'))
        first++;
    if (first < last && !is_only_whom(r, report, first, last) && !begins_quote(r, first))
        add_statement(r, speaker, SPOKEN_TOLD, verb_in(report), first, last, report->mention->rule->name);
    return next;
}

/* The report at i and those behind it in the line. */
static void tell_all(telling_t *t, int number, int i, speaker_t speaker) {
    relate_t *r = t->r;
    const line_t *line = &r->a->lines.at[number];
    t->listing = mark_at(r, line->last - 1) == ':';
    t->announced = t->listing ? verb_in(&line->items[i]) : NULL;
    for (int next = tell(t, number, i, speaker); next < line->count;) {
        if (has_own_subject(r, number, next, i))
            speaker = subject_of(r, number, next, i, t->person);
        i = next;
        next = tell(t, number, next, speaker);
    }
    went_on(t, speaker, line);
}

/* ---- the words around a report ---- */

/* Where a sentence begins behind its dateline: "YEREVAN, 1 October (BelTA) - ". */
static int behind_dateline(const relate_t *r, const line_t *line) {
    bool place = is_a(r->a, &line->items[1], CLASS_place) && mark_at(r, line->items[1].last);
    for (int t = line->first; place && t < line->last && t - line->first < DATELINE; t++)
        if (mark_at(r, t) && token_at(r, t)->before != GLUED && !strchr("(),./:", mark_at(r, t)))
            return t + 1;
    return line->first;
}

/* The whole sentence is the row; with the attribution behind, what stands before it. */
static void tell_around(telling_t *t, int number, int i, speaker_t speaker) {
    relate_t *r = t->r;
    const line_t *line = &r->a->lines.at[number];
    int first = behind_dateline(r, line), last = content_end(r, line), next = next_report(r, number, i);
    int comma = line->items[i].last;
    while (comma < last && mark_at(r, comma) != ',')
        comma++;
    bool inside = comma + AGENCY_WORDS < last && next == line->count &&
                  strncmp(r->a->document->text + token_at(r, comma + 1)->start, "wh", 2);
    if (!inside)
        last = end_before(r, line, i, line->first);
    if (!has_quote(r, first, last))
        add_statement(r, speaker, SPOKEN_TOLD, verb_in(&line->items[i]), first, last,
                      line->items[i].mention->rule->name);
    while (next < line->count)
        next = tell(t, number, next, speaker);
    went_on(t, speaker, line);
}

/* "According to X, Y" says Y; "Y, according to X, Z" is one row as a whole. */
static bool read_source(telling_t *t, int number, int i) {
    relate_t *r = t->r;
    const line_t *line = &r->a->lines.at[number];
    const item_t *who = mention_part(line->items[i].mention, CAP_who).at;
    speaker_t speaker =
        is_a(r->a, who, CLASS_him) || is_a(r->a, who, CLASS_his) ? t->person : speaker_at(r, who, t->person);
    int first = i == 1 ? line->items[i].last : line->first;
    while (i == 1 && mark_at(r, first) == ',')
        first++;
    add_statement(r, speaker, SPOKEN_TOLD, NULL, first, content_end(r, line), line->items[i].mention->rule->name);
    went_on(t, speaker, line);
    return speaker.kind != SPEAKER_NONE;
}

static bool read_sources(telling_t *t, int number) {
    const relate_t *r = t->r;
    if (!has_sign(r, &r->a->lines.at[number], LEAD_SOURCE))
        return false;
    for (const lead_t *lead = first_lead(r, number); lead->line == number; lead++)
        if (lead->to & LEAD_SOURCE && is_open_report(r, &r->a->lines.at[number].items[lead->item]))
            return read_source(t, number, lead->item);
    return false;
}

/* ---- passives ---- */

/* The item behind an opening like "At the talks,": the last comma before k ends it; 1 if there is none. */
static int behind_opening(const relate_t *r, const line_t *line, int k) {
    if (!is_a(r->a, &line->items[1], CLASS_opener) || is_a(r->a, &line->items[1], CLASS_article))
        return 1;
    for (int n = k - 1; n > 1; n--)
        if (mark_at(r, line->items[n].first) == ',')
            return n + 1;
    return 1;
}

/* The last item of what a passive says was stressed, by the helping verbs before it; 0 if somebody is its subject. */
static int passive_subject(const relate_t *r, const line_t *line, int i) {
    int k = i - 1;
    while (k > 0 && (is_a(r->a, &line->items[k], CLASS_adverb) || is_a(r->a, &line->items[k], CLASS_have) ||
                     is_a(r->a, &line->items[k], CLASS_be)))
        k--;
    const item_t *item = &line->items[k];
    return person_at(r, item) != NONE || is_a(r->a, item, CLASS_he) || is_several(r, item) ? 0 : k;
}

/* "The need for rules was stressed", "this proposal was welcomed by the participants": the row is the subject. */
static bool read_passive(telling_t *t, int number, int i) {
    relate_t *r = t->r;
    const line_t *line = &r->a->lines.at[number];
    const item_t *report = &line->items[i];
    report_mode_t mode = report_mode(report);
    bool ends = report->last >= content_end(r, line) || is_word(r, report + 1, WORD_by);
    if (!ends || is_by_group(report) || (mode != MODE_noun && mode != MODE_bare))
        return false;
    int last = passive_subject(r, line, i), first = behind_opening(r, line, last);
    if (last <= first)
        return false;
    speaker_t speaker = agent_of(t, line, i);
    add_statement(r, speaker, SPOKEN_TOLD, verb_in(report), line->items[first].first, line->items[last].last,
                  report->mention->rule->name);
    went_on(t, speaker, line);
    return true;
}

/* "a draft was agreed": a document, where nothing that was agreed follows. */
static bool is_adopting(const relate_t *r, const line_t *line, int i) {
    report_mode_t mode = report_mode(&line->items[i]);
    bool passive = false;
    return action_at(r, line, i, &passive) && passive && mode != MODE_clause && mode != MODE_infinitive;
}

/* ---- lines ---- */

/* "welcomed the guests": a person, not a thing said. */
static bool greets(const relate_t *r, const line_t *line, int i) {
    const item_t *whom = &line->items[behind_articles(r, line, i + 1)];
    return is_a(r->a, whom, CLASS_who) || is_a(r->a, whom, CLASS_group) || is_a(r->a, whom, CLASS_delegation) ||
           is_a(r->a, whom, CLASS_him) || (is_a(r->a, whom, CLASS_head) && whom[1].shape != SHAPE_Poss);
}

/* True if the report tells somebody's words: not "welcomed the guests", not "is expected back". */
static bool tells_words(telling_t *t, const line_t *line, int i) {
    relate_t *r = t->r;
    report_mode_t mode = report_mode(&line->items[i]);
    bool noun = mode == MODE_noun && !is_by_group(&line->items[i]);
    bool loose = noun || (mode == MODE_bare && !is_attribution(r, line, i));
    return is_finite(r, line, i) && !(noun && greets(r, line, i)) && !(loose && is_passive(r, line, i));
}

/* The words of the report at i, and what stands behind. False if it tells none. */
static bool read_report(telling_t *t, int number, int i) {
    relate_t *r = t->r;
    const line_t *line = &r->a->lines.at[number];
    if (!is_open_report(r, &line->items[i]) || is_adopting(r, line, i))
        return false;
    if (is_passive(r, line, i) && read_passive(t, number, i))
        return true;
    speaker_t speaker = speaker_of(t, number, i);
    if (speaker.kind == SPEAKER_NONE || !tells_words(t, line, i))
        return false;
    if (is_attribution(r, line, i))
        tell_around(t, number, i, speaker);
    else
        tell_all(t, number, i, speaker);
    return true;
}

static bool read_reports(telling_t *t, int number) {
    if (!has_sign(t->r, &t->r->a->lines.at[number], LEAD_REPORT))
        return false;
    for (const lead_t *lead = first_lead(t->r, number); lead->line == number; lead++)
        if (lead->to & LEAD_REPORT && read_report(t, number, lead->item))
            return true;
    return false;
}

static void read_line(telling_t *t, int number) {
    relate_t *r = t->r;
    const line_t *line = &r->a->lines.at[number];
    t->going_on &= line->paragraph == t->paragraph || line->paragraph == t->paragraph + 1;
    if (begins_quote(r, line->first)) {
        read_reports(t, number);
        return;
    }
    bool may = may_go_on(t, line);
    if (!(may && speaks_for_state(t, line)) && (read_sources(t, number) || read_reports(t, number)))
        return;
    if (!read_on(t, number, may))
        read_account(t, number);
}

void relate_speech(relate_t *r) {
    telling_t t = {.r = r};
    relate_quotes(r);
    for (int n = 0; n < r->a->lines.count; n++)
        read_line(&t, n);
}
