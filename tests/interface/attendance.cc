// examples/attendance.c as one would write it in C++: handles that free themselves, failures as exceptions.
#include <scodb.h>

#include <iostream>
#include <memory>
#include <stdexcept>

struct closer {
    void operator()(scodb_t *db) const {
        scodb_close(db);
    }
    void operator()(scodb_rows_t *rows) const {
        scodb_free(rows);
    }
};
using database = std::unique_ptr<scodb_t, closer>;
using cursor = std::unique_ptr<scodb_rows_t, closer>;

static database open(const char *path) {
    scodb_t *db;
    int status = scodb_open(path, 0, &db);
    database opened(db);
    if (status != SCODB_OK) {
        throw std::runtime_error(scodb_errmsg(db));
    }
    return opened;
}

static cursor list(const database &db, int what, const scodb_filter_t &filter) {
    scodb_rows_t *rows;
    if (scodb_list(db.get(), what, &filter, &rows) != SCODB_OK) {
        throw std::runtime_error(scodb_errmsg(db.get()));
    }
    return cursor(rows);
}

static const char *get(const cursor &rows, const char *name, const char *otherwise) {
    const char *text = scodb_get(rows.get(), name);
    return text == nullptr ? otherwise : text;
}

static void print_attendance(const database &db, int64_t meeting) {
    scodb_filter_t filter = SCODB_FILTER_INIT;
    filter.meeting = meeting;
    for (cursor rows = list(db, SCODB_ATTENDANCE, filter); scodb_next(rows.get()) == SCODB_ROW;) {
        std::cout << "    " << get(rows, "person", "a delegation") << " ("
                  << get(rows, "party_name", "for whom, the text does not say") << "), " << get(rows, "capacity", "")
                  << "\n";
    }
}

int main(int argc, char **argv) {
    try {
        database db = open(argc > 1 ? argv[1] : "sco.db");
        for (cursor rows = list(db, SCODB_MEETINGS, SCODB_FILTER_INIT); scodb_next(rows.get()) == SCODB_ROW;) {
            std::cout << get(rows, "date", "undated   ") << "  " << get(rows, "meeting", "") << "\n";
            print_attendance(db, scodb_int(rows.get(), scodb_column(rows.get(), "meeting_id")));
        }
    } catch (const std::exception &failure) {
        std::cerr << "attendance: " << failure.what() << "\n";
        return 1;
    }
}
