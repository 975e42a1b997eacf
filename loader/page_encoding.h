/* What a page declares of its encoding. */
#ifndef SCODB_LOADER_PAGE_ENCODING_H
#define SCODB_LOADER_PAGE_ENCODING_H

#include <stddef.h>

typedef struct declared {
    char label[64];       /* as the page has it; empty: it declares nothing */
    const char *encoding; /* for iconv; NULL: no label of the web */
} declared_t;

/* The first <meta> that declares an encoding, else the XML declaration. A byte-order mark is not looked for. */
declared_t page_declared(const char *bytes, size_t size);

#endif
