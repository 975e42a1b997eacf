/* What the loader takes at most. Whatever is larger is refused with a line that names the limit; nothing is cut. */
#ifndef SCODB_LOADER_LIMITS_H
#define SCODB_LOADER_LIMITS_H

enum {
    MIB = 1 << 20,
    LIMIT_DOCUMENT = 16 * MIB,    /* bytes of a file, and of the text made from it */
    LIMIT_LINE = 32 * MIB,        /* bytes of a line of JSON Lines: a document with every byte escaped once */
    LIMIT_FACTS = 256 * MIB,      /* bytes of a line of facts: a document and what it says */
    LIMIT_MANIFEST = 256 * MIB,   /* bytes of a manifest.json: a million entries */
    LIMIT_NAME = 256,             /* bytes of a document's name */
    LIMIT_METADATA = 4096,        /* bytes of a title, publisher or address */
    LIMIT_RECORD_VALUES = 64,     /* JSON values in a record, its keys not counted */
    LIMIT_FACTS_VALUES = 8 << 20, /* the same in a line of facts */
    LIMIT_MANIFEST_VALUES = 8 << 20,
    LIMIT_NESTING = 16,      /* arrays and objects within each other */
    LIMIT_FOLDERS = 64,      /* folders within each other */
    LIMIT_JOBS = 256,        /* threads */
    LIMIT_HEAD = 64 * 1024,  /* bytes of a page in which its encoding is declared */
    LIMIT_DEPTH = 256,       /* elements of a page within each other */
    LIMIT_NODES = 1 << 20,   /* elements and stretches of text in a page */
    LIMIT_ATTRIBUTES = 4096, /* room for attributes of an element, which the parser doubles: a thousand and more fit */
    LIMIT_CLAIMS = 16,       /* different values that a page states of one thing; those after them are not looked at */
    LIMIT_PAGE_DATA = 64,    /* pieces of JSON-LD in a page, likewise */
    LIMIT_DATA_VALUES = 4096, /* JSON values in one of them */
    LIMIT_FLIGHT = 64 * MIB, /* bytes of text being worked on at once, one document more at most */
    LIMIT_WHY = 320          /* bytes of a reason, the NUL included */
};

#endif
