/* Databases for the tests of libscodb: schema/ with the rows of fixture.sql, in a folder of their own. */
#ifndef LIB_FIXTURE_H
#define LIB_FIXTURE_H

#include <check.h>
#include <sqlite3.h>

#include "scodb.h"

#include "run_suite.h"

void fixture_begin(void);                   /* makes the folder and lakes.db in it; unchecked fixture of a test case */
void fixture_end(void);                     /* removes the folder */
const char *fixture_path(const char *name); /* of a file in the folder; good until the next call but three */
void fixture_copy(const char *name);        /* lakes.db under another name */
void fixture_run(const char *name, const char *sql);
void fixture_bulk(void); /* some thousand rows more in lakes.db */
void fixture_write(const char *name, const void *bytes, size_t size);
scodb_t *fixture_open(const char *name);

/* All values of a column, each followed by a bar; fails the test unless the cursor ends well. Frees the rows. */
const char *fixture_column(scodb_rows_t *rows, const char *name);


#endif
