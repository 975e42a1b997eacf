/* A record: a line of JSON Lines that holds a document. */
#ifndef SCODB_LOADER_RECORD_H
#define SCODB_LOADER_RECORD_H

#include "facts.h"
#include "json.h"

/* Decodes the text of a document that is no page, as text_decode does. */
int document_text(const char *bytes, size_t size, const char *encoding, arena_t *arena, document_t *out,
                  char why[LIMIT_WHY]);

/* Reads a line of size bytes, a NUL behind them. Returns 0, or -1 with what is wrong in fault. */
int record_read(const char *line, size_t size, arena_t *arena, document_t *out, fault_t *fault);

#endif
