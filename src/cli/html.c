/* HTML: one page that needs nothing else, for a browser, a mail, a printer. It has no script, and its policy lets the
 * browser run and fetch nothing, so that even a mistake here would leave a hostile text without effect. */
#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "embedded.h"

extern const embedded_t cli_page[]; /* page.html: what stands before the title */

static void escape(char byte) {
    static const char specials[] = "&<>\"'";
    static const char *const names[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
    const char *special = strchr(specials, byte);
    special == NULL ? putchar(byte) : fputs(names[special - specials], stdout);
}

/* Without marks: for attributes and the title. */
static void plain(const char *text) {
    char *clean = text_clean(text);
    for (const char *at = clean; *at != '\0'; at++) {
        escape(*at);
    }
    free(clean);
}

/* Words between the marks are lit up, each mark element being closed where it was opened. */
void html_text(const char *text) {
    char *clean = text_clean(text);
    int lit = 0;
    for (const char *at = clean; *at != '\0';) {
        int mark = text_mark(at);
        if (mark == 0) {
            escape(*at++);
            continue;
        }
        fputs(mark > 0 && !lit ? "<mark>" : mark < 0 && lit ? "</mark>" : "", stdout);
        lit = mark > 0;
        at += MARK_SIZE;
    }
    fputs(lit ? "</mark>" : "", stdout);
    free(clean);
}

void html_head(const char *title) {
    fputs(cli_page[0].text, stdout);
    fputs("<title>", stdout);
    plain(title);
    fputs("</title>\n</head>\n<body>\n", stdout);
}

void html_foot(void) {
    fputs("</body>\n</html>\n", stdout);
}

/* Where a text came from can be followed, but to the web only. */
static int is_link(const char *text) {
    return (strncmp(text, "https://", 8) == 0 || strncmp(text, "http://", 7) == 0) &&
           text[strcspn(text, " \n")] == '\0';
}

static void text_or_link(const char *text) {
    if (text == NULL || !is_link(text)) {
        html_text(text);
        return;
    }
    fputs("<a rel=\"noopener noreferrer\" href=\"", stdout);
    plain(text);
    fputs("\">", stdout);
    plain(text);
    fputs("</a>", stdout);
}

void html_field(const char *label, const char *text) {
    printf("<div class=\"field\"><span>%s</span> ", label);
    text_or_link(text);
    fputs("</div>\n", stdout);
}

/* Days and ids of facts are not to be broken at their hyphens. */
static int is_whole(const char *text) {
    enum { LONGEST = 60 };
    return text != NULL && strcspn(text, " \n") == strlen(text) && strlen(text) <= LONGEST;
}

static void begin(output_t *out, const cell_t *cells, int count) {
    (void)out;
    fputs("<table>\n<thead><tr>", stdout);
    for (int i = 0; i < count; i++) {
        fputs("<th scope=\"col\">", stdout);
        html_text(cells[i].name);
        fputs("</th>", stdout);
    }
    fputs("</tr></thead>\n<tbody>\n", stdout);
}

static void row(output_t *out, const cell_t *cells, int count) {
    (void)out;
    fputs("<tr>", stdout);
    for (int i = 0; i < count; i++) {
        int number = cells[i].type == SCODB_INTEGER || cells[i].type == SCODB_REAL;
        fputs(number ? "<td class=\"number\">" : is_whole(cells[i].text) ? "<td class=\"whole\">" : "<td>", stdout);
        text_or_link(cells[i].text);
        fputs("</td>", stdout);
    }
    fputs("</tr>\n", stdout);
}

static void end(output_t *out) {
    (void)out;
    fputs("</tbody>\n</table>\n", stdout);
}

const writer_t html_writer = {begin, row, end};
