/* How each struct of facts.h is written as JSON: a table that writing (facts_write.c) and reading (facts_read.c) both
 * follow. schema/facts.schema.json describes the outcome. */
#ifndef SCODB_LOADER_FACTS_FORM_H
#define SCODB_LOADER_FACTS_FORM_H

#include <string.h>

#include "facts.h"

typedef enum field_kind {
    FIELD_STRING,  /* const char *; left out if NULL */
    FIELD_DAY,     /* the same, a day as YYYY-MM-DD */
    FIELD_STRINGS, /* strings_t; left out if empty */
    FIELD_INDEX,   /* int into the list named by to; left out if NONE */
    FIELD_COUNT,   /* int from 1; left out if 0 */
    FIELD_OFFSET,  /* uint32_t */
    FIELD_REAL     /* double; left out if 0 */
} field_kind_t;

enum { LABEL = 24 }; /* of one size, which is the fastest to copy */

/* A member of an object. */
typedef struct field {
    const char *key;
    char label[LABEL]; /* ,"key": */
    uint8_t label_size;
    field_kind_t kind;
    size_t offset;       /* in the struct */
    int needed;          /* may not be left out */
    const char *to;      /* FIELD_INDEX: key of the list */
    const char *choices; /* FIELD_STRING: |a|b|, NULL: any */
} field_t;

/* A list of facts: the key of its array, and what its elements look like. */
typedef struct form {
    const char *key;
    size_t offset; /* of the list in facts_t */
    size_t size;   /* of an element */
    const field_t *fields;
} form_t;

/* What all LISTs have in common; copied from and to them byte by byte. */
typedef struct any_list {
    void *at;
    int count, room;
} any_list_t;

enum { FACT_FORMS = 11 };
extern const form_t document_form;
extern const form_t fact_forms[FACT_FORMS]; /* the lists of facts_t, as they stand in a line */

static inline any_list_t list_of(const facts_t *facts, const form_t *form) {
    any_list_t list;
    memcpy(&list, (const char *)facts + form->offset, sizeof list);
    return list;
}

#endif
