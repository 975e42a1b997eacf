/* scodb sql and scodb export: what the reports do not answer. */
#include <stdlib.h>
#include <string.h>

#include "cli.h"

static int print_all(scodb_t *db, scodb_rows_t *rows, const options_t *options) {
    if (options->format == HTML) {
        page_begin(options->args[0], options);
    }
    int64_t count = print_rows(db, rows, NULL, options);
    page_end(options);
    return count < 0 ? NO_DATABASE : count == 0 ? NOTHING_FOUND : DONE;
}

static int run_sql(scodb_t *db, const options_t *options) {
    scodb_rows_t *rows;
    int status = scodb_query(db, options->args[0], options->params, options->param_count, &rows);
    if (status != SCODB_OK) {
        return database_error(db, status);
    }
    return print_all(db, rows, options);
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

static const char TABLES[] = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'view')";
/* The statement that reads a table or view whole. The name is looked up, never taken as it comes. */
static const char FIND[] = "SELECT format('SELECT * FROM \"%w\"', name) FROM pragma_table_list "
                           "WHERE schema = 'main' AND type IN ('table', 'view') AND name = :name";

static int unknown_table(scodb_t *db, const char *name) {
    scodb_rows_t *rows;
    near_t near;
    near_begin(&near, name);
    int status = scodb_query(db, TABLES, NULL, 0, &rows);
    if (status == SCODB_OK) {
        while ((status = scodb_next(rows)) == SCODB_ROW) {
            near_try(&near, scodb_text(rows, 0), scodb_text(rows, 0));
        }
        scodb_free(rows);
    }
    char *advice = near_end(&near, "scodb export --help names the views");
    complain(WRONG_USE, "there is no table or view '%s'%s", name, advice);
    free(advice);
    return WRONG_USE;
}

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
        return status != SCODB_DONE ? database_error(db, status) : unknown_table(db, name.text);
    }
    status = scodb_query(db, scodb_text(found, 0), NULL, 0, &rows);
    scodb_free(found);
    if (status != SCODB_OK) {
        return database_error(db, status);
    }
    if (!options->format_given) {
        chosen.format = CSV;
    }
    return print_all(db, rows, &chosen) == NO_DATABASE ? NO_DATABASE : DONE;
}

const command_t export_command = {
    .name = "export",
    .usage = "TABLE|VIEW",
    .about = "write a whole table or view, as CSV unless --format says otherwise",
    .help = "Views: offices, calendar, attendance, speech, proposals, adoptions, membership,\n"
            "name_forms, citations. CSV and TSV are made for spreadsheets: a text that would\n"
            "run as a formula gets an apostrophe in front. JSON and JSONL give every text\n"
            "exactly.\n\n"
            "  scodb export attendance > attendance.csv\n"
            "  scodb export speech --format jsonl > speech.jsonl\n",
    .least = 1,
    .most = 1,
    .takes = TAKES_LIMIT,
    .run = run_export,
};
