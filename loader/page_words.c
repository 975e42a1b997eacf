/* What the names mean that pages use. Tables in bytewise order; nothing here speaks of any one site. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "page_tree.h"

typedef struct word {
    const char *name;
    uint32_t traits;
} word_t;

enum {
    BLOCK = TRAIT_BLOCK,
    FRAME = TRAIT_BLOCK | TRAIT_FRAME,
    HEADING = TRAIT_BLOCK | TRAIT_PARAGRAPH | TRAIT_HEADING,
    UNSEEN = TRAIT_UNSEEN,
    PRESSED = TRAIT_UNSEEN | TRAIT_HANDLE
};

/* Elements that are not here are part of the line that they stand in. */
static const word_t elements[] = {
    {"address", BLOCK},
    {"applet", UNSEEN},
    {"article", BLOCK | TRAIT_ACCOUNT},
    {"aside", FRAME},
    {"audio", UNSEEN},
    {"blockquote", BLOCK},
    {"body", BLOCK},
    {"br", TRAIT_BREAK},
    {"button", PRESSED},
    {"canvas", UNSEEN},
    {"caption", TRAIT_LINE | TRAIT_PARAGRAPH},
    {"center", BLOCK},
    {"datalist", UNSEEN},
    {"dd", TRAIT_LINE},
    {"details", BLOCK},
    {"dialog", FRAME},
    {"dir", BLOCK | TRAIT_LIST},
    {"div", BLOCK},
    {"dl", BLOCK | TRAIT_LIST},
    {"dt", TRAIT_LINE},
    {"embed", UNSEEN},
    {"fieldset", BLOCK},
    {"figcaption", FRAME},
    {"figure", BLOCK},
    {"footer", FRAME},
    {"form", FRAME},
    {"h1", HEADING},
    {"h2", HEADING},
    {"h3", HEADING},
    {"h4", HEADING},
    {"h5", HEADING},
    {"h6", HEADING},
    {"header", BLOCK | TRAIT_HEADER},
    {"hgroup", BLOCK},
    {"hr", BLOCK},
    {"iframe", UNSEEN},
    {"input", PRESSED},
    {"legend", TRAIT_LINE},
    {"li", TRAIT_LINE},
    {"main", BLOCK | TRAIT_ACCOUNT},
    {"math", UNSEEN},
    {"menu", BLOCK | TRAIT_LIST},
    {"meter", UNSEEN},
    {"nav", FRAME},
    {"noembed", UNSEEN},
    {"noframes", UNSEEN},
    {"noscript", UNSEEN},
    {"object", UNSEEN},
    {"ol", BLOCK | TRAIT_LIST},
    {"optgroup", UNSEEN},
    {"option", UNSEEN},
    {"p", BLOCK | TRAIT_PARAGRAPH},
    {"pre", BLOCK | TRAIT_PARAGRAPH | TRAIT_LINES},
    {"progress", UNSEEN},
    {"q", TRAIT_QUOTED},
    {"rp", UNSEEN},
    {"rt", UNSEEN},
    {"script", UNSEEN},
    {"search", FRAME},
    {"section", BLOCK},
    {"select", PRESSED},
    {"style", UNSEEN},
    {"summary", TRAIT_LINE},
    {"svg", UNSEEN},
    {"table", BLOCK},
    {"tbody", TRAIT_LINE},
    {"td", TRAIT_CELL},
    {"template", UNSEEN},
    {"textarea", PRESSED},
    {"tfoot", TRAIT_LINE},
    {"th", TRAIT_CELL},
    {"thead", TRAIT_LINE},
    {"title", UNSEEN},
    {"tr", TRAIT_LINE},
    {"ul", BLOCK | TRAIT_LIST},
    {"video", UNSEEN},
};

/* Of the attribute role (WAI-ARIA). */
static const word_t roles[] = {
    {"alert", TRAIT_FRAME},      {"alertdialog", TRAIT_FRAME},   {"article", TRAIT_ACCOUNT},
    {"banner", TRAIT_HEADER},    {"complementary", TRAIT_FRAME}, {"contentinfo", TRAIT_FRAME},
    {"dialog", TRAIT_FRAME},     {"directory", TRAIT_FRAME},     {"form", TRAIT_FRAME},
    {"main", TRAIT_ACCOUNT},     {"menu", TRAIT_FRAME},          {"menubar", TRAIT_FRAME},
    {"navigation", TRAIT_FRAME}, {"search", TRAIT_FRAME},        {"status", TRAIT_FRAME},
    {"tablist", TRAIT_FRAME},    {"toolbar", TRAIT_FRAME},       {"tooltip", TRAIT_FRAME},
};

/* Whole names of a class or id, or their first or last part: "share", "share-bar", "post_share", "shareBar". */
static const char *const frames[] = {
    "ad",
    "ads",
    "advert",
    "advertisement",
    "breadcrumb",
    "breadcrumbs",
    "caption",
    "carousel",
    "comment",
    "comments",
    "consent",
    "cookie",
    "cookies",
    "footer",
    "gallery",
    "gdpr",

    "lightbox",
    "login",
    "menu",
    "modal",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "pager",
    "pagination",
    "popular",
    "popup",
    "promo",
    "recommended",
    "related",
    "screen-reader-text",
    "search",
    "share",
    "sharing",
    "sidebar",
    "skip",
    "slider",
    "slideshow",
    "social",
    "sponsor",
    "sponsored",
    "sr-only",
    "subscribe",
    "subscription",
    "tags",
    "toolbar",
    "trending",
    "visually-hidden",
};

/* First parts with which a name speaks of something else: "has-comments", "no-sidebar". */
static const char *const denials[] = {"has", "is", "no", "with", "without"};

typedef struct name {
    const char *at;
    size_t size;
} name_t;

/* word is the name itself, or begins with it (word_t). */
static int by_name(const void *wanted, const void *word) {
    const name_t *name = wanted;
    const char *other = *(const char *const *)word;
    int order = strncasecmp(name->at, other, name->size);
    return order ? order : other[name->size] ? -1 : 0;
}

#define FIND(at, size, words)                                                                                          \
    bsearch(&(name_t){at, size}, words, sizeof(words) / sizeof *(words), sizeof *(words), by_name)

uint32_t page_element_traits(const char *name) {
    const word_t *word = FIND(name, strlen(name), elements);
    return word ? word->traits : 0;
}

uint32_t page_role_traits(const char *role) {
    const word_t *word = FIND(role, strlen(role), roles);
    return word ? word->traits : 0;
}

/* Whether a part of the name begins at at. */
static int begins_part(const char *name, size_t at) {
    char before = name[at - 1];
    return before == '-' || before == '_' || (before >= 'a' && before <= 'z' && name[at] >= 'A' && name[at] <= 'Z');
}

static int is_frame_name(const char *name, size_t size) {
    size_t first = 1, last = size;
    while (first < size && !begins_part(name, first))
        first++;
    while (last > 1 && !begins_part(name, last - 1))
        last--;
    first -= first < size && (name[first - 1] == '-' || name[first - 1] == '_');
    last -= 1;
    if (FIND(name, size, frames))
        return 1;
    return !FIND(name, first, denials) && (FIND(name, first, frames) || FIND(name + last, size - last, frames));
}

int page_is_frame_name(const char *names) {
    static const char space[] = " \t\n\r\f";
    for (names += strspn(names, space); *names; names += strspn(names, space)) {
        size_t size = strcspn(names, space);
        if (is_frame_name(names, size))
            return 1;
        names += size;
    }
    return 0;
}
