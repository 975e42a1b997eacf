#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "lexicon_trie.h"

enum { KIND_BUCKETS = 1024 };
#define KIND_BITS 0x7fffu

void lexicon_init(lexicon_t *lexicon) {
    *lexicon =
        (lexicon_t){.arena = arena_new(), .scratch = arena_new(), .vocab = vocab_new(), .trie_mask = (1u << 16) - 1};
    token_words(lexicon->vocab);
    lexicon->trie = arena_zalloc(lexicon->arena, (lexicon->trie_mask + 1) * sizeof *lexicon->trie);
    *list_add(lexicon->arena, &lexicon->classes) = arena_strdup(lexicon->arena, "");
#define X(name) *list_add(lexicon->arena, &lexicon->classes) = arena_strdup(lexicon->arena, #name);
    CLASSES(X)
#undef X
    lexicon->newest_kind = arena_zalloc(lexicon->arena, KIND_BUCKETS * sizeof *lexicon->newest_kind);
    (void)list_add(lexicon->arena, &lexicon->kinds);
    (void)list_add(lexicon->arena, &lexicon->kinds_before);
    (void)list_add(lexicon->arena, &lexicon->terms);
    (void)list_add(lexicon->arena, &lexicon->nodes);
    lexicon->made.bits[CLASS_sitting / 64] |= 1ull << (CLASS_sitting % 64); /* freeze_term */
}

void lexicon_free(const lexicon_t *lexicon) {
    vocab_free(lexicon->vocab);
    arena_free(lexicon->scratch);
    arena_free(lexicon->arena);
}

unsigned lexicon_known_class(const lexicon_t *lexicon, const char *name) {
    for (int i = 1; i < lexicon->classes.count; i++)
        if (*lexicon->classes.at[i] == *name && !strcmp(lexicon->classes.at[i], name))
            return (unsigned)i;
    return 0;
}

unsigned lexicon_class(lexicon_t *lexicon, const char *name) {
    unsigned id = lexicon_known_class(lexicon, name);
    if (id || lexicon->classes.count == CLASS_MAX)
        return id;
    *list_add(lexicon->arena, &lexicon->classes) = arena_strdup(lexicon->arena, name);
    return (unsigned)lexicon->classes.count - 1;
}

static uint32_t set_hash(const class_set_t *set) {
    uint64_t hash = 0;
    for (int i = 0; i < CLASS_WORDS; i++)
        hash = (hash ^ hash >> 29 ^ set->bits[i]) * 0x9E3779B97F4A7C15u;
    return (uint32_t)(hash >> 32) % KIND_BUCKETS;
}

static uint16_t add_kind(lexicon_t *lexicon, const class_set_t *set, uint16_t before) {
    *list_add(lexicon->arena, &lexicon->kinds) = *set;
    *list_add(lexicon->arena, &lexicon->kinds_before) = before;
    return (uint16_t)(lexicon->kinds.count - 1);
}

uint16_t lexicon_kind(lexicon_t *lexicon, const class_set_t *set) {
    uint16_t *newest = &lexicon->newest_kind[set_hash(set)], kind = *newest;
    while (kind && memcmp(&lexicon->kinds.at[kind], set, sizeof *set))
        kind = lexicon->kinds_before.at[kind];
    if (kind || !memcmp(&lexicon->kinds.at[0], set, sizeof *set))
        return kind;
    return *newest = add_kind(lexicon, set, *newest);
}

static void trie_grow(lexicon_t *lexicon) {
    const trie_slot_t *old = lexicon->trie;
    uint32_t count = lexicon->trie_mask + 1;
    lexicon->trie_mask = count * 2 - 1;
    lexicon->trie = arena_zalloc(lexicon->arena, (size_t)count * 2 * sizeof *old);
    for (uint32_t i = 0; i < count; i++)
        if (old[i].child)
            *trie_slot(lexicon, old[i].node, old[i].word) = old[i];
}

static uint32_t trie_child(lexicon_t *lexicon, uint32_t node, uint32_t word) {
    trie_slot_t *slot = trie_slot(lexicon, node, word);
    if (slot->child)
        return slot->child;
    if (++lexicon->trie_used * 2 > lexicon->trie_mask) {
        trie_grow(lexicon);
        slot = trie_slot(lexicon, node, word);
    }
    (void)list_add(lexicon->arena, &lexicon->nodes);
    lexicon->nodes.at[node].inner |= 1ull << (word & 63);
    *slot = (trie_slot_t){node, word, (uint32_t)lexicon->nodes.count - 1};
    return slot->child;
}

/* Of one thing written with other capitals (MERCOSUR, Mercosur), those that every form has are asked for. */
static void relax(sense_t *sense, const sense_t *other) {
    uint32_t capital = (sense->caps | sense->upper) & (other->caps | other->upper);
    sense->upper &= other->upper;
    sense->caps = capital & ~sense->upper;
}

static bool is_hint(unsigned class) {
    return class == CLASS_topic || class == CLASS_signal;
}

/* The senses of a term go to the end of their list, where there is room for one more. */
static void put_sense(lexicon_t *lexicon, term_t *term, sense_t sense) {
    int first = lexicon->senses.count;
    for (int i = 0; i < term->count && term->first + term->count != first; i++) {
        sense_t old = senses_of(lexicon, term)[i];
        *list_add(lexicon->arena, &lexicon->senses) = old;
    }
    *list_add(lexicon->arena, &lexicon->senses) = sense;
    term->count++;
    term->first = lexicon->senses.count - term->count;
}

/* Returns another entity that the term has in the class of the sense, or NONE. */
static int add_sense(lexicon_t *lexicon, int node, uint32_t last, sense_t sense) {
    int other = NONE;
    int *number = &lexicon->nodes.at[node].term;
    if (!*number) {
        (void)list_add(lexicon->arena, &lexicon->terms);
        *number = lexicon->terms.count - 1;
    }
    term_t *term = &lexicon->terms.at[*number];
    term->last = last;
    for (int i = 0; i < term->count; i++) {
        sense_t *known = &senses_of(lexicon, term)[i];
        if (known->class != sense.class)
            continue;
        if (known->entity == sense.entity) {
            relax(known, &sense);
            return NONE;
        }
        other = known->entity;
    }
    put_sense(lexicon, term, sense);
    return other;
}

/* The node at which the words of a form end, made if new; 0 if it has none. Fills what the sense asks of their letters, and
 * the last of the words. */
static uint32_t form_node(lexicon_t *lexicon, const char *form, bool proper, sense_t *sense, uint32_t *last) {
    tokens_t tokens;
    size_t size = strlen(form);
    arena_reset(lexicon->scratch);
    tokenize(lexicon->vocab, NULL, form, size, lexicon->scratch, &tokens);
    uint32_t node = 0;
    for (int i = 0; i < tokens.list.count && i < FORM_TOKENS; i++) {
        const token_t *token = &tokens.list.at[i];
        bool word = token->shape != SHAPE_Punct && token->shape != SHAPE_Poss;
        bool numbered = !word && token->word; /* a mark that tokens are named by already */
        *last = numbered ? token->word : vocab_add(lexicon->vocab, form + token->start, token->end - token->start);
        if (proper && (token->shape == SHAPE_Cap || token->shape == SHAPE_Start))
            sense->caps |= 1u << i;
        if (proper && token->shape == SHAPE_Upper)
            sense->upper |= 1u << i;
        node = trie_child(lexicon, node, *last);
    }
    return node;
}

static int add_form(lexicon_t *lexicon, const char *form, unsigned class, int entity, bool proper) {
    sense_t sense = {.class = class, .entity = entity};
    uint32_t last = 0, node = form_node(lexicon, form, proper, &sense, &last);
    return node ? add_sense(lexicon, (int)node, last, sense) : NONE;
}

/* Without its accents, in the arena; NULL if it has none. */
static const char *plain(const char *text, arena_t *arena) {
    if (is_ascii(text))
        return NULL;
    utf8proc_uint8_t *bare = NULL;
    utf8proc_ssize_t size = utf8proc_map((const utf8proc_uint8_t *)text, 0, &bare,
                                         UTF8PROC_NULLTERM | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK);
    const char *copy = size > 0 && strcmp((char *)bare, text) ? arena_strndup(arena, (char *)bare, (size_t)size) : NULL;
    free(bare);
    return copy;
}

int lexicon_add(lexicon_t *lexicon, const char *form, unsigned class, int entity, bool proper) {
    const char *bare = plain(form, lexicon->arena);
    if (!is_hint(class))
        lexicon->made.bits[class / 64] |= 1ull << (class % 64);
    int other = add_form(lexicon, form, class, entity, proper);
    if (bare)
        add_form(lexicon, bare, class, entity, proper);
    if (proper || !strchr(form, '-'))
        return other;
    char *small = arena_strdup(lexicon->arena, form); /* Vice-President is three tokens, vice-president is one */
    for (char *c = small; *c; c++)
        *c = (char)vocab_lower((unsigned char)*c);
    if (strcmp(small, form))
        add_form(lexicon, small, class, entity, false);
    return other;
}

/* Takes from a form all that it stands for, but for what it tells of the text around it. */
static void clear_form(lexicon_t *lexicon, const char *form) {
    sense_t sense = {0};
    uint32_t last = 0, node = form_node(lexicon, form, true, &sense, &last);
    term_t *term = &lexicon->terms.at[node ? lexicon->nodes.at[node].term : 0];
    sense_t *senses = senses_of(lexicon, term);
    int kept = 0;
    for (int i = 0; i < term->count; i++)
        if (is_hint(senses[i].class))
            senses[kept++] = senses[i];
    term->count = kept;
}

void lexicon_mean(lexicon_t *lexicon, const char *form, unsigned class, int entity) {
    const char *bare = plain(form, lexicon->arena);
    clear_form(lexicon, form);
    if (bare)
        clear_form(lexicon, bare);
    lexicon_add(lexicon, form, class, entity, true);
}

int lexicon_entity(const lexicon_t *lexicon, const char *word, unsigned class) {
    size_t size = strlen(word);
    uint32_t number = vocab_find(lexicon->vocab, word, size, size);
    uint32_t node = number ? trie_slot(lexicon, 0, number)->child : 0;
    const term_t *term = node ? &lexicon->terms.at[lexicon->nodes.at[node].term] : NULL;
    for (int i = 0; term && i < term->count; i++)
        if (senses_of(lexicon, term)[i].class == class)
            return senses_of(lexicon, term)[i].entity;
    return NONE;
}

static bool has_sense(const lexicon_t *lexicon, const term_t *term, unsigned class) {
    for (int i = 0; i < term->count; i++)
        if (senses_of(lexicon, term)[i].class == class)
            return true;
    return false;
}

/* A noun for a meeting that is no undertaking by itself, as a forum is. */
static bool is_meeting_noun(const lexicon_t *lexicon, uint32_t word) {
    uint32_t node = trie_slot(lexicon, 0, word)->child;
    const term_t *term = &lexicon->terms.at[node ? lexicon->nodes.at[node].term : 0];
    return has_sense(lexicon, term, CLASS_meetkind) &&
           (!has_sense(lexicon, term, CLASS_undertaking) || has_sense(lexicon, term, CLASS_weakthing));
}

static void freeze_term(lexicon_t *lexicon, term_t *term) {
    class_set_t all = {0}, common = {0};
    for (int i = 0; i < term->count; i++) {
        const sense_t *sense = &senses_of(lexicon, term)[i];
        if (is_hint(sense->class))
            continue;
        all.bits[sense->class / 64] |= 1ull << (sense->class % 64);
        if ((sense->class == CLASS_organ || sense->class == CLASS_org) &&
            is_meeting_noun(lexicon, term->last)) /* ASEAN Summit */
            all.bits[CLASS_sitting / 64] |= 1ull << (CLASS_sitting % 64);
        if (!sense->caps && !sense->upper)
            common.bits[sense->class / 64] |= 1ull << (sense->class % 64);
        term->caps |= sense->caps;
        term->upper |= sense->upper;
    }
    term->kind = lexicon_kind(lexicon, &all);
    term->plain = lexicon_kind(lexicon, &common);
}

/* One flag a word. */
static void make_cutting(lexicon_t *lexicon, uint32_t words) {
    uint8_t *abbreviation = arena_zalloc(lexicon->arena, words), *opener = arena_zalloc(lexicon->arena, words);
    unsigned class = lexicon_class(lexicon, "opener");
    for (int i = 0; i < lexicon->abbreviations.count; i++)
        abbreviation[lexicon->abbreviations.at[i]] = 1;
    for (uint32_t word = 1; word < words; word++) {
        int term = lexicon->nodes.at[word].term;
        opener[word] = term && class_set_has(&lexicon->kinds.at[lexicon->terms.at[term].kind], class);
    }
    lexicon->cutting = (cutting_t){abbreviation, opener};
}

/* Gives the nodes of first words the numbers of these words, so that a token leads to its node without a look-up; the
 * others follow. */
static void number_nodes(lexicon_t *lexicon, uint32_t words) {
    trie_slot_t *old = lexicon->trie;
    int count = lexicon->nodes.count;
    arena_reset(lexicon->scratch);
    uint32_t *number = arena_zalloc(lexicon->scratch, (size_t)count * sizeof *number), next = words;
    for (uint32_t i = 0; i <= lexicon->trie_mask; i++)
        if (old[i].child && !old[i].node)
            number[old[i].child] = old[i].word;
    for (int i = 1; i < count; i++)
        number[i] = number[i] ? number[i] : next++;
    trie_node_t *nodes = arena_zalloc(lexicon->arena, next * sizeof *nodes);
    for (int i = 1; i < count; i++) /* but for the root: what is no known word begins nothing */
        nodes[number[i]] = lexicon->nodes.at[i];
    lexicon->nodes.at = nodes;
    lexicon->nodes.count = lexicon->nodes.room = (int)next;
    lexicon->trie = arena_zalloc(lexicon->arena, (lexicon->trie_mask + (size_t)1) * sizeof *old);
    for (uint32_t i = 0; i <= lexicon->trie_mask; i++)
        if (old[i].child)
            *trie_slot(lexicon, number[old[i].node], old[i].word) =
                (trie_slot_t){number[old[i].node], old[i].word, number[old[i].child]};
}

/* Puts what a node's term stands for into the node, where it is found without a look at the term. */
static void freeze_node(const lexicon_t *lexicon, trie_node_t *node) {
    const term_t *term = &lexicon->terms.at[node->term];
    node->cased = term->caps || term->upper;
    uint16_t kind = node->cased ? term->plain : term->kind;
    node->kind = kind & KIND_BITS;
    for (int i = 0; i < term->count; i++) {
        const sense_t *sense = &senses_of(lexicon, term)[i];
        int hint = sense->entity == NONE ? HINT_BLANK : HINT_FIRST + sense->entity;
        if (is_hint(sense->class))
            *(sense->class == CLASS_topic ? &node->topic : &node->signal) =
                (int8_t)(sense->caps || sense->upper ? -hint : hint);
    }
}

static void sort_topics(lexicon_t *lexicon) {
    const topic_t *topics = lexicon->topics.at;
    int count = lexicon->topics.count;
    lexicon->topic_names = arena_zalloc(lexicon->arena, sizeof *lexicon->topic_names * (size_t)(count + 1));
    for (int i = 0; i < count; i++) {
        int64_t place = 0;
        for (int k = 0; k < count; k++)
            place += strcmp(topics[k].name, topics[i].name) < 0;
        lexicon->topics.at[i].place = place;
        lexicon->topic_names[place] = topics[i].name;
    }
}

void lexicon_freeze(lexicon_t *lexicon) {
    for (int i = 1; i < lexicon->terms.count; i++)
        freeze_term(lexicon, &lexicon->terms.at[i]);
    uint32_t words = vocab_count(lexicon->vocab) + 1;
    number_nodes(lexicon, words);
    for (int i = 1; i < lexicon->nodes.count; i++)
        freeze_node(lexicon, &lexicon->nodes.at[i]);
    lexicon->english = arena_zalloc(lexicon->arena, words);
    for (int i = 0; i < lexicon->english_words.count; i++)
        lexicon->english[lexicon->english_words.at[i]] = 1;
    make_cutting(lexicon, words);
    lexicon_freeze_foldings(lexicon);
    sort_topics(lexicon);
}

bool lexicon_word_is(const lexicon_t *lexicon, uint32_t word, unsigned class) {
    const term_t *term = &lexicon->terms.at[lexicon->nodes.at[word].term];
    return class_set_has(&lexicon->kinds.at[term->plain], class);
}

const sense_t *lexicon_sense(const lexicon_t *lexicon, const item_t *item, unsigned class, const sense_t *after) {
    if (!item->term)
        return NULL;
    const term_t *term = &lexicon->terms.at[item->term];
    const sense_t *senses = senses_of(lexicon, term);
    bool all = item->kind == term->kind;
    for (const sense_t *sense = after ? after + 1 : senses; sense < senses + term->count; sense++)
        if (sense->class == class && (all || (!sense->caps && !sense->upper)))
            return sense;
    return NULL;
}
