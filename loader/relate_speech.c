/* Reported speech: what follows a reporting verb, sentences with an attribution inside or behind, and sentences that go
 * on with the same speaker's words. */
#include <string.h>

#include "phrases.h"
#include "speech.h"

typedef struct telling {
    relate_t *r;
    speaker_t speaker;       /* of the last words */
    int paragraph;           /* in which they stand */
    bool going_on;           /* the sentence before was somebody's words */
    bool listing;            /* the points of a list may follow: "She proposed:" */
    const item_t *announced; /* its verb, if it has one */
    speaker_t person;        /* named last as a subject: whom "he" means */
} telling_t;

static const token_t *token(const relate_t *r, int i) {
    return &r->a->tokens.list.at[i];
}

static bool is_report(const relate_t *r, const item_t *item) {
    return is_a(r->a, item, CLASS_report) && item->mention && r->spoken[item->first] == SPOKEN_NOT;
}

/* The tokens of the sentence without the marks that close it. */
static int content_end(const relate_t *r, const line_t *line) {
    int last = line->last;
    while (last > line->first && (strchr(".!?", mark_at(r, last - 1)) || !mark_at(r, last - 1)) && mark_at(r, last - 1))
        last--;
    return last;
}

static bool is_ing(const relate_t *r, const item_t *report) {
    const item_t *verb = verb_in(report);
    return verb && is_a(r->a, verb, CLASS_say_ing);
}

static bool leads_on(const relate_t *r, const item_t *item) {
    static const char *const words[] = {"in", "at", "on", "during", "after", "to", "here", "before"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (is_word(r, item, words[i]))
            return true;
    return false;
}

/* ", the Chinese leader told his colleagues.": the words stand before it, and only whom or where follows. */
static bool is_long_attribution(const relate_t *r, const line_t *line, int i) {
    const item_t *verb = verb_in(&line->items[i]);
    int comma = i - 1, end = i + 1;
    while (comma > 0 && i - comma < 4 && mark_at(r, line->items[comma].first) != ',')
        comma--;
    while (end + 1 < line->count && mark_at(r, line->items[end].first) != ',' &&
           !is_a(r->a, &line->items[end], CLASS_report))
        end++;
    bool short_rest =
        line->items[end].first - line->items[i].last < 20 && !strcmp(set_of(&line->items[i], "mode"), "bare");
    return comma > 3 && i - comma < 4 && short_rest && i - comma > 1 &&
           (is_a(r->a, verb, CLASS_say_ask) || leads_on(r, &line->items[i + 1]));
}

/* ", he reminded the leaders,", ", he said before the cameras,": within the words, with nothing but who was told, or where. */
static bool is_told_inside(const relate_t *r, const line_t *line, int i) {
    int whom = i + 1;
    while (is_a(r->a, &line->items[whom], CLASS_article))
        whom++;
    return i > 3 && mark_at(r, line->items[i - 2].first) == ',' &&
           is_a(r->a, verb_in(&line->items[i]), CLASS_say_ask) && whom + 1 < line->count &&
           mark_at(r, line->items[whom].last) == ',';
}

/* "said", "noted" inside or behind the words: nothing of its own follows. */
static bool is_attribution(const relate_t *r, const line_t *line, int i) {
    int next = line->items[i].last;
    const item_t *verb = verb_in(&line->items[i]);
    bool says = verb && (is_a(r->a, verb, CLASS_say_that) || is_a(r->a, verb, CLASS_say_quote) ||
                         is_a(r->a, verb, CLASS_say_ask));
    if (!says || verb->last != next)
        return false;
    return next >= content_end(r, line) || mark_at(r, next) == ',' || token(r, next)->shape == SHAPE_Close ||
           is_long_attribution(r, line, i) || is_told_inside(r, line, i);
}

/* True if the report at i goes on with the speaker of the one before: joined to it by a comma, "and", "while". */
static bool is_joined(const relate_t *r, const line_t *line, int i, int stop) {
    int k = i - 1;
    while (k > stop && (is_a(r->a, &line->items[k], CLASS_adverb) || is_a(r->a, &line->items[k], CLASS_have)))
        k--;
    return k > stop && (mark_at(r, line->items[k].first) == ',' || is_word(r, &line->items[k], "and") ||
                        is_word(r, &line->items[k], "while"));
}

static bool is_a_group(const relate_t *r, const item_t *item) {
    return is_a(r->a, item, CLASS_group) || is_a(r->a, item, CLASS_they) || is_a(r->a, item, CLASS_side);
}

/* "while Modi stressed": another person's words begin. */
static bool has_own_subject(relate_t *r, int number, int i, int stop) {
    const line_t *line = &r->a->lines.at[number];
    int k = i - 1;
    while (k > stop && (is_a(r->a, &line->items[k], CLASS_adverb) || is_a(r->a, &line->items[k], CLASS_have)))
        k--;
    if (k <= stop)
        return false;
    bool person = person_at(r, &line->items[k]) != NONE || is_a(r->a, &line->items[k], CLASS_he);
    bool opening = stop == 1 && is_ing(r, &line->items[1]); /* "Noting that X, the leaders held that Y" */
    const item_t *running = stop && is_report(r, &line->items[stop]) ? &line->items[stop] : NULL;
    bool party = running && !strcmp(set_of(running, "mode"), "noun") && lexicon_party_of(r, &line->items[k]) != NONE &&
                 !is_a(r->a, &line->items[k], CLASS_demonym); /* "announced X, and Norway offered Y" */
    if (!person && !party && !(opening && is_a_group(r, &line->items[k])))
        return false;
    const item_t *before = &line->items[k - 1];
    while (party && is_a(r->a, before, CLASS_article))
        before--;
    return is_word(r, before, "and") || is_word(r, before, "while") || is_word(r, before, "as") ||
           mark_at(r, before->first) == ',';
}

/* A passive: it was stressed that; an agreement was reached on. */
static bool is_passive(const relate_t *r, const line_t *line, int i) {
    return i > 1 && is_a(r->a, &line->items[i - 1], CLASS_be);
}

/* Where words end that the report at next cuts off: before it, its conjunction, comma and subject. */
static int end_before(const relate_t *r, const line_t *line, int next, int first) {
    int last = line->items[next].first;
    for (int k = next - 1; k > 0 && line->items[k].first >= first; k--) {
        const item_t *item = &line->items[k];
        bool person = person_at(r, item) != NONE || (is_a_group(r, item) && mark_at(r, item[-1].first) == ',') ||
                      (k == next - 1 && is_a(r->a, item, CLASS_state));
        if (!person && !is_a(r->a, item, CLASS_adverb) && !is_a(r->a, item, CLASS_have) &&
            !is_a(r->a, item, CLASS_he) && !is_a(r->a, item, CLASS_be) && !is_word(r, item, "and") &&
            !is_word(r, item, "while") && !is_word(r, item, "but") && mark_at(r, item->first) != ',')
            break;
        last = item->first;
    }
    return last;
}

/* "said that Norway, a partner, hoped to": the verb at next belongs to the subject before the aside that it closes. */
static bool closes_aside(const relate_t *r, const line_t *line, int i, int next) {
    int subject = i + 1;
    while (is_a(r->a, &line->items[subject], CLASS_article))
        subject++;
    return subject + 2 < next && mark_at(r, line->items[next - 1].first) == ',' &&
           mark_at(r, line->items[subject + 1].first) == ',' &&
           (lexicon_party_of(r, &line->items[subject]) != NONE || person_at(r, &line->items[subject]) != NONE ||
            is_a_group(r, &line->items[subject]));
}

/* The next report in the line that begins words of its own; line->count if there is none. */
static int next_report(relate_t *r, int number, int i) {
    const line_t *line = &r->a->lines.at[number];
    for (int k = i + 1; k + 1 < line->count; k++)
        if (is_report(r, &line->items[k]) && !is_attribution(r, line, k) &&
            ((is_joined(r, line, k, i) && !closes_aside(r, line, i, k)) || has_own_subject(r, number, k, i)))
            return k;
    return line->count;
}

/* "with Minister Ana Torvik calling on": the subject of an -ing form stands right before it. */
static bool is_with_subject(relate_t *r, const line_t *line, int i) {
    return i > 2 && is_word(r, &line->items[i - 2], "with") && person_at(r, &line->items[i - 1]) != NONE;
}

/* The form without an ending: reaffirm, commit themselves to. */
static bool is_bare(const relate_t *r, const item_t *report) {
    const item_t *verb = verb_in(report);
    const char *text = verb ? folded(r, text_of_item(r->a, verb)) : "", *name = verb ? verb_name(r, verb) : NULL;
    size_t first = strcspn(text, " ");
    bool adverb = first > 2 && !memcmp(text + first - 2, "ly", 2); /* strongly condemned */
    bool same = name && !adverb && strcspn(name, " ") == first && !strncmp(name, text, first);
    return verb && (same || is_a(r->a, verb, CLASS_base));
}

/* "We thank A and congratulate B": a bare verb that goes on from one before it. */
static bool follows_bare(const relate_t *r, const line_t *line, int i) {
    const item_t *before = &line->items[i - 1];
    if (!is_word(r, before, "and") && mark_at(r, before->first) != ',')
        return false;
    for (int k = i - 1; k > 0; k--)
        if (is_report(r, &line->items[k]))
            return is_bare(r, &line->items[k]);
    return false;
}

/* True if the verb can be the verb of its clause: an -ing form opens the sentence or follows a comma; a bare verb follows
 * its subject, which is several, or opens a point of what they declare; none is a noun behind an article. */
static bool is_finite(relate_t *r, const line_t *line, int i) {
    const item_t *before = &line->items[i - 1];
    speaker_t none = {SPEAKER_NONE, NONE};
    if (is_ing(r, &line->items[i]) && is_with_subject(r, line, i))
        return true;
    if (is_ing(r, &line->items[i]))
        return before->shape == SHAPE_Begin || mark_at(r, before->first) == ',' || is_word(r, before, "and");
    while (before->shape != SHAPE_Begin && is_a(r->a, before, CLASS_adverb))
        before--;
    if (!is_bare(r, &line->items[i]))
        return !is_a(r->a, before, CLASS_article);
    int last = line->items[i].last - 1;
    bool leads =
        !strcmp(set_of(&line->items[i], "mode"), "noun") || token_is(r, last, "that") || token_is(r, last, "to");
    return (before->shape == SHAPE_Begin && leads) || speaker_at(r, before, none).kind == SPEAKER_GROUP ||
           follows_bare(r, line, i);
}

static speaker_t speaker_of(telling_t *t, int number, int i, int stop) {
    relate_t *r = t->r;
    const line_t *line = &r->a->lines.at[number];
    speaker_t s = is_ing(r, &line->items[i]) && is_with_subject(r, line, i)
                      ? speaker_at(r, &line->items[i - 1], t->person)
                      : subject_of(r, number, i, stop, t->person);
    bool declares = i == 1 && is_bare(r, &line->items[i]); /* "1. Reaffirm that": a point of a declaration */
    if (declares || set_of(&line->items[i], "speaker") || (is_passive(r, line, i) && s.kind != SPEAKER_PERSON))
        return (speaker_t){SPEAKER_GROUP, party_group(r)};
    if (s.kind == SPEAKER_NONE && is_ing(r, &line->items[i])) { /* Noting that X, the leaders held that Y */
        for (int k = i + 1; k < line->count && s.kind == SPEAKER_NONE; k++)
            if (is_report(r, &line->items[k]) && !is_ing(r, &line->items[k]))
                s = subject_of(r, number, k, i, t->person);
    }
    return s;
}

/* True if the words are a quotation, but for whom they are spoken to: told the guests: "..." */
static bool leads_to_quote(const relate_t *r, int first, int last) {
    for (int t = first; t + 1 < last && t - first < 8; t++)
        if (token(r, t)->shape == SHAPE_Open && r->spoken[t + 1] == SPOKEN_QUOTED)
            return t == first || mark_at(r, t - 1) == ':' || mark_at(r, t - 1) == ',';
    return false;
}

/* ", and signed a memorandum": the account goes on behind the words. The end of the words, last if nothing cuts them. */
static int before_account(relate_t *r, const line_t *line, int i, int last) {
    bool passive;
    phrase_t phrase;
    for (int k = i + 2; k + 1 < line->count && line->items[k].first < last; k++)
        if (action_at(r, line, k, &passive) && !passive && is_joined(r, line, k, i) &&
            phrase_at(r, line, k + 1, CLASS_instrument, &phrase))
            return end_before(r, line, k, line->items[i].last);
    return last;
}

/* "told reporters": nothing follows but whom. */
static bool is_only_whom(const relate_t *r, const item_t *report, int first, int last) {
    return last - first < 4 && !strcmp(set_of(report, "mode"), "bare") && is_a(r->a, verb_in(report), CLASS_say_ask) &&
           !is_a(r->a, verb_in(report), CLASS_say_that);
}

/* One report: its words reach to the next report that is not part of them, or to the end. Returns that report. */
static int tell(telling_t *t, int number, int i, speaker_t speaker) {
    relate_t *r = t->r;
    const line_t *line = &r->a->lines.at[number];
    int next = next_report(r, number, i), first = line->items[i].last, last = content_end(r, line);
    if (next < line->count)
        last = end_before(r, line, next, first);
    last = before_account(r, line, i, last);
    if (leads_to_quote(r, first, last))
        return next;
    while (first < last && (mark_at(r, first) == ',' || mark_at(r, first) == ':'))
        first++;
    if (is_only_whom(r, &line->items[i], first, last))
        return next;
    if (first < last && !(r->spoken[first] == SPOKEN_QUOTED ||
                          (token(r, first)->shape == SHAPE_Open && r->spoken[first + 1] == SPOKEN_QUOTED)))
        add_statement(r, speaker, "reported", verb_in(&line->items[i]), first, last,
                      line->items[i].mention->rule->name);
    return next;
}

static void went_on(telling_t *t, speaker_t speaker, const line_t *line) {
    t->speaker = speaker;
    t->paragraph = line->paragraph;
    t->going_on = true;
    if (speaker.kind == SPEAKER_PERSON)
        t->person = speaker;
    t->r->party_spoken = speaker.kind == SPEAKER_PARTY ? speaker.index : NONE;
}

static bool has_quote(const relate_t *r, int first, int last) {
    for (int k = first; k < last; k++)
        if (r->spoken[k] == SPOKEN_QUOTED)
            return true;
    return false;
}

enum { DATELINE = 14, AGENCY_WORDS = 4 }; /* tokens: of a dateline, of ", TASS reports" behind an attribution */

/* Where a sentence begins behind its dateline: "YEREVAN, 1 October (BelTA) - ". */
static int behind_dateline(const relate_t *r, const line_t *line) {
    bool place = is_a(r->a, &line->items[1], CLASS_place) && mark_at(r, line->items[1].last);
    for (int t = line->first; place && t < line->last && t - line->first < DATELINE; t++)
        if (mark_at(r, t) && token(r, t)->before != GLUED && !strchr("(),./:", mark_at(r, t)))
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
                  strncmp(r->a->document->text + token(r, comma + 1)->start, "wh", 2);
    if (!inside)
        last = end_before(r, line, i, line->first);
    if (!has_quote(r, first, last))
        add_statement(r, speaker, "reported", verb_in(&line->items[i]), first, last,
                      line->items[i].mention->rule->name);
    while (next < line->count)
        next = tell(t, number, next, speaker);
}

/* "welcomed the guests": a person, not a thing said. */
static bool greets(const relate_t *r, const line_t *line, int i) {
    const item_t *next = &line->items[i + 1];
    while (is_a(r->a, next, CLASS_article))
        next++;
    return is_a(r->a, next, CLASS_who) || is_a(r->a, next, CLASS_group) || is_a(r->a, next, CLASS_delegation) ||
           is_a(r->a, next, CLASS_him) || (is_a(r->a, next, CLASS_head) && next[1].shape != SHAPE_Poss);
}

/* "According to X, Y" says Y; "Y, according to X, Z" is one row as a whole. */
static bool read_source(telling_t *t, int number) {
    relate_t *r = t->r;
    const line_t *line = &r->a->lines.at[number];
    for (int i = 1; i + 1 < line->count; i++) {
        const char *mode = is_report(r, &line->items[i]) ? set_of(&line->items[i], "mode") : NULL;
        if (!mode || strcmp(mode, "source"))
            continue;
        const item_t *who = mention_part(line->items[i].mention, CAP_who).at;
        speaker_t speaker =
            is_a(r->a, who, CLASS_him) || is_a(r->a, who, CLASS_his) ? t->person : speaker_at(r, who, t->person);
        int first = i == 1 ? line->items[i].last : line->first;
        while (i == 1 && mark_at(r, first) == ',')
            first++;
        add_statement(r, speaker, "reported", NULL, first, content_end(r, line), line->items[i].mention->rule->name);
        went_on(t, speaker, line);
        return speaker.kind != SPEAKER_NONE;
    }
    return false;
}

/* Who speaks in a passive: the one behind "by", else several. */
static speaker_t agent_of(telling_t *t, const line_t *line, int i) {
    relate_t *r = t->r;
    for (int k = i + 2; is_word(r, &line->items[i + 1], "by") && k + 1 < line->count && k - i < 6; k++) {
        speaker_t s = speaker_at(r, &line->items[k], t->person);
        if (s.kind != SPEAKER_NONE)
            return s;
    }
    return (speaker_t){SPEAKER_GROUP, party_group(r)};
}

/* "The need for rules was stressed", "this proposal was welcomed by the participants": the row is the subject. */
static bool read_passive(telling_t *t, int number, int i) {
    relate_t *r = t->r;
    const line_t *line = &r->a->lines.at[number];
    int k = i - 1, start = 1, next = line->items[i].last;
    const char *mode = set_of(&line->items[i], "mode");
    bool ends = next >= content_end(r, line) || is_word(r, &line->items[i + 1], "by");
    if (!ends || set_of(&line->items[i], "speaker") || (strcmp(mode, "noun") && strcmp(mode, "bare")))
        return false;
    while (k > 0 && (is_a(r->a, &line->items[k], CLASS_adverb) || is_a(r->a, &line->items[k], CLASS_have) ||
                     is_a(r->a, &line->items[k], CLASS_be)))
        k--;
    for (int n = 2; n < k; n++) /* "At the talks, the need ..." */
        if (mark_at(r, line->items[n].first) == ',' && is_a(r->a, &line->items[1], CLASS_opener) &&
            !is_a(r->a, &line->items[1], CLASS_article))
            start = n + 1;
    if (k < start || person_at(r, &line->items[k]) != NONE || is_a(r->a, &line->items[k], CLASS_he) ||
        is_a_group(r, &line->items[k]) || k == start)
        return false;
    speaker_t speaker = agent_of(t, line, i);
    add_statement(r, speaker, "reported", verb_in(&line->items[i]), line->items[start].first, line->items[k].last,
                  line->items[i].mention->rule->name);
    went_on(t, speaker, line);
    return true;
}

/* "a draft was agreed": a document, where nothing that was agreed follows. */
static bool is_adopting(const relate_t *r, const line_t *line, int i) {
    const char *mode = set_of(&line->items[i], "mode");
    bool passive = false;
    return action_at(r, line, i, &passive) && passive && strcmp(mode, "clause") && strcmp(mode, "infinitive");
}

static bool read_reports(telling_t *t, int number) {
    relate_t *r = t->r;
    const line_t *line = &r->a->lines.at[number];
    for (int i = 1; i + 1 < line->count; i++) {
        if (!is_report(r, &line->items[i]) || is_adopting(r, line, i))
            continue;
        if (is_passive(r, line, i) && read_passive(t, number, i))
            return true;
        speaker_t speaker = speaker_of(t, number, i, 0);
        const char *mode = set_of(&line->items[i], "mode");
        bool noun = !strcmp(mode, "noun") && !set_of(&line->items[i], "speaker");
        bool loose = noun || (!strcmp(mode, "bare") && !is_attribution(r, line, i)); /* is expected back: no words */
        if (speaker.kind == SPEAKER_NONE || !is_finite(r, line, i) || (noun && greets(r, line, i)) ||
            (loose && is_passive(r, line, i)))
            continue;
        if (is_attribution(r, line, i)) {
            tell_around(t, number, i, speaker);
            went_on(t, speaker, line);
            return true;
        }
        t->listing = mark_at(r, line->last - 1) == ':';
        t->announced = t->listing ? verb_in(&line->items[i]) : NULL;
        for (int next = i; next < line->count;) {
            if (next > i && (has_own_subject(r, number, next, i)))
                speaker = subject_of(r, number, next, i, t->person);
            i = next;
            next = tell(t, number, next, speaker);
        }
        went_on(t, speaker, line);
        return true;
    }
    return false;
}

static bool names_somebody(relate_t *r, int number) {
    const line_t *line = &r->a->lines.at[number];
    for (int i = 1; i + 1 < line->count; i++)
        if (person_at(r, &line->items[i]) != NONE)
            return true;
    return false;
}

/* True if the sentence is the narrator's: somebody is its subject, or it tells of meetings and what was done there. */
static bool is_account(relate_t *r, int number) {
    const line_t *line = &r->a->lines.at[number];
    const item_t *first = &line->items[1];
    if (has_class(r, line, CLASS_told) || person_at(r, first) != NONE || is_a(r->a, first, CLASS_he))
        return true;
    const item_t *noun = is_a(r->a, first, CLASS_article) ? first + 1 : first;
    bool group = is_a(r->a, first, CLASS_group) || is_a(r->a, first, CLASS_they) || is_a(r->a, noun, CLASS_meeting);
    bool acts = has_class(r, line, CLASS_action), meets = has_class(r, line, CLASS_cue);
    bool passive = false;
    phrase_t phrase;
    for (int i = 2; i + 1 < line->count; i++) /* a protocol was signed, it adopts the plan */
        if (action_at(r, line, i, &passive) && (passive || phrase_at(r, line, i + 1, CLASS_instrument, &phrase)))
            return true;
    return (group && (acts || meets)) || (meets && names_somebody(r, number));
}

enum { SENTENCES_ON = 4 };

/* "We have built ...": no narrator speaks of himself. */
static bool paragraph_says_we(const relate_t *r, int number) {
    const line_t *lines = r->a->lines.at;
    for (int n = number; n < r->a->lines.count && n < number + SENTENCES_ON; n++) {
        if (lines[n].paragraph != lines[number].paragraph)
            return false;
        for (int t = lines[n].first; t < lines[n].last; t++)
            if (r->spoken[t] == SPOKEN_NOT && (token_is(r, t, "we") || token_is(r, t, "our")))
                return true;
    }
    return false;
}

/* The first sentence of a paragraph goes on where the one before ended if it urges or the speaker says we, and the next sentence is the same
 * speaker's. */
static bool opens_parallel(telling_t *t, int number) {
    relate_t *r = t->r;
    const line_t *line = &r->a->lines.at[number];
    return t->going_on && line->paragraph == t->paragraph + 1 &&
           (has_class(r, line, CLASS_modal) || paragraph_says_we(r, number)) && t->speaker.kind == SPEAKER_PERSON &&
           number + 1 < r->a->lines.count && r->a->lines.at[number + 1].paragraph == line->paragraph;
}

/* "She made three suggestions:": what follows point by point is hers. */
static bool announces(const relate_t *r, const line_t *line) {
    return has_class(r, line, CLASS_announcing) || mark_at(r, line->last - 1) == ':';
}

/* The first person of an account is whom "he" means in the next sentence. */
static void note_subject(telling_t *t, int number) {
    const line_t *line = &t->r->a->lines.at[number];
    speaker_t none = {SPEAKER_NONE, NONE};
    for (int i = 1; i + 1 < line->count; i++) {
        speaker_t s = speaker_at(t->r, &line->items[i], none);
        if (s.kind == SPEAKER_PERSON) {
            t->person = s;
            return;
        }
    }
}

/* "China welcomes ...": within the words of China's minister a sentence of his own. */
static bool speaks_for_state(const telling_t *t, const line_t *line) {
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

/* A verb of speaking whose subject is nobody known: somebody else's words, left out. */
static bool is_of_somebody_else(const telling_t *t, int number) {
    relate_t *r = t->r;
    const line_t *line = &r->a->lines.at[number];
    for (int i = 2; i + 1 < line->count && !is_point(t, line); i++)
        if (is_report(r, &line->items[i]) && is_finite(r, line, i) && !is_ing(r, &line->items[i]) && i < 9 &&
            lexicon_party_of(r, &line->items[1]) == NONE)
            return true;
    return false;
}

/* "China will build a road, he said": the verb of a sentence that is somebody's as a whole, or NULL. */
static const item_t *attributing_verb(const relate_t *r, const line_t *line) {
    for (int i = 1; i + 1 < line->count; i++)
        if (is_report(r, &line->items[i]) && is_attribution(r, line, i))
            return verb_in(&line->items[i]);
    return NULL;
}

enum { SENTENCE = 4 }; /* tokens at least of one that goes on */

static void read_line(telling_t *t, int number) {
    relate_t *r = t->r;
    const line_t *line = &r->a->lines.at[number];
    if (line->paragraph != t->paragraph && !(t->going_on && line->paragraph == t->paragraph + 1))
        t->going_on = false;
    if (r->spoken[line->first] == SPOKEN_QUOTED ||
        (token(r, line->first)->shape == SHAPE_Open && line->first + 1 < line->last &&
         r->spoken[line->first + 1] == SPOKEN_QUOTED)) {
        read_reports(t, number);
        return;
    }
    bool same = t->going_on && (line->paragraph == t->paragraph || is_point(t, line) ||
                                (line->paragraph == t->paragraph + 1 && speaks_for_state(t, line)));
    if (!(same && speaks_for_state(t, line)) && (read_source(t, number) || read_reports(t, number)))
        return;
    bool short_line = line->last - line->first < SENTENCE; /* (QNA) */
    if ((same || opens_parallel(t, number)) && !short_line && !is_account(r, number) &&
        !has_quote(r, line->first, line->last) && (speaks_for_state(t, line) || !is_of_somebody_else(t, number))) {
        int first = t->listing ? point_words(r, line) : line->first, last = content_end(r, line);
        while (first > line->first && last > first && mark_at(r, last - 1) && strchr(";,", mark_at(r, last - 1)))
            last--;
        add_statement(r, t->speaker, "reported", first > line->first ? t->announced : attributing_verb(r, line), first,
                      last, "goes-on");
        t->paragraph = line->paragraph;
        return;
    }
    note_subject(t, number);
    t->going_on = announces(r, line);
    t->listing = has_class(r, line, CLASS_announcing);
    t->announced = NULL;
    if (t->going_on)
        went_on(t, t->person, line);
}

void relate_speech(relate_t *r) {
    telling_t t = {.r = r};
    relate_quotes(r);
    for (int n = 0; n < r->a->lines.count; n++)
        read_line(&t, n);
}
