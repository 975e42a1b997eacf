#include "sentences.h"

static bool stays_open(const token_t *token) {
    return token->shape == SHAPE_Close || token->shape == SHAPE_CloseSingle ||
           (token->shape == SHAPE_Punct && (token->word == ')' || token->word == ']'));
}

/* True if a sentence ends after the full stop, question or exclamation mark at tokens[i] and the closing marks that
 * follow it; next is the first token after those. */
static bool ends_sentence(const tokens_t *tokens, const cutting_t *cutting, int i, int next) {
    const token_t *token = &tokens->list.at[i], *after = &tokens->list.at[next];
    if (after->before == GLUED)
        return false;
    if (token->word == '.' && token->before == GLUED && i && cutting->abbreviation[token[-1].word])
        return false;
    if (after->shape == SHAPE_Lower)
        return false;
    return after->shape != SHAPE_Punct || after->word == '(' || after->word == '[' || after->word == DASH_WORD;
}

/* True if a dotted token (U.S., an initial) ends a sentence by itself: only before a word that opens one. */
static bool dot_ends_sentence(const tokens_t *tokens, const cutting_t *cutting, const char *text, int i) {
    const token_t *token = &tokens->list.at[i];
    if (i + 1 == tokens->list.count || text[token->end - 1] != '.' || token->shape != SHAPE_Upper)
        return false;
    return token[1].shape == SHAPE_Cap && cutting->opener[token[1].word];
}

static bool is_stop(const token_t *token) {
    return token->shape == SHAPE_Punct &&
           (token->word == '.' || token->word == '!' || token->word == '?' || token->word == ELLIPSIS_WORD);
}

/* A word in capitals that opens a sentence or a quotation tells nothing by its capital. */
static void mark_start(token_t *token) {
    if (token->shape == SHAPE_Cap)
        token->shape = SHAPE_Start;
}

static bool cuts(const cutting_t *cutting, const tokens_t *tokens, const char *text, int i, int next) {
    if (next == tokens->list.count || tokens->list.at[next].before == PARAGRAPH)
        return true;
    if (!cutting)
        return false;
    return is_stop(&tokens->list.at[i]) ? ends_sentence(tokens, cutting, i, next)
                                        : dot_ends_sentence(tokens, cutting, text, i);
}

void cut_sentences(const turns_t *turns, const cutting_t *cutting, const char *text, arena_t *arena, tokens_t *out) {
    const token_t *end = out->list.at + out->list.count;
    int first = 0, paragraph = 1;
    for (int turn = 0; turn < turns->count; turn++) {
        int i = turns->at[turn];
        if (i < first)
            continue;
        token_t *token = &out->list.at[i], *next = token + 1;
        while (is_stop(token) && next < end && stays_open(next) && next->before == GLUED)
            next++;
        if (next < end && (token->shape == SHAPE_Open || token->shape == SHAPE_OpenSingle))
            mark_start(next);
        if (!cuts(cutting, out, text, i, (int)(next - out->list.at)))
            continue;
        mark_start(&out->list.at[first]);
        int last = (int)(next - out->list.at);
        *list_add(arena, &out->sentences) = (sentence_span_t){first, last, paragraph};
        paragraph += next < end && next->before == PARAGRAPH;
        first = last;
    }
}
