/* The files that the paths of the command line stand for, one after the other: a folder gives its files and those of
 * its folders in the bytewise order of names. Memory is bounded by the names of the folders that are open. */
#ifndef SCODB_LOADER_WALK_H
#define SCODB_LOADER_WALK_H

#include <sys/types.h>

#include "facts.h"
#include "limits.h"

typedef enum file_kind { FILE_TEXT, FILE_PAGE, FILE_RECORDS, FILE_STDIN, FILE_CORRECTIONS } file_kind_t;

/* A file that the walk came to; strings are borrowed until the next step. */
typedef struct walk_file {
    file_kind_t kind;
    const char *path;           /* as the caller may open and name it */
    const char *name;           /* its last part */
    const char *folder;         /* absolute path of the folder that it lies in, without symbolic links */
    const document_t *metadata; /* of its manifest, NULL: none */
    uint64_t size;              /* bytes */
    dev_t device;
    ino_t inode;
} walk_file_t;

/* Files in folders that were passed over, and why. */
typedef struct walk_skipped {
    long other;  /* no ending that the loader reads */
    long barred; /* their manifest is faulty */
} walk_skipped_t;

typedef enum walk_step { WALK_END, WALK_FILE, WALK_TROUBLE } walk_step_t;

typedef struct walk walk_t;

walk_t *walk_new(char *const *paths, int count); /* borrows the paths */
void walk_free(walk_t *walk);
walk_step_t walk_next(walk_t *walk, walk_file_t *file);
const char *walk_trouble_at(const walk_t *walk); /* after WALK_TROUBLE: path, or path:line:column; borrowed */
const char *walk_trouble(const walk_t *walk);    /* and what is wrong there; borrowed */
const walk_skipped_t *walk_skipped(const walk_t *walk);

#endif
