/* Saved web pages: the account that a reader of the page would see, as plain text, and what the page states of itself.
 * How it is told from menus, share bars and the like: docs/pages.md. */
#ifndef SCODB_LOADER_PAGE_H
#define SCODB_LOADER_PAGE_H

#include "facts.h"
#include "text.h"

/* To be called once before anything else here: makes running out of memory end the program, as the parser would
 * otherwise give half a page. */
void page_setup(void);

/* Reads the bytes of a file. What the page declares of its encoding goes before encoding, which may be NULL. Fills text
 * and metadata of out, all in arena. Returns 0, or -1 with a one-line reason. */
int page_read_file(const char *bytes, size_t size, const char *encoding, arena_t *arena, document_t *out,
                   char why[LIMIT_WHY]);

/* The same of a page that is UTF-8 already, whatever it declares. */
int page_read_text(const char *html, size_t size, arena_t *arena, document_t *out, char why[LIMIT_WHY]);

#endif
