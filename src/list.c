/* Lists. Each is a file of src/sql. Lines of it that begin with a mark belong to the statement if the mark says so,
 * whereby every combination of filters runs by index; the values themselves are always bound. The marks:
 *     one member of the filter in comment marks     if that is set
 *     several, with bars between                    if one of them is set
 *     the same and " alone"                         if besides no member is set that leaves few rows anyway */
#include <string.h>

#include "private.h"

static const char *const FILES[] = {
    [SCODB_DOCUMENTS] = "documents.sql",   [SCODB_PEOPLE] = "people.sql",
    [SCODB_PARTIES] = "parties.sql",       [SCODB_MEETINGS] = "meetings.sql",
    [SCODB_ATTENDANCE] = "attendance.sql", [SCODB_OFFICES] = "offices.sql",
    [SCODB_STATEMENTS] = "statements.sql", [SCODB_PROPOSALS] = "proposals.sql",
    [SCODB_ADOPTIONS] = "adoptions.sql",   [SCODB_MEMBERSHIP] = "membership.sql",
    [SCODB_NAMES] = "names.sql",           [SCODB_SEARCH] = "search.sql",
    [SCODB_ROLES] = "roles.sql",           [SCODB_INITIATIVES] = "initiatives.sql",
    [SCODB_TENURES] = "tenures.sql",       [SCODB_ENCOUNTERS] = "encounters.sql",
};

typedef enum { TEXT, NUMBER, PARTY, WORDS } bound_t; /* as what a member is bound */

static const struct {
    const char *parameter; /* ":" and the name of the member */
    size_t offset;
    bound_t bound;
    int narrows; /* 1: leaves few rows, found by index */
} MEMBERS[] = {
    {":document", offsetof(scodb_filter_t, document), TEXT, 1},
    {":person", offsetof(scodb_filter_t, person), TEXT, 1},
    {":party", offsetof(scodb_filter_t, party), PARTY, 1},
    {":organization", offsetof(scodb_filter_t, organization), PARTY, 1},
    {":role", offsetof(scodb_filter_t, role), TEXT, 0},
    {":kind", offsetof(scodb_filter_t, kind), TEXT, 0},
    {":mode", offsetof(scodb_filter_t, mode), TEXT, 0},
    {":words", offsetof(scodb_filter_t, words), WORDS, 1},
    {":from", offsetof(scodb_filter_t, from), TEXT, 0},
    {":to", offsetof(scodb_filter_t, to), TEXT, 0},
    {":person_id", offsetof(scodb_filter_t, person_id), NUMBER, 1},
    {":meeting", offsetof(scodb_filter_t, meeting), NUMBER, 1},
    {":initiative", offsetof(scodb_filter_t, initiative), NUMBER, 1},
    {":topic", offsetof(scodb_filter_t, topic), TEXT, 0},
    {":act", offsetof(scodb_filter_t, act), TEXT, 0},
    {":category", offsetof(scodb_filter_t, category), TEXT, 0},
    {":stance", offsetof(scodb_filter_t, stance), TEXT, 0},
    {":other_person", offsetof(scodb_filter_t, other_person), TEXT, 1},
    {":other_party", offsetof(scodb_filter_t, other_party), PARTY, 1},
    {":year", offsetof(scodb_filter_t, year), NUMBER, 0},
};
enum {
    MEMBER_COUNT = sizeof MEMBERS / sizeof MEMBERS[0],
    FIRST_SIZE = offsetof(scodb_filter_t, topic) /* of the filter in the first version, the shortest there is */
};

static const char *text_of(const scodb_filter_t *filter, int member) {
    return *(const char *const *)((const char *)filter + MEMBERS[member].offset);
}

static int64_t number_of(const scodb_filter_t *filter, int member) {
    return *(const int64_t *)((const char *)filter + MEMBERS[member].offset);
}

static int is_set(const scodb_filter_t *filter, int member) {
    return MEMBERS[member].bound == NUMBER ? number_of(filter, member) != 0 : text_of(filter, member) != NULL;
}

/* What a caller asks for: the filter in today's form, and which of MEMBERS are set in it. */
typedef struct asked {
    scodb_filter_t filter;
    int set[MEMBER_COUNT], count;
    int narrowed; /* 1: one of them narrows */
} asked_t;

/* An older caller's filter is shorter, a newer one's longer. */
static int take_filter(scodb_t *db, const scodb_filter_t *given, asked_t *out) {
    out->filter = (scodb_filter_t)SCODB_FILTER_INIT;
    out->count = out->narrowed = 0;
    if (given == NULL) {
        return SCODB_OK;
    }
    if (given->size < FIRST_SIZE || given->limit < 0 || given->offset < 0) {
        return failure(db, SCODB_MISUSE,
                       "the filter was not begun with SCODB_FILTER_INIT, or limit or offset is negative");
    }
    for (size_t i = sizeof out->filter; i < given->size; i++) {
        if (((const char *)given)[i] != 0) {
            return failure(db, SCODB_MISUSE, "the filter has members that libscodb " SCODB_VERSION " does not know");
        }
    }
    memcpy(&out->filter, given, given->size < sizeof out->filter ? given->size : sizeof out->filter);
    for (int i = 0; i < MEMBER_COUNT; i++) {
        if (is_set(&out->filter, i)) {
            out->set[out->count++] = i;
            out->narrowed |= MEMBERS[i].narrows;
        }
    }
    return SCODB_OK;
}

static int names_set_member(const char *name, size_t size, const asked_t *asked) {
    for (int i = 0; i < asked->count; i++) {
        const char *member = MEMBERS[asked->set[i]].parameter + 1;
        if (strncmp(member, name, size) == 0 && member[size] == '\0') {
            return 1;
        }
    }
    return 0;
}

/* Whether a line of a list belongs to the statement. */
static int wanted(const char *line, const asked_t *asked) {
    int set = 0;
    if (strncmp(line, "/*", 2) != 0) {
        return 1;
    }
    if (asked->count == 0) {
        return 0;
    }
    const char *name = line + 1;
    do {
        name++;
        size_t size = strcspn(name, "| *");
        set |= names_set_member(name, size, asked);
        name += size;
    } while (*name == '|');
    return set && (*name == '*' || !asked->narrowed);
}

static void assemble(const char *text, const asked_t *asked, char sql[SQL_SIZE]) {
    size_t size = 0;
    for (const char *line = text; *line != '\0';) {
        size_t length = (size_t)(strchr(line, '\n') - line) + 1;
        if (wanted(line, asked)) {
            memcpy(sql + size, line, length);
            size += length;
        }
        line += length;
    }
    sql[size] = '\0';
}

/* party_id of a code; -1, which no party has, if there is none. */
static int find_party(scodb_t *db, const char *code, int64_t *id) {
    scodb_rows_t *rows;
    int status = rows_open(db, own_sql("party.sql"), 1, &rows);
    if (status != SCODB_OK) {
        return status;
    }
    sqlite3_bind_text64(rows->stmt, 1, code, strlen(code), SQLITE_STATIC, SQLITE_UTF8);
    status = scodb_next(rows);
    *id = status == SCODB_ROW ? scodb_int(rows, 0) : -1;
    scodb_free(rows);
    return status == SCODB_ROW || status == SCODB_DONE ? SCODB_OK : status;
}

static int bind_member(scodb_t *db, sqlite3_stmt *stmt, int index, const scodb_filter_t *filter, int member) {
    char words[SQL_SIZE];
    int64_t number = 0;
    int status = SCODB_OK;
    switch (MEMBERS[member].bound) {
    case NUMBER: number = number_of(filter, member); break;
    case PARTY: status = find_party(db, text_of(filter, member), &number); break;
    case TEXT: return bind_text(db, stmt, index, text_of(filter, member));
    default: /* WORDS */
        if (words_expression(text_of(filter, member), words, sizeof words) != 0) {
            return failure(db, SCODB_MISUSE, "there is no word to look for, or too many");
        }
        return bind_text(db, stmt, index, words);
    }
    sqlite3_bind_int64(stmt, index, number);
    return status;
}

static int cannot(scodb_t *db, const char *file, const char *what, int member) {
    return failure(db, SCODB_MISUSE, "the list %.*s %s %s", (int)strcspn(file, "."), file, what,
                   MEMBERS[member].parameter + 1);
}

/* The list has a parameter that no member was set for. */
static int needs_more(scodb_t *db, sqlite3_stmt *stmt, const char *file, const scodb_filter_t *filter) {
    int member = 0;
    while (is_set(filter, member) || sqlite3_bind_parameter_index(stmt, MEMBERS[member].parameter) == 0) {
        member++;
    }
    return cannot(db, file, "needs", member);
}

static int bind_filter(scodb_t *db, sqlite3_stmt *stmt, const char *file, const asked_t *asked) {
    const scodb_filter_t *filter = &asked->filter;
    for (int i = 0; i < asked->count; i++) {
        int index = sqlite3_bind_parameter_index(stmt, MEMBERS[asked->set[i]].parameter);
        if (index == 0) {
            return cannot(db, file, "cannot be filtered by", asked->set[i]);
        }
        int status = bind_member(db, stmt, index, filter, asked->set[i]);
        if (status != SCODB_OK) {
            return status;
        }
    }
    if (sqlite3_bind_parameter_count(stmt) > asked->count + 2) { /* limit and offset */
        return needs_more(db, stmt, file, filter);
    }
    sqlite3_bind_int64(stmt, sqlite3_bind_parameter_index(stmt, ":limit"),
                       filter->limit > 0 ? filter->limit : INT32_MAX);
    sqlite3_bind_int64(stmt, sqlite3_bind_parameter_index(stmt, ":offset"), filter->offset);
    return SCODB_OK;
}

int scodb_list(scodb_t *db, int what, const scodb_filter_t *filter, scodb_rows_t **out) {
    char sql[SQL_SIZE];
    asked_t asked;
    scodb_rows_t *rows;
    int status = usable(db);
    if (status != SCODB_OK) {
        return status;
    }
    if (out == NULL || what < 0 || what > SCODB_ENCOUNTERS) {
        return failure(db, SCODB_MISUSE, "no such list");
    }
    status = take_filter(db, filter, &asked);
    if (status != SCODB_OK) {
        return status;
    }
    assemble(own_sql(FILES[what]), &asked, sql);
    status = rows_open(db, sql, 1, &rows);
    if (status != SCODB_OK) {
        return status;
    }
    status = bind_filter(db, rows->stmt, FILES[what], &asked);
    if (status != SCODB_OK) {
        scodb_free(rows);
        return status;
    }
    *out = rows;
    return SCODB_OK;
}
