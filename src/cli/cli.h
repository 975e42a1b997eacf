/* The program scodb: main.c reads the command line and opens the database, one file for each command does the work, and
 * output.c hands rows to the chosen format. Only scodb.h is used to read the database. */
#ifndef SCODB_CLI_H
#define SCODB_CLI_H

#include <stdio.h>

#include "scodb.h"

enum { DONE = 0, NOTHING_FOUND = 1, WRONG_USE = 2, NO_DATABASE = 3 }; /* exit status */

typedef enum format { TABLE, CSV, TSV, JSON, JSONL, MARKDOWN } format_t;

typedef struct options {
    const char *database; /* path */
    format_t format;
    int format_given;
    int width;    /* of the terminal, in columns */
    int terminal; /* 1: standard output is one; data may then not send it control characters in any format */
    int colour;   /* 1: it may be coloured */
    int64_t limit;
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
    int (*run)(scodb_t *db, const options_t *options); /* returns the exit status */
} command_t;

extern const command_t report_command, search_command, show_command, explain_command, sql_command, verify_command,
    export_command;
int report_help(const options_t *options); /* scodb report [NAME] --help, also without a database; exit status */

/* output.c */

/* Prints the rows that are left, the columns named in pick (separated by spaces; NULL: all), and frees them. Returns
 * the number of rows, or -1 after saying on standard error why not. If there is no row, nothing is printed but an empty
 * list or a head line in the formats that other programs read. */
int64_t print_rows(scodb_t *db, scodb_rows_t *rows, const char *pick, const options_t *options);
void print_heading(const char *text, const options_t *options); /* table and markdown */
void print_note(const char *text, const options_t *options);    /* table and markdown: wrapped, faint */
void *or_stop(void *memory);                                    /* memory, or the end of the program if it is NULL */
int complain(int status, const char *format, ...) __attribute__((format(printf, 2, 3))); /* one line; returns status */
int database_error(scodb_t *db,
                   int status); /* complains with the handle's message; the exit status for a library status */

/* One row at a time, for the formats. */
typedef struct columns {
    int count;
    int at[64]; /* column of the rows */
} columns_t;
typedef struct writer {
    void (*begin)(scodb_rows_t *rows, const columns_t *columns, const options_t *options, void *state);
    void (*row)(scodb_rows_t *rows, const columns_t *columns, const options_t *options, void *state);
    void (*end)(scodb_rows_t *rows, const columns_t *columns, const options_t *options, void *state);
} writer_t;
extern const writer_t table_writer, delimited_writer, json_writer, markdown_writer;

/* A number or text of the row; numbers as people write them. room: at least 32 bytes, used for reals. */
const char *cell_text(scodb_rows_t *rows, int column, char *room);
void json_string(const char *text);

/* text.c: text on a terminal. */

#define TEXT_JOINTS "_:/" /* behind these a word may be broken: names of columns, ids of facts, addresses */

/* A copy to free, in which what could steer a terminal is made visible as <U+...>; newlines stay. NULL gives "". */
char *text_clean(const char *text);
int text_width(const char *text, size_t size, const options_t *options); /* in columns of the terminal */
/* The bytes of the first line of text when wrapped to width columns; *next gets where the following line begins. */
size_t text_line(const char *text, int width, const char **next, const options_t *options);
/* Prints size bytes, the words between U+27E6 and U+27E7 in colour if there is colour (the marks then take no room).
 * *lit, at first 0, goes on from line to line. */
void text_print(const char *text, size_t size, int *lit, const options_t *options);
void text_paragraph(const char *text, int indent, const options_t *options); /* cleaned and wrapped, with a newline */

#endif
