/* What direct and reported speech share: who speaks, and the statement that is made of it. */
#ifndef SCODB_LOADER_SPEECH_H
#define SCODB_LOADER_SPEECH_H

#include "relate.h"

typedef struct speaker {
    enum { SPEAKER_NONE, SPEAKER_PERSON, SPEAKER_PARTY, SPEAKER_GROUP } kind;
    int index; /* facts person or party */
} speaker_t;

static const speaker_t nobody = {SPEAKER_NONE, NONE};

/* What an item is as the subject of a reporting verb. last: the person spoken of before, for he and she. */
speaker_t speaker_at(relate_t *r, const item_t *item, speaker_t last);

/* The subject of the verb at items[i] of line number, looking left; SPEAKER_NONE if there is none before stop. */
speaker_t subject_of(relate_t *r, int number, int i, int stop, speaker_t last);

const verb_t *verb_of(const relate_t *r, const item_t *verb); /* that an item is, or NULL */

/* Adds tokens [first, last) as a statement, if there is anything in it. spoken: SPOKEN_QUOTED or SPOKEN_TOLD. verb: the
 * item of the reporting verb, or NULL. */
void add_statement(relate_t *r, speaker_t speaker, uint8_t spoken, const item_t *verb, int first, int last,
                   const char *rule);

/* "the Authority (of ECOWAS)": the facts party of the organization named behind or, failing that, last before; NONE if the
 * item is no such word. */
int body_at(relate_t *r, const item_t *item);

/* "It decided to create a fund" behind words of an organization: its facts party; NONE otherwise. Once all speech is read. */
int party_of_it(const relate_t *r, const line_t *line);

/* quotes.c: direct speech. Marks the tokens of quotations in r->spoken and adds their statements. */
void relate_quotes(relate_t *r);
bool begins_quote(const relate_t *r, int token); /* at a token, or at the next behind its mark; once these are marked */
bool has_quote(const relate_t *r, int first, int last);

#endif
