/* From facts to rows: the only module that writes to the database. */
#ifndef SCODB_LOADER_STORE_H
#define SCODB_LOADER_STORE_H

#include <sha2.h>

#include "corrections.h"
#include "extract.h"

typedef struct store store_t;

typedef enum stored {
    STORE_FAILED =
        -1, /* the database cannot go on; store_error tells; everything since the last commit is rolled back */
    STORED_NEW,
    STORED_REPLACED,
    STORED_SAME,  /* known, same text: nothing written */
    STORE_REFUSED /* this document cannot be stored (store_error tells why), others can */
} stored_t;

/* Opens the database at path for writing, or creates it; NULL: one in memory. Returns 0, or -1 with a store on which only store_error and
 * store_close may be called. knowledge gives the notes of the rules; it must outlive the store. */
int store_open(const char *path, const knowledge_t *knowledge, store_t **out);
/* The schema that the database had, if it is older than today's, else 0. Then its documents (store_documents) are to be put
 * anew, and nothing is durable before store_upgrade, which may be called once all are; store_close leaves it as it was. */
int store_older(const store_t *store);
int store_upgrade(store_t *store); /* 0, or -1 */

/* By which program and which words of the user's documents are read now, and by which others those in the database were, NULL
 * if by the same. Documents that are put make it several, until all have been put anew and store_refreshed is called. */
const char *store_maker(const store_t *store);
const char *store_other_maker(const store_t *store);
void store_refreshed(store_t *store);

const char *
store_error(const store_t *store); /* one line, names neither file nor document; borrowed until the next call */

/* The SHA-256 of a document's text, hexadecimal: the one worked out already, or into room. Any thread may ask. */
const char *store_digest(const document_t *document, char room[SHA256_DIGEST_STRING_LENGTH]);

/* What storing this document would do, by its name and text alone, without extracting: STORED_NEW, STORED_SAME,
 * STORED_REPLACED (known with another text or metadata, and replace is given), STORE_REFUSED (the same, without), or
 * STORE_FAILED. */
stored_t store_check(store_t *store, const document_t *document, int replace);

/* Stores one document, whole or not at all. Indexes and passages must be sound, as extract and facts_read make them. With
 * replace, a known document is written anew even where text and metadata are the same: words or rules may have changed
 * (store_check says beforehand whether that is wanted). */
stored_t store_put(store_t *store, const facts_t *facts, int replace);
int store_remove(store_t *store, const char *name); /* 1 removed, 0 no such document, -1 failed */

/* Calls visit with each stored document whose name comes after the given one (NULL: all), in the bytewise order of names;
 * visit may not write. Stops if visit returns non-zero and returns that, or -1 if the database fails. For --refresh, in
 * rounds: the documents' strings live until visit returns. */
int store_documents(store_t *store, const char *after, int (*visit)(void *context, const document_t *document),
                    void *context);

/* Makes these the corrections of their file, in place of those stored under its id. 1: something changed, 0: all were
 * stored already, -1: failed. Documents that they concern are to be read anew before the run ends: */
int store_correct(store_t *store, const corrections_t *corrections);
/* Calls visit with the first document after that name (NULL: the first of all) that is to be read anew; returns what it
 * returns, 0: there is none, -1: failed. */
int store_rereading(store_t *store, const char *after, int (*visit)(void *context, const document_t *document),
                    void *context);
/* What names mean in a document by corrections, in memory of arena; a later one goes before an earlier. own: whether some
 * mean it in this document alone. */
typedef LIST(meaning_t) meanings_t;
meanings_t store_meanings(store_t *store, const char *document, arena_t *arena, int *own);
stored_t store_reread(store_t *store, const facts_t *facts); /* stores what was read with them */
int store_unfit(store_t *store, int *all); /* how many corrections, of all, are kept but fit nothing; -1: failed */

/* Settles who is who and how things are called, as all documents say now, and makes all since the last commit durable. 0,
 * or -1. */
int store_commit(store_t *store);
/* Commits. compact: also puts full text and file in order, for which no other program may have it open, and which takes as
 * much room again. 0, -1, or 1: all is durable, but another program has the file open (store_error tells). */
int store_finish(store_t *store, int compact);
int store_unfinished(store_t *store); /* whether it was never made compact */
/* Rolls back what was not committed, and leaves one plain file, which can be read where nothing may be written. NULL is
 * allowed. */
void store_close(store_t *store);

#endif
