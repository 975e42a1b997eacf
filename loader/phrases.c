#include "phrases.h"

#include <string.h>

enum { HEAD_REACH = 40, PHRASE_REACH = 120, LINKS = 8 }; /* items of a phrase, to its head and in all; ", and also" */

/* The leaf of a class at the end of an item, or the item itself. */
static const item_t *leaf(const relate_t *r, const item_t *item, unsigned class) {
    if (!item->mention)
        return is_a(r->a, item, class) ? item : NULL;
    for (int i = item->mention->span.count - 1; i >= 0; i--) {
        const item_t *found = leaf(r, &item->mention->span.at[i], class);
        if (found)
            return found;
    }
    return NULL;
}

/* A reporting verb ends a phrase, but for one that tells more of its noun: an initiative calling for solidarity. */
static bool is_end_verb(const relate_t *r, const line_t *line, int i) {
    const item_t *item = &line->items[i];
    return is_report(r, item) && (!verb_is(r, item, CLASS_say_ing) || mark_at(r, line->items[i - 1].first) == ',');
}

/* A closing mark whose opening one stands a few items before it: a name in quotation marks. */
static bool is_quoted_name(const line_t *line, int i) {
    for (int k = i - 1; k > 0 && i - k < 8; k--)
        if (line->items[k].shape == SHAPE_Open)
            return true;
    return false;
}

/* The brackets of "(RCEP)" belong to the name before them. */
static bool is_acronym_bracket(const relate_t *r, const line_t *line, int i) {
    int inside = mark_at(r, line->items[i].first) == '(' ? i + 1 : mark_at(r, line->items[i].first) == ')' ? i - 1 : 0;
    return inside && inside + 1 < line->count &&
           (is_a(r->a, &line->items[inside], CLASS_org) || line->items[inside].shape == SHAPE_Upper);
}

/* True if a noun phrase cannot go on at a mark, or at the end. */
static bool is_end_mark(const relate_t *r, const line_t *line, int i) {
    const item_t *item = &line->items[i];
    char mark = mark_at(r, item->first);
    return item->shape == SHAPE_End || (item->shape == SHAPE_Close && !is_quoted_name(line, i)) ||
           (mark && strchr(".;:?!()", mark) && !is_acronym_bracket(r, line, i));
}

static bool is_end_word(const relate_t *r, const line_t *line, int i) {
    const item_t *item = &line->items[i];
    return is_end_verb(r, line, i) || is_a(r->a, item, CLASS_cue) ||
           (is_a(r->a, item, CLASS_ends_noun) && !is_word(r, &line->items[i - 1], WORD_such)) ||
           (is_a(r->a, item, CLASS_dialogueconj) && !is_word(r, item, WORD_and));
}

/* True where a noun phrase cannot go on. */
static bool is_end(const relate_t *r, const line_t *line, int i) {
    const item_t *item = &line->items[i];
    if (is_any(r, item, CLASSES_OF(CLASS_report, CLASS_cue, CLASS_ends_noun, CLASS_dialogueconj)) &&
        is_end_word(r, line, i))
        return true;
    return item->shape != SHAPE_Lower && item->shape != SHAPE_Cap && is_end_mark(r, line, i);
}

static bool is_link(const relate_t *r, const line_t *line, int i) {
    const item_t *item = &line->items[i];
    return mark_at(r, item->first) == ',' || is_word(r, item, WORD_and) || is_a(r->a, item, CLASS_dialogueconj);
}

/* True if more than so many bytes end in "ing". */
static bool ends_in_ing(const relate_t *r, const item_t *item, uint32_t more_than) {
    const char *text = r->a->document->text;
    uint32_t start = token_at(r, item->first)->start, end = token_at(r, item->last - 1)->end;
    return end - start > more_than && !memcmp(text + end - 3, "ing", 3);
}

/* "Exchange and training" has a noun, "and training the young" a verb. */
static bool is_verb(const relate_t *r, const line_t *line, int i) {
    const item_t *item = &line->items[i];
    if (item->shape == SHAPE_End)
        return false;
    if (is_any(r, item, CLASSES_OF(CLASS_action, CLASS_commit, CLASS_verb, CLASS_modal)))
        return true;
    return is_a(r->a, item, CLASS_do) && (is_a(r->a, item + 1, CLASS_opens_noun) || !ends_in_ing(r, item, 4));
}

/* "economic and trade cooperation area": an "and" before the head, with no new phrase behind it. */
static bool joins_adjectives(const relate_t *r, const line_t *line, int i) {
    const item_t *next = &line->items[i + 1];
    return is_word(r, &line->items[i], WORD_and) && (next->shape == SHAPE_Lower || is_a(r->a, next, CLASS_proper)) &&
           !is_a(r->a, next, CLASS_article) && !is_a(r->a, next, CLASS_opens_noun) && !is_verb(r, line, i + 1);
}

/* The head before the first preposition; nouns that only count ("a series of resolutions") are passed over. */
static const item_t *head_from(const relate_t *r, const line_t *line, int i, unsigned class) {
    const item_t *head = NULL;
    bool counting = false, joined = false;
    int start = i;
    for (; !is_end(r, line, i) && i - start < HEAD_REACH; i++) {
        const item_t *item = &line->items[i];
        const item_t *noun = leaf(r, item, class);
        bool link = is_link(r, line, i);
        if ((i > start && is_a(r->a, item, CLASS_article)) ||
            (link && (head || joined || !joins_adjectives(r, line, i))))
            return head;
        if (!noun && class == CLASS_undertaking &&
            (is_any(r, item, CLASSES_OF(CLASS_currency, CLASS_instrument)) ||
             (is_a(r->a, item, CLASS_organ) && !item->mention)))
            noun = item;
        joined |= link;
        if (is_a(r->a, item, CLASS_collects))
            counting = true;
        if ((is_a(r->a, item, CLASS_keeps_noun) && !(i == start && is_a(r->a, item, CLASS_opens_noun))) ||
            is_word(r, item, WORD_to) || is_word(r, item, WORD_in)) {
            if (head || !counting || !is_word(r, item, WORD_of))
                return head;
            counting = false;
        }
        if (noun)
            head = noun;
    }
    return head;
}

/* "to" before a noun leads elsewhere (to the members); before a verb it belongs to the name (to address threats). */
static bool leads_to_noun(const relate_t *r, const line_t *line, int i) {
    const item_t *next = &line->items[i + 1];
    static const uint64_t words = WORD_BIT(WORD_all) | WORD_BIT(WORD_fellow) | WORD_BIT(WORD_developing) |
                                  WORD_BIT(WORD_member) | WORD_BIT(WORD_more);
    return next->shape != SHAPE_Lower || next->mention || is_word_of(r, next, words) ||
           is_any(r, next,
                  CLASSES_OF(CLASS_article, CLASS_opens_noun, CLASS_state, CLASS_org, CLASS_undertaking, CLASS_group,
                             CLASS_groupnoun));
}

/* "in Qingdao", "in 2030": where and when, no part of the name; "in the digital economy" is. */
static bool leads_to_place(const relate_t *r, const line_t *line, int i, unsigned class) {
    const item_t *next = &line->items[behind_articles(r, line, i + 1)];
    static const uint64_t words = WORD_BIT(WORD_next) | WORD_BIT(WORD_early) | WORD_BIT(WORD_return);
    return is_any(r, next, CLASSES_OF(CLASS_place, CLASS_state, CLASS_date, CLASS_years)) ||
           (class == CLASS_undertaking && is_a(r->a, next, CLASS_proper)) || next->shape == SHAPE_Year ||
           is_word_of(r, next, words);
}

/* True if a member of a list begins at items[i]: an article or number, or a capital, and a head. */
static bool opens_member(const relate_t *r, const line_t *line, int i, unsigned class) {
    const item_t *item = &line->items[i];
    bool opens = is_any(r, item, CLASSES_OF(CLASS_opens_noun, CLASS_date, CLASS_years)) ||
                 item->shape == SHAPE_Number || item->shape == SHAPE_Year || item->shape == SHAPE_Cap ||
                 item->shape == SHAPE_Mention || (class == CLASS_instrument && is_a(r->a, item, class));
    return opens && head_from(r, line, i, class);
}

/* True if the phrase ends at a comma or "and" at items[i]: another member, another verb, or a clause follows. */
static bool ends_at_link(const relate_t *r, const line_t *line, int i, unsigned class) {
    static const uint64_t words = WORD_BIT(WORD_other) | WORD_BIT(WORD_others) | WORD_BIT(WORD_to) | WORD_BIT(WORD_in);
    int next = i + 1;
    while (next - i < LINKS && (is_link(r, line, next) || is_a(r->a, &line->items[next], CLASS_adverb)))
        next++;
    const item_t *item = &line->items[next];
    if (is_word_of(r, item, words) || is_any(r, item, CLASSES_OF(CLASS_who, CLASS_he, CLASS_surname)))
        return true;
    return is_end(r, line, next) || is_verb(r, line, next) || opens_member(r, line, next, class) ||
           (mark_at(r, line->items[i].first) == ',' && item->shape == SHAPE_Lower && ends_in_ing(r, item, 5));
}

/* "Declaration": a name ends with it, and an infinitive behind tells what for. */
static bool is_a_name(const relate_t *r, const item_t *head) {
    return r->a->tokens.list.at[head->last - 1].shape == SHAPE_Cap;
}

/* True if a phrase ends before items[k]: at another phrase, a passive, or a preposition behind its head. verb: whether it is
 * inside "to address ...", where prepositions stay. */
static bool ends_before(const relate_t *r, const line_t *line, int k, unsigned class, const item_t *head, bool *verb) {
    const item_t *item = &line->items[k];
    bool passive = false, behind = item->first >= head->last;
    if ((is_link(r, line, k) && item->first >= head->first && ends_at_link(r, line, k, class)) ||
        (behind && action_at(r, line, k, &passive) && passive))
        return true;
    bool glued = token_at(r, item->first)->before == GLUED; /* people-to-people */
    if (behind && !glued && is_word(r, item, WORD_to) && !*verb) {
        if (leads_to_noun(r, line, k) || (class == CLASS_instrument && is_a_name(r, head)))
            return true;
        *verb = true;
    }
    return behind && !*verb && is_word(r, item, WORD_in) && leads_to_place(r, line, k, class);
}

bool phrase_at(const relate_t *r, const line_t *line, int i, unsigned class, phrase_t *out) {
    if (is_verb(r, line, i)) /* "a fund" is a noun, "fund" alone a verb */
        return false;
    i = behind_articles(r, line, i);
    if (lexicon_party_of(r, &line->items[i]) != NONE && line->items[i + 1].shape == SHAPE_Poss) /* Norway's platform */
        i += 2;
    bool counted = is_a(r->a, &line->items[i], CLASS_ends_noun) && is_a(r->a, &line->items[i], CLASS_opens_noun) &&
                   line->items[i + 1].shape == SHAPE_Number; /* over 15 documents */
    const item_t *head = head_from(r, line, counted ? i + 1 : i, class);
    bool verb = false;
    if (!head)
        return false;
    *out = (phrase_t){i, i, head};
    for (int k = i; (!is_end(r, line, k) || (counted && k == i)) && k - i < PHRASE_REACH; k++) {
        if (ends_before(r, line, k, class, head, &verb))
            break;
        out->last = k + 1;
    }
    return out->last > i;
}

int phrase_next(const relate_t *r, const line_t *line, int i) {
    int k = i;
    while (k + 1 < line->count && is_link(r, line, k))
        k++;
    return k > i ? k : 0;
}

const char *phrase_text(const relate_t *r, const line_t *line, const phrase_t *phrase) {
    return text_of(r->a, line->items[phrase->first].first, line->items[phrase->last - 1].last);
}

const char *phrase_kind(const relate_t *r, const phrase_t *phrase, unsigned class) {
    const sense_t *sense = lexicon_sense(r->lexicon, phrase->head, class, NULL);
    return sense ? r->lexicon->kinds_of_things.at[sense->entity] : NULL;
}

int point_words(const relate_t *r, const line_t *line) {
    int first = line->first;
    char mark = mark_at(r, first);
    if (mark == '(' && line->count > 4 && mark_at(r, first + 2) == ')')
        first += 3;
    else if (mark && !strchr("\"'(,.;:", mark))
        first++;
    return first > line->first && token_is(r, first, WORD_to) ? first + 1 : first;
}

bool name_is_new(relate_t *r, int party, const char *folded_name) {
    size_t size = strlen(folded_name);
    char *both = arena_alloc(r->arena, sizeof party + size);
    memcpy(both, &party, sizeof party);
    memcpy(both + sizeof party, folded_name, size);
    int64_t *known = map_at(r->scratch, both, sizeof party + size);
    bool is_new = !*known;
    *known = 1;
    return is_new;
}
