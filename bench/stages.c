/* Measures each stage of the loader alone, on invented readouts in memory: MB/s and ns per token.
 *
 * A stage that cannot run without those before it is measured as a difference: the chain up to and with it, less the
 * chain up to it. Passes over the texts take turns, so that a slow moment of the machine hits all stages; the figures
 * are medians of the passes. */
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "analysis.h"
#include "embedded.h"
#include "readout.h"
#include "store.h"
#include "text.h"

extern const embedded_t bench_tables[];

enum { MEASURED_MAX = 24, PASSES_MAX = 50, ALL_STAGES = 1000 };

typedef struct bench {
    const knowledge_t *knowledge;
    extractor_t *extractor;
    arena_t *arena;
    document_t *documents;
    int count;
    size_t bytes;
    uint64_t tokens; /* of one pass */
    output_t line;   /* of facts */
    const char *database;
} bench_t;

/* One pass over all documents. number: of the rules' stage up to which to go, where that matters. */
typedef void pass_t(bench_t *bench, int number);

typedef struct measured {
    char name[32];
    pass_t *pass;
    int number, less; /* less: the measurement that is contained in this one, or -1 */
    double seconds[PASSES_MAX];
} measured_t;

static void pass_text(bench_t *bench, int number) {
    (void)number;
    for (int i = 0; i < bench->count; i++)
        if (!text_is_clean(bench->documents[i].text, bench->documents[i].size))
            abort();
}

static void pass_tokens(bench_t *bench, int number) {
    (void)number;
    const lexicon_t *lexicon = &bench->knowledge->lexicon;
    bench->tokens = 0;
    for (int i = 0; i < bench->count; i++) {
        tokens_t tokens = {0};
        arena_reset(bench->arena);
        tokenize(lexicon->vocab, &lexicon->cutting, bench->documents[i].text, bench->documents[i].size, bench->arena,
                 &tokens);
        bench->tokens += (uint64_t)tokens.list.count;
    }
}

static void pass_rules(bench_t *bench, int stages) {
    for (int i = 0; i < bench->count; i++) {
        analysis_t analysis = {0};
        arena_reset(bench->arena);
        analyse(bench->extractor, &bench->documents[i], stages, bench->arena, &analysis);
    }
}

static void pass_facts(bench_t *bench, int number) {
    (void)number;
    for (int i = 0; i < bench->count; i++) {
        facts_t facts;
        arena_reset(bench->arena);
        extract(bench->extractor, &bench->documents[i], bench->arena, &facts);
    }
}

static void pass_json(bench_t *bench, int number) {
    (void)number;
    for (int i = 0; i < bench->count; i++) {
        facts_t facts;
        arena_reset(bench->arena);
        extract(bench->extractor, &bench->documents[i], bench->arena, &facts);
        facts_write(&facts, &bench->line);
    }
}

static void store_failed(const store_t *store) {
    fprintf(stderr, "stages: %s\n", store_error(store));
    exit(3);
}

static void pass_store(bench_t *bench, int number) {
    (void)number;
    store_t *store;
    unlink(bench->database);
    if (store_open(bench->database, bench->knowledge, &store) != 0)
        store_failed(store);
    for (int i = 0; i < bench->count; i++) {
        facts_t facts;
        arena_reset(bench->arena);
        extract(bench->extractor, &bench->documents[i], bench->arena, &facts);
        if (store_put(store, &facts, 0) != STORED_NEW)
            store_failed(store);
    }
    if (store_commit(store) != 0 || store_finish(store, 0) != 0)
        store_failed(store);
    store_close(store);
    unlink(bench->database);
}

static measured_t *add(measured_t *list, int *count, const char *name, pass_t *pass, int number, int less) {
    measured_t *measured = &list[(*count)++];
    snprintf(measured->name, sizeof measured->name, "%s", name);
    measured->pass = pass;
    measured->number = number;
    measured->less = less;
    return measured;
}

static int list_stages(const bench_t *bench, measured_t *list) {
    int count = 0;
    add(list, &count, "text", pass_text, 0, -1);
    add(list, &count, "tokens", pass_tokens, 0, -1);
    add(list, &count, "words", pass_rules, 0, 1);
    for (int i = 0; i < bench->knowledge->rules.stages.count && count < MEASURED_MAX - 4; i++) {
        char name[32];
        snprintf(name, sizeof name, "rules: %.24s", bench->knowledge->rules.stages.at[i].name);
        add(list, &count, name, pass_rules, i + 1, count - 1);
    }
    int facts = count;
    add(list, &count, "facts", pass_facts, 0, count - 1);
    add(list, &count, "json", pass_json, 0, facts);
    if (bench->database)
        add(list, &count, "store", pass_store, 0, facts);
    return count;
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static int by_value(const void *one, const void *other) {
    double a = *(const double *)one, b = *(const double *)other;
    return (a > b) - (a < b);
}

static double median(double *values, int count) {
    qsort(values, (size_t)count, sizeof *values, by_value);
    return values[count / 2];
}

static void show(const bench_t *bench, measured_t *list, int count, int passes) {
    double whole[MEASURED_MAX], extraction = 0;
    for (int i = 0; i < count; i++)
        whole[i] = median(list[i].seconds, passes);
    printf("%d documents, %.1f MB, %.2f M tokens, medians of %d passes, CPU time\n\n", bench->count,
           (double)bench->bytes / 1e6, (double)bench->tokens / 1e6, passes);
    printf("%-32s %10s %10s\n", "stage", "MB/s", "ns/token");
    for (int i = 0; i < count; i++) {
        double own = whole[i] - (list[i].less < 0 ? 0 : whole[list[i].less]);
        if (own * 1e9 > 0.1 * (double)bench->tokens)
            printf("%-32s %10.0f %10.1f\n", list[i].name, (double)bench->bytes / 1e6 / own,
                   own * 1e9 / (double)bench->tokens);
        else
            printf("%-32s %10s %10s\n", list[i].name, "-", "< 0.1"); /* less than what runs differ by */
        if (list[i].pass == pass_facts)
            extraction = whole[0] + whole[i];
    }
    printf("\n%-32s %10.1f %10.1f\n", "text to facts, all of it", (double)bench->bytes / 1e6 / extraction,
           extraction * 1e9 / (double)bench->tokens);
}

static void measure(bench_t *bench, int passes) {
    static measured_t list[MEASURED_MAX];
    int count = list_stages(bench, list);
    for (int pass = -1; pass < passes; pass++) { /* the first warms up and is not counted */
        for (int i = 0; i < count; i++) {
            double start = now();
            list[i].pass(bench, list[i].number);
            if (pass >= 0)
                list[i].seconds[pass] = now() - start;
        }
    }
    show(bench, list, count, passes);
}

/* Invented readouts of the generator's own sizes, about bytes in all. */
static void make_documents(bench_t *bench, size_t bytes, uint64_t seed) {
    realm_t realm;
    readout_t readout = {0};
    arena_t *arena = arena_new();
    LIST(document_t) list = {0};
    realm_open(&realm, bench_tables[0].text, seed);
    for (uint64_t i = 0; bench->bytes < bytes; i++) {
        readout_make(&realm, i, readout_size(&realm, i), &readout);
        document_t *document = list_add(arena, &list);
        *document = (document_t){.name = arena_strdup(arena, readout.id),
                                 .published = arena_strdup(arena, readout.published),
                                 .text = arena_strndup(arena, readout.text.at, readout.text.size),
                                 .size = readout.text.size};
        bench->bytes += document->size;
    }
    bench->documents = list.at; /* for as long as the program runs */
    bench->count = list.count;
    readout_free(&readout);
    realm_close(&realm);
}

int main(int argc, char **argv) {
    static const struct option names[] = {{"bytes", 1, NULL, 'b'},
                                          {"seed", 1, NULL, 's'},
                                          {"passes", 1, NULL, 'p'},
                                          {"store", 1, NULL, 'd'},
                                          {NULL, 0, NULL, 0}};
    size_t bytes = 10000000;
    uint64_t seed = 1;
    int passes = 7;
    bench_t bench = {0};
    for (int c; (c = getopt_long(argc, argv, "", names, NULL)) != -1;) {
        switch (c) {
        case 'b': bytes = strtoull(optarg, NULL, 10); break;
        case 's': seed = strtoull(optarg, NULL, 10); break;
        case 'p': passes = atoi(optarg); break;
        case 'd': bench.database = optarg; break;
        default: fputs("usage: stages [--bytes N] [--seed S] [--passes N] [--store NEW_DATABASE]\n", stderr); return 2;
        }
    }
    if (passes < 1 || passes > PASSES_MAX || (bench.database && access(bench.database, F_OK) == 0)) {
        fputs("stages: 1 to 50 passes, and a database that does not exist\n", stderr);
        return 2;
    }
    make_documents(&bench, bytes, seed);
    bench.knowledge = knowledge_load(NULL, 0, stderr);
    if (!bench.knowledge)
        return 3;
    bench.extractor = extractor_new(bench.knowledge);
    bench.arena = arena_new();
    measure(&bench, passes);
    arena_free(bench.arena);
    extractor_free(bench.extractor);
    knowledge_free(bench.knowledge);
    free(bench.line.bytes);
    return 0;
}
