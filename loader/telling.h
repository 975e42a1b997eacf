/* Reported speech as it is read, sentence by sentence: shared by relate_speech.c (reports) and goes_on.c (the sentences
 * behind them that have none). */
#ifndef SCODB_LOADER_TELLING_H
#define SCODB_LOADER_TELLING_H

#include "reports.h"

typedef struct telling {
    relate_t *r;
    speaker_t speaker;       /* of the last words */
    int paragraph;           /* in which they stand */
    bool going_on;           /* the sentence before was somebody's words */
    bool listing;            /* the points of a list may follow: "She proposed:" */
    const item_t *announced; /* its verb, if it has one */
    speaker_t person;        /* named last as a subject: whom "he" means */
} telling_t;

void went_on(telling_t *t, speaker_t speaker, const line_t *line); /* the line holds words of the speaker */

/* ---- goes_on.c ---- */

/* True if the line may go on with the words before it: in their paragraph, as a point of their list, for their state. */
bool may_go_on(const telling_t *t, const line_t *line);
bool speaks_for_state(const telling_t *t, const line_t *line); /* "China welcomes", within words of China's minister */
bool read_on(telling_t *t, int number, bool may);              /* makes it a statement, if it is one */
void read_account(telling_t *t, int number);                   /* the narrator's: who acts, and what it announces */

#endif
