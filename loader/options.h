/* The command line. */
#ifndef SCODB_LOADER_OPTIONS_H
#define SCODB_LOADER_OPTIONS_H

typedef struct options {
    const char *db;       /* NULL with --facts and --explain */
    const char *encoding; /* NULL: UTF-8 */
    int facts, explain;   /* write facts out instead of storing them */
    int from_facts;       /* the paths are files of facts */
    int replace, refresh, quiet;
    int jobs;
    const char **remove, **data; /* arrays that the caller frees; the strings are those of main */
    int remove_count, data_count;
    char **paths;
    int path_count;
} options_t;

typedef enum options_result {
    OPTIONS_RUN,
    OPTIONS_DONE, /* help or version was asked for, and printed */
    OPTIONS_WRONG /* told on standard error */
} options_result_t;

options_result_t options_read(int argc, char **argv, options_t *out);

#endif
