/* One thread, the caller's, reads and stores; all threads extract. Storing keeps the order of reading.
 *
 *     feed (paths, facts or stored documents) --> slots of jobs.c --> work (any thread) --> deliver (store or write) */
#include "load.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "explain.h"
#include "file.h"
#include "jobs.h"
#include "json.h"
#include "metadata.h"
#include "page.h"
#include "report.h"
#include "source.h"
#include "stats.h"
#include "store.h"

enum { SLOTS_PER_THREAD = 8, COMMIT_DOCUMENTS = 1000, COMMIT_SECONDS = 5 };

/* A document on its way. */
typedef struct job {
    arena_t *arena;    /* owns what follows, but for the line */
    const char *place; /* where it came from, for messages */
    document_t document;
    buffer_t line; /* with --from-facts: what is to be read */
    size_t weight; /* bytes */
    int replace;
    facts_t facts;
    int refused;
    char why[LIMIT_WHY];
} job_t;

typedef struct load {
    const options_t *options;
    int stores; /* documents are stored, else written out */
    knowledge_t *knowledge;
    extractor_t **extractors; /* for each thread */
    job_t *slots;
    int slot_count;
    jobs_t *jobs;
    uint64_t seen;  /* bytes of the paths, of which the report knows */
    size_t flight;  /* bytes submitted and not yet delivered */
    store_t *store; /* NULL: not open; one that does not exist is created for the first document */
    int created;
    long uncommitted;
    double committed; /* when, by report_clock */
    stats_t *stats; /* NULL: not wanted */
    report_t report;
    status_t status;
    int stop;
} load_t;

/* Puts the next document into job. FEED_NOTHING: there was one that needs no work. */
typedef enum feed_result { FEED_END, FEED_JOB, FEED_NOTHING } feed_result_t;
typedef feed_result_t feed_t(load_t *load, void *context, job_t *job);

static volatile sig_atomic_t interrupted;

static void interrupt(int signal) {
    (void)signal;
    interrupted = 1;
}

/* The first signal asks to stop, a second one of its kind ends the program. Reading is interrupted. */
static void watch_signals(void) {
    struct sigaction action = {.sa_handler = interrupt, .sa_flags = (int)SA_RESETHAND};
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    signal(SIGPIPE, SIG_IGN); /* a failed write is told instead */
    signal(SIGXFSZ, SIG_IGN);
}

static void fail(load_t *load, status_t status, const char *name, const char *why) {
    report_clear(&load->report);
    say(name, why);
    load->status = status;
    load->stop = 1;
}

static void refuse(load_t *load, const char *name, const char *why) {
    report_refuse(&load->report, name, why);
    if (load->status == STATUS_DONE)
        load->status = STATUS_REFUSED;
}

static void fail_store(load_t *load) {
    fail(load, STATUS_UNUSABLE, load->options->db ? load->options->db : "memory", store_error(load->store));
}

static void fail_output(load_t *load) {
    char why[LIMIT_WHY];
    snprintf(why, sizeof why, "cannot be written (%s); what was written is not complete", strerror(errno));
    fail(load, STATUS_REFUSED, "standard output", why);
}

static int open_store(load_t *load) {
    struct stat status;
    const char *db = load->options->db;
    load->created = db && (stat(db, &status) != 0 || status.st_size == 0);
    if (store_open(load->options->db, load->knowledge, &load->store)) {
        fail_store(load);
        return -1;
    }
    load->committed = report_clock();
    return 0;
}

static void commit_now_and_then(load_t *load) {
    load->uncommitted++;
    double now = report_clock();
    if (load->uncommitted < COMMIT_DOCUMENTS && now - load->committed < COMMIT_SECONDS)
        return;
    if (store_commit(load->store))
        fail_store(load);
    load->uncommitted = 0;
    load->committed = now;
}

static void store_job(load_t *load, const job_t *job) {
    if (!load->store && open_store(load))
        return;
    stored_t stored = store_put(load->store, &job->facts, job->replace);
    switch (stored) {
    case STORE_FAILED: fail_store(load); return;
    case STORE_REFUSED: refuse(load, job->place, store_error(load->store)); return;
    case STORED_SAME: load->report.same++; return;
    case STORED_REPLACED: load->report.replaced++; break;
    case STORED_NEW: break;
    }
    report_count(&load->report, &job->facts);
    commit_now_and_then(load);
}

static void write_job(load_t *load, const job_t *job) {
    int failed = 0;
    switch (load->options->task) {
    case TASK_FACTS: failed = facts_write(&job->facts, stdout); break;
    case TASK_EXPLAIN: failed = explain_write(&job->facts, load->knowledge, stdout); break;
    default: stats_count(load->stats, &job->facts);
    }
    if (failed)
        fail_output(load);
    else
        report_count(&load->report, &job->facts);
}

static void deliver(load_t *load, const job_t *job) {
    if (job->refused)
        refuse(load, job->place, job->why);
    else if (load->stores)
        store_job(load, job);
    else
        write_job(load, job);
}

/* Delivers the oldest job if it is done, or waits until it is. Returns 0 if there was none. */
static int deliver_oldest(load_t *load, int wait) {
    job_t *job = jobs_take(load->jobs, wait);
    if (!job)
        return 0;
    deliver(load, job);
    load->flight -= job->weight;
    jobs_release(load->jobs);
    return 1;
}

static void work(void *context, int thread, void *slot) {
    const load_t *load = context;
    job_t *job = slot;
    char why[LIMIT_WHY - 32];
    if (job->line.size == 0)
        extract(load->extractors[thread], &job->document, job->arena, &job->facts);
    else if ((job->refused = facts_read(job->line.bytes, job->line.size, job->arena, &job->facts, why, sizeof why)))
        snprintf(job->why, sizeof job->why, "%s; write it anew by --facts", why);
}

/* Memory of a slot is used again, but not kept for ever after an uncommonly large document. */
static void clear_job(load_t *load, job_t *job) {
    if (job->weight > MIB) {
        arena_free(job->arena);
        job->arena = arena_new();
        free(job->line.bytes);
        job->line = (buffer_t){0};
    }
    arena_reset(job->arena);
    job->line.size = job->weight = 0;
    job->refused = 0;
    job->replace = load->options->replace;
}

static void run(load_t *load, feed_t *feed, void *context) {
    feed_result_t result = FEED_NOTHING;
    while (result != FEED_END && !load->stop && !interrupted) {
        job_t *job = jobs_free(load->jobs);
        if (!job || load->flight > LIMIT_FLIGHT) {
            deliver_oldest(load, 1);
            continue;
        }
        clear_job(load, job);
        result = feed(load, context, job);
        if (result == FEED_JOB) {
            load->flight += job->weight;
            jobs_submit(load->jobs);
        }
        while (!load->stop && deliver_oldest(load, 0)) {
        }
    }
    while (!load->stop && !interrupted && deliver_oldest(load, 1)) {
    }
}

/* Whether the document, as it is known by name and text, has to be worked on at all. */
static feed_result_t check(load_t *load, job_t *job) {
    stored_t stored = load->store ? store_check(load->store, &job->document, job->replace) : STORED_NEW;
    switch (stored) {
    case STORE_FAILED: fail_store(load); return FEED_END;
    case STORE_REFUSED: refuse(load, job->place, store_error(load->store)); return FEED_NOTHING;
    case STORED_SAME: load->report.same++; return FEED_NOTHING;
    default: return FEED_JOB;
    }
}

static feed_result_t feed_paths(load_t *load, void *context, job_t *job) {
    source_t *source = context;
    source_step_t step = source_next(source, job->arena, &job->document);
    report_progress(&load->report, source_bytes(source) - load->seen);
    load->seen = source_bytes(source);
    if (step == SOURCE_END || interrupted)
        return FEED_END;
    if (step == SOURCE_REFUSED) {
        refuse(load, source_place(source), source_why(source));
        return FEED_NOTHING;
    }
    job->place = arena_strdup(job->arena, source_place(source));
    job->weight = job->document.size;
    return check(load, job);
}

/* The files of facts on the command line. */
typedef struct facts_files {
    int next;
    const char *path;
    lines_t lines;
} facts_files_t;

/* Returns 0 if there are no more files. */
static int open_next(load_t *load, facts_files_t *files) {
    while (files->lines.fd < 0) {
        char why[LIMIT_WHY];
        if (files->next == load->options->path_count)
            return 0;
        const char *path = load->options->paths[files->next++];
        int is_stdin = strcmp(path, "-") == 0, fd = is_stdin ? STDIN_FILENO : file_open(path, why);
        files->path = is_stdin ? "standard input" : path;
        if (fd < 0)
            refuse(load, path, why);
        else
            lines_open(&files->lines, fd, LIMIT_FACTS);
    }
    return 1;
}

static feed_result_t feed_facts(load_t *load, void *context, job_t *job) {
    facts_files_t *files = context;
    char *line;
    size_t size;
    if (!open_next(load, files))
        return FEED_END;
    line_result_t result = lines_next(&files->lines, &line, &size);
    if (interrupted)
        return FEED_END;
    if (result == LINE_END || result == LINE_FAILED)
        lines_close(&files->lines);
    job->place = arena_printf(job->arena, "%s:%ld", files->path, files->lines.number);
    if (result == LINE_FAILED)
        refuse(load, job->place, "cannot be read on from here; load it again");
    if (result == LINE_TOO_LONG)
        refuse(load, job->place, "a line longer than 256 MiB; this was not written by --facts");
    if (result != LINE_READ || size == 0)
        return FEED_NOTHING;
    report_progress(&load->report, size);
    buffer_room(&job->line, size + 1);
    memcpy(job->line.bytes, line, size + 1);
    job->line.size = job->weight = size;
    return FEED_JOB;
}

static int copy_stored(void *context, const document_t *document) {
    job_t *job = context;
    job->document = metadata_copy(document, job->arena);
    return 1;
}

/* context is the name of the document before. */
static feed_result_t feed_stored(load_t *load, void *context, job_t *job) {
    buffer_t *after = context;
    int found = store_documents(load->store, after->size > 0 ? after->bytes : NULL, copy_stored, job);
    if (found < 0)
        fail_store(load);
    if (found != 1)
        return FEED_END;
    buffer_print(after, "%s", job->document.name);
    job->place = job->document.name;
    job->weight = job->document.size;
    job->replace = 1;
    report_progress(&load->report, job->weight);
    return FEED_JOB;
}

static void remove_documents(load_t *load) {
    for (int i = 0; i < load->options->remove_count && !load->stop && !interrupted; i++) {
        const char *name = load->options->remove[i];
        int removed = store_remove(load->store, name);
        if (removed < 0)
            fail_store(load);
        else if (removed == 0)
            refuse(load, name, "no document of this name is stored; scodb report overview lists them");
        else
            load->report.removed++;
    }
}

static void refresh(load_t *load) {
    buffer_t after = {0};
    run(load, feed_stored, &after);
    free(after.bytes);
}

static void load_facts(load_t *load) {
    facts_files_t files = {.lines.fd = -1};
    run(load, feed_facts, &files);
    lines_free(&files.lines);
}

static walk_skipped_t load_paths(load_t *load) {
    source_t *source = source_new(load->options->paths, load->options->path_count, load->options->encoding);
    uint64_t total = source_total(source);
    load->report.total = total > 0 ? load->report.bytes + total : 0;
    run(load, feed_paths, source);
    walk_skipped_t skipped = *source_skipped(source);
    source_free(source);
    return skipped;
}

/* What is written becomes durable; a database that this run made is packed. */
static void finish(load_t *load) {
    if (interrupted && load->status != STATUS_UNUSABLE) {
        report_clear(&load->report);
        say(load->options->db ? load->options->db : "standard output",
            "interrupted; what was done so far is kept, the same call goes on from there");
        load->status = STATUS_REFUSED;
    }
    if (load->store && load->status != STATUS_UNUSABLE && store_finish(load->store, load->created && !interrupted))
        fail_store(load);
    if (!load->stores && !load->stop && ((load->stats && stats_write(load->stats, stdout)) || fflush(stdout)))
        fail_output(load);
}

static void start(load_t *load) {
    const options_t *options = load->options;
    load->extractors = must_alloc((size_t)options->jobs * sizeof *load->extractors);
    for (int i = 0; i < options->jobs; i++)
        load->extractors[i] = extractor_new(load->knowledge);
    if (options->task == TASK_STATS)
        load->stats = stats_new(load->knowledge, load->extractors, options->jobs);
    load->slot_count = options->jobs == 1 ? 1 : options->jobs * SLOTS_PER_THREAD;
    load->slots = must_alloc((size_t)load->slot_count * sizeof *load->slots);
    for (int i = 0; i < load->slot_count; i++)
        load->slots[i] = (job_t){.arena = arena_new()};
    load->jobs = jobs_new(options->jobs, work, load, load->slots, load->slot_count, sizeof *load->slots);
}

static void end(load_t *load) {
    jobs_stop(load->jobs);
    stats_free(load->stats);
    for (int i = 0; i < load->slot_count; i++) {
        arena_free(load->slots[i].arena);
        free(load->slots[i].line.bytes);
    }
    for (int i = 0; i < load->options->jobs; i++)
        extractor_free(load->extractors[i]);
    free(load->slots);
    free(load->extractors);
}

/* A database that exists is opened first of all, so that one that cannot be used is told at once. */
static int prepare_store(load_t *load) {
    const options_t *options = load->options;
    if (!load->stores)
        return 0;
    if (!options->db || access(options->db, F_OK) == 0)
        return open_store(load);
    if (options->remove_count == 0 && !options->refresh)
        return 0;
    fail(load, STATUS_UNUSABLE, options->db, "there is no such database; check the path");
    return -1;
}

static void run_all(load_t *load) {
    walk_skipped_t skipped = {0};
    const options_t *options = load->options;
    start(load);
    remove_documents(load);
    if (options->refresh)
        refresh(load);
    if (options->from_facts)
        load_facts(load);
    else
        skipped = load_paths(load);
    finish(load);
    if (load->status != STATUS_UNUSABLE)
        report_end(&load->report, options->db, &skipped);
    end(load);
}

/* A line "place: what is wrong", told as every error is; what is indented goes on from the line before. */
static void say_fault(char *line) {
    char *what = strstr(line, ": ");
    if (*line == ' ' || !what) {
        fprintf(stderr, "%s\n", line);
        return;
    }
    char why[LIMIT_WHY];
    *what = 0;
    snprintf(why, sizeof why, "%s%s", what + 2, strchr(what + 2, ';') ? "" : "; correct it");
    say(line, why);
}

static knowledge_t *load_knowledge(const options_t *options) {
    char *told = NULL;
    size_t size = 0;
    FILE *errors = open_memstream(&told, &size);
    if (!errors)
        return NULL;
    knowledge_t *knowledge = knowledge_load(options->data, options->data_count, errors);
    fclose(errors);
    for (char *line = told, *end; (end = strchr(line, '\n')); line = end + 1) {
        *end = 0;
        say_fault(line);
    }
    free(told);
    return knowledge;
}

static status_t run_with(const options_t *options, int stores, load_use_t *use, void *context) {
    load_t load = {.options = options, .stores = stores};
    json_setup();
    page_setup();
    watch_signals();
    report_start(&load.report, options->quiet);
    load.knowledge = load_knowledge(options);
    if (!load.knowledge)
        return STATUS_USAGE;
    if (prepare_store(&load) == 0)
        run_all(&load);
    if (use && !load.stop && !interrupted) {
        status_t used = use(context, load.store);
        load.status = used > load.status ? used : load.status;
    }
    store_close(load.store);
    knowledge_free(load.knowledge);
    return load.status;
}

status_t load_run(const options_t *options) {
    return run_with(options, options->db != NULL, NULL, NULL);
}

status_t load_in_memory(const options_t *options, load_use_t *use, void *context) {
    return run_with(options, 1, use, context);
}
