// Prints whom a person met, when and where, in any spelling of the name. Compile and run it:
//
//     c++ -std=c++17 met.cpp $(pkg-config --cflags --libs scodb) -o met
//     ./met sco.db Tokayev
//
// The two classes close what they have opened; a failed call becomes an exception with the library's message.
#include <cstdint>
#include <iostream>
#include <memory>
#include <optional>
#include <scodb.h>
#include <stdexcept>
#include <string>

// Rows that free themselves.
class Rows {
public:
    Rows(scodb_t *db, scodb_rows_t *rows) : db_(db), rows_(rows) {}
    bool next() {
        int status = scodb_next(rows_.get());
        if (status != SCODB_ROW && status != SCODB_DONE)
            throw std::runtime_error(scodb_errmsg(db_));
        return status == SCODB_ROW;
    }
    // A copy: the library's own text is good only until the next row.
    std::optional<std::string> text(const char *column) {
        const char *text = scodb_get(rows_.get(), column);
        return text ? std::optional<std::string>(text) : std::nullopt;
    }
    std::int64_t number(const char *column) { return scodb_int(rows_.get(), scodb_column(rows_.get(), column)); }

private:
    struct Free {
        void operator()(scodb_rows_t *rows) const { scodb_free(rows); }
    };
    scodb_t *db_; // borrowed, for its messages
    std::unique_ptr<scodb_rows_t, Free> rows_;
};

// A database that closes itself.
class Database {
public:
    explicit Database(const char *path) {
        scodb_t *db;
        int status = scodb_open(path, 0, &db);
        db_.reset(db); // also if opening failed: the handle has the message
        check(status);
    }
    Rows list(int what, const scodb_filter_t &filter) {
        scodb_rows_t *rows;
        check(scodb_list(db_.get(), what, &filter, &rows));
        return {db_.get(), rows};
    }
    Rows find(const char *name) {
        scodb_rows_t *rows;
        check(scodb_find(db_.get(), name, &rows));
        return {db_.get(), rows};
    }

private:
    void check(int status) const {
        if (status != SCODB_OK)
            throw std::runtime_error(scodb_errmsg(db_.get()));
    }
    struct Close {
        void operator()(scodb_t *db) const { scodb_close(db); }
    };
    std::unique_ptr<scodb_t, Close> db_;
};

int main(int argc, char **argv) try {
    if (argc != 3)
        throw std::runtime_error("usage: met DATABASE NAME");
    Database db(argv[1]);
    Rows found = db.find(argv[2]);
    while (found.next()) { // the likest first; the first person is the one
        if (found.text("kind") != "person")
            continue;
        std::cout << *found.text("name") << " met\n";
        scodb_filter_t filter = SCODB_FILTER_INIT;
        filter.person_id = found.number("id");
        for (Rows met = db.list(SCODB_ENCOUNTERS, filter); met.next();)
            std::cout << "  " << met.text("date").value_or("undated   ") << "  " << *met.text("other") << " ("
                      << met.text("other_party").value_or("no party told") << "), " << *met.text("meeting") << "\n";
        return 0;
    }
    throw std::runtime_error("nobody is called so");
} catch (const std::exception &error) {
    std::cerr << "met: " << error.what() << "\n";
    return 1;
}
