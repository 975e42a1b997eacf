/* Prints who said what about something, each passage in its paragraph, with where it was published. Compile and run it:
 *
 *     cc said.c $(pkg-config --cflags --libs scodb) -o said
 *     ./said sco.db 'green development'
 */
#include <scodb.h>
#include <stdio.h>

/* NULL is what the database does not know. */
static const char *or_else(const char *text, const char *otherwise) {
    return text == NULL ? otherwise : text;
}

/* Where a fact stands: the passage between arrows, with the rest of its paragraph around it. */
static int print_evidence(scodb_t *db, const char *fact_id) {
    scodb_rows_t *evidence;
    int status = scodb_evidence(db, fact_id, &evidence);
    if (status != SCODB_OK) {
        return status;
    }
    status = scodb_next(evidence); /* further rows: other documents that say the same */
    if (status == SCODB_ROW) {
        printf("  %s>>%s<<%s\n", scodb_get(evidence, "before"), scodb_get(evidence, "passage"),
               scodb_get(evidence, "after"));
        printf("  -- %s, %s, %s\n", scodb_get(evidence, "document"),
               or_else(scodb_get(evidence, "published"), "undated"), or_else(scodb_get(evidence, "uri"), "no address"));
    }
    scodb_free(evidence);
    return status;
}

/* The words may stand in any form: "develop" finds "development". The best come first. */
static int print_search(scodb_t *db, const char *words) {
    scodb_rows_t *found;
    scodb_filter_t filter = SCODB_FILTER_INIT;
    filter.words = words;
    filter.limit = 10;
    int status = scodb_list(db, SCODB_SEARCH, &filter, &found);
    if (status != SCODB_OK) {
        return status;
    }
    while ((status = scodb_next(found)) == SCODB_ROW) {
        const char *fact_id = scodb_get(found, "fact_id");
        if (fact_id == NULL) {
            continue; /* a whole document, not what somebody said */
        }
        printf("%s, for %s:\n", scodb_get(found, "speaker"), or_else(scodb_get(found, "party"), "themselves"));
        status = print_evidence(db, fact_id);
        if (status != SCODB_ROW) {
            break;
        }
    }
    scodb_free(found);
    return status;
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fputs("said: usage: said DATABASE WORDS\n", stderr);
        return 2;
    }
    scodb_t *db;
    int status = scodb_open(argv[1], 0, &db);
    if (status == SCODB_OK) {
        status = print_search(db, argv[2]);
    }
    if (status != SCODB_DONE) {
        fprintf(stderr, "said: %s\n", scodb_errmsg(db));
    }
    scodb_close(db);
    return status == SCODB_DONE ? 0 : 1;
}
