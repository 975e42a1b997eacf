/* What the parts of a run share: load.c, which stores or writes, and load_feed.c, where its documents come from. */
#ifndef SCODB_LOADER_LOAD_PARTS_H
#define SCODB_LOADER_LOAD_PARTS_H

#include "correct.h"
#include "desk.h"
#include "file.h"
#include "jobs.h"
#include "limits.h"
#include "load.h"
#include "report.h"
#include "source.h"
#include "stats.h"

/* How far a document has come when it is handed over to be worked on. */
typedef enum job_state {
    JOB_PIECE,    /* found in a file */
    JOB_LINE,     /* a line of facts */
    JOB_DOCUMENT, /* read */
    JOB_REFUSED   /* why tells */
} job_state_t;

/* A document on its way. */
typedef struct job {
    arena_t *arena; /* owns what follows, but for the buffers */
    job_state_t state;
    const char *place; /* where it came from, for messages */
    piece_t piece;
    buffer_t line; /* with --from-facts: what is to be read */
    document_t document;
    size_t weight; /* bytes */
    int replace;
    int stored; /* read anew: what was taken once is kept */
    facts_t facts;
    sheet_t *out; /* what is to be written, NULL: nothing */
    char why[LIMIT_WHY];
} job_t;

typedef struct load {
    const options_t *options;
    int stores; /* documents are stored, else written out */
    const knowledge_t *knowledge;
    extractor_t **extractors; /* for each thread */
    desk_t *desks;            /* the same, with --facts; else NULL */
    job_t *slots;
    int slot_count;
    jobs_t *jobs;
    uint64_t seen;  /* bytes of the paths, of which the report knows */
    size_t flight;  /* bytes submitted and not yet delivered */
    store_t *store; /* NULL: not open; one that does not exist is created for the first document */
    int upgraded;
    long uncommitted, enough, commits; /* documents; how many of them make a transaction; transactions */
    double committed; /* when, by report_clock */
    stats_t *stats;   /* NULL: not wanted */
    correct_t *correct;
    report_t report;
    status_t status;
    int stop;
} load_t;

/* Puts the next document into job. FEED_NOTHING: there was one that needs no work. FEED_WAIT: the next call waits. */
typedef enum feed_result { FEED_END, FEED_JOB, FEED_NOTHING, FEED_WAIT } feed_result_t;
typedef feed_result_t feed_t(load_t *load, void *context, job_t *job);

int interrupted(void);
void fail(load_t *load, status_t status, const char *name, const char *why); /* ends the run */
void fail_store(load_t *load);
void fail_output(load_t *load);
void refuse(load_t *load, const char *name, const char *why); /* leaves a document out */

/* Reads the document of a piece into memory of arena; afterwards it is a document, or refused. */
void read_piece(job_t *job, arena_t *arena);

/* The documents of the paths, those of files of facts, and those that are stored, the next one in each call. */
feed_result_t feed_paths(load_t *load, void *source, job_t *job);
feed_result_t feed_facts(load_t *load, void *facts_files, job_t *job);
feed_result_t feed_stored(load_t *load, void *after, job_t *job);

/* A file of corrections, or one among lines of facts (NULL: none): waits for the end of the run, or is written out. */
feed_result_t take_corrections(load_t *load, const char *place, const char *line, size_t size);

/* The files of facts on the command line. */
typedef struct facts_files {
    int next;
    const char *path;
    lines_t lines;
} facts_files_t;

#endif
