/* Text to tokens and sentences: one line of shapes, one of cuts; hostile texts; offsets in code points. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lexicon.h"
#include "run_suite.h"
#include "text.h"

enum { MANY = 1 << 20 };

static lexicon_t lexicon;
static arena_t *arena;
static tokens_t tokens;

static void set_up(void) {
    arena = arena_new();
    lexicon_init(&lexicon);
    lexicon_add(&lexicon, "The", CLASS_opener, 0, false);
    *list_add(lexicon.arena, &lexicon.abbreviations) = vocab_add(lexicon.vocab, "Mr", 2);
    lexicon_freeze(&lexicon);
}

static void tear_down(void) {
    lexicon_free(&lexicon);
    arena_free(arena);
}

static void cut(const char *text, size_t size) {
    tokenize(lexicon.vocab, &lexicon.cutting, text, size, arena, &tokens);
}

static const char *const shape_names[] = {
#define X(name) #name,
    SHAPES(X)
#undef X
};

/* The tokens with their shapes: "He/Start said/Lower". */
static const char *written(const char *text) {
    const char *out = "";
    cut(text, strlen(text));
    for (int i = 0; i < tokens.list.count; i++) {
        const token_t *token = &tokens.list.at[i];
        out = arena_printf(arena, "%s%s%.*s/%s", out, i ? " " : "", (int)(token->end - token->start),
                           text + token->start, shape_names[token->shape]);
    }
    return out;
}

/* The sentences, each as it stands in the text, with | between them and || between paragraphs. */
static const char *sentences(const char *text) {
    const char *out = "";
    int paragraph = 1;
    cut(text, strlen(text));
    for (int i = 0; i < tokens.sentences.count; i++) {
        const sentence_span_t *s = &tokens.sentences.at[i];
        uint32_t start = tokens.list.at[s->first].start, end = tokens.list.at[s->last - 1].end;
        const char *between = i == 0 ? "" : s->paragraph > paragraph ? "||" : "|";
        out = arena_printf(arena, "%s%s%.*s", out, between, (int)(end - start), text + start);
        paragraph = s->paragraph;
    }
    return out;
}

static const struct {
    const char *text, *tokens;
} shapes[] = {
    {"", ""},
    {" \n\t ", ""},
    {"He met SCO members", "He/Start met/Lower SCO/Upper members/Lower"},
    {"in Astana, V. V. Ivo", "in/Lower Astana/Cap ,/Punct V./Initial V./Initial Ivo/Cap"},
    {"a U.S. step, 9 a.m.", "a/Lower U.S./Upper step/Lower ,/Punct 9/Number a.m./Lower"},
    {"on 4 July 2024", "on/Lower 4/Number July/Cap 2024/Year"},
    {"in 1,000.50 or 20.5 or 2150", "in/Lower 1,000.50/Number or/Lower 20.5/Number or/Lower 2150/Number"},
    {"1899 1900 2099 20,5", "1899/Number 1900/Year 2099/Year 20,5/Number"},
    {"on 04.07.2024 or 4.7.2024, not 12.5 or 1.2.3", "on/Lower 04.07.2024/Dotted or/Lower 4.7.2024/Dotted ,/Punct "
                                                     "not/Lower 12.5/Number or/Lower 1.2.3/Number"},
    {"the 24th, 21st and 5thly", "the/Lower 24th/Nth ,/Punct 21st/Nth and/Lower 5/Number thly/Lower"},
    {"ends 2024.", "ends/Lower 2024/Year ./Punct"},
    {"a well-known vice-president", "a/Lower well-known/Lower vice-president/Lower"},
    {"by Oyun-Erdene", "by/Lower Oyun/Cap -/Punct Erdene/Cap"},
    {"so -- yes - no \u2013 or\u2014but",
     "so/Lower --/Punct yes/Lower -/Punct no/Lower \u2013/Punct or/Lower \u2014/Punct but/Lower"},
    {"a China's b states' c", "a/Lower China/Cap 's/Poss b/Lower states/Lower '/Poss c/Lower"},
    {"a China\u2019s b states\u2019 c", "a/Lower China/Cap \u2019s/Poss b/Lower states/Lower \u2019/Poss c/Lower"},
    {"a Jos\u00E9's b S\u00E3o Tom\u00E9\u2019s",
     "a/Lower Jos\u00E9/Cap 's/Poss b/Lower S\u00E3o/Cap Tom\u00E9/Cap \u2019s/Poss"},
    {"the U.S.'s view", "the/Lower U.S./Upper 's/Poss view/Lower"},
    {"a Sha'ban and d\u2019Artan", "a/Lower Sha'ban/Cap and/Lower d\u2019Artan/Lower"},
    {"said \"Peace is\" now", "said/Lower \"/Open Peace/Start is/Lower \"/Close now/Lower"},
    {"said \u201CPeace is\u201D now", "said/Lower \u201C/Open Peace/Start is/Lower \u201D/Close now/Lower"},
    {"said \u00ABPeace\u00BB or \u201EWar\u201D",
     "said/Lower \u00AB/Open Peace/Start \u00BB/Close or/Lower \u201E/Open War/Start \u201D/Close"},
    {"said \u2018Peace\u2019 now", "said/Lower \u2018/OpenSingle Peace/Start \u2019/CloseSingle now/Lower"},
    {"said 'Peace' now", "said/Lower '/OpenSingle Peace/Start '/CloseSingle now/Lower"},
    {"\"\"Peace", "\"/Open \"/Close Peace/Cap"},
    {"\u201C\u2018Peace", "\u201C/Open \u2018/OpenSingle Peace/Start"},
    {"(\"Astana\")", "(/Punct \"/Open Astana/Start \"/Close )/Punct"},
    {"by \u00D6zal, \u0130nan and \u0416anna", "by/Lower \u00D6zal/Cap ,/Punct \u0130nan/Cap and/Lower \u0416anna/Cap"},
    {"by O\u0308zal", "by/Lower O\u0308zal/Cap"}, /* a combining mark belongs to its letter */
    {"e\u0301tat", "e\u0301tat/Lower"},
    {"a\u00A0b\u2003c\uFEFFd", "a/Lower b/Lower c/Lower d/Lower"},
    {"5 \u20AC \u4E2D\u6587 \U0001F600", "5/Number \u20AC/Punct \u4E2D\u6587/Lower \U0001F600/Punct"},
    {"a\x01"
     "b",
     "a/Lower \x01/Punct b/Lower"},
    {"x<y>z", "x/Lower </Punct y/Lower >/Punct z/Lower"},
};

START_TEST(names_shapes) {
    ck_assert_str_eq(written(shapes[_i].text), shapes[_i].tokens);
}
END_TEST

static const struct {
    const char *text, *cuts;
} cuts[] = {
    {"It is so. They met.", "It is so.|They met."},
    {"Is it? Yes! So it is", "Is it?|Yes!|So it is"},
    {"He met Mr. Ivo. They spoke.", "He met Mr. Ivo.|They spoke."},
    {"V. V. Ivo came. He spoke.", "V. V. Ivo came.|He spoke."},
    {"in the U.S. The sides met", "in the U.S.|The sides met"},
    {"in the U.S. Congress they met", "in the U.S. Congress they met"},
    {"at 9 a.m. on Monday", "at 9 a.m. on Monday"},
    {"It fell by 2.5 points. it rose", "It fell by 2.5 points. it rose"},
    {"\u201CPeace.\u201D He left.", "\u201CPeace.\u201D|He left."},
    {"(It is so.) He left.", "(It is so.)|He left."},
    {"It is so\u2026 He left.", "It is so\u2026|He left."},
    {"It is so. (He left.)", "It is so.|(He left.)"},
    {"One line\ngoes on", "One line\ngoes on"},
    {"A heading\nA line", "A heading||A line"},
    {"One.\n\nTwo. Three.\n", "One.||Two.|Three."},
    {"Hello...World. So", "Hello...World.|So"},
};

START_TEST(cuts_sentences) {
    ck_assert_str_eq(sentences(cuts[_i].text), cuts[_i].cuts);
}
END_TEST

START_TEST(knows_words) {
    vocab_add(lexicon.vocab, "\u20AC", 3);
    vocab_add(lexicon.vocab, "v.", 2);
    uint32_t peace = vocab_add(lexicon.vocab, "peace", 5);
    lexicon_freeze(&lexicon);
    static const char text[] = "Peace PEACE war V. \u20AC \u2026 \u2014 (";
    cut(text, strlen(text));
    ck_assert_int_eq(tokens.list.count, 8);
    ck_assert_uint_eq(tokens.list.at[0].word, peace);
    ck_assert_uint_eq(tokens.list.at[1].word, peace);
    ck_assert_uint_eq(tokens.list.at[2].word, 0);
    ck_assert_str_eq(vocab_word(lexicon.vocab, tokens.list.at[3].word), "v.");
    ck_assert_str_eq(vocab_word(lexicon.vocab, tokens.list.at[4].word), "\u20AC");
    ck_assert_str_eq(vocab_word(lexicon.vocab, tokens.list.at[5].word), "\u2026");
    ck_assert_str_eq(vocab_word(lexicon.vocab, tokens.list.at[6].word), "\u2013"); /* all dashes are one */
    ck_assert_uint_eq(tokens.list.at[7].word, '(');
}
END_TEST

/* Words that the code asks for by number, as they are written and in capitals. */
START_TEST(words_of_the_code_have_numbers) {
    static const char *const words[] = {
#define X(name) #name,
        WORDS(X)
#undef X
    };
    for (int i = 0; i < WORD_END - WORD_FIRST; i++) {
        char *text = arena_printf(arena, "%s, %s", words[i], words[i]);
        *text = (char)(*text & ~0x20);
        cut(text, strlen(text));
        ck_assert_int_eq(tokens.list.count, 3);
        ck_assert_uint_eq(tokens.list.at[0].word, (unsigned)(WORD_FIRST + i));
        ck_assert_uint_eq(tokens.list.at[1].word, ',');
        ck_assert_uint_eq(tokens.list.at[2].word, (unsigned)(WORD_FIRST + i));
    }
    cut("a A", 3);
    ck_assert_uint_eq(tokens.list.at[0].word, 'a');
    ck_assert_uint_eq(tokens.list.at[1].word, 'a');
}
END_TEST

START_TEST(one_sentence_without_cutting) {
    tokenize(lexicon.vocab, NULL, "One. Two. Three", 15, arena, &tokens);
    ck_assert_int_eq(tokens.sentences.count, 1);
    ck_assert_int_eq(tokens.sentences.at[0].last, tokens.list.count);
}
END_TEST

/* True if tokens follow each other in the text, glued where nothing stands between, and sentences share them out. */
static bool in_order(const char *text, size_t size) {
    uint32_t end = 0;
    int token = 0;
    bool good = true;
    cut(text, size);
    for (int i = 0; i < tokens.list.count; i++) {
        const token_t *t = &tokens.list.at[i];
        good &= t->start >= end && t->end > t->start && t->end <= size;
        good &= !end || (t->start > end) == (t->before != GLUED);
        end = t->end;
    }
    for (int i = 0; i < tokens.sentences.count; i++) {
        good &= tokens.sentences.at[i].first == token && tokens.sentences.at[i].last > token;
        token = tokens.sentences.at[i].last;
    }
    return good && token == tokens.list.count;
}

/* What a text of one MiB is made of. */
static const char *const hostile[] = {
    "a",          "A",      "Z.",      "a.",     "9",          "9,",
    "1th ",       " ",      "\n",      "(",      ")",          "[[",
    "<",          ">",      ".",       ". ",     "?!",         "'",
    "''s",        "a'",     "a's",     "\"",     " \"",        "\u201C",
    "\u201C\n\n", "\u201D", "\u2018",  "\u2019", "\u2018A ",   "He: \u201CSo ",
    "-",          "a-",     "A-",      " -- ",   "\u2014",     "\u0301",
    "e\u0301",    "\u00E9", "\u20AC",  "\u4E2D", "\U0001F600", "\u00A0",
    "U.S. The ",  "Mr. ",   "\u2026)", "\x01",
};

START_TEST(survives) {
    size_t unit = strlen(hostile[_i]), size = MANY / unit * unit;
    char *text = malloc(size + 1);
    for (size_t i = 0; i < size; i += unit)
        memcpy(text + i, hostile[_i], unit);
    text[size] = 0;
    ck_assert(in_order(text, size));
    free(text);
}
END_TEST

START_TEST(survives_noise) {
    static const char *const pieces[] = {"a", "B",  "\u00E9", ".", "'", "\u2019", "\"", "\u201C", "\u201D",
                                         " ", "\n", "-",      "s", "9", ",",      "(",  ")",      "\u0301"};
    uint32_t random = 1;
    char text[256];
    for (int round = 0; round < 20000; round++) {
        size_t size = 0;
        while (size < 40) {
            random = random * 1664525 + 1013904223;
            const char *piece = pieces[(random >> 16) % (sizeof pieces / sizeof *pieces)];
            memcpy(text + size, piece, strlen(piece) + 1);
            size += strlen(piece);
        }
        ck_assert_msg(in_order(text, size), "%s", text);
        arena_reset(arena);
    }
}
END_TEST

START_TEST(counts_code_points) {
    static const char *const units[] = {"a", "\u00E9", "ab\u20AC", "\U0001F600", "\u201Cx\u201D "};
    for (size_t u = 0; u < sizeof units / sizeof *units; u++)
        for (size_t times = 0; times < 130; times++) {
            char text[2048] = "";
            text_index_t index;
            for (size_t i = 0; i < times; i++)
                strcpy(text + i * strlen(units[u]), units[u]);
            size_t size = strlen(text);
            text_index(text, size, arena, &index);
            for (size_t byte = 0; byte <= size; byte++)
                if (byte == size || ((unsigned char)text[byte] & 0xC0) != 0x80)
                    ck_assert_uint_eq(text_index_char(&index, (uint32_t)byte), text_length(text, byte));
        }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("token");
    TCase *tests = tcase_create("token");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_set_timeout(tests, 60);
    tcase_add_loop_test(tests, names_shapes, 0, sizeof shapes / sizeof *shapes);
    tcase_add_loop_test(tests, cuts_sentences, 0, sizeof cuts / sizeof *cuts);
    tcase_add_test(tests, knows_words);
    tcase_add_test(tests, words_of_the_code_have_numbers);
    tcase_add_test(tests, one_sentence_without_cutting);
    tcase_add_loop_test(tests, survives, 0, sizeof hostile / sizeof *hostile);
    tcase_add_test(tests, survives_noise);
    tcase_add_test(tests, counts_code_points);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
