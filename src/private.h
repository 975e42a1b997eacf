/* What the files of libscodb share. Nothing here is exported; in the static library the names carry a prefix, so that
 * they do not meet those of the host. */
#ifndef SCODB_PRIVATE_H
#define SCODB_PRIVATE_H

#include <sqlite3.h>
#include <sys/types.h>

#include "embedded.h"
#include "scodb.h"

#define failure scodbp_failure
#define sqlite_failed scodbp_sqlite_failed
#define read_failed scodbp_read_failed
#define status_of scodbp_status_of
#define usable scodbp_usable
#define destroy scodbp_destroy
#define open_file scodbp_open_file
#define open_image scodbp_open_image
#define guard_connection scodbp_guard_connection
#define guard_schema scodbp_guard_schema
#define rows_open scodbp_rows_open
#define own_sql scodbp_own_sql
#define fold scodbp_fold
#define fold_begin scodbp_fold_begin
#define fold_end scodbp_fold_end
#define sql_likeness scodbp_sql_likeness
#define sql_has_words scodbp_sql_has_words
#define sql_sha256 scodbp_sql_sha256
#define words_expression scodbp_words_expression
#define parameter_index scodbp_parameter_index
#define bind_text scodbp_bind_text
#define bind_as scodbp_bind_as

enum {
    MESSAGE_SIZE = 512,
    SQL_SIZE = 8192,     /* longest statement of ours, in bytes */
    CACHE_SIZE = 32,     /* statements kept prepared */
    COLUMNS = 64,        /* of a result, at most */
    BUSY_TIMEOUT = 5000, /* milliseconds */
};

typedef struct cached {
    sqlite3_stmt *stmt; /* NULL: free place */
    int lent;           /* 1: rows use it */
    uint64_t used;      /* when it was last taken, in cursors opened */
    char **names;        /* of its columns, in one block */
} cached_t;

typedef struct folder {
    fts5_tokenizer calls;
    Fts5Tokenizer *self; /* NULL: not made */
} folder_t;

typedef struct folded {
    size_t size, room; /* bytes: without NUL, of the array */
    char *text; /* the words in lower case without accents, a space before each and one at the end; the caller's */
} folded_t;

struct scodb {
    sqlite3 *sqlite; /* NULL: could not be opened */
    pid_t pid;       /* the process that opened it */
    char *mark;      /* a page: 1 in that process, 0 in its children if wiped is set */
    int wiped;       /* 1: this kernel clears pages in children */
    int damaged;     /* 1: damage was found; nothing more is read */
    int closed;      /* 1: scodb_close was called, rows are still open */
    int open_rows;
    int time_limit;   /* milliseconds, 0: none */
    int64_t deadline; /* of the cursor that is stepping, milliseconds of the monotonic clock */
    uint64_t cursors; /* opened so far */
    cached_t cache[CACHE_SIZE];
    folder_t letters; /* folds case and accents */
    folder_t stems;   /* and inflection, as the full-text index does */
    int status;       /* of the last failing call, which message tells of */
    char message[MESSAGE_SIZE];
};

struct scodb_rows {
    scodb_t *db;
    sqlite3_stmt *stmt;
    cached_t *cached; /* where stmt goes back to; NULL: it belongs to the rows */
    int status;       /* of the last scodb_next; SCODB_OK before the first */
    int64_t deadline; /* as db->deadline */
    char **names;     /* of the columns; the kept statement's, if it is one */
};

extern const embedded_t scodbp_schema[], scodbp_sql[]; /* schema/ and src/sql/ */
extern const scodb_report_t *const scodbp_reports[];   /* queries/, by name; ends with NULL */

/* status.c: the message of a failure. All return its status; the others translate the state of the connection, while
 * opening and later. */
int failure(scodb_t *db, int status, const char *format, ...) __attribute__((format(printf, 3, 4)));
int sqlite_failed(scodb_t *db, const char *what);
int read_failed(scodb_t *db, const char *what);
int status_of(int sqlite_code);

/* db.c: SCODB_OK if the handle can be used here and now. */
int usable(scodb_t *db);
void destroy(scodb_t *db);

/* open.c: everything between a path, or the bytes of a file, and a connection that can be trusted. */
int open_file(scodb_t *db, const char *path, unsigned flags);
int open_image(scodb_t *db, const void *image, size_t size);

/* guard.c: what makes the connection harmless. */
int guard_connection(scodb_t *db);
int guard_schema(scodb_t *db, const char *path);

/* rows.c: a cursor over one statement, whose parameters the caller binds in rows->stmt. keep: 1 for the library's own
 * statements, which stay prepared on the handle. */
int rows_open(scodb_t *db, const char *sql, int keep, scodb_rows_t **out);
const char *own_sql(const char *name); /* the text of src/sql/NAME */

/* fold.c: folds as much of text as out has room for; a code of SQLite. */
int fold(const folder_t *folder, const char *text, int size, folded_t *out);
int fold_begin(scodb_t *db);
void fold_end(scodb_t *db);

/* likeness.c, match.c, sha256.c: the SQL functions scodb_likeness(form, name), scodb_has_words(text, expression) and
 * scodb_sha256(text); the handle is their user data. */
void sql_likeness(sqlite3_context *context, int count, sqlite3_value **values);
void sql_has_words(sqlite3_context *context, int count, sqlite3_value **values);
void sql_sha256(sqlite3_context *context, int count, sqlite3_value **values);

/* words.c: what a person types as an expression of FTS5; 0, or -1 if there is no word in it or no room. */
int words_expression(const char *words, char *out, size_t room);

/* query.c, report.c: the index of a parameter given without its colon, 0 if there is none such; a copy of a text bound;
 * a value bound as its field's type says, nothing if it is NULL or empty. */
int parameter_index(sqlite3_stmt *stmt, const char *name);
int bind_text(scodb_t *db, sqlite3_stmt *stmt, int index, const char *text);
int bind_as(scodb_t *db, sqlite3_stmt *stmt, int index, const scodb_field_t *field, const char *text);

#endif
