/* Text in XML. */
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "export.h"

/* XML 1.0 has no way to write these. */
static int is_barred(utf8proc_int32_t point) {
    return point < 0 || (point < 0x20 && point != '\t' && point != '\n' && point != '\r') || point == 0xfffe ||
           point == 0xffff;
}

char *xml_clean(const char *text) {
    char *copy = or_stop(malloc(3 * strlen(text) + 1)), *end = copy; /* a byte becomes three at most */
    while (*text != '\0') {
        utf8proc_int32_t point;
        utf8proc_ssize_t bytes = utf8proc_iterate((const utf8proc_uint8_t *)text, -1, &point);
        size_t size = bytes > 0 ? (size_t)bytes : 1;
        if (bytes <= 0 || is_barred(point)) {
            end = stpcpy(end, "\xef\xbf\xbd");
        } else {
            memcpy(end, text, size);
            end += size;
        }
        text += size;
    }
    *end = '\0';
    return copy;
}

void xml_text(const char *text) {
    char *clean = xml_clean(text);
    for (const char *at = clean; *at != '\0';) {
        utf8proc_int32_t point;
        utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)at, -1, &point);
        if (strchr("<>&\"", *at) != NULL || json_hides(point)) {
            printf("&#%d;", (int)point);
        } else {
            fwrite(at, 1, (size_t)size, stdout);
        }
        at += size;
    }
    free(clean);
}
