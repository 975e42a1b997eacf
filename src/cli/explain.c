/* scodb explain: from a fact to the words it rests on. */
#include <stdlib.h>
#include <string.h>

#include "cli.h"

/* A line of what is known; nothing where it is not. */
static void line(const char *label, const char *text) {
    char *clean = text_clean(text);
    if (*clean != '\0') {
        printf("%-10s %s\n", label, clean);
    }
    free(clean);
}

static void print_evidence(scodb_rows_t *rows, const options_t *options) {
    const char *before = scodb_get(rows, "before"), *passage = scodb_get(rows, "passage"),
               *after = scodb_get(rows, "after");
    size_t room = strlen(before) + strlen(passage) + strlen(after) + 2 * strlen("⟦") + 1;
    char *paragraph = or_stop(malloc(room));
    snprintf(paragraph, room, "%s⟦%s⟧%s", before, passage, after);
    line("fact", scodb_get(rows, "fact_id"));
    line("document", scodb_get(rows, "document"));
    line("title", scodb_get(rows, "title"));
    line("published", scodb_get(rows, "published"));
    line("source", scodb_get(rows, "uri"));
    line("rule", scodb_get(rows, "rule"));
    line("", scodb_get(rows, "note"));
    putchar('\n');
    text_paragraph(paragraph, 2, options);
    free(paragraph);
}

static int run(scodb_t *db, const options_t *options) {
    scodb_rows_t *rows;
    int status = scodb_evidence(db, options->args[0], &rows);
    if (status == SCODB_NOT_FOUND) {
        return complain(NOTHING_FOUND, "%s; the column fact_id of reports and views has the ids", scodb_errmsg(db));
    }
    if (status != SCODB_OK) {
        return database_error(db, status);
    }
    if (options->format != TABLE) {
        return print_rows(db, rows, NULL, options) < 0 ? NO_DATABASE : DONE;
    }
    for (int i = 0; (status = scodb_next(rows)) == SCODB_ROW; i++) {
        fputs(i == 0 ? "" : i == 1 ? "\nThe same fact elsewhere\n\n" : "\n", stdout);
        print_evidence(rows, options);
    }
    scodb_free(rows);
    return status == SCODB_DONE ? DONE : database_error(db, status);
}

const command_t explain_command = {
    "explain",
    "FACT",
    "show the passage that a fact rests on, and the rule that found it",
    "FACT is a fact_id as reports and views give it: document:kind:start-end. The passage is marked\n"
    "in its paragraph; other documents that state the same fact follow.\n\n"
    "  scodb explain astana-2024-council:meeting:77-169\n",
    1,
    1,
    run};
