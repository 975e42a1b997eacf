/* Files that embed.py built into a program, in the order of their names as given; the last has name NULL. */
#ifndef SCODB_EMBEDDED_H
#define SCODB_EMBEDDED_H

#include <stddef.h>

typedef struct embedded {
    const char *name; /* without folder, with ending */
    const char *text; /* NUL-terminated */
    size_t size;      /* bytes, the NUL not counted */
} embedded_t;

#endif
