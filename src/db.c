/* The handle. */
#include <stdlib.h>
#include <unistd.h>

#include "private.h"

const char *scodb_version(void) {
    return SCODB_VERSION;
}

int scodb_open(const char *path, unsigned flags, scodb_t **out) {
    if (out == NULL) {
        return SCODB_MISUSE;
    }
    scodb_t *db = *out = calloc(1, sizeof *db);
    if (db == NULL) {
        return SCODB_NO_MEMORY;
    }
    db->pid = getpid();
    int status = open_guarded(db, path, flags);
    if (status != SCODB_OK) {
        sqlite3_close(db->sqlite);
        db->sqlite = NULL;
    }
    return status;
}

void destroy(scodb_t *db) {
    for (int i = 0; i < CACHE_SIZE; i++) {
        sqlite3_finalize(db->cache[i].stmt);
    }
    if (db->folder != NULL) {
        db->tokenizer.xDelete(db->folder);
    }
    sqlite3_close_v2(db->sqlite); /* waits for statements that the host made on scodb_sqlite3 */
    free(db);
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
    if (db->pid != getpid()) {
        return failure(db, SCODB_MISUSE, "the database was opened by another process; open it again in this one");
    }
    return db->damaged ? SCODB_DAMAGED : SCODB_OK; /* the message of the damage stays */
}
