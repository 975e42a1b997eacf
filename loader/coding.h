/* What a statement does and is about, from the words that events.json and topics.json list (docs/coding.md). */
#ifndef SCODB_LOADER_CODING_H
#define SCODB_LOADER_CODING_H

#include "relate.h"

/* Sets category and topics of a statement, whose words are tokens [first, last) and whose reporting verb is tokens
 * [verb, verb_end), none if they are equal. act: its speech_act_number. */
void code_statement(relate_t *r, statement_t *statement, int act, int verb, int verb_end, int first, int last);

#endif
