/* Which meetings took place: every mention means one met before, or makes one where a cue says that it happened. */
#include <ctype.h>
#include <string.h>

#include "naming.h"

/* ---- which one it is ---- */

static bool says_something(const naming_t *n) {
    return n->ordinal || n->organization != NONE || *n->session || n->series != NONE;
}

/* True if a mention could mean the occasion: nothing that it says is against it. */
static bool agrees(const relate_t *r, const naming_t *n, int i) {
    const occasion_t *o = &r->occasions.at[i];
    const meeting_t *m = &r->out->meetings.at[i];
    bool same_kind = !strcmp(n->kind, o->kind) || !strcmp(n->kind, "meeting") ||
                     (!strcmp(n->kind, "session") && strcmp(o->kind, "banquet")) ||
                     (!strcmp(o->kind, "meeting") && (!strcmp(n->kind, "summit") || !strcmp(n->kind, "session")));
    if ((n->ordinal && m->ordinal && n->ordinal != m->ordinal) || (o->side_count && says_something(n)))
        return false;
    bool open =
        o->organization == NONE && !o->side_count && !m->ordinal; /* a headline may leave the organization out */
    if (n->organization != NONE && n->organization != o->organization && !(open && o->line == 0))
        return false;
    if (n->series != NONE && o->series != NONE && n->series != o->series)
        return false;
    bool whole = !*n->session && (n->ordinal || n->series != NONE); /* no session of it without a number of its own */
    if (whole && *o->session && o->series == NONE && !m->ordinal)
        return false;
    return same_kind && (!*n->session || !strcmp(n->session, o->session));
}

static bool has_article(const relate_t *r, const item_t *item) {
    int before = item->first - 1;
    return token_is(r, before, 'a') || token_is(r, before, WORD_an);
}

static int find(const relate_t *r, const naming_t *n, const item_t *item) {
    if (has_article(r, item))
        return NONE;
    if (!says_something(n) && r->current != NONE && agrees(r, n, r->current))
        return r->current;
    for (int i = 0; i < r->occasions.count; i++)
        if (agrees(r, n, i))
            return i;
    return NONE;
}

/* Whether words before the noun, beside number, session and organization, say which meeting is meant: media summit. */
static bool has_attribute(const relate_t *r, const item_t *item) {
    const mention_t *m = item->mention;
    span_t kind = mention_part(m, CAP_kind);
    int noun = kind.count ? kind.at->first : item->first, told = 0, words = 0;
    for (int i = 0; i < m->part_count; i++) {
        const part_t *part = &m->parts[i];
        if (part->span.at->first < noun && part->name != CAP_organ)
            told += part->span.at[part->span.count - 1].last - part->span.at->first;
    }
    for (int t = item->first; t < noun; t++)
        words += !is_filler_token(r, t);
    return words > told;
}

/* A heading in capitals: no way to call it in running text. */
static bool is_shouted(const char *name) {
    for (; *name; name++)
        if (islower((unsigned char)*name))
            return false;
    return true;
}

enum { REFS_BACK = 60 }; /* mentions looked back at */

/* "the Council of Heads of State", an organ of several: that of the organization named last before. */
static int owner_of_organ(const relate_t *r, const item_t *item) {
    int here = leaf_in(r, item->mention->span, CLASS_organ) ? first_ref(r, item->first) : 0;
    for (int i = here - 1; i >= 0 && here - i < REFS_BACK; i--) {
        const item_t *org = r->refs.at[i].item;
        int party = is_a(r->a, org, CLASS_org) && !org->mention ? whole_of(r, lexicon_party_of(r, org)) : NONE;
        if (party != NONE && series_in(r, item->mention, party) != NONE)
            return party;
    }
    return NONE;
}

/* "the Council of the CIS held its 5th session": the organization named before, in the same sentence. */
static int owner_of(const relate_t *r, const item_t *item, int line) {
    bool own = item->first > 0 && (token_is(r, item->first - 1, WORD_its) || token_is(r, item->first - 1, WORD_their));
    for (int i = r->line_refs[line + 1] - 1; own && i >= r->line_refs[line]; i--)
        if (r->refs.at[i].item->last <= item->first && is_a(r->a, r->refs.at[i].item, CLASS_org) &&
            !r->refs.at[i].item->mention)
            return whole_of(r, lexicon_party_of(r, r->refs.at[i].item));
    return NONE;
}

/* Whether a name tells more than another. */
static bool is_fuller(const char *name, const char *other) {
    bool shouted = is_shouted(other);
    return is_shouted(name) == shouted ? word_count(name) > word_count(other) : shouted;
}

/* Another mention of an occasion may say more of it: the fullest name stays, of mentions that are surely its own. */
static void learn(relate_t *r, int i, const naming_t *n, const item_t *item, bool sure) {
    occasion_t *o = &r->occasions.at[i];
    meeting_t *m = &r->out->meetings.at[i];
    bool own = sure && !o->side_count && r->spoken[item->first] == SPOKEN_NOT;
    const char *name = own ? naming_text(r, item, n) : NULL;
    if (own && is_fuller(name, m->name)) {
        m->name = name;
        m->evidence = evidence_of(r, item->first, item->last, item->mention->rule->name);
    }
    if (o->organization == NONE && !o->side_count && o->line == 0)
        o->organization = n->organization;
    if (n->ordinal && (r->spoken[item->first] == SPOKEN_NOT || n->plus || !has_attribute(r, item)))
        m->ordinal = n->ordinal;
    if (o->series == NONE)
        o->series = n->series;
}

static int new_occasion(relate_t *r, int line, const item_t *item, const char *name) {
    occasion_t *o = list_add(r->arena, &r->occasions);
    meeting_t *m = list_add(r->arena, &r->out->meetings);
    *o =
        (occasion_t){.organization = NONE, .series = NONE, .session = "", .kind = "meeting", .topic = "", .line = line};
    *m = (meeting_t){.name = name,
                     .organization = NONE,
                     .evidence = evidence_of(r, item->first, item->last, item->mention->rule->name)};
    return r->occasions.count - 1;
}

/* Sessions belong to the organization whose meeting the text is about. */
static int organization_of_session(const relate_t *r, const naming_t *n) {
    bool session =
        *n->session && (!strcmp(n->kind, "meeting") || !strcmp(n->kind, "session") || !strcmp(n->kind, "summit"));
    return session && r->occasions.count ? r->occasions.at[0].organization : NONE;
}

/* "the talks", "the conversation": never an occasion of their own. */
static bool has_twosided(const relate_t *r, const item_t *item) {
    span_t kind = mention_part(item->mention, CAP_kind);
    return kind.count && is_a(r->a, kind.at, CLASS_twosided) && kind.at->shape != SHAPE_Cap;
}

/* "ministerial meetings": several, none of them in particular; "talks" are one. */
static bool is_plural(const relate_t *r, const item_t *item) {
    span_t kind = mention_part(item->mention, CAP_kind);
    if (!kind.count || (r->a->document->text[token_at(r, kind.at[kind.count - 1].last - 1)->end - 1] | 0x20) != 's')
        return false;
    char *word = arena_strdup(r->arena, folded(r, text_of_span(r->a, kind)));
    word[strlen(word) - 1] = 0;
    return lexicon_entity(r->lexicon, word, CLASS_meetkind) != NONE;
}

/* Nouns that stand for each other: the session is the meeting of the council. */
static bool is_plain_kind(const char *kind) {
    return !strcmp(kind, "meeting") || !strcmp(kind, "session") || !strcmp(kind, "summit");
}

/* The last meeting named in full before a token that no verb made an occasion so far; of a kind, or of any (NULL). */
static int named_before(relate_t *r, const char *kind, int token) {
    int i = first_ref(r, token);
    for (int k = i - 1; k >= 0 && i - k < REFS_BACK; k--) {
        const item_t *full = r->refs.at[k].item;
        if (!full->mention || !is_a(r->a, full, CLASS_meeting) || r->spoken[full->first] != SPOKEN_NOT ||
            r->occasion_of_token[full->first])
            continue;
        naming_t named = naming_of(r, full);
        bool same = !kind || !strcmp(named.kind, kind) || (is_plain_kind(kind) && is_plain_kind(named.kind));
        if (same && (named.organization != NONE || named.series != NONE || named.ordinal) && !*named.session)
            return occasion_of(r, full, r->refs.at[k].line, true);
    }
    return NONE;
}

int occasion_before(relate_t *r, int token) {
    bool open = r->current == NONE || r->occasions.at[r->current].side_count;
    int found = open ? named_before(r, NULL, token) : NONE;
    return found == NONE ? r->current : found;
}

int occasion_of(relate_t *r, const item_t *item, int line, bool make) {
    if (!item->mention || !is_a(r->a, item, CLASS_meeting))
        return NONE;
    naming_t n = naming_of(r, item);
    if (n.organization == NONE)
        n.organization = owner_of(r, item, line);
    if (n.organization == NONE) {
        n.organization = owner_of_organ(r, item);
        n.series = n.organization == NONE ? n.series : series_in(r, item->mention, n.organization);
    }
    int found = r->occasion_of_token[item->first] ? r->occasion_of_token[item->first] - 1 : find(r, &n, item);
    make &= !leaf_in(r, item->mention->span, CLASS_vague) && !is_plural(r, item);
    if (found == NONE && make && !says_something(&n) && !has_article(r, item) && !has_attribute(r, item))
        found = named_before(r, n.kind, item->first);
    if (found == NONE && !says_something(&n) && has_twosided(r, item))
        found = r->current != NONE && r->occasions.at[r->current].side_count ? r->current : NONE;
    else if (found == NONE && make) {
        found = new_occasion(r, line, item, naming_text(r, item, &n));
        r->occasions.at[found].organization = n.organization == NONE ? organization_of_session(r, &n) : n.organization;
        r->occasions.at[found].session = n.session;
        r->occasions.at[found].kind = n.kind;
        r->occasions.at[found].topic = n.topic;
    }
    if (found != NONE) {
        learn(r, found, &n, item, make || n.ordinal || n.series != NONE);
        r->occasion_of_token[item->first] = found + 1;
    }
    if (found != NONE && make)
        r->current = found;
    return found;
}

static const char *short_name(const relate_t *r, int party) {
    const party_t *p = &r->out->parties.at[party];
    int known = r->known_parties.at[party], whole = whole_of(r, known);
    if (whole != known)
        return r->lexicon->parties.at[whole].party.code;
    return !strcmp(p->kind, "state") ? p->name : p->code;
}

int occasion_unnamed(relate_t *r, int line, const item_t *cue) {
    return r->current = new_occasion(r, line, cue, "meeting");
}

bool meeting_is_bare(const relate_t *r, const item_t *item) {
    naming_t n = naming_of(r, item);
    return !n.ordinal && n.organization == NONE && n.series == NONE && (!*n.session || !strcmp(n.session, "working"));
}

static bool is_side(const occasion_t *o, int party) {
    for (int i = 0; i < o->side_count; i++)
        if (o->sides[i] == party)
            return true;
    return false;
}

static bool has_sides(const occasion_t *o, const int *sides, int count) {
    for (int i = 0; i < count; i++)
        if (!is_side(o, sides[i]))
            return false;
    return o->side_count == count;
}

int occasion_among(relate_t *r, const int *sides, int count, int line, const item_t *cue) {
    const char *name = short_name(r, sides[0]);
    for (int i = 0; i < r->occasions.count; i++)
        if (has_sides(&r->occasions.at[i], sides, count)) {
            if (!r->occasions.at[i].again && line > r->occasions.at[i].line)
                r->occasions.at[i].again = line;
            return r->current = i;
        }
    for (int i = 1; i < count; i++)
        name = arena_join(r->arena, name, " - ", short_name(r, sides[i]), NULL);
    int made = new_occasion(r, line, cue, name);
    r->occasions.at[made].sides = sides;
    r->occasions.at[made].side_count = count;
    return r->current = made;
}

/* ---- identity across documents ---- */

static void add_key(relate_t *r, meeting_t *m, const char *base, const char *what) {
    *list_add(r->arena, &m->keys) = arena_join(r->arena, base, what, NULL);
}

/* The codes of the sides in the order of the alphabet. */
static const char *sides_key(const relate_t *r, const occasion_t *o) {
    const char *key = "", *last = "";
    for (int done = 0; done < o->side_count; done++) {
        const char *next = NULL;
        for (int i = 0; i < o->side_count; i++) {
            const char *code = party_code(r, o->sides[i]);
            if (strcmp(code, last) > 0 && (!next || strcmp(code, next) < 0))
                next = code;
        }
        key = arena_join(r->arena, key, *key ? "+" : "", next, NULL);
        last = next;
    }
    return key;
}

static const char *base_of(const relate_t *r, int i) {
    const occasion_t *o = &r->occasions.at[i];
    const meeting_t *m = &r->out->meetings.at[i];
    if (o->side_count)
        return sides_key(r, o);
    const char *label = o->series != NONE ? r->lexicon->series.at[o->series].label
                        : *o->topic       ? o->topic
                        : *o->session     ? o->kind
                                          : folded(r, m->name);
    return arena_join(r->arena, m->organization == NONE ? "-" : party_code(r, m->organization), "/", label,
                      *o->session ? "/" : "", o->session, NULL);
}

static void set_keys(relate_t *r, int i) {
    meeting_t *m = &r->out->meetings.at[i];
    const char *base = base_of(r, i);
    if (m->ordinal && m->organization != NONE)
        add_key(r, m, base, arena_printf(r->arena, "#%d", m->ordinal));
    if (m->date)
        add_key(r, m, base, arena_join(r->arena, "@", m->date, NULL));
    if (!m->keys.count)
        add_key(r, m, r->out->document.name, arena_printf(r->arena, ":%s.%d", base, i + 1));
}

/* The number of a meeting may stand anywhere, in somebody's words too. */
static void learn_more(relate_t *r, const item_t *item, int line) {
    occasion_of(r, item, line, false);
}

void relate_meetings_finish(relate_t *r) {
    each_item(r, CLASSES_OF(CLASS_meeting), learn_more);
    relate_settings(r);
    for (int i = 0; i < r->occasions.count; i++)
        set_keys(r, i);
}
