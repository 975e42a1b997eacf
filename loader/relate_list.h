/* Lists of people and delegations, as relate_attendance.c reads them. */
#ifndef SCODB_LOADER_RELATE_LIST_H
#define SCODB_LOADER_RELATE_LIST_H

#include "relate.h"

typedef struct attendee {
    int person, party;    /* indexes in facts, or NONE */
    const char *capacity; /* that the list gives, or NULL */
    const item_t *item;   /* where it stands */
} attendee_t;

typedef LIST(attendee_t) attendees_t;

/* What the head of a list says of those who follow. */
typedef struct standing_head {
    const char *capacity, *standing;
    int organization; /* lexicon party, or NONE */
} standing_head_t;

typedef struct walk {
    relate_t *r;
    const line_t *line;
    int number; /* of the line */
    attendees_t found;
    const char *rule; /* of the cue */
    standing_head_t head;
    int party;   /* for which those in the list came who have none of their own, or NONE */
    bool inside; /* the head stands in the list itself: a semicolon ends its reach */
} walk_t;

int party_of_side(relate_t *r, const item_t *item); /* of "the Uzbek side", or what else holds a party; NONE */
bool is_quoted(const relate_t *r, const item_t *item);
int named(const walk_t *w, const item_t *item); /* whom an item of the list means, outside quotations, or NONE */
void take_head(walk_t *w, const item_t *item);
void add_standing(relate_t *r, const attendee_t *who, const standing_head_t *head, const char *rule);
bool ends_list(const walk_t *w, int i);

/* Names to the right of a cue. one: the first name, and those that "and" joins to it. */
void walk_right(walk_t *w, int i, bool one);

/* Names to the left of a cue, up to the verb before it. nearest: only the last of them. */
void walk_left(walk_t *w, int i, bool nearest);

/* Whom "he" or "she" right before a cue means. */
void take_pronoun(walk_t *w, int i);

#endif
