/* What a mention says of its meeting, and how the document calls it. */
#include "naming.h"

#include <stdlib.h>
#include <string.h>

/* ---- what it says ---- */

static const char *joined(const relate_t *r, const mention_t *m, capture_t name) {
    const char *text = "";
    for (int i = 0; i < m->part_count; i++)
        if (m->parts[i].name == name)
            text = arena_join(r->arena, text, *text ? " " : "", folded(r, text_of_span(r->a, m->parts[i].span)), NULL);
    return text;
}

static int ordinal_in(const relate_t *r, const mention_t *m) {
    span_t span = mention_part(m, CAP_ordinal);
    if (!span.count)
        return 0;
    const sense_t *sense = span.at->shape == SHAPE_Nth ? NULL : lexicon_sense(r->lexicon, span.at, CLASS_ordinal, NULL);
    return sense ? sense->entity : atoi(text_of_span(r->a, span));
}

/* Who meets where a party of the lexicon is named: for an organ its organization; an agency or a bank for itself. */
int whole_of(const relate_t *r, int party) {
    const lexicon_party_t *p = party == NONE ? NULL : &r->lexicon->parties.at[party];
    bool organ = p && p->parent != NONE && (!strcmp(p->party.sort, "organ") || !strcmp(p->party.sort, "body"));
    return organ ? p->parent : party;
}

enum { AMBIGUOUS = -2 };

/* The organ among those of that name that belongs to the organization named; without one, the only organ of that name. */
int series_in(const relate_t *r, const mention_t *m, int organization) {
    const item_t *organ = leaf_in(r, m->span, CLASS_organ);
    int found = NONE;
    for (const sense_t *s = NULL; organ && (s = lexicon_sense(r->lexicon, organ, CLASS_organ, s));) {
        if (r->lexicon->series.at[s->entity].organization == organization)
            return s->entity;
        found = organization == NONE && found == NONE ? s->entity : AMBIGUOUS;
    }
    return found == AMBIGUOUS ? NONE : found;
}

static int summit_of(const relate_t *r, int organization, const char *kind) {
    return organization != NONE && !strcmp(kind, "summit") ? r->lexicon->parties.at[organization].summit : NONE;
}

/* "the U.S.-EU dialogue": one of two, and not who holds it. */
static bool is_side_of(const relate_t *r, const item_t *org) {
    return mark_at(r, org->last) == '-' || (org->first > 0 && mark_at(r, org->first - 1) == '-');
}

/* What kind of meeting a noun names; of an organ that is called so, its last word: ASEAN Summit. */
static const char *kind_of(const relate_t *r, span_t kind) {
    const sense_t *sense = kind.count ? lexicon_sense(r->lexicon, kind.at, CLASS_meetkind, NULL) : NULL;
    if (sense)
        return r->lexicon->kinds_of_things.at[sense->entity];
    const char *text = kind.count ? folded(r, text_of_span(r->a, kind)) : "meeting", *blank = strrchr(text, ' ');
    return blank ? blank + 1 : text;
}

static bool has_plus(const relate_t *r, const char *name) {
    if (!name)
        return false;
    const char *text = folded(r, name);
    return strstr(text, " plus") || !strncmp(text, "plus", 4);
}

static bool has_plus_token(const relate_t *r, const item_t *item) {
    for (int t = item->first; t < item->last; t++)
        if (!strncasecmp(r->a->document->text + token_at(r, t)->start, "plus", 4))
            return true;
    return false;
}

/* A Plus format as a session, unless it is an organ or organization that is called so: the ASEAN Plus Three Summit. */
static bool is_plus(const relate_t *r, const naming_t *n, const item_t *item) {
    const char *organ = n->series == NONE ? NULL : r->lexicon->series.at[n->series].name;
    const char *whole = n->organization == NONE ? NULL : r->lexicon->parties.at[n->organization].party.name;
    return has_plus_token(r, item) && !has_plus(r, organ) && !has_plus(r, whole);
}

naming_t naming_of(const relate_t *r, const item_t *item) {
    const mention_t *m = item->mention;
    naming_t n = {
        .organization = NONE, .series = NONE, .ordinal = ordinal_in(r, m), .session = joined(r, m, CAP_session)};
    const item_t *org = leaf_in(r, m->span, CLASS_org);
    n.organization = org && !is_side_of(r, org) ? lexicon_party_of(r, org) : NONE;
    n.kind = kind_of(r, mention_part(m, CAP_kind));
    n.series = series_in(r, m, n.organization);
    if (n.series == NONE)
        n.series = summit_of(r, n.organization, n.kind);
    if (n.organization == NONE && n.series != NONE)
        n.organization = r->lexicon->series.at[n.series].organization;
    n.organization = whole_of(r, n.organization);
    n.plus = is_plus(r, &n, item);
    n.topic = joined(r, m, CAP_organ);
    if (n.plus)
        n.session = "plus";
    return n;
}

/* ---- the name as the document has it, without organization ---- */

/* The organization in the name of an organ: ASEAN Summit, Assembly of the African Union, but not ASEAN-China Summit. */
static void skip_owner(const relate_t *r, const item_t *organ, bool *skip) {
    const sense_t *sense = lexicon_sense(r->lexicon, organ, CLASS_organ, NULL);
    const party_t *owner =
        sense ? &r->lexicon->parties.at[r->lexicon->series.at[sense->entity].organization].party : NULL;
    for (int first = organ->first; owner && first < organ->last; first++)
        for (int last = first + 1; last <= organ->last; last++) {
            const char *text = text_of(r->a, first, last);
            bool whole = first > organ->first || last < organ->last;
            bool joined =
                mark_at(r, last) == '-' || (first > organ->first && mark_at(r, first - 1) == '-'); /* EU-LAC */
            if (whole && !joined && (!strcasecmp(text, owner->name) || !strcmp(text, owner->code)))
                memset(skip + first - organ->first, true, (size_t)(last - first));
        }
}

/* All but one whose name is that of the meeting: the 19th East Asia Summit. */
static void skip_organizations(const relate_t *r, span_t span, const item_t *kind, bool *skip, int first) {
    for (int i = 0; i < span.count; i++) {
        const item_t *item = &span.at[i];
        if (item->mention) {
            skip_organizations(r, item->mention->span, kind, skip, first);
        } else if (is_a(r->a, item, CLASS_organ)) {
            skip_owner(r, item, skip + item->first - first);
        } else if (item != kind && is_a(r->a, item, CLASS_org) && !is_side_of(r, item) &&
                   r->lexicon->parties.at[lexicon_party_of(r, item)].parent == NONE) {
            for (int t = item->first; t < item->last; t++)
                skip[t - first] = true;
        }
    }
}

static bool is_mark(const relate_t *r, int token, const char *marks) {
    const token_t *t = &r->a->tokens.list.at[token];
    return t->shape == SHAPE_Poss || (t->end - t->start == 1 && strchr(marks, r->a->document->text[t->start]));
}

/* Articles, "of", and marks. */
bool is_filler_token(const relate_t *r, int token) {
    const token_t *t = token_at(r, token);
    if (t->shape < SHAPE_Punct && t->shape != SHAPE_Initial)
        return t->word == 'a' || is_one_of(t->word, WORD_BIT(WORD_an) | WORD_BIT(WORD_the) | WORD_BIT(WORD_of));
    const char *word = folded(r, text_of(r->a, token, token + 1));
    return !*word || !strcmp(word, "a");
}

/* The text of some of the tokens from one on. */
static const char *text_without(const relate_t *r, const bool *skip, int first, int last) {
    const token_t *tokens = r->a->tokens.list.at;
    size_t room = 1;
    for (int t = first; t < last; t++)
        room += tokens[t].end - tokens[t].start + 1;
    char *text = arena_alloc(r->arena, room), *at = text;
    for (int t = first; t < last; t++) {
        if (skip[t - first])
            continue;
        if (at > text && tokens[t].before != GLUED)
            *at++ = ' ';
        at = mempcpy(at, r->a->document->text + tokens[t].start, tokens[t].end - tokens[t].start);
    }
    *at = 0;
    return text;
}

static const char *name_text(const relate_t *r, const item_t *item) {
    int count = item->last - item->first;
    bool *skip = arena_zalloc(r->arena, (size_t)count + 1);
    skip_organizations(r, item->mention->span, mention_part(item->mention, CAP_kind).at, skip, item->first);
    for (int i = 0; i < count; i++) /* (SCO) and SCO's go whole */
        if ((i && skip[i - 1] && is_mark(r, item->first + i, ")")) || (skip[i + 1] && is_mark(r, item->first + i, "(")))
            skip[i] = true;
    int first = 0, last = count;
    while (first < last && (skip[first] || is_filler_token(r, item->first + first)))
        first++;
    while (last > first && (skip[last - 1] || is_filler_token(r, item->first + last - 1)))
        last--;
    const char *name = text_without(r, skip + first, item->first + first, item->first + last);
    return *name ? name : text_of_item(r->a, item);
}

const char *naming_text(const relate_t *r, const item_t *item, const naming_t *n) {
    span_t kind = mention_part(item->mention, CAP_kind);
    if (n->plus && n->organization != NONE)
        return arena_printf(r->arena, "%s Plus %s", r->lexicon->parties.at[n->organization].party.code,
                            kind.count ? text_of_span(r->a, kind) : "meeting");
    return name_text(r, item);
}
