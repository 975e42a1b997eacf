/* Identity of initiatives and instruments across documents: the words of the name, whichever their order, number and
 * spelling, with organizations by their codes. */
#include <stdlib.h>
#include <string.h>

#include "relate.h"

static int compare_words(const void *one, const void *other) {
    return strcmp(*(const char *const *)one, *(const char *const *)other);
}

/* Puts the code of each organization of the document in place of its full name. */
static const char *with_codes(const relate_t *r, const char *name) {
    for (int i = 0; i < r->out->parties.count; i++) {
        const party_t *party = &r->out->parties.at[i];
        if (strcmp(party->kind, "organization") || !party->name)
            continue;
        const char *full = folded(r, party->name), *at = strstr(name, full);
        if (at && (at == name || at[-1] == ' ') && (!at[strlen(full)] || at[strlen(full)] == ' '))
            name =
                arena_printf(r->arena, "%.*s%s%s", (int)(at - name), name, folded(r, party->code), at + strlen(full));
    }
    return name;
}

/* One number, one spelling; "" for words that tell nothing apart. */
static const char *plain_word(const relate_t *r, const char *word) {
    size_t size = strlen(word);
    if (size > 4 && !strcmp(word + size - 3, "ies"))
        word = arena_printf(r->arena, "%.*sy", (int)size - 3, word);
    else if (size > 3 && word[size - 1] == 's' && word[size - 2] != 's' && word[size - 2] != 'u')
        word = arena_strndup(r->arena, word, size - 1);
    for (int i = 0; i < r->lexicon->spellings.count; i++)
        if (!strcmp(r->lexicon->spellings.at[i].from, word))
            return r->lexicon->spellings.at[i].to;
    return word;
}

static strings_t plain_words(const relate_t *r, const char *name) {
    strings_t words = {0};
    char *rest = arena_strdup(r->arena, with_codes(r, folded(r, name)));
    for (const char *word; (word = strtok_r(NULL, " ", &rest));)
        if (*(word = plain_word(r, word)))
            *list_add(r->arena, &words) = word;
    if (words.count)
        qsort(words.at, (size_t)words.count, sizeof *words.at, compare_words);
    return words;
}

static const char *key_of(const relate_t *r, const char *name) {
    strings_t words = plain_words(r, name);
    const char *key = "";
    for (int i = 0; i < words.count; i++)
        key = arena_printf(r->arena, "%s%s%s", key, i ? " " : "", words.at[i]);
    return *key ? key : folded(r, name);
}

/* "Joint statement": a name that says no more than what kind of thing it is. */
static bool is_bare(const relate_t *r, const char *name, const char *kind) {
    strings_t words = plain_words(r, name), own = plain_words(r, kind ? kind : "");
    for (int i = 0; i < words.count; i++) {
        int k = 0;
        while (k < own.count && strcmp(own.at[k], words.at[i]))
            k++;
        if (k == own.count)
            return false;
    }
    return true;
}

/* Where and by whom a thing without name was adopted: at a meeting, for want of that in a document. */
static const char *occasion_key(const relate_t *r, const adoption_t *a) {
    const strings_t *keys = a->meeting == NONE ? NULL : &r->out->meetings.at[a->meeting].keys;
    const char *where = keys ? keys->at[keys->count - 1] : r->out->document.name;
    return arena_printf(r->arena, "%s, %s", where, party_code(r, a->party));
}

void relate_keys(relate_t *r) {
    for (int i = 0; i < r->out->proposals.count; i++)
        r->out->proposals.at[i].key = key_of(r, r->out->proposals.at[i].name);
    for (int i = 0; i < r->out->adoptions.count; i++) {
        adoption_t *a = &r->out->adoptions.at[i];
        bool bare = is_bare(r, a->name, a->kind);
        a->key = bare ? arena_printf(r->arena, "%s: %s", key_of(r, a->name), occasion_key(r, a)) : key_of(r, a->name);
    }
}
