/* Direct speech: which quotation marks hold somebody's words, and whose. */
#include <string.h>

#include "speech.h"

enum {
    WORDS_OF_A_NAME = 3,
    WORDS_OF_SPEECH = 12,
    COLON_REACH = 60 /* items from a verb to the colon before its words */
};

typedef struct quote {
    int open, close; /* tokens: the marks; close is one past the last token if the mark is missing */
    int line;        /* sentence of the opening mark */
    int next;        /* of all opening marks, the first that may be behind it */
    bool opens_paragraph, ends_paragraph;
} quote_t;

static bool is_new_paragraph(const relate_t *r, int i) {
    return i == 0 || token_at(r, i)->before == PARAGRAPH;
}

/* The next quotation from a token on; false if there is none. */
static bool next_quote(const relate_t *r, int from, quote_t *q) {
    const tokens_t *tokens = &r->a->tokens;
    int count = tokens->list.count, next = q->next;
    while (next < tokens->opens.count && tokens->opens.at[next] < from)
        next++;
    if (next == tokens->opens.count)
        return false;
    int i = tokens->opens.at[next];
    *q = (quote_t){.open = i, .line = q->line, .next = next + 1, .opens_paragraph = is_new_paragraph(r, i)};
    const token_t *token = token_at(r, 0) + i + 1, *end = token_at(r, 0) + count;
    for (; token < end && token->shape != SHAPE_Close && token->before != PARAGRAPH; token++) {
    }
    q->close = i = (int)(token - token_at(r, 0));
    q->ends_paragraph =
        i >= count || token_at(r, i)->shape != SHAPE_Close || i + 1 == count || is_new_paragraph(r, i + 1);
    while (q->line + 1 < r->a->lines.count && r->a->lines.at[q->line].last <= q->open)
        q->line++;
    return true;
}

static int line_of_token(const relate_t *r, int t, int from) {
    while (from + 1 < r->a->lines.count && r->a->lines.at[from].last <= t)
        from++;
    return from;
}

static bool ends_in_mark(const relate_t *r, const quote_t *q) {
    const token_t *last = token_at(r, q->close - 1);
    return strchr(",.!?", r->a->document->text[last->start]) && last->shape == SHAPE_Punct;
}

/* "entitled", "named" and the like before the mark: what follows is a title. */
static bool is_title(const relate_t *r, const line_t *line, const quote_t *q) {
    int i = item_of_token(line, q->open);
    return is_a(r->a, &line->items[i - 1], CLASS_titled) ||
           (i > 1 && is_a(r->a, &line->items[i - 2], CLASS_titled) && line->items[i - 1].shape == SHAPE_Punct);
}

/* ---- attribution in the same sentence ---- */

typedef struct attribution {
    speaker_t speaker;
    const item_t *verb;
    const char *rule;
} attribution_t;

static const attribution_t unattributed = {{SPEAKER_NONE, NONE}, NULL, NULL};

/* Before the mark: Xi Jinping pointed out, "...": the verb stands right before it, or somewhere before a colon. */
static attribution_t said_before(relate_t *r, const quote_t *q, speaker_t last) {
    const line_t *line = &r->a->lines.at[q->line];
    int open = item_of_token(line, q->open), i = open - 1;
    bool colon = mark_at(r, line->items[i].first) == ':';
    while (i > 0 && !is_report(r, &line->items[i]) && open - i < COLON_REACH &&
           (line->items[i].shape == SHAPE_Punct || colon || open - i < 6))
        i--;
    if (i > 0 && is_report(r, &line->items[i]) && line->items[i].last <= q->open)
        return (attribution_t){subject_of(r, q->line, i, 0, last), verb_in(&line->items[i]),
                               line->items[i].mention->rule->name};
    if (colon)
        return (attribution_t){subject_of(r, q->line, open - 1, 0, last), NULL, "says"};
    return unattributed;
}

/* Behind the mark: "...," Xi said; "...," said Xi; "...," according to Xi. */
static attribution_t said_behind(relate_t *r, const quote_t *q, speaker_t last) {
    if (q->close + 1 >= r->a->tokens.list.count || is_new_paragraph(r, q->close + 1))
        return unattributed;
    int number = line_of_token(r, q->close, q->line);
    const line_t *line = &r->a->lines.at[number];
    if (line->last == q->close + 1)
        return unattributed;
    int first = item_of_token(line, q->close + 1), i = first;
    while (i + 1 < line->count && i - first < 8 && !is_report(r, &line->items[i]) && line->items[i].shape != SHAPE_Open)
        i++;
    if (i + 1 >= line->count || !is_report(r, &line->items[i]))
        return unattributed;
    const char *rule = line->items[i].mention->rule->name;
    if (i > first)
        return (attribution_t){subject_of(r, number, i, first - 1, last), verb_in(&line->items[i]), rule};
    for (int k = i + 1; k + 1 < line->count && k - i < 3; k++) {
        speaker_t s = speaker_at(r, &line->items[k], last);
        if (s.kind != SPEAKER_NONE)
            return (attribution_t){s, verb_in(&line->items[i]), rule};
    }
    return (attribution_t){last, verb_in(&line->items[i]), rule};
}

/* Under a quotation that is a paragraph of its own: a line with nothing but who said it. */
static attribution_t said_below(relate_t *r, const quote_t *q) {
    int number = line_of_token(r, q->close, q->line) + 1;
    if (!q->opens_paragraph || !q->ends_paragraph || number >= r->a->lines.count)
        return unattributed;
    const line_t *line = &r->a->lines.at[number];
    int first = mark_at(r, line->first) ? 2 : 1; /* a dash may stand before the name */
    bool alone =
        line->first == q->close + 1 && line->count - first <= 6 && token_at(r, line->last - 1)->shape != SHAPE_Punct;
    int person = alone ? person_at(r, &line->items[first]) : NONE;
    return person == NONE ? unattributed : (attribution_t){{SPEAKER_PERSON, person}, NULL, "says"};
}

/* The paragraph before ends in a colon: "Opening the session, Xi said:" */
static attribution_t said_above(relate_t *r, const quote_t *q, speaker_t last) {
    const line_t *line = q->line ? &r->a->lines.at[q->line - 1] : NULL;
    if (line && q->opens_paragraph && mark_at(r, line->last - 1) == ':')
        for (int i = line->count - 1; i > 0; i--)
            if (is_report(r, &line->items[i]))
                return (attribution_t){subject_of(r, q->line - 1, i, 0, last), verb_in(&line->items[i]),
                                       line->items[i].mention->rule->name};
    return unattributed;
}

static attribution_t attribution_of(relate_t *r, const quote_t *q, speaker_t last) {
    attribution_t a = ends_in_mark(r, q) ? said_behind(r, q, last) : unattributed;
    if (a.speaker.kind == SPEAKER_NONE)
        a = said_below(r, q);
    if (a.speaker.kind == SPEAKER_NONE)
        a = said_above(r, q, last);
    return a.speaker.kind == SPEAKER_NONE ? said_before(r, q, last) : a;
}

/* ---- which quotations are speech ---- */

static bool is_speech(const relate_t *r, const quote_t *q, const attribution_t *a) {
    int words = q->close - q->open - 1;
    const line_t *line = &r->a->lines.at[q->line];
    if (is_title(r, line, q))
        return false;
    if (q->open == line->first && words > WORDS_OF_A_NAME &&
        strchr(".!?", r->a->document->text[token_at(r, q->close - 1)->start]) && q->line)
        return true; /* a sentence of its own */
    if (q->opens_paragraph && (words > WORDS_OF_SPEECH || q->ends_paragraph))
        return true;
    return (words >= WORDS_OF_A_NAME - 1 && ends_in_mark(r, q) && a->speaker.kind != SPEAKER_NONE) ||
           words > WORDS_OF_SPEECH ||
           (words > WORDS_OF_A_NAME && token_at(r, q->open + 1)->shape == SHAPE_Lower &&
            r->a->document->text[token_at(r, q->open + 1)->start] != 's' && a->rule);
}

/* Who was named last, by name or by office, as the text is read quotation by quotation. */
typedef struct last_named {
    const lead_t *next; /* all before it are read */
    speaker_t person;
} last_named_t;

static speaker_t named_before(const relate_t *r, last_named_t *last, int token) {
    for (; last->next->line < r->a->lines.count; last->next++) {
        const item_t *item = &r->a->lines.at[last->next->line].items[last->next->item];
        if (item->first >= token)
            break;
        bool may = last->next->to & LEAD_PERSON && r->spoken[item->first] != SPOKEN_QUOTED;
        int person = may ? person_at(r, item) : NONE;
        if (person != NONE)
            last->person = (speaker_t){SPEAKER_PERSON, person};
    }
    return last->person;
}

bool begins_quote(const relate_t *r, int t) {
    return r->spoken[t] == SPOKEN_QUOTED || (token_at(r, t)->shape == SHAPE_Open && r->spoken[t + 1] == SPOKEN_QUOTED);
}

bool has_quote(const relate_t *r, int first, int last) {
    return first < last && memchr(r->spoken + first, SPOKEN_QUOTED, (size_t)(last - first));
}

void relate_quotes(relate_t *r) {
    quote_t q = {.line = 0};
    speaker_t last = nobody;
    last_named_t named = {r->leads.at, nobody};
    const char *rule = "says";
    const item_t *verb = NULL;
    for (int from = 0; next_quote(r, from, &q); from = q.close > from ? q.close : from + 1) {
        speaker_t before = named_before(r, &named, q.open);
        attribution_t a = attribution_of(r, &q, before);
        if (!is_speech(r, &q, &a))
            continue;
        if (a.speaker.kind != SPEAKER_NONE) {
            last = a.speaker;
            rule = a.rule;
            verb = a.verb;
        } else if (last.kind == SPEAKER_NONE) {
            last = before;
        }
        add_statement(r, last, SPOKEN_QUOTED,
                      a.verb              ? a.verb
                      : q.opens_paragraph ? verb
                                          : NULL,
                      q.open + 1, q.close, rule);
    }
}
