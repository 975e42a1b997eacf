/* scodb sql and scodb export: what the reports do not answer. */
#include <string.h>

#include "cli.h"

static int run_sql(scodb_t *db, const options_t *options) {
    scodb_rows_t *rows;
    int status = scodb_query(db, options->args[0], options->params, options->param_count, &rows);
    if (status != SCODB_OK) {
        return database_error(db, status);
    }
    int64_t count = print_rows(db, rows, NULL, options);
    return count < 0 ? NO_DATABASE : count == 0 ? NOTHING_FOUND : DONE;
}

const command_t sql_command = {
    "sql",
    "'SELECT ...' [--param name=value]...",
    "run a query of your own; nothing can be changed",
    "One SELECT. A parameter :name takes the value of --param name=value. The views and their columns\n"
    "are told by: scodb sql \"SELECT sql FROM sqlite_schema WHERE type = 'view'\"\n\n"
    "  scodb sql 'SELECT person, role FROM offices WHERE party = :party' --param party=IND\n",
    1,
    1,
    run_sql};

/* The statement that reads a table or view whole. The name is looked up, never taken as it comes. */
static const char FIND[] = "SELECT format('SELECT * FROM \"%w\"', name) FROM pragma_table_list "
                           "WHERE schema = 'main' AND type IN ('table', 'view') AND name = :name";

static int run_export(scodb_t *db, const options_t *options) {
    scodb_rows_t *found, *rows;
    options_t chosen = *options;
    scodb_value_t name = {"name", options->args[0]};
    int status = scodb_query(db, FIND, &name, 1, &found);
    if (status != SCODB_OK) {
        return database_error(db, status);
    }
    status = scodb_next(found);
    if (status != SCODB_ROW) {
        scodb_free(found);
        return status != SCODB_DONE
                   ? database_error(db, status)
                   : complain(WRONG_USE, "there is no table or view '%s'; scodb export --help names the views",
                              name.text);
    }
    status = scodb_query(db, scodb_text(found, 0), NULL, 0, &rows);
    scodb_free(found);
    if (status != SCODB_OK) {
        return database_error(db, status);
    }
    if (!options->format_given) {
        chosen.format = CSV;
    }
    return print_rows(db, rows, NULL, &chosen) < 0 ? NO_DATABASE : DONE;
}

const command_t export_command = {
    "export",
    "TABLE|VIEW",
    "write a whole table or view, as CSV unless --format says otherwise",
    "Views: offices, calendar, attendance, speech, proposals, adoptions, membership, name_forms,\n"
    "citations. CSV and TSV are made for spreadsheets: a text beginning with = + - or @ gets an\n"
    "apostrophe in front, so that it is not run as a formula. JSON and JSONL give every text exactly.\n\n"
    "  scodb export attendance > attendance.csv\n"
    "  scodb export speech --format jsonl > speech.jsonl\n",
    1,
    1,
    run_export};
