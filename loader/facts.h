/* What one document says: the form between extraction and storing, in memory and as JSON Lines.
 *
 * Extraction fills a facts_t (relate_*.c), store.c turns it into rows, facts_write and facts_read make it one JSON object
 * and back (schema/facts.schema.json). Nothing in it depends on other documents: who is who across documents is settled by the
 * keys, which are functions of this document and the words alone.
 *
 * Strings are NUL-terminated UTF-8 in the arena of the facts; NULL is "the document does not say". Indexes point into
 * the arrays beside; -1 (NONE) is "none". Offsets count code points of the document's text from 0, the end exclusive. */
#ifndef SCODB_LOADER_FACTS_H
#define SCODB_LOADER_FACTS_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "arena.h"
#include "output.h"

enum { NONE = -1 };

/* A growing array whose memory lives in an arena. */
#define LIST(type)                                                                                                     \
    struct {                                                                                                           \
        type *at;                                                                                                      \
        int count, room;                                                                                               \
    }

typedef LIST(const char *) strings_t;

typedef struct document {
    const char *name;  /* unique; how the document is cited */
    const char *title; /* metadata as given, NULL unknown */
    const char *publisher;
    const char *uri;
    const char *published; /* ISO 8601 day; if not given, from the text's own date line */
    const char *language;  /* BCP 47 */
    const char *text;      /* UTF-8, valid, NUL-free, no byte-order mark, line ends '\n' */
    size_t size;           /* of text, in bytes */
    const char *digest;    /* SHA-256 of text, hexadecimal; NULL: not worked out yet */
} document_t;

/* Where the document says it, and which rule found it. */
typedef struct evidence {
    uint32_t start, end; /* code points */
    const char *rule;    /* name of the rule; its note is in the rule files */
} evidence_t;

typedef struct party {
    const char *kind;     /* "state", "organization", "group" */
    const char *code;     /* alpha-3, acronym or full name, "group": unique in the document */
    const char *name;     /* English name; NULL for the group */
    const char *alpha2;   /* states only */
    const char *official; /* full name of a state, or NULL */
    const char *sort;     /* organizations only: intergovernmental, organ, body, ... */
    strings_t forms;      /* spellings in this document, each once, sorted bytewise */
} party_t;

typedef struct person {
    const char *key;  /* identity across documents */
    const char *name; /* name to show: the word list's if listed, else the fullest form in this document */
    int listed;       /* 1: the word list knows the person */
    strings_t forms;  /* spellings in this document, each once, sorted bytewise */
} person_t;

typedef struct office {
    int person;
    const char *role; /* NULL: the document gives none */
    const char *rank; /* see roles.rank; NULL if role is NULL */
    const char *post; /* the office by its common name, whichever the words of the document; or NULL */
    int party;        /* NONE: unknown */
    evidence_t evidence;
} office_t;

typedef struct meeting {
    strings_t keys;   /* identity across documents: meetings that share one are one; at least one */
    const char *name; /* in the words of the document */
    int organization; /* party, or NONE */
    int ordinal;      /* 0: unknown */
    const char *date; /* first day, ISO 8601, or NULL */
    const char *place;
    evidence_t evidence;
} meeting_t;

typedef struct attendance {
    int meeting;
    int person; /* NONE: unnamed delegation of party */
    int party;  /* NONE: the document does not say */
    const char *capacity;
    evidence_t evidence;
} attendance_t;

/* What may stand in statement_t.act and in statement_t.category (PLOVER). */
#define SPEECH_ACTS "|asserts|proposes|promises|asks|praises|thanks|hopes|opposes|agrees|announces|expresses|"
#define EVENT_CATEGORIES                                                                                               \
    "|AGREE|CONSULT|SUPPORT|CONCEDE|COOPERATE|AID|RETREAT|REQUEST|ACCUSE|REJECT|THREATEN|PROTEST|SANCTION|MOBILIZE|"   \
    "COERCE|ASSAULT|"

typedef struct statement {
    int person; /* NONE: the party speaks itself */
    int party;
    const char *mode;     /* "direct", "reported" */
    const char *verb;     /* as it stands in the text, or NULL */
    const char *act;      /* see statements.act, or NULL */
    const char *category; /* see categories, or NULL */
    strings_t topics;     /* each once, sorted bytewise */
    int meeting;          /* NONE: unknown */
    evidence_t evidence;  /* the words themselves */
} statement_t;

typedef struct proposal {
    const char *key;  /* identity of the initiative across documents */
    const char *name; /* in the words of the document */
    const char *kind; /* forum, centre, fund, ...; or NULL */
    int party;
    int person;              /* who said so, or NONE */
    const char *stance;      /* see proposings.stance, or NULL */
    int year;                /* 0: none */
    double quantity;         /* 0: none */
    const char *unit;        /* of the quantity, or NULL */
    int beneficiary_party;   /* for whom it is, or NONE */
    const char *beneficiary; /* the same in the words of the document, where it is no party; or NULL */
    evidence_t evidence;
} proposal_t;

typedef struct adoption {
    const char *key;  /* identity of the instrument across documents */
    const char *name; /* in the words of the document */
    const char *kind; /* declaration, agreement, ...; or NULL */
    const char *action;
    int party;
    int meeting; /* NONE: the document does not say */
    evidence_t evidence;
} adoption_t;

typedef struct standing {
    int party;        /* the member */
    int organization; /* party */
    const char *status, *event;
    int year; /* 0: none */
    evidence_t evidence;
} standing_t;

typedef struct sentence {
    uint32_t start, end; /* code points */
    int paragraph;       /* from 1 */
} sentence_t;

/* What looks like a name and no word explains. */
typedef struct unknown {
    const char *kind; /* name, acronym, party, office: see unknowns.kind in the schema */
    const char *form; /* as it stands, in one line; each once in a document */
    int times;
    uint32_t start, end; /* where it stands first */
} unknown_t;

typedef struct facts {
    arena_t *arena; /* owns everything below */
    document_t document;
    LIST(sentence_t) sentences;
    LIST(party_t) parties;
    LIST(person_t) people;
    LIST(office_t) offices;
    LIST(meeting_t) meetings;
    LIST(attendance_t) attendance;
    LIST(statement_t) speech;
    LIST(proposal_t) proposals;
    LIST(adoption_t) adoptions;
    LIST(standing_t) membership;
    LIST(unknown_t) unknowns; /* in the order of the text */
} facts_t;

/* The JSON form (facts_form.h). facts_write makes one line in place of what was in out. facts_read takes one line;
 * on failure it returns -1 and puts a one-line reason (without file name) into why. Both check nothing about the world. */
void facts_write(const facts_t *facts, output_t *out);
int facts_read(const char *line, size_t size, arena_t *arena, facts_t *out, char *why, size_t room);

#endif
