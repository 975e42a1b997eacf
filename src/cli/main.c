/* The command line. */
#include <errno.h>
#include <getopt.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli.h"

enum { PIPED_WIDTH = 100, LEAST_WIDTH = 40, MOST_PARAMS = 64, DATABASE = 256, FORMAT, PARAM, LIMIT, HELP, VERSION };

static const command_t *const COMMANDS[] = {&report_command, &search_command, &show_command,   &explain_command,
                                            &sql_command,    &export_command, &verify_command, NULL};

static const char *const FORMATS[] = {
    [TABLE] = "table", [CSV] = "csv", [TSV] = "tsv", [JSON] = "json", [JSONL] = "jsonl", [MARKDOWN] = "markdown"};

static const struct option LONG_OPTIONS[] = {{"db", required_argument, NULL, DATABASE},
                                             {"format", required_argument, NULL, FORMAT},
                                             {"param", required_argument, NULL, PARAM},
                                             {"limit", required_argument, NULL, LIMIT},
                                             {"help", no_argument, NULL, HELP},
                                             {"version", no_argument, NULL, VERSION},
                                             {NULL, 0, NULL, 0}};

static int general_help(void) {
    puts("scodb [--db FILE] COMMAND ...: reads a scodb database (sco.db in this folder unless --db says otherwise)\n");
    for (const command_t *const *at = COMMANDS; *at != NULL; at++) {
        printf("  %-8s %s\n", (*at)->name, (*at)->about);
    }
    puts("\n  --format table|csv|tsv|json|jsonl|markdown   how to print; table is fitted to the terminal\n"
         "  --help                                       of the command it stands with\n"
         "  --version\n\n"
         "Status: 0 done, 1 nothing found, 2 the command line is wrong, 3 the database cannot be used.");
    return DONE;
}

static int command_help(const command_t *command, const options_t *options) {
    if (command == &report_command && options->arg_count > 0) {
        return report_help(options);
    }
    printf("scodb [--db FILE] [--format FORMAT] %s %s\n%s\n\n%s", command->name, command->usage, command->about,
           command->help);
    return DONE;
}

static int set_format(options_t *options, const char *name) {
    for (size_t i = 0; i < sizeof FORMATS / sizeof FORMATS[0]; i++) {
        if (strcmp(FORMATS[i], name) == 0) {
            options->format = (format_t)i;
            options->format_given = 1;
            return DONE;
        }
    }
    return complain(WRONG_USE, "there is no format '%s'; use table, csv, tsv, json, jsonl or markdown", name);
}

static int add_param(options_t *options, char *text) {
    char *equals = strchr(text, '=');
    if (equals == NULL || equals == text) {
        return complain(WRONG_USE, "--param %s: no value; it is name=value", text);
    }
    if (options->param_count == MOST_PARAMS) {
        return complain(WRONG_USE, "more than %d parameters; leave some out", MOST_PARAMS);
    }
    *equals = '\0';
    options->params[options->param_count++] = (scodb_value_t){text, equals + 1};
    return DONE;
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

static int take_option(int option, options_t *options, char **argv) {
    switch (option) {
    case DATABASE: options->database = optarg; return DONE;
    case FORMAT: return set_format(options, optarg);
    case PARAM: return add_param(options, optarg);
    case LIMIT: return set_limit(options, optarg);
    case HELP: options->help = 1; return DONE;
    case VERSION: printf("scodb %s\n", scodb_version()); exit(DONE);
    case ':': return complain(WRONG_USE, "%s wants a value; see scodb --help", argv[optind - 1]);
    default: return complain(WRONG_USE, "unknown option %s; see scodb --help", argv[optind - 1]);
    }
}

static void look_at_terminal(options_t *options) {
    struct winsize size = {0};
    const char *columns = getenv("COLUMNS"), *no_colour = getenv("NO_COLOR"), *term = getenv("TERM");
    options->terminal = isatty(STDOUT_FILENO);
    options->width = columns == NULL ? PIPED_WIDTH : atoi(columns);
    if (options->terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        options->width = size.ws_col;
    }
    if (options->width < LEAST_WIDTH) {
        options->width = LEAST_WIDTH;
    }
    options->colour = options->terminal && (no_colour == NULL || no_colour[0] == '\0') &&
                      (term == NULL || strcmp(term, "dumb") != 0) && options->format == TABLE;
}

static const command_t *find_command(const char *name) {
    const command_t *const *at = COMMANDS;
    while (*at != NULL && strcmp((*at)->name, name) != 0) {
        at++;
    }
    return *at;
}

static int open_and_run(const command_t *command, const options_t *options) {
    scodb_t *db;
    if (command == &report_command && options->arg_count == 0) {
        return report_help(options);
    }
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
    errno = 0;
    if ((fflush(stdout) != 0 || ferror(stdout)) && errno != EPIPE && errno != 0) {
        return complain(NO_DATABASE, "standard output: %s; nothing more is written", strerror(errno));
    }
    return status;
}

static int run_command(options_t *options, char **args, int count) {
    if (count == 0) {
        return options->help ? general_help() : complain(WRONG_USE, "no command was given; see scodb --help");
    }
    const command_t *command = find_command(args[0]);
    if (command == NULL) {
        return complain(WRONG_USE, "there is no command '%s'; see scodb --help", args[0]);
    }
    options->args = args + 1;
    options->arg_count = count - 1;
    if (options->help) {
        return command_help(command, options);
    }
    if (options->arg_count < command->least || options->arg_count > command->most) {
        return complain(WRONG_USE, "%s: wrong number of arguments; usage: scodb %s %s", command->name, command->name,
                        command->usage);
    }
    return open_and_run(command, options);
}

int main(int argc, char **argv) {
    scodb_value_t params[MOST_PARAMS];
    options_t options = {.database = "sco.db", .params = params};
    int status = DONE;
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    for (int option; status == DONE && (option = getopt_long(argc, argv, ":", LONG_OPTIONS, NULL)) != -1;) {
        status = take_option(option, &options, argv);
    }
    if (status != DONE) {
        return status;
    }
    look_at_terminal(&options);
    return finish(run_command(&options, argv + optind, argc - optind));
}
