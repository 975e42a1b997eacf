#include "eight.h"
#include "token.h"

/* How many of the first bytes, up to eight, go on with a character; room: that may be read. */
static uint32_t inner_bytes(const char *text, size_t size, size_t room) {
    uint32_t count = 0;
    if (room >= 8)
        return eight_inner(eight_first(text, size));
    for (size_t at = 0; at < size; at++)
        count += ((unsigned char)text[at] & 0xC0) == 0x80;
    return count;
}

/* For each eight bytes of the text, how many of the bytes before them go on with a character. */
void text_index(const char *text, size_t size, arena_t *arena, text_index_t *out) {
    uint32_t *skipped = arena_alloc(arena, (size / 8 + 1) * sizeof *skipped), total = 0;
    for (size_t at = 0; size - at >= 8; at += 8) {
        uint64_t eight = eight_at(text + at);
        skipped[at / 8] = total;
        if (eight & EIGHT_TOPS)
            total += eight_inner(eight);
    }
    skipped[size / 8] = total;
    total += inner_bytes(text + size / 8 * 8, size % 8, size % 8);
    *out = (text_index_t){.text = text, .size = size, .skipped = total ? skipped : NULL};
}

uint32_t text_index_char(const text_index_t *index, uint32_t byte) {
    if (!index->skipped)
        return byte;
    uint32_t before = byte - byte % 8;
    return byte - index->skipped[byte / 8] - inner_bytes(index->text + before, byte % 8, index->size - before);
}
