/* scodb sql: what the reports do not answer. */
#include "cli.h"

static int run_sql(scodb_t *db, const options_t *options) {
    scodb_rows_t *rows;
    int status = scodb_query(db, options->args[0], options->params, options->param_count, &rows);
    if (status != SCODB_OK) {
        return database_error(db, status);
    }
    return print_whole(db, rows, options->args[0], options);
}

const command_t sql_command = {
    .name = "sql",
    .usage = "'SELECT ...' [--param name=value]...",
    .about = "run a query of your own; nothing can be changed",
    .help = "One SELECT. A parameter :name takes the value of --param name=value. The views\n"
            "and their columns are told by:\n\n"
            "  scodb sql \"SELECT sql FROM sqlite_schema WHERE type = 'view'\"\n\n"
            "  scodb sql 'SELECT role FROM offices WHERE party = :party' --param party=IND\n",
    .least = 1,
    .most = 1,
    .takes = TAKES_PARAMS | TAKES_LIMIT,
    .run = run_sql,
};
