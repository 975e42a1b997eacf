#include "jobs.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "arena.h"
#include "limits.h"

/* The slots are a ring: [oldest, begun) are worked on or done, [begun, filled) wait. The three only ever grow. The caller's
 * thread alone moves oldest and looks at done without the lock. */
struct jobs {
    pthread_mutex_t lock;
    pthread_cond_t filled_one, done_one;
    jobs_work_t *work;
    void *context;
    char *slots;
    int count;
    size_t size;
    unsigned long begun, filled;
    int stopping;
    atomic_ulong oldest;
    atomic_bool *done; /* for each slot */
    int threads;       /* beside the caller's */
    struct worker {
        jobs_t *jobs;
        int number;
        pthread_t thread;
    } workers[LIMIT_JOBS];
};

static void *slot_at(const jobs_t *jobs, unsigned long number) {
    return jobs->slots + (number % (unsigned long)jobs->count) * jobs->size;
}

static atomic_bool *done_at(const jobs_t *jobs, unsigned long number) {
    return &jobs->done[number % (unsigned long)jobs->count];
}

/* Works on the first slot that waits. Called, and left, with the lock held. */
static void work_on_next(jobs_t *jobs, int thread) {
    unsigned long number = jobs->begun++;
    pthread_mutex_unlock(&jobs->lock);
    jobs->work(jobs->context, thread, slot_at(jobs, number));
    pthread_mutex_lock(&jobs->lock);
    atomic_store(done_at(jobs, number), 1);
    if (number == jobs->oldest)
        pthread_cond_signal(&jobs->done_one);
}

static void *run(void *argument) {
    struct worker *worker = argument;
    jobs_t *jobs = worker->jobs;
    pthread_mutex_lock(&jobs->lock);
    while (!jobs->stopping) {
        if (jobs->begun < jobs->filled)
            work_on_next(jobs, worker->number);
        else
            pthread_cond_wait(&jobs->filled_one, &jobs->lock);
    }
    pthread_mutex_unlock(&jobs->lock);
    return NULL;
}

jobs_t *jobs_new(int threads, jobs_work_t *work, void *context, void *slots, int count, size_t size) {
    jobs_t *jobs = must_alloc(sizeof *jobs);
    *jobs = (jobs_t){.work = work, .context = context, .slots = slots, .count = count, .size = size};
    jobs->done = must_alloc((size_t)count * sizeof *jobs->done);
    pthread_mutex_init(&jobs->lock, NULL);
    pthread_cond_init(&jobs->filled_one, NULL);
    pthread_cond_init(&jobs->done_one, NULL);
    for (int i = 1; i < threads; i++) {
        struct worker *worker = &jobs->workers[jobs->threads];
        *worker = (struct worker){.jobs = jobs, .number = i};
        if (pthread_create(&worker->thread, NULL, run, worker))
            break; /* fewer threads do the same work */
        jobs->threads++;
    }
    return jobs;
}

void jobs_stop(jobs_t *jobs) {
    if (!jobs)
        return;
    pthread_mutex_lock(&jobs->lock);
    jobs->stopping = 1;
    pthread_cond_broadcast(&jobs->filled_one);
    pthread_mutex_unlock(&jobs->lock);
    for (int i = 0; i < jobs->threads; i++)
        pthread_join(jobs->workers[i].thread, NULL);
    pthread_cond_destroy(&jobs->filled_one);
    pthread_cond_destroy(&jobs->done_one);
    pthread_mutex_destroy(&jobs->lock);
    free(jobs->done);
    free(jobs);
}

void *jobs_free(jobs_t *jobs) {
    return jobs->filled - jobs->oldest < (unsigned long)jobs->count ? slot_at(jobs, jobs->filled) : NULL;
}

void jobs_submit(jobs_t *jobs) {
    pthread_mutex_lock(&jobs->lock);
    atomic_store(done_at(jobs, jobs->filled), 0);
    jobs->filled++;
    pthread_cond_signal(&jobs->filled_one);
    pthread_mutex_unlock(&jobs->lock);
}

/* Works, or waits if there is nothing left to begin, until a slot is done. */
static void wait_for(jobs_t *jobs, const atomic_bool *done) {
    pthread_mutex_lock(&jobs->lock);
    while (!atomic_load(done)) {
        if (jobs->begun < jobs->filled)
            work_on_next(jobs, 0);
        else
            pthread_cond_wait(&jobs->done_one, &jobs->lock);
    }
    pthread_mutex_unlock(&jobs->lock);
}

void *jobs_take(jobs_t *jobs, int wait) {
    if (jobs->oldest == jobs->filled)
        return NULL;
    atomic_bool *done = done_at(jobs, jobs->oldest);
    if (wait)
        wait_for(jobs, done);
    return atomic_load(done) ? slot_at(jobs, jobs->oldest) : NULL;
}

void jobs_release(jobs_t *jobs) {
    jobs->oldest++;
}
