/* GraphML of who met whom. A name of a column may have a type behind a colon; without, it is text. */
#include <string.h>

#include "export.h"

static const char HEAD[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                           "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"\n"
                           "    xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
                           "    xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
                           "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";

/* What the columns from one on are called: keys of nodes or edges. */
static void keys(const scodb_rows_t *rows, int column, const char *what) {
    for (; column < scodb_column_count(rows); column++) {
        const char *name = scodb_column_name(rows, column), *type = strchr(name, ':');
        int size = (int)strcspn(name, ":");
        printf("  <key id=\"%s-%.*s\" for=\"%s\" attr.name=\"%.*s\" attr.type=\"%s\"/>\n", what, size, name, what, size,
               name, type == NULL ? "string" : type + 1);
    }
}

static void data(scodb_rows_t *rows, int column, const char *what) {
    for (; column < scodb_column_count(rows); column++) {
        const char *name = scodb_column_name(rows, column), *text = scodb_text(rows, column);
        if (text != NULL) {
            printf("<data key=\"%s-%.*s\">", what, (int)strcspn(name, ":"), name);
            xml_text(text);
            fputs("</data>", stdout);
        }
    }
}

static int nodes(scodb_rows_t *rows) {
    int status;
    while ((status = scodb_next(rows)) == SCODB_ROW && !ferror(stdout)) {
        printf("    <node id=\"%s\">", scodb_text(rows, 0));
        data(rows, 1, "node");
        fputs("</node>\n", stdout);
    }
    return status;
}

static int edges(scodb_rows_t *rows) {
    int status;
    while ((status = scodb_next(rows)) == SCODB_ROW && !ferror(stdout)) {
        printf("    <edge source=\"%s\"", scodb_text(rows, 0));
        printf(" target=\"%s\">", scodb_text(rows, 1));
        data(rows, 2, "edge");
        fputs("</edge>\n", stdout);
    }
    return status;
}

int export_as_graphml(scodb_t *db, const char *table, const char *path) {
    scodb_rows_t *people = NULL, *meetings = NULL;
    (void)table, (void)path;
    int status = export_query(db, export_file(export_graphml, "nodes.sql"), &people);
    status = status == SCODB_OK ? export_query(db, export_file(export_graphml, "edges.sql"), &meetings) : status;
    if (status == SCODB_OK) {
        fputs(HEAD, stdout);
        keys(people, 1, "node");
        keys(meetings, 2, "edge");
        fputs("  <graph edgedefault=\"undirected\">\n", stdout);
        status = nodes(people);
        status = status == SCODB_DONE ? edges(meetings) : status;
        fputs("  </graph>\n</graphml>\n", stdout);
    }
    scodb_free(people);
    scodb_free(meetings);
    return status == SCODB_DONE || status == SCODB_ROW ? DONE : database_error(db, status);
}
