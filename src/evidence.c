/* From the id of a fact to its passage. */
#include <stdlib.h>
#include <string.h>

#include "private.h"

typedef struct citation {
    const char *document, *kind; /* not NUL-terminated */
    size_t document_size, kind_size;
    long long start, end, twin;
} citation_t;

/* Digits at *at up to one of the characters in stops, which is skipped ('\0' is always one); -1 if it is no number. */
static long long read_number(const char **at, char stop) {
    char *end;
    if (**at < '0' || **at > '9') {
        return -1;
    }
    long long number = strtoll(*at, &end, 10);
    if (*end != stop && *end != '\0') {
        return -1;
    }
    *at = *end == '\0' ? end : end + 1;
    return number;
}

/* document:kind:start-end[.n], read from the right, because the name of a document may hold a colon. */
static int read_citation(const char *text, citation_t *out) {
    const char *numbers = strrchr(text, ':');
    if (numbers == NULL) {
        return -1;
    }
    const char *kind = numbers;
    while (kind > text && kind[-1] != ':') {
        kind--;
    }
    if (kind < text + 2) {
        return -1;
    }
    *out = (citation_t){.document = text,
                        .document_size = (size_t)(kind - 1 - text),
                        .kind = kind,
                        .kind_size = (size_t)(numbers - kind)};
    const char *at = numbers + 1;
    out->start = read_number(&at, '-');
    out->end = read_number(&at, '.');
    out->twin = at[-1] == '.' ? read_number(&at, '\0') : 1;
    return out->start < 0 || out->end < 0 || out->twin < 1 ? -1 : 0;
}

static int parameter(scodb_rows_t *rows, const char *name) {
    return sqlite3_bind_parameter_index(rows->stmt, name);
}

static int bind_passage(scodb_rows_t *rows, const citation_t *cited) {
    if (sqlite3_bind_text64(rows->stmt, parameter(rows, ":kind"), cited->kind, cited->kind_size, SQLITE_TRANSIENT,
                            SQLITE_UTF8) != SQLITE_OK) {
        return failure(rows->db, SCODB_NO_MEMORY, "out of memory");
    }
    sqlite3_bind_int64(rows->stmt, parameter(rows, ":start"), cited->start);
    sqlite3_bind_int64(rows->stmt, parameter(rows, ":end"), cited->end);
    sqlite3_bind_int64(rows->stmt, parameter(rows, ":twin"), cited->twin);
    return SCODB_OK;
}

/* *fact is 0 if a correction took it out. */
static int find_cited(scodb_t *db, const citation_t *cited, int64_t *fact, int64_t *document) {
    scodb_rows_t *rows;
    int status = rows_open(db, own_sql("cited.sql"), 1, &rows);
    if (status != SCODB_OK) {
        return status;
    }
    sqlite3_bind_text64(rows->stmt, parameter(rows, ":document"), cited->document, cited->document_size, SQLITE_STATIC,
                        SQLITE_UTF8);
    status = bind_passage(rows, cited);
    if (status == SCODB_OK) {
        status = scodb_next(rows);
        *fact = scodb_int(rows, 0);
        *document = scodb_int(rows, 1);
    }
    scodb_free(rows);
    return status;
}

int scodb_evidence(scodb_t *db, const char *fact_id, scodb_rows_t **out) {
    citation_t cited;
    int64_t fact = 0, document = 0;
    scodb_rows_t *rows;
    int status = usable(db);
    if (status != SCODB_OK) {
        return status;
    }
    if (fact_id == NULL || out == NULL) {
        return failure(db, SCODB_MISUSE, "an argument is NULL");
    }
    if (read_citation(fact_id, &cited) != 0) {
        return failure(db, SCODB_MISUSE, "%s: not the id of a fact; it looks like document:kind:start-end", fact_id);
    }
    status = find_cited(db, &cited, &fact, &document);
    if (status == SCODB_DONE) {
        return failure(db, SCODB_NOT_FOUND, "%s: there is no such fact", fact_id);
    }
    if (status != SCODB_ROW) {
        return status;
    }
    status = rows_open(db, own_sql("evidence.sql"), 1, &rows);
    if (status != SCODB_OK) {
        return status;
    }
    status = bind_passage(rows, &cited);
    if (status != SCODB_OK) {
        scodb_free(rows);
        return status;
    }
    sqlite3_bind_int64(rows->stmt, parameter(rows, ":document"), document);
    if (fact != 0) {
        sqlite3_bind_int64(rows->stmt, parameter(rows, ":fact"), fact);
    }
    *out = rows;
    return SCODB_OK;
}
