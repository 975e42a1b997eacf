/* What the parts of the store share.
 *
 *     store.c          open, check, commit, close: the public face
 *     store_file.c     is this path a database of ours? makes a new one
 *     store_upgrade.c  makes one of an older schema one of today's
 *     store_sql.c      every statement, prepared once, and how it is asked
 *     store_put.c      a document and its facts become rows
 *     store_world.c    parties, roles, rules: one row each, whichever document names them
 *     store_local.c    a document's organizations and meetings, and the rows that are the same
 *     store_same.c     organizations and meetings, which several keys make one
 *     store_who.c      a document's people, and who is one person with whom (who.c)
 *     store_text.c     passages of the texts of documents
 *     store_wrong.c    facts that are wrong by a correction
 *     store_verdict.c  people who are one, or two, by a correction
 *     store_correct.c  the corrections themselves, and the documents to be read anew for them
 *     store_fact.c     the rows of facts: found, made, moved to another meeting or party
 *     store_remove.c   takes a document out
 *     store_settle.c   before each commit: what is one, names to show, and what nothing refers to any more
 *     store_finish.c   at the end: what waits for it, and the file in order
 *
 * Errors: the first one stays in the store (rc, error), and every later statement does nothing, so that only the public
 * functions look at it. */
#ifndef SCODB_LOADER_STORE_PARTS_H
#define SCODB_LOADER_STORE_PARTS_H

#include <sqlite3.h>
#include <stdbool.h>

#include "map.h"
#include "persona.h"
#include "store.h"
#include "store_statements.h" /* made from store.sql */

/* How the full text of a table is merged of itself: see FTS5's documentation of automerge, crisismerge and hashsize. */
#define FULL_TEXT(table, auto_merge, crisis_merge, hash_size)                                                          \
    "INSERT INTO " table " (" table ", rank) VALUES ('automerge', " #auto_merge "), ('crisismerge', " #crisis_merge     \
    "), ('hashsize', " #hash_size ");"

/* A value to bind. Texts are borrowed until the statement is asked. */
typedef struct value {
    enum { VALUE_NULL, VALUE_NUMBER, VALUE_REAL, VALUE_TEXT } type;
    int64_t number; /* for a text its size in bytes */
    double real;
    const char *text;
} value_t;

static inline value_t num(int64_t number) {
    return (value_t){.type = VALUE_NUMBER, .number = number};
}
static inline value_t ref(int64_t id) { /* 0 is none; also for years and ordinals */
    return id ? num(id) : (value_t){.type = VALUE_NULL};
}
static inline value_t real(double number) { /* 0 is none */
    return number != 0 ? (value_t){.type = VALUE_REAL, .real = number} : (value_t){.type = VALUE_NULL};
}
static inline value_t slice(const char *text, size_t size) {
    return (value_t){.type = VALUE_TEXT, .text = text, .number = (int64_t)size};
}
value_t str(const char *text); /* NULL is none */

/* What is to be settled before the next commit. */
enum {
    DIRTY_PERSON,
    DIRTY_PARTY,
    DIRTY_MEETING,
    DIRTY_INITIATIVE,
    DIRTY_INSTRUMENT,
    DIRTY_ROLE,
    DIRTY_RULE,
    DIRTY_TOPIC,
    DIRTY_MANNER,
    DIRTY_PERSONA,
    DIRTY_NAMED_PARTY, /* is the same, but may be called otherwise now */
    DIRTY_NAMED_MEETING,
    DIRTY_PERSON_NAME,
    DIRTY_PARTY_NAME,
    DIRTY_COUNT
};

typedef struct ids {
    int64_t *at;
    int count, room;
} ids_t;

void ids_add(ids_t *ids, int64_t id);
bool ids_have(const ids_t *ids, int64_t id); /* for short ones */

/* A place in a text, in bytes and in code points. */
typedef struct place {
    const char *at;
    uint32_t point;
} place_t;

typedef struct upgrade upgrade_t;

struct store {
    sqlite3 *db;
    const knowledge_t *knowledge;
    upgrade_t *upgrade; /* NULL: the schema is today's */
    bool checks_references;
    bool has_begun;     /* a transaction */
    bool has_removed;   /* documents */
    bool has_log;       /* asked for (begin_log), or left by a loader that was killed */
    bool is_unfinished; /* the load that made the database has not come to its end, or is this one */
    char *maker;        /* this program and its words; about has by whom the documents were read */
    char *other_maker;  /* who that was, if not the same; NULL: none */
    int rc;             /* of the first statement that failed */
    char error[320];
    sqlite3_stmt *sql[SQL_COUNT];
    map_t *known;   /* what documents claim of the world, and the row that says just that already */
    map_t *scratch; /* of whoever clears it */
    arena_t *work;  /* for the document in work */
    arena_t *text;  /* that of the document text_of (0: none), for passage() */
    int64_t text_of;
    place_t place; /* in it */
    ids_t dirty[DIRTY_COUNT];
    /* Of the corrections in the database: which kinds there are, and those about people. */
    bool has_wrong, has_people, has_names;
    arena_t *verdict_arena;
    LIST(verdict_t) verdicts;
    map_t *verdict_numbers; /* in verdicts, by their ids */
    /* Numbers are given out here, so that none is used twice in a transaction: those up to indexed_ are in the full-text
     * index, those above come into it before the commit, all at once (each savepoint would write out what it has). */
    int64_t last_document, last_fact, indexed_document, indexed_fact;
};

/* store_sql.c */
int store_run(store_t *store, const char *sql); /* statements that are run once; the store's rc */
void store_roll_back(store_t *store);           /* if there is a transaction */
int store_prepare(store_t *store);
void store_fail(store_t *store, int rc, const char *format, ...) __attribute__((format(printf, 3, 4)));
void store_fail_sqlite(store_t *store); /* with what SQLite said last */
int64_t ask_values(store_t *store, sql_t sql, const value_t *values, int count);
int64_t add_values(store_t *store, sql_t sql, const value_t *values, int count);
sqlite3_stmt *rows_values(store_t *store, sql_t sql, const value_t *values, int count);
bool next_row(store_t *store, sqlite3_stmt *rows); /* false after the last row, or if anything has failed */
void end_rows(sqlite3_stmt *rows);                 /* to leave before the last row */
#define VALUES(...) (const value_t[]){__VA_ARGS__}, (int)(sizeof((value_t[]){__VA_ARGS__}) / sizeof(value_t))
/* The first column of the first row as a number, 0 if there is none; also runs what gives no rows. */
#define ask(store, sql, ...) ask_values((store), (sql), VALUES(__VA_ARGS__))
#define add(store, sql, ...) add_values((store), (sql), VALUES(__VA_ARGS__)) /* an INSERT; the number of the row */
#define act(store, sql) ask_values((store), (sql), NULL, 0)
#define rows(store, sql, ...) rows_values((store), (sql), VALUES(__VA_ARGS__))

extern const char store_plain[]; /* store.c: the statement that makes a log go into the file again */
void store_check_references(store_t *store, bool checks); /* from the next transaction on */
/* begins a transaction if there is none */
void store_begin(store_t *store);

/* store_file.c: opens or makes the database, in memory if path is NULL; 0, or -1 with the reason in the store. */
int store_file_open(store_t *store, const char *path);
/* Today's tables and views, and what tells that they are; run is how each part of it is run. */
void store_make_schema(store_t *store, int (*run)(store_t *store, const char *sql));

/* store_upgrade.c. Within a transaction: has the documents of an older schema wait to be read anew, and makes today's; then
 * store_documents gives those that wait. upgrade_end lets go of them. */
int upgrade_begin(store_t *store, int version);
void upgrade_end(store_t *store);
void upgrade_free(upgrade_t *upgrade); /* NULL is allowed */

/* store_world.c: the row of a party (a state or the group; for organizations see store_local.c), role, ... */
int64_t world_party(store_t *store, const party_t *party);
/* The number kept for this claim, 0 until the row that says just this is known. Valid until the next call. The first part
 * tells what is claimed; NULL is allowed. */
int64_t *world_known(store_t *store, const char *const *parts, int count);
#define KNOWN(store, ...)                                                                                              \
    world_known((store), (const char *const[]){__VA_ARGS__},                                                           \
                (int)(sizeof((const char *[]){__VA_ARGS__}) / sizeof(char *)))
/* A spelling of the name of a party, or of a persona. */
int64_t world_party_name(store_t *store, int64_t party, const char *form);
int64_t world_persona_name(store_t *store, int64_t persona, const char *form);
int64_t world_role(store_t *store, const char *name, const char *rank);
int64_t world_manner(store_t *store, const statement_t *statement);
int64_t world_rule(store_t *store, const char *name);
int64_t world_topics(store_t *store, const strings_t *topics); /* the sum of their bits */
int64_t world_initiative(store_t *store, const proposal_t *proposal);
int64_t world_instrument(store_t *store, const adoption_t *adoption);
/* The order of names to show: more words, then longer, then bytewise smaller. */
bool fuller(const char *name, const char *than);

/* store_local.c: the rows for a document's organizations and meetings; first: not the same meeting as an earlier one. */
void local_organizations(store_t *store, int64_t document, const facts_t *facts, int64_t *parties);
void local_meetings(store_t *store, int64_t document, const facts_t *facts, const int64_t *parties, int64_t *meetings,
                    bool *first);

/* store_same.c */
typedef struct same same_t; /* what several keys make one */
extern const same_t same_organizations, same_meetings;
/* The row for what a document knows by these keys: the one that holds them, if the document does not have it yet for
 * something else (taken), or 0: a new one is to be made, which is_contested if the keys are held by others. */
int64_t same_find(store_t *store, const same_t *same, const strings_t *keys, const ids_t *taken, bool *is_contested);
void same_settle(store_t *store, const same_t *same); /* joins and splits what is dirty, as the documents say now */

/* store_who.c */
/* Their rows and those of their personas; true if some have one row by a correction. */
bool local_people(store_t *store, int64_t document, const facts_t *facts, int64_t *people, int64_t *personas);
void who_settle(store_t *store); /* joins and splits what is dirty, as the documents say now */

/* store_fact.c */
typedef enum kind { /* kinds.kind_id */
                    KIND_SPEECH,
                    KIND_PROPOSAL,
                    KIND_ATTENDANCE,
                    KIND_ADOPTION,
                    KIND_MEETING,
                    KIND_MEMBERSHIP,
                    KIND_OFFICE,
                    KIND_COUNT
} kind_t;
enum { FACT_COLUMNS = 11 };
/* The fact with these values (in the order of kinds[], store_fact.c), made if there is none. words: of speech only. */
int64_t fact_put(store_t *store, kind_t kind, const value_t *values, const char *words, size_t size);
int32_t words_digest(const char *words, size_t size); /* a hash in 24 bits, white space aside */
void facts_remove(store_t *store, int64_t document); /* all that it states; those that no other does go */
/* Takes a fact away from a document, because of the wrong one of that id. */
void fact_withdraw(store_t *store, int64_t document, int64_t fact, const char *cause);
/* Has the facts of a document speak of another party ('p'), meeting ('m'; 0: none) or person ('w'). */
void fact_move(store_t *store, char what, int64_t document, int64_t from, int64_t to);

/* store_text.c */
const char *place_move(place_t *place,
                       uint32_t point); /* to a code point of the same text; takes as long as it is far */
/* The passage whose document, start and end a row has in three columns from this on; valid until the next call. */
value_t passage(store_t *store, sqlite3_stmt *row, int column);

/* store_wrong.c */
/* For each office whether it is one that the document seems to give and that is wrong; NULL: none is. */
const bool *wrong_offices(store_t *store, const facts_t *facts);
void withdraw(store_t *store, int64_t document, const char *name); /* takes out of a document what is wrong */

/* store_verdict.c */
int verdict_number(store_t *store, int64_t correction); /* in store->verdicts, of one that is about people */
/* Gives those of a document's people of whom corrections speak in it their document, and tells for each which of them
 * stands for it: itself, unless a correction makes it one with another. */
int *verdict_claims(store_t *store, int64_t document, const char *name, persona_t *personas, int count);
void verdict_marks(store_t *store, persona_t *p); /* the verdicts that speak of it */

/* store_correct.c */
void corrections_look(store_t *store); /* fills what the store knows of them */
/* The names of a document that are corrected: to be read anew with what they mean, or read so. */
void note_names(store_t *store, int64_t document, const document_t *of, bool is_reread);

/* store_put.c; is_reread: its facts are those of a reading with store_meanings */
void put_document(store_t *store, const facts_t *facts, bool is_reread);

/* store_remove.c */
void note_touched(store_t *store, int64_t document); /* all that it speaks of is dirty */
void remove_document(store_t *store, int64_t document);

/* store_settle.c */
void settle(store_t *store);     /* who and what is one, and how things are called, as the documents say now */
void settle_all(store_t *store); /* what was put off while the database was made */

#endif
