#include <string.h>
#include <utf8proc.h>

#include "arena.h"
#include "fnv.h"
#include "store_parts.h"

/* The columns of each kind in the order of its statements in store.sql: 'p' refers to a party, 'm' to a meeting, 'w'
 * to a person. */
static const struct {
    const char *columns;
    sql_t find, add, load, drop;
} kinds[KIND_COUNT] = {
    [KIND_SPEECH] = {"wp.m...", SQL_SPEECH_FIND, SQL_SPEECH_ADD, SQL_SPEECH_LOAD, SQL_SPEECH_DROP},
    [KIND_PROPOSAL] = {"...pw....p.", SQL_PROPOSAL_FIND, SQL_PROPOSAL_ADD, SQL_PROPOSAL_LOAD, SQL_PROPOSAL_DROP},
    [KIND_ATTENDANCE] = {"mwp.", SQL_ATTENDANCE_FIND, SQL_ATTENDANCE_ADD, SQL_ATTENDANCE_LOAD, SQL_ATTENDANCE_DROP},
    [KIND_ADOPTION] = {"....pm", SQL_ADOPTION_FIND, SQL_ADOPTION_ADD, SQL_ADOPTION_LOAD, SQL_ADOPTION_DROP},
    [KIND_MEETING] = {"m.p...", SQL_ACCOUNT_FIND, SQL_ACCOUNT_ADD, SQL_ACCOUNT_LOAD, SQL_ACCOUNT_DROP},
    [KIND_MEMBERSHIP] = {"pp...", SQL_MEMBERSHIP_FIND, SQL_MEMBERSHIP_ADD, SQL_MEMBERSHIP_LOAD, SQL_MEMBERSHIP_DROP},
    [KIND_OFFICE] = {"w.p", SQL_OFFICE_FIND, SQL_OFFICE_ADD, SQL_OFFICE_LOAD, SQL_OFFICE_DROP},
};

/* The size of the white space at the start of the text in bytes, 0: none. */
static size_t space_at(const char *text, size_t size) {
    unsigned char first = (unsigned char)*text;
    if (first < 0x80)
        return first == ' ' || (first >= '\t' && first <= '\r');
    utf8proc_int32_t point;
    utf8proc_ssize_t bytes = utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)size, &point);
    if (bytes <= 0)
        return 0;
    utf8proc_category_t category = utf8proc_category(point);
    bool is_space =
        category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
    return is_space ? (size_t)bytes : 0;
}

/* The words with one space between them, in the arena. */
static char *plain_words(arena_t *arena, const char *text, size_t size) {
    char *plain = arena_alloc(arena, size + 1), *to = plain;
    for (const char *at = text, *end = text + size; at < end;) {
        size_t space = space_at(at, (size_t)(end - at));
        if (!space)
            *to++ = *at++;
        else if (to > plain && to[-1] != ' ')
            *to++ = ' ';
        at += space;
    }
    while (to > plain && to[-1] == ' ')
        to--;
    *to = 0;
    return plain;
}

int32_t words_digest(const char *text, size_t size) {
    uint32_t hash = FNV_SEED;
    for (size_t at = 0; at < size;) {
        size_t space = space_at(text + at, size - at);
        if (!space)
            hash = fnv_add(hash, (unsigned char)text[at]);
        at += space ? space : 1;
    }
    return (int32_t)(hash >> 24 ^ (hash & 0xFFFFFF)) - (1 << 23); /* folded; from -2^23: three bytes in a row */
}

static const char *words_of(store_t *store, int64_t fact) {
    sqlite3_stmt *found = rows(store, SQL_FACT_WORDS, num(fact));
    if (!next_row(store, found))
        return "";
    value_t words = passage(store, found, 0);
    end_rows(found);
    return words.text ? arena_strndup(store->work, words.text, (size_t)words.number) : "";
}

/* The digest only narrows the search: the words decide. */
static int64_t find_speech(store_t *store, sqlite3_stmt *found, const char *words, size_t size) {
    int64_t same = 0;
    const char *plain = NULL;
    while (!same && next_row(store, found)) {
        int64_t fact = sqlite3_column_int64(found, 0);
        const char *other = words_of(store, fact);
        plain = plain ? plain : plain_words(store->work, words, size);
        if (!strcmp(plain, plain_words(store->work, other, strlen(other))))
            same = fact;
    }
    end_rows(found);
    return same;
}

int64_t fact_put(store_t *store, kind_t kind, const value_t *values, const char *words, size_t size) {
    int count = (int)strlen(kinds[kind].columns);
    int64_t fact = kind == KIND_SPEECH
                       ? find_speech(store, rows_values(store, kinds[kind].find, values, count), words, size)
                       : ask_values(store, kinds[kind].find, values, count);
    if (fact)
        return fact;
    value_t row[FACT_COLUMNS + 1];
    memcpy(row, values, (size_t)count * sizeof *row);
    fact = ++store->last_fact;
    row[count] = num(fact);
    ask(store, SQL_FACT_ADD, num(fact), num(kind));
    ask_values(store, kinds[kind].add, row, count + 1);
    return fact;
}

static value_t column_value(arena_t *arena, sqlite3_stmt *row, int column) {
    switch (sqlite3_column_type(row, column)) {
    case SQLITE_INTEGER: return num(sqlite3_column_int64(row, column));
    case SQLITE_FLOAT: return real(sqlite3_column_double(row, column));
    case SQLITE_TEXT: return str(arena_strdup(arena, (const char *)sqlite3_column_text(row, column)));
    default: return ref(0);
    }
}

/* Loads a fact, puts `to` in place of `from`, and says whether that changed anything. */
static bool load_moved(store_t *store, char what, kind_t kind, int64_t fact, int64_t from, int64_t to,
                       value_t *values) {
    bool moved = false;
    sqlite3_stmt *row = rows(store, kinds[kind].load, num(fact));
    if (!next_row(store, row))
        return false;
    for (int i = 0; kinds[kind].columns[i]; i++) {
        values[i] = column_value(store->work, row, i);
        if (kinds[kind].columns[i] == what && values[i].type == VALUE_NUMBER && values[i].number == from) {
            values[i] = ref(to);
            moved = true;
        }
    }
    end_rows(row);
    return moved;
}

static void drop(store_t *store, kind_t kind, int64_t fact) {
    ask(store, kinds[kind].drop, num(fact));
    ask(store, SQL_FACT_DELETE, num(fact));
}

static void drop_if_unstated(store_t *store, kind_t kind, int64_t fact, const char *words) {
    if (ask(store, SQL_FACT_STATED, num(fact)))
        return;
    if (kind == KIND_SPEECH && fact <= store->indexed_fact)
        ask(store, SQL_SPEECH_UNINDEX, num(fact), str(words));
    drop(store, kind, fact);
}

void fact_withdraw(store_t *store, int64_t document, int64_t fact, const char *cause) {
    sqlite3_stmt *found = rows(store, SQL_FACT_KIND, num(fact));
    if (!next_row(store, found))
        return;
    kind_t kind = (kind_t)sqlite3_column_int(found, 0);
    end_rows(found);
    const char *words = kind == KIND_SPEECH ? words_of(store, fact) : "";
    ask(store, SQL_WITHDRAWAL_ADD, num(fact), num(document), str(cause));
    ask(store, SQL_EVIDENCE_DELETE, num(fact), num(document));
    drop_if_unstated(store, kind, fact, words);
}

typedef struct stated {
    int64_t id;
    kind_t kind;
} stated_t;

typedef LIST(stated_t) stated_list_t;

static stated_list_t read_facts(store_t *store, sqlite3_stmt *found) {
    stated_list_t facts = {0};
    while (next_row(store, found)) {
        kind_t kind = (kind_t)sqlite3_column_int(found, 1);
        *list_add(store->work, &facts) = (stated_t){sqlite3_column_int64(found, 0), kind};
    }
    return facts;
}

void facts_remove(store_t *store, int64_t document) {
    const stated_list_t facts = read_facts(store, rows(store, SQL_EVIDENCE_ALONE, num(document)));
    ask(store, SQL_REMOVE_EVIDENCE, num(document));
    for (int i = 0; i < facts.count; i++)
        drop(store, facts.at[i].kind, facts.at[i].id);
}

void fact_move(store_t *store, char what, int64_t document, int64_t from, int64_t to) {
    const stated_list_t facts = read_facts(store, rows(store, SQL_EVIDENCE_OF, num(document)));
    for (int i = 0; i < facts.count; i++) {
        value_t values[FACT_COLUMNS];
        kind_t kind = facts.at[i].kind;
        int64_t fact = facts.at[i].id;
        if (!load_moved(store, what, kind, fact, from, to, values))
            continue;
        const char *words = kind == KIND_SPEECH ? words_of(store, fact) : "";
        ask(store, to ? SQL_EVIDENCE_MOVE : SQL_EVIDENCE_MERGE, num(fact),
            num(fact_put(store, kind, values, words, strlen(words))), num(document));
        drop_if_unstated(store, kind, fact, words);
        if (kind == KIND_MEETING)
            ids_add(&store->dirty[DIRTY_MEETING], values[0].number);
    }
}
