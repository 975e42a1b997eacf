/* Identity of initiatives and instruments across documents: the words of the name, whichever their order, number and
 * spelling, with organizations by their codes. */
#include <string.h>

#include "relate.h"

/* An organization of the document by its full name and its code, both folded. */
typedef struct owner {
    const char *name, *code;
    size_t size; /* of the name */
} owner_t;

typedef struct keying {
    relate_t *r;
    LIST(owner_t) owners;
} keying_t;

static void find_owners(keying_t *k) {
    relate_t *r = k->r;
    for (int i = 0; i < r->out->parties.count; i++) {
        const party_t *party = &r->out->parties.at[i];
        if (strcmp(party->kind, "organization") || !party->name)
            continue;
        const char *name = folded(r, party->name);
        *list_add(r->arena, &k->owners) = (owner_t){name, folded(r, party->code), strlen(name)};
    }
}

/* Puts the code of each organization of the document in place of its full name. */
static const char *with_codes(const keying_t *k, const char *name) {
    for (int i = 0; i < k->owners.count; i++) {
        const owner_t *owner = &k->owners.at[i];
        const char *at = strstr(name, owner->name);
        if (at && (at == name || at[-1] == ' ') && (!at[owner->size] || at[owner->size] == ' ')) {
            const char *before = arena_strndup(k->r->arena, name, (size_t)(at - name));
            name = arena_join(k->r->arena, before, owner->code, at + owner->size, NULL);
        }
    }
    return name;
}

/* One number, one spelling; "" for words that tell nothing apart. May shorten the word. */
static const char *plain_word(const keying_t *k, char *word) {
    size_t size = strlen(word);
    if (size > 4 && !memcmp(word + size - 3, "ies", 3))
        memcpy(word + size - 3, "y", sizeof "y");
    else if (size > 3 && word[size - 1] == 's' && word[size - 2] != 's' && word[size - 2] != 'u')
        word[size - 1] = 0;
    return lexicon_spelling(k->r->lexicon, word);
}

/* Of a folded name, in the order of the alphabet. */
static strings_t plain_words(const keying_t *k, const char *name) {
    strings_t words = {0};
    char *rest = arena_strdup(k->r->arena, with_codes(k, name));
    for (char *word = rest; word; word = rest) {
        rest = strchr(word, ' ');
        if (rest)
            *rest++ = 0;
        const char *plain = plain_word(k, word);
        if (*plain)
            *list_add(k->r->arena, &words) = plain;
    }
    sort_strings(&words);
    return words;
}

/* The words in a row; for want of any, the folded name. */
static const char *key_of(const keying_t *k, const strings_t *words, const char *name) {
    size_t size = 1;
    for (int i = 0; i < words->count; i++)
        size += strlen(words->at[i]) + 1;
    char *key = arena_alloc(k->r->arena, size), *at = key;
    *at = 0;
    for (int i = 0; i < words->count; i++)
        at = stpcpy(i ? stpcpy(at, " ") : at, words->at[i]);
    return *key ? key : name;
}

/* "Joint statement": a name that says no more than what kind of thing it is. */
static bool is_bare(const keying_t *k, const strings_t *words, const char *kind) {
    strings_t own = plain_words(k, kind ? folded(k->r, kind) : "");
    for (int i = 0; i < words->count; i++) {
        int n = 0;
        while (n < own.count && strcmp(own.at[n], words->at[i]) != 0)
            n++;
        if (n == own.count)
            return false;
    }
    return true;
}

/* Where and by whom a thing without name was adopted: at a meeting, for want of that in a document. */
static const char *occasion_key(const relate_t *r, const adoption_t *a) {
    const strings_t *keys = a->meeting == NONE ? NULL : &r->out->meetings.at[a->meeting].keys;
    const char *where = keys ? keys->at[keys->count - 1] : r->out->document.name;
    return arena_join(r->arena, where, ", ", party_code(r, a->party), NULL);
}

static void key_adoption(const keying_t *k, adoption_t *a) {
    strings_t words = plain_words(k, a->key);
    a->key = key_of(k, &words, a->key);
    if (is_bare(k, &words, a->kind))
        a->key = arena_join(k->r->arena, a->key, ": ", occasion_key(k->r, a), NULL);
}

/* The keys are the folded names so far. */
void relate_keys(relate_t *r) {
    keying_t k = {.r = r};
    find_owners(&k);
    for (int i = 0; i < r->out->proposals.count; i++) {
        proposal_t *p = &r->out->proposals.at[i];
        strings_t words = plain_words(&k, p->key);
        p->key = key_of(&k, &words, p->key);
    }
    for (int i = 0; i < r->out->adoptions.count; i++)
        key_adoption(&k, &r->out->adoptions.at[i]);
}
