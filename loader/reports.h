/* Reporting verbs in a sentence: which of them carry somebody's words, and how far the words reach. */
#ifndef SCODB_LOADER_REPORTS_H
#define SCODB_LOADER_REPORTS_H

#include "speech.h"

/* A report that stands in nobody's words yet. */
bool is_open_report(const relate_t *r, const item_t *item);

bool is_several(const relate_t *r, const item_t *item);        /* the leaders, they, the Norwegian side */
bool is_passive(const relate_t *r, const line_t *line, int i); /* it was stressed that */
bool is_bare(const relate_t *r, const item_t *report);         /* without an ending: reaffirm, commit themselves to */
bool is_with_subject(relate_t *r, const line_t *line, int i);  /* "with Minister Ana Torvik calling on" */
bool is_attribution(const relate_t *r, const line_t *line, int i); /* inside or behind the words: ", he said." */

/* True if the verb can be the verb of its clause: an -ing form opens the sentence or follows a comma; a bare verb follows
 * its subject, which is several, or opens a point of what they declare; none is a noun behind an article. */
bool is_finite(relate_t *r, const line_t *line, int i);

/* "while Modi stressed": another person's words begin. stop: the report before, 0 if there is none. */
bool has_own_subject(relate_t *r, int number, int i, int stop);

/* The next report in the line that begins words of its own; line->count if there is none. */
int next_report(relate_t *r, int number, int i);

/* ---- tokens ---- */

/* The end of a sentence without the marks that close it. */
int content_end(const relate_t *r, const line_t *line);

/* Where words end that the report at next cuts off: before it, its conjunction, comma and subject. */
int end_before(const relate_t *r, const line_t *line, int next, int first);

/* Where the words of the report at i end; next: of next_report. */
int end_of_words(relate_t *r, int number, int i, int next);

#endif
