/* The only file that knows libxml2. Its parser calls back for each element; no tree of its own is made, nothing is
 * fetched, and only the entities of HTML itself are known. */
#include "page_tree.h"

#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "page.h"

typedef struct builder {
    page_t *page;
    arena_t *arena;
    htmlParserCtxtPtr parser;
    const char *html;
    size_t left;
    const char *excess; /* why no more is read, NULL: it is */
    uint32_t open;      /* innermost element that is kept */
    uint32_t room;      /* of the page's text */
    int links;          /* <a href> that are open */
    int unseen;         /* elements that are not kept and are open */
    int titles;         /* met, the first is the page's */
    int taking;         /* what unseen text is wanted for, at this depth of unseen: 0 none */
    claim_t wanted;     /* CLAIM_TITLE, or CLAIM_COUNT for JSON-LD */
    uint32_t taken;     /* where that text starts */
} builder_t;

static char *copy_string(const char *text) {
    size_t size = strlen(text) + 1;
    return memcpy(must_alloc(size), text, size);
}

void page_setup(void) {
    xmlMemSetup(free, must_alloc, must_realloc, copy_string);
    xmlInitParser();
}

/* NULL, or why the page is not read on. */
static const char *find_excess(const builder_t *b) {
    if (b->parser->nameNr > LIMIT_DEPTH)
        return "elements more than 256 deep in each other";
    if (b->parser->maxatts > LIMIT_ATTRIBUTES)
        return "an element with more than a thousand attributes";
    return b->page->nodes.count > LIMIT_NODES ? "more than a million elements" : NULL;
}

/* Gives the parser the next piece, whole characters. The only place where it can be stopped inside an element. */
static int give(void *context, char *out, int room) {
    builder_t *b = context;
    size_t size = b->left < (size_t)room ? b->left : (size_t)room;
    b->excess = b->excess ? b->excess : find_excess(b);
    if (b->excess)
        return 0;
    while (size < b->left && ((unsigned char)b->html[size] & 0xc0) == 0x80)
        size--;
    memcpy(out, b->html, size);
    b->html += size;
    b->left -= size;
    return (int)size;
}

static int no_close(void *context) {
    (void)context;
    return 0;
}

static const char *attribute(const xmlChar **pairs, const char *name) {
    for (; pairs && *pairs; pairs += 2)
        if (strcmp((const char *)*pairs, name) == 0)
            return pairs[1] ? (const char *)pairs[1] : "";
    return NULL;
}

static int is_hidden(const xmlChar **pairs) {
    static const char *const styles[] = {"display:none", "display: none", "visibility:hidden", "visibility: hidden"};
    const char *style = attribute(pairs, "style"), *aria = attribute(pairs, "aria-hidden"),
               *layout = attribute(pairs, "layout");
    for (size_t i = 0; style && i < sizeof styles / sizeof *styles; i++)
        if (strcasestr(style, styles[i]))
            return 1;
    return attribute(pairs, "hidden") || (aria && strcmp(aria, "true") == 0) ||
           (layout && strcmp(layout, "nodisplay") == 0);
}

static uint32_t traits_of(const char *name, const xmlChar **pairs) {
    uint32_t traits = page_element_traits(name);
    if (strcmp(name, "body") == 0 || strcmp(name, "html") == 0)
        return traits;
    const char *role = attribute(pairs, "role"), *class = attribute(pairs, "class"), *id = attribute(pairs, "id");
    if (role)
        traits |= page_role_traits(role);
    int named = strchr(name, '-') && page_is_frame_name(name); /* an element of one's own making */
    if (named || is_hidden(pairs) || (class && page_is_frame_name(class)) || (id && page_is_frame_name(id)))
        traits |= TRAIT_FRAME;
    return traits;
}

void page_claim(page_t *page, claim_t claim, const char *value) {
    strings_t *claims = &page->claims[claim];
    for (int i = 0; i < claims->count; i++)
        if (strcmp(claims->at[i], value) == 0)
            return;
    if (claims->count < LIMIT_CLAIMS)
        *list_add(page->arena, claims) = arena_strdup(page->arena, value);
}

static const struct meta_name {
    const char *name;
    claim_t claim;
} meta_names[] = {
    {"og:title", CLAIM_TITLE_META},
    {"og:site_name", CLAIM_PUBLISHER_META},
    {"article:published_time", CLAIM_PUBLISHED_META},
    {"datePublished", CLAIM_PUBLISHED_META},
    {"dcterms.issued", CLAIM_PUBLISHED_META},
    {"og:url", CLAIM_URI_META},
};

static void note_meta(page_t *page, const xmlChar **pairs) {
    const char *content = attribute(pairs, "content");
    const char *names[] = {attribute(pairs, "property"), attribute(pairs, "name"), attribute(pairs, "itemprop")};
    for (size_t i = 0; content && i < sizeof names / sizeof *names; i++)
        for (size_t k = 0; names[i] && k < sizeof meta_names / sizeof *meta_names; k++)
            if (strcmp(names[i], meta_names[k].name) == 0)
                page_claim(page, meta_names[k].claim, content);
}

static void note_time(page_t *page, const xmlChar **pairs) {
    const char *value = attribute(pairs, "datetime");
    if (value)
        *list_add(page->arena, &page->times) =
            (page_time_t){(uint32_t)page->nodes.count, arena_strdup(page->arena, value)};
}

/* What an element states of the page. */
static void note_claims(page_t *page, const char *name, const xmlChar **pairs) {
    const char *rel = attribute(pairs, "rel"), *href = attribute(pairs, "href"), *lang = attribute(pairs, "lang");
    if (strcmp(name, "meta") == 0)
        note_meta(page, pairs);
    else if (strcmp(name, "time") == 0)
        note_time(page, pairs);
    else if (strcmp(name, "link") == 0 && rel && href && strcmp(rel, "canonical") == 0)
        page_claim(page, CLAIM_URI_LINK, href);
    else if (strcmp(name, "html") == 0 && lang)
        page_claim(page, CLAIM_LANGUAGE, lang);
}

static page_node_t *add(builder_t *b, uint32_t traits) {
    page_node_t *node = list_add(b->arena, &b->page->nodes);
    uint32_t at = (uint32_t)b->page->nodes.count - 1;
    *node = (page_node_t){.end = at + 1, .parent = b->open, .traits = traits};
    return node;
}

/* The text of two unseen elements is wanted: the title, and JSON-LD. */
static void take_unseen(builder_t *b, const char *name, const xmlChar **pairs) {
    const char *type = attribute(pairs, "type");
    int title = strcmp(name, "title") == 0 && b->titles++ == 0 && b->unseen == 0;
    if (!title && (strcmp(name, "script") != 0 || !type || strcmp(type, "application/ld+json") != 0))
        return;
    b->wanted = title ? CLAIM_TITLE : CLAIM_COUNT;
    b->taking = b->unseen + 1;
    b->taken = b->page->size;
}

/* A heading often links to itself, so that one can be sent there. */
static int leads_away(const builder_t *b, const char *href) {
    return href && (*href != '#' || !(b->page->nodes.at[b->open].traits & TRAIT_HEADING));
}

static void start_element(void *context, const xmlChar *element, const xmlChar **pairs) {
    builder_t *b = context;
    const char *name = (const char *)element;
    note_claims(b->page, name, pairs);
    uint32_t traits = traits_of(name, pairs);
    int link = strcmp(name, "a") == 0 && leads_away(b, attribute(pairs, "href"));
    if (!b->unseen && (link || traits & TRAIT_HANDLE))
        b->page->nodes.at[b->open].handles++;
    if (traits & TRAIT_UNSEEN && !b->taking)
        take_unseen(b, name, pairs);
    if (b->unseen || traits & TRAIT_UNSEEN) {
        b->unseen++;
        return;
    }
    page_node_t *node = add(b, traits | (link ? TRAIT_LINK : 0));
    node->level = traits & TRAIT_HEADING ? (uint32_t)(name[1] - '0') : 0;
    b->links += link;
    b->open = (uint32_t)b->page->nodes.count - 1;
}

/* Takes the wanted text off the page's again. */
static void end_taking(builder_t *b) {
    page_t *page = b->page;
    const char *text = arena_strndup(b->arena, page->text + b->taken, page->size - b->taken);
    page->size = b->taken;
    b->taking = 0;
    if (b->wanted != CLAIM_COUNT)
        page_claim(page, b->wanted, text);
    else if (page->data.count < LIMIT_PAGE_DATA)
        *list_add(b->arena, &page->data) = text;
}

static void end_element(void *context, const xmlChar *element) {
    builder_t *b = context;
    (void)element;
    if (b->taking && b->taking == b->unseen)
        end_taking(b);
    if (b->unseen) {
        b->unseen--;
        return;
    }
    page_node_t *node = &b->page->nodes.at[b->open];
    node->end = (uint32_t)b->page->nodes.count;
    b->links -= (node->traits & TRAIT_LINK) != 0;
    b->open = node->parent;
}

/* The page's text never outgrows the page but for a few entities, of two code points from three letters at worst. */
static void keep(builder_t *b, const xmlChar *text, uint32_t size) {
    page_t *page = b->page;
    if (size > b->room - page->size) {
        b->room = (page->size + size) * 2;
        page->text = memcpy(arena_alloc(b->arena, b->room), page->text ? page->text : "", page->size);
    }
    memcpy(page->text + page->size, text, size);
    page->size += size;
}

static void add_text(void *context, const xmlChar *text, int size) {
    builder_t *b = context;
    if (b->unseen && !b->taking)
        return;
    keep(b, text, (uint32_t)size);
    if (b->unseen)
        return;
    page_node_t *last = &b->page->nodes.at[b->page->nodes.count - 1];
    if (!(last->traits & TRAIT_TEXT) || last->parent != b->open) {
        last = add(b, TRAIT_TEXT | (b->links > 0 ? TRAIT_LINK : 0));
        last->start = b->page->size - (uint32_t)size;
    }
    last->size = b->page->size - last->start;
}

/* Where the comment or declaration at at ends, NULL if it does not. */
static char *end_of_markup(char *at, const char *end, int comment) {
    size_t left = (size_t)(end - at);
    char *last = comment ? memmem(at + 2, left - 2, "-->", 3) : memchr(at, '>', left);
    return last && comment ? last + 3 : last;
}

/* Takes out declarations other than the document's type, such as <![if ...]>: they are comments to a browser, and
 * libxml2 would take them for text. Returns the new size. */
static size_t drop_declarations(char *html, size_t size) {
    char *end = html + size, *to = html, *from = html; /* what lies before from is kept up to to */
    for (char *at = html; at && (at = memmem(at, (size_t)(end - at), "<!", 2));) {
        int comment = strncmp(at, "<!--", 4) == 0;
        char *last = end_of_markup(at, end, comment);
        if (comment || !last || strncasecmp(at, "<!doctype", 9) == 0 || strncmp(at, "<![CDATA[", 9) == 0) {
            at = comment ? last : at + 2;
            continue;
        }
        memmove(to, from, (size_t)(at - from));
        to += at - from;
        from = at = last + 1;
    }
    memmove(to, from, (size_t)(end - from));
    return (size_t)(to + (end - from) - html);
}

static void run_parser(builder_t *b) {
    *b->parser->sax = (xmlSAXHandler){.startElement = start_element,
                                      .endElement = end_element,
                                      .characters = add_text,
                                      .ignorableWhitespace = add_text,
                                      .cdataBlock = add_text};
    b->parser->userData = b;
    htmlCtxtReadIO(b->parser, give, no_close, b, NULL, "UTF-8",
                   HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                       HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC);
}

int page_parse(char *html, size_t size, arena_t *arena, page_t *out, char why[LIMIT_WHY]) {
    *out = (page_t){.arena = arena};
    builder_t b = {.page = out, .arena = arena, .html = html, .parser = htmlNewParserCtxt()};
    b.left = drop_declarations(html, size);
    add(&b, TRAIT_BLOCK); /* the page itself */
    run_parser(&b);
    out->nodes.at[0].end = (uint32_t)out->nodes.count;
    htmlFreeParserCtxt(b.parser);
    if (!b.excess)
        return 0;
    snprintf(why, LIMIT_WHY, "%s, so this is no page for people; give its text as a .txt file", b.excess);
    return -1;
}

page_walk_t page_walk(const page_t *page, uint32_t start, uint32_t stop) {
    return (page_walk_t){page, start, page->nodes.at[start].parent, stop};
}

page_step_t page_next(page_walk_t *walk, uint32_t *node) {
    const page_node_t *nodes = walk->page->nodes.at;
    for (;;) {
        int closes = walk->open > 0 && nodes[walk->open].end <= walk->at;
        if (closes) {
            *node = walk->open;
            walk->open = nodes[walk->open].parent;
            return PAGE_CLOSE;
        }
        if (walk->at >= walk->stop)
            return PAGE_END;
        *node = walk->at;
        if (nodes[*node].traits & TRAIT_DROPPED) {
            walk->at = nodes[*node].end;
            continue;
        }
        walk->at++;
        if (nodes[*node].traits & TRAIT_TEXT)
            return PAGE_TEXT;
        walk->open = *node;
        return PAGE_OPEN;
    }
}
