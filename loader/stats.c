#include "stats.h"

#include <stdlib.h>
#include <string.h>

#include "analysis.h"
#include "map.h"
#include "report.h"

/* A name or acronym that no word explains. */
typedef struct unknown {
    const char *text, *looks; /* name, acronym */
    long times;
} unknown_t;

typedef LIST(unknown_t) unknowns_t;

/* What one thread notes. */
typedef struct watcher {
    arena_t *arena, *scratch;
    map_t *places; /* by text: in unknowns + 1 */
    unknowns_t unknowns;
    long tokens;
} watcher_t;

enum { RELATIONS = 7 };
static const char *const relation_names[RELATIONS] = {"offices",   "meetings",  "attendance", "speech",
                                                      "proposals", "adoptions", "membership"};

struct stats {
    const knowledge_t *knowledge;
    extractor_t *const *extractors;
    watcher_t *watchers;
    int count; /* of both */
    long documents, facts[RELATIONS];
    map_t *facts_of; /* by rule: facts that came of it */
};

/* ---- what is not understood ---- */

static void add_unknown(watcher_t *w, const char *text, const char *looks, long times) {
    const char *key = arena_printf(w->scratch, "%s %s", looks, text);
    int64_t *place = map_at(w->places, key, strlen(key));
    if (!*place) {
        *list_add(w->arena, &w->unknowns) = (unknown_t){arena_strdup(w->arena, text), looks, 0};
        *place = w->unknowns.count;
    }
    w->unknowns.at[*place - 1].times += times;
}

/* NULL: the item is explained, or is no name. */
static const char *looks_like(const analysis_t *a, const item_t *item) {
    if (item->mention)
        return is_a(a, item, CLASS_proper) ? "name" : NULL;
    return !item->kind && item->shape == SHAPE_Upper ? "acronym" : NULL;
}

/* The names that the document uses for its people. */
static map_t *known_people(const facts_t *facts) {
    map_t *known = map_new();
    for (int i = 0; i < facts->people.count; i++)
        for (int k = 0; k < facts->people.at[i].forms.count; k++) {
            const char *form = facts->people.at[i].forms.at[k];
            *map_at(known, form, strlen(form)) = 1;
        }
    return known;
}

static const char *in_one_line(const watcher_t *w, const char *text) {
    char *line = arena_strdup(w->scratch, text);
    for (char *c = line; (c = strpbrk(c, "\t\r\n"));)
        *c = ' ';
    return line;
}

static void watch(void *watcher, const analysis_t *a, const facts_t *facts) {
    watcher_t *w = watcher;
    map_t *known = known_people(facts);
    w->tokens += a->tokens.list.count;
    for (int i = 0; i < a->lines.count; i++)
        for (int k = 1; k + 1 < a->lines.at[i].count; k++) {
            const item_t *item = &a->lines.at[i].items[k];
            const char *looks = looks_like(a, item);
            const char *text = looks ? text_of_item(a, item) : NULL;
            if (text && !*map_at(known, text, strlen(text)))
                add_unknown(w, in_one_line(w, text), looks, 1);
        }
    map_free(known);
    arena_reset(w->scratch);
}

static int by_times(const void *a, const void *b) {
    const unknown_t *x = a, *y = b;
    if (x->times != y->times)
        return x->times > y->times ? -1 : 1;
    int order = strcmp(x->text, y->text);
    return order ? order : strcmp(x->looks, y->looks);
}

static void write_unknowns(const stats_t *stats, FILE *out) {
    watcher_t all = {.arena = arena_new(), .scratch = arena_new(), .places = map_new()};
    for (int i = 0; i < stats->count; i++)
        for (int k = 0; k < stats->watchers[i].unknowns.count; k++) {
            const unknown_t *unknown = &stats->watchers[i].unknowns.at[k];
            add_unknown(&all, unknown->text, unknown->looks, unknown->times);
        }
    if (all.unknowns.count)
        qsort(all.unknowns.at, (size_t)all.unknowns.count, sizeof *all.unknowns.at, by_times);
    fputs("#unknown\ttext\tlooks\ttimes\n", out);
    for (int i = 0; i < all.unknowns.count; i++) {
        fputs("unknown\t", out);
        put_plain(all.unknowns.at[i].text, out);
        fprintf(out, "\t%s\t%ld\n", all.unknowns.at[i].looks, all.unknowns.at[i].times);
    }
    map_free(all.places);
    arena_free(all.scratch);
    arena_free(all.arena);
}

/* ---- facts ---- */

static void count_fact(stats_t *stats, int relation, const evidence_t *evidence) {
    stats->facts[relation]++;
    ++*map_at(stats->facts_of, evidence->rule, strlen(evidence->rule));
}

void stats_count(stats_t *stats, const facts_t *facts) {
    stats->documents++;
#define COUNT(number, list)                                                                                            \
    for (int i = 0; i < facts->list.count; i++)                                                                        \
    count_fact(stats, number, &facts->list.at[i].evidence)
    COUNT(0, offices);
    COUNT(1, meetings);
    COUNT(2, attendance);
    COUNT(3, speech);
    COUNT(4, proposals);
    COUNT(5, adoptions);
    COUNT(6, membership);
#undef COUNT
}

/* ---- rules ---- */

static hits_t hits_of(const stats_t *stats, int stage, int rule) {
    hits_t all = {0};
    for (int i = 0; i < stats->count; i++) {
        hits_t hits = matcher_hits(stats->extractors[i]->matchers[stage], rule);
        all.matches += hits.matches;
        all.tokens += hits.tokens;
    }
    return all;
}

static long facts_of(const stats_t *stats, const char *rule) {
    return (long)*map_at(stats->facts_of, rule, strlen(rule));
}

static void write_rules(const stats_t *stats, FILE *out) {
    const rules_t *rules = &stats->knowledge->rules;
    fputs("#rule\tname\tplace\tstage\tmatches\ttokens\tfacts\n", out);
    for (int s = 0; s < rules->stages.count; s++)
        for (int i = 0; i < rules->stages.at[s].rules.count; i++) {
            const rule_t *rule = &rules->stages.at[s].rules.at[i];
            hits_t hits = hits_of(stats, s, i);
            fprintf(out, "%s\t%s\t%s:%d\t%s\t%llu\t%llu\t%ld\n", hits.matches ? "rule" : "never", rule->name,
                    rule->file, rule->line, rules->stages.at[s].name, (unsigned long long)hits.matches,
                    (unsigned long long)hits.tokens, facts_of(stats, rule->name));
        }
    fputs("#code\tname\tfacts\n", out);
    for (int i = 0; i < rules->coded.count; i++)
        fprintf(out, "code\t%s\t%ld\n", rules->coded.at[i].name, facts_of(stats, rules->coded.at[i].name));
}

/* ---- all of it ---- */

stats_t *stats_new(const knowledge_t *knowledge, extractor_t *const *extractors, int count) {
    stats_t *stats = must_alloc(sizeof *stats);
    *stats = (stats_t){.knowledge = knowledge, .extractors = extractors, .count = count, .facts_of = map_new()};
    stats->watchers = must_alloc((size_t)count * sizeof *stats->watchers);
    for (int i = 0; i < count; i++) {
        stats->watchers[i] = (watcher_t){.arena = arena_new(), .scratch = arena_new(), .places = map_new()};
        extractors[i]->watch = watch;
        extractors[i]->watcher = &stats->watchers[i];
    }
    return stats;
}

void stats_free(stats_t *stats) {
    if (!stats)
        return;
    for (int i = 0; i < stats->count; i++) {
        arena_free(stats->watchers[i].arena);
        arena_free(stats->watchers[i].scratch);
        map_free(stats->watchers[i].places);
    }
    free(stats->watchers);
    map_free(stats->facts_of);
    free(stats);
}

int stats_write(const stats_t *stats, FILE *out) {
    long tokens = 0;
    for (int i = 0; i < stats->count; i++)
        tokens += stats->watchers[i].tokens;
    fprintf(out, "#total\twhat\tnumber\ntotal\tdocuments\t%ld\ntotal\ttokens\t%ld\n", stats->documents, tokens);
    for (int i = 0; i < RELATIONS; i++)
        fprintf(out, "total\t%s\t%ld\n", relation_names[i], stats->facts[i]);
    write_rules(stats, out);
    write_unknowns(stats, out);
    return ferror(out) ? -1 : 0;
}
