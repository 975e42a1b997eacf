/* Rules written in a test, run over a sentence. The lexicon: Kazakhstan, China, South Korea: state; President, Prime
 * Minister: role; May: month; said: say, say_that. */
#ifndef SCODB_TESTS_RULE_FIXTURE_H
#define SCODB_TESTS_RULE_FIXTURE_H

#include "match.h"

extern lexicon_t lexicon;
extern rules_t rules;
extern arena_t *arena;

void rules_set_up(void);
void rules_tear_down(void);

/* Reads a rules file of that text (' stands for "); returns what was wrong, "" if nothing. */
const char *rules_from(const char *json);
const char *rule_from(const char *pattern); /* the same for one rule that is called r and makes "thing" */

const char *frozen(void); /* after the last of these; returns what was wrong */

/* The sentence as the stages leave it: "He met [r: Askar Zhumin]", parts after the rule's name: [r name=Askar: ...]. */
const char *matched(const char *sentence);

#endif
