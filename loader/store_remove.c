#include "store_parts.h"

void note_touched(store_t *store, int64_t document) {
    map_clear(store->known);
    sqlite3_stmt *touched = rows(store, SQL_TOUCHED, num(document));
    while (next_row(store, touched))
        if (sqlite3_column_type(touched, 1) != SQLITE_NULL)
            ids_add(&store->dirty[sqlite3_column_int(touched, 0)], sqlite3_column_int64(touched, 1));
}

/* What it speaks of is settled before the commit: names as the other documents have them, and what none has goes. */
void remove_document(store_t *store, int64_t document) {
    static const sql_t steps[] = {SQL_REMOVE_PARTY_NAMINGS, SQL_REMOVE_PERSON_NAMINGS, SQL_REMOVE_APPEARANCES,
                                  SQL_REMOVE_PARTY_LABELS,  SQL_REMOVE_ACRONYMS,       SQL_REMOVE_ORGANIZATION_KEYS,
                                  SQL_REMOVE_MEETING_KEYS,  SQL_REMOVE_SENTENCES,      SQL_REMOVE_UNKNOWNS,
                                  SQL_REMOVE_WITHDRAWALS,   SQL_REMOVE_READINGS,       SQL_REMOVE_REREADINGS,
                                  SQL_DOCUMENT_DELETE};
    note_touched(store, document);
    sqlite3_stmt *said = rows(store, SQL_REMOVE_SPEECHES, num(document), num(store->indexed_fact));
    while (next_row(store, said))
        ask(store, SQL_SPEECH_UNINDEX, num(sqlite3_column_int64(said, 0)), passage(store, said, 1));
    ask(store, SQL_DOCUMENT_UNINDEX, num(document), num(store->indexed_document));
    facts_remove(store, document);
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        ask(store, steps[i], num(document));
}
