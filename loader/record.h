/* A record: a line of JSON Lines that holds a document. */
#ifndef SCODB_LOADER_RECORD_H
#define SCODB_LOADER_RECORD_H

#include "facts.h"
#include "json.h"

/* Reads a line of size bytes, a NUL behind them. Returns 0, or -1 with what is wrong in fault. */
int record_read(const char *line, size_t size, arena_t *arena, document_t *out, fault_t *fault);

#endif
