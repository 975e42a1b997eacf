/* manifest.json: what is known of the files beside it. */
#ifndef SCODB_LOADER_MANIFEST_H
#define SCODB_LOADER_MANIFEST_H

#include "facts.h"
#include "json.h"

typedef struct manifest manifest_t;

/* Reads the manifest at path. Returns 0 and the manifest, NULL if there is no such file, or -1 with the fault (line 0:
 * the file cannot be read at all). */
int manifest_read(const char *path, manifest_t **out, fault_t *fault);
void manifest_free(manifest_t *manifest);

/* What it says of a file, with name NULL if it gives no id; NULL: nothing. Borrowed. Notes that the file was met. */
const document_t *manifest_find(manifest_t *manifest, const char *file);
const char *manifest_next_unmet(manifest_t *manifest); /* a file not met and not yet told; NULL: no more */

#endif
