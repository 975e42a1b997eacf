/* scodb report: the canned reports. */
#include <stdlib.h>
#include <string.h>

#include "cli.h"

static const scodb_report_t *find_report(const char *name) {
    const scodb_report_t *const *at = scodb_reports();
    while (*at != NULL && strcmp((*at)->name, name) != 0) {
        at++;
    }
    return *at;
}

static int unknown_report(const char *name) {
    near_t near;
    near_begin(&near, name);
    for (const scodb_report_t *const *at = scodb_reports(); *at != NULL; at++) {
        near_try(&near, (*at)->name, (*at)->name);
    }
    char *advice = near_end(&near, "scodb report lists them");
    complain(WRONG_USE, "there is no report '%s'%s", name, advice);
    free(advice);
    return WRONG_USE;
}

static cell_t text_cell(const char *name, const char *text) {
    return (cell_t){name, text, SCODB_TEXT};
}

/* For people, a list for each group. */
int report_list(const options_t *options) {
    const writer_t *writer = writer_for(options);
    const char *group = "";
    output_t out = {.options = options};
    page_begin("Reports", options);
    for (const scodb_report_t *const *at = scodb_reports(); *at != NULL; at++, out.rows++) {
        cell_t cells[] = {text_cell("group", (*at)->group), text_cell("report", (*at)->name),
                          text_cell("title", (*at)->title), text_cell("question", (*at)->question)};
        int first = is_page(options), count = (options->format == TABLE ? 3 : 4) - first;
        if (out.rows == 0 || (is_page(options) && strcmp(group, (*at)->group) != 0)) {
            if (out.rows > 0) {
                writer->end(&out);
            }
            group = (*at)->group;
            out = (output_t){.options = options};
            page_section(group, options);
            writer->begin(&out, cells + first, count);
        }
        writer->row(&out, cells + first, count);
    }
    writer->end(&out);
    page_note("scodb report NAME runs one; scodb report describe NAME tells its parameters and columns.", options);
    page_end(options);
    return DONE;
}

/* Names in a column, then the meanings, wrapped beside them. */
static void print_fields(const char *heading, const scodb_field_t *fields, const options_t *options) {
    if (fields->name == NULL) {
        return;
    }
    page_section(heading, options);
    for (; fields->name != NULL; fields++) {
        printf("  %s%s%s\n", fields->name, fields->fallback == NULL ? "" : "=",
               fields->fallback == NULL ? "" : fields->fallback);
        text_paragraph(fields->meaning, 6, options);
    }
}

/* The same for programs and pages: a row for each parameter and column. */
static void write_fields(const scodb_report_t *report, const options_t *options) {
    const writer_t *writer = writer_for(options);
    output_t out = {.options = options};
    for (int part = 0; part < 2; part++) {
        const scodb_field_t *field = part == 0 ? report->params : report->columns;
        for (; field->name != NULL; field++, out.rows++) {
            cell_t cells[] = {text_cell("field", part == 0 ? "parameter" : "column"), text_cell("name", field->name),
                              text_cell("type", field->type), text_cell("fallback", field->fallback),
                              text_cell("meaning", field->meaning)};
            if (out.rows == 0) {
                writer->begin(&out, cells, 5);
            }
            writer->row(&out, cells, 5);
        }
    }
    writer->end(&out);
}

int report_describe(const char *name, const options_t *options) {
    const scodb_report_t *report = find_report(name);
    if (report == NULL) {
        return unknown_report(name);
    }
    page_begin(report->title, options);
    page_gap(options);
    page_text(report->question, options);
    if (options->format == TABLE) {
        print_fields("Parameters (--param name=value, or --name value)", report->params, options);
        print_fields("Columns", report->columns, options);
    } else {
        page_gap(options);
        write_fields(report, options);
    }
    page_note(report->read, options);
    page_end(options);
    return DONE;
}

/* Every parameter given must be one of the report's. */
static int check_params(const scodb_report_t *report, const options_t *options) {
    for (size_t i = 0; i < options->param_count; i++) {
        const char *given = options->params[i].name;
        near_t near;
        near_begin(&near, given);
        int found = 0;
        for (const scodb_field_t *field = report->params; field->name != NULL; field++) {
            found |= strcmp(field->name, given) == 0;
            near_try(&near, field->name, field->name);
        }
        char *otherwise = make_text("scodb report describe %s tells those it has", report->name);
        char *advice = near_end(&near, otherwise);
        if (!found) {
            complain(WRONG_USE, "report %s has no parameter '%s'%s", report->name, given, advice);
        }
        free(advice);
        free(otherwise);
        if (!found) {
            return WRONG_USE;
        }
    }
    return DONE;
}

/* The spelling that a value without an answer may have been meant for; to free. NULL: none, or it is right. */
static char *likest(scodb_t *db, const scodb_value_t *value) {
    static const char *const named[] = {"person", "party", "state", "organization", "meeting", "initiative", "other"};
    scodb_rows_t *rows;
    char *form = NULL;
    size_t i = 0;
    while (i < sizeof named / sizeof named[0] && strcmp(named[i], value->name) != 0) {
        i++;
    }
    if (i == sizeof named / sizeof named[0] || scodb_find(db, value->text, &rows) != SCODB_OK) {
        return NULL;
    }
    if (scodb_next(rows) == SCODB_ROW && scodb_int(rows, scodb_column(rows, "likeness")) == SPELT_ALIKE) {
        form = or_stop(strdup(scodb_get(rows, "form")));
    }
    scodb_free(rows);
    return form;
}

static int nothing_found(scodb_t *db, const scodb_report_t *report, const options_t *options) {
    for (size_t i = 0; i < options->param_count; i++) {
        char *form = likest(db, &options->params[i]);
        if (form != NULL) {
            complain(NOTHING_FOUND, "report %s: nothing found for %s '%s'; is it '%s'?", report->name,
                     options->params[i].name, options->params[i].text, form);
            free(form);
            return NOTHING_FOUND;
        }
    }
    return complain(NOTHING_FOUND, "report %s: nothing found%s", report->name,
                    options->param_count > 0 ? "; try it with fewer parameters" : "; the texts say nothing of it");
}

static int run_report(scodb_t *db, const scodb_report_t *report, const options_t *options) {
    scodb_rows_t *rows;
    int status = scodb_report(db, report->name, options->params, options->param_count, &rows);
    if (status == SCODB_MISUSE) {
        return complain(WRONG_USE, "%s; see scodb report describe %s", scodb_errmsg(db), report->name);
    }
    if (status != SCODB_OK) {
        return database_error(db, status);
    }
    page_begin(report->title, options);
    page_gap(options);
    int64_t count = print_rows(db, rows, NULL, options);
    if (count < 0) {
        return NO_DATABASE;
    }
    page_note(count > 0 ? report->read : NULL, options);
    page_end(options);
    return count > 0 ? DONE : nothing_found(db, report, options);
}

static int run(scodb_t *db, const options_t *options) {
    const scodb_report_t *report = find_report(options->args[0]);
    if (report == NULL) {
        return unknown_report(options->args[0]);
    }
    if (options->arg_count > 1) {
        return complain(WRONG_USE, "report %s: '%s' is too much; a parameter is given as --param name=value",
                        report->name, options->args[1]);
    }
    int status = check_params(report, options);
    return status == DONE ? run_report(db, report, options) : status;
}

const command_t report_command = {
    .name = "report",
    .usage = "[NAME] [--param name=value]...",
    .about = "run a canned report; without NAME, list them",
    .help = "report describe NAME (or report NAME --help) tells what a report answers, its\n"
            "parameters and columns. A parameter may also be given as --name value; one\n"
            "that is not given does not narrow the answer.\n\n"
            "  scodb report attendance\n"
            "  scodb report describe attendance\n"
            "  scodb report initiatives --party CHN --format csv\n",
    .most = 2,
    .takes = TAKES_PARAMS | TAKES_LIMIT,
    .run = run,
};
