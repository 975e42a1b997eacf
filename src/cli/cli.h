/* The program scodb: main.c reads the command line and opens the database, one file for each command does the work,
 * output.c hands rows to the chosen format, one file for each of these. Only scodb.h is used to read the database. */
#ifndef SCODB_CLI_H
#define SCODB_CLI_H

#include <stdio.h>

#include "scodb.h"

enum { DONE = 0, NOTHING_FOUND = 1, WRONG_USE = 2, NO_DATABASE = 3 }; /* exit status */
enum { MOST_COLUMNS = 64 };

typedef enum format { TABLE, CSV, TSV, JSON, JSONL, MARKDOWN, HTML } format_t;

typedef struct options {
    const char *database; /* path */
    format_t format;
    int format_given;
    int64_t limit;           /* rows at most; 0: the command's own */
    const char *colour_wish; /* auto, always, never */
    int no_pager;
    int colour; /* 1: output may be coloured */
    int width;  /* of the terminal, in columns */
    int height; /* in lines; 0: there is no terminal, or it is not to be paged */
    const char *to, *output; /* of scodb export: name of the format, path of the file; NULL: not given */
    int help;
    char **args; /* what follows the command */
    int arg_count;
    scodb_value_t *params; /* --param name=value */
    size_t param_count;
} options_t;

typedef struct command {
    const char *name, *usage, *about;                  /* usage: what follows the name; about: one line */
    const char *help;                                  /* the rest of the command's help */
    int least, most;                                   /* arguments */
    int takes;                                         /* which of these options */
    int (*run)(scodb_t *db, const options_t *options); /* returns the exit status */
} command_t;
enum { TAKES_PARAMS = 1, TAKES_LIMIT = 2, TAKES_OUTPUT = 4 };

extern const command_t report_command, search_command, show_command, explain_command, sql_command, verify_command,
    export_command;
/* report.c: what the reports tell of themselves, also without a database; exit status. */
int report_list(const options_t *options);
int report_describe(const char *name, const options_t *options);

/* output.c */

/* One field of a row on its way to a format. */
typedef struct cell {
    const char *name; /* of the column */
    const char *text; /* NULL: none */
    int type;         /* as scodb_type has it */
} cell_t;

/* A list that is being printed. begin and every row have the same columns. */
typedef struct output {
    const options_t *options;
    int64_t rows; /* printed so far */
    void *kept;   /* the format's own, from begin to end */
} output_t;
typedef struct writer {
    void (*begin)(output_t *out, const cell_t *cells, int count); /* of the cells, only the names are set */
    void (*row)(output_t *out, const cell_t *cells, int count);
    void (*end)(output_t *out);
} writer_t;
extern const writer_t table_writer, delimited_writer, json_writer, markdown_writer, html_writer;
const writer_t *writer_for(const options_t *options);

/* Prints the rows that are left, options->limit at most, the columns named in pick (separated by spaces; NULL: all),
 * and frees them. Returns the number of rows, or -1 after saying on standard error why not. If there is no row, nothing
 * is printed but an empty list or a head line in the formats that other programs read. */
int64_t print_rows(scodb_t *db, scodb_rows_t *rows, const char *pick, const options_t *options);
/* A whole list, in HTML with its title around it; frees the rows. Exit status. */
int print_whole(scodb_t *db, scodb_rows_t *rows, const char *title, const options_t *options);
/* A page for people: table, markdown and HTML; the others print nothing here. Texts may be any. */
void page_begin(const char *title, const options_t *options);
void page_section(const char *title, const options_t *options);
void page_gap(const options_t *options); /* an empty line, where a format needs one */
void page_text(const char *text, const options_t *options);
void page_note(const char *text, const options_t *options);                     /* faint; NULL: nothing */
void page_field(const char *label, const char *text, const options_t *options); /* text NULL or empty: nothing */
void page_quotation(const char *text, const options_t *options);
void page_end(const options_t *options);
int is_page(const options_t *options);   /* the format is one for people */
void *or_stop(void *memory);             /* memory, or the end of the program if it is NULL */
char *join_args(char **args, int count); /* with spaces between them; to free */
char *make_text(const char *format, ...) __attribute__((format(printf, 1, 2))); /* to free */

/* message.c: one line on standard error, behind all that was printed. */

int complain(int status, const char *format, ...) __attribute__((format(printf, 2, 3))); /* returns status */
int database_error(scodb_t *db, int status); /* the handle's message; the exit status for a library status */

/* text.c: text on a terminal. */

#define TEXT_JOINTS "_:/" /* behind these a word may be broken: names of columns, ids of facts, addresses */

/* Around words found; three bytes each. */
#define MARK_OPEN "⟦"
#define MARK_CLOSE "⟧"
enum { MARK_SIZE = 3 };
int text_mark(const char *text); /* 1: begins with MARK_OPEN, -1: with MARK_CLOSE, 0: with neither */

/* A copy to free, in which what could steer a terminal is made visible as <U+...>; newlines stay. NULL gives "". */
char *text_clean(const char *text);
int text_width(const char *text, size_t size, const options_t *options); /* in columns of the terminal */
/* The bytes of the first line of text when wrapped to width columns; *next gets where the following line begins. */
size_t text_line(const char *text, int width, const char **next, const options_t *options);
/* Prints size bytes, the words between the marks in colour if there is colour (the marks then take no room).
 * *lit, at first 0, goes on from line to line. */
void text_print(const char *text, size_t size, int *lit, const options_t *options);
/* Cleaned and wrapped, with a newline; dressed: each line in a rendition of the terminal, if there is colour, the first
 * one and the rest with indents of their own. */
void text_paragraph(const char *text, int indent, const options_t *options);
void text_dressed(const char *text, int first, int rest, const char *rendition, const options_t *options);

/* json.c, markdown.c, html.c: a text in the format, with nothing in it that the format would read as more than text. */
void json_string(const char *text);
void json_ready(const char *json); /* JSON as it is, but for what json_hides */
int json_hides(int point);         /* controls and what turns the direction of text: written by its number */
void markdown_text(const char *text);
void html_text(const char *text);
void html_field(const char *label, const char *text);
void html_head(const char *title); /* of a page that html_foot ends */
void html_foot(void);

/* subject.c: who or what is meant by a name. */

typedef enum subject_kind { PERSON, STATE, ORGANIZATION, MEETING, INITIATIVE, ANY_KIND } subject_kind_t;
extern const char *const SUBJECT_KINDS[]; /* as scodb_find calls them */
enum { SPELT_ALIKE = 2 };                 /* likeness, as scodb_find has it */

typedef struct subject {
    subject_kind_t kind;
    int64_t id;
    int likeness;
    char *code; /* for the filters of libscodb: a party's code, else the name */
    char *name;
} subject_t;

subject_kind_t subject_kind(const char *name); /* ANY_KIND: no kind is called so */
/* The one that is meant, for subject_free; or, if that is not clear, a list of candidates or suggestions. Exit status. */
int subject_find(scodb_t *db, subject_kind_t kind, const char *name, subject_t *out, const options_t *options);
void subject_free(subject_t *subject);

/* near.c: which of many names come near to one that does not exist. */

enum { NEAR_NAMES = 3 };
typedef struct near {
    char *wanted;            /* folded */
    char *names[NEAR_NAMES]; /* the nearest first, NULL behind the last */
    size_t apart[NEAR_NAMES];
} near_t;
void near_begin(near_t *near, const char *wanted);
void near_try(near_t *near, const char *name, const char *shown); /* compared with name; shown is what to suggest */
/* To free: "; is it 'a' or 'b'?" with what is behind the semicolon replaced by otherwise if no name is near. */
char *near_end(near_t *near, const char *otherwise);

/* pager.c: what is longer than the screen goes through a pager. */
void pager_begin(const options_t *options);
enum { NO_PAGER = -1 };
int pager_end(void); /* prints what was held back and waits for the reader; 0, NO_PAGER or errno of standard output */

#endif
