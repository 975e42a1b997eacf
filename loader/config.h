/* Strict reading of the project's own data files: every unknown key, wrong type and missing member is an error with its
 * place, and reading goes on so that all errors of a file are seen at once. */
#ifndef SCODB_LOADER_CONFIG_H
#define SCODB_LOADER_CONFIG_H

#include <stdbool.h>
#include <stdio.h>

#include <jansson.h>

#include "arena.h"

typedef struct config {
    const char *file, *text;
    bool own;     /* not embedded, but of a folder that the user gave */
    json_t *root; /* an object; freed by config_close */
    FILE *errors;
    int *failures; /* counts the errors of all files */
} config_t;

bool config_open(config_t *config, const char *file, const char *text, size_t size, FILE *errors, int *failures);
void config_close(config_t *config);

/* Prints "file:line: message"; the line is the first that holds near in quotation marks (NULL: line 1). */
void config_error(config_t *config, const char *near, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* The line of the first member "key": "value", or of the string near behind it (NULL: none). */
int config_line(const config_t *config, const char *key, const char *value, const char *near);

/* Checks the members of an object against a list such as "name:s forms:l? year:i?": s string, l list of strings, i
 * integer, b boolean, m map of strings, a list of anything; ? may be missing or null. */
bool config_check(config_t *config, json_t *value, const char *members, const char *near);

const char *config_string(json_t *object, const char *key); /* NULL if missing; borrowed from the file's tree */

#endif
