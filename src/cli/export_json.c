/* The formats that are JSON: Web Annotation, Popolo, FollowTheMoney. The columns of a statement are the members of an
 * object; what is NULL or an empty list is left out. A name that ends in [] or {} means that the value is JSON already. */
#include <string.h>

#include "export.h"

static int is_ready(const char *name) {
    size_t size = strlen(name);
    return size > 2 && (strcmp(name + size - 2, "[]") == 0 || strcmp(name + size - 2, "{}") == 0);
}

/* The value of a column; between brackets, if it is to be a list and is none. */
static void value(scodb_rows_t *rows, int column, int as_list) {
    const char *text = scodb_text(rows, column);
    int ready = is_ready(scodb_column_name(rows, column));
    fputs(as_list && !ready ? "[" : "", stdout);
    if (ready) {
        json_ready(text);
    } else if (scodb_type(rows, column) == SCODB_TEXT) {
        json_string(text);
    } else {
        fputs(text, stdout);
    }
    fputs(as_list && !ready ? "]" : "", stdout);
}

/* The members of an object from a column on, without braces; as_lists: each value is one of several that may be. */
static void members(scodb_rows_t *rows, int column, int as_lists) {
    const char *before = "";
    for (; column < scodb_column_count(rows); column++) {
        const char *name = scodb_column_name(rows, column), *text = scodb_text(rows, column);
        if (text == NULL || (is_ready(name) && strcmp(text, "[]") == 0)) {
            continue;
        }
        printf("%s\"%.*s\": ", before, (int)strcspn(name, "[{"), name);
        value(rows, column, as_lists);
        before = ", ";
    }
}

/* Rows of one statement; *before goes before each of them. */
static int list(scodb_t *db, const embedded_t *file, const char **before) {
    scodb_rows_t *rows;
    int status = export_query(db, file, &rows);
    if (status != SCODB_OK) {
        return database_error(db, status);
    }
    while ((status = scodb_next(rows)) == SCODB_ROW && !ferror(stdout)) {
        printf("%s{", *before);
        members(rows, 0, 0);
        putchar('}');
        *before = ",\n";
    }
    scodb_free(rows);
    return status == SCODB_ROW || status == SCODB_DONE ? DONE : database_error(db, status);
}

/* One object, whose members are lists. */
static int lists(scodb_t *db, const embedded_t *file, const char *before_all) {
    int status = DONE;
    for (const char *before; file->name != NULL && status == DONE; before_all = ",\n") {
        size_t size = export_list(file);
        const char *name = file->name;
        printf("%s\"%.*s\": [\n", before_all, (int)size, name);
        before = "";
        do {
            status = list(db, file++, &before);
        } while (status == DONE && file->name != NULL && export_list(file) == size &&
                 strncmp(file->name, name, size) == 0);
        fputs("\n]", stdout);
    }
    fputs("\n}\n", stdout);
    return status;
}

int export_as_popolo(scodb_t *db, const char *table, const char *path) {
    (void)table, (void)path;
    return lists(db, export_popolo, "{");
}

/* The first statement has the members beside the list. */
int export_as_annotations(scodb_t *db, const char *table, const char *path) {
    scodb_rows_t *head;
    (void)table, (void)path;
    int status = export_query(db, export_annotations, &head);
    if (status != SCODB_OK) {
        return database_error(db, status);
    }
    status = scodb_next(head);
    if (status == SCODB_ROW) {
        putchar('{');
        members(head, 0, 0);
    }
    scodb_free(head);
    return status != SCODB_ROW ? database_error(db, status) : lists(db, export_annotations + 1, ",\n");
}

/* One object a line; the list is the schema, the first column the id, the others are properties of several values. */
int export_as_ftm(scodb_t *db, const char *table, const char *path) {
    scodb_rows_t *rows;
    int status = SCODB_DONE;
    (void)table, (void)path;
    for (const embedded_t *file = export_ftm; file->name != NULL && status == SCODB_DONE; file++) {
        if ((status = export_query(db, file, &rows)) != SCODB_OK) {
            return database_error(db, status);
        }
        while ((status = scodb_next(rows)) == SCODB_ROW && !ferror(stdout)) {
            printf("{\"id\": \"%s\", \"schema\": \"%.*s\", \"properties\": {", scodb_text(rows, 0),
                   (int)export_list(file), file->name);
            members(rows, 1, 1);
            fputs("}}\n", stdout);
        }
        scodb_free(rows);
    }
    return status == SCODB_ROW || status == SCODB_DONE ? DONE : database_error(db, status);
}
