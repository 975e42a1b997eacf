/* The handle. */
#include <sys/mman.h>
#include <unistd.h>

#include "private.h"

const char *scodb_version(void) {
    return SCODB_VERSION;
}

/* Every call and every row asks in which process it is. getpid goes into the kernel, which takes a tenth of a point
 * look-up; a page that the kernel clears in child processes tells it for nothing. */
static void mark_process(scodb_t *db) {
    db->pid = getpid();
    db->mark = mmap(NULL, 1, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    db->wiped = db->mark != MAP_FAILED && madvise(db->mark, 1, MADV_WIPEONFORK) == 0;
    if (db->wiped) {
        *db->mark = 1;
    }
}

static int in_other_process(const scodb_t *db) {
    return db->wiped ? *db->mark == 0 : db->pid != getpid();
}

static scodb_t *make_handle(void) {
    scodb_t *db = sqlite3_malloc(sizeof *db);
    if (db != NULL) {
        *db = (scodb_t){0};
        mark_process(db);
    }
    return db;
}

/* What could not be opened stays for its message alone. */
static int opened(scodb_t *db, int status) {
    if (status != SCODB_OK) {
        sqlite3_close(db->sqlite);
        db->sqlite = NULL;
    }
    return status;
}

int scodb_open(const char *path, unsigned flags, scodb_t **out) {
    if (out == NULL) {
        return SCODB_MISUSE;
    }
    scodb_t *db = *out = make_handle();
    return db == NULL ? SCODB_NO_MEMORY : opened(db, open_file(db, path, flags));
}

int scodb_open_memory(const void *image, size_t size, scodb_t **out) {
    if (out == NULL) {
        return SCODB_MISUSE;
    }
    scodb_t *db = *out = make_handle();
    return db == NULL ? SCODB_NO_MEMORY : opened(db, open_image(db, image, size));
}

void destroy(scodb_t *db) {
    for (int i = 0; i < CACHE_SIZE; i++) {
        sqlite3_finalize(db->cache[i].stmt);
        sqlite3_free(db->cache[i].names);
    }
    fold_end(db);
    sqlite3_close_v2(db->sqlite); /* waits for statements that the host made on scodb_sqlite3 */
    munmap(db->mark, 1);
    sqlite3_free(db);
}

void scodb_close(scodb_t *db) {
    if (db == NULL) {
        return;
    }
    db->closed = 1;
    if (db->open_rows == 0) {
        destroy(db);
    }
}

const char *scodb_errmsg(const scodb_t *db) {
    return db == NULL ? scodb_strerror(SCODB_NO_MEMORY) : db->message;
}

int scodb_errcode(const scodb_t *db) {
    return db == NULL ? SCODB_NO_MEMORY : db->status;
}

struct sqlite3 *scodb_sqlite3(scodb_t *db) {
    return db == NULL ? NULL : db->sqlite;
}

void scodb_interrupt(scodb_t *db) {
    if (db != NULL && db->sqlite != NULL) {
        sqlite3_interrupt(db->sqlite);
    }
}

int usable(scodb_t *db) {
    if (db == NULL) {
        return SCODB_MISUSE;
    }
    if (db->closed || db->sqlite == NULL) {
        return failure(db, SCODB_MISUSE, "the database is not open");
    }
    if (in_other_process(db)) {
        return failure(db, SCODB_MISUSE, "the database was opened by another process; open it again in this one");
    }
    return db->damaged ? SCODB_DAMAGED : SCODB_OK; /* the message of the damage stays */
}
