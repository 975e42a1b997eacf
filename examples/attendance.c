/* Prints who attended each meeting of a scodb database. Compile and run it:
 *
 *     cc attendance.c $(pkg-config --cflags --libs scodb) -o attendance
 *     ./attendance sco.db
 */
#include <scodb.h>
#include <stdio.h>

static const char *or_else(const char *text, const char *otherwise) {
    return text == NULL ? otherwise : text;
}

/* The people and delegations at one meeting. */
static int print_attendance(scodb_t *db, int64_t meeting) {
    scodb_rows_t *rows;
    scodb_filter_t filter = SCODB_FILTER_INIT;
    filter.meeting = meeting;
    int status = scodb_list(db, SCODB_ATTENDANCE, &filter, &rows);
    if (status != SCODB_OK) {
        return status;
    }
    while ((status = scodb_next(rows)) == SCODB_ROW) {
        printf("    %s (%s), %s\n", or_else(scodb_get(rows, "person"), "a delegation"),
               or_else(scodb_get(rows, "party_name"), "for whom, the text does not say"), scodb_get(rows, "capacity"));
    }
    scodb_free(rows);
    return status;
}

static int print_meetings(scodb_t *db) {
    scodb_rows_t *meetings;
    int status = scodb_list(db, SCODB_MEETINGS, NULL, &meetings);
    if (status != SCODB_OK) {
        return status;
    }
    while ((status = scodb_next(meetings)) == SCODB_ROW) {
        printf("%s  %s\n", or_else(scodb_get(meetings, "date"), "undated   "), scodb_get(meetings, "meeting"));
        status = print_attendance(db, scodb_int(meetings, scodb_column(meetings, "meeting_id")));
        if (status != SCODB_DONE) {
            break;
        }
    }
    scodb_free(meetings);
    return status;
}

int main(int argc, char **argv) {
    scodb_t *db;
    int status = scodb_open(argc > 1 ? argv[1] : "sco.db", 0, &db);
    if (status == SCODB_OK) {
        status = print_meetings(db);
    }
    if (status != SCODB_DONE) {
        fprintf(stderr, "attendance: %s\n", scodb_errmsg(db));
    }
    scodb_close(db);
    return status == SCODB_DONE ? 0 : 1;
}
