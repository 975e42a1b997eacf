/* The formats in which scodb export writes a whole database. What a format holds stands in sql/FORMAT/: a statement for
 * each of its lists, whose columns are what is told of one thing. The C files know the syntax only. */
#ifndef SCODB_EXPORT_H
#define SCODB_EXPORT_H

#include "cli.h"
#include "embedded.h"

/* A file LIST.sql or LIST.PART.sql gives rows of LIST, in an order that the texts alone decide. */
extern const embedded_t cli_sql[], export_annotations[], export_ftm[], export_popolo[], export_graphml[], export_xlsx[];

/* Each format writes to standard output; table is NULL. But for xlsx, which writes the file at path, and may be asked
 * for one table or view. They return the exit status. */
int export_as_annotations(scodb_t *db, const char *table, const char *path);
int export_as_ftm(scodb_t *db, const char *table, const char *path);
int export_as_popolo(scodb_t *db, const char *table, const char *path);
int export_as_graphml(scodb_t *db, const char *table, const char *path);
int export_as_xlsx(scodb_t *db, const char *table, const char *path);

/* export_sql.c */

/* Gives the connection the functions of the statements: sha1(text) and percent(text), which give hexadecimal and
 * percent-encoding, and passage(document_id, start, end). *out is to be ended before the database is closed. */
typedef struct reading reading_t;
int reading_begin(scodb_t *db, reading_t **out);                           /* exit status */
void reading_end(reading_t *reading);                                      /* when no rows are left */
const embedded_t *export_file(const embedded_t *files, const char *name);  /* NULL: there is none */
size_t export_list(const embedded_t *file);                                /* length of LIST in its name */
int export_query(scodb_t *db, const embedded_t *file, scodb_rows_t **out); /* status of the library */

/* export.c: a whole table or view; exit status */
int export_table(scodb_t *db, const char *name, scodb_rows_t **out);

/* export_xml.c */
char *xml_clean(const char *text); /* a copy to free, with U+FFFD for what XML cannot hold */
void xml_text(const char *text);   /* the content of an element; what json_hides is written by its number */

/* export_file.c: -o FILE */

/* From begin to end, standard output is a new file beside the one named, which takes its place in the end if all went
 * well: status is DONE. Both return the exit status. */
typedef struct output_file {
    char *path;      /* to be replaced; NULL: standard output is what it was */
    char *temporary; /* the new file */
    int was;         /* descriptor of what standard output was */
} output_file_t;
int output_file_begin(output_file_t *file, const options_t *options);
int output_file_end(output_file_t *file, int status);

#endif
