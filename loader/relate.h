/* From items to facts: one file for each kind of fact, and who is who within the document.
 *
 *     relate.c              what all share; the order in which the others run
 *     leads.c               where in the text a pass has something to do
 *     dates.c               days and years
 *     relate_people.c       who is who; relate_offices.c: what somebody is called
 *     relate_meetings.c     occasions; naming.c: what they are called; relate_settings.c: their days and places
 *     relate_attendance.c   who came; relate_list.c: lists of participants; attending.c: the rows
 *     quotes.c              direct speech
 *     relate_speech.c       reported speech; goes_on.c: sentences that go on with it
 *     reports.c             which reporting verb carries words, and how far they reach
 *     speech.c              who speaks, and the statement made of it; coding.c: its category and topics
 *     phrases.c             noun phrases for things; details.c: how much, when, for whom
 *     relate_proposals.c, relate_adoptions.c, relate_membership.c
 *     relate_keys.c         keys across documents
 *     relate_unknowns.c     names that nothing above has made anything of */
#ifndef SCODB_LOADER_RELATE_H
#define SCODB_LOADER_RELATE_H

#include <string.h>

#include "analysis.h"

/* What is known of a person beyond the fact, while the document is read. */
typedef struct profile {
    int figure;          /* in lexicon->people, or NONE */
    int party;           /* for which the person stands (index in facts), or NONE */
    const char *rank;    /* of the office, or NULL */
    const char *surname; /* folded */
    const char *given;   /* first word of the name, folded */
    const char *last;    /* last word of the key */
    int words;           /* of the key */
    int office;          /* in facts->offices, or NONE */
    int token;           /* of the first mention with a title or in full */
} profile_t;

/* A name as it stands in the document. */
typedef struct name {
    const char *text;
    const char *key; /* folded, with one spelling for several */
    int words;       /* of the key */
} name_t;

/* An item that the whole text is searched for again and again, and its line. */
typedef struct item_ref {
    const item_t *item;
    int line;
    uint16_t kind;  /* of the item */
    bool semicolon; /* it is one */
} item_ref_t;

/* A meeting as the document builds it up, beside facts->meetings. */
typedef struct occasion {
    int organization;    /* lexicon party, or NONE */
    int series;          /* lexicon series, or NONE */
    const char *session; /* folded words that tell it from others: restricted, expanded, plus; "" if none */
    const char *kind;    /* folded noun: summit, forum, banquet */
    const char *topic;   /* folded: what else its name says */
    const int *sides;    /* facts parties of talks that are named after them */
    int side_count;      /* 0: of others */
    int line;            /* in which it is named first */
    int again;           /* of talks named after their sides: the next line that tells of them, 0: none */
    bool remote;         /* by video link: at no place */
} occasion_t;

typedef struct relate {
    const analysis_t *a;
    const lexicon_t *lexicon;
    arena_t *arena;
    facts_t *out;
    const char *today;          /* day of publication or, failing that, the first full date of the text; NULL */
    int *party_of;              /* lexicon party -> facts party, or NONE */
    LIST(int) known_parties;    /* beside facts->parties: lexicon party, or NONE */
    int group;                  /* facts party of the group, or NONE */
    LIST(item_ref_t) refs;      /* all that name somebody, something or a day, in the order of the text */
    int *line_refs;             /* by line: its first ref; one more at the end */
    int *found;                 /* of refs: see find_refs */
    bool semicolons;            /* there are some in the text */
    const uint16_t *signs;      /* by kind: see leads.h */
    unsigned *line_signs;       /* by line: of all its items, SIGN_REMOTE of those inside of mentions too */
    int *line_things;           /* by line: its last item that is or holds a SIGN_THING, 0: none */
    map_t *name_numbers;        /* by how it stands: name + 1 */
    LIST(name_t) names;
    map_t *scratch;             /* of the pass in work, which clears it first */
    LIST(lead_t) leads;         /* in the order of the text; the last is none, of a line behind the last */
    int *led;                   /* of leads: see leads_to */
    int *line_leads;            /* by line: its first lead; one more at the end */
    LIST(profile_t) profiles;   /* beside facts->people */
    int *person_of_token;       /* by the first token of a name: person + 1 */
    int list_role;              /* office that the head of a list gives (lexicon role) */
    const item_t *list_last;    /* what stands before in the list */
    const item_t *list_who;     /* the person named before */
    bool list_shared;           /* and that the next in the list may serve the same party */
    int named_to;               /* token behind the last name that is known to mean somebody */
    LIST(occasion_t) occasions; /* beside facts->meetings */
    int current;                /* occasion told of last, or NONE */
    int *occasion_of_token;     /* by the first token of a meeting: occasion + 1 */
    int party_spoken;           /* facts party that spoke for itself last, whom "it" means; or NONE */
    int *statement_of_token;    /* by token: statement + 1 whose words it belongs to */
    int hint;                   /* of a->hints, near which the next statement is */
    unsigned forward;           /* see forward_acts */
    uint8_t *edges;             /* by token: 1 where words that may put something forward begin, or go on behind others */
    uint8_t *spoken;            /* by token: inside direct speech (SPOKEN_QUOTED) or reported words (SPOKEN_TOLD) */
} relate_t;

enum { SPOKEN_NOT, SPOKEN_QUOTED, SPOKEN_TOLD };

/* CLASSES_OF(CLASS_state, CLASS_org) */
#define CLASSES_OF(...)                                                                                                \
    classes_of((const class_id_t[]){__VA_ARGS__}, sizeof((const class_id_t[]){__VA_ARGS__}) / sizeof(class_id_t))
static inline classes_t classes_of(const class_id_t *ids, size_t count) {
    classes_t set = {{0}};
    for (size_t i = 0; i < count; i++)
        set.bits[ids[i] / 64] |= 1ull << (ids[i] % 64);
    return set;
}

/* Moves low on to the first in [low, high) of a sorted list that is not before what is looked for, high if all are: before
 * says it of the one at middle. Halved without a branch, which would be guessed wrong every other time. */
#define PASS(low, high, middle, before)                                                                                \
    for (int left_ = (high) - (low), half_, middle; left_ > 0; left_ -= half_) {                                       \
        half_ = (left_ + 1) / 2;                                                                                       \
        middle = (low) + half_ - 1;                                                                                    \
        (low) += (before) ? half_ : 0;                                                                                 \
    }

static inline bool classes_meet(const uint64_t *one, const uint64_t *other) {
    uint64_t both = 0;
    for (int i = 0; i <= CLASS_KNOWN / 64; i++)
        both |= one[i] & other[i];
    return both != 0;
}

/* Whether an item of a kind is any of these. */
static inline bool kind_is_any(const relate_t *r, uint16_t kind, classes_t classes) {
    return classes_meet(r->a->classes[kind].bits, classes.bits);
}
static inline bool is_any(const relate_t *r, const item_t *item, classes_t classes) {
    return kind_is_any(r, item->kind, classes);
}

/* Whether an item of the line has one of these signs: asked before its items are looked at one by one. */
static inline bool has_sign(const relate_t *r, const line_t *line, unsigned signs) {
    return r->line_signs[line - r->a->lines.at] & signs;
}

static inline const token_t *token_at(const relate_t *r, int i) {
    return &r->a->tokens.list.at[i];
}

/* Whether a token is this word (WORDS), or this ASCII mark. */
static inline bool token_is(const relate_t *r, int token, uint32_t word) {
    return token >= 0 && token < r->a->tokens.list.count && token_at(r, token)->word == word;
}

/* The word that an item is, 0 if it is none, not in the vocabulary, or more than one. */
static inline uint32_t word_of(const relate_t *r, const item_t *item) {
    return !item->mention && item->last == item->first + 1 ? token_at(r, item->first)->word : 0;
}

static inline bool is_word(const relate_t *r, const item_t *item, uint32_t word) {
    return word_of(r, item) == word;
}

/* Whether an item is one of some words: WORD_BIT(WORD_of) | WORD_BIT(WORD_in). */
#define WORD_BIT(word) (1ull << ((word)-WORD_FIRST))
_Static_assert(WORD_END - WORD_FIRST <= 64, "one bit for each word");
static inline bool is_one_of(uint32_t word, uint64_t words) {
    return word >= WORD_FIRST && word < WORD_END && words >> (word - WORD_FIRST) & 1;
}
static inline bool is_word_of(const relate_t *r, const item_t *item, uint64_t words) {
    return is_one_of(word_of(r, item), words);
}

/* The character of a token that is a mark, else 0. */
static inline char mark_at(const relate_t *r, int token) {
    if (token >= r->a->tokens.list.count)
        return 0;
    const token_t *t = token_at(r, token);
    return t->shape == SHAPE_Punct ? r->a->document->text[t->start] : 0;
}

/* ---- relate.c ---- */

evidence_t evidence_of(const relate_t *r, int first, int last, const char *rule); /* of tokens [first, last) */
int party_index(relate_t *r, int lexicon_party);                                  /* facts party, made if new */
int party_group(relate_t *r);
int lexicon_party_of(const relate_t *r,
                     const item_t *item); /* that an item names (state, demonym, organization), or NONE */
const char *party_code(const relate_t *r, int party);
const char *folded(const relate_t *r, const char *text);
/* True if what the item at i tells did not happen: not, refused to before it, was rejected behind it. */
bool is_undone(const relate_t *r, const line_t *line, int i);

/* The verb of adopting that an item is or, as a report, holds; NULL if none. passive: whether what was adopted stands left. */
const item_t *verb_of_action(const relate_t *r, const line_t *line, int i, bool *passive);
static inline const item_t *action_at(const relate_t *r, const line_t *line, int i, bool *passive) {
    return is_any(r, &line->items[i], CLASSES_OF(CLASS_action, CLASS_report)) ? verb_of_action(r, line, i, passive) : NULL;
}
static inline report_mode_t report_mode(const item_t *item) {
    return item->mention ? item->mention->rule->mode : MODE_none;
}
static inline bool is_by_group(const item_t *report) {
    return report->mention && report->mention->rule->by_group;
}
const char *set_of(const item_t *item, const char *key); /* a property of the rule that made the item, or NULL */

const item_t *leaf_in(const relate_t *r, span_t span, unsigned class); /* the first of a class, however deep, or NULL */
/* The verb that a report or cue names, or NULL. */
static inline const item_t *verb_in(const item_t *report) {
    span_t verb = mention_part(report->mention, CAP_verb);
    return verb.count ? verb.at : NULL;
}
static inline bool verb_is(const relate_t *r, const item_t *report, unsigned class) {
    const item_t *verb = verb_in(report);
    return verb && is_a(r->a, verb, class);
}
/* What the rules of 80_reports.json made. */
static inline bool is_report(const relate_t *r, const item_t *item) {
    return item->mention && is_a(r->a, item, CLASS_report);
}
int item_of_token(const line_t *line, int token);                      /* the item of a line that a token lies in */
int word_count(const char *text);                                      /* words with one blank between them */
void add_form(const relate_t *r, strings_t *forms, const char *form);  /* unless it is there */

void sort_strings(strings_t *list);                                    /* bytewise */

int behind_articles(const relate_t *r, const line_t *line, int i); /* the first item from i on that is no article */
/* The item left of i that is no adverb and no form of "have"; stop if there is none. */
int before_auxiliaries(const relate_t *r, const line_t *line, int i, int stop);
int first_ref(const relate_t *r, int token); /* of those that begin at a token or behind it; refs.count if none */

/* Puts the refs that are any of these, or semicolons as well, into r->found; returns how many. */
int find_refs(relate_t *r, classes_t classes, bool semicolons);
/* Calls visit for each of the refs that are any of these. */
typedef void visit_t(relate_t *r, const item_t *item, int line);
void each_item(relate_t *r, classes_t classes, visit_t *visit);


/* ---- leads.c ---- */

void find_leads(relate_t *r); /* once the lines stay as they are: relate_date_line may cut the first */
/* Puts the leads to any of these into r->led; returns how many. */
int leads_to(relate_t *r, unsigned to);
/* The first lead of a line at its items[i] or behind it. The leads of a line end where lead->line is another. */
const lead_t *lead_from(const relate_t *r, int line, int i);
static inline const lead_t *first_lead(const relate_t *r, int line) {
    return &r->leads.at[r->line_leads[line]];
}

/* ---- dates.c ---- */

void relate_date_line(relate_t *r);                                   /* the day of publication */
void relate_today(relate_t *r);                                       /* for want of that, the first day that is told */
const char *day_beside(const relate_t *r, const char *day, int days); /* so many days later; NULL if day is NULL */
const char *date_of(const relate_t *r, const item_t *item); /* ISO day of a date item, NULL if it gives none */

/* ---- relate_people.c ---- */

void relate_people(relate_t *r);
int person_at(const relate_t *r, const item_t *item);          /* whom an item means, by name or by office, or NONE */
int person_in_office(const relate_t *r, const item_t *office); /* the same, though named only later, as by a headline */
void person_serves(relate_t *r, int person, int party);        /* learned later: the party of somebody's office */

/* ---- relate_meetings.c ---- */

/* The occasion that a meeting item means; with make, a new one if it means none so far; else NONE. */
int occasion_of(relate_t *r, const item_t *item, int line, bool make);
/* The occasion that is told of at a token without its name: the one told of last, or, where that is between two or there is
 * none, the last meeting that was named. NONE if there is neither. */
int occasion_before(relate_t *r, int token);
bool meeting_is_bare(const relate_t *r, const item_t *item); /* it says nothing that would make it one of a series */
int occasion_among(relate_t *r, const int *sides, int count, int line, const item_t *cue); /* sides: facts parties */
int occasion_unnamed(relate_t *r, int line, const item_t *cue); /* of so many that it is not named after them */
void relate_meetings_finish(relate_t *r);                       /* dates, places, names, keys */

/* ---- relate_settings.c ---- */

void relate_settings(relate_t *r);

/* ---- relate_attendance.c ---- */

void relate_attendance(relate_t *r);

/* ---- relate_speech.c and what rests on it ---- */

void relate_speech(relate_t *r);
void relate_proposals(relate_t *r);
unsigned forward_acts(void); /* speech acts that put something forward: one bit each, by speech_act_number */
void relate_adoptions(relate_t *r);
void relate_membership(relate_t *r);

/* ---- relate_keys.c ---- */

void relate_unknowns(relate_t *r);
void relate_keys(relate_t *r); /* of proposals and adoptions, across documents; when the meetings have theirs */

#endif
