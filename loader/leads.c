/* Where in the text a pass has something to do: one walk over all items, so that each pass goes from one of its own to the
 * next. What an item leads to is known by its kind, or by that of its verb. */
#include "leads.h"

#include "relate.h"

const uint16_t *leads_of_kinds(lexicon_t *lexicon) {
    const struct {
        unsigned lead;
        classes_t classes;
    } leads[] = {
        {LEAD_REPORT, CLASSES_OF(CLASS_report)},
        {LEAD_PERSON, CLASSES_OF(CLASS_who, CLASS_proper, CLASS_surname, CLASS_person, CLASS_office, CLASS_anyone)},
        {LEAD_ACTION, CLASSES_OF(CLASS_action)},
        {LEAD_OFFER, CLASSES_OF(CLASS_offered, CLASS_invite, CLASS_propose, CLASS_offer, CLASS_commit, CLASS_need)},
        {LEAD_STANDING, CLASSES_OF(CLASS_standing)},
        {LEAD_CUE, CLASSES_OF(CLASS_cue)},
        {LEAD_NAME, CLASSES_OF(CLASS_who, CLASS_proper)},
        {SIGN_REF, CLASSES_OF(CLASS_who, CLASS_proper, CLASS_surname, CLASS_roles, CLASS_state, CLASS_org,
                              CLASS_meeting, CLASS_date, CLASS_place, CLASS_office, CLASS_demonym)},
        {SIGN_OFFERS, CLASSES_OF(CLASS_invite, CLASS_propose, CLASS_offer)},
        {SIGN_MODAL, CLASSES_OF(CLASS_modal)},
        {SIGN_TOLD, CLASSES_OF(CLASS_told)},
        {SIGN_ANNOUNCING, CLASSES_OF(CLASS_announcing)},
        {SIGN_REMOTE, CLASSES_OF(CLASS_remote)},
        {SIGN_BEARING, CLASSES_OF(CLASS_dayafter, CLASS_daybefore, CLASS_sameday, CLASS_apart)},
        {SIGN_THING, CLASSES_OF(CLASS_undertaking, CLASS_currency, CLASS_instrument, CLASS_organ)},
    };
    uint16_t *to = arena_zalloc(lexicon->arena, sizeof *to * (size_t)lexicon->kinds.count);
    for (int i = 0; i < lexicon->kinds.count; i++)
        for (size_t k = 0; k < sizeof leads / sizeof *leads; k++)
            if (classes_meet(lexicon->kinds.at[i].bits, leads[k].classes.bits))
                to[i] = (uint16_t)(to[i] | leads[k].lead);
    return to;
}

static void add_ref(relate_t *r, const item_t *item, int line, unsigned signs) {
    bool semicolon = r->semicolons && token_at(r, item->first)->word == ';';
    if ((signs & SIGN_REF) != 0 || semicolon)
        list_put(r->arena, &r->refs, ((item_ref_t){item, line, item->kind, semicolon}));
}

/* The refs among the items of a mention, and those inside them; the signs of all. */
static unsigned look_inside(relate_t *r, span_t span, int line) {
    unsigned all = 0;
    for (const item_t *item = span.at; item < span.at + span.count; item++) {
        unsigned signs = r->signs[item->kind];
        add_ref(r, item, line, signs);
        all |= item->mention ? signs | look_inside(r, item->mention->span, line) : signs;
    }
    return all;
}

/* Of a mention, by its kind and that of its verb, beside its signs. */
static unsigned leads_of_mention(const relate_t *r, const item_t *item, unsigned to) {
    const item_t *verb = verb_in(item);
    unsigned of_verb = verb ? r->signs[verb->kind] : 0;
    to &= ~(unsigned)LEAD_ACTION;
    if (to & LEAD_REPORT && verb && !verb->mention)
        to |= of_verb & LEAD_ACTION;
    if (of_verb & SIGN_OFFERS)
        to |= LEAD_OFFER;
    return report_mode(item) == MODE_source ? to | LEAD_SOURCE : to;
}

enum { SIGNS_INSIDE = SIGN_REMOTE | SIGN_THING }; /* that a mention takes over from what is inside it */

/* What an item leads to, and its signs. */
static unsigned leads_of(relate_t *r, const item_t *item, int line) {
    const unsigned only_mentions = LEAD_REPORT | LEAD_STANDING | LEAD_CUE | LEAD_NAME;
    unsigned signs = r->signs[item->kind];
    add_ref(r, item, line, signs);
    if (item->mention)
        return leads_of_mention(r, item, signs) | (look_inside(r, item->mention->span, line) & SIGNS_INSIDE);
    return (signs & ~only_mentions) | (!item->kind && item->shape == SHAPE_Upper ? LEAD_NAME : 0);
}

static void *by_line(const relate_t *r, size_t size) {
    return arena_zalloc(r->arena, size * ((size_t)r->a->lines.count + 1));
}

/* The items of a line that tell something, into at; returns how many. Most are words that tell nothing, but whether the
 * next one does cannot be guessed: so there is no branch. */
static int telling_items(const relate_t *r, const line_t *line, int *at) {
    const bool by_shape[SHAPE_COUNT] = {[SHAPE_Upper] = true, [SHAPE_Punct] = r->semicolons, [SHAPE_Mention] = true};
    const uint16_t *signs = r->signs;
    int count = 0;
    for (int i = 1; i + 1 < line->count; i++) {
        at[count] = i;
        count += (signs[line->items[i].kind] | by_shape[line->items[i].shape]) != 0;
    }
    return count;
}

void find_leads(relate_t *r) {
    const int lines = r->a->lines.count;
    const int most = r->a->tokens.list.count + 1; /* an item is a token at least */
    int *telling = arena_alloc(r->arena, sizeof *telling * (size_t)most);
    r->leads.at = arena_alloc(r->arena, sizeof *r->leads.at * (size_t)most);
    r->leads.room = most;
    r->semicolons = memchr(r->a->document->text, ';', r->a->document->size) != NULL;
    r->line_refs = by_line(r, sizeof *r->line_refs);
    r->line_leads = by_line(r, sizeof *r->line_leads);
    r->line_signs = by_line(r, sizeof *r->line_signs);
    r->line_things = by_line(r, sizeof *r->line_things);
    for (int n = 0; n < lines; n++) {
        const line_t *line = &r->a->lines.at[n];
        const int count = telling_items(r, line, telling);
        r->line_refs[n] = r->refs.count;
        r->line_leads[n] = r->leads.count;
        unsigned all = 0;
        int thing = 0;
        for (int k = 0; k < count; k++) {
            unsigned to = leads_of(r, &line->items[telling[k]], n);
            all |= to | (all & to & LEAD_REPORT ? SIGN_REPORTS : 0);
            thing = to & SIGN_THING ? telling[k] : thing;
            r->leads.at[r->leads.count] = (lead_t){n, telling[k], to};
            r->leads.count += (to & LEAD_ANY) != 0;
        }
        r->line_signs[n] = all;
        r->line_things[n] = thing;
    }
    r->line_refs[lines] = r->refs.count;
    r->line_leads[lines] = r->leads.count;
    r->leads.at[r->leads.count++] = (lead_t){lines, 0, 0};
    r->led = arena_alloc(r->arena, sizeof *r->led * (size_t)r->leads.count);
    r->found = arena_alloc(r->arena, sizeof *r->found * (size_t)(r->refs.count + 1));
}

int leads_to(relate_t *r, unsigned to) {
    const lead_t *leads = r->leads.at;
    const int all = r->leads.count;
    int *led = r->led, count = 0;
    for (int i = 0; i < all; i++) {
        led[count] = i;
        count += (leads[i].to & to) != 0;
    }
    return count;
}

const lead_t *lead_from(const relate_t *r, int line, int i) {
    int low = r->line_leads[line];
    PASS(low, r->line_leads[line + 1], middle, r->leads.at[middle].item < i);
    return &r->leads.at[low];
}
