/* scodb export: a table or view as it is, or the whole database in a format of others. */
#include <stdlib.h>
#include <string.h>

#include "export.h"

typedef struct exporter {
    const char *name;
    int (*run)(scodb_t *db, const char *table, const char *path); /* exit status */
} exporter_t;

static const exporter_t EXPORTERS[] = {{"xlsx", export_as_xlsx},
                                       {"annotations", export_as_annotations},
                                       {"ftm", export_as_ftm},
                                       {"popolo", export_as_popolo},
                                       {"graphml", export_as_graphml}};

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

int export_table(scodb_t *db, const char *name, scodb_rows_t **out) {
    scodb_rows_t *found;
    scodb_value_t value = {"name", name};
    int status = scodb_query(db, FIND, &value, 1, &found);
    if (status != SCODB_OK) {
        return database_error(db, status);
    }
    status = scodb_next(found);
    if (status == SCODB_DONE) {
        scodb_free(found);
        return unknown_table(db, name);
    }
    status = status == SCODB_ROW ? scodb_query(db, scodb_text(found, 0), NULL, 0, out) : status;
    scodb_free(found);
    return status == SCODB_OK ? DONE : database_error(db, status);
}

static int print_table(scodb_t *db, const options_t *options) {
    scodb_rows_t *rows;
    options_t chosen = *options;
    int status = export_table(db, options->args[0], &rows);
    if (status != DONE) {
        return status;
    }
    if (!options->format_given) {
        chosen.format = CSV;
    }
    return print_whole(db, rows, options->args[0], &chosen) == NO_DATABASE ? NO_DATABASE : DONE;
}

static const exporter_t *find_exporter(const char *name) {
    for (size_t i = 0; i < sizeof EXPORTERS / sizeof EXPORTERS[0]; i++) {
        if (strcmp(EXPORTERS[i].name, name) == 0) {
            return &EXPORTERS[i];
        }
    }
    return NULL;
}

static int unknown_exporter(const char *name) {
    near_t near;
    near_begin(&near, name);
    for (size_t i = 0; i < sizeof EXPORTERS / sizeof EXPORTERS[0]; i++) {
        near_try(&near, EXPORTERS[i].name, EXPORTERS[i].name);
    }
    char *advice = near_end(&near, "use xlsx, annotations, ftm, popolo or graphml");
    complain(WRONG_USE, "there is no export to '%s'%s", name, advice);
    free(advice);
    return WRONG_USE;
}

/* What does not go together. */
static int check(const options_t *options, const exporter_t *exporter) {
    if (options->to == NULL) {
        return options->arg_count == 1
                   ? DONE
                   : complain(WRONG_USE, "export what? name a table or view, or a format with --to; "
                                         "see scodb export --help");
    }
    if (exporter == NULL) {
        return unknown_exporter(options->to);
    }
    if (options->format_given || options->limit > 0) {
        return complain(WRONG_USE, "--to %s goes with neither --format nor --limit; leave them out", options->to);
    }
    if (exporter->run != export_as_xlsx) {
        return options->arg_count == 0 ? DONE
                                       : complain(WRONG_USE, "--to %s takes the whole database; leave out %s",
                                                  options->to, options->args[0]);
    }
    return options->output != NULL ? DONE : complain(WRONG_USE, "xlsx is no text; name a file with -o");
}

static int write_all(scodb_t *db, const exporter_t *exporter, const char *table, const char *path) {
    reading_t *reading;
    int status = reading_begin(db, &reading);
    if (status == DONE) {
        status = exporter->run(db, table, path);
        reading_end(reading);
    }
    return status;
}

static int run(scodb_t *db, const options_t *options) {
    const exporter_t *exporter = options->to == NULL ? NULL : find_exporter(options->to);
    output_file_t file;
    int status = check(options, exporter);
    if (status == DONE) {
        status = output_file_begin(&file, options);
    }
    if (status != DONE) {
        return status;
    }
    status = exporter == NULL
                 ? print_table(db, options)
                 : write_all(db, exporter, options->arg_count == 1 ? options->args[0] : NULL, file.temporary);
    return output_file_end(&file, status);
}

const command_t export_command = {
    .name = "export",
    .usage = "[TABLE|VIEW] [--to FORMAT] [-o FILE]",
    .about = "write a table or view, or the whole database for other programs",
    .help = "A table or view comes as CSV unless --format says otherwise. Views: offices,\n"
            "calendar, attendance, speech, proposals, adoptions, membership, name_forms,\n"
            "citations. CSV and TSV are made for spreadsheets: a text that would run as a\n"
            "formula gets an apostrophe in front. JSON and JSONL give every text exactly.\n\n"
            "The whole database goes --to\n"
            "  xlsx         a spreadsheet, a sheet for each public view, or for the TABLE or\n"
            "               VIEW alone; needs -o\n"
            "  annotations  W3C Web Annotation: each fact on its passage, as JSON-LD\n"
            "  ftm          FollowTheMoney: people, bodies, events and links, as JSON Lines\n"
            "  popolo       Popolo: people, posts, memberships, events, speeches, as JSON\n"
            "  graphml      who met whom: people, and how many meetings they share\n\n"
            "-o FILE is replaced when all is written, else left as it was. Its ending tells\n"
            "the format (.xlsx, .graphml, .csv, .json, ...) if no option does.\n\n"
            "  scodb export attendance > attendance.csv\n"
            "  scodb export speech --format jsonl > speech.jsonl\n"
            "  scodb export -o sco.xlsx\n",
    .least = 0,
    .most = 1,
    .takes = TAKES_LIMIT | TAKES_OUTPUT,
    .run = run,
};
