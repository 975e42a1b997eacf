/* What is known of a document beside its text: read the same way from a manifest and from a record. */
#ifndef SCODB_LOADER_METADATA_H
#define SCODB_LOADER_METADATA_H

#include "facts.h"
#include "json.h"

/* Reads the members id, title, publisher, published, uri, language of object, all optional or null, into out; id
 * becomes the name. Any other member than these and the one called own is an error. at is the object's place in text,
 * from which it was parsed. Returns 0, or -1 with the first fault. */
int metadata_read(const char *text, const char *at, const json_t *object, const char *own, arena_t *arena,
                  document_t *out, fault_t *fault);

/* Takes a value for a key that has none yet, if both are known and good; silent about what is wrong.
 * Returns 1 if it was taken. */
int metadata_take(document_t *out, const char *key, const char *value, arena_t *arena);

/* Fills what out does not know from other, and takes its text; no string is copied, the name stays. */
void metadata_complete(document_t *out, const document_t *other);

/* The same with all strings in arena, the text too if there is one. */
document_t metadata_copy(const document_t *from, arena_t *arena);

/* NULL, or what is wrong with a document's name. */
const char *metadata_check_name(const char *name);
/* NULL, or what is wrong with a day (exactly YYYY-MM-DD, one that the calendar has). */
const char *metadata_check_day(const char *day);

#endif
