#include "speech.h"

#include "coding.h"

#include <string.h>
#include <wchar.h>

enum {
    REFS_BACK = 100,    /* mentions back to the organization that "the Authority" means */
    TOKENS_BACK = 200,  /* to the words that "it" goes on from */
    SUBJECT_REACH = 80, /* items between a subject and its verb */
    NAME_REACH = 12     /* items of a name */
};

int body_at(relate_t *r, const item_t *item) {
    if (!is_a(r->a, item, CLASS_body))
        return NONE;
    if (is_word(r, item + 1, WORD_of) && is_a(r->a, item + 2, CLASS_org))
        return party_index(r, lexicon_party_of(r, item + 2));
    int here = first_ref(r, item->first);
    for (int i = here - 1; i >= 0 && here - i < REFS_BACK; i--)
        if (is_a(r->a, r->refs.at[i].item, CLASS_org) && !r->refs.at[i].item->mention)
            return party_index(r, lexicon_party_of(r, r->refs.at[i].item));
    return NONE;
}

/* "the Supreme Council": true if "the" stands before the name that ends with the item. */
static bool has_the(const relate_t *r, const item_t *item) {
    const item_t *before = item - 1;
    while ((before->shape == SHAPE_Cap || is_a(r->a, before, CLASS_proper)) && item - before < NAME_REACH)
        before--;
    return is_word(r, before, WORD_the);
}

speaker_t speaker_at(relate_t *r, const item_t *item, speaker_t last) {
    if (!is_any(r, item,
                CLASSES_OF(CLASS_who, CLASS_proper, CLASS_surname, CLASS_person, CLASS_office, CLASS_anyone, CLASS_he,
                           CLASS_they, CLASS_group, CLASS_head, CLASS_it, CLASS_body, CLASS_side, CLASS_state,
                           CLASS_org)))
        return nobody;
    int person = person_at(r, item);
    if (person != NONE)
        return (speaker_t){SPEAKER_PERSON, person};
    if (is_a(r->a, item, CLASS_he))
        return last.kind == SPEAKER_PERSON ? last : nobody;
    if (is_any(r, item, CLASSES_OF(CLASS_they, CLASS_group, CLASS_head)))
        return (speaker_t){SPEAKER_GROUP, party_group(r)};
    if (is_a(r->a, item, CLASS_it))
        return r->party_spoken == NONE ? nobody : (speaker_t){SPEAKER_PARTY, r->party_spoken};
    int body = is_a(r->a, item, CLASS_body) && has_the(r, item) ? body_at(r, item) : NONE;
    if (body != NONE)
        return (speaker_t){SPEAKER_PARTY, body};
    span_t whose = mention_part(item->mention, CAP_party);
    if (is_a(r->a, item, CLASS_office) && item->mention) { /* a representative of Norway whom nobody names */
        int party = whose.count ? lexicon_party_of(r, whose.at) : NONE;
        return party == NONE ? nobody : (speaker_t){SPEAKER_PARTY, party_index(r, party)};
    }
    int party = lexicon_party_of(r, is_a(r->a, item, CLASS_side) && whose.count ? whose.at : item);
    if (party != NONE && !is_a(r->a, item, CLASS_demonym))
        return (speaker_t){SPEAKER_PARTY, party_index(r, party)};
    return nobody;
}

/* What may stand between a subject and its verb. */
static bool is_filler(const relate_t *r, const item_t *item) {
    return is_any(r, item, CLASSES_OF(CLASS_adverb, CLASS_be, CLASS_have, CLASS_modal, CLASS_date)) ||
           item->shape == SHAPE_Close || is_word(r, item, WORD_on);
}

static bool leads_elsewhere(const relate_t *r, const item_t *item) {
    static const uint64_t words = WORD_BIT(WORD_of) | WORD_BIT(WORD_with) | WORD_BIT(WORD_in) | WORD_BIT(WORD_to) |
                                  WORD_BIT(WORD_from) | WORD_BIT(WORD_by) | WORD_BIT(WORD_at) | WORD_BIT(WORD_for) |
                                  WORD_BIT(WORD_between) | WORD_BIT(WORD_under) | WORD_BIT(WORD_through) |
                                  WORD_BIT(WORD_against) | WORD_BIT(WORD_on) | WORD_BIT(WORD_that) |
                                  WORD_BIT(WORD_towards);
    return is_word_of(r, item, words) || item->shape == SHAPE_Poss;
}

/* The speaker that an item is, unless a preposition leads to it or it owns what follows. */
static speaker_t subject_at(relate_t *r, const line_t *line, int k, int stop, speaker_t last) {
    const item_t *items = line->items;
    speaker_t s = speaker_at(r, &items[k], last);
    int before = k - 1;
    if (s.kind == SPEAKER_NONE)
        return s;
    while (before > stop && is_word(r, &items[before], WORD_the))
        before--;
    bool led = before > stop && leads_elsewhere(r, &items[before]);
    bool quoted = r->spoken[items[k].first] == SPOKEN_QUOTED;
    return quoted || led || items[k + 1].shape == SHAPE_Poss ? nobody : s;
}

/* "The summit stressed": a meeting, but none to which a preposition leads. */
static bool is_meeting_speaking(const relate_t *r, const item_t *item) {
    return is_a(r->a, item, CLASS_meeting) && !leads_elsewhere(r, item - 1) &&
           !(is_word(r, item - 1, WORD_the) && leads_elsewhere(r, item - 2));
}

/* "Norway will host it, its president, Ana Torvik, said": the name between the commas, the second at k. */
static speaker_t apposed(relate_t *r, const line_t *line, int k, int stop, speaker_t last) {
    int before = k - 2;
    if (k <= stop + 2 || person_at(r, &line->items[k - 1]) == NONE)
        return nobody;
    while (before > stop && is_a(r->a, &line->items[before], CLASS_article))
        before--;
    return mark_at(r, line->items[before].first) == ',' ? speaker_at(r, &line->items[k - 1], last) : nobody;
}

/* "Rahmon, whose country ..., welcomed": the one before the aside that the comma at k closes. */
static speaker_t before_aside(relate_t *r, const line_t *line, int k, int stop, speaker_t last) {
    for (int open = k - 1; open > stop; open--)
        if (mark_at(r, line->items[open].first) == ',')
            return speaker_at(r, &line->items[open - 1], last);
    return nobody;
}

speaker_t subject_of(relate_t *r, int number, int i, int stop, speaker_t last) {
    const line_t *line = &r->a->lines.at[number];
    speaker_t s = nobody;
    int k = i - 1;
    if (i - stop > SUBJECT_REACH)
        stop = i - SUBJECT_REACH;
    while (k > stop && is_filler(r, &line->items[k]))
        k--;
    if (k <= stop)
        return nobody;
    if (is_meeting_speaking(r, &line->items[k]))
        return (speaker_t){SPEAKER_GROUP, party_group(r)};
    bool comma = mark_at(r, line->items[k].first) == ',';
    if (comma)
        s = apposed(r, line, k, stop, last);
    if (comma && s.kind == SPEAKER_NONE)
        s = before_aside(r, line, k, stop, last);
    bool joined = comma || is_word(r, &line->items[k], WORD_and); /* the verb before it has the same subject */
    for (int n = stop + 1; joined && s.kind == SPEAKER_NONE && n < k; n++)
        s = subject_at(r, line, n, stop, last);
    for (; s.kind == SPEAKER_NONE && k > stop; k--)
        s = subject_at(r, line, k, stop, last);
    return s;
}

_Static_assert(CLASS_say < 64, "these classes lie in one word");

const verb_t *verb_of(const relate_t *r, const item_t *verb) {
    static const uint64_t saying = (2ull << CLASS_say) - (1ull << CLASS_say_that);
    uint64_t classes = verb && !verb->mention ? r->a->classes[verb->kind].bits[0] & saying : 0;
    if (!classes)
        return NULL;
    unsigned first = (unsigned)__builtin_ctzll(classes);
    return &r->lexicon->verbs.at[lexicon_sense(r->lexicon, verb, first, NULL)->entity];
}

enum { VERB_TOKENS = 8 };

/* "expressed their readiness to" is the verb "expressed readiness": the term that the words make without the article.
 * *last gets the token behind it. */
static const verb_t *verb_over_article(const relate_t *r, const item_t *verb, int *last) {
    const tokens_t *all = &r->a->tokens;
    token_t picked[VERB_TOKENS];
    item_t items[VERB_TOKENS + 2];
    int size = verb->last - verb->first, count = 0;
    if (size > 2 || verb->last >= all->list.count ||
        !lexicon_word_is(r->lexicon, all->list.at[verb->last].word, CLASS_article))
        return NULL;
    for (int t = verb->first; t < all->list.count && count < VERB_TOKENS; t++)
        if (t != verb->last)
            picked[count++] = all->list.at[t];
    tokens_t joined = {.list = {picked, count, count}};
    lexicon_items(r->lexicon, &joined, &(sentence_span_t){0, count, 0}, items);
    if (items[1].last <= size || !is_a(r->a, &items[1], CLASS_say))
        return NULL;
    *last = verb->first + items[1].last + 1;
    return verb_of(r, &items[1]);
}

_Static_assert(sizeof(wchar_t) == sizeof(int), "numbers are filled in as wide characters");

/* Tokens [first, last) are the words of the statement added last. forward: its act may put something forward. */
static void mark_spoken(relate_t *r, int first, int last, uint8_t mark, bool forward) {
    int number = r->out->speech.count, *statement = r->statement_of_token;
    bool plain = mark == SPOKEN_QUOTED || !has_quote(r, first, last); /* nearly always */
    r->edges[first] |= forward;
    r->edges[last] |= statement[last] != 0;
    wmemset((wchar_t *)statement + first, (wchar_t)number, (size_t)(last - first)); /* no loop with an end to guess */
    if (plain)
        memset(r->spoken + first, mark, (size_t)(last - first));
    for (int t = first; t < last && !plain; t++)
        r->spoken[t] = r->spoken[t] == SPOKEN_QUOTED ? SPOKEN_QUOTED : mark;
}

void add_statement(relate_t *r, speaker_t speaker, uint8_t spoken, const item_t *verb, int first, int last,
                   const char *rule) {
    if (first >= last || speaker.kind == SPEAKER_NONE)
        return;
    statement_t *s = list_add(r->arena, &r->out->speech);
    int verb_first = verb ? verb->first : 0, verb_last = verb ? verb->last : 0;
    const verb_t *known = verb ? verb_over_article(r, verb, &verb_last) : NULL;
    known = known ? known : verb_of(r, verb);
    *s = (statement_t){.person = NONE,
                       .party = speaker.index,
                       .mode = spoken == SPOKEN_QUOTED ? "direct" : "reported",
                       .meeting = NONE};
    if (speaker.kind == SPEAKER_PERSON) {
        s->person = speaker.index;
        s->party = r->profiles.at[speaker.index].party;
    }
    s->verb = verb ? text_of_item(r->a, verb) : NULL;
    s->act = known ? known->act : NULL;
    s->evidence = evidence_of(r, first, last, rule);
    int act = known ? known->act_number : 0;
    code_statement(r, s, act, verb_first, verb_last, first, last);
    mark_spoken(r, first, last, spoken, act != NONE && r->forward >> act & 1);
}

int party_of_it(const relate_t *r, const line_t *line) {
    if (!is_a(r->a, &line->items[1], CLASS_it))
        return NONE;
    for (int t = line->first - 1; t >= 0 && line->first - t < TOKENS_BACK; t--)
        if (r->statement_of_token[t]) {
            const statement_t *s = &r->out->speech.at[r->statement_of_token[t] - 1];
            return s->person == NONE ? s->party : NONE;
        }
    return NONE;
}
