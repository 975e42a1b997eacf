/* From a path or an image in memory to a connection. SQLite sees a path as a URI of our own making: names like
 * "file:x", ":memory:" and "" are files of that name or errors, and nothing is ever created. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "identity.h"
#include "private.h"

enum { PATH_SIZE = 4096, URI_SIZE = 3 * PATH_SIZE + 64 }; /* bytes; in a URI every byte may take three */

/* Only a regular file of some size goes on: a pipe would block, an empty file would pass as an empty database, and what
 * an interrupted writer leaves lies beside the file itself, not beside a link to it. */
static int check_file(scodb_t *db, const char *path) {
    struct stat file;
    if (path == NULL || path[0] == '\0') {
        return failure(db, SCODB_MISUSE, "no file name was given");
    }
    if (strlen(path) >= PATH_SIZE) {
        return failure(db, SCODB_CANNOT_OPEN, "the file name is longer than %d bytes", PATH_SIZE - 1);
    }
    if (lstat(path, &file) != 0) {
        return failure(db, SCODB_CANNOT_OPEN, "%s: %s", path, strerrordesc_np(errno));
    }
    if (S_ISLNK(file.st_mode)) {
        return failure(db, SCODB_CANNOT_OPEN, "%s: a symbolic link; name the file that it points to", path);
    }
    if (!S_ISREG(file.st_mode)) {
        return failure(db, SCODB_CANNOT_OPEN, "%s: not a regular file", path);
    }
    if (file.st_size == 0) {
        return failure(db, SCODB_NOT_SCODB, "%s: the file is empty; scoload makes a database", path);
    }
    return SCODB_OK;
}

static void make_uri(const char *path, unsigned flags, char uri[URI_SIZE]) {
    static const char hex[] = "0123456789ABCDEF";
    char *end = uri + sprintf(uri, "file:%s", path[0] == '/' ? "//" : "");
    for (const unsigned char *at = (const unsigned char *)path; *at != '\0'; at++) {
        if (strchr("%?#", *at) != NULL || *at < 0x20 || *at > 0x7e) {
            *end++ = '%';
            *end++ = hex[*at >> 4];
            *end++ = hex[*at & 15];
        } else {
            *end++ = (char)*at;
        }
    }
    strcpy(end, flags & SCODB_IMMUTABLE ? "?mode=ro&immutable=1" : "?mode=ro");
}

/* What an interrupted writer leaves beside the file. */
static int leftover(const char *path, const char *suffix) {
    char name[PATH_SIZE + 16];
    struct stat file;
    snprintf(name, sizeof name, "%s%s", path, suffix);
    return lstat(name, &file) == 0 && file.st_size > 0;
}

static int needs_recovery(scodb_t *db, const char *path, const char *suffix) {
    return failure(
        db, SCODB_NEEDS_RECOVERY,
        "%s: %s%s holds a change that was interrupted; run scoload on it again, or copy both to where you may "
        "write",
        path, path, suffix);
}

static int first_read(scodb_t *db, const char *path, const char *sql, int *value) {
    sqlite3_stmt *stmt = NULL;
    if (sqlite3_prepare_v2(db->sqlite, sql, -1, &stmt, NULL) == SQLITE_OK && sqlite3_step(stmt) == SQLITE_ROW) {
        *value = sqlite3_column_int(stmt, 0);
        sqlite3_finalize(stmt);
        return SCODB_OK;
    }
    sqlite3_finalize(stmt);
    int status = status_of(sqlite3_extended_errcode(db->sqlite));
    for (const char *const *suffix = (const char *const[]){"-journal", "-wal", NULL}; *suffix != NULL; suffix++) {
        if ((status == SCODB_NEEDS_RECOVERY || status == SCODB_CANNOT_OPEN) && leftover(path, *suffix)) {
            return needs_recovery(db, path, *suffix);
        }
    }
    if (status == SCODB_NOT_SCODB) {
        return failure(db, status, "%s: not an SQLite database", path);
    }
    if ((sqlite3_errcode(db->sqlite) & 0xff) == SQLITE_READONLY) {
        return failure(db, status, "%s: in WAL mode, which needs a folder that may be written; copy it to one", path);
    }
    return sqlite_failed(db, path);
}

static int check_identity(scodb_t *db, const char *path) {
    int application = 0, version = 0;
    int status = first_read(db, path, "PRAGMA application_id", &application);
    if (status == SCODB_OK) {
        status = first_read(db, path, "PRAGMA user_version", &version);
    }
    if (status != SCODB_OK) {
        return status;
    }
    if (application != SCODB_APPLICATION_ID) {
        return failure(db, SCODB_NOT_SCODB, "%s: an SQLite database, but not one that scoload made", path);
    }
    if (version > SCODB_SCHEMA_VERSION) {
        return failure(db, SCODB_NEWER_SCHEMA, "%s: schema version %d, this scodb reads %d; use a newer scodb", path,
                       version, SCODB_SCHEMA_VERSION);
    }
    if (version < SCODB_SCHEMA_VERSION) {
        return failure(db, SCODB_OLDER_SCHEMA,
                       "%s: schema version %d, this scodb reads %d; upgrade it: scoload --db %s --refresh", path,
                       version, SCODB_SCHEMA_VERSION, path);
    }
    return SCODB_OK;
}

static int connect_as(scodb_t *db, const char *uri, int mode, const char *name) {
    mode |= SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE;
    if (sqlite3_open_v2(uri, &db->sqlite, mode, NULL) == SQLITE_OK) {
        return SCODB_OK;
    }
    return db->sqlite == NULL ? failure(db, SCODB_NO_MEMORY, "out of memory") : sqlite_failed(db, name);
}

static int connect_to(scodb_t *db, const char *path, unsigned flags) {
    char uri[URI_SIZE];
    if (flags & ~(unsigned)SCODB_IMMUTABLE) {
        return failure(db, SCODB_MISUSE, "unknown flag");
    }
    if (flags & SCODB_IMMUTABLE && (leftover(path, "-journal") || leftover(path, "-wal"))) {
        return needs_recovery(db, path, leftover(path, "-wal") ? "-wal" : "-journal");
    }
    make_uri(path, flags, uri);
    return connect_as(db, uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, path);
}

static int add_functions(scodb_t *db) {
    static const struct {
        const char *name;
        int arguments;
        void (*call)(sqlite3_context *, int, sqlite3_value **);
    } functions[] = {
        {"scodb_likeness", 2, sql_likeness}, {"scodb_has_words", 2, sql_has_words}, {"scodb_sha256", 1, sql_sha256}};
    int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, code = SQLITE_OK;
    for (size_t i = 0; i < sizeof functions / sizeof functions[0] && code == SQLITE_OK; i++) {
        code = sqlite3_create_function_v2(db->sqlite, functions[i].name, functions[i].arguments, flags, db,
                                          functions[i].call, NULL, NULL, NULL);
    }
    return code == SQLITE_OK ? SCODB_OK : sqlite_failed(db, "functions");
}

/* What a connection has to pass before anything is read for the host, and what it gets then; name: of the file. */
static int trust(scodb_t *db, const char *name) {
    int status = guard_connection(db);
    if (status == SCODB_OK) {
        status = check_identity(db, name);
    }
    if (status == SCODB_OK) {
        status = guard_schema(db, name);
    }
    if (status == SCODB_OK) {
        status = fold_begin(db);
    }
    return status == SCODB_OK ? add_functions(db) : status;
}

int open_file(scodb_t *db, const char *path, unsigned flags) {
    int status = check_file(db, path);
    if (status == SCODB_OK) {
        status = connect_to(db, path, flags);
    }
    return status == SCODB_OK ? trust(db, path) : status;
}

/* Whether the header says that changes stand in a log beside the file, which an image cannot have. */
static int is_logged(const unsigned char *image, size_t size) {
    enum { HEADER = 100, READ_VERSION = 19, WITH_LOG = 2 }; /* bytes and offset as the file format has them */
    return size >= HEADER && memcmp(image, "SQLite format 3", 16) == 0 && image[READ_VERSION] == WITH_LOG;
}

int open_image(scodb_t *db, const void *image, size_t size) {
    static const char name[] = "the image in memory";
    if (image == NULL) {
        return failure(db, SCODB_MISUSE, "no image was given");
    }
    if (size == 0) {
        return failure(db, SCODB_NOT_SCODB, "%s is empty", name);
    }
    if (is_logged(image, size)) {
        return failure(db, SCODB_CANNOT_OPEN,
                       "%s: of a database in WAL mode; run PRAGMA journal_mode = DELETE on its file first", name);
    }
    int status = connect_as(db, ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, name);
    if (status != SCODB_OK) {
        return status;
    }
    unsigned char *borrowed = (unsigned char *)image; /* READONLY: nothing is written there */
    if (sqlite3_deserialize(db->sqlite, "main", borrowed, (sqlite3_int64)size, (sqlite3_int64)size,
                            SQLITE_DESERIALIZE_READONLY) != SQLITE_OK) {
        return sqlite_failed(db, name);
    }
    return trust(db, name);
}
