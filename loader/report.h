/* What the loader tells people on standard error: refusals, one line each; a progress bar on a terminal; a summary. */
#ifndef SCODB_LOADER_REPORT_H
#define SCODB_LOADER_REPORT_H

#include "facts.h"
#include "walk.h"

enum { FACT_KINDS = 7 };

typedef struct report {
    int quiet;
    int bar;                  /* 1: standard error is a terminal, and a bar is wanted */
    int drawn;                /* a bar stands on the line */
    double started, drawn_at; /* seconds */
    uint64_t total;           /* bytes to read, 0 unknown */
    uint64_t bytes;           /* read so far */
    long done;                /* documents stored or written */
    long replaced, same, refused, removed;
    long reread; /* once more, with corrections */
    long facts[FACT_KINDS];
    int corrections, unfit; /* in the database after files of them were read, and those that fit nothing */
} report_t;

/* Writes text so that it stays on its line and cannot trouble a terminal: other bytes are shown as \xNN. */
void put_plain(const char *text, FILE *out);
void say(const char *name, const char *why); /* "scoload: name: why", one line on standard error */

double report_clock(void); /* seconds */
void report_start(report_t *report, int quiet);
void report_refuse(report_t *report, const char *name, const char *why);
void report_count(report_t *report, const facts_t *facts); /* a document is stored or written */
void report_progress(report_t *report, uint64_t bytes);    /* so many more are read; draws the bar now and then */
void report_clear(report_t *report);                       /* takes the bar away */

/* The summary; to is the database, NULL where documents were written out; skipped may be NULL. */
void report_end(report_t *report, const char *to, const walk_skipped_t *skipped);

#endif
