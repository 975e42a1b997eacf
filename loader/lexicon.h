/* The words of the world: which terms there are, of which classes, and what they stand for. Read from lexicon/ (all of it
 * data), indexed for longest match over tokens. */
#ifndef SCODB_LOADER_LEXICON_H
#define SCODB_LOADER_LEXICON_H

#include "loader.h"
#include "token.h"

/* The classes that the code refers to. Rules and word lists add others by name. */
#define CLASSES(X)                                                                                                     \
    X(state) X(demonym) X(org) X(organ) X(person) X(surname) X(place) X(role) X(roles) X(rolehead) X(rolemod)          \
    X(say_that) X(say_np) X(say_to) X(say_ask) X(say_for) X(say_of) X(say_quote) X(say_ing) X(say) X(meetkind)         \
    X(session) X(instrument) X(undertaking) X(month) X(weekday) X(relday) X(ordinal) X(cardinal) X(multiplier)         \
    X(currency) X(honorific) X(particle) X(opener) X(action) X(date) X(years) X(proper) X(office) X(who) X(meeting)    \
    X(meeting_again) X(head) X(delegation) X(group) X(cue) X(report) X(he) X(they) X(dialogueconj) X(observerword)     \
    X(guestword) X(statusword) X(propose) X(commit) X(invite) X(need) X(verb) X(do) X(light) X(collects) X(article)    \
    X(opens_noun) X(ends_noun) X(keeps_noun) X(weakthing) X(twosided) X(goingon) X(negation) X(undone) X(side)         \
    X(announcing) X(groupnoun) X(him) X(titled) X(remote) X(apart) X(unit) X(told) X(adverb) X(be) X(have) X(modal)    \
    X(standing) X(anyone) X(creates) X(generalthing) X(comesabout) X(base) X(body) X(offer) X(offered) X(it) X(his) X(leads)    \
    X(vague) X(sameday) X(absent) X(press) X(noble) X(sitting) X(elsewhere) X(beside) X(topic) X(signal) X(helps)      \
    X(delegate) X(recipient) X(benefits) X(timeunit) X(daybefore) X(dayafter)
typedef enum class_id {
    CLASS_none,
#define X(name) CLASS_##name,
    CLASSES(X)
#undef X
        CLASS_KNOWN
} class_id_t;

enum { CLASS_MAX = 1024, CLASS_WORDS = CLASS_MAX / 64 };

typedef struct class_set {
    uint64_t bits[CLASS_WORDS];
} class_set_t;

static inline bool class_set_has(const class_set_t *set, unsigned id) {
    return set->bits[id / 64] >> (id % 64) & 1;
}

typedef struct series {
    int organization;  /* in parties */
    const char *name;  /* of the organ */
    const char *label; /* short stable key of its meetings */
} series_t;

typedef struct tenure {
    const char *role;
    int party;
    const char *from, *to; /* ISO dates, half-open, to the precision known; NULL: open */
} tenure_t;

typedef struct figure {
    const char *name, *surname;
    LIST(tenure_t) terms;
} figure_t;

typedef struct role_entry {
    const char *name, *rank;
} role_entry_t;

typedef struct verb {
    const char *name, *act;
    int act_number;     /* speech_act_number of act, NONE if the database takes no such (lint says so) */
    uint32_t bare_word; /* by which its form without an ending begins; 0 if an adverb or a word with a hyphen does */
} verb_t;

/* What a statement may be about. */
typedef struct topic {
    const char *name, *note;
    int64_t place; /* among the names of all, sorted bytewise */
} topic_t;

typedef struct language {
    const char *code, *name; /* of ISO 639, in English */
} language_t;

/* A category for statements with certain signals. The first of an act that fits counts. */
typedef struct event_rule {
    uint64_t verb, words; /* signals that the reporting verb, and what is said, must hold: one bit each */
    const char *category; /* NULL: none */
} event_rule_t;

/* Words that tell what the text around them is about (CLASS_topic) or does (CLASS_signal). They are no items: no rule
 * sees them, and they may lie inside other terms. */
typedef struct hint {
    int first, last; /* tokens [first, last) */
    uint16_t class;
    int entity; /* in topics or signals */
} hint_t;
typedef LIST(hint_t) hints_t;

typedef struct lexicon_party {
    party_t party; /* forms unused */
    int parent;    /* of an organ: its organization, or NONE */
    int summit;    /* in series: what a bare summit of it is, or NONE */
} lexicon_party_t;

typedef struct place {
    const char *name;
    int state;    /* in parties */
    bool capital;
} place_t;

/* One meaning of a term. */
typedef struct sense {
    uint32_t class; /* wide enough to leave no padding, whose bytes would differ in each image (freeze.h) */
    uint32_t caps, upper; /* the tokens that must be written with a capital, in capitals: one bit each */
    int entity;           /* index into the list of its class, or the value (month, number, days) */
} sense_t;

typedef struct term {
    int first, count; /* in the senses of the lexicon */
    uint16_t kind, plain; /* kinds: with all senses, with those alone that need no capitals */
    uint32_t caps, upper; /* what the proper senses need, all together */
    uint32_t last;        /* its last word */
} term_t;

typedef struct folding {
    const char *from, *to;
    uint64_t parts; /* of from: no text without these holds it */
    int64_t next;   /* of a spelling: another that begins with the same letter + 1, 0: none */
} folding_t;

typedef struct trie_slot trie_slot_t;

typedef struct trie_node {
    uint64_t inner;       /* longer terms go on, with words that have these last six bits */
    int term;             /* that ends here, 0: none */
    uint16_t kind : 15;   /* of the term; as it is without capitals, if they count */
    uint16_t cased : 1;   /* they do */
    int8_t topic, signal; /* hints that end here: HINT_NONE, else HINT_FIRST + entity; negative: if written so */
} trie_node_t;
_Static_assert(sizeof(trie_node_t) == 16, "none lies in two lines of the cache");
enum { HINT_NONE, HINT_BLANK, HINT_FIRST }; /* blank: words that tell nothing */

enum { TOPICS_MAX = 62, SIGNALS_MAX = 64, ACTS_MAX = 16 };

typedef struct lexicon {
    arena_t *arena;
    arena_t *scratch; /* for the form in work */
    vocab_t *vocab;
    cutting_t cutting;
    LIST(lexicon_party_t) parties;
    LIST(series_t) series;
    LIST(figure_t) people;
    LIST(role_entry_t) roles;
    LIST(verb_t) verbs;
    LIST(place_t) places;
    LIST(topic_t) topics;
    const char **topic_names; /* by place */
    strings_t signals;
    LIST(event_rule_t) events[ACTS_MAX]; /* by speech_act_number */
    event_rule_t eventless[ACTS_MAX]; /* all signals that they ask for, and the category where there is none of these */
    LIST(language_t) languages;
    LIST(uint32_t) english_words; /* that other languages do not have, or hardly */
    uint8_t *english;             /* by word: 1 if it is one of these */
    LIST(uint32_t) abbreviations; /* words after which a full stop ends no sentence */
    strings_t kinds_of_things; /* meetkind, instrument, undertaking, currency: names by entity */
    LIST(folding_t) foldings;  /* of transliteration, in order */
    LIST(folding_t) spellings; /* of whole words: one of several, or "" for one that tells nothing apart */
    int spelling_of[32];       /* by the first letter of a word, its last five bits: spelling + 1 that may be meant, 0: none */
    strings_t classes;       /* names by id */
    class_set_t made;        /* the classes that some word or rule gives */
    LIST(class_set_t) kinds; /* by kind; kind 0 is the empty set */
    LIST(uint16_t) kinds_before;     /* by kind: the one made before it whose set has the same hash, 0: none */
    uint16_t *newest_kind;   /* by hash of a set: the kind made last, 0: none */
    LIST(term_t) terms;      /* term 0 is none */
    LIST(sense_t) senses;    /* those of a term together */
    trie_slot_t *trie;       /* (node, word) -> node */
    uint32_t trie_mask, trie_used;
    LIST(trie_node_t) nodes; /* node 0 is the root; once frozen it is empty, and those of first words have their numbers */
} lexicon_t;

void lexicon_init(lexicon_t *lexicon);
void lexicon_free(const lexicon_t *lexicon);

unsigned lexicon_class(lexicon_t *lexicon, const char *name);                   /* its id, made if new; 0 if there are too many */
unsigned lexicon_known_class(const lexicon_t *lexicon, const char *name);       /* 0 if there is none */
uint16_t lexicon_kind(lexicon_t *lexicon, const class_set_t *set);              /* the set's number, made if new */

/* Adds a form of a term. proper: its capitals count. Returns another entity of the class that the form stands for
 * already, or NONE. */
int lexicon_add(lexicon_t *lexicon, const char *form, unsigned class, int entity, bool proper);
void lexicon_mean(lexicon_t *lexicon, const char *form, unsigned class, int entity); /* a proper form stands for this alone */
int lexicon_entity(const lexicon_t *lexicon, const char *word, unsigned class); /* that a single word stands for, or NONE */
bool lexicon_word_is(const lexicon_t *lexicon, uint32_t word, unsigned class); /* as a term by itself */
void lexicon_freeze(lexicon_t *lexicon); /* after the last lexicon_add, before the first lexicon_items */

/* NONE: no act is called so; "none" is that of a statement without a verb. */
int speech_act_number(const char *act);

/* The sense of a class that an item's term has, or NULL. after: the one before it in the list, NULL to begin. */
const sense_t *lexicon_sense(const lexicon_t *lexicon, const item_t *item, unsigned class, const sense_t *after);

/* ---- lexicon_items.c ---- */

/* The sentence as items: longest terms, else single tokens; Begin and End around them. Returns how many. Its hints, in the
 * order of the text, are added to hints: longest terms, none beginning inside another of its class. */
int lexicon_words(const lexicon_t *lexicon, const tokens_t *tokens, const sentence_span_t *sentence, item_t *items,
                  arena_t *arena, hints_t *hints);
/* The items alone. */
int lexicon_items(const lexicon_t *lexicon, const tokens_t *tokens, const sentence_span_t *sentence, item_t *items);

/* ---- lexicon_fold.c ---- */

bool is_ascii(const char *text);
void lexicon_freeze_foldings(lexicon_t *lexicon); /* part of lexicon_freeze */
/* The spelling that stands for a folded word, "" if it tells nothing apart; the word itself if there is only one. */
const char *lexicon_spelling(const lexicon_t *lexicon, const char *word);
/* A name without case, accents and differences of transliteration, words joined by one blank each. */
const char *lexicon_fold(const lexicon_t *lexicon, const char *text, bool transliterate, arena_t *arena);

#endif
