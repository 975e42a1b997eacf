/* Tables fitted to the terminal. All rows are kept until the end; then each column gets the width that its words need,
 * and what is left goes, column by column, to where the most text waits. If the table is too wide for that, the ids of
 * its facts go below their rows; if that does not do, each row is printed as a record, a line for each field. */
#include <stdlib.h>
#include <string.h>

#include "cli.h"

enum {
    GAP = 2,        /* columns of the terminal between two of the table */
    SHORT = 20,     /* lines up to this stay whole if they can */
    LONG_WORD = 44, /* words up to this stay whole if they can; leaves room for the id of a fact */
    CRAMPED = 4     /* a cell of more lines than this is no pleasure to read */
};

typedef struct column {
    char *name;
    int number;  /* 1: only numbers, set to the right */
    int natural; /* width of its longest line */
    int word;    /* of its longest word */
    int piece;   /* of its longest piece of a word, broken at joints */
    int width;   /* given to it */
    double text; /* width of all its lines together */
} column_t;

typedef struct table {
    int count;  /* of columns */
    int beside; /* how many of them stand beside each other; the last one may stand below */
    column_t columns[MOST_COLUMNS];
    size_t cell_count, room;
    char **cells; /* row by row, cleaned */
} table_t;

static void widen(int *width, int to) {
    *width = to > *width ? to : *width;
}

static void measure(column_t *column, const char *text, const options_t *options) {
    int line = 0, word = 0;
    for (size_t size; *text != '\0'; text += size) {
        size = strcspn(text, " \n" TEXT_JOINTS);
        size_t joint = text[size] != '\0' && strchr(TEXT_JOINTS, text[size]) != NULL,
               gap = text[size] != '\0' && !joint;
        int width = text_width(text, size + joint, options);
        widen(&column->piece, width);
        widen(&column->word, word += width);
        widen(&column->natural, line += width);
        column->text += width + (double)gap;
        word = gap ? 0 : word;
        line = text[size] == '\n' ? 0 : line + (int)gap;
        size += joint + gap;
    }
}

static void begin(output_t *out, const cell_t *cells, int count) {
    table_t *table = out->kept = or_stop(calloc(1, sizeof *table));
    table->count = count;
    for (int i = 0; i < count; i++) {
        column_t *column = &table->columns[i];
        column->name = text_clean(cells[i].name);
        column->number = 1;
        measure(column, column->name, out->options);
    }
}

static void row(output_t *out, const cell_t *cells, int count) {
    table_t *table = out->kept;
    if (table->cell_count + (size_t)count > table->room) {
        table->room = 2 * table->room + MOST_COLUMNS;
        table->cells = or_stop(realloc(table->cells, table->room * sizeof *table->cells));
    }
    for (int i = 0; i < count; i++) {
        char *text = text_clean(cells[i].text);
        table->columns[i].number &= cells[i].type != SCODB_TEXT;
        measure(&table->columns[i], text, out->options);
        table->cells[table->cell_count++] = text;
    }
}

/* What a column must have: short lines whole and else its longest word; its longest word; or only its longest piece. */
typedef enum need { LINES, WORDS, PIECES } need_t;

static int needed(const column_t *column, need_t need) {
    if (need == PIECES) {
        return column->piece < SHORT ? column->piece : SHORT;
    }
    if (need == LINES && column->natural <= SHORT) {
        return column->natural;
    }
    return column->word < LONG_WORD ? column->word : LONG_WORD;
}

/* Sets that many columns beside each other and gives them what they need; returns how much of the room is left. */
static int set_beside(table_t *table, int beside, need_t need, int room) {
    table->beside = beside;
    for (int i = 0; i < beside; i++) {
        table->columns[i].width = needed(&table->columns[i], need);
        room -= table->columns[i].width + (i > 0 ? GAP : 0);
    }
    return room;
}

/* The column that is furthest from having enough. */
static column_t *neediest(table_t *table) {
    column_t *found = NULL;
    for (column_t *at = table->columns; at < table->columns + table->beside; at++) {
        if (at->width < at->natural &&
            (found == NULL || at->text / (at->width + 1) > found->text / (found->width + 1))) {
            found = at;
        }
    }
    return found;
}

/* Hands out room; returns what nobody needed. */
static int spread(table_t *table, int room) {
    for (column_t *column; room > 0 && (column = neediest(table)) != NULL; room--) {
        column->width++;
    }
    return room;
}

/* Whether a column has to break its lines more often than one likes to read. */
static int cramped(const table_t *table) {
    for (int i = 0; i < table->beside; i++) {
        if (table->columns[i].natural > CRAMPED * table->columns[i].width) {
            return 1;
        }
    }
    return 0;
}

/* 0 if the table does not fit. */
static int fit(table_t *table, int room) {
    int last = table->count - 1, left = spread(table, set_beside(table, table->count, LINES, room));
    if ((left < 0 || cramped(table)) && last > 0 && strcmp(table->columns[last].name, "fact_id") == 0) {
        left = set_beside(table, last, LINES, room);
    }
    for (need_t need = WORDS; left < 0 && need <= PIECES; need++) {
        left = set_beside(table, table->beside, need, room);
    }
    return spread(table, left) >= 0;
}

/* The next line of a cell. *gap is how many columns are to be left free before it; it grows by what the cell leaves
 * free behind it, so that no line ends in spaces. */
static void print_line(const column_t *column, const char **text, int *lit, int *gap, const options_t *options) {
    const char *line = *text;
    size_t size = text_line(line, column->width, text, options);
    int width = text_width(line, size, options), free_before = column->number && size > 0 ? column->width - width : 0;
    if (size > 0) {
        printf("%*s", *gap + free_before, "");
        text_print(line, size, lit, options);
        *gap = 0;
        free_before += width;
    }
    *gap += column->width - free_before + GAP;
}

/* One row, in as many lines as its longest cell needs, each in the rendition if there is colour. */
static void print_row(const table_t *table, char *const *cells, const char *rendition, const options_t *options) {
    const char *text[MOST_COLUMNS];
    int lit[MOST_COLUMNS] = {0};
    memcpy(text, cells, (size_t)table->beside * sizeof *text);
    for (int more = 1; more;) {
        int gap = 0;
        more = 0;
        fputs(options->colour ? rendition : "", stdout);
        for (int i = 0; i < table->beside; i++) {
            print_line(&table->columns[i], &text[i], &lit[i], &gap, options);
            more |= *text[i] != '\0';
        }
        fputs(options->colour && *rendition != '\0' ? "\033[0m\n" : "\n", stdout);
    }
}

static void print_head(const table_t *table, const options_t *options) {
    char *names[MOST_COLUMNS];
    for (int i = 0; i < table->beside; i++) {
        names[i] = table->columns[i].name;
    }
    print_row(table, names, "\033[1m", options);
    for (int i = 0; i < table->beside; i++) {
        printf("%*s", i > 0 ? GAP : 0, "");
        for (int j = 0; j < table->columns[i].width; j++) {
            fputs("─", stdout);
        }
    }
    putchar('\n');
}

/* Whether the row takes several lines. */
static int wraps(const table_t *table, char *const *cells, const options_t *options) {
    const char *next = "";
    for (int i = 0; i < table->beside && *next == '\0'; i++) {
        text_line(cells[i], table->columns[i].width, &next, options);
    }
    return *next != '\0';
}

/* Rows of several lines are set apart by an empty one. */
static void print_table(const table_t *table, const options_t *options) {
    int below = table->beside < table->count, apart = 0;
    print_head(table, options);
    for (size_t at = 0; at < table->cell_count; at += (size_t)table->count) {
        int tall = below || wraps(table, table->cells + at, options);
        fputs(at > 0 && (tall || apart) ? "\n" : "", stdout);
        apart = tall;
        print_row(table, table->cells + at, "", options);
        const char *id = below ? table->cells[at + (size_t)table->beside] : "";
        if (*id != '\0') {
            printf(options->colour ? "\033[2m%s\033[0m\n" : "%s\n", id);
        }
    }
}

/* Each row as lines of name and value; what is empty is left out. */
static void print_records(const table_t *table, const options_t *options) {
    table_t record = {.beside = 2};
    int *name = &record.columns[0].width, *value = &record.columns[1].width;
    for (int i = 0; i < table->count; i++) {
        widen(name, text_width(table->columns[i].name, strlen(table->columns[i].name), options));
    }
    widen(value, options->width - *name - GAP);
    for (size_t at = 0; at < table->cell_count; at++) {
        int column = (int)(at % (size_t)table->count);
        fputs(column == 0 && at > 0 ? "\n" : "", stdout);
        if (table->cells[at][0] != '\0') {
            print_row(&record, (char *[]){table->columns[column].name, table->cells[at]}, "", options);
        }
    }
}

static void end(output_t *out) {
    table_t *table = out->kept;
    if (table->cell_count > 0 && fit(table, out->options->width)) {
        print_table(table, out->options);
    } else {
        print_records(table, out->options);
    }
    for (int i = 0; i < table->count; i++) {
        free(table->columns[i].name);
    }
    for (size_t i = 0; i < table->cell_count; i++) {
        free(table->cells[i]);
    }
    free(table->cells);
    free(table);
}

const writer_t table_writer = {begin, row, end};
