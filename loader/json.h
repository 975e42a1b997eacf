/* Strict reading of JSON by Jansson, with the place of what is wrong. */
#ifndef SCODB_LOADER_JSON_H
#define SCODB_LOADER_JSON_H

#include <jansson.h>
#include <stdint.h>
#include <stdio.h>

#include "limits.h"

/* What is wrong with a JSON text, and where: line and column from 1, the column in characters. */
typedef struct fault {
    int line, column;
    char what[LIMIT_WHY];
} fault_t;

/* To be called once before any other use of Jansson: makes running out of memory end the program, as Jansson would
 * otherwise drop characters and call it success. */
void json_setup(void);

/* Parses a NUL-terminated text of size bytes that may hold up to values values. No key may stand twice in an object.
 * Returns NULL and fills fault if anything is wrong. */
json_t *json_read(const char *text, size_t size, size_t values, fault_t *fault);

/* Ways through the text of valid JSON, to the place of a fault. at stands at the start of a value; NULL: not there, or
 * written with escapes; from there all ways lead to NULL. */
const char *json_find_member(const char *at, const char *key); /* to the key's opening quote */
const char *json_find_value(const char *at, const char *key);  /* to the value of the key */
const char *json_find_element(const char *at, size_t index);
const char *json_next_element(const char *at); /* from one element of an array to the next */

/* Fills fault with the place of at in text and a reason; returns -1. */
int json_blame(const char *text, const char *at, fault_t *fault, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

#endif
