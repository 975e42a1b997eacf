/* A spreadsheet: what each sheet holds stands in sql/xlsx/. The library puts the rows into temporary files, so that
 * memory does not grow with them; hence the rows of a sheet are written in their order, and its widths last. */
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "export.h"

enum {
    MOST_UNITS = 32767, /* in a cell, of UTF-16: Excel's limit, as LXW_ROW_MAX */
    MOST_NAME = 24,  /* of a sheet, in bytes, with room for a number; Excel allows 31 */
    LEAST_WIDTH = 8, /* of a column, in characters */
    MOST_WIDTH = 60,
    BUTTON_WIDTH = 3 /* of the filter, in the head */
};

typedef struct book {
    lxw_workbook *workbook;
    lxw_worksheet *guide; /* the first sheet, which explains the others */
    lxw_row_t guide_row;  /* the next one of it */
    lxw_format *head, *day, *wrapped;
} book_t;

/* The rows of one statement, on one sheet, or on several where there are too many. */
typedef struct list {
    char name[MOST_NAME + 1];
    lxw_worksheet *sheet; /* the last one */
    int sheets;
    lxw_row_t row; /* the next one of it */
    int columns, widths[MOST_COLUMNS];
    int64_t rows, cut; /* cut: texts that were too long */
} list_t;

/* A day that exists, and nothing else. */
static int is_day(const char *text, lxw_datetime *day) {
    static const int DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int end = 0;
    *day = (lxw_datetime){0};
    if (strlen(text) != 10 || sscanf(text, "%4d-%2d-%2d%n", &day->year, &day->month, &day->day, &end) != 3 ||
        end != 10 || day->year < 1900 || day->month < 1 || day->month > 12) {
        return 0;
    }
    int leap = day->month == 2 && ((day->year % 4 == 0 && day->year % 100 != 0) || day->year % 400 == 0);
    return day->day >= 1 && day->day <= DAYS[day->month - 1] + leap;
}

/* _x0041_ would be read as the character of that number. */
static int is_code(const char *text) {
    return strncmp(text, "_x", 2) == 0 && strspn(text + 2, "0123456789ABCDEFabcdef") >= 4 && text[6] == '_';
}

/* A copy to free that is read as the text, with room for three more bytes. */
static char *escape(const char *text) {
    char *clean = xml_clean(text), *escaped = or_stop(malloc(2 * strlen(clean) + 4)), *end = escaped;
    for (const char *at = clean; *at != '\0';) {
        end = is_code(at) ? stpcpy(end, "_x005F") : end;
        *end++ = *at++;
    }
    *end = '\0';
    free(clean);
    return escaped;
}

/* Shortens a text to what a cell holds, with room for three more bytes behind it; 1 if it was too long. */
static int cut_text(char *text) {
    int units = 0;
    size_t fits = 0; /* bytes that leave room for the mark */
    for (size_t at = 0, size; text[at] != '\0'; at += size) {
        unsigned char lead = (unsigned char)text[at];
        size = 1u + (lead >= 0xc0) + (lead >= 0xe0) + (lead >= 0xf0);
        units += size == 4 ? 2 : 1;
        if (units > MOST_UNITS) {
            strcpy(text + fits, "…");
            return 1;
        }
        fits = units < MOST_UNITS ? at + size : fits;
    }
    return 0;
}

/* Bytes are near enough. */
static void widen(list_t *list, int column, size_t bytes) {
    int width = bytes < MOST_WIDTH ? (int)bytes : MOST_WIDTH;
    list->widths[column] = width > list->widths[column] ? width : list->widths[column];
}

static lxw_error write_text(book_t *book, list_t *list, int column, const char *text, int may_be_day) {
    lxw_datetime day;
    if (may_be_day && is_day(text, &day)) {
        widen(list, column, strlen(text) + 1);
        return worksheet_write_datetime(list->sheet, list->row, (lxw_col_t)column, &day, book->day);
    }
    char *clean = escape(text);
    list->cut += cut_text(clean);
    widen(list, column, strlen(clean));
    lxw_error error = worksheet_write_string(list->sheet, list->row, (lxw_col_t)column, clean, NULL);
    free(clean);
    return error;
}

/* Text is never a formula or a link, whatever it begins with. */
static lxw_error write_row(book_t *book, list_t *list, scodb_rows_t *rows) {
    lxw_error error = LXW_NO_ERROR;
    for (int column = 0; column < list->columns && error == LXW_NO_ERROR; column++) {
        const char *name = scodb_column_name(rows, column);
        int type = scodb_type(rows, column);
        if (type == SCODB_TEXT) {
            int may_be_day = strcmp(name, "date") == 0 || strcmp(name, "published") == 0;
            error = write_text(book, list, column, scodb_text(rows, column), may_be_day);
        } else if (type != SCODB_NULL) {
            error = worksheet_write_number(list->sheet, list->row, (lxw_col_t)column, scodb_real(rows, column), NULL);
        }
    }
    list->row++;
    list->rows++;
    return error;
}

/* The first sheet of a list has its name, the others also a number. */
static lxw_error begin_sheet(book_t *book, list_t *list, scodb_rows_t *rows) {
    char name[MOST_NAME + 8];
    lxw_error error = LXW_NO_ERROR;
    snprintf(name, sizeof name, list->sheets == 0 ? "%s" : "%s %d", list->name, list->sheets + 1);
    list->sheet = workbook_add_worksheet(book->workbook, name);
    list->sheets++;
    list->row = 1;
    if (list->sheet == NULL) {
        return LXW_ERROR_SHEETNAME_ALREADY_USED;
    }
    worksheet_freeze_panes(list->sheet, 1, 0);
    for (int column = 0; column < list->columns && error == LXW_NO_ERROR; column++) {
        char *title = escape(scodb_column_name(rows, column));
        widen(list, column, strlen(title) + BUTTON_WIDTH);
        error = worksheet_write_string(list->sheet, 0, (lxw_col_t)column, title, book->head);
        free(title);
    }
    return error;
}

static lxw_error end_sheet(list_t *list) {
    for (int column = 0; column < list->columns; column++) {
        int width = list->widths[column] > LEAST_WIDTH ? list->widths[column] : LEAST_WIDTH;
        worksheet_set_column(list->sheet, (lxw_col_t)column, (lxw_col_t)column, width, NULL);
    }
    worksheet_autofilter(list->sheet, 0, 0, list->row - 1, (lxw_col_t)(list->columns - 1));
    return fflush(list->sheet->optimize_tmpfile) != 0 || ferror(list->sheet->optimize_tmpfile)
               ? LXW_ERROR_CREATING_TMPFILE
               : LXW_NO_ERROR;
}

/* LXW_NO_ERROR at the end of the rows; *status gets that of the library. */
static lxw_error write_rows(book_t *book, list_t *list, scodb_rows_t *rows, int *status) {
    lxw_error error = begin_sheet(book, list, rows);
    while (error == LXW_NO_ERROR && (*status = scodb_next(rows)) == SCODB_ROW) {
        if (list->row == LXW_ROW_MAX) {
            error = end_sheet(list);
            error = error == LXW_NO_ERROR ? begin_sheet(book, list, rows) : error;
        }
        error = error == LXW_NO_ERROR ? write_row(book, list, rows) : error;
    }
    return error == LXW_NO_ERROR ? end_sheet(list) : error;
}

static void guide_line(book_t *book, const char *key, const char *text) {
    char *first = escape(key), *second = escape(text);
    cut_text(second);
    worksheet_write_string(book->guide, book->guide_row, 0, first, book->head);
    worksheet_write_string(book->guide, book->guide_row++, 1, second, book->wrapped);
    free(first);
    free(second);
}

/* What the file says of itself. */
static int begin_guide(book_t *book, scodb_t *db) {
    scodb_rows_t *rows;
    int status = export_query(db, export_file(cli_sql, "about.sql"), &rows);
    if (status != SCODB_OK) {
        return status;
    }
    book->guide = workbook_add_worksheet(book->workbook, "read me");
    worksheet_set_column(book->guide, 0, 0, 34, NULL);
    worksheet_set_column(book->guide, 1, 1, 110, NULL);
    while ((status = scodb_next(rows)) == SCODB_ROW) {
        guide_line(book, scodb_text(rows, 0), scodb_text(rows, 1));
    }
    scodb_free(rows);
    return status;
}

/* What the schema says of a table, or of a column of it; column "": of the table. Status of the library. */
static int guide_meaning(book_t *book, scodb_t *db, const char *table, const char *column) {
    scodb_rows_t *rows;
    char key[160];
    scodb_value_t values[] = {{"table", table}, {"column", column}};
    int status = scodb_query(db, export_file(cli_sql, "described.sql")->text, values, 2, &rows);
    if (status != SCODB_OK) {
        return status;
    }
    snprintf(key, sizeof key, *column == '\0' ? "sheet %s" : "%s: %s", table, column);
    while ((status = scodb_next(rows)) == SCODB_ROW) {
        guide_line(book, key, scodb_text(rows, 0));
    }
    scodb_free(rows);
    return status;
}

static int guide_meanings(book_t *book, scodb_t *db, const char *table, const scodb_rows_t *rows) {
    int status = guide_meaning(book, db, table, "");
    for (int column = 0; column < scodb_column_count(rows) && status == SCODB_DONE; column++) {
        status = guide_meaning(book, db, table, scodb_column_name(rows, column));
    }
    return status;
}

/* How much there was; also on standard error, where something of it was lost. */
static void guide_count(book_t *book, const list_t *list) {
    char text[256];
    size_t size = (size_t)snprintf(text, sizeof text, "%lld", (long long)list->rows);
    if (list->sheets > 1) {
        size += (size_t)snprintf(text + size, sizeof text - size, ", on %d sheets", list->sheets);
    }
    if (list->cut > 0) {
        snprintf(text + size, sizeof text - size,
                 "; a cell holds %d characters, so texts that are longer end in …, which are %lld", MOST_UNITS,
                 (long long)list->cut);
        complain(DONE, "sheet %s: texts longer than the %d characters of a cell were cut: %lld; --format csv has them",
                 list->name, MOST_UNITS, (long long)list->cut);
    }
    guide_line(book, "rows", text);
}

/* A name without what Excel refuses in one. */
static void set_name(list_t *list, const char *table) {
    size_t size = strnlen(table, MOST_NAME);
    while (size > 0 && ((unsigned char)table[size] & 0xc0) == 0x80) {
        size--;
    }
    for (size_t i = 0; i < size; i++) {
        list->name[i] = strchr("[]:*?/\\'", table[i]) != NULL ? '_' : table[i];
    }
}

static int library_error(lxw_error error) {
    return complain(NO_DATABASE, "the spreadsheet cannot be written (%s); make room, or name another file with -o",
                    lxw_strerror(error));
}

/* Frees the rows. */
static int write_list(book_t *book, scodb_t *db, const char *table, scodb_rows_t *rows) {
    list_t list = {.columns = scodb_column_count(rows)};
    int status = SCODB_OK;
    list.columns = list.columns < MOST_COLUMNS ? list.columns : MOST_COLUMNS;
    set_name(&list, table);
    status = guide_meanings(book, db, table, rows);
    lxw_error error = status == SCODB_DONE ? write_rows(book, &list, rows, &status) : LXW_NO_ERROR;
    scodb_free(rows);
    if (error != LXW_NO_ERROR) {
        return library_error(error);
    }
    guide_count(book, &list);
    return status == SCODB_DONE ? DONE : database_error(db, status);
}

/* One list if table names it, else all. */
static int write_lists(book_t *book, scodb_t *db, const char *table) {
    scodb_rows_t *rows;
    char name[MOST_NAME + 1];
    int status = DONE, found = 0;
    for (const embedded_t *file = export_xlsx; file->name != NULL && status == DONE; file++) {
        snprintf(name, sizeof name, "%.*s", (int)export_list(file), file->name);
        if (table == NULL || strcmp(table, name) == 0) {
            found = 1;
            status = export_query(db, file, &rows);
            status = status == SCODB_OK ? write_list(book, db, name, rows) : database_error(db, status);
        }
    }
    if (!found) {
        status = export_table(db, table, &rows);
        status = status == DONE ? write_list(book, db, table, rows) : status;
    }
    return status;
}

/* Writes the file and frees the book. The library prints what goes wrong, which is said here, and does not look at all
 * that it writes, so the last error of the system is looked at. */
static int end_book(book_t *book) {
    fflush(stderr);
    int messages = dup(STDERR_FILENO), nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, STDERR_FILENO);
    errno = 0;
    lxw_error error = workbook_close(book->workbook);
    if (error == LXW_NO_ERROR && (errno == ENOSPC || errno == EDQUOT || errno == EFBIG || errno == EIO)) {
        error = LXW_ERROR_CREATING_TMPFILE;
    }
    dup2(messages, STDERR_FILENO);
    close(messages);
    close(nowhere);
    return error == LXW_NO_ERROR ? DONE : library_error(error);
}

int export_as_xlsx(scodb_t *db, const char *table, const char *path) {
    char *copy = or_stop(strdup(path));
    lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = dirname(copy), .use_zip64 = LXW_TRUE};
    book_t book = {.workbook = or_stop(workbook_new_opt(path, &options))};
    book.head = workbook_add_format(book.workbook);
    book.day = workbook_add_format(book.workbook);
    book.wrapped = workbook_add_format(book.workbook);
    format_set_bold(book.head);
    format_set_align(book.head, LXW_ALIGN_VERTICAL_TOP);
    format_set_num_format(book.day, "yyyy-mm-dd");
    format_set_text_wrap(book.wrapped);
    /* The same content gives the same bytes, so the file cannot say when it was made. */
    workbook_set_properties(book.workbook, &(lxw_doc_properties){.title = "scodb", .created = 1});
    int status = begin_guide(&book, db);
    status = status == SCODB_DONE ? write_lists(&book, db, table) : database_error(db, status);
    if (status == DONE) {
        status = end_book(&book);
    } else {
        lxw_workbook_free(book.workbook);
    }
    free(copy);
    return status;
}
