/* A page as a list of its elements and stretches of text, in the order of the page: what lies in an element follows it,
 * up to its end. So a pass over all is a loop, and an element with all in it is left out by going on at its end. */
#ifndef SCODB_LOADER_PAGE_TREE_H
#define SCODB_LOADER_PAGE_TREE_H

#include "facts.h"
#include "limits.h"

/* What is known of an element by its name and attributes. */
typedef enum trait {
    TRAIT_TEXT = 1 << 0,      /* no element: a stretch of text */
    TRAIT_BLOCK = 1 << 1,     /* stands apart from what is before and after it */
    TRAIT_LINE = 1 << 2,      /* begins a line */
    TRAIT_BREAK = 1 << 3,     /* ends a line, <br> */
    TRAIT_CELL = 1 << 4,      /* of a table */
    TRAIT_LIST = 1 << 5,      /* its points are lines */
    TRAIT_PARAGRAPH = 1 << 6, /* holds running text, not paragraphs */
    TRAIT_HEADING = 1 << 7,   /* its level stands beside it */
    TRAIT_LINES = 1 << 8,     /* its line ends are meant, <pre> */
    TRAIT_QUOTED = 1 << 9,    /* shown between quotation marks, <q> */
    TRAIT_LINK = 1 << 10,     /* of text: within a link */
    TRAIT_HANDLE = 1 << 11,   /* something to press: link, button, field */
    TRAIT_ACCOUNT = 1 << 12,  /* said to be the main thing */
    TRAIT_HEADER = 1 << 13,   /* of the page, or of the account if it lies in that */
    TRAIT_FRAME = 1 << 14,    /* said to be something else, or hidden */
    TRAIT_UNSEEN = 1 << 15,   /* never shown: not kept in the list */
    TRAIT_DROPPED = 1 << 16   /* left out of the account, with all that lies in it */
} trait_t;

typedef struct page_node {
    uint32_t end;         /* the first node that does not lie in it */
    uint32_t parent;      /* of the first node: itself */
    uint32_t traits;      /* set of trait_t */
    uint32_t level;       /* of a heading, from 1 */
    uint32_t start, size; /* of text: bytes of the page's text */
    /* Sums over all that lies in it (page_choose.c): */
    uint32_t shown;   /* bytes that are no white space */
    uint32_t linked;  /* those of them within links */
    uint32_t prose;   /* those of running text */
    uint32_t handles; /* things to press */
    uint32_t breaks;  /* blocks and line ends */
} page_node_t;

/* What a page states of itself, by where it does; in the order in which one goes before the other. */
typedef enum claim {
    CLAIM_TITLE_META,
    CLAIM_TITLE_DATA,
    CLAIM_TITLE,
    CLAIM_PUBLISHER_META,
    CLAIM_PUBLISHER_DATA,
    CLAIM_PUBLISHED_META,
    CLAIM_PUBLISHED_DATA,
    CLAIM_URI_LINK,
    CLAIM_URI_META,
    CLAIM_LANGUAGE,
    CLAIM_COUNT
} claim_t;

/* A <time datetime> and the node that it comes before. */
typedef struct page_time {
    uint32_t node;
    const char *value;
} page_time_t;

typedef struct page {
    arena_t *arena;
    LIST(page_node_t) nodes;
    char *text;
    uint32_t size;
    strings_t claims[CLAIM_COUNT]; /* each value once */
    strings_t data;                /* JSON-LD, as it stands */
    LIST(page_time_t) times;
    uint32_t start, end; /* nodes that the account lies in (page_choose.c) */
} page_t;

/* Parses valid UTF-8 without NUL, which it may change. Returns 0, or -1 with a one-line reason. */
int page_parse(char *html, size_t size, arena_t *arena, page_t *out, char why[LIMIT_WHY]);

void page_claim(page_t *page, claim_t claim, const char *value);

/* A way through the nodes from at to stop, passing over what is dropped. */
typedef struct page_walk {
    const page_t *page;
    uint32_t at, open, stop;
} page_walk_t;

typedef enum page_step { PAGE_END, PAGE_OPEN, PAGE_CLOSE, PAGE_TEXT } page_step_t;

page_walk_t page_walk(const page_t *page, uint32_t start, uint32_t stop);
page_step_t page_next(page_walk_t *walk, uint32_t *node);

/* page_words.c: traits by the names that pages use. */
uint32_t page_element_traits(const char *name);
uint32_t page_role_traits(const char *role);
int page_is_frame_name(const char *names); /* of a class or id: names between white space */

/* page_choose.c: measures all and decides what the account is. */
void page_choose(page_t *page);
/* page_text.c: the account as text. */
void page_write(const page_t *page, document_t *out);
/* page_claims.c: what the page states of itself and states once. */
void page_tell(page_t *page, document_t *out);

#endif
