/* Which of many names come near to one that does not exist: those that differ by few letters, or in which a word does. */
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "cli.h"

enum { LONGEST = 64 }; /* bytes that are compared */

/* In small letters, without accents; to free. What is no UTF-8 stays as it is. */
static char *fold(const char *text) {
    utf8proc_uint8_t *folded = NULL;
    utf8proc_option_t how = UTF8PROC_NULLTERM | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK;
    utf8proc_ssize_t size = utf8proc_map((const utf8proc_uint8_t *)text, 0, &folded, how);
    return size < 0 ? or_stop(strdup(text)) : (char *)folded;
}

/* How many bytes to add, drop or change to make one of the other. */
static size_t distance(const char *a, size_t a_size, const char *b, size_t b_size) {
    size_t row[LONGEST + 1]; /* distances of the first i bytes of a to each beginning of b */
    a_size = a_size < LONGEST ? a_size : LONGEST;
    b_size = b_size < LONGEST ? b_size : LONGEST;
    for (size_t j = 0; j <= b_size; j++) {
        row[j] = j;
    }
    for (size_t i = 1; i <= a_size; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b_size; j++) {
            size_t changed = diagonal + (a[i - 1] != b[j - 1]),
                   shorter = (row[j] < row[j - 1] ? row[j] : row[j - 1]) + 1;
            diagonal = row[j];
            row[j] = changed < shorter ? changed : shorter;
        }
    }
    return row[b_size];
}

/* Of the whole name, or of the likest of its words, which counts one more. */
static size_t least_distance(const char *wanted, const char *name) {
    size_t wanted_size = strlen(wanted), least = distance(wanted, wanted_size, name, strlen(name));
    for (const char *word = name; *word != '\0';) {
        size_t size = strcspn(word, " _-"), apart = distance(wanted, wanted_size, word, size) + 1;
        least = apart < least ? apart : least;
        word += size + (word[size] != '\0');
    }
    return least;
}

void near_begin(near_t *near, const char *wanted) {
    *near = (near_t){.wanted = fold(wanted)};
}

static int known(const near_t *near, const char *shown) {
    for (int i = 0; i < NEAR_NAMES && near->names[i] != NULL; i++) {
        if (strcmp(near->names[i], shown) == 0) {
            return 1;
        }
    }
    return 0;
}

void near_try(near_t *near, const char *name, const char *shown) {
    char *folded = fold(name);
    size_t limit = strlen(near->wanted) / 3 + 1, apart = least_distance(near->wanted, folded);
    int at = NEAR_NAMES;
    free(folded);
    while (at > 0 && (near->names[at - 1] == NULL || apart < near->apart[at - 1])) {
        at--;
    }
    if (apart > limit || at == NEAR_NAMES || known(near, shown)) {
        return;
    }
    free(near->names[NEAR_NAMES - 1]);
    memmove(near->names + at + 1, near->names + at, (size_t)(NEAR_NAMES - 1 - at) * sizeof *near->names);
    memmove(near->apart + at + 1, near->apart + at, (size_t)(NEAR_NAMES - 1 - at) * sizeof *near->apart);
    near->names[at] = or_stop(strdup(shown));
    near->apart[at] = apart;
}

char *near_end(near_t *near, const char *otherwise) {
    char **names = near->names;
    char *text = names[0] == NULL   ? make_text("; %s", otherwise)
                 : names[1] == NULL ? make_text("; is it '%s'?", names[0])
                 : names[2] == NULL ? make_text("; is it '%s' or '%s'?", names[0], names[1])
                                    : make_text("; is it '%s', '%s' or '%s'?", names[0], names[1], names[2]);
    for (int i = 0; i < NEAR_NAMES; i++) {
        free(names[i]);
    }
    free(near->wanted);
    return text;
}
