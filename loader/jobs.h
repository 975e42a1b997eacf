/* Work on a row of things by several threads, whose results come back in the order in which the things were put in.
 *
 *     jobs_free -> fill it -> jobs_submit    ... any thread works on it ...    jobs_take -> use it -> jobs_release
 *
 * All these calls belong to one thread, which also works while it would have to wait; so one thread needs no other. */
#ifndef SCODB_LOADER_JOBS_H
#define SCODB_LOADER_JOBS_H

#include <stddef.h>

typedef struct jobs jobs_t;

/* Works on the thing in a slot; thread counts from 0. */
typedef void jobs_work_t(void *context, int thread, void *slot);

/* slots is an array of count elements of size bytes, which the caller owns. */
jobs_t *jobs_new(int threads, jobs_work_t *work, void *context, void *slots, int count, size_t size);
void jobs_stop(jobs_t *jobs); /* lets the work that was begun end, forgets the rest, and frees jobs; NULL is allowed */

void *jobs_free(jobs_t *jobs);  /* the next slot to fill, NULL if all are in use */
void jobs_submit(jobs_t *jobs); /* hands over the slot that jobs_free gave */
void *jobs_take(jobs_t *jobs,
                int wait);       /* the oldest slot, done; NULL if there is none or, without wait, none is done */
void jobs_release(jobs_t *jobs); /* gives back the slot that jobs_take gave */

#endif
