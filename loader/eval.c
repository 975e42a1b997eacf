#include "eval.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "eval_parts.h"
#include "json.h"
#include "report.h"
#include "schema/identity.h"
#include "store_parts.h"

/* The gold files of the command line. */
typedef struct sheet {
    const char *path, *stem; /* the file's name without folder and ending */
    gold_t gold;
} sheet_t;

typedef struct sheets {
    arena_t *arena;
    const options_t *options;
    LIST(sheet_t) list;
    status_t status;
    int measured;
} sheets_t;

static void refuse(sheets_t *sheets, const char *path, const char *why) {
    say(path, why);
    sheets->status = STATUS_REFUSED;
}

/* Where the text stands that a gold file is held against if there is no database. */
static char *text_path(sheets_t *sheets, const char *path) {
    return arena_printf(sheets->arena, "%.*s.txt", (int)(strlen(path) - strlen(".json")), path);
}

static void add_sheet(sheets_t *sheets, const char *path) {
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path, *ending = strrchr(name, '.');
    if (!strcmp(name, "manifest.json")) /* it stands beside the texts and is read with them */
        return;
    if (!ending || strcmp(ending, ".json") != 0) {
        refuse(sheets, path, "not a .json file; name gold files (docs/evaluation.md)");
        return;
    }
    if (!sheets->options->db && access(text_path(sheets, path), F_OK)) {
        refuse(sheets, path, "no .txt file of this name beside it; put it there, or name a database (--db)");
        return;
    }
    sheet_t sheet = {path, arena_strndup(sheets->arena, name, (size_t)(ending - name)), {0}};
    if (gold_open(path, &sheet.gold)) {
        gold_close(&sheet.gold);
        sheets->status = STATUS_REFUSED;
        return;
    }
    *list_add(sheets->arena, &sheets->list) = sheet;
}

/* ---- figures ---- */

static double share(long right, long all, long other) {
    return all ? (double)right / (double)all : other == 0;
}

static double put_relation(const eval_t *eval, int relation) {
    const tally_t *tally = &eval->tallies[relation];
    double precision = share(tally->right, tally->found, tally->wanted);
    double recall = share(tally->right, tally->wanted, tally->found);
    double f1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
    printf("%-12s%9.3f%8.3f%7.3f%8ld%8ld", relation_name(relation), precision, recall, f1, tally->wanted, tally->found);
    const char *before = "  ";
    for (int i = 0; i < FIELDS_COMPARED; i++)
        if (tally->fields[i].all) {
            printf("%s%s %.3f", before, relation_field(relation, i),
                   share(tally->fields[i].right, tally->fields[i].all, 0));
            before = ", ";
        }
    putchar('\n');
    return f1;
}

static void put_figures(const eval_t *eval) {
    double sum = 0;
    printf("%-12s%9s%8s%7s%8s%8s  fields\n", "relation", "precision", "recall", "F1", "gold", "found");
    for (int i = 0; i < RELATIONS; i++)
        sum += put_relation(eval, i);
    printf("%-12s%24.3f\n", "mean F1", sum / RELATIONS);
}

void eval_miss(const eval_t *eval, int relation, const gold_t *gold, const char *what, const char *shown) {
    char *line = arena_strdup(gold->arena, shown);
    for (char *c = line; (c = strpbrk(c, "\n\t"));)
        *c = ' ';
    fprintf(eval->misses, "%s\t", relation_name(relation));
    put_plain(gold_document(gold), eval->misses);
    fprintf(eval->misses, "\t%s\t", what);
    put_plain(line, eval->misses);
    putc('\n', eval->misses);
}

/* ---- the database ---- */

/* The text of the document that a gold file names or, failing that, is called after; NULL if there is none. */
static const char *find_document(eval_t *eval, const sheet_t *sheet, const char **name) {
    const char *const names[] = {gold_document(&sheet->gold), sheet->stem};
    const char *text = NULL;
    sqlite3_stmt *sql = eval->sql[EVAL_DOCUMENT];
    for (size_t i = 0; !text && i < 2; i++) {
        sqlite3_bind_text(sql, 1, *name = names[i], -1, SQLITE_STATIC);
        if (sqlite3_step(sql) == SQLITE_ROW)
            text = arena_strdup(sheet->gold.arena, (const char *)sqlite3_column_text(sql, 0));
        eval->rc |= sqlite3_reset(sql);
    }
    return text;
}

static void measure(sheets_t *sheets, eval_t *eval, const sheet_t *sheet) {
    const char *name, *text = find_document(eval, sheet, &name);
    if (!text && !eval->rc) {
        const char *advice = sheets->options->db ? "load its text into this database" : "name it as its text is named";
        refuse(sheets, sheet->path,
               arena_printf(sheets->arena, "there is no document \"%s\"; %s", gold_document(&sheet->gold), advice));
    }
    if (!text)
        return;
    if (gold_check(sheet->path, &sheet->gold, text)) {
        sheets->status = STATUS_REFUSED;
        return;
    }
    eval_document(eval, &sheet->gold, name, text);
    sheets->measured++;
}

static int prepare(eval_t *eval) {
    for (int i = 0; !eval->rc && i < EVAL_COUNT; i++)
        eval->rc = sqlite3_prepare_v2(eval->db, eval_statements[i], -1, &eval->sql[i], NULL);
    if (eval->rc)
        return -1;
    eval->spellings = spellings_new(eval->sql[EVAL_FORMS]);
    return 0;
}

static status_t measure_all(sheets_t *sheets, sqlite3 *db) {
    eval_t eval = {.db = db, .misses = sheets->options->errors ? stdout : NULL};
    prepare(&eval);
    for (int i = 0; !eval.rc && i < sheets->list.count; i++)
        measure(sheets, &eval, &sheets->list.at[i]);
    if (eval.rc) {
        say(sheets->options->db ? sheets->options->db : "memory",
            arena_printf(sheets->arena, "cannot be read (%s); check it by scodb verify", sqlite3_errmsg(db)));
        sheets->status = STATUS_UNUSABLE;
    } else if (sheets->measured) {
        put_figures(&eval);
    }
    for (int i = 0; i < EVAL_COUNT; i++)
        sqlite3_finalize(eval.sql[i]);
    spellings_free(eval.spellings);
    return sheets->status;
}

static int64_t pragma(sqlite3 *db, const char *sql) {
    sqlite3_stmt *statement = NULL;
    int64_t answer = -1;
    if (!sqlite3_prepare_v2(db, sql, -1, &statement, NULL) && sqlite3_step(statement) == SQLITE_ROW)
        answer = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return answer;
}

static status_t measure_database(sheets_t *sheets) {
    const char *path = sheets->options->db, *plain = *path == '/' ? path : arena_printf(sheets->arena, "./%s", path);
    sqlite3 *db = NULL;
    if (sqlite3_open_v2(plain, &db, SQLITE_OPEN_READONLY, NULL)) {
        say(path, arena_printf(sheets->arena, "%s; check the path", sqlite3_errmsg(db)));
        sheets->status = STATUS_UNUSABLE;
    } else if (pragma(db, "PRAGMA application_id") != SCODB_APPLICATION_ID ||
               pragma(db, "PRAGMA user_version") != SCODB_SCHEMA_VERSION) {
        say(path, "not a database of this version's schema; name another, or upgrade it (--refresh)");
        sheets->status = STATUS_UNUSABLE;
    } else {
        measure_all(sheets, db);
    }
    sqlite3_close(db);
    return sheets->status;
}

/* ---- without a database: the texts beside the gold files ---- */

static status_t measure_loaded(void *context, store_t *store) {
    return measure_all(context, store->db);
}

static status_t measure_texts(sheets_t *sheets) {
    options_t options = *sheets->options;
    LIST(char *) texts = {0};
    for (int i = 0; i < sheets->list.count; i++)
        *list_add(sheets->arena, &texts) = text_path(sheets, sheets->list.at[i].path);
    options.quiet = 1;
    options.paths = texts.at;
    options.path_count = texts.count;
    return load_in_memory(&options, measure_loaded, sheets);
}

status_t eval_run(const options_t *options) {
    sheets_t sheets = {.arena = arena_new(), .options = options};
    json_setup();
    for (int i = 0; i < options->path_count; i++)
        add_sheet(&sheets, options->paths[i]);
    status_t status = sheets.status;
    if (sheets.list.count)
        status = options->db ? measure_database(&sheets) : measure_texts(&sheets);
    for (int i = 0; i < sheets.list.count; i++)
        gold_close(&sheets.list.at[i].gold);
    arena_free(sheets.arena);
    return status;
}
