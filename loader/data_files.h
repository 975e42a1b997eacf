/* The files of words and rules, embedded and of the user's folders, as they are read into a knowledge_t. */
#ifndef SCODB_LOADER_DATA_FILES_H
#define SCODB_LOADER_DATA_FILES_H

#include "config.h"
#include "extract.h"

typedef struct data_file {
    config_t config;
    bool words; /* else rules */
    int order, number;
} data_file_t;

typedef struct data_files {
    arena_t *arena;
    LIST(data_file_t) list; /* in the order of reading */
    FILE *errors;
    int failures;
    const meaning_t *meanings; /* names that go before the words; to be set before they are read */
    int meaning_count;
} data_files_t;

/* Errors are printed to errors as "file:line: what is wrong" and counted; reading goes on. files may not be moved. */
void data_files_open(data_files_t *files, const char *const *folders, int count, FILE *errors);
void data_files_close(data_files_t *files);

/* Reads all, for the caller to free. If there were failures, nothing may be extracted with what is returned. */
knowledge_t *data_files_read(data_files_t *files);

#endif
