/* The command line. */
#include <errno.h>
#include <getopt.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli.h"

enum { PIPED_WIDTH = 100, LEAST_WIDTH = 40, MOST_PARAMS = 64, MOST_OPTIONS = 128 };
enum { DATABASE = 256, FORMAT, PARAM, LIMIT, COLOUR, NO_PAGER_OPTION, TO, HELP, VERSION, NAMED_PARAM };

static const command_t *const COMMANDS[] = {&report_command, &search_command, &show_command,   &explain_command,
                                            &sql_command,    &export_command, &verify_command, NULL};

static const char *const FORMATS[] = {[TABLE] = "table", [CSV] = "csv",           [TSV] = "tsv",  [JSON] = "json",
                                      [JSONL] = "jsonl", [MARKDOWN] = "markdown", [HTML] = "html"};

static const struct option OPTIONS[] = {
    {"db", required_argument, NULL, DATABASE},  {"format", required_argument, NULL, FORMAT},
    {"param", required_argument, NULL, PARAM},  {"limit", required_argument, NULL, LIMIT},
    {"color", required_argument, NULL, COLOUR}, {"no-pager", no_argument, NULL, NO_PAGER_OPTION},
    {"to", required_argument, NULL, TO},        {"output", required_argument, NULL, 'o'},
    {"help", no_argument, NULL, HELP},          {"version", no_argument, NULL, VERSION}};

/* Our own options, then the parameters of all reports under their names; the last is empty. */
static void gather_options(struct option *out) {
    struct option *end = out + sizeof OPTIONS / sizeof OPTIONS[0];
    memcpy(out, OPTIONS, sizeof OPTIONS);
    for (const scodb_report_t *const *report = scodb_reports(); *report != NULL; report++) {
        for (const scodb_field_t *param = (*report)->params; param->name != NULL; param++) {
            struct option *same = out;
            while (same < end && strcmp(same->name, param->name) != 0) {
                same++;
            }
            if (same == end && end < out + MOST_OPTIONS - 1) {
                *end++ = (struct option){param->name, required_argument, NULL, NAMED_PARAM};
            }
        }
    }
    *end = (struct option){0};
}

static int general_help(void) {
    puts("scodb [--db FILE] COMMAND ...: reads a scodb database\n");
    for (const command_t *const *at = COMMANDS; *at != NULL; at++) {
        printf("  %-8s %s\n", (*at)->name, (*at)->about);
    }
    puts("\n  --db FILE      the database; sco.db in this folder if not given\n"
         "  --format NAME  table|csv|tsv|json|jsonl|markdown|html; table fits the screen\n"
         "  --limit N      rows at most\n"
         "  --color WHEN   auto|always|never; auto: on a terminal, unless NO_COLOR is set\n"
         "  --no-pager     not through a pager (SCODB_PAGER, PAGER, or less)\n"
         "  --to FORMAT    xlsx|annotations|ftm|popolo|graphml: of export\n"
         "  --output FILE  of export; also -o FILE\n"
         "  --help         of the command it stands with; also -h\n"
         "  --version\n\n"
         "Status: 0 done, 1 nothing found, 2 the command line is wrong, 3 the database\n"
         "cannot be used.");
    return DONE;
}

static int command_help(const command_t *command, const options_t *options) {
    if (command == &report_command && options->arg_count > 0) {
        return report_describe(options->args[options->arg_count - 1], options);
    }
    printf("scodb [--db FILE] [--format NAME] %s %s\n%s\n\n%s", command->name, command->usage, command->about,
           command->help);
    return DONE;
}

/* The ending of the file tells as what it is written, unless an option does. */
static void take_ending(options_t *options) {
    const char *slash = strrchr(options->output, '/'), *ending = strrchr(options->output, '.');
    if (ending == NULL || (slash != NULL && ending < slash) || options->to != NULL || options->format_given) {
        return;
    }
    if (strcmp(ending, ".xlsx") == 0 || strcmp(ending, ".graphml") == 0) {
        options->to = ending + 1;
    }
    for (size_t i = 0; i < sizeof FORMATS / sizeof FORMATS[0]; i++) {
        if (strcmp(FORMATS[i], ending + 1) == 0) {
            options->format = (format_t)i;
            options->format_given = 1;
        }
    }
}

static int set_format(options_t *options, const char *name) {
    near_t near;
    near_begin(&near, name);
    for (size_t i = 0; i < sizeof FORMATS / sizeof FORMATS[0]; i++) {
        if (strcmp(FORMATS[i], name) == 0) {
            options->format = (format_t)i;
            options->format_given = 1;
        }
        near_try(&near, FORMATS[i], FORMATS[i]);
    }
    char *advice = near_end(&near, "use table, csv, tsv, json, jsonl, markdown or html");
    int status = options->format_given ? DONE : complain(WRONG_USE, "there is no format '%s'%s", name, advice);
    free(advice);
    return status;
}

static int set_colour(options_t *options, const char *when) {
    options->colour_wish = when;
    return strcmp(when, "auto") == 0 || strcmp(when, "always") == 0 || strcmp(when, "never") == 0
               ? DONE
               : complain(WRONG_USE, "--color %s: unknown; it is auto, always or never", when);
}

static int add_param(options_t *options, const char *name, const char *value) {
    if (options->param_count == MOST_PARAMS) {
        return complain(WRONG_USE, "more than %d parameters; leave some out", MOST_PARAMS);
    }
    options->params[options->param_count++] = (scodb_value_t){name, value};
    return DONE;
}

static int split_param(options_t *options, char *text) {
    char *equals = strchr(text, '=');
    if (equals == NULL || equals == text) {
        return complain(WRONG_USE, "--param %s: no value; it is name=value", text);
    }
    *equals = '\0';
    return add_param(options, text, equals + 1);
}

static int set_limit(options_t *options, const char *text) {
    char *end;
    errno = 0;
    options->limit = strtoll(text, &end, 10);
    if (*end != '\0' || errno != 0 || options->limit < 1) {
        return complain(WRONG_USE, "--limit %s: not a number of rows; give one from 1", text);
    }
    return DONE;
}

static int unknown_option(const struct option *known, const char *given) {
    near_t near;
    near_begin(&near, given + strspn(given, "-"));
    for (; known->name != NULL; known++) {
        char *shown = make_text("--%s", known->name);
        near_try(&near, known->name, shown);
        free(shown);
    }
    char *advice = near_end(&near, "see scodb --help");
    complain(WRONG_USE, "unknown option %s%s", given, advice);
    free(advice);
    return WRONG_USE;
}

/* found is what getopt_long returned; option that one, or NULL if it is none or a short one. */
static int take_option(int found, const struct option *option, options_t *options) {
    switch (found) {
    case DATABASE: options->database = optarg; return DONE;
    case FORMAT: return set_format(options, optarg);
    case PARAM: return split_param(options, optarg);
    case NAMED_PARAM: return add_param(options, option->name, optarg);
    case LIMIT: return set_limit(options, optarg);
    case COLOUR: return set_colour(options, optarg);
    case NO_PAGER_OPTION: options->no_pager = 1; return DONE;
    case TO: options->to = optarg; return DONE;
    case 'o': options->output = optarg; return DONE;
    case 'h':
    case HELP: options->help = 1; return DONE;
    default: printf("scodb %s\n", scodb_version()); exit(DONE);
    }
}

static int take_options(int argc, char **argv, options_t *options) {
    struct option known[MOST_OPTIONS];
    int index, found, status = DONE;
    gather_options(known);
    while (status == DONE && (index = -1, found = getopt_long(argc, argv, ":o:h", known, &index)) != -1) {
        status = found == '?'   ? unknown_option(known, argv[optind - 1])
                 : found == ':' ? complain(WRONG_USE, "%s wants a value; see scodb --help", argv[optind - 1])
                                : take_option(found, index < 0 ? NULL : &known[index], options);
    }
    return status;
}

static int is_set(const char *variable) {
    const char *value = getenv(variable);
    return value != NULL && *value != '\0';
}

/* What was asked for, else NO_COLOR, else CLICOLOR_FORCE, else whether the terminal has colours. */
static int wants_colour(const char *wish, int terminal) {
    if (strcmp(wish, "auto") != 0) {
        return strcmp(wish, "always") == 0;
    }
    const char *force = getenv("CLICOLOR_FORCE");
    return !is_set("NO_COLOR") && (terminal || (is_set("CLICOLOR_FORCE") && strcmp(force, "0") != 0));
}

static void look_at_terminal(options_t *options) {
    struct winsize size = {0};
    const char *columns = getenv("COLUMNS"), *term = getenv("TERM");
    int terminal = options->output == NULL && isatty(STDOUT_FILENO),
        able = terminal && term != NULL && strcmp(term, "dumb") != 0;
    options->width = columns == NULL ? PIPED_WIDTH : atoi(columns);
    if (terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        options->width = size.ws_col;
    }
    options->width = options->width < LEAST_WIDTH ? LEAST_WIDTH : options->width;
    options->height = able && !options->no_pager ? size.ws_row : 0;
    options->colour = wants_colour(options->colour_wish, able) && options->format == TABLE;
}

static const command_t *find_command(const char *name) {
    const command_t *const *at = COMMANDS;
    while (*at != NULL && strcmp((*at)->name, name) != 0) {
        at++;
    }
    return *at;
}

static int unknown_command(const char *name) {
    near_t near;
    near_begin(&near, name);
    for (const command_t *const *at = COMMANDS; *at != NULL; at++) {
        near_try(&near, (*at)->name, (*at)->name);
    }
    char *advice = near_end(&near, "see scodb --help");
    complain(WRONG_USE, "there is no command '%s'%s", name, advice);
    free(advice);
    return WRONG_USE;
}

/* What is given has to mean something to the command. */
static int check_use(const command_t *command, const options_t *options) {
    if (options->arg_count < command->least || options->arg_count > command->most) {
        return complain(WRONG_USE, "%s: wrong number of arguments; usage: scodb %s %s", command->name, command->name,
                        command->usage);
    }
    if (options->param_count > 0 && !(command->takes & TAKES_PARAMS)) {
        return complain(WRONG_USE, "%s has no parameters; leave out '%s'", command->name, options->params[0].name);
    }
    if (options->limit > 0 && !(command->takes & TAKES_LIMIT)) {
        return complain(WRONG_USE, "%s has no limit; leave out --limit", command->name);
    }
    if ((options->to != NULL || options->output != NULL) && !(command->takes & TAKES_OUTPUT)) {
        return complain(WRONG_USE, "%s writes no files; leave out --to and --output, and use >", command->name);
    }
    return DONE;
}

static int open_and_run(const command_t *command, const options_t *options) {
    scodb_t *db;
    int status = scodb_open(options->database, 0, &db);
    if (status == SCODB_OK) {
        status = command->run(db, options);
    } else {
        database_error(db, status);
        status = NO_DATABASE;
    }
    scodb_close(db);
    return status;
}

/* The reader of a pipe may leave early; anything else that stops the output is an error. */
static int finish(int status) {
    int error = pager_end();
    if (error == NO_PAGER) {
        return complain(WRONG_USE, "there is no such pager; set PAGER to one, or use --no-pager");
    }
    if (error != 0 && error != EPIPE) {
        return complain(NO_DATABASE, "standard output: %s; nothing more is written", strerror(error));
    }
    return status;
}

static int run_command(options_t *options, char **args, int count) {
    if (count == 0) {
        return options->help ? general_help() : complain(WRONG_USE, "no command was given; see scodb --help");
    }
    const command_t *command = find_command(args[0]);
    if (command == NULL) {
        return unknown_command(args[0]);
    }
    options->args = args + 1;
    options->arg_count = count - 1;
    if (options->help) {
        return command_help(command, options);
    }
    int status = check_use(command, options);
    if (status != DONE) {
        return status;
    }
    if (command == &report_command && options->arg_count == 0) {
        return report_list(options);
    }
    if (command == &report_command && strcmp(options->args[0], "describe") == 0) {
        return options->arg_count == 2 ? report_describe(options->args[1], options)
                                       : complain(WRONG_USE, "report describe: no name; scodb report lists them");
    }
    return open_and_run(command, options);
}

/* Unlike what is ignored, what has a handler starts anew in a pager. */
static void do_nothing(int signal_number) {
    (void)signal_number;
}

int main(int argc, char **argv) {
    scodb_value_t params[MOST_PARAMS];
    options_t options = {.database = "sco.db", .colour_wish = "auto", .params = params};
    signal(SIGPIPE, do_nothing);
    signal(SIGXFSZ, SIG_IGN);
    int status = take_options(argc, argv, &options);
    if (status != DONE) {
        return status;
    }
    if (options.output != NULL) {
        take_ending(&options);
    }
    look_at_terminal(&options);
    pager_begin(&options);
    return finish(run_command(&options, argv + optind, argc - optind));
}
