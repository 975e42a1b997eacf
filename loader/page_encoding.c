#include "page_encoding.h"

#include <string.h>
#include <strings.h>

#include "limits.h"

/* Encodings by the labels that pages use, with the meaning that browsers give them (WHATWG Encoding): latin1 is
 * windows-1252, gb2312 is gb18030. A page that can say utf-16 in bytes of ASCII is none, and is read as UTF-8. */
static const struct label {
    const char *encoding; /* for iconv */
    const char *labels;
} known[] = {
    {"UTF-8",
     "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 utf-16 utf-16le utf-16be unicode"},
    {"CP1252", "windows-1252 iso-8859-1 latin1 ascii us-ascii ansi_x3.4-1968 cp1252 cp819 ibm819 iso8859-1 iso88591 "
               "iso_8859-1 l1 x-cp1252"},
    {"CP1250", "windows-1250 cp1250 x-cp1250"},
    {"CP1251", "windows-1251 cp1251 x-cp1251"},
    {"CP1253", "windows-1253 cp1253 x-cp1253"},
    {"CP1254", "windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 iso88599 iso_8859-9 latin5 l5"},
    {"CP1255", "windows-1255 cp1255 x-cp1255"},
    {"CP1256", "windows-1256 cp1256 x-cp1256"},
    {"CP1257", "windows-1257 cp1257 x-cp1257"},
    {"CP1258", "windows-1258 cp1258 x-cp1258"},
    {"CP874", "windows-874 dos-874 tis-620 iso-8859-11 iso8859-11 iso885911"},
    {"CP866", "ibm866 866 cp866 csibm866"},
    {"ISO-8859-2", "iso-8859-2 iso8859-2 iso88592 iso_8859-2 latin2 l2"},
    {"ISO-8859-3", "iso-8859-3 iso8859-3 iso88593 iso_8859-3 latin3 l3"},
    {"ISO-8859-4", "iso-8859-4 iso8859-4 iso88594 iso_8859-4 latin4 l4"},
    {"ISO-8859-5", "iso-8859-5 iso8859-5 iso88595 iso_8859-5 cyrillic"},
    {"ISO-8859-6", "iso-8859-6 iso8859-6 iso88596 iso_8859-6 iso-8859-6-e iso-8859-6-i arabic asmo-708 ecma-114"},
    {"ISO-8859-7", "iso-8859-7 iso8859-7 iso88597 iso_8859-7 greek greek8 ecma-118 elot_928"},
    {"ISO-8859-8", "iso-8859-8 iso8859-8 iso88598 iso_8859-8 iso-8859-8-e iso-8859-8-i hebrew visual logical"},
    {"ISO-8859-10", "iso-8859-10 iso8859-10 iso885910 latin6 l6"},
    {"ISO-8859-13", "iso-8859-13 iso8859-13 iso885913"},
    {"ISO-8859-14", "iso-8859-14 iso8859-14 iso885914"},
    {"ISO-8859-15", "iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9"},
    {"ISO-8859-16", "iso-8859-16"},
    {"KOI8-R", "koi8-r koi koi8 koi8_r"},
    {"KOI8-U", "koi8-u koi8-ru"},
    {"MACINTOSH", "macintosh mac x-mac-roman"},
    {"MAC-CYRILLIC", "x-mac-cyrillic x-mac-ukrainian"},
    {"GB18030", "gb18030 gbk gb2312 gb_2312 gb_2312-80 chinese x-gbk"},
    {"BIG5-HKSCS", "big5 big5-hkscs cn-big5 x-x-big5"},
    {"EUC-JP-MS", "euc-jp x-euc-jp"},
    {"ISO-2022-JP", "iso-2022-jp"},
    {"CP932", "shift_jis shift-jis sjis ms932 ms_kanji windows-31j x-sjis"},
    {"CP949", "euc-kr korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949"},
};

static const char space[] = " \t\n\r\f";

static const char *find_encoding(const char *label) {
    size_t size = strlen(label);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        for (const char *at = known[i].labels; *at; at += strspn(at, " ")) {
            size_t length = strcspn(at, " ");
            if (length == size && strncasecmp(at, label, size) == 0)
                return known[i].encoding;
            at += length;
        }
    return NULL;
}

/* A stretch of bytes, which need not end in a NUL. */
typedef struct piece {
    const char *at, *end;
} piece_t;

static int is_one_of(char c, const char *set) {
    return c != 0 && strchr(set, c) != NULL;
}

static void skip(piece_t *piece, const char *set) {
    while (piece->at < piece->end && is_one_of(*piece->at, set))
        piece->at++;
}

/* Up to the next of set, or the end. */
static piece_t take_until(piece_t *piece, const char *set) {
    piece_t taken = {piece->at, piece->at};
    while (piece->at < piece->end && !is_one_of(*piece->at, set))
        piece->at++;
    taken.end = piece->at;
    return taken;
}

static int begins(piece_t piece, const char *word) {
    size_t size = strlen(word);
    return (size_t)(piece.end - piece.at) >= size && strncasecmp(piece.at, word, size) == 0;
}

static int equals(piece_t piece, const char *word) {
    return begins(piece, word) && (size_t)(piece.end - piece.at) == strlen(word);
}

static piece_t take_value(piece_t *tag) {
    char quote[2] = {*tag->at, 0};
    if (*quote != '"' && *quote != '\'')
        return take_until(tag, " \t\n\r\f>");
    tag->at++;
    piece_t value = take_until(tag, quote);
    tag->at += tag->at < tag->end;
    return value;
}

/* The next attribute of a tag; 0: there is none, and the tag has ended. */
static int take_attribute(piece_t *tag, piece_t *name, piece_t *value) {
    skip(tag, " \t\n\r\f/");
    if (tag->at >= tag->end || *tag->at == '>')
        return 0;
    const char *start = tag->at++; /* even of an equals sign */
    *name = take_until(tag, " \t\n\r\f/>=");
    name->at = start;
    *value = (piece_t){tag->at, tag->at};
    skip(tag, space);
    if (tag->at >= tag->end || *tag->at != '=')
        return 1;
    tag->at++;
    skip(tag, space);
    if (tag->at < tag->end)
        *value = take_value(tag);
    return 1;
}

/* The value of charset=... in an attribute content, or of encoding=... in an XML declaration; empty: none. */
static piece_t find_setting(piece_t text, const char *name) {
    for (; text.at < text.end; text.at++) {
        if (!begins(text, name))
            continue;
        text.at += strlen(name);
        skip(&text, space);
        if (text.at >= text.end || *text.at != '=')
            continue;
        text.at++;
        skip(&text, " \t\n\r\f\"'");
        return take_until(&text, " \t\n\r\f\"';");
    }
    return text;
}

static declared_t declare(piece_t label) {
    declared_t declared = {{0}, NULL};
    skip(&label, space);
    while (label.end > label.at && is_one_of(label.end[-1], space))
        label.end--;
    size_t size = (size_t)(label.end - label.at);
    size = size < sizeof declared.label ? size : sizeof declared.label - 1;
    memcpy(declared.label, label.at, size);
    declared.encoding = find_encoding(declared.label);
    return declared;
}

/* Reads the attributes of <meta; tag goes on behind it. */
static declared_t read_meta(piece_t *tag) {
    piece_t name, value, charset = {NULL, NULL}, content = {NULL, NULL};
    int is_type = 0;
    while (take_attribute(tag, &name, &value)) {
        if (equals(name, "charset"))
            charset = value;
        else if (equals(name, "content"))
            content = find_setting(value, "charset");
        else if (equals(name, "http-equiv"))
            is_type = equals(value, "content-type");
    }
    return declare(charset.at ? charset : is_type && content.at ? content : (piece_t){"", ""});
}

static void skip_comment(piece_t *page) {
    const char *end = memmem(page->at, (size_t)(page->end - page->at), "-->", 3);
    page->at = end ? end + 3 : page->end;
}

static declared_t find_meta(piece_t page) {
    piece_t name, value;
    while (page.at < page.end && !begins(page, "<body")) {
        if (begins(page, "<!--")) {
            skip_comment(&page);
        } else if (begins(page, "<meta") && page.end - page.at > 5 && is_one_of(page.at[5], " \t\n\r\f/")) {
            page.at += 5;
            declared_t declared = read_meta(&page);
            if (*declared.label)
                return declared;
        } else if (*page.at == '<' && page.end - page.at > 1 && (page.at[1] | 32) >= 'a' && (page.at[1] | 32) <= 'z') {
            take_until(&page, " \t\n\r\f>");
            while (take_attribute(&page, &name, &value))
                continue;
        } else {
            page.at++;
        }
    }
    return (declared_t){{0}, NULL};
}

declared_t page_declared(const char *bytes, size_t size) {
    piece_t page = {bytes, bytes + (size < LIMIT_HEAD ? size : LIMIT_HEAD)};
    declared_t declared = find_meta(page);
    skip(&page, space);
    if (*declared.label || !begins(page, "<?xml"))
        return declared;
    return declare(find_setting(take_until(&page, ">"), "encoding"));
}
