/* From text to facts: the words and rules, and the extraction that they drive. */
#ifndef SCODB_LOADER_EXTRACT_H
#define SCODB_LOADER_EXTRACT_H

#include <stdio.h>

#include "facts.h"

/* All words and rules, compiled. Read-only once loaded: threads share one. */
typedef struct knowledge knowledge_t;

/* Loads the embedded words and rules, and those of the folders on top of them. On failure prints every error found to
 * errors as "file:line:column: what is wrong" and returns NULL. */
const knowledge_t *knowledge_load(const char *const *folders, int count, FILE *errors);

/* A name that means something else than the words say. */
typedef struct meaning {
    const char *name, *party; /* code of a state or organization that the words have; others are left out */
} meaning_t;

/* The same with names that go before the words. */
const knowledge_t *knowledge_load_meaning(const char *const *folders, int count, const meaning_t *meanings,
                                          int meaning_count, FILE *errors);
void knowledge_free(const knowledge_t *knowledge);
const char *knowledge_party(const knowledge_t *knowledge, const char *name); /* code of the party with that code or name, or NULL */
/* A name without case, accents and punctuation; transliterated also without differences of spelling, as keys of people. */
const char *knowledge_fold(const knowledge_t *knowledge, const char *name, int transliterate, arena_t *arena);
/* The files of the user's folders: their names and a digest of all they hold; NULL: there are none. Borrowed. */
const char *knowledge_own(const knowledge_t *knowledge);
const char *knowledge_rule_note(const knowledge_t *knowledge, const char *rule); /* NULL: no such rule; borrowed */
const char *knowledge_topic_note(const knowledge_t *knowledge, const char *topic); /* the same of a topic */

/* What one thread needs to extract: scratch memory that is reused from document to document. */
typedef struct extractor extractor_t;

extractor_t *extractor_new(const knowledge_t *knowledge);
void extractor_free(extractor_t *extractor);

/* Reads a document's text and fills out, whose memory comes from arena. A pure function of the document and the
 * knowledge; document's strings must live as long as out. */
void extract(extractor_t *extractor, const document_t *document, arena_t *arena, facts_t *out);

#endif
