/* What a database holds, for tests that compare databases. */
#ifndef SCODB_TESTS_STORE_CONTENT_H
#define SCODB_TESTS_STORE_CONTENT_H

char *content_of(const char *path); /* the dump of tests/sql/dump.sql; the caller frees */
void check_invariants(
    const char *path); /* fails the test if any query of tests/sql finds a row, or full text is not right */

#endif
