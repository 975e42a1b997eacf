/* Statuses and messages. A message is made in the handle's own buffer, so that reporting needs no memory. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "private.h"

const char *scodb_strerror(int status) {
    switch (status) {
    case SCODB_OK: return "no error";
    case SCODB_ROW: return "a row is ready";
    case SCODB_DONE: return "no more rows";
    case SCODB_CANNOT_OPEN: return "the file cannot be opened";
    case SCODB_NOT_SCODB: return "not a scodb database";
    case SCODB_NEWER_SCHEMA: return "the database is newer than this library";
    case SCODB_OLDER_SCHEMA: return "the database is older than this library";
    case SCODB_DAMAGED: return "the database is damaged";
    case SCODB_NEEDS_RECOVERY: return "the database was left in the middle of a change";
    case SCODB_MISUSE: return "wrong use";
    case SCODB_NOT_FOUND: return "not found";
    case SCODB_BUSY: return "the database is being written";
    case SCODB_NO_MEMORY: return "out of memory";
    case SCODB_INTERRUPTED: return "interrupted";
    default: return "unknown status";
    }
}

/* Control characters would let data forge lines in a message. */
static void escape_controls(char *text) {
    for (; *text != '\0'; text++) {
        if ((unsigned char)*text < 0x20 || *text == 0x7f) {
            *text = '?';
        }
    }
}

int failure(scodb_t *db, int status, const char *format, ...) {
    va_list args;
    va_start(args, format);
    vsnprintf(db->message, sizeof db->message, format, args);
    va_end(args);
    escape_controls(db->message);
    db->damaged |= status == SCODB_DAMAGED;
    return db->status = status;
}

int status_of(int sqlite_code) {
    switch (sqlite_code) {
    case SQLITE_READONLY_RECOVERY:
    case SQLITE_READONLY_ROLLBACK:
    case SQLITE_READONLY_CANTINIT:
    case SQLITE_READONLY_CANTLOCK: return SCODB_NEEDS_RECOVERY;
    case SQLITE_IOERR_NOMEM: return SCODB_NO_MEMORY;
    }
    switch (sqlite_code & 0xff) {
    case SQLITE_OK: return SCODB_OK;
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
    case SQLITE_PERM:
    case SQLITE_READONLY: return SCODB_CANNOT_OPEN;
    case SQLITE_CORRUPT: return SCODB_DAMAGED;
    case SQLITE_NOTADB: return SCODB_NOT_SCODB;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL: return SCODB_BUSY;
    case SQLITE_NOMEM: return SCODB_NO_MEMORY;
    case SQLITE_INTERRUPT: return SCODB_INTERRUPTED;
    default: return SCODB_MISUSE;
    }
}

int sqlite_failed(scodb_t *db, const char *what) {
    int code = sqlite3_extended_errcode(db->sqlite);
    return failure(db, status_of(code), "%s: %s", what, sqlite3_errmsg(db->sqlite));
}

/* A file that was a database when it was opened and is none any more. */
int read_failed(scodb_t *db, const char *what) {
    int status = sqlite_failed(db, what);
    return status == SCODB_NOT_SCODB ? failure(db, SCODB_DAMAGED, "%s: the file is no database any more", what)
                                     : status;
}
