/* A sentence as items: the longest terms that its words make. */
#include <string.h>

#include "lexicon_trie.h"

static bool is_written(const token_t *tokens, uint32_t caps, uint32_t upper) {
    for (int i = 0; caps >> i || upper >> i; i++) {
        uint8_t shape = tokens[i].shape;
        if ((upper >> i & 1 && shape != SHAPE_Upper) ||
            (caps >> i & 1 && shape != SHAPE_Cap && shape != SHAPE_Start && shape != SHAPE_Upper))
            return false;
        if (i == FORM_TOKENS - 1)
            break;
    }
    return true;
}

static uint16_t cased_kind(const term_t *term, const token_t *tokens) {
    return is_written(tokens, term->caps, term->upper) ? term->kind : term->plain;
}

/* True if the tokens are written as the sense of a class wants it. */
static bool is_written_as(const lexicon_t *lexicon, const term_t *term, unsigned class, const token_t *tokens) {
    const sense_t *senses = senses_of(lexicon, term);
    for (const sense_t *sense = senses; sense < senses + term->count; sense++)
        if (sense->class == class)
            return is_written(tokens, sense->caps, sense->upper);
    return false;
}

/* What begins at a token: the longest term, and the longest hint of each kind. Each is one number, so that taking it needs
 * no branch that would be guessed wrong. */
typedef struct found {
    uint64_t term;          /* kind, tokens << 16, term << 32; 0: none */
    uint32_t topic, signal; /* HINT_..., tokens << 8; 0: none */
} found_t;

static inline uint32_t take_hint(const lexicon_t *lexicon, const trie_node_t *node, int hint, unsigned class,
                                 const token_t *tokens, uint32_t size, uint32_t before) {
    if (hint < 0)
        hint = is_written_as(lexicon, &lexicon->terms.at[node->term], class, tokens) ? -hint : HINT_NONE;
    uint32_t here = (uint32_t)hint | size << 8;
    return hint ? here : before;
}

/* Takes what the first tokens, size of them, stand for together. */
static inline void take_node(const lexicon_t *lexicon, const trie_node_t *node, const token_t *tokens, uint32_t size,
                             found_t *out) {
    uint16_t kind = node->kind;
    if (node->cased)
        kind = cased_kind(&lexicon->terms.at[node->term], tokens);
    uint64_t here = kind | (uint64_t)size << 16 | (uint64_t)node->term << 32;
    out->term = kind ? here : out->term;
    out->topic = take_hint(lexicon, node, node->topic, CLASS_topic, tokens, size, out->topic);
    out->signal = take_hint(lexicon, node, node->signal, CLASS_signal, tokens, size, out->signal);
}

static inline bool may_go_on(const trie_node_t *node, const token_t *next) {
    return (node->inner >> (next->word & 63) & 1) & (next->before != PARAGRAPH);
}

/* Where the trie goes on with tokens[i], 0: nowhere. */
static inline uint32_t next_node(const lexicon_t *lexicon, uint32_t node, const token_t *tokens, int i, int room) {
    bool longer = i < room && may_go_on(&lexicon->nodes.at[node], &tokens[i]);
    return longer ? trie_slot(lexicon, node, tokens[i].word)->child : 0;
}

/* What begins at a token; second: the node of it and the next, 0: none. Kept apart from the walk over all words, which needs
 * its registers. */
__attribute__((noinline)) static found_t look_up(const lexicon_t *lexicon, const token_t *tokens, int room,
                                                 uint32_t second) {
    found_t found = {.term = 1 << 16};
    take_node(lexicon, &lexicon->nodes.at[tokens->word], tokens, 1, &found);
    int size = 2;
    for (uint32_t node = second; node; node = next_node(lexicon, node, tokens, size++, room))
        take_node(lexicon, &lexicon->nodes.at[node], tokens, (uint32_t)size, &found);
    return found;
}

/* Words that tell nothing cover those inside them all the same. */
static inline void add_hint(uint32_t found, unsigned class, int first, int *covered, arena_t *arena, hints_t *out) {
    if (!found || first < *covered)
        return;
    *covered = first + (int)(found >> 8);
    int hint = found & 0xff;
    if (hint >= HINT_FIRST)
        *list_add(arena, out) = (hint_t){first, *covered, (uint16_t) class, hint - HINT_FIRST};
}

int lexicon_words(const lexicon_t *lexicon, const tokens_t *tokens, const sentence_span_t *sentence, item_t *items,
                  arena_t *arena, hints_t *hints) {
    const trie_node_t *nodes = lexicon->nodes.at;
    const token_t *token = &tokens->list.at[sentence->first];
    item_t *item = items;
    int topics_to = 0, signals_to = 0;
    *item = (item_t){.shape = SHAPE_Begin, .first = sentence->first, .last = sentence->first};
    for (int i = sentence->first; i < sentence->last; i++, token++) {
        const trie_node_t *node = &nodes[token->word];
        bool inside = i < item->last, longer = i + 1 < sentence->last && may_go_on(node, &token[1]);
        bool cased = node->cased & (token->shape >= SHAPE_Cap && token->shape <= SHAPE_Upper);
        bool tells = node->topic | node->signal;
        if (!inside)
            *++item = (item_t){node->kind, token->shape, i, i + 1, node->term, NULL};
        if (!(longer | tells | cased))
            continue; /* most tokens: the item is right as it is */
        uint32_t second = longer ? trie_slot(lexicon, token->word, token[1].word)->child : 0;
        found_t found = {.topic = (uint32_t)node->topic | (node->topic ? 1 << 8 : 0),
                         .signal = (uint32_t)node->signal | (node->signal ? 1 << 8 : 0)};
        if (second | cased | (node->topic < 0) | (node->signal < 0)) {
            found = look_up(lexicon, token, sentence->last - i, second);
            if (!inside) {
                item->kind = (uint16_t)found.term;
                item->term = (int)(found.term >> 32);
                item->last = i + (int)(found.term >> 16 & 0xffff);
            }
        }
        if (hints) {
            add_hint(found.topic, CLASS_topic, i, &topics_to, arena, hints);
            add_hint(found.signal, CLASS_signal, i, &signals_to, arena, hints);
        }
    }
    *++item = (item_t){.shape = SHAPE_End, .first = sentence->last, .last = sentence->last};
    return (int)(item - items) + 1;
}

int lexicon_items(const lexicon_t *lexicon, const tokens_t *tokens, const sentence_span_t *sentence, item_t *items) {
    return lexicon_words(lexicon, tokens, sentence, items, NULL, NULL);
}
