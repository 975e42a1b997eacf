/* Where in the text a pass has something to do: one walk over all items, so that each pass goes from one of its own to the
 * next. */
#include "leads.h"

#include "relate.h"

static bool meets(const class_set_t *kind, classes_t classes) {
    return classes_meet(kind->bits, classes.bits);
}

const uint8_t *leads_of_kinds(lexicon_t *lexicon) {
    uint8_t *to = arena_zalloc(lexicon->arena, (size_t)lexicon->kinds.count);
    for (int i = 0; i < lexicon->kinds.count; i++) {
        const class_set_t *kind = &lexicon->kinds.at[i];
        if (meets(kind, CLASSES_OF(CLASS_report)))
            to[i] |= LEAD_REPORT;
        if (meets(kind, CLASSES_OF(CLASS_who, CLASS_proper, CLASS_surname, CLASS_person, CLASS_office, CLASS_anyone)))
            to[i] |= LEAD_PERSON;
        if (meets(kind, CLASSES_OF(CLASS_action)))
            to[i] |= LEAD_ACTION;
        if (meets(kind, CLASSES_OF(CLASS_offered, CLASS_invite, CLASS_propose, CLASS_offer, CLASS_commit, CLASS_need)))
            to[i] |= LEAD_OFFER;
        if (meets(kind, CLASSES_OF(CLASS_standing)))
            to[i] |= LEAD_STANDING;
    }
    return to;
}

/* Of a mention, by its kind and that of its verb. */
static unsigned leads_of_mention(const relate_t *r, const item_t *item, unsigned to) {
    const item_t *verb = verb_in(item);
    unsigned of_verb = verb && to & LEAD_REPORT && !verb->mention ? r->a->knowledge->leads[verb->kind] : 0;
    to = (to & ~(unsigned)LEAD_ACTION) | (of_verb & LEAD_ACTION);
    if (verb && is_any(r, verb, CLASSES_OF(CLASS_invite, CLASS_propose, CLASS_offer)))
        to |= LEAD_OFFER;
    return report_mode(item) == MODE_source ? to | LEAD_SOURCE : to;
}

void find_leads(relate_t *r) {
    const uint8_t *of_kind = r->a->knowledge->leads;
    int lines = r->a->lines.count;
    r->line_leads = arena_alloc(r->arena, sizeof *r->line_leads * ((size_t)lines + 1));
    for (int n = 0; n < lines; n++) {
        const line_t *line = &r->a->lines.at[n];
        r->line_leads[n] = r->leads.count;
        for (int i = 1; i + 1 < line->count; i++) {
            const item_t *item = &line->items[i];
            unsigned to = of_kind[item->kind];
            if (item->mention)
                to = leads_of_mention(r, item, to);
            else if (to) /* most have none */
                to &= ~(unsigned)(LEAD_REPORT | LEAD_STANDING);
            if (to)
                *list_add(r->arena, &r->leads) = (lead_t){n, i, to};
        }
    }
    r->line_leads[lines] = r->leads.count;
    *list_add(r->arena, &r->leads) = (lead_t){lines, 0, 0};
}

const lead_t *lead_from(const relate_t *r, int line, int i) {
    int low = r->line_leads[line], high = r->line_leads[line + 1];
    while (low < high) {
        int middle = (low + high) / 2;
        if (r->leads.at[middle].item < i)
            low = middle + 1;
        else
            high = middle;
    }
    return &r->leads.at[low];
}
