/* scodb explain: from a fact to the words it rests on. */
#include <stdlib.h>
#include <string.h>

#include "cli.h"

/* Facts around a place of a document, the nearest first. */
static const char NEIGHBOURS[] = "SELECT fact_id FROM citations WHERE document = :document"
                                 " ORDER BY abs(start_char - :start), fact_id LIMIT 3";
static const char PUBLISHER[] = "SELECT publisher FROM documents WHERE name = :document";

/* The first column of the first row, to free; NULL if there is none. */
static char *ask(scodb_t *db, const char *sql, const char *document) {
    scodb_value_t value = {"document", document};
    scodb_rows_t *rows;
    char *answer = NULL;
    if (scodb_query(db, sql, &value, 1, &rows) == SCODB_OK) {
        if (scodb_next(rows) == SCODB_ROW && scodb_text(rows, 0) != NULL) {
            answer = or_stop(strdup(scodb_text(rows, 0)));
        }
        scodb_free(rows);
    }
    return answer;
}

/* Of a fact that was taken out as wrong: why, who says so, when. */
static void print_correction(scodb_rows_t *rows, const options_t *options) {
    const char *why = scodb_get(rows, "corrected"), *author = scodb_get(rows, "author"),
               *date = scodb_get(rows, "date");
    if (why == NULL) {
        return;
    }
    char *text = make_text("wrong, taken out%s%s%s%s: %s", author != NULL ? " by " : "", author != NULL ? author : "",
                           date != NULL ? " on " : "", date != NULL ? date : "", why);
    page_field("corrected", text, options);
    free(text);
}

static void print_evidence(scodb_t *db, scodb_rows_t *rows, const options_t *options) {
    char *publisher = ask(db, PUBLISHER, scodb_get(rows, "document"));
    char *paragraph = make_text("%s" MARK_OPEN "%s" MARK_CLOSE "%s", scodb_get(rows, "before"),
                                scodb_get(rows, "passage"), scodb_get(rows, "after"));
    page_field("fact", scodb_get(rows, "fact_id"), options);
    page_field("says", scodb_get(rows, "claim"), options);
    page_field("document", scodb_get(rows, "document"), options);
    page_field("title", scodb_get(rows, "title"), options);
    page_field("publisher", publisher, options);
    page_field("published", scodb_get(rows, "published"), options);
    page_field("source", scodb_get(rows, "uri"), options);
    page_field("rule", scodb_get(rows, "rule"), options);
    page_field("looks for", scodb_get(rows, "note"), options);
    print_correction(rows, options);
    page_quotation(paragraph, options);
    free(paragraph);
    free(publisher);
}

static int print_page(scodb_t *db, scodb_rows_t *rows, const options_t *options) {
    int status, count = 0;
    for (; (status = scodb_next(rows)) == SCODB_ROW; count++) {
        if (count == 0 && options->format != TABLE) {
            page_begin(scodb_get(rows, "fact_id"), options);
            page_gap(options);
        } else if (count == 1) {
            page_section("The same fact elsewhere", options);
        } else if (count > 1) {
            putchar('\n');
        }
        print_evidence(db, rows, options);
    }
    page_end(options);
    scodb_free(rows);
    return status == SCODB_DONE ? DONE : database_error(db, status);
}

/* There is no such document: others may have been meant. */
static int unknown_document(scodb_t *db, const char *fact, const char *document) {
    scodb_rows_t *rows;
    near_t near;
    near_begin(&near, document);
    int status = scodb_list(db, SCODB_DOCUMENTS, NULL, &rows);
    if (status == SCODB_OK) {
        while ((status = scodb_next(rows)) == SCODB_ROW) {
            near_try(&near, scodb_get(rows, "document"), scodb_get(rows, "document"));
        }
        scodb_free(rows);
    }
    char *advice = near_end(&near, "scodb export documents lists them");
    complain(NOTHING_FOUND, "%s: there is no document '%s'%s", fact, document, advice);
    free(advice);
    return NOTHING_FOUND;
}

/* The document is there, the passage is not: the facts nearest to it. */
static int unknown_passage(scodb_t *db, const char *fact, const char *document, const char *start) {
    scodb_value_t values[] = {{"document", document}, {"start", start}};
    scodb_rows_t *rows;
    char *list = make_text("%s", "");
    if (scodb_query(db, NEIGHBOURS, values, 2, &rows) == SCODB_OK) {
        while (scodb_next(rows) == SCODB_ROW) {
            char *longer = make_text("%s%s%s", list, *list == '\0' ? "" : ", ", scodb_text(rows, 0));
            free(list);
            list = longer;
        }
        scodb_free(rows);
    }
    complain(NOTHING_FOUND, "%s: there is no such fact; %s%s", fact,
             *list == '\0' ? "its document states none" : "near to it are ", list);
    free(list);
    return NOTHING_FOUND;
}

/* Which part of the id is wrong: document:kind:start-end, the document's name may have colons. */
static int unknown_fact(scodb_t *db, const char *fact) {
    char *document = or_stop(strdup(fact)), *start = strrchr(document, ':');
    *start++ = '\0';
    *strrchr(document, ':') = '\0';
    char *name = ask(db, "SELECT name FROM documents WHERE name = :document", document);
    int status = name == NULL ? unknown_document(db, fact, document) : unknown_passage(db, fact, document, start);
    free(name);
    free(document);
    return status;
}

static int run(scodb_t *db, const options_t *options) {
    const char *fact = options->args[0];
    scodb_rows_t *rows;
    int status = scodb_evidence(db, fact, &rows);
    if (status == SCODB_NOT_FOUND) {
        return unknown_fact(db, fact);
    }
    if (status != SCODB_OK) {
        return database_error(db, status);
    }
    if (is_page(options)) {
        return print_page(db, rows, options);
    }
    return print_rows(db, rows, NULL, options) < 0 ? NO_DATABASE : DONE;
}

const command_t explain_command = {
    .name = "explain",
    .usage = "FACT",
    .about = "show the passage that a fact rests on, and the rule that found it",
    .help = "FACT is a fact_id as reports and views give it: document:kind:start-end. The\n"
            "passage is marked in its paragraph; other documents that state the same fact\n"
            "follow.\n\n"
            "  scodb explain astana-2024-council:meeting:77-169\n",
    .least = 1,
    .most = 1,
    .run = run,
};
