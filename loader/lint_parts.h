/* What the parts of the checking share: lint.c tells, lint_rules.c and lint_words.c find. */
#ifndef SCODB_LOADER_LINT_PARTS_H
#define SCODB_LOADER_LINT_PARTS_H

#include "analysis.h"
#include "data_files.h"
#include "map.h"

typedef struct lint {
    data_files_t files;
    knowledge_t *knowledge;
    arena_t *arena;
    bool has_folders; /* the user gave some */
    int errors, warnings;
} lint_t;

/* Print "file:line: warning: what", "file:line: error: what". */
void lint_warn(lint_t *lint, const char *file, int line, const char *format, ...) __attribute__((format(printf, 4, 5)));
void lint_error(lint_t *lint, const char *file, int line, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

void lint_rules(lint_t *lint);
void lint_words(lint_t *lint);

/* Whether the program refers to a class by name (lexicon.h), or the rules do. */
bool lint_is_read(const lint_t *lint, unsigned class);

#endif
