/* One thread, the caller's, reads and stores; all threads extract. Storing keeps the order of reading.
 *
 *     feed (paths, facts or stored documents) --> slots of jobs.c --> work (any thread) --> deliver (store or write) */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "explain.h"
#include "json.h"
#include "language.h"
#include "load_parts.h"
#include "page.h"
#include "schema/identity.h"

enum { SLOTS_PER_THREAD = 8, FIRST_DOCUMENTS = 400, COMMIT_DOCUMENTS = 2500, COMMIT_SECONDS = 5 };

static volatile sig_atomic_t stopping;

static void interrupt(int signal) {
    (void)signal;
    stopping = 1;
}

int interrupted(void) {
    return stopping;
}

/* The first signal asks to stop, a second one of its kind ends the program. Reading is interrupted. */
static void watch_signals(void) {
    struct sigaction action = {.sa_handler = interrupt, .sa_flags = (int)SA_RESETHAND};
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    signal(SIGPIPE, SIG_IGN); /* a failed write is told instead */
    signal(SIGXFSZ, SIG_IGN);
}

void fail(load_t *load, status_t status, const char *name, const char *why) {
    report_clear(&load->report);
    say(name, why);
    load->status = status;
    load->stop = 1;
}

void refuse(load_t *load, const char *name, const char *why) {
    report_refuse(&load->report, name, why);
    if (load->status == STATUS_DONE)
        load->status = STATUS_REFUSED;
}

void fail_store(load_t *load) {
    fail(load, STATUS_UNUSABLE, load->options->db ? load->options->db : "memory", store_error(load->store));
}

void fail_output(load_t *load) {
    char why[LIMIT_WHY];
    snprintf(why, sizeof why, "cannot be written (%s); what was written is not complete", strerror(errno));
    fail(load, STATUS_UNUSABLE, "standard output", why);
}

/* Facts are as good as the words: if they were others before, that is told. */
static void tell_maker(const load_t *load) {
    char what[2 * LIMIT_WHY];
    const char *maker = store_other_maker(load->store);
    int all = load->options->refresh || store_older(load->store);
    if (!maker)
        return;
    snprintf(what, sizeof what, "made by %s; this is %s; %s", maker, store_maker(load->store),
             all ? "all is read anew" : "give the same words (--data), or read all anew (--refresh)");
    say(load->options->db, what);
}

static int open_store(load_t *load) {
    if (store_open(load->options->db, load->knowledge, &load->store)) {
        fail_store(load);
        return -1;
    }
    load->committed = report_clock();
    tell_maker(load);
    return 0;
}

/* The first transaction goes without a log (store.c), and would lock out who reads if it had to be written before its end:
 * it has to lie in memory. A document that is added to many touches a hundred pages, one of the first, twenty. */
static int transaction_size(load_t *load) {
    return load->commits || store_unfinished(load->store) ? COMMIT_DOCUMENTS : FIRST_DOCUMENTS;
}

static void commit_now_and_then(load_t *load) {
    if (!load->uncommitted++)
        load->enough = transaction_size(load);
    double now = report_clock();
    if (load->uncommitted < load->enough && now - load->committed < COMMIT_SECONDS)
        return;
    if (store_commit(load->store))
        fail_store(load);
    load->uncommitted = 0;
    load->committed = now;
    load->commits++;
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
    case STORED_NEW: load->report.replaced += store_older(load->store) != 0; break;
    }
    report_count(&load->report, &job->facts);
    commit_now_and_then(load);
}

static void write_job(load_t *load, const job_t *job) {
    int failed = 0;
    switch (load->options->task) {
    case TASK_FACTS: failed = fwrite(job->out->line.bytes, 1, job->out->line.size, stdout) < job->out->line.size; break;
    case TASK_EXPLAIN: failed = explain_write(&job->facts, load->knowledge, stdout); break;
    default: stats_count(load->stats, &job->facts);
    }
    if (failed)
        fail_output(load);
    else
        report_count(&load->report, &job->facts);
}

static void deliver(load_t *load, const job_t *job) {
    if (job->state == JOB_REFUSED)
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
    if (job->out)
        sheet_give_back(job->out);
    load->flight -= job->weight;
    jobs_release(load->jobs);
    return 1;
}

/* Whether a document that was taken before is in English is not asked again. */
static void work_document(const load_t *load, int thread, job_t *job, arena_t *arena) {
    const char *foreign = job->stored ? NULL : language_foreign(load->knowledge, &job->document, arena);
    if (foreign) {
        snprintf(job->why, sizeof job->why, "the text is in %s; scodb reads English", foreign);
        job->state = JOB_REFUSED;
        return;
    }
    extract(load->extractors[thread], &job->document, arena, &job->facts);
}

static void work_line(job_t *job, arena_t *arena) {
    char why[LIMIT_WHY - 32];
    if (!facts_read(job->line.bytes, job->line.size, arena, &job->facts, why, sizeof why))
        return;
    snprintf(job->why, sizeof job->why, "%s; write it anew by --facts", why);
    job->state = JOB_REFUSED;
}

/* Here, as the thread that stores has the most to do. */
static void work_digest(document_t *document, arena_t *arena) {
    char *digest = arena_alloc(arena, SHA256_DIGEST_STRING_LENGTH);
    document->digest = store_digest(document, digest);
}

static void work(void *context, int thread, void *slot) {
    const load_t *load = context;
    job_t *job = slot;
    desk_t *desk = load->desks ? &load->desks[thread] : NULL;
    arena_t *arena = desk ? desk->arena : job->arena;
    if (desk)
        arena_reset(arena);
    if (job->state == JOB_PIECE)
        read_piece(job, arena);
    if (job->state == JOB_DOCUMENT)
        work_document(load, thread, job, arena);
    else if (job->state == JOB_LINE)
        work_line(job, arena);
    if (job->state == JOB_REFUSED)
        return;
    if (desk)
        job->out = desk_write(desk, &job->facts);
    if (load->stores)
        work_digest(&job->facts.document, arena);
}

static void free_buffers(job_t *job) {
    free(job->piece.bytes.bytes);
    free(job->line.bytes);
}

/* Memory of a slot is used again, but not kept for ever after an uncommonly large document. */
static void clear_job(load_t *load, job_t *job) {
    if (job->weight > MIB) {
        free_buffers(job);
        job->piece.bytes = job->line = (buffer_t){0};
    }
    arena_reset(job->arena);
    job->line.size = job->weight = 0;
    job->out = NULL;
    job->stored = 0;
    job->replace = load->options->replace;
}

static void deliver_all(load_t *load) {
    while (!load->stop && !interrupted() && deliver_oldest(load, 1)) {
    }
}

/* Input pauses: whoever reads what is written gets all that there is. */
static void pause_run(load_t *load) {
    deliver_all(load);
    if (!load->stores && !load->stop && fflush(stdout))
        fail_output(load);
}

static void run(load_t *load, feed_t *feed, void *context) {
    feed_result_t result = FEED_NOTHING;
    while (result != FEED_END && !load->stop && !interrupted()) {
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
        } else if (result == FEED_WAIT) {
            pause_run(load);
        }
        if (!load->stop)
            deliver_oldest(load, 0); /* one: while it is stored, the others have enough to work on */
    }
    deliver_all(load);
}

static void remove_documents(load_t *load) {
    for (int i = 0; i < load->options->remove_count && !load->stop && !interrupted(); i++) {
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
    if (!load->stop && !interrupted())
        store_refreshed(load->store);
}

/* A database of an older schema becomes one of today's, or stays as it was. */
static void upgrade(load_t *load) {
    int from = store_older(load->store);
    refresh(load);
    if (load->stop || interrupted()) {
        load->report.quiet = 1; /* what was counted is taken back */
        return;
    }
    if (store_upgrade(load->store)) {
        fail_store(load);
        return;
    }
    char what[LIMIT_WHY];
    snprintf(what, sizeof what, "upgraded from schema %d to %d; documents read anew by %s: %ld", from,
             SCODB_SCHEMA_VERSION, store_maker(load->store), load->report.replaced);
    report_clear(&load->report);
    say(load->options->db, what);
    load->upgraded = 1;
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

/* Stores the corrections of this run, and reads the documents anew that need it. */
static void correct(load_t *load) {
    correct_step_t step = load->store && !store_older(load->store) && !load->stop ? CORRECT_READ : CORRECT_END;
    if (step == CORRECT_READ && correct_store(load->correct, load->store))
        fail_store(load);
    while (step != CORRECT_END && !load->stop && !interrupted()) {
        step = correct_next(load->correct, load->store);
        switch (step) {
        case CORRECT_END: break;
        case CORRECT_FAILED: fail_store(load); break;
        case CORRECT_REFUSED: refuse(load, correct_place(load->correct), correct_why(load->correct)); break;
        case CORRECT_READ: load->report.reread++; commit_now_and_then(load);
        }
    }
}

static void tell_interruption(load_t *load) {
    if (!load->options->db)
        fail(load, STATUS_UNUSABLE, "standard output", "interrupted; what was written is not complete, call again");
    else if (load->store && store_older(load->store))
        fail(load, STATUS_REFUSED, load->options->db, "interrupted; it is as it was, call again");
    else
        fail(load, STATUS_REFUSED, load->options->db,
             "interrupted; what was done so far is kept, the same call goes on from there");
}

/* What is written becomes durable. A database that is new in this form is made compact, as is any if that is asked for. */
static void finish_store(load_t *load) {
    const options_t *options = load->options;
    int is_new = load->upgraded || store_unfinished(load->store);
    int done = store_finish(load->store, (options->finish || is_new) && !interrupted());
    if (done < 0 || (done > 0 && options->finish))
        fail_store(load);
    else if (done > 0 && is_new)
        say(options->db, "not compact yet, as another program has it open; call with --finish when it is done");
}

static void finish(load_t *load) {
    if (interrupted() && load->status != STATUS_UNUSABLE)
        tell_interruption(load);
    if (load->store && !store_older(load->store) && load->status != STATUS_UNUSABLE)
        finish_store(load);
    if (load->store && correct_count(load->correct) && load->status != STATUS_UNUSABLE)
        load->report.unfit = store_unfit(load->store, &load->report.corrections);
    if (!load->stores && !load->stop && ((load->stats && stats_write(load->stats, stdout)) || fflush(stdout)))
        fail_output(load);
}

static void start(load_t *load) {
    const options_t *options = load->options;
    if (options->task == TASK_FACTS)
        setvbuf(stdout, NULL, _IONBF, 0); /* a line is written as a whole, from where it was made */
    load->extractors = must_alloc((size_t)options->jobs * sizeof *load->extractors);
    for (int i = 0; i < options->jobs; i++)
        load->extractors[i] = extractor_new(load->knowledge);
    if (options->task == TASK_FACTS)
        load->desks = must_alloc((size_t)options->jobs * sizeof *load->desks);
    for (int i = 0; load->desks && i < options->jobs; i++)
        load->desks[i] = desk_new();
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
        free_buffers(&load->slots[i]);
    }
    for (int i = 0; i < load->options->jobs; i++)
        extractor_free(load->extractors[i]);
    for (int i = 0; load->desks && i < load->options->jobs; i++)
        desk_clear(&load->desks[i]);
    free(load->desks);
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
    if (options->remove_count == 0 && !options->refresh && options->path_count > 0)
        return 0;
    fail(load, STATUS_UNUSABLE, options->db, "there is no such database; check the path");
    return -1;
}

static void run_all(load_t *load) {
    walk_skipped_t skipped = {0};
    const options_t *options = load->options;
    start(load);
    if (load->store && store_older(load->store))
        upgrade(load);
    remove_documents(load);
    if (options->refresh && !load->upgraded)
        refresh(load);
    if (options->from_facts)
        load_facts(load);
    else
        skipped = load_paths(load);
    correct(load);
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

static const knowledge_t *load_knowledge(const options_t *options) {
    char *told = NULL;
    size_t size = 0;
    FILE *errors = open_memstream(&told, &size);
    if (!errors)
        return NULL;
    const knowledge_t *knowledge = knowledge_load(options->data, options->data_count, errors);
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
    load.correct = correct_new(options, load.knowledge);
    for (int i = 0; i < options->corrections_count; i++)
        take_corrections(&load, options->corrections[i], NULL, 0);
    if (load.status != STATUS_DONE)
        load.status = STATUS_USAGE;
    else if (prepare_store(&load) == 0)
        run_all(&load);
    if (use && !load.stop && !interrupted()) {
        status_t used = use(context, load.store);
        load.status = used > load.status ? used : load.status;
    }
    store_close(load.store);
    correct_free(load.correct);
    knowledge_free(load.knowledge);
    return load.status;
}

status_t load_run(const options_t *options) {
    return run_with(options, options->db != NULL, NULL, NULL);
}

status_t load_in_memory(const options_t *options, load_use_t *use, void *context) {
    return run_with(options, 1, use, context);
}
