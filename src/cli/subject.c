/* Who or what is meant by a name, in whatever spelling. */
#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "embedded.h"

extern const embedded_t cli_sql[]; /* candidates.sql, spellings.sql */
enum { CANDIDATES, SPELLINGS };
enum { MOST_LISTED = 100 };

const char *const SUBJECT_KINDS[] = {
    [PERSON] = "person",   [STATE] = "state",           [ORGANIZATION] = "organization",
    [MEETING] = "meeting", [INITIATIVE] = "initiative", [ANY_KIND] = "thing"};

subject_kind_t subject_kind(const char *name) {
    subject_kind_t kind = PERSON;
    while (kind < ANY_KIND && strcmp(SUBJECT_KINDS[kind], name) != 0) {
        kind++;
    }
    return kind;
}

/* Those of a kind that a name fits best. */
typedef struct fitting {
    char *keys; /* of MOST_LISTED at most, as candidates.sql takes them */
    int count;  /* of all */
    int likeness;
    char *other_kind; /* the first that the name fits, if none of the kind does; or NULL */
} fitting_t;

static void add(fitting_t *to, scodb_rows_t *rows) {
    if (to->count++ >= MOST_LISTED) {
        return;
    }
    char *longer = make_text("%s %s:%lld ", to->keys, scodb_get(rows, "kind"),
                             (long long)scodb_int(rows, scodb_column(rows, "id")));
    free(to->keys);
    to->keys = longer;
}

/* The likest come first; whatever is less like than they is not meant. */
static int find_fitting(scodb_t *db, subject_kind_t kind, const char *name, fitting_t *out) {
    scodb_rows_t *rows;
    int status = scodb_find(db, name, &rows);
    if (status != SCODB_OK) {
        return status;
    }
    while ((status = scodb_next(rows)) == SCODB_ROW) {
        int likeness = (int)scodb_int(rows, scodb_column(rows, "likeness"));
        if (kind != ANY_KIND && strcmp(scodb_get(rows, "kind"), SUBJECT_KINDS[kind]) != 0) {
            out->other_kind = out->other_kind != NULL ? out->other_kind : or_stop(strdup(scodb_get(rows, "kind")));
        } else if (out->count == 0 || likeness == out->likeness) {
            out->likeness = likeness;
            add(out, rows);
        }
    }
    scodb_free(rows);
    return status == SCODB_DONE ? SCODB_OK : status;
}

static int open_candidates(scodb_t *db, const char *keys, scodb_rows_t **rows) {
    scodb_value_t value = {"keys", keys};
    return scodb_query(db, cli_sql[CANDIDATES].text, &value, 1, rows);
}

/* Several are meant: a list to choose from. */
static int list_candidates(scodb_t *db, const char *name, const fitting_t *fitting, const options_t *options) {
    scodb_rows_t *rows;
    int status = open_candidates(db, fitting->keys, &rows);
    if (status != SCODB_OK) {
        return database_error(db, status);
    }
    if (options->format != TABLE) {
        page_begin(name, options);
        page_gap(options);
    }
    int64_t count = print_rows(db, rows, "kind name known id", options);
    page_end(options);
    return count < 0 ? NO_DATABASE
                     : complain(NOTHING_FOUND,
                                "'%s' fits %d; give more of the name, or the kind and the id: scodb "
                                "show KIND ID",
                                name, fitting->count);
}

/* Nothing is called so: what comes near? */
static int suggest(scodb_t *db, subject_kind_t kind, const char *name) {
    scodb_rows_t *rows;
    near_t near;
    near_begin(&near, name);
    int status = scodb_query(db, cli_sql[SPELLINGS].text, NULL, 0, &rows);
    if (status == SCODB_OK) {
        while ((status = scodb_next(rows)) == SCODB_ROW) {
            if (kind == ANY_KIND || strcmp(scodb_get(rows, "kind"), SUBJECT_KINDS[kind]) == 0) {
                near_try(&near, scodb_get(rows, "form"), scodb_get(rows, "shown"));
            }
        }
        scodb_free(rows);
    }
    char *advice = near_end(&near, "scodb report names lists all names");
    complain(NOTHING_FOUND, "no%s%s is called '%s'%s", kind == ANY_KIND ? "" : " ", SUBJECT_KINDS[kind], name, advice);
    free(advice);
    return NOTHING_FOUND;
}

static int take_subject(scodb_t *db, const fitting_t *fitting, const char *name, subject_t *out) {
    scodb_rows_t *rows;
    int status = open_candidates(db, fitting->keys, &rows);
    if (status != SCODB_OK) {
        return database_error(db, status);
    }
    status = scodb_next(rows);
    if (status == SCODB_ROW) {
        *out = (subject_t){.kind = subject_kind(scodb_get(rows, "kind")),
                           .id = scodb_int(rows, scodb_column(rows, "id")),
                           .likeness = fitting->likeness,
                           .code = or_stop(strdup(scodb_get(rows, "code"))),
                           .name = or_stop(strdup(scodb_get(rows, "name")))};
    }
    scodb_free(rows);
    return status == SCODB_ROW    ? DONE
           : status == SCODB_DONE ? complain(NOTHING_FOUND, "nothing has the id %s; scodb show NAME finds ids", name)
                                  : database_error(db, status);
}

static int choose(scodb_t *db, subject_kind_t kind, const char *name, const fitting_t *fitting, subject_t *out,
                  const options_t *options) {
    if (fitting->count == 1) {
        return take_subject(db, fitting, name, out);
    }
    if (fitting->count > 1) {
        return list_candidates(db, name, fitting, options);
    }
    if (fitting->other_kind != NULL) {
        return complain(NOTHING_FOUND, "no %s is called '%s', only a different kind of thing; try scodb show %s '%s'",
                        SUBJECT_KINDS[kind], name, fitting->other_kind, name);
    }
    return suggest(db, kind, name);
}

int subject_find(scodb_t *db, subject_kind_t kind, const char *name, subject_t *out, const options_t *options) {
    fitting_t fitting = {.keys = make_text("%s", "")};
    int by_id = kind != ANY_KIND && *name != '\0' && name[strspn(name, "0123456789")] == '\0', status = SCODB_OK;
    if (by_id) {
        free(fitting.keys);
        fitting.keys = make_text(" %s:%s ", SUBJECT_KINDS[kind], name);
        fitting.count = 1;
    } else {
        status = find_fitting(db, kind, name, &fitting);
    }
    status = status == SCODB_OK ? choose(db, kind, name, &fitting, out, options) : database_error(db, status);
    free(fitting.other_kind);
    free(fitting.keys);
    return status;
}

void subject_free(subject_t *subject) {
    free(subject->code);
    free(subject->name);
}
