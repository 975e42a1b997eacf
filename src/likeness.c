/* How like a spelling is to a name, both folded. */
#include <string.h>

#include "private.h"

enum {
    NAME_SIZE = 512, /* bytes of a folded name; what goes beyond is not compared */
    LIKENESS = 1000, /* a rank is a likeness of scodb_find times this, and how far it is within the likeness */
    WITHIN = 1 * LIKENESS,
    NEAR = 2 * LIKENESS,
    EDIT = 100, /* an edit counts as much as this many words that were not asked for */
    UNLIKE = 3 * LIKENESS
};

typedef struct name {
    folded_t folded;
    char room[NAME_SIZE];
} name_t;

typedef struct word {
    const char *text;
    size_t size;
} word_t;

/* The next word at *at, which goes on behind it; size 0: there is none. */
static word_t next_word(const char **at) {
    word_t word = {*at + 1, strcspn(*at + 1, " ")};
    *at += word.size + (word.size > 0);
    return word;
}

static size_t least(size_t a, size_t b) {
    return a < b ? a : b;
}

/* Number of bytes to add, drop, change or swap with the next to make one of the other; more than limit: limit + 1. */
static size_t distance(word_t a, word_t b, size_t limit) {
    size_t rows[3][NAME_SIZE]; /* distances of the first i bytes of a, and one and two less, to each beginning of b */
    if ((a.size > b.size ? a.size - b.size : b.size - a.size) > limit) {
        return limit + 1;
    }
    for (size_t j = 0; j <= b.size; j++) {
        rows[0][j] = j;
    }
    for (size_t i = 1; i <= a.size; i++) {
        size_t *row = rows[i % 3], *last = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
        size_t best = row[0] = i;
        for (size_t j = 1; j <= b.size; j++) {
            row[j] = least(last[j - 1] + (a.text[i - 1] != b.text[j - 1]), least(last[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a.text[i - 1] == b.text[j - 2] && a.text[i - 2] == b.text[j - 1]) {
                row[j] = least(row[j], before[j - 2] + 1);
            }
            best = least(best, row[j]);
        }
        if (best > limit) {
            return limit + 1;
        }
    }
    return least(rows[a.size % 3][b.size], limit + 1);
}

/* Edits that pass as slips in so many letters. */
static size_t slips(size_t letters) {
    return letters < 4 ? 0 : letters < 8 ? 1 : 2;
}

/* Edits between a word and the likest in form, at most the slips of the word and one more. */
static size_t nearest(word_t word, const folded_t *form) {
    size_t best = slips(word.size) + 1;
    const char *at = form->text;
    for (word_t other = next_word(&at); other.size > 0 && best > 0; other = next_word(&at)) {
        best = least(best, distance(word, other, best - 1));
    }
    return best;
}

static size_t count_words(const folded_t *folded) {
    size_t count = 0;
    for (const char *at = folded->text; next_word(&at).size > 0;) {
        count++;
    }
    return count;
}

/* Edits that put every word of name, in any order, into form; more than limit: they do not suffice. */
static size_t edits_by_word(const folded_t *form, const folded_t *name, size_t limit) {
    size_t edits = 0;
    const char *at = name->text;
    for (word_t word = next_word(&at); word.size > 0 && edits <= limit; word = next_word(&at)) {
        size_t more = nearest(word, form);
        edits += more > slips(word.size) ? limit + 1 : more;
    }
    return edits;
}

static int rank(const folded_t *form, const folded_t *name) {
    size_t letters = name->size - 2, limit = slips(letters);
    if (name->size < 2) {
        return UNLIKE;
    }
    if (form->size == name->size && memcmp(form->text, name->text, name->size) == 0) {
        return 0;
    }
    size_t edits = edits_by_word(form, name, limit);
    size_t asked = count_words(name), words = count_words(form), more = words > asked ? words - asked : 0;
    if (edits == 0) {
        return WITHIN + (int)least(more, LIKENESS - 1);
    }
    size_t whole = distance((word_t){form->text, form->size}, (word_t){name->text, name->size}, limit);
    size_t best = least(whole * EDIT, edits * EDIT + least(more, EDIT - 1));
    return best < (limit + 1) * EDIT ? NEAR + (int)best : UNLIKE;
}

static int fold_name(const scodb_t *db, sqlite3_value *value, name_t *out) {
    const char *text = (const char *)sqlite3_value_text(value);
    out->folded = (folded_t){0, NAME_SIZE, out->room};
    return text == NULL ? SQLITE_NOMEM : fold(&db->letters, text, sqlite3_value_bytes(value), &out->folded);
}

/* The name, the same for every row, is folded once and kept with the statement. NULL without memory. */
static const name_t *folded_once(sqlite3_context *context, const scodb_t *db, sqlite3_value *value) {
    name_t *name = sqlite3_get_auxdata(context, 1);
    if (name != NULL) {
        return name;
    }
    name = sqlite3_malloc(sizeof *name);
    if (name == NULL) {
        return NULL;
    }
    if (fold_name(db, value, name) != SQLITE_OK) {
        sqlite3_free(name);
        return NULL;
    }
    sqlite3_set_auxdata(context, 1, name, sqlite3_free);
    return sqlite3_get_auxdata(context, 1);
}

/* scodb_likeness(form, name): a rank, the less the liker, or NULL: not like it, or no names. */
void sql_likeness(sqlite3_context *context, int count, sqlite3_value **values) {
    const scodb_t *db = sqlite3_user_data(context);
    name_t form;
    (void)count;
    if (sqlite3_value_type(values[0]) == SQLITE_NULL || sqlite3_value_type(values[1]) == SQLITE_NULL) {
        return;
    }
    const name_t *name = folded_once(context, db, values[1]);
    if (name == NULL || fold_name(db, values[0], &form) != SQLITE_OK) {
        sqlite3_result_error_nomem(context);
        return;
    }
    int found = rank(&form.folded, &name->folded);
    if (found != UNLIKE) {
        sqlite3_result_int(context, found);
    }
}
