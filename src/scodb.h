/* libscodb: reads a scodb database.
 *
 *     scodb_t *db;
 *     if (scodb_open("sco.db", 0, &db) != SCODB_OK) { fputs(scodb_errmsg(db), stderr); scodb_close(db); return 1; }
 *     scodb_filter_t filter = SCODB_FILTER_INIT;
 *     filter.party = "CHN";
 *     scodb_rows_t *rows;
 *     if (scodb_list(db, SCODB_PROPOSALS, &filter, &rows) == SCODB_OK) {
 *         while (scodb_next(rows) == SCODB_ROW)
 *             puts(scodb_get(rows, "name"));
 *         scodb_free(rows);
 *     }
 *     scodb_close(db);
 *
 * Status: calls that can fail return SCODB_OK or another status; the handle then keeps a message of one line, good
 * until the next failing call. Out parameters are set on success only (those of opening excepted).
 * Ownership: what comes through an out parameter is yours to free; a returned pointer is borrowed. Strings of a row are
 * borrowed until the next scodb_next or scodb_free of these rows. All strings are UTF-8; offsets count code points from
 * 0, the end exclusive.
 * Threads: nothing is global. A handle with its rows serves one thread at a time and may move between threads; only
 * scodb_interrupt may be called from another. A handle is of no use in a child process after fork; the child may open
 * the file anew if no rows were being read at the fork.
 * Compatibility: programs built with an older header go on working. Numbers, members and columns keep their place, new
 * ones follow behind; filter.size tells which members a program knows, and one set that the library does not know is
 * refused, not overlooked. */
#ifndef SCODB_H
#define SCODB_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define SCODB_VERSION "0.1.0"

#if defined(__GNUC__)
#define SCODB_API __attribute__((visibility("default")))
#else
#define SCODB_API
#endif

/* Status. The numbers never change. What calls return besides SCODB_OK:
 *
 * scodb_open         SCODB_CANNOT_OPEN, _NOT_SCODB, _NEWER_SCHEMA, _OLDER_SCHEMA, _DAMAGED, _NEEDS_RECOVERY, _MISUSE,
 *                    _BUSY, _NO_MEMORY
 * scodb_open_memory  the same but _NEEDS_RECOVERY and _BUSY
 * scodb_list, scodb_find, scodb_verify, scodb_query
 *                    _CANNOT_OPEN, _DAMAGED, _NEEDS_RECOVERY, _MISUSE, _BUSY, _NO_MEMORY, _INTERRUPTED
 * scodb_profile, scodb_evidence, scodb_report
 *                    these and _NOT_FOUND
 * scodb_next         _ROW, _DONE, and what scodb_list returns */
enum {
    SCODB_OK = 0,
    SCODB_ROW = 1,             /* scodb_next: there is a row */
    SCODB_DONE = 2,            /* scodb_next: no more rows */
    SCODB_CANNOT_OPEN = 10,    /* no such file, no right to read it, not a regular file, or read error, also later */
    SCODB_NOT_SCODB = 11,      /* the file is something else: empty, no SQLite database, or another program's */
    SCODB_NEWER_SCHEMA = 12,   /* made by a newer scodb than this library */
    SCODB_OLDER_SCHEMA = 13,   /* made by an older scodb */
    SCODB_DAMAGED = 14,        /* contents or schema are not what they should be; stays so for this handle */
    SCODB_NEEDS_RECOVERY = 15, /* a writer was interrupted; a program that may write has to open the file once */
    SCODB_MISUSE = 16,         /* wrong argument, SQL error, handle of another process */
    SCODB_NOT_FOUND = 17,      /* no such report, fact, person, ... */
    SCODB_BUSY = 18,           /* a writer has had the file locked for 5 seconds */
    SCODB_NO_MEMORY = 19,
    SCODB_INTERRUPTED = 20 /* by scodb_interrupt or the time limit */
};

typedef struct scodb scodb_t;           /* an open database */
typedef struct scodb_rows scodb_rows_t; /* a cursor: before its first row, on a row, or past the last */

SCODB_API const char *scodb_version(void);
SCODB_API const char *scodb_strerror(int status); /* what a status means, in a few words */

/* Opens the database at path, read-only and guarded against hostile files: the schema must be the expected one, and
 * nothing that the file contains can write, load or attach. path is a file name, never a URI. *out is set in any case:
 * to a handle, or, if opening failed, to a handle for scodb_errmsg and scodb_close alone; NULL only without memory. */
enum { SCODB_IMMUTABLE = 1 }; /* flag: the file is on a read-only medium and nobody writes to it: no locks are taken */
SCODB_API int scodb_open(const char *path, unsigned flags, scodb_t **out);

/* The same for a database that lies in memory: the bytes of such a file. They are borrowed, and have to stay as they
 * are until the handle and all its rows are closed. */
SCODB_API int scodb_open_memory(const void *image, size_t size, scodb_t **out);
SCODB_API void scodb_close(scodb_t *db); /* NULL is allowed; rows still open keep what they need until they are freed */
SCODB_API const char *scodb_errmsg(const scodb_t *db);
SCODB_API int scodb_errcode(const scodb_t *db); /* status of the last failing call, SCODB_OK before; NULL: no memory */

/* Stops what is running on db: its scodb_next returns SCODB_INTERRUPTED. May be called from any thread or signal
 * handler while the handle is open. */
SCODB_API void scodb_interrupt(scodb_t *db);
SCODB_API void scodb_time_limit(scodb_t *db, int milliseconds); /* for each cursor from its start; 0 (at first): none */

/* The connection underneath, for statements of your own. It is not to be closed. */
SCODB_API struct sqlite3 *scodb_sqlite3(scodb_t *db);

/* Rows */

SCODB_API int scodb_next(scodb_rows_t *rows);  /* SCODB_ROW, SCODB_DONE or an error, which stays */
SCODB_API void scodb_free(scodb_rows_t *rows); /* NULL is allowed */
SCODB_API int scodb_column_count(const scodb_rows_t *rows);

/* Columns count from 0; NULL and -1: there is none such. A name is good until scodb_free. */
SCODB_API const char *scodb_column_name(const scodb_rows_t *rows, int column);
SCODB_API int scodb_column(const scodb_rows_t *rows, const char *name);

enum { SCODB_NULL, SCODB_INTEGER, SCODB_REAL, SCODB_TEXT };
SCODB_API int scodb_type(const scodb_rows_t *rows, int column);
SCODB_API const char *scodb_text(scodb_rows_t *rows, int column);      /* numbers as text; NULL for NULL */
SCODB_API int64_t scodb_int(scodb_rows_t *rows, int column);           /* 0 for NULL */
SCODB_API double scodb_real(scodb_rows_t *rows, int column);           /* 0 for NULL */
SCODB_API const char *scodb_get(scodb_rows_t *rows, const char *name); /* scodb_text of the column of that name */

/* Lists. Each has the columns given here, in this order (more may follow at the end), and is sorted as told. It keeps
 * to those members of the filter that stand in brackets (and to person_id where person does); setting another one is
 * SCODB_MISUSE. A party is an ISO 3166-1 alpha-3 code, an acronym (the name, where there is none), or "group". What a
 * column means is told in the schema, by the view of the same name. fact_id is what scodb_evidence takes.
 *
 * DOCUMENTS   document, title, publisher, uri, published, language, sha256; by name
 *             [document, words, from and to: day of publication]
 * PEOPLE      person, person_id, documents: how many name them; by name
 *             [person, party: with an office there, document]
 * PARTIES     party, party_name, kind, alpha2, official_name; by kind and name
 *             [party, kind, document]
 * MEETINGS    meeting, meeting_id, organization, organization_name, ordinal, date, place, documents; by date
 *             [meeting, organization, person and party: took part, document, from and to: day of the meeting]
 * ATTENDANCE  date, meeting, meeting_id, person, party, party_name, capacity, document, fact_id, start_char, end_char,
 *             person_id, role, rank; by date and meeting, the chair first, unnamed delegations (person NULL) last; role
 *             is the office that the document gives the person
 *             [meeting, person, party, document, from and to: day of the meeting]
 * OFFICES     person, role, rank, party, party_name, document, fact_id, start_char, end_char, person_id; by person
 *             [person, party, role, document]
 * STATEMENTS  speaker, speaker_kind, party, party_name, mode, verb, act, text, meeting_id, document, fact_id,
 *             start_char, end_char, category, quad, topics; in the order of the texts
 *             [person, party, mode, words, meeting, document, topic, act, category, from and to: day of the meeting at
 *             which it was said, else of publication]
 * PROPOSALS   name, party, party_name, person, kind, stance, year, quantity, unit, text, initiative_id, document,
 *             fact_id, start_char, end_char, beneficiary, beneficiary_name; in the order of the texts
 *             [initiative, person, party, kind, document, stance, year, words, from and to: day of the document]
 * ADOPTIONS   name, action, party, party_name, kind, meeting_id, document, fact_id, start_char, end_char; in the order
 *             of the texts
 *             [party, kind, meeting, document, words, from and to: day of the meeting, else of the document]
 * MEMBERSHIP  state, state_name, organization, organization_name, status, event, year, document, fact_id, start_char,
 *             end_char; by organization, status, state
 *             [party: the member, organization, document]
 * NAMES       kind, canonical, form; by all three
 *             [person, party, kind]
 * SEARCH      kind: statement or document, speaker, party, text, document, fact_id (NULL: a document), rank; the best
 *             first; text is an extract with the words found between U+27E6 and U+27E7
 *             [words: needed; person, party, document]
 * ROLES       role, rank, people, documents: how many hold it and name it; by rank, the highest first, and name
 *             [role, kind: the rank, person, party, document]
 * INITIATIVES initiative, initiative_id, kind, parties: codes of those who put it forward, first, last: days of the
 *             documents that tell of it, proposals, documents; by first and name
 *             [initiative; a proposal of it has all of party, kind, year, stance, words, document, from and to]
 * TENURES     person, person_id, role, rank, party, party_name, first, last: days of the documents that name the person
 *             in the office, documents, fact_id; by party, role and first
 *             [person, party, role, from and to: the days from first to last touch theirs, so that the same day in
 *             both asks who held an office on that day]
 * ENCOUNTERS  date, meeting, meeting_id, person, person_id, party, other, other_id, other_party, document: the first
 *             that names both at the meeting, fact_id, other_fact_id: of their attendance; a row for each two people of
 *             a meeting; by date and meeting
 *             [person, party, other_person, other_party, meeting, organization, from and to: day of the meeting]
 *
 * Words are looked for in the passage of a proposal, in the name of what was adopted. The day of a document is that of
 * the first meeting it tells of, else that of its publication. */
enum {
    SCODB_DOCUMENTS,
    SCODB_PEOPLE,
    SCODB_PARTIES,
    SCODB_MEETINGS,
    SCODB_ATTENDANCE,
    SCODB_OFFICES,
    SCODB_STATEMENTS,
    SCODB_PROPOSALS,
    SCODB_ADOPTIONS,
    SCODB_MEMBERSHIP,
    SCODB_NAMES,
    SCODB_SEARCH,
    SCODB_ROLES,
    SCODB_INITIATIVES,
    SCODB_TENURES,
    SCODB_ENCOUNTERS
};

/* What to list. Start from SCODB_FILTER_INIT and set what you need; NULL and 0 mean any. */
typedef struct scodb_filter {
    size_t size;              /* of this struct, set by SCODB_FILTER_INIT */
    const char *document;     /* documents.name */
    const char *person;       /* name as the lists show it; scodb_find takes any spelling */
    const char *party;        /* code */
    const char *organization; /* code */
    const char *role;         /* office, as "President" */
    const char *kind;
    const char *mode;      /* "direct", "reported" */
    const char *words;     /* full text: all of these words; "in quotes" next to each other; word* begins so */
    const char *from, *to; /* ISO 8601 days, both inclusive */
    int64_t person_id;     /* tells apart those of one name */
    int64_t meeting;       /* meeting_id */
    int64_t initiative;    /* initiative_id */
    int64_t limit, offset; /* limit 0: all */
    const char *topic;     /* of a statement, as "trade" */
    const char *act;       /* speech act, as "promises" */
    const char *category;  /* as "AGREE" */
    const char *stance;    /* "proposes", "offers", "supports", "continues", "invites" */
    const char *other_person, *other_party; /* whom they met; as person and party */
    int64_t year;                           /* for which it is meant */
} scodb_filter_t;
#define SCODB_FILTER_INIT                                                                                              \
    {                                                                                                                  \
        sizeof(scodb_filter_t), NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, 0, 0, NULL, NULL, \
            NULL, NULL, NULL, NULL, 0                                                                                  \
    }

/* filter NULL: all rows. */
SCODB_API int scodb_list(scodb_t *db, int what, const scodb_filter_t *filter, scodb_rows_t **out);

/* Who or what goes by a name, in any spelling, case and accents aside. Columns: kind (person, state, organization,
 * meeting, initiative), name (for filters: the person's name, the party's code), id (person_id, party_id, meeting_id,
 * initiative_id), form (the spelling that fits best), likeness: 0 the same, 1 all the words are in it, 2 differs by a
 * few letters, detail: what tells things of one name apart: an office, a full name, day and place of a meeting; or NULL.
 * The likest first. */
SCODB_API int scodb_find(scodb_t *db, const char *name, scodb_rows_t **out);

/* All that is known of one thing in short. kind and id are those that scodb_find gives. Columns: section: what the line
 * tells of, name, detail, first, last: ISO days or NULL, count, fact_id: of the earliest that says so. The count is of
 * documents; for act, topic and speaker of statements, for encounter of meetings. Sections, in this order:
 * person                name, office, meeting, initiative, act, topic, encounter
 * state, organization   name, office, standing, party (its own members, observers, ...), host (meetings of it),
 *                       meeting, initiative, adoption, act, topic
 * meeting               name, participant, speaker, topic, adoption
 * initiative            name, proposal, beneficiary, quantity, year
 * SCODB_NOT_FOUND if there is no such thing. */
SCODB_API int scodb_profile(scodb_t *db, const char *kind, int64_t id, scodb_rows_t **out);

/* What a fact rests on. Columns: fact_id, kind, document, title, published, uri, rule, note (what the rule looks for),
 * before, passage, after (the paragraph around the passage), start_char, end_char, corrected, author, date, claim (what
 * the fact says, in words). First the evidence cited, then those of the same fact in other documents. Of a fact that a
 * correction took out as wrong, corrected is the reason, author and date are who says so and when, claim is NULL; of
 * others corrected, author and date are NULL. SCODB_NOT_FOUND if there is no such fact. */
SCODB_API int scodb_evidence(scodb_t *db, const char *fact_id, scodb_rows_t **out);

/* Looks at every page, reference, digest and passage. Columns: part, problem; no row: the database is sound. What
 * cannot even be read ends in SCODB_DAMAGED. */
SCODB_API int scodb_verify(scodb_t *db, scodb_rows_t **out);

/* Reports and SQL. A value is given as text and bound as what the report declares it to be; in scodb_query as
 * text, so that a comparison with an expression wants CAST(:year AS INTEGER). */

typedef struct scodb_value {
    const char *name; /* of the parameter, without colon */
    const char *text; /* NULL: not given */
} scodb_value_t;

typedef struct scodb_field {
    const char *name;
    const char *type;     /* parameters: "text", "integer", "date" (2024-07-31); columns: NULL */
    const char *fallback; /* parameters: value taken if none is given, NULL: none */
    const char *meaning;
} scodb_field_t;

typedef struct scodb_report {
    const char *name, *title, *question;
    const char *read;                      /* how to read the answer; NULL: plain */
    const scodb_field_t *params, *columns; /* each list ends with a field whose name is NULL */
    const char *sql;
    const char *group; /* what it is about: "meetings", "people", "speech", ... */
} scodb_report_t;

/* All reports, group by group, in each by name; the last is NULL. */
SCODB_API const scodb_report_t *const *scodb_reports(void);
SCODB_API int scodb_report(scodb_t *db, const char *name, const scodb_value_t *values, size_t count,
                           scodb_rows_t **out);

/* One SELECT of your own. Writing is refused, and so is a second statement. */
SCODB_API int scodb_query(scodb_t *db, const char *sql, const scodb_value_t *values, size_t count, scodb_rows_t **out);

#ifdef __cplusplus
}
#endif
#endif
