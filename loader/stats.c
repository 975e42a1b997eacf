#include "stats.h"

#include <stdlib.h>
#include <string.h>

#include "analysis.h"
#include "map.h"
#include "report.h"

/* How often a rule was folded, and how many tokens that took in. */
typedef struct hits {
    long matches, tokens;
} hits_t;

/* What one thread notes. */
typedef struct watcher {
    long tokens;
    hits_t *hits[STAGES_MAX]; /* by stage and rule */
} watcher_t;

enum { RELATIONS = 7 };
static const char *const relation_names[RELATIONS] = {"offices",   "meetings",  "attendance", "speech",
                                                      "proposals", "adoptions", "membership"};

struct stats {
    const knowledge_t *knowledge;
    watcher_t *watchers; /* one for each extractor */
    int count;
    long documents, facts[RELATIONS];
    map_t *facts_of; /* by rule: facts that came of it */
    arena_t *arena;  /* of the hits and the unknowns */
    map_t *places;   /* by kind and form: in unknowns + 1 */
    LIST(unknown_t) unknowns;
};

static void watch_items(watcher_t *watcher, const analysis_t *a, const item_t *items, int count) {
    for (const item_t *item = items; item < items + count; item++) {
        const mention_t *mention = item->mention;
        if (!mention)
            continue;
        const stage_t *stage = &a->knowledge->rules.stages.at[mention->rule->stage];
        hits_t *hits = &watcher->hits[mention->rule->stage][mention->rule - stage->rules.at];
        hits->matches++;
        hits->tokens += mention->last - mention->first;
        watch_items(watcher, a, mention->span.at, mention->span.count);
    }
}

static void watch(void *watcher, const analysis_t *a) {
    ((watcher_t *)watcher)->tokens += a->tokens.list.count;
    for (int i = 0; i < a->lines.count; i++)
        watch_items(watcher, a, a->lines.at[i].items, a->lines.at[i].count);
}

/* ---- what is not understood ---- */

static void count_unknown(stats_t *stats, const unknown_t *unknown) {
    const char *key = arena_printf(stats->arena, "%s %s", unknown->kind, unknown->form);
    int64_t *place = map_at(stats->places, key, strlen(key));
    if (!*place) {
        *list_add(stats->arena, &stats->unknowns) =
            (unknown_t){.kind = unknown->kind, .form = key + strlen(unknown->kind) + 1};
        *place = stats->unknowns.count;
    }
    stats->unknowns.at[*place - 1].times += unknown->times;
}

static int by_times(const void *a, const void *b) {
    const unknown_t *x = a, *y = b;
    if (x->times != y->times)
        return x->times > y->times ? -1 : 1;
    int order = strcmp(x->form, y->form);
    return order ? order : strcmp(x->kind, y->kind);
}

static void write_unknowns(stats_t *stats, FILE *out) {
    if (stats->unknowns.count)
        qsort(stats->unknowns.at, (size_t)stats->unknowns.count, sizeof *stats->unknowns.at, by_times);
    fputs("#unknown\ttext\tlooks\ttimes\n", out);
    for (int i = 0; i < stats->unknowns.count; i++) {
        fputs("unknown\t", out);
        put_plain(stats->unknowns.at[i].form, out);
        fprintf(out, "\t%s\t%d\n", stats->unknowns.at[i].kind, stats->unknowns.at[i].times);
    }
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
    for (int i = 0; i < facts->unknowns.count; i++)
        count_unknown(stats, &facts->unknowns.at[i]);
}

/* ---- rules ---- */

static hits_t hits_of(const stats_t *stats, int stage, int rule) {
    hits_t all = {0};
    for (int i = 0; i < stats->count; i++) {
        all.matches += stats->watchers[i].hits[stage][rule].matches;
        all.tokens += stats->watchers[i].hits[stage][rule].tokens;
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
            fprintf(out, "%s\t%s\t%s:%d\t%s\t%ld\t%ld\t%ld\n", hits.matches ? "rule" : "never", rule->name, rule->file,
                    rule->line, rules->stages.at[s].name, hits.matches, hits.tokens, facts_of(stats, rule->name));
        }
    fputs("#code\tname\tfacts\n", out);
    for (int i = 0; i < rules->coded.count; i++)
        fprintf(out, "code\t%s\t%ld\n", rules->coded.at[i].name, facts_of(stats, rules->coded.at[i].name));
}

/* ---- all of it ---- */

stats_t *stats_new(const knowledge_t *knowledge, extractor_t *const *extractors, int count) {
    stats_t *stats = must_alloc(sizeof *stats);
    *stats = (stats_t){
        .knowledge = knowledge, .count = count, .facts_of = map_new(), .arena = arena_new(), .places = map_new()};
    stats->watchers = must_alloc((size_t)count * sizeof *stats->watchers);
    for (int i = 0; i < count; i++) {
        stats->watchers[i] = (watcher_t){0};
        for (int s = 0; s < knowledge->rules.stages.count; s++)
            stats->watchers[i].hits[s] =
                arena_zalloc(stats->arena, sizeof(hits_t) * (size_t)knowledge->rules.stages.at[s].rules.count);
        extractors[i]->watch = watch;
        extractors[i]->watcher = &stats->watchers[i];
    }
    return stats;
}

void stats_free(stats_t *stats) {
    if (!stats)
        return;
    free(stats->watchers);
    map_free(stats->facts_of);
    map_free(stats->places);
    arena_free(stats->arena);
    free(stats);
}

int stats_write(stats_t *stats, FILE *out) {
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
