/* scodb report: the canned reports. */
#include <string.h>

#include "cli.h"

static const scodb_report_t *find_report(const char *name) {
    const scodb_report_t *const *at = scodb_reports();
    while (*at != NULL && strcmp((*at)->name, name) != 0) {
        at++;
    }
    return *at;
}

static int list_reports(void) {
    for (const scodb_report_t *const *at = scodb_reports(); *at != NULL; at++) {
        printf("%-14s %s\n", (*at)->name, (*at)->title);
    }
    return DONE;
}

static int unknown_report(const char *name) {
    return complain(WRONG_USE, "there is no report '%s'; scodb report lists them", name);
}

/* Names in a column, then the meanings, wrapped beside them. */
static void print_fields(const char *heading, const scodb_field_t *fields, const options_t *options) {
    printf("\n%s\n", heading);
    for (; fields->name != NULL; fields++) {
        printf("  %s%s%s\n", fields->name, fields->fallback == NULL ? "" : "=",
               fields->fallback == NULL ? "" : fields->fallback);
        text_paragraph(fields->meaning, 6, options);
    }
}

int report_help(const options_t *options) {
    const scodb_report_t *report = options->arg_count > 0 ? find_report(options->args[0]) : NULL;
    if (options->arg_count == 0) {
        return list_reports();
    }
    if (report == NULL) {
        return unknown_report(options->args[0]);
    }
    text_paragraph(report->title, 0, options);
    text_paragraph(report->question, 0, options);
    if (report->params->name != NULL) {
        print_fields("Parameters (--param name=value)", report->params, options);
    }
    print_fields("Columns", report->columns, options);
    if (report->read != NULL) {
        puts("\nReading it");
        text_paragraph(report->read, 2, options);
    }
    return DONE;
}

static int run(scodb_t *db, const options_t *options) {
    scodb_rows_t *rows;
    const scodb_report_t *report = find_report(options->args[0]);
    if (report == NULL) {
        return unknown_report(options->args[0]);
    }
    int status = scodb_report(db, report->name, options->params, options->param_count, &rows);
    if (status == SCODB_MISUSE) {
        return complain(WRONG_USE, "%s; see scodb report %s --help", scodb_errmsg(db), report->name);
    }
    if (status != SCODB_OK) {
        return database_error(db, status);
    }
    print_heading(report->title, options);
    int64_t count = print_rows(db, rows, NULL, options);
    if (count < 0) {
        return NO_DATABASE;
    }
    if (count == 0) {
        return complain(NOTHING_FOUND, "report %s: nothing found%s", report->name,
                        options->param_count > 0 ? "; try it with fewer parameters" : "; the texts say nothing of it");
    }
    print_note(report->read, options);
    return DONE;
}

const command_t report_command = {
    "report",
    "[NAME] [--param name=value]...",
    "run a canned report; without NAME, list them",
    "NAME --help tells what a report answers, its parameters and columns. A parameter that is not\n"
    "given does not narrow the answer.\n\n"
    "  scodb report attendance\n"
    "  scodb report initiatives --param party=CHN --format csv\n",
    0,
    1,
    run};
