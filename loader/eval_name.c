#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "eval_parts.h"

/* ---- plain text ---- */

typedef struct writer {
    char *start, *at;
    bool gap; /* something that is no letter stands before what comes next */
} writer_t;

static void put(writer_t *w, utf8proc_int32_t c) {
    if (c >= 0x80 && utf8proc_get_property(c)->combining_class)
        return;
    if (c == '\'' || c == '`' || c == 0x2019 || c == 0x2bb || c == 0x2bc) /* apostrophes vanish */
        return;
    if (c == 0x131) /* the i without its dot */
        c = 'i';
    if (c >= 'A' && c <= 'Z')
        c += 'a' - 'A';
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        if (w->gap && w->at > w->start)
            *w->at++ = ' ';
        w->gap = false;
        *w->at++ = (char)c;
    } else {
        w->gap = true;
    }
}

const char *name_plain(const char *text, arena_t *arena) {
    enum { PIECES = 32 }; /* code points that one can come apart into: 18 at most */
    size_t left = text ? strlen(text) : 0;
    writer_t w = {.start = arena_alloc(arena, left * 12 + 1)}; /* a letter of three bytes can come apart into 18 */
    w.at = w.start;
    while (left > 0) {
        utf8proc_int32_t c, pieces[PIECES];
        utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)left, &c);
        if (size <= 0)
            break;
        utf8proc_ssize_t count = utf8proc_decompose_char(c, pieces, PIECES, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT, NULL);
        for (utf8proc_ssize_t i = 0; i < count && i < PIECES; i++)
            put(&w, pieces[i]);
        text += size;
        left -= (size_t)size;
    }
    *w.at = 0;
    return w.start;
}

/* ---- words ---- */

static bool is_among(const char *const *words, const char *word) {
    for (; *words; words++)
        if (!strcmp(*words, word))
            return true;
    return false;
}

static bool has_word(const strings_t *words, const char *word) {
    for (int i = 0; i < words->count; i++)
        if (!strcmp(words->at[i], word))
            return true;
    return false;
}

static bool is_small_word(const char *word) {
    static const char *const small[] = {"the", "a",  "an", "of",   "for", "and", "on",
                                        "in",  "to", "at", "with", "s",   NULL};
    return is_among(small, word);
}

strings_t name_words(const char *text, arena_t *arena) {
    strings_t words = {0};
    char *rest = arena_strdup(arena, name_plain(text, arena));
    for (char *word; (word = strsep(&rest, " "));)
        if (*word && !is_small_word(word))
            *list_add(arena, &words) = word;
    return words;
}

static bool is_part(const strings_t *part, const strings_t *whole, int from) {
    for (int i = 0; i < part->count; i++)
        if (strcmp(part->at[i], whole->at[from + i]))
            return false;
    return true;
}

/* How many words the two have in common, each as often as both have it. */
static int in_common(const strings_t *one, const strings_t *other) {
    uint64_t taken[8] = {0}; /* of the words of other; those behind the 512th are not looked at */
    int common = 0, most = other->count < 512 ? other->count : 512;
    for (int i = 0; i < one->count; i++)
        for (int k = 0; k < most; k++)
            if (!(taken[k / 64] >> (k % 64) & 1) && !strcmp(one->at[i], other->at[k])) {
                taken[k / 64] |= 1ull << (k % 64);
                common++;
                break;
            }
    return common;
}

/* Twice the words in common over all words. A shorter name with which the fuller one begins or ends is like it. */
double name_likeness(const strings_t *one, const strings_t *other) {
    if (!one->count || !other->count)
        return 0;
    const strings_t *brief = one->count <= other->count ? one : other, *full = brief == one ? other : one;
    double share = 2.0 * in_common(one, other) / (one->count + other->count);
    bool inside = brief->count > 1 && (is_part(brief, full, 0) || is_part(brief, full, full->count - brief->count));
    return inside && share < 0.6 ? 0.6 : share;
}

/* ---- meetings ---- */

/* The size of what stands between two sides at text: a dash with white space around it; 0 if there is none. */
static size_t divide_at(const char *text) {
    size_t before = strspn(text, " \t\n\r\f\v"), dash = 0;
    if (text[before] == '-')
        dash = 1;
    else if (!strncmp(text + before, "\u2013", 3) || !strncmp(text + before, "\u2014", 3))
        dash = 3;
    size_t after = strspn(text + before + dash, " \t\n\r\f\v");
    return before && dash && after ? before + dash + after : 0;
}

static int by_bytes(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void add_side(strings_t *sides, const char *start, const char *end, arena_t *arena) {
    strings_t words = name_words(arena_strndup(arena, start, (size_t)(end - start)), arena);
    const char *side = "";
    for (int i = 0; i < words.count; i++)
        side = arena_printf(arena, "%s%s%s", side, i ? " " : "", words.at[i]);
    *list_add(arena, sides) = side;
}

strings_t name_sides(const char *text, arena_t *arena) {
    strings_t sides = {0};
    const char *start = text ? text : "", *at = start;
    while (*at) {
        size_t size = divide_at(at);
        if (size) {
            add_side(&sides, start, at, arena);
            start = at += size;
        } else {
            at++;
        }
    }
    if (!sides.count)
        return sides;
    add_side(&sides, start, at, arena);
    qsort(sides.at, (size_t)sides.count, sizeof *sides.at, by_bytes);
    return sides;
}

bool name_same_sides(const strings_t *one, const strings_t *other) {
    bool same = one->count == other->count;
    arena_t *arena = arena_new();
    for (int i = 0; same && i < one->count; i++) {
        strings_t a = name_words(one->at[i], arena), b = name_words(other->at[i], arena);
        same = name_likeness(&a, &b) >= 0.5;
    }
    arena_free(arena);
    return same;
}

bool name_other_session(const strings_t *one, const strings_t *other) {
    static const char *const sessions[] = {"restricted", "narrow",  "small",   "expanded",  "extended",  "enlarged",
                                           "large",      "plus",    "banquet", "reception", "ministers", "ministerial",
                                           "opening",    "closing", "dinner",  "luncheon",  NULL};
    int in_one = 0, in_other = 0, in_both = 0;
    for (const char *const *session = sessions; *session; session++) {
        bool first = has_word(one, *session), second = has_word(other, *session);
        in_one += first;
        in_other += second;
        in_both += first && second;
    }
    return in_one && in_other && !in_both;
}

/* ---- offices ---- */

/* Words of titles that mean the same, and those that mean nothing (""). */
static const char *role_word(const char *word) {
    static const char *const same[][2] = {{"affairs", ""},
                                          {"his", ""},
                                          {"her", ""},
                                          {"excellency", ""},
                                          {"he", ""},
                                          {"mr", ""},
                                          {"ms", ""},
                                          {"mrs", ""},
                                          {"external", "foreign"},
                                          {"premier", "prime"},
                                          {"chairperson", "chair"},
                                          {"chairman", "chair"},
                                          {"chairwoman", "chair"},
                                          {"defence", "defense"},
                                          {"councillor", "councilor"}};
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        if (!strcmp(word, same[i][0]))
            return same[i][1];
    return word;
}

/* The words of an office, each once. The minister in Prime Minister says nothing more. */
static strings_t role_words(const char *role, arena_t *arena) {
    strings_t all = name_words(role, arena), words = {0};
    for (int i = 0; i < all.count; i++) {
        const char *word = role_word(all.at[i]);
        if (*word && !has_word(&words, word))
            *list_add(arena, &words) = word;
    }
    for (int i = 0; has_word(&words, "prime") && i < words.count; i++)
        if (!strcmp(words.at[i], "minister"))
            words.at[i--] = words.at[--words.count];
    return words;
}

/* How many of the words stand in only one of the two lists, those left out aside. */
static int differences(const strings_t *one, const strings_t *other, const char *const *left_out) {
    int count = 0;
    for (int i = 0; i < one->count; i++)
        count += !has_word(other, one->at[i]) && !is_among(left_out, one->at[i]);
    return count;
}

/* Whether both offices are modified alike: an acting, former or deputy minister holds another office. */
static bool same_modifiers(const strings_t *one, const strings_t *other) {
    static const char *const modifiers[] = {"acting",    "vice",  "deputy",  "former",
                                            "assistant", "first", "special", NULL};
    for (const char *const *word = modifiers; *word; word++)
        if (has_word(one, *word) != has_word(other, *word))
            return false;
    return true;
}

/* Secretaries are told apart by what they are secretary of, unless one title only says less. */
static bool same_secretary(const strings_t *one, const strings_t *other) {
    static const char *const general[] = {"secretary", "general", NULL}, *const none[] = {NULL};
    if (!has_word(one, "secretary"))
        return true;
    return (!differences(one, other, general) && !differences(other, one, general)) || !differences(one, other, none) ||
           !differences(other, one, none);
}

static void drop_word(strings_t *words, const char *word) {
    for (int i = 0; i < words->count; i++)
        if (!strcmp(words->at[i], word))
            words->at[i--] = words->at[--words->count];
}

static bool same_role_words(strings_t *one, strings_t *other) {
    if (!one->count || !other->count)
        return !one->count && !other->count;
    bool secretary = has_word(one, "secretary") || has_word(other, "secretary");
    if (has_word(one, "state") != has_word(other, "state") && !secretary) { /* State President */
        drop_word(one, "state");
        drop_word(other, "state");
    }
    int common = in_common(one, other), all = one->count + other->count - common;
    return 2 * common >= all && same_modifiers(one, other) && same_secretary(one, other);
}

bool name_same_role(const char *one, const char *other) {
    arena_t *arena = arena_new();
    strings_t a = role_words(one, arena), b = role_words(other, arena);
    bool same = same_role_words(&a, &b);
    arena_free(arena);
    return same;
}
