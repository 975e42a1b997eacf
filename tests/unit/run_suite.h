/* What the main function of every unit test ends in. */
#ifndef SCODB_TESTS_RUN_SUITE_H
#define SCODB_TESTS_RUN_SUITE_H

#include <check.h>

/* Runs the suite and frees it. Returns the exit status of the test: 1 if a test failed, or if none was run. */
static inline int run_suite(Suite *suite) {
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner) > 0 || srunner_ntests_run(runner) == 0;
    srunner_free(runner);
    return failed;
}

#endif
