#include "page.h"

#include <stdio.h>
#include <string.h>

#include "page_encoding.h"
#include "page_tree.h"

static int read_page(const text_t *html, arena_t *arena, document_t *out, char why[LIMIT_WHY]) {
    page_t page;
    if (page_parse(html->bytes, html->size, arena, &page, why))
        return -1;
    page_choose(&page);
    page_write(&page, out);
    page_tell(&page, out);
    if (text_is_clean(out->text, out->size))
        return 0;
    if (out->size > LIMIT_DOCUMENT)
        snprintf(why, LIMIT_WHY, "its text is larger than %d MiB; split it into documents", LIMIT_DOCUMENT / MIB);
    else
        snprintf(why, LIMIT_WHY,
                 "no text that a reader of the page would see; save the page once it is shown whole, "
                 "or give its text as a .txt file");
    return -1;
}

/* The declaration counts and not what the caller says: so the advice is another one than that of text_decode. */
static int refuse_declared(const declared_t *declared, char why[LIMIT_WHY]) {
    char fault[LIMIT_WHY];
    snprintf(fault, sizeof fault, "%.*s", (int)strcspn(why, ";"), why);
    snprintf(why, LIMIT_WHY, "it declares the encoding \"%s\", but %.160s; correct the one or the other",
             declared->label, fault);
    return -1;
}

int page_read_file(const char *bytes, size_t size, const char *encoding, arena_t *arena, document_t *out,
                   char why[LIMIT_WHY]) {
    text_t html;
    declared_t declared = page_declared(bytes, size);
    if (*declared.label && !declared.encoding && !text_has_mark(bytes, size)) {
        snprintf(why, LIMIT_WHY, "it declares the encoding \"%s\", which browsers do not know; convert it to UTF-8",
                 declared.label);
        return -1;
    }
    if (text_decode(bytes, size, *declared.label ? declared.encoding : encoding, arena, &html, why))
        return *declared.label && size > 0 && size <= LIMIT_DOCUMENT ? refuse_declared(&declared, why) : -1;
    return read_page(&html, arena, out, why);
}

int page_read_text(const char *html, size_t size, arena_t *arena, document_t *out, char why[LIMIT_WHY]) {
    text_t text;
    return text_decode(html, size, NULL, arena, &text, why) ? -1 : read_page(&text, arena, out, why);
}
