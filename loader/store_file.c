#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "arena.h"
#include "embedded.h"
#include "schema/identity.h"
#include "store_parts.h"

#define TEXT_OF(x) #x
#define NUMBER(x) TEXT_OF(x)

extern const embedded_t schema_parts[];

/* How every connection is set; nothing here writes to the file. Long texts waste less of pages of 2 KiB than of larger
 * ones: a fiftieth of the file. The log grows to 200 MB before what it has goes into the file: pages of indexes change in
 * each transaction, and go once for many. */
static const char SETTINGS[] =
    "PRAGMA synchronous = FULL;"
    "PRAGMA page_size = 2048;"
    "PRAGMA temp_store = MEMORY;"
    "PRAGMA cache_size = -131072;" /* KiB: what goes through the indexes of a thousand documents */
    "PRAGMA wal_autocheckpoint = 100000;"
    "PRAGMA trusted_schema = OFF;";
enum { BUSY_MS = 5000 };

static const char IDENTITY[] =
    "PRAGMA application_id = " NUMBER(SCODB_APPLICATION_ID) ";"
                                                            "PRAGMA user_version = " NUMBER(SCODB_SCHEMA_VERSION) ";";

/* Refuses what SQLite would wait for, misread or only read. *is_new: there is no file yet. */
static int check_place(store_t *store, const char *path, bool *is_new) {
    struct stat found;
    *is_new = false;
    if (!*path)
        store_fail(store, SQLITE_CANTOPEN, "an empty name for the database; give the name of a file");
    else if (!stat(path, &found)) {
        if (S_ISDIR(found.st_mode))
            store_fail(store, SQLITE_CANTOPEN, "a folder, not a database; give the name of a file in it");
        else if (!S_ISREG(found.st_mode))
            store_fail(store, SQLITE_CANTOPEN, "not a plain file; give the name of a file");
        else if (access(path, R_OK | W_OK))
            store_fail(store, SQLITE_READONLY, "cannot be written (%s); check its permissions", strerror(errno));
    } else if (errno == ENOENT)
        *is_new = true;
    else
        store_fail(store, SQLITE_CANTOPEN, "cannot be opened (%s)", strerror(errno));
    return store->rc;
}

/* The journal needs the folder. */
static int check_folder(store_t *store, const char *path) {
    const char *slash = strrchr(path, '/');
    char *folder =
        slash ? arena_strndup(store->work, path, (size_t)(slash - path) + 1) : arena_strdup(store->work, ".");
    if (access(folder, W_OK | X_OK))
        store_fail(store, SQLITE_READONLY,
                   "its folder cannot be written (%s); check that it exists and its permissions", strerror(errno));
    return store->rc;
}

static int64_t number(store_t *store, const char *sql) {
    sqlite3_stmt *statement = NULL;
    int64_t answer = 0;
    if (store->rc)
        return 0;
    if (sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL) || sqlite3_step(statement) != SQLITE_ROW)
        store_fail_sqlite(store);
    else
        answer = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return answer;
}

static bool is_empty(store_t *store) {
    return !number(store, "PRAGMA application_id") && !number(store, "PRAGMA user_version") &&
           !number(store, "SELECT count(*) FROM sqlite_schema");
}

void store_make_schema(store_t *store, int (*run_part)(store_t *store, const char *sql)) {
    run_part(store, IDENTITY);
    for (const embedded_t *part = schema_parts; part->name; part++)
        run_part(store, part->text);
    char *made = sqlite3_mprintf("INSERT INTO about VALUES ('made by', %Q)", store->maker);
    run_part(store, made);
    sqlite3_free(made);
}

/* While a database is made, its full text is left in as many pieces as there are, each of as much as a commit brings (8 MiB):
 * store_finish makes one of them all, and sets what SQLite does of itself otherwise. */
static const char PIECES[] = FULL_TEXT("documents_fts", 0, 1000, 8388608) FULL_TEXT("statements_fts", 0, 1000, 8388608);

/* Another loader may have made it meanwhile: looks again once it may write. */
static int create(store_t *store) {
    store_run(store, "BEGIN IMMEDIATE");
    if (is_empty(store)) {
        store_make_schema(store, store_run);
        store_run(store, PIECES);
    }
    store_run(store, "COMMIT");
    store_roll_back(store);
    return store->rc;
}

/* Leaves no empty file behind. Nobody else can be writing to it, unless that is why it could not be made. */
static void take_back(const store_t *store, const char *path) {
    struct stat made;
    if ((store->rc & 0xff) != SQLITE_BUSY && !lstat(path, &made) && !made.st_size)
        unlink(path);
}

/* The schema of the database, 0 if it cannot be used. */
static int check_identity(store_t *store) {
    int64_t application = number(store, "PRAGMA application_id"), version = number(store, "PRAGMA user_version");
    if (store->rc)
        return 0;
    if (application != SCODB_APPLICATION_ID)
        store_fail(store, SQLITE_NOTADB, "a database of another application; name another file");
    else if (version > SCODB_SCHEMA_VERSION)
        store_fail(store, SQLITE_NOTADB, "made by a newer version (schema %lld, this program knows %d); use that one",
                   (long long)version, SCODB_SCHEMA_VERSION);
    return store->rc ? 0 : (int)version;
}

static void find_maker(store_t *store) {
    sqlite3_stmt *found = NULL;
    const char *sql = "SELECT value FROM about WHERE key = 'made by' AND value <> ?1";
    if (!store->rc && sqlite3_prepare_v2(store->db, sql, -1, &found, NULL))
        store_fail_sqlite(store);
    if (store->rc)
        return;
    sqlite3_bind_text(found, 1, store->maker, -1, SQLITE_STATIC);
    if (next_row(store, found))
        store->other_maker = sqlite3_mprintf("%s", sqlite3_column_text(found, 0));
    sqlite3_finalize(found);
}

/* Another loader may have upgraded it meanwhile, too. */
static int upgrade(store_t *store) {
    store_run(store, "BEGIN IMMEDIATE");
    int version = check_identity(store);
    if (store->rc || version == SCODB_SCHEMA_VERSION || upgrade_begin(store, version))
        store_roll_back(store);
    return store->rc;
}

/* SQLite takes names that begin with "file:" or ":" for something else than a file, unless a folder stands before. */
static const char *plain_name(store_t *store, const char *path) {
    return *path == '/' ? path : arena_printf(store->work, "./%s", path);
}

/* A log lies beside the file: its loader was killed, or is still at it. */
static bool has_log(store_t *store, const char *path) {
    return !access(arena_printf(store->work, "%s-wal", path), F_OK);
}

int store_file_open(store_t *store, const char *path) {
    bool is_new = false;
    if (path && (check_place(store, path, &is_new) || check_folder(store, path)))
        return -1;
    bool is_logged = path && has_log(store, path); /* reading may make one */
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    if (sqlite3_open_v2(path ? plain_name(store, path) : ":memory:", &store->db, flags, NULL))
        store_fail_sqlite(store);
    else
        sqlite3_busy_timeout(store->db, BUSY_MS);
    store_run(store, SETTINGS);
    store_check_references(store, true);
    if (is_empty(store) && !store->rc && create(store) && is_new)
        take_back(store, path);
    int version = check_identity(store);
    find_maker(store);
    if (!store->rc && version != SCODB_SCHEMA_VERSION)
        upgrade(store);
    store->has_log = is_logged && !store->rc; /* else it is not ours */
    return store->rc || (!store->upgrade && store_prepare(store)) ? -1 : 0;
}
