/* The command line. */
#ifndef SCODB_LOADER_OPTIONS_H
#define SCODB_LOADER_OPTIONS_H

/* What is done with the documents; all but the first write to standard output. */
typedef enum task { TASK_STORE, TASK_FACTS, TASK_EXPLAIN, TASK_STATS, TASK_EVAL, TASK_LINT } task_t;

typedef struct options {
    task_t task;
    const char *db;       /* NULL: none is named */
    const char *encoding; /* NULL: UTF-8 */
    int from_facts;       /* the paths are files of facts */
    int errors;           /* with TASK_EVAL: list what is missed and wrong */
    int replace, refresh, finish, quiet;
    int jobs;
    const char **remove, **data; /* arrays that the caller frees; the strings are those of main */
    const char **corrections; /* likewise: files */
    int remove_count, data_count, corrections_count;
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
