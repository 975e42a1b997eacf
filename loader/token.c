#include "token.h"

#include <string.h>

#include <utf8proc.h>

#include "eight.h"
#include "sentences.h"

/* What a byte can begin. Bytes above 127 begin a character that is looked at in full. */
enum byte_class { OTHER, BLANK, NEWLINE, SMALL, CAPITAL, DIGIT, MARK, STOP, QUOTE, APOSTROPHE, HYPHEN, WIDE };

static const uint8_t byte_class[256] = {
    [0] = NEWLINE, /* behind the end */
    ['\t'] = BLANK,        [' '] = BLANK,        ['\v'] = BLANK,       ['\f'] = BLANK,        ['\n'] = NEWLINE,
    ['!'] = STOP,          ['"'] = QUOTE,        ['#' ... '&'] = MARK, ['\''] = APOSTROPHE,   ['(' ... ','] = MARK,
    ['-'] = HYPHEN,        ['.'] = STOP,         ['/'] = MARK,         [':' ... '>'] = MARK,  ['?'] = STOP,
    ['@'] = MARK,          ['[' ... '`'] = MARK, ['{' ... '~'] = MARK, ['0' ... '9'] = DIGIT, ['A' ... 'Z'] = CAPITAL,
    ['a' ... 'z'] = SMALL, [128 ... 255] = WIDE};

static const char *const marks[] = {"\u2013", "'s", "\u2026"};

static const char *const words[] = {
#define X(name) #name,
    WORDS(X)
#undef X
};

void token_words(vocab_t *vocab) {
    for (int c = 1; c < 128; c++) {
        char text[2] = {'\1', (char)c}; /* a capital counts as its small letter: its own number is never used */
        bool capital = c >= 'A' && c <= 'Z';
        vocab_add(vocab, capital ? text : text + 1, capital ? 2 : 1);
    }
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        vocab_add(vocab, marks[i], strlen(marks[i]));
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        vocab_add(vocab, words[i], strlen(words[i]));
}

typedef struct scan {
    const vocab_t *vocab;
    const char *text;
    uint32_t size, at;
    const char *small; /* which bytes are small letters, one bit each */
    uint8_t before;    /* what was passed since the last token */
    int single, dual;  /* quotation marks open in this paragraph */
    arena_t *arena;
    token_t *first, *next, *full; /* the tokens, the place of the next, the end of their room */
    int room;
    turns_t turns;
    LIST(int) opens; /* SHAPE_Open */
} scan_t;

/* at is the size of the text at most: a NUL stands there. */
static inline uint8_t class_at(const scan_t *s, uint32_t at) {
    return byte_class[(unsigned char)s->text[at]];
}

__attribute__((noinline)) static void grow(scan_t *s) { /* rare */
    int count = s->room;
    s->first = arena_grow(s->arena, s->first, count, &s->room, sizeof *s->first);
    s->next = s->first + count;
    s->full = s->first + s->room;
}

static inline void add(scan_t *s, uint32_t start, uint32_t end, uint32_t word, shape_t shape) {
    if (s->next == s->full)
        grow(s);
    *s->next++ = (token_t){start, end, word, (uint8_t)shape, s->before};
    s->before = GLUED;
    s->at = end;
}

static void add_word(scan_t *s, uint32_t end, shape_t shape) {
    const char *word = s->text + s->at;
    add(s, s->at, end, vocab_find(s->vocab, word, end - s->at, s->size - s->at), shape);
}

/* Notes the last token as a turn. */
static void turn(scan_t *s) {
    int last = (int)(s->next - s->first) - 1;
    if (last >= 0 && (!s->turns.count || s->turns.at[s->turns.count - 1] < last))
        list_put(s->arena, &s->turns, last);
}

/* The character at a WIDE byte: its length, and whether it is a letter or belongs to one (a combining mark). */
static int wide(const scan_t *s, uint32_t at, utf8proc_int32_t *c) {
    utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)s->text + at, (utf8proc_ssize_t)(s->size - at), c);
    return n > 0 ? (int)n : 1;
}

static bool is_letter(utf8proc_int32_t c) {
    if (c >= 0xC0 && c < 0x370)
        return c != 0xD7 && c != 0xF7;
    if (c < 0x370 || (c >= 0x2000 && c < 0x2070))
        return false;
    utf8proc_category_t category = utf8proc_category(c);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME;
}

static bool is_space(utf8proc_int32_t c) {
    return c == 0xA0 || (c >= 0x2000 && c <= 0x200D) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x3000 ||
           c == 0xFEFF;
}

static bool letter_at(const scan_t *s, uint32_t at) {
    uint8_t class = class_at(s, at);
    utf8proc_int32_t c;
    return class == SMALL || class == CAPITAL || (class == WIDE && (wide(s, at, &c), is_letter(c)));
}

/* The length of an apostrophe (' or U+2019) at a place, 0 if there is none. */
static uint32_t apostrophe(const scan_t *s, uint32_t at) {
    if (at < s->size && s->text[at] == '\'')
        return 1;
    return at + 3 <= s->size && !memcmp(s->text + at, "\u2019", 3) ? 3 : 0;
}

/* True if an apostrophe at a place is followed by a lone s: the possessive. */
static bool is_possessive(const scan_t *s, uint32_t at, uint32_t length) {
    return at + length < s->size && (s->text[at + length] | 0x20) == 's' && !letter_at(s, at + length + 1);
}

/* Where the small letters end that stand at a place. */
static inline uint32_t small_end(const scan_t *s, uint32_t at) {
    for (uint32_t count; s->size - at >= 8; at += count)
        if ((count = eight_small(eight_at(s->text + at))) < 8)
            return at + count;
    while (class_at(s, at) == SMALL)
        at++;
    return at;
}

typedef struct word {
    int small, capital; /* letters seen */
    bool first;         /* the first letter is a capital */
} word_t;

/* Reads the letters of a word from s->at on, with hyphens between small letters and apostrophes inside; returns its end. */
static uint32_t word_end(const scan_t *s, word_t *word) {
    uint32_t at = s->at;
    uint8_t before = OTHER;
    for (;;) {
        uint32_t run = at;
        at = small_end(s, at);
        if (at > run) {
            word->small += (int)(at - run);
            before = SMALL;
        }
        uint8_t class = class_at(s, at);
        uint32_t step = 1;
        if (class == CAPITAL) {
            word->first |= !word->small && !word->capital;
            word->capital++;
        } else if (class == WIDE) {
            utf8proc_int32_t c;
            step = (uint32_t)wide(s, at, &c);
            uint32_t quote = is_letter(c) ? 0 : apostrophe(s, at);
            if (!is_letter(c) &&
                !(quote && before != OTHER && letter_at(s, at + quote) && !is_possessive(s, at, quote)))
                return at;
            if (is_letter(c) && c >= 0xC0 && utf8proc_isupper(c)) {
                word->first |= !word->small && !word->capital;
                word->capital++;
            } else if (is_letter(c)) {
                word->small++;
            }
        } else if (class == APOSTROPHE) {
            if (before == OTHER || !letter_at(s, at + 1) || is_possessive(s, at, 1))
                return at;
        } else if (class == HYPHEN) {
            if (before != SMALL || word->capital || class_at(s, at + 1) != SMALL)
                return at;
        } else {
            return at;
        }
        before = class == WIDE ? SMALL : class;
        at += step;
    }
}

/* U.S., H.E., a.m.: single letters with a full stop after each, two at least; returns the end, 0 if it is none. */
static uint32_t dotted_end(const scan_t *s) {
    uint32_t at = s->at;
    int letters = 0;
    while ((class_at(s, at) == CAPITAL || class_at(s, at) == SMALL) && at + 1 < s->size && s->text[at + 1] == '.') {
        at += 2;
        letters++;
    }
    return letters > 1 && !letter_at(s, at) ? at : 0;
}

/* Any word. */
static void scan_odd_word(scan_t *s) {
    uint32_t end = dotted_end(s);
    if (end) {
        add_word(s, end, class_at(s, s->at) == CAPITAL ? SHAPE_Upper : SHAPE_Lower);
        turn(s);
        return;
    }
    word_t word = {0};
    end = word_end(s, &word);
    shape_t shape = !word.first ? SHAPE_Lower : word.capital > 1 && !word.small ? SHAPE_Upper : SHAPE_Cap;
    if (shape == SHAPE_Cap && word.capital == 1 && !word.small && end < s->size && s->text[end] == '.' &&
        end - s->at <= 2)
        add_word(s, end + 1, SHAPE_Initial);
    else
        add_word(s, end, shape);
}

/* What surely ends a word, but for a full stop after a single letter. */
enum { WORD_ENDS = 1 << OTHER | 1 << BLANK | 1 << NEWLINE | 1 << DIGIT | 1 << MARK | 1 << STOP | 1 << QUOTE };

static inline bool ends_word(const scan_t *s, uint8_t class, uint32_t size, uint32_t end) {
    return (WORD_ENDS >> class & 1) && (size > 1 || s->text[end] != '.');
}

/* A word of small letters, after a capital or not, or of capitals. What goes on otherwise is looked at again. */
static void scan_long_word(scan_t *s) {
    uint32_t at = s->at;
    shape_t shape = SHAPE_Lower;
    if (class_at(s, at) == CAPITAL) {
        shape = SHAPE_Cap;
        at++;
    }
    uint32_t rest = at;
    at = small_end(s, at);
    if (at == rest && class_at(s, at) == CAPITAL) {
        shape = SHAPE_Upper;
        while (class_at(s, at) == CAPITAL)
            at++;
    }
    if (ends_word(s, class_at(s, at), at - s->at, at))
        add_word(s, at, shape);
    else
        scan_odd_word(s);
}

/* Which bytes of the text are small letters, one bit each: none of the last few, and some bytes more that may be read. */
static const char *find_small(const char *text, size_t size, arena_t *arena) {
    char *bits = arena_zalloc(arena, size / 8 + 8);
    for (size_t at = 0; size - at >= 16; at += 16)
        sixteen_small(sixteen_at(text + at), bits + at / 8);
    return bits;
}

/* The size of a word of a letter and small letters at a place, LONG_WORD or more if it is longer. It is read from the bits,
 * since what follows waits for it. */
enum { LONG_WORD = 32 };
static inline uint32_t word_size(const scan_t *s, uint32_t at) {
    uint64_t small = eight_get(s->small + (at + 1) / 8) >> (at + 1) % 8;
    return (uint32_t)__builtin_ctzll(~small | UINT64_C(1) << LONG_WORD) + 1;
}

/* The number of a word of up to VOCAB_SHORT letters, small but for the first. */
static inline uint32_t short_word(const vocab_t *vocab, const char *word, uint32_t size) {
    static const unsigned char keep[VOCAB_SHORT * 2 + 8] = {255, 255, 255, 255, 255, 255, 255, 255,
                                                            255, 255, 255, 255, 255, 255, 255, 255};
    const char *first = (const char *)keep + VOCAB_SHORT - size;
    const vocab_slot_t *slot = vocab_short_slot(vocab, eight_first_small(eight_at(word)) & eight_at(first),
                                                eight_at(word + 8) & eight_at(first + 8), size);
    return (uint32_t)slot->number;
}

/* A word at an ASCII letter and those that follow it, with a blank between them: nearly all of a text. What changes is held in
 * registers: each token that is written might be a part of *s, as far as a compiler knows. */
static inline void scan_words(scan_t *s) {
    const char *text = s->text;
    token_t *next = s->next;
    uint32_t at = s->at;
    uint8_t before = s->before, class = class_at(s, at);
    bool plain = true;
    for (;;) {
        uint32_t size = word_size(s, at), end = at + size;
        uint8_t after = class_at(s, end);
        plain = size <= VOCAB_SHORT && s->size - at >= VOCAB_SHORT && next < s->full && ends_word(s, after, size, end);
        if (!plain)
            break;
        *next++ =
            (token_t){at, end, short_word(s->vocab, text + at, size), class == SMALL ? SHAPE_Lower : SHAPE_Cap, before};
        at = end;
        before = GLUED;
        if (after != BLANK)
            break;
        before = SPACE;
        class = class_at(s, ++at);
        if (class != SMALL && class != CAPITAL)
            break;
    }
    s->next = next;
    s->at = at;
    s->before = before;
    if (!plain)
        scan_long_word(s);
}

/* One or two digits, one or two digits, four digits. */
static bool is_dotted_day(const char *text, uint32_t size) {
    const char *month = memchr(text, '.', size < 3 ? size : 3);
    const char *year = month ? memchr(month + 1, '.', (size_t)(text + size - month - 1)) : NULL;
    return year && year - month <= 3 && text + size - year == 5;
}

static void scan_number(scan_t *s) {
    uint32_t start = s->at, at = start;
    while (class_at(s, at) == DIGIT ||
           (at > start && at < s->size && strchr(",.", s->text[at]) && class_at(s, at + 1) == DIGIT))
        at++;
    static const char *const endings[] = {"st", "nd", "rd", "th"};
    for (int i = 0; i < 4; i++)
        if (at + 2 <= s->size && !memcmp(s->text + at, endings[i], 2) && !letter_at(s, at + 2)) {
            add(s, start, at + 2, 0, SHAPE_Nth);
            return;
        }
    if (is_dotted_day(s->text + start, at - start)) {
        add(s, start, at, 0, SHAPE_Dotted);
        return;
    }
    bool year = at - start == 4 && (!memcmp(s->text + start, "19", 2) || !memcmp(s->text + start, "20", 2)) &&
                class_at(s, start + 2) == DIGIT;
    add_word(s, at, year ? SHAPE_Year : SHAPE_Number);
}

static void scan_double_quote(scan_t *s, uint32_t length, int sense) {
    bool room_before = s->before != GLUED || s->next == s->first || strchr("([-", s->text[s->at - 1]);
    uint8_t after = class_at(s, s->at + length);
    bool room_after = after == BLANK || after == NEWLINE;
    bool open = sense ? sense > 0 : room_before != room_after ? room_before : !s->dual;
    s->dual = open;
    if (open)
        list_put(s->arena, &s->opens, (int)(s->next - s->first));
    add(s, s->at, s->at + length, QUOTE_WORD, open ? SHAPE_Open : SHAPE_Close);
    if (open)
        turn(s);
}

/* ' or U+2018/9 outside a word: possessive after s, else a quotation mark. */
static void scan_single_quote(scan_t *s, uint32_t length, bool surely_open) {
    const token_t *last = s->before == GLUED && s->next > s->first ? s->next - 1 : NULL;
    bool glued = last != NULL;
    uint32_t at = s->at;
    if (glued && !surely_open && last->shape <= SHAPE_Initial && is_possessive(s, at, length)) {
        add(s, at, at + length + 1, POSS_WORD, SHAPE_Poss);
    } else if (surely_open || (!glued && letter_at(s, at + length)) || (!glued && class_at(s, at + length) == DIGIT)) {
        s->single++;
        add(s, at, at + length, '\'', SHAPE_OpenSingle);
        turn(s);
    } else if (glued && !s->single && (s->text[at - 1] | 0x20) == 's') {
        add(s, at, at + length, POSS_WORD, SHAPE_Poss);
    } else {
        s->single -= s->single > 0;
        add(s, at, at + length, '\'', SHAPE_CloseSingle);
    }
}

static void scan_hyphen(scan_t *s) {
    if (s->text[s->at + 1] == '-')
        add(s, s->at, s->at + 2, DASH_WORD, SHAPE_Punct);
    else if (s->before != GLUED && class_at(s, s->at + 1) == BLANK)
        add(s, s->at, s->at + 1, DASH_WORD, SHAPE_Punct);
    else
        add(s, s->at, s->at + 1, '-', SHAPE_Punct);
}

static void scan_mark(scan_t *s) {
    add(s, s->at, s->at + 1, (unsigned char)s->text[s->at], SHAPE_Punct);
}

static void scan_wide(scan_t *s) {
    utf8proc_int32_t c;
    uint32_t length = (uint32_t)wide(s, s->at, &c);
    if (is_letter(c)) {
        scan_odd_word(s);
    } else if (is_space(c)) {
        s->before = s->before == PARAGRAPH ? PARAGRAPH : SPACE;
        s->at += length;
    } else if (c == 0x201C || c == 0xAB || c == 0x201E) {
        scan_double_quote(s, length, 1);
    } else if (c == 0x201D || c == 0xBB) {
        scan_double_quote(s, length, -1);
    } else if (c == 0x2018 || c == 0x2019) {
        scan_single_quote(s, length, c == 0x2018);
    } else if (c >= 0x2010 && c <= 0x2011) {
        add(s, s->at, s->at + length, '-', SHAPE_Punct);
    } else if (c >= 0x2012 && c <= 0x2015) {
        add(s, s->at, s->at + length, DASH_WORD, SHAPE_Punct);
    } else {
        add_word(s, s->at + length, SHAPE_Punct);
        turn(s);
    }
}

/* Line ends open a paragraph, unless the line goes on with a small letter. */
static void scan_newline(scan_t *s) {
    int lines = 0;
    while (s->at < s->size && (class_at(s, s->at) == NEWLINE || class_at(s, s->at) == BLANK))
        lines += s->text[s->at++] == '\n';
    if (lines == 1 && class_at(s, s->at) == SMALL) {
        s->before = SPACE;
        return;
    }
    s->before = PARAGRAPH;
    s->single = s->dual = 0;
    turn(s);
}

enum { BYTES_A_TOKEN = 4 }; /* fewer than there are in nearly all texts, so that the list need not grow */

void tokenize(const vocab_t *vocab, const cutting_t *cutting, const char *text, size_t size, arena_t *arena,
              tokens_t *out) {
    scan_t s = {.vocab = vocab, .text = text, .size = (uint32_t)size, .arena = arena};
    s.room = (int)size / BYTES_A_TOKEN + 1;
    s.first = s.next = arena_alloc(arena, (size_t)s.room * sizeof *s.first);
    s.full = s.first + s.room;
    s.small = find_small(text, size, arena);
    while (s.at < s.size)
        switch (class_at(&s, s.at)) {
        case BLANK:
            s.before = s.before == PARAGRAPH ? PARAGRAPH : SPACE;
            s.at++;
            break;
        case NEWLINE: scan_newline(&s); break;
        case SMALL:
        case CAPITAL: scan_words(&s); break;
        case DIGIT: scan_number(&s); break;
        case STOP:
            scan_mark(&s);
            turn(&s);
            break;
        case MARK: scan_mark(&s); break;
        case QUOTE: scan_double_quote(&s, 1, 0); break;
        case APOSTROPHE: scan_single_quote(&s, 1, false); break;
        case HYPHEN: scan_hyphen(&s); break;
        case WIDE: scan_wide(&s); break;
        default: add(&s, s.at, s.at + 1, 0, SHAPE_Punct); break;
        }
    turn(&s);
    *out = (tokens_t){.list = {s.first, (int)(s.next - s.first), s.room},
                      .opens = {s.opens.at, s.opens.count, s.opens.room}};
    cut_sentences(&s.turns, cutting, text, arena, out);
}
