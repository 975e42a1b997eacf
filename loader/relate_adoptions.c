/* Documents that were signed, adopted, approved, issued at the occasion, as the narrator tells it. */
#include <string.h>

#include "phrases.h"
#include "speech.h"

enum { CLAUSE_REACH = 60, PARAGRAPH_REACH = 40 }; /* items before the verb of a clause; sentences looked back at */

/* An organization that the subject of the sentence names: the leaders of the SCO, the AU Assembly. It stands before the
 * verb, and before the name of the document. */
static int organization_in(const relate_t *r, int number, int name) {
    const line_t *line = &r->a->lines.at[number];
    bool passive;
    int verb = name;
    for (int i = 1; i < line->count - 1 && line->items[i].first < verb; i++)
        if (action_at(r, line, i, &passive))
            verb = line->items[i].first;
    for (int i = r->line_refs[number]; i < r->line_refs[number + 1]; i++) {
        const item_t *item = r->refs.at[i].item;
        if (item->last <= verb && is_a(r->a, item, CLASS_org) && !item->mention &&
            r->lexicon->parties.at[lexicon_party_of(r, item)].parent == NONE)
            return lexicon_party_of(r, item);
    }
    return NONE;
}

/* "the Authority approved", "it adopts": the facts party that is meant before the name of the document, or NONE. */
static int party_meant(relate_t *r, const line_t *line, int name) {
    for (int i = 2; i + 1 < line->count && line->items[i].first < name; i++)
        if (is_a(r->a, &line->items[i], CLASS_body) && is_word(r, &line->items[i - 1], "the"))
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

/* The organization named with the verb, else that of the occasion told of last before a line; the group where that is
 * between two. name: first token of the document's name. */
static int adopting_party(relate_t *r, int line, int name) {
    int found = NONE, named = organization_in(r, line, name), meant = party_meant(r, &r->a->lines.at[line], name);
    if (named != NONE)
        return party_index(r, named);
    if (meant != NONE)
        return meant;
    for (int i = 0; i < r->occasions.count; i++)
        if (r->occasions.at[i].line <= line && (found == NONE || r->occasions.at[i].organization != NONE))
            found = i;
    if (found == NONE)
        return party_as_before(r, line);
    if (r->occasions.at[found].organization == NONE)
        return party_group(r);
    return party_index(r, r->occasions.at[found].organization);
}

static int occasion_at(const relate_t *r, int line) {
    int found = NONE;
    for (int i = 0; i < r->occasions.count; i++)
        if (r->occasions.at[i].line <= line)
            found = found == NONE || r->occasions.at[i].organization != NONE ? i : found;
    return found;
}

static const char *action_of(const relate_t *r, const item_t *verb) {
    const sense_t *sense = lexicon_sense(r->lexicon, verb, CLASS_action, NULL);
    return sense ? r->lexicon->kinds_of_things.at[sense->entity] : NULL;
}

static void adopt_one(relate_t *r, int number, const phrase_t *phrase, const char *action, const char *rule) {
    const line_t *line = &r->a->lines.at[number];
    const char *name = phrase_text(r, line, phrase), *key = folded(r, name);
    int party = adopting_party(r, number, line->items[phrase->first].first);
    for (int i = 0; i < r->out->adoptions.count; i++)
        if (!strcmp(r->out->adoptions.at[i].key, key) && r->out->adoptions.at[i].party == party)
            return;
    *list_add(r->arena, &r->out->adoptions) =
        (adoption_t){key,
                     name,
                     phrase_kind(r, phrase, CLASS_instrument),
                     action,
                     party,
                     occasion_at(r, number),
                     evidence_of(r, line->items[phrase->first].first, line->items[phrase->last - 1].last, rule)};
}

/* True for a line that holds nothing but the number of a point: "2." */
static bool is_number(const relate_t *r, const line_t *line) {
    return line->count == 4 && line->items[1].shape == SHAPE_Number && mark_at(r, line->items[2].first);
}

/* "signed the following documents:": each point below is one. */
static void adopt_points(relate_t *r, int number, const char *action) {
    for (int n = number + 1; n < r->a->lines.count; n++) {
        bool numbered = is_number(r, &r->a->lines.at[n]) && n + 1 < r->a->lines.count;
        const line_t *line = &r->a->lines.at[numbered ? ++n : n];
        int first = point_words(r, line);
        phrase_t phrase;
        if ((first == line->first && !numbered) || first >= line->last ||
            !phrase_at(r, line, item_of_token(line, first), CLASS_instrument, &phrase))
            return;
        adopt_one(r, n, &phrase, action, "adopts");
    }
}

static void adopt(relate_t *r, int number, const phrase_t *phrase, const char *action, const char *rule) {
    const line_t *line = &r->a->lines.at[number];
    if (is_word(r, &line->items[phrase->first], "following") && mark_at(r, line->last - 1) == ':')
        adopt_points(r, number, action);
    else
        adopt_one(r, number, phrase, action, rule);
}

/* The objects to the right of a verb: one document or a list of them. */
static int adopt_right(relate_t *r, int number, int i, const char *action) {
    const line_t *line = &r->a->lines.at[number];
    phrase_t phrase;
    int count = 0;
    for (int next = i; next && phrase_at(r, line, next, CLASS_instrument, &phrase);
         next = phrase_next(r, line, phrase.last)) {
        adopt(r, number, &phrase, action, "adopts");
        count++;
    }
    return count;
}

enum { ASIDE_REACH = 25 };

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
           before->shape == SHAPE_Punct || is_word(r, before, "and") || is_word(r, before, "while") ||
           action_at(r, line, i - 1, &passive) ||
           (is_a(r->a, &line->items[i], CLASS_article) &&
            (is_a(r->a, before, CLASS_date) || is_a(r->a, before, CLASS_place) || is_word(r, before, "which")));
}

/* "a protocol and a plan were signed": the documents to the left of the verb. They begin at the start of the clause: after
 * a comma, another verb, "and" or "while". */
static void adopt_left(relate_t *r, int number, int i, const char *action) {
    const line_t *line = &r->a->lines.at[number];
    phrase_t list[8];
    for (int first = i > CLAUSE_REACH ? i - CLAUSE_REACH : 1; first < i; first++) {
        bool opens = opens_clause(r, line, first);
        int count = 0, next = first;
        while (opens && count < 8 && next && next < i && phrase_at(r, line, next, CLASS_instrument, &list[count])) {
            if (list[count].last > i) /* "a programme approved" */
                list[count].last = i;
            int end = list[count++].last;
            next = end >= i - 1 ? 0 : phrase_next(r, line, end);
        }
        if (!count || (list[count - 1].last < i - 1 && !is_aside(r, line, list[count - 1].last, i)))
            continue;
        for (int k = 0; k < count; k++)
            adopt(r, number, &list[k], action, "is-adopted");
        return;
    }
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
    return is_a(r->a, item, CLASS_ends_noun) || is_word(r, item, "in") || is_word(r, item, "on");
}

static void read_action(relate_t *r, int number, int i) {
    const line_t *line = &r->a->lines.at[number];
    bool passive = false;
    const item_t *verb = action_at(r, line, i, &passive);
    const char *action = verb ? action_of(r, verb) : NULL;
    int object = i + 1;
    const char *mode = set_of(&line->items[i], "mode");
    if (!action ||
        (mode && (!strcmp(mode, "clause") || !strcmp(mode, "infinitive")))) /* confirmed that agreements ... */
        return;
    if (mark_at(r, line->items[i - 1].first) == ',' && tells_where(r, &line->items[i + 1])) {
        adopt_left(r, number, i - 1, action); /* the declaration, adopted at the close */
        return;
    }
    if (passive) {
        int be = i;
        while (be > 1 && (is_a(r->a, &line->items[be - 1], CLASS_have) || is_a(r->a, &line->items[be - 1], CLASS_be)))
            be--;
        adopt_left(r, number, be, action);
        return;
    }
    while (is_word(r, &line->items[object], "and") ||
           is_a(r->a, &line->items[object], CLASS_action)) /* signed and issued */
        object++;
    if (is_a(r->a, &line->items[object], CLASS_be)) /* the document signed was */
        object++;
    if (!adopt_right(r, number, object, action) && follows_passive(r, line, i))
        adopt_left(r, number, i, action);
}

/* "the leaders had approved ten decisions" within words that only tell what several did. */
static bool is_told_of_group(const relate_t *r, const line_t *line, int i) {
    int k = i - 1;
    while (k > 0 && (is_a(r->a, &line->items[k], CLASS_adverb) || is_a(r->a, &line->items[k], CLASS_have)))
        k--;
    return r->spoken[line->items[i].first] == SPOKEN_TOLD &&
           (is_a(r->a, &line->items[k], CLASS_group) || is_a(r->a, &line->items[k], CLASS_they));
}

void relate_adoptions(relate_t *r) {
    for (int n = 0; n < r->a->lines.count; n++) {
        const line_t *line = &r->a->lines.at[n];
        for (int i = 1; i + 1 < line->count; i++) {
            bool chained =
                i > 2 && is_word(r, &line->items[i - 1], "and") && is_a(r->a, &line->items[i - 2], CLASS_action);
            bool told = r->spoken[line->items[i].first] == SPOKEN_NOT || is_told_of_group(r, line, i);
            if (told && !chained)
                read_action(r, n, i);
        }
    }
}
