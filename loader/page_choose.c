/* Which part of a page is the account. No site is known here: it is told by what the elements are said to be, by where
 * the running text lies, and by how much of a block is links. docs/pages.md tells it for people. Each step is one pass. */
#include <stdbool.h>

#include "page_tree.h"

enum {
    APART = TRAIT_BLOCK | TRAIT_LINE | TRAIT_CELL | TRAIT_BREAK,
    PROSE =
        40,    /* bytes without links that make a line running text, rather than a label, a date or a point of a menu */
    LABEL = 25 /* bytes up to which text beside links and buttons is their label */
};

static page_node_t *node_at(page_t *page, uint32_t node) {
    return &page->nodes.at[node];
}

/* A line of the page, however many elements it is made of. */
typedef struct line_run {
    uint32_t first, shown, linked;
} line_run_t;

static void end_run(page_t *page, line_run_t *run, uint32_t end) {
    if (run->shown - run->linked >= PROSE && run->linked * 3 <= run->shown)
        for (uint32_t i = run->first; i < end; i++)
            if (node_at(page, i)->traits & TRAIT_TEXT)
                node_at(page, i)->prose = node_at(page, i)->shown;
    *run = (line_run_t){.first = end};
}

static uint32_t count_shown(const char *text, uint32_t size) {
    uint32_t shown = 0;
    for (uint32_t i = 0; i < size; i++)
        shown += (unsigned char)text[i] > ' ';
    return shown;
}

static void measure_text(page_t *page) {
    line_run_t run = {0};
    page_walk_t walk = page_walk(page, 0, (uint32_t)page->nodes.count);
    uint32_t i;
    for (page_step_t step; (step = page_next(&walk, &i)) != PAGE_END;) {
        page_node_t *node = node_at(page, i);
        if (step != PAGE_TEXT) {
            if (node->traits & APART)
                end_run(page, &run, walk.at);
            continue;
        }
        node->shown = count_shown(page->text + node->start, node->size);
        node->linked = node->traits & TRAIT_LINK ? node->shown : 0;
        run.shown += node->shown;
        run.linked += node->linked;
    }
    end_run(page, &run, (uint32_t)page->nodes.count);
}

static void measure(page_t *page) {
    measure_text(page);
    for (uint32_t i = (uint32_t)page->nodes.count - 1; i > 0; i--) {
        const page_node_t *node = node_at(page, i);
        page_node_t *parent = node_at(page, node->parent);
        parent->shown += node->shown;
        parent->linked += node->linked;
        parent->prose += node->prose;
        parent->handles += node->handles;
        parent->breaks += node->breaks + ((node->traits & APART) != 0);
    }
}

/* Leaves a node out, and takes it off the sums of those that it lies in. Returns where the page goes on. */
static uint32_t drop(page_t *page, uint32_t at) {
    page_node_t *node = node_at(page, at);
    node->traits |= TRAIT_DROPPED;
    for (uint32_t i = at; i > 0;) {
        i = node_at(page, i)->parent;
        page_node_t *around = node_at(page, i);
        around->shown -= node->shown;
        around->linked -= node->linked;
        around->prose -= node->prose;
        around->handles -= node->handles;
    }
    return node->end;
}

/* Goes through the outermost frames: of a page whose running text would be gone without them, only those without any.
 * Whatever holds more than three quarters of it is no frame but the wrapping of all. Returns the running text in them. */
static uint32_t drop_frames(page_t *page, bool dry, bool all) {
    uint32_t total = node_at(page, 0)->prose, framed = 0, account_end = 0;
    for (uint32_t i = 0; i < (uint32_t)page->nodes.count;) {
        const page_node_t *node = node_at(page, i);
        bool frame = node->traits & TRAIT_FRAME || (node->traits & TRAIT_HEADER && i >= account_end);
        if (frame && (uint64_t)node->prose * 4 <= (uint64_t)total * 3 && (all || node->prose == 0)) {
            framed += node->prose;
            i = dry ? node->end : drop(page, i);
            continue;
        }
        if (node->traits & TRAIT_ACCOUNT && node->end > account_end)
            account_end = node->end;
        i++;
    }
    return framed;
}

/* The innermost element that is said to be the account and holds two thirds of the most that any such element does, if
 * that is half of the page's running text; the page itself, if there is none. */
static uint32_t find_said(page_t *page) {
    uint32_t most = 0, root = 0;
    for (uint32_t i = 0; i < (uint32_t)page->nodes.count; i++) {
        const page_node_t *node = node_at(page, i);
        if (node->traits & TRAIT_DROPPED)
            i = node->end - 1;
        else if (node->traits & TRAIT_ACCOUNT && node->prose > most)
            most = node->prose;
    }
    if (most == 0 || most < node_at(page, 0)->prose / 2)
        return 0;
    for (uint32_t i = 0; i < node_at(page, root)->end; i++) {
        const page_node_t *node = node_at(page, i);
        if (node->traits & TRAIT_DROPPED)
            i = node->end - 1;
        else if (node->traits & TRAIT_ACCOUNT && (uint64_t)node->prose * 3 >= (uint64_t)most * 2)
            root = i;
    }
    return root;
}

/* From the page inwards, as long as one element holds three quarters of the running text. */
static uint32_t find_dense(page_t *page) {
    uint32_t root = 0, next = 0;
    do {
        uint32_t end = node_at(page, root)->end, prose = node_at(page, root)->prose;
        next = 0;
        for (uint32_t i = root + 1; i < end; i = node_at(page, i)->end) {
            const page_node_t *node = node_at(page, i);
            bool holds = !(node->traits & (TRAIT_TEXT | TRAIT_PARAGRAPH | TRAIT_DROPPED)) && node->breaks > 0;
            if (holds && node->prose > 0 && (uint64_t)node->prose * 4 >= (uint64_t)prose * 3)
                next = i;
        }
        root = next ? next : root;
    } while (next);
    return root;
}

static bool is_headline(const page_node_t *node) {
    return node->traits & TRAIT_HEADING && node->shown > 0 && node->linked * 2 <= node->shown;
}

/* The first heading or running text beside an element and before it. */
static uint32_t find_lead(page_t *page, uint32_t root) {
    uint32_t lead = node_at(page, root)->parent + 1;
    for (; lead < root; lead = node_at(page, lead)->end) {
        const page_node_t *node = node_at(page, lead);
        if (!(node->traits & TRAIT_DROPPED) && (node->prose > 0 || is_headline(node)))
            break;
    }
    return lead;
}

/* The headline often stands outside: the account begins at the last h1 before it. Without one it takes what leads to it
 * on the same level, unless the page says by the element's name that it begins there. */
static uint32_t find_start(page_t *page, uint32_t root) {
    bool named = root == 0 || node_at(page, root)->traits & TRAIT_ACCOUNT;
    uint32_t start = root, end = node_at(page, root)->end;
    for (uint32_t i = 0; i < end; i++) {
        const page_node_t *node = node_at(page, i);
        if (node->traits & TRAIT_DROPPED)
            i = node->end - 1;
        else if (node->level == 1 && is_headline(node) && i > root)
            return root;
        else if (node->level == 1 && is_headline(node))
            start = i;
    }
    return start == root && !named ? find_lead(page, root) : start;
}

/* A block of links, or a label beside something to press. */
static bool is_links(const page_node_t *node) {
    if (!(node->traits & TRAIT_BLOCK) || (node->traits & TRAIT_HEADING && node->level == 1))
        return false;
    if (node->linked * 2 > node->shown)
        return true;
    return node->handles > 0 && node->prose == 0 && node->shown - node->linked < LABEL &&
           !(node->traits & TRAIT_HEADING);
}

static void drop_links(page_t *page, uint32_t root) {
    for (uint32_t i = page->start; i < page->end;) {
        const page_node_t *node = node_at(page, i);
        bool around = i <= root && node->end >= page->end;
        i = node->traits & TRAIT_DROPPED ? node->end : !around && is_links(node) ? drop(page, i) : i + 1;
    }
}

/* A heading under which nothing is left goes too. */
static void drop_headings(page_t *page) {
    enum { LEVELS = 7 };
    uint32_t waiting[LEVELS] = {0}, i = 0; /* for text, by level; 0: none */
    page_walk_t walk = page_walk(page, page->start, page->end);
    page_step_t step;
    do {
        step = page_next(&walk, &i);
        const page_node_t *node = node_at(page, i);
        bool heading = step == PAGE_OPEN && node->traits & TRAIT_HEADING, text = step == PAGE_TEXT && node->shown > 0;
        for (uint32_t level = heading ? node->level : 1; level < LEVELS && (heading || text || step == PAGE_END);
             level++) {
            if (waiting[level] && !text)
                drop(page, waiting[level]);
            waiting[level] = 0;
        }
        if (heading) {
            waiting[node->level] = i;
            walk.at = node->end;
        }
    } while (step != PAGE_END);
}

void page_choose(page_t *page) {
    measure(page);
    uint32_t total = node_at(page, 0)->prose;
    drop_frames(page, false, total == 0 || drop_frames(page, true, true) < total);
    uint32_t root = find_said(page);
    if (root == 0)
        root = find_dense(page);
    page->start = find_start(page, root);
    page->end = node_at(page, root)->end;
    drop_links(page, root);
    drop_headings(page);
}
