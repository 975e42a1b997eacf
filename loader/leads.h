/* Items at which a pass over the text has something to do. */
#ifndef SCODB_LOADER_LEADS_H
#define SCODB_LOADER_LEADS_H

#include "lexicon.h"

enum {
    LEAD_REPORT = 1,    /* is_report */
    LEAD_SOURCE = 2,    /* a report that follows the words or stands before them: according to */
    LEAD_PERSON = 4,    /* may mean somebody: person_at */
    LEAD_ACTION = 8,    /* is or holds a verb of adopting: action_at */
    LEAD_OFFER = 16,    /* is or holds a word that opens an undertaking */
    LEAD_STANDING = 32, /* tells who is what in an organization */
};

typedef struct lead {
    int line, item;
    unsigned to; /* LEAD_... */
} lead_t;

/* By kind of an item, what it may lead to, in memory of the lexicon, which is frozen. */
const uint8_t *leads_of_kinds(lexicon_t *lexicon);

#endif
