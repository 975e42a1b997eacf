/* Where in the text a pass has something to do: one walk over all items, so that each pass goes from one of its own to the
 * next. */
#include "relate.h"

static const item_t *action_in(const relate_t *r, const item_t *item, const item_t *verb) {
    const item_t *action = verb && is_a(r->a, item, CLASS_report) ? verb : item;
    return !action->mention && is_a(r->a, action, CLASS_action) ? action : NULL;
}

static unsigned leads_to(const relate_t *r, const item_t *item) {
    const item_t *verb = item->mention ? verb_in(item) : NULL;
    unsigned to = action_in(r, item, verb) ? LEAD_ACTION : 0;
    if (is_any(r, item,
               CLASSES_OF(CLASS_offered, CLASS_invite, CLASS_propose, CLASS_offer, CLASS_commit, CLASS_need)) ||
        (verb && is_any(r, verb, CLASSES_OF(CLASS_invite, CLASS_propose, CLASS_offer))))
        to |= LEAD_OFFER;
    if (is_any(r, item, CLASSES_OF(CLASS_who, CLASS_proper, CLASS_surname, CLASS_person, CLASS_office, CLASS_anyone)))
        to |= LEAD_PERSON;
    if (is_report(r, item))
        to |= LEAD_REPORT;
    return to | (item->mention && is_a(r->a, item, CLASS_standing) ? LEAD_STANDING : 0);
}

void find_leads(relate_t *r) {
    const classes_t leading =
        CLASSES_OF(CLASS_offered, CLASS_invite, CLASS_propose, CLASS_offer, CLASS_commit, CLASS_need, CLASS_who,
                   CLASS_proper, CLASS_surname, CLASS_person, CLASS_office, CLASS_anyone, CLASS_action);
    r->line_leads = arena_alloc(r->arena, sizeof *r->line_leads * ((size_t)r->a->lines.count + 1));
    for (int n = 0; n < r->a->lines.count; n++) {
        const line_t *line = &r->a->lines.at[n];
        r->line_leads[n] = r->leads.count;
        for (int i = 1; i + 1 < line->count; i++) {
            const item_t *item = &line->items[i];
            unsigned to = item->kind && (item->mention || is_any(r, item, leading)) ? leads_to(r, item) : 0;
            if (to)
                *list_add(r->arena, &r->leads) = (lead_t){i, to};
        }
    }
    r->line_leads[r->a->lines.count] = r->leads.count;
}

int next_lead(const relate_t *r, const line_t *line, int i, unsigned to) {
    int low = r->line_leads[line - r->a->lines.at], end = r->line_leads[line - r->a->lines.at + 1], high = end;
    while (low < high) {
        int middle = (low + high) / 2;
        if (r->leads.at[middle].item < i)
            low = middle + 1;
        else
            high = middle;
    }
    while (low < end && !(r->leads.at[low].to & to))
        low++;
    return low < end ? r->leads.at[low].item : line->count;
}
