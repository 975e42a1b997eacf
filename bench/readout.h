/* One invented readout, and the facts that it states. */
#ifndef SCODB_BENCH_READOUT_H
#define SCODB_BENCH_READOUT_H

#include "realm.h"

enum {
    GOLD_PEOPLE,
    GOLD_MEETINGS,
    GOLD_ATTENDANCE,
    GOLD_SPEECH,
    GOLD_PROPOSALS,
    GOLD_ADOPTIONS,
    GOLD_MEMBERSHIP,
    GOLD_KINDS
};
extern const char *const gold_names[GOLD_KINDS];

typedef struct actor {
    const phrase_t *party; /* row of states or officials */
    phrase_t role;
    char full[128], last[128];
    int she, named; /* named: bits of the forms in the text, 1 full, 2 last */
    int attends;    /* has a row of attendance */
} actor_t;

enum { CAST = 40, OPEN_MARKS = 8, OPEN_NAMES = 8 };

typedef struct readout {
    const realm_t *realm;
    uint64_t random;
    char id[16], published[16];
    phrase_t publisher;
    buffer_t title, text;
    buffer_t gold[GOLD_KINDS]; /* JSON rows, each ended by ",\n" */

    /* Below: for the making of it. */
    size_t target;
    int bilateral, phone;
    const phrase_t *organization; /* which meets, or which two sides speak of */
    const phrase_t *host;         /* state where it takes place */
    phrase_t place;
    day_t date;
    int ordinal, days_later; /* number shown, or 0; from the meeting to publication */
    actor_t cast[CAST];
    int people;
    int who[128]; /* by the letter of the slot: index into cast */
    int introduced[CAST], introduced_count;
    const phrase_t *standing; /* state that X.state shows where no person is meant */
    expansion_t expansion;
    struct {
        char kind;
        size_t start;
    } marks[OPEN_MARKS];
    int open;
    char *names[OPEN_NAMES]; /* of the undertakings in the open stretch */
    int name_count;
    char action[24];
} readout_t;

size_t readout_size(const realm_t *realm, uint64_t index); /* that readout number index is meant to have */

/* Makes readout number index, about size bytes long. Memory of out is used again; all zeros before the first. */
void readout_make(const realm_t *realm, uint64_t index, size_t size, readout_t *out);
void readout_free(readout_t *readout);

#endif
