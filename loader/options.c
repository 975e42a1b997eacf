#include "options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "arena.h"
#include "limits.h"
#include "report.h"
#include "text.h"

static const char help[] =
    "Usage: scoload --db FILE PATH...\n"
    "       scoload --facts PATH... | scoload --db FILE --from-facts -\n"
    "       scoload --explain PATH... | --stats PATH... | --lint | --eval GOLD...\n"
    "Reads diplomatic readouts and stores what they say in an SQLite database.\n"
    "\n"
    "A PATH is a .txt file, an .html or .htm file (a saved page, of which the account is read, not the menus),\n"
    "a .jsonl file (one JSON object a line: id, text or html and, if known, title, publisher, published, uri,\n"
    "language), a folder with such files at any depth, or - for JSON Lines on standard input. A manifest.json\n"
    "beside the files may tell the same of them. A text that is stored already is passed over.\n"
    "\n"
    "What to do\n"
    "  --db FILE          the database to add to; created if there is none\n"
    "  --facts            write the facts to standard output instead, one JSON object for each document\n"
    "  --explain          write them for people instead: each fact with its passage and the rule that found it\n"
    "  --stats            write instead how often each rule matched, and names that no word explains\n"
    "  --from-facts       the PATHs are files that --facts wrote (- for standard input)\n"
    "  --corrections FILE what readers found wrong: this and every later call applies it; a\n"
    "                     corrections.json beside the texts is read as well; may be given several times\n"
    "  --remove NAME      take a document out, with all that only it states; may be given several times\n"
    "  --refresh          read the stored texts anew, after words or rules have changed\n"
    "  --finish           make the database compact, to be shipped; a new one is made so by itself\n"
    "  --lint             check the words and rules; reads no texts\n"
    "  --eval             measure against gold files: the documents of --db, else the .txt files beside them\n"
    "How to do it\n"
    "  --replace          replace a document that is known with another text, instead of refusing it\n"
    "  --encoding NAME    encoding of files that do not say it themselves (UTF-8); iconv -l lists the names\n"
    "  --data DIR         add the words and rules of a folder to the built-in ones; may be given several times\n"
    "  --errors           with --eval: list what was missed and what is wrong, too\n"
    "  --jobs N           threads that read (as many as there are processors)\n"
    "  --quiet            no progress bar and no summary\n"
    "  --help, --version\n"
    "\n"
    "Exit status: 0 everything done; 1 some documents or gold files refused, each told in one line, the others\n"
    "done; 2 the command line is wrong, or words or rules are; 3 the database cannot be used.\n";

enum {
    DB = 256,
    FACTS,
    EXPLAIN,
    STATS,
    EVAL,
    LINT,
    ERRORS,
    FROM_FACTS,
    REMOVE,
    REFRESH,
    FINISH,
    REPLACE,
    ENCODING,
    DATA,
    CORRECTIONS,
    JOBS,
    QUIET,
    HELP,
    VERSION
};

static const struct option long_options[] = {
    {"db", required_argument, NULL, DB},
    {"facts", no_argument, NULL, FACTS},
    {"explain", no_argument, NULL, EXPLAIN},
    {"stats", no_argument, NULL, STATS},
    {"eval", no_argument, NULL, EVAL},
    {"lint", no_argument, NULL, LINT},
    {"errors", no_argument, NULL, ERRORS},
    {"from-facts", no_argument, NULL, FROM_FACTS},
    {"remove", required_argument, NULL, REMOVE},
    {"refresh", no_argument, NULL, REFRESH},
    {"finish", no_argument, NULL, FINISH},
    {"replace", no_argument, NULL, REPLACE},
    {"encoding", required_argument, NULL, ENCODING},
    {"data", required_argument, NULL, DATA},
    {"corrections", required_argument, NULL, CORRECTIONS},
    {"jobs", required_argument, NULL, JOBS},
    {"quiet", no_argument, NULL, QUIET},
    {"help", no_argument, NULL, HELP},
    {"version", no_argument, NULL, VERSION},
    {0},
};

/* The option that asks for a task. */
static const char *const task_names[] = {
    [TASK_STORE] = "--db",    [TASK_FACTS] = "--facts", [TASK_EXPLAIN] = "--explain",
    [TASK_STATS] = "--stats", [TASK_EVAL] = "--eval",   [TASK_LINT] = "--lint"};

static options_result_t wrong(const char *what, const char *why) {
    say(what, why);
    return OPTIONS_WRONG;
}

static options_result_t read_jobs(const char *value, options_t *out) {
    char *end;
    long number = strtol(value, &end, 10);
    if (*value == 0 || *end != 0 || number < 1 || number > LIMIT_JOBS)
        return wrong("--jobs", "not a number from 1 to 256; leave it out to use all processors");
    out->jobs = (int)number;
    return OPTIONS_RUN;
}

static options_result_t read_task(task_t task, options_t *out) {
    if (out->task != TASK_STORE && out->task != task)
        return wrong(task_names[out->task],
                     "only one of --facts, --explain, --stats, --eval, --lint at a time; choose");
    out->task = task;
    return OPTIONS_RUN;
}

static options_result_t read_option(int option, const char *value, options_t *out) {
    switch (option) {
    case DB: out->db = value; break;
    case FACTS: return read_task(TASK_FACTS, out);
    case EXPLAIN: return read_task(TASK_EXPLAIN, out);
    case STATS: return read_task(TASK_STATS, out);
    case EVAL: return read_task(TASK_EVAL, out);
    case LINT: return read_task(TASK_LINT, out);
    case ERRORS: out->errors = 1; break;
    case FROM_FACTS: out->from_facts = 1; break;
    case REMOVE: out->remove[out->remove_count++] = value; break;
    case REFRESH: out->refresh = 1; break;
    case FINISH: out->finish = 1; break;
    case REPLACE: out->replace = 1; break;
    case DATA: out->data[out->data_count++] = value; break;
    case CORRECTIONS: out->corrections[out->corrections_count++] = value; break;
    case JOBS: return read_jobs(value, out);
    case QUIET: out->quiet = 1; break;
    case ENCODING:
        if (!text_knows(value))
            return wrong(value, "no encoding of this name; iconv -l lists them");
        out->encoding = value;
        break;
    case HELP: fputs(help, stdout); return OPTIONS_DONE;
    case VERSION: puts("scoload " SCODB_VERSION); return OPTIONS_DONE;
    }
    return OPTIONS_RUN;
}

static int changes_database(const options_t *options) {
    return options->remove_count > 0 || options->refresh || options->finish || options->replace;
}

/* Whether the task has what it needs, and nothing else. */
static options_result_t check_task(const options_t *options) {
    const char *name = task_names[options->task];
    switch (options->task) {
    case TASK_STORE:
        if (!options->db || !*options->db)
            return wrong(name, "missing; name the database, or choose another task (see --help)");
        break;
    case TASK_EVAL:
        if (changes_database(options) || options->from_facts)
            return wrong(name, "only reads; leave out what changes the database, and --from-facts");
        if (options->db && (options->data_count || options->encoding))
            return wrong("--db", "its texts are extracted already; leave it out, or leave out --data and --encoding");
        break;
    case TASK_LINT:
        if (options->db || changes_database(options) || options->from_facts || options->path_count ||
            options->corrections_count)
            return wrong(name, "checks words and rules, no texts; leave out all but --data");
        break;
    default:
        if (options->db || changes_database(options))
            return wrong(name, "writes to standard output; leave out --db and what changes it");
        if (options->task == TASK_STATS && options->from_facts)
            return wrong(name, "counts while texts are read; leave out --from-facts");
    }
    return OPTIONS_RUN;
}

/* Whether the options make sense together. */
static options_result_t check(const options_t *options) {
    options_result_t result = check_task(options);
    if (result != OPTIONS_RUN)
        return result;
    if (options->corrections_count && options->task != TASK_STORE && options->task != TASK_FACTS)
        return wrong("--corrections", "belongs to --db or --facts; leave it out");
    if (options->errors && options->task != TASK_EVAL)
        return wrong("--errors", "belongs to --eval; leave it out");
    if (options->task == TASK_EVAL && options->path_count == 0)
        return wrong("GOLD", "missing; name gold files (see --help)");
    int stored =
        options->remove_count || options->refresh || options->finish || (options->corrections_count && options->db);
    if (options->path_count == 0 && options->task != TASK_LINT && !stored)
        return wrong("PATH", "missing; name a .txt, .html or .jsonl file, a folder, or - (see --help)");
    if (options->from_facts && options->encoding)
        return wrong("--encoding", "facts are always in UTF-8; leave it out");
    return OPTIONS_RUN;
}

options_result_t options_read(int argc, char **argv, options_t *out) {
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    size_t most = (size_t)argc * sizeof *out->remove;
    *out = (options_t){.jobs = processors < 1            ? 1
                               : processors > LIMIT_JOBS ? LIMIT_JOBS
                                                         : (int)processors,
                       .remove = must_alloc(most),
                       .data = must_alloc(most),
                       .corrections = must_alloc(most)};
    opterr = 0;
    for (int option; (option = getopt_long(argc, argv, ":", long_options, NULL)) != -1;) {
        options_result_t result = option == '?'
                                      ? wrong(argv[optind - 1], "no option, or one that takes no value; see --help")
                                  : option == ':' ? wrong(argv[optind - 1], "needs a value; see --help")
                                                  : read_option(option, optarg, out);
        if (result != OPTIONS_RUN)
            return result;
    }
    out->paths = argv + optind;
    out->path_count = argc - optind;
    return check(out);
}
