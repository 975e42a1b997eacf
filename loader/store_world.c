#include <string.h>

#include "arena.h"
#include "store_parts.h"

int64_t *world_known(store_t *store, const char *const *parts, int count) {
    size_t size = 0;
    for (int i = 0; i < count; i++)
        size += (parts[i] ? strlen(parts[i]) : 0) + 1;
    char *key = arena_alloc(store->work, size), *at = key;
    for (int i = 0; i < count; i++) {
        at = parts[i] ? stpcpy(at, parts[i]) : at;
        *at++ = 0;
    }
    return map_at(store->known, key, size);
}

static int64_t state(store_t *store, const party_t *party) {
    int64_t id = ask(store, SQL_STATE_ID, str(party->code));
    value_t code = str(party->code), alpha2 = str(party->alpha2), name = str(party->name),
            official = str(party->official);
    if (id) {
        ask(store, SQL_STATE_UPDATE, code, alpha2, name, official);
        return id;
    }
    id = add(store, SQL_PARTY_ADD, str("state"), code);
    ask(store, SQL_STATE_ADD, code, alpha2, name, official, num(id));
    return id;
}

static int64_t group(store_t *store) {
    int64_t id = act(store, SQL_GROUP_ID);
    return id ? id : add(store, SQL_PARTY_ADD, str("group"), str("group"));
}

int64_t world_party(store_t *store, const party_t *party) {
    int64_t *id = KNOWN(store, party->kind, party->code, party->alpha2, party->name, party->official);
    if (!*id)
        *id = strcmp(party->kind, "state") ? group(store) : state(store, party);
    return *id;
}

static int64_t spelling(store_t *store, const char *of, sql_t find, sql_t make, int64_t whose, const char *form) {
    int64_t *id = KNOWN(store, of, arena_printf(store->work, "%lld", (long long)whose), form);
    if (!*id)
        *id = ask(store, find, num(whose), str(form));
    if (!*id)
        *id = add(store, make, num(whose), str(form));
    return *id;
}

int64_t world_party_name(store_t *store, int64_t party, const char *form) {
    return spelling(store, "party name", SQL_PARTY_NAME_FIND, SQL_PARTY_NAME_ADD, party, form);
}

int64_t world_persona_name(store_t *store, int64_t persona, const char *form) {
    return spelling(store, "persona name", SQL_PERSON_NAME_FIND, SQL_PERSON_NAME_ADD, persona, form);
}

static int words(const char *name) {
    int spaces = 0;
    for (; *name; name++)
        spaces += *name == ' ';
    return spaces;
}

static size_t characters(const char *name) {
    size_t count = 0;
    for (; *name; name++)
        count += (*name & 0xc0) != 0x80;
    return count;
}

bool fuller(const char *name, const char *than) {
    if (words(name) != words(than))
        return words(name) > words(than);
    if (characters(name) != characters(than))
        return characters(name) > characters(than);
    return strcmp(name, than) < 0;
}

int64_t world_role(store_t *store, const char *name, const char *rank) {
    int64_t *id = KNOWN(store, "role", name, rank);
    if (*id)
        return *id;
    ask(store, SQL_ROLE_PUT, str(name), str(rank));
    return *id = ask(store, SQL_ROLE_ID, str(name), str(rank));
}

int64_t world_manner(store_t *store, const statement_t *statement) {
    int64_t *id = KNOWN(store, "manner", statement->mode, statement->verb, statement->act);
    if (*id)
        return *id;
    value_t mode = str(statement->mode), verb = str(statement->verb), act = str(statement->act);
    ask(store, SQL_MANNER_PUT, mode, verb, act);
    return *id = ask(store, SQL_MANNER_ID, mode, verb, act);
}

int64_t world_rule(store_t *store, const char *name) {
    int64_t *id = KNOWN(store, "rule", name);
    if (*id)
        return *id;
    ask(store, SQL_RULE_PUT, str(name), str(store->knowledge ? knowledge_rule_note(store->knowledge, name) : NULL));
    return *id = ask(store, SQL_RULE_ID, str(name));
}

static int64_t topic_bit(store_t *store, const char *name) {
    int64_t *bit = KNOWN(store, "topic", name);
    if (*bit)
        return *bit;
    ask(store, SQL_TOPIC_PUT, str(name), str(store->knowledge ? knowledge_topic_note(store->knowledge, name) : NULL));
    return *bit = ask(store, SQL_TOPIC_BIT, str(name));
}

int64_t world_topics(store_t *store, const strings_t *topics) {
    int64_t sum = 0;
    for (int i = 0; i < topics->count; i++)
        sum |= topic_bit(store, topics->at[i]);
    return sum;
}

typedef struct named {
    const char *what;
    sql_t find, add;
    int dirty;
} named_t;

/* The row with that key; one whose name and kind are not what this document says is settled before the commit. */
static int64_t find_or_add(store_t *store, const named_t *sql, const char *key, const char *name, const char *kind) {
    sqlite3_stmt *found = rows(store, sql->find, str(key), str(name), str(kind));
    if (!next_row(store, found))
        return add(store, sql->add, str(key), str(name), str(kind));
    int64_t id = sqlite3_column_int64(found, 0);
    if (!sqlite3_column_int(found, 1))
        ids_add(&store->dirty[sql->dirty], id);
    end_rows(found);
    return id;
}

static int64_t named(store_t *store, const named_t *sql, const char *key, const char *name, const char *kind) {
    int64_t *id = KNOWN(store, sql->what, key, name, kind);
    if (!*id)
        *id = find_or_add(store, sql, key, name, kind);
    return *id;
}

int64_t world_initiative(store_t *store, const proposal_t *proposal) {
    static const named_t sql = {"initiative", SQL_INITIATIVE_FIND, SQL_INITIATIVE_ADD, DIRTY_INITIATIVE};
    return named(store, &sql, proposal->key, proposal->name, proposal->kind);
}

int64_t world_instrument(store_t *store, const adoption_t *adoption) {
    static const named_t sql = {"instrument", SQL_INSTRUMENT_FIND, SQL_INSTRUMENT_ADD, DIRTY_INSTRUMENT};
    return named(store, &sql, adoption->key, adoption->name, adoption->kind);
}
