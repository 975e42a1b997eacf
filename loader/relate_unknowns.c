/* Names that no word explains and that are nobody's, so that words can be added where they are missing. What stands around
 * one tells what it may be. */
#include "relate.h"

/* What a name is most surely, first. */
static const char *const kinds[] = {"party", "office", "acronym", "name"};
enum { PARTY, OFFICE, ACRONYM, NAME };

/* A line in capitals, in which every word looks like an acronym. */
static bool is_loud(const relate_t *r, const line_t *line) {
    for (int i = line->first; i < line->last; i++)
        if (token_at(r, i)->shape == SHAPE_Lower)
            return false;
    return true;
}

/* The tokens of an item that may be such a name; none if it is explained. */
static span_t name_in(const relate_t *r, const item_t *item) {
    span_t none = {NULL, 0}, whole = {item, 1};
    if (!item->mention)
        return whole;
    span_t name = is_a(r->a, item, CLASS_who)      ? mention_part(item->mention, CAP_name)
                  : is_a(r->a, item, CLASS_proper) ? whole
                                                   : none;
    return name.count && !r->person_of_token[name.at->first] ? name : none;
}

/* A single word at the start of a sentence may be any. */
static bool is_any_word(const relate_t *r, const line_t *line, span_t name) {
    const item_t *first = &name.at[0];
    bool single = name.at[name.count - 1].last == first->first + 1;
    uint8_t shape = token_at(r, first->first)->shape;
    return single && (shape == SHAPE_Start || (shape == SHAPE_Upper && is_loud(r, line)));
}

/* The item before i, or behind it, with no more than "of" and an article between; NULL: there is no "of". */
static const item_t *over_of(const relate_t *r, const line_t *line, int i, int step) {
    int k = i + step;
    while (step < 0 && k > 0 && is_a(r->a, &line->items[k], CLASS_article))
        k--;
    if (k <= 0 || k + 1 >= line->count || !is_word(r, &line->items[k], WORD_of))
        return NULL;
    k += step;
    return step > 0 ? &line->items[behind_articles(r, line, k)] : &line->items[k];
}

static int kind_of(const relate_t *r, const line_t *line, int i) {
    const item_t *item = &line->items[i], *before = over_of(r, line, i, -1), *behind = over_of(r, line, i, 1);
    if (before && (is_a(r->a, before, CLASS_who) || is_a(r->a, before, CLASS_office) ||
                   is_a(r->a, before, CLASS_role) || is_a(r->a, before, CLASS_delegate)))
        return PARTY;
    if (behind && !behind->mention && (is_a(r->a, behind, CLASS_state) || is_a(r->a, behind, CLASS_org)))
        return OFFICE;
    return item->mention ? NAME : ACRONYM;
}

static const char *in_one_line(const relate_t *r, span_t name) {
    char *line = arena_strdup(r->arena, text_of_span(r->a, name));
    for (char *c = line; (c = strpbrk(c, "\t\r\n"));)
        *c = ' ';
    return line;
}

static void note(relate_t *r, span_t name, int kind) {
    const char *form = in_one_line(r, name);
    int64_t *place = map_at(r->scratch, form, strlen(form));
    if (!*place) {
        evidence_t where = evidence_of(r, name.at[0].first, name.at[name.count - 1].last, NULL);
        *list_add(r->arena, &r->out->unknowns) = (unknown_t){kinds[kind], form, 0, where.start, where.end};
        *place = r->out->unknowns.count;
    }
    unknown_t *unknown = &r->out->unknowns.at[*place - 1];
    unknown->times++;
    for (int i = 0; i < kind; i++)
        if (unknown->kind == kinds[i])
            return;
    unknown->kind = kinds[kind];
}

void relate_unknowns(relate_t *r) {
    map_clear(r->scratch);
    const int count = leads_to(r, LEAD_NAME);
    for (int i = 0; i < count; i++) {
        const lead_t *lead = &r->leads.at[r->led[i]];
        const line_t *line = &r->a->lines.at[lead->line];
        span_t name = name_in(r, &line->items[lead->item]);
        if (name.count && !is_any_word(r, line, name))
            note(r, name, kind_of(r, line, lead->item));
    }
}
