/* The pool of threads: results come in the order in which the work was put in, whoever does it. */
#include <check.h>
#include <stdlib.h>
#include <time.h>

#include "jobs.h"
#include "run_suite.h"

enum { SLOTS = 7, ITEMS = 2000 };

typedef struct item {
    int number, result, thread;
} item_t;

/* Later work is sometimes done sooner. */
static void square(void *context, int thread, void *slot) {
    item_t *item = slot;
    struct timespec pause = {0, (item->number * 7919 % 13) * 5000};
    nanosleep(&pause, NULL);
    item->result = item->number * item->number;
    item->thread = thread;
    __atomic_add_fetch((int *)context, 1, __ATOMIC_RELAXED);
}

/* Takes what is done, or waits for the oldest; expects it to be the next number. */
static int take(jobs_t *jobs, int wait, int next) {
    const item_t *item = jobs_take(jobs, wait);
    if (!item)
        return next;
    ck_assert_int_eq(item->number, next);
    ck_assert_int_eq(item->result, next * next);
    jobs_release(jobs);
    return next + 1;
}

START_TEST(keeps_the_order) {
    item_t slots[SLOTS];
    int worked = 0, threads = _i, next = 0;
    jobs_t *jobs = jobs_new(threads, square, &worked, slots, SLOTS, sizeof *slots);
    ck_assert_ptr_null(jobs_take(jobs, 1));
    for (int i = 0; i < ITEMS; i++) {
        item_t *item;
        while (!(item = jobs_free(jobs)))
            next = take(jobs, 1, next);
        *item = (item_t){.number = i};
        jobs_submit(jobs);
        next = take(jobs, 0, next);
    }
    while (next < ITEMS)
        next = take(jobs, 1, next);
    ck_assert_ptr_null(jobs_take(jobs, 1));
    ck_assert_int_eq(worked, ITEMS);
    jobs_stop(jobs);
}
END_TEST

START_TEST(stops_with_work_left) {
    item_t slots[SLOTS];
    int worked = 0;
    jobs_t *jobs = jobs_new(_i, square, &worked, slots, SLOTS, sizeof *slots);
    for (int i = 0; i < SLOTS; i++) {
        item_t *item = jobs_free(jobs);
        ck_assert_ptr_nonnull(item);
        *item = (item_t){.number = i};
        jobs_submit(jobs);
    }
    ck_assert_ptr_null(jobs_free(jobs));
    jobs_stop(jobs);
    ck_assert_int_le(worked, SLOTS);
}
END_TEST

START_TEST(works_alone_with_one_thread) {
    item_t slots[1];
    int worked = 0;
    jobs_t *jobs = jobs_new(1, square, &worked, slots, 1, sizeof *slots);
    *(item_t *)jobs_free(jobs) = (item_t){.number = 3, .thread = -1};
    jobs_submit(jobs);
    ck_assert_ptr_null(jobs_take(jobs, 0));
    const item_t *item = jobs_take(jobs, 1);
    ck_assert_int_eq(item->result, 9);
    ck_assert_int_eq(item->thread, 0);
    jobs_stop(jobs);
    jobs_stop(NULL);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("jobs");
    TCase *tests = tcase_create("jobs");
    tcase_set_timeout(tests, 60);
    tcase_add_loop_test(tests, keeps_the_order, 1, 5);
    tcase_add_loop_test(tests, stops_with_work_left, 1, 5);
    tcase_add_test(tests, works_alone_with_one_thread);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
