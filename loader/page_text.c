/* The account as a text file would have it: blank lines between paragraphs, a line for each point of a list and each
 * row of a table, white space as a browser shows it. */
#include <string.h>

#include <utf8proc.h>

#include "page_tree.h"
#include "text.h"

/* What stands between the last character and the next; of two the greater counts. */
typedef enum gap { GAP_NONE, GAP_SPACE, GAP_CELL, GAP_LINE, GAP_PARAGRAPH } gap_t;

typedef struct writer {
    const page_t *page;
    char *out;
    size_t size;
    gap_t gap;
    uint32_t list, list_end; /* outermost list: what lies in it is separated by lines */
    uint32_t cell, cell_end; /* cell of a few words: they stay on the line of the row */
    int lines;               /* in an element whose line ends are meant */
} writer_t;

static void put(writer_t *w, const char *bytes, size_t size) {
    static const char *const gaps[] = {"", " ", " | ", "\n", "\n\n"};
    if (size == 0)
        return;
    const char *gap = w->size > 0 ? gaps[w->gap] : "";
    w->gap = GAP_NONE;
    memcpy(w->out + w->size, gap, strlen(gap));
    w->size += strlen(gap);
    memcpy(w->out + w->size, bytes, size);
    w->size += size;
}

static void widen(writer_t *w, gap_t gap) {
    if (gap > w->gap)
        w->gap = gap;
}

static void break_line(writer_t *w) {
    w->gap = w->gap >= GAP_LINE ? GAP_PARAGRAPH : GAP_LINE;
}

/* Old pages write the quotation marks and dashes of windows-1252 by their numbers there, and browsers show them. */
static const char *const windows[32] = {"€", "",  "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "", "Ž", "",
                                        "",  "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "", "ž", "Ÿ"};

static void put_wide(writer_t *w, const char *text, size_t size) {
    utf8proc_int32_t point = 0;
    utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)size, &point);
    utf8proc_category_t category = utf8proc_category(point);
    if (point >= 0x80 && point < 0xa0)
        put(w, windows[point - 0x80], strlen(windows[point - 0x80]));
    else if (category == UTF8PROC_CATEGORY_ZS)
        widen(w, GAP_SPACE);
    else if (category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP)
        widen(w, GAP_LINE);
    else if (point != 0xad && point != 0x200b && point != 0x2060 && point != 0xfeff) /* shown as nothing */
        put(w, text, size);
}

static void put_text(writer_t *w, const char *text, size_t size) {
    for (size_t at = 0, step; (step = text_character(text + at, size - at)) > 0; at += step) {
        if (step > 1)
            put_wide(w, text + at, step);
        else if (text[at] == '\n' && w->lines > 0)
            break_line(w);
        else if ((unsigned char)text[at] <= ' ')
            widen(w, GAP_SPACE);
        else if (text[at] != 0x7f)
            put(w, text + at, 1);
    }
}

/* The words of a short cell stay together, if the row has other cells. */
static void enter_cell(writer_t *w, uint32_t at) {
    enum { FEW = 200 }; /* bytes */
    const page_node_t *node = &w->page->nodes.at[at], *row = &w->page->nodes.at[node->parent];
    if (at < w->cell_end || node->shown > FEW || row->shown == node->shown)
        return;
    w->cell = at;
    w->cell_end = node->end;
}

/* What stands before and after an element. */
static void separate(writer_t *w, uint32_t at, uint32_t traits) {
    if (at > w->cell && at < w->cell_end) {
        widen(w, traits & (TRAIT_BLOCK | TRAIT_LINE | TRAIT_CELL | TRAIT_BREAK) ? GAP_SPACE : GAP_NONE);
        return;
    }
    if (traits & TRAIT_BLOCK)
        widen(w, at > w->list && at < w->list_end ? GAP_LINE : GAP_PARAGRAPH);
    if (traits & TRAIT_LINE)
        widen(w, GAP_LINE);
    if (traits & TRAIT_CELL)
        widen(w, GAP_CELL);
}

static void open_node(writer_t *w, uint32_t at) {
    const page_node_t *node = &w->page->nodes.at[at];
    separate(w, at, node->traits);
    if (node->traits & TRAIT_BREAK && at >= w->cell_end)
        break_line(w);
    if (node->traits & TRAIT_LIST && at >= w->list_end) {
        w->list = at;
        w->list_end = node->end;
    }
    if (node->traits & TRAIT_CELL)
        enter_cell(w, at);
    if (node->traits & TRAIT_QUOTED)
        put(w, "“", strlen("“"));
    w->lines += (node->traits & TRAIT_LINES) != 0;
}

static void close_node(writer_t *w, uint32_t at) {
    const page_node_t *node = &w->page->nodes.at[at];
    if (node->traits & TRAIT_QUOTED)
        put(w, "”", strlen("”"));
    w->lines -= (node->traits & TRAIT_LINES) != 0;
    if (!(node->traits & TRAIT_BREAK))
        separate(w, at, node->traits);
}

/* A character may grow from two bytes to three (windows-1252), and a node adds a gap or a mark on either side. */
void page_write(const page_t *page, document_t *out) {
    size_t room = (size_t)page->size / 2 * 3 + (size_t)page->nodes.count * 12 + 8;
    writer_t w = {.page = page, .out = arena_alloc(page->arena, room)};
    page_walk_t walk = page_walk(page, page->start, page->end);
    uint32_t at;
    for (page_step_t step; (step = page_next(&walk, &at)) != PAGE_END;) {
        const page_node_t *node = &page->nodes.at[at];
        if (step == PAGE_OPEN)
            open_node(&w, at);
        else if (step == PAGE_CLOSE)
            close_node(&w, at);
        else
            put_text(&w, page->text + node->start, node->size);
    }
    if (w.size > 0)
        w.out[w.size++] = '\n';
    w.out[w.size] = 0;
    out->text = w.out;
    out->size = w.size;
}
