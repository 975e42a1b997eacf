/* scodb search: full text. */
#include <stdlib.h>
#include <string.h>

#include "cli.h"

enum { USUAL_LIMIT = 20 };

/* The parameters that narrow a search. */
static int set_filter(scodb_filter_t *filter, const scodb_value_t *param) {
    const char **member = strcmp(param->name, "person") == 0     ? &filter->person
                          : strcmp(param->name, "party") == 0    ? &filter->party
                          : strcmp(param->name, "document") == 0 ? &filter->document
                                                                 : NULL;
    if (member == NULL) {
        return complain(WRONG_USE, "search has no parameter '%s'; it has person, party and document", param->name);
    }
    *member = param->text;
    return DONE;
}

static int search(scodb_t *db, const char *words, const options_t *options) {
    scodb_filter_t filter = SCODB_FILTER_INIT;
    scodb_rows_t *rows;
    int status = DONE;
    filter.words = words;
    filter.limit = options->limit > 0 ? options->limit : USUAL_LIMIT;
    for (size_t i = 0; i < options->param_count && status == DONE; i++) {
        status = set_filter(&filter, &options->params[i]);
    }
    if (status != DONE) {
        return status;
    }
    status = scodb_list(db, SCODB_SEARCH, &filter, &rows);
    if (status != SCODB_OK) {
        return database_error(db, status);
    }
    if (options->format != TABLE) {
        page_begin(words, options);
        page_gap(options);
    }
    int64_t count = print_rows(db, rows, is_page(options) ? "speaker text document fact_id" : NULL, options);
    page_end(options);
    if (count == 0) {
        return complain(NOTHING_FOUND,
                        "nothing has all the words of: %s; try fewer, or the beginning of one with a star (coop*)",
                        words);
    }
    return count < 0 ? NO_DATABASE : DONE;
}

static int run(scodb_t *db, const options_t *options) {
    char *words = join_args(options->args, options->arg_count);
    int status = search(db, words, options);
    free(words);
    return status;
}

const command_t search_command = {
    .name = "search",
    .usage = "WORDS [--limit N] [--param NAME=VALUE]",
    .about = "find statements and documents by their words",
    .help = "All words must occur, in any form (cooperate finds cooperation), case and\n"
            "accents aside. \"In quotes\": next to each other. A star: any ending. Statements\n"
            "come first, then whole documents, the best first; 20 at most unless --limit\n"
            "says otherwise. The parameters person, party and document narrow the search.\n\n"
            "  scodb search water cooperation\n"
            "  scodb search '\"green development\" forum' --party CHN\n",
    .least = 1,
    .most = 64,
    .takes = TAKES_PARAMS | TAKES_LIMIT,
    .run = run,
};
