/* scodb search: full text. */
#include <stdlib.h>
#include <string.h>

#include "cli.h"

/* The arguments as one text; the caller frees it. */
static char *join(char **args, int count) {
    size_t size = 1;
    for (int i = 0; i < count; i++) {
        size += strlen(args[i]) + 1;
    }
    char *text = or_stop(calloc(size, 1));
    for (int i = 0; i < count; i++) {
        strcat(strcat(text, i > 0 ? " " : ""), args[i]);
    }
    return text;
}

static int run(scodb_t *db, const options_t *options) {
    scodb_filter_t filter = SCODB_FILTER_INIT;
    scodb_rows_t *rows;
    char *words = join(options->args, options->arg_count);
    filter.words = words;
    filter.limit = options->limit > 0 ? options->limit : 20;
    int status = scodb_list(db, SCODB_SEARCH, &filter, &rows);
    if (status != SCODB_OK) {
        free(words);
        return database_error(db, status);
    }
    const char *pick = options->format == TABLE || options->format == MARKDOWN ? "speaker text document fact_id" : NULL;
    int64_t count = print_rows(db, rows, pick, options);
    if (count == 0) {
        complain(NOTHING_FOUND,
                 "nothing has all the words of: %s; try fewer, or the beginning of one with a star (coop*)", words);
    }
    free(words);
    return count < 0 ? NO_DATABASE : count == 0 ? NOTHING_FOUND : DONE;
}

const command_t search_command = {
    "search",
    "WORDS [--limit N]",
    "find statements and documents by their words",
    "All words must occur, in any form (cooperate finds cooperation), case and accents aside.\n"
    "\"In quotes\": next to each other. A star: any ending. Statements come first, then whole\n"
    "documents, the best first; 20 at most unless --limit says otherwise.\n\n"
    "  scodb search water cooperation\n"
    "  scodb search '\"green development\" forum'\n",
    1,
    64,
    run};
