/* Names for documents that are given as plain files: the file's name without its ending, with as many of its folders as
 * set it apart from other files of the same name; of files in one folder that differ in their ending only, with it. */
#ifndef SCODB_LOADER_NAMES_H
#define SCODB_LOADER_NAMES_H

#include "walk.h"

typedef struct names names_t;

/* Goes through the paths once to learn which names clash. *bytes is the size of all files, 0 if it cannot be known. */
names_t *names_new(char *const *paths, int count, uint64_t *bytes);
void names_free(names_t *names);
const char *names_of(const names_t *names, const walk_file_t *file, arena_t *arena);

#endif
