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
    LEAD_CUE = 64,      /* tells that people do something: 70_cues.json */
    LEAD_NAME = 128,    /* may be a name that no word explains */
    LEAD_ANY = 255,
    /* Signs that are no leads: */
    SIGN_REF = 256,        /* it belongs to the refs (relate.h) */
    SIGN_OFFERS = 512,     /* as the verb that a mention names it leads to an offer */
    SIGN_MODAL = 1024,     /* of these classes */
    SIGN_TOLD = 2048,
    SIGN_ANNOUNCING = 4096,
    SIGN_REMOTE = 8192,
    SIGN_BEARING = 16384,  /* tells a day by another, or that a meeting was beside another */
    SIGN_THING = 32768,    /* may be the head of an undertaking's name (head_from in phrases.c) */
    SIGN_REPORTS = 65536,  /* of a line: LEAD_REPORT more than once */
};

typedef struct lead {
    int line, item;
    unsigned to; /* LEAD_... */
} lead_t;

/* By kind of an item, its leads and signs, in memory of the lexicon, which is frozen. */
const uint16_t *leads_of_kinds(lexicon_t *lexicon);

#endif
