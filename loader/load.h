/* A run of the loader: from the command line's documents to the database, or to facts written out. */
#ifndef SCODB_LOADER_LOAD_H
#define SCODB_LOADER_LOAD_H

#include "options.h"
#include "store.h"

/* What the programs exit with. */
typedef enum status {
    STATUS_DONE,    /* everything done */
    STATUS_REFUSED, /* some documents refused, or the run was interrupted; the others are stored */
    STATUS_USAGE,   /* the command line, or the words and rules that it names, are wrong */
    STATUS_UNUSABLE /* the database cannot be used, or what is written out is not complete */
} status_t;

status_t load_run(const options_t *options);

/* Loads the paths into a database in memory, and has use read it before it goes. */
typedef status_t load_use_t(void *context, store_t *store);
status_t load_in_memory(const options_t *options, load_use_t *use, void *context);

#endif
