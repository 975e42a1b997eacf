#include "relate.h"

#include <stdlib.h>
#include <string.h>

evidence_t evidence_of(const relate_t *r, int first, int last, const char *rule) {
    const token_t *tokens = r->a->tokens.list.at;
    return (evidence_t){text_index_char(&r->a->index, tokens[first].start),
                        text_index_char(&r->a->index, tokens[last - 1].end), rule};
}

int party_index(relate_t *r, int lexicon_party) {
    if (lexicon_party == NONE)
        return NONE;
    if (r->party_of[lexicon_party] != NONE)
        return r->party_of[lexicon_party];
    *list_add(r->arena, &r->out->parties) = r->lexicon->parties.at[lexicon_party].party;
    *list_add(r->arena, &r->known_parties) = lexicon_party;
    return r->party_of[lexicon_party] = r->out->parties.count - 1;
}

int party_group(relate_t *r) {
    if (r->group == NONE) {
        *list_add(r->arena, &r->out->parties) = (party_t){.kind = "group", .code = "group"};
        *list_add(r->arena, &r->known_parties) = NONE;
        r->group = r->out->parties.count - 1;
    }
    return r->group;
}

int lexicon_party_of(const relate_t *r, const item_t *item) {
    static const class_id_t naming[] = {CLASS_state, CLASS_demonym, CLASS_org};
    if (item->mention || !is_any(r, item, CLASSES_OF(CLASS_state, CLASS_demonym, CLASS_org)))
        return NONE;
    for (size_t i = 0; i < sizeof naming / sizeof *naming; i++) {
        const sense_t *sense = is_a(r->a, item, naming[i]) ? lexicon_sense(r->lexicon, item, naming[i], NULL) : NULL;
        if (sense)
            return sense->entity;
    }
    return NONE;
}

const char *party_code(const relate_t *r, int party) {
    return party == NONE ? NULL : r->out->parties.at[party].code;
}

const char *folded(const relate_t *r, const char *text) {
    return lexicon_fold(r->lexicon, text, false, r->arena);
}

const char *set_of(const item_t *item, const char *key) {
    return item->mention ? rule_property(item->mention->rule, key) : NULL;
}

bool is_undone(const relate_t *r, const line_t *line, int i) {
    for (int k = i - 1; k > 0 && i - k < 4; k--)
        if (is_a(r->a, &line->items[k], CLASS_negation))
            return true;
    for (int k = i + 1; k + 1 < line->count && k - i < 3; k++)
        if (is_a(r->a, &line->items[k], CLASS_undone))
            return true;
    return false;
}

/* A verb that is wished or planned: will sign, to sign. */
static bool is_ahead(const relate_t *r, const line_t *line, int i) {
    const item_t *before = &line->items[i - 1];
    while (before->shape != SHAPE_Begin && is_a(r->a, before, CLASS_adverb))
        before--;
    return is_a(r->a, before, CLASS_modal) || is_word(r, before, WORD_to) || is_a(r->a, before, CLASS_commit);
}

const item_t *leaf_in(const relate_t *r, span_t span, unsigned class) {
    for (int i = 0; i < span.count; i++) {
        const item_t *inner = span.at[i].mention ? leaf_in(r, span.at[i].mention->span, class) : NULL;
        if (inner || (!span.at[i].mention && is_a(r->a, &span.at[i], class)))
            return inner ? inner : &span.at[i];
    }
    return NULL;
}

int behind_articles(const relate_t *r, const line_t *line, int i) {
    while (is_a(r->a, &line->items[i], CLASS_article))
        i++;
    return i;
}

int before_auxiliaries(const relate_t *r, const line_t *line, int i, int stop) {
    int k = i - 1;
    while (k > stop && (is_a(r->a, &line->items[k], CLASS_adverb) || is_a(r->a, &line->items[k], CLASS_have)))
        k--;
    return k;
}

int first_ref(const relate_t *r, int token) {
    int low = 0;
    PASS(low, r->refs.count, middle, r->refs.at[middle].item->first < token);
    return low;
}

int item_of_token(const line_t *line, int token) {
    int low = 1;
    PASS(low, line->count - 2, middle, line->items[middle].last <= token);
    return low;
}

int word_count(const char *text) {
    int count = *text != 0;
    for (; *text; text++)
        count += *text == ' ';
    return count;
}

const item_t *verb_of_action(const relate_t *r, const line_t *line, int i, bool *passive) {
    static const uint64_t forms_of_be =
        WORD_BIT(WORD_was) | WORD_BIT(WORD_were) | WORD_BIT(WORD_been) | WORD_BIT(WORD_is) | WORD_BIT(WORD_are);
    const item_t *item = &line->items[i];
    if (is_a(r->a, item, CLASS_report) && verb_in(item))
        item = verb_in(item);
    if (item->mention || !is_a(r->a, item, CLASS_action) || is_undone(r, line, i) || is_ahead(r, line, i))
        return NULL;
    bool more = item->last > item->first + 1; /* was signed */
    *passive =
        is_a(r->a, &line->items[i - 1], CLASS_be) || (more && is_one_of(token_at(r, item->first)->word, forms_of_be));
    return item;
}

/* Without a branch: which refs are some cannot be guessed. */
int find_refs(relate_t *r, classes_t classes, bool semicolons) {
    const classes_t *by_kind = r->a->classes;
    const item_ref_t *refs = r->refs.at;
    const int all = r->refs.count;
    int *found = r->found, count = 0;
    for (int i = 0; i < all; i++) {
        found[count] = i;
        count += classes_meet(by_kind[refs[i].kind].bits, classes.bits) | (refs[i].semicolon & semicolons);
    }
    return count;
}

void each_item(relate_t *r, classes_t classes, visit_t *visit) {
    const int count = find_refs(r, classes, false);
    for (int i = 0; i < count; i++)
        visit(r, r->refs.at[r->found[i]].item, r->refs.at[r->found[i]].line);
}

void add_form(const relate_t *r, strings_t *forms, const char *form) {
    for (int i = 0; i < forms->count; i++)
        if (!strcmp(forms->at[i], form))
            return;
    *list_add(r->arena, forms) = form;
}

/* Every state and organization that the text names is a party of the document. */
static void note_party(relate_t *r, const item_t *item, int line) {
    (void)line;
    if (item->mention)
        return;
    int party = party_index(r, lexicon_party_of(r, item));
    add_form(r, &r->out->parties.at[party].forms, text_of_item(r->a, item));
}

static int by_bytes(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool is_before(const char *one, const char *other) {
    return *one == *other ? strcmp(one, other) < 0 : (unsigned char)*one < (unsigned char)*other;
}

enum { FEW = 16 };

void sort_strings(strings_t *list) {
    if (list->count > FEW)
        qsort(list->at, (size_t)list->count, sizeof *list->at, by_bytes);
    for (int i = 1; i < list->count && list->count <= FEW; i++) { /* each to its place takes less than qsort */
        const char *text = list->at[i];
        int place = i;
        for (; place > 0 && is_before(text, list->at[place - 1]); place--)
            list->at[place] = list->at[place - 1];
        list->at[place] = text;
    }
}

static void copy_sentences(relate_t *r) {
    for (int i = 0; i < r->a->lines.count; i++) {
        const line_t *line = &r->a->lines.at[i];
        evidence_t place = evidence_of(r, line->first, line->last, NULL);
        *list_add(r->arena, &r->out->sentences) = (sentence_t){place.start, place.end, line->paragraph};
    }
}

void extract(extractor_t *extractor, const document_t *document, arena_t *arena, facts_t *out) {
    analysis_t a;
    analyse(extractor, document, extractor->knowledge->rules.stages.count, arena, &a);
    if (extractor->watch)
        extractor->watch(extractor->watcher, &a);
    *out = (facts_t){.arena = arena, .document = *document};
    relate_t r = {.a = &a,
                  .lexicon = a.lexicon,
                  .arena = arena,
                  .out = out,
                  .name_numbers = extractor->names,
                  .scratch = extractor->scratch,
                  .signs = extractor->knowledge->leads,
                  .forward = extractor->forward,
                  .group = NONE,
                  .current = NONE,
                  .party_spoken = NONE};
    r.party_of = arena_alloc(arena, sizeof(int) * (size_t)(a.lexicon->parties.count + 1));
    memset(r.party_of, NONE, sizeof(int) * (size_t)a.lexicon->parties.count); /* NONE is all ones */
    r.person_of_token = arena_zalloc(arena, sizeof(int) * (size_t)(a.tokens.list.count + 1));
    r.occasion_of_token = arena_zalloc(arena, sizeof(int) * (size_t)(a.tokens.list.count + 1));
    r.statement_of_token = arena_zalloc(arena, sizeof(int) * (size_t)(a.tokens.list.count + 1));
    r.edges = arena_zalloc(arena, (size_t)a.tokens.list.count + 1);
    r.spoken = arena_zalloc(arena, (size_t)a.tokens.list.count + 1);
    map_clear(r.name_numbers);
    copy_sentences(&r);
    relate_date_line(&r);
    find_leads(&r);
    relate_today(&r);
    each_item(&r, CLASSES_OF(CLASS_state, CLASS_org), note_party);
    relate_people(&r);
    relate_speech(&r);
    relate_attendance(&r);
    relate_proposals(&r);
    relate_adoptions(&r);
    relate_membership(&r);
    relate_meetings_finish(&r);
    relate_keys(&r);
    relate_unknowns(&r);
    for (int i = 0; i < out->parties.count; i++)
        sort_strings(&out->parties.at[i].forms);
    for (int i = 0; i < out->people.count; i++)
        sort_strings(&out->people.at[i].forms);
}
