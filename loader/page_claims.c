/* What a page states of itself. A source that states two things states nothing, and the next one counts. */
#include <string.h>

#include "json.h"
#include "metadata.h"
#include "page_tree.h"

/* An object of JSON-LD (schema.org) that may describe the page. */
static void note_object(page_t *page, const json_t *object) {
    const char *title = json_string_value(json_object_get(object, "headline"));
    const char *published = json_string_value(json_object_get(object, "datePublished"));
    const char *publisher = json_string_value(json_object_get(json_object_get(object, "publisher"), "name"));
    if (title)
        page_claim(page, CLAIM_TITLE_DATA, title);
    if (published)
        page_claim(page, CLAIM_PUBLISHED_DATA, published);
    if (publisher)
        page_claim(page, CLAIM_PUBLISHER_DATA, publisher);
}

static void note_objects(page_t *page, const json_t *array) {
    for (size_t i = 0; i < json_array_size(array); i++)
        note_object(page, json_array_get(array, i));
}

/* One object, an array of them, or a graph; what is no JSON states nothing. */
static void read_data(page_t *page) {
    for (int i = 0; i < page->data.count; i++) {
        fault_t fault;
        json_t *root = json_read(page->data.at[i], strlen(page->data.at[i]), LIMIT_DATA_VALUES, &fault);
        note_object(page, root);
        note_objects(page, root);
        note_objects(page, json_object_get(root, "@graph"));
        json_decref(root);
    }
}

/* The value in one line, as a browser would show it. */
static const char *tidy(const char *value, arena_t *arena) {
    static const char space[] = " \t\n\r\f";
    char *line = arena_alloc(arena, strlen(value) + 1), *to = line;
    for (value += strspn(value, space); *value; value += strspn(value, space)) {
        size_t size = strcspn(value, space);
        if (to > line)
            *to++ = ' ';
        memcpy(to, value, size);
        to += size;
        value += size;
    }
    *to = 0;
    return line;
}

/* Takes the first of the claims that the page makes once, and that can be what it should be. */
static void take_first(page_t *page, const char *key, claim_t first, claim_t last, document_t *out) {
    for (int i = (int)first; i <= (int)last; i++)
        if (page->claims[i].count == 1 &&
            metadata_take(out, key, tidy(page->claims[i].at[0], page->arena), page->arena))
            return;
}

/* Days that the page was published on: a second other one makes *torn 1. */
static void take_day(page_t *page, const char *value, document_t *out, int *torn) {
    document_t other = {0};
    if (!metadata_take(&other, "published", tidy(value, page->arena), page->arena))
        return;
    if (out->published && strcmp(out->published, other.published) != 0)
        *torn = 1;
    out->published = other.published;
}

/* What is said of the page must agree to the day; only where nothing is, the times in the account count. */
static void take_published(page_t *page, document_t *out) {
    int torn = 0;
    for (int claim = CLAIM_PUBLISHED_META; claim <= CLAIM_PUBLISHED_DATA; claim++)
        for (int i = 0; i < page->claims[claim].count; i++)
            take_day(page, page->claims[claim].at[i], out, &torn);
    int declared = out->published != NULL;
    for (int i = 0; i < page->times.count && !declared; i++)
        if (page->times.at[i].node >= page->start && page->times.at[i].node < page->end)
            take_day(page, page->times.at[i].value, out, &torn);
    if (torn)
        out->published = NULL;
}

static int is_address(const char *value) {
    return strncmp(value, "https://", 8) == 0 || strncmp(value, "http://", 7) == 0;
}

void page_tell(page_t *page, document_t *out) {
    read_data(page);
    take_first(page, "title", CLAIM_TITLE_META, CLAIM_TITLE, out);
    take_first(page, "publisher", CLAIM_PUBLISHER_META, CLAIM_PUBLISHER_DATA, out);
    for (int i = CLAIM_URI_LINK; i <= CLAIM_URI_META; i++)
        if (page->claims[i].count == 1 && is_address(page->claims[i].at[0]))
            metadata_take(out, "uri", page->claims[i].at[0], page->arena);
    take_first(page, "language", CLAIM_LANGUAGE, CLAIM_LANGUAGE, out);
    take_published(page, out);
}
