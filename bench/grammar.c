#include "grammar.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "random.h"

static void *grown(void *old, size_t count, size_t element) {
    if (count & (count - 1))
        return old; /* room is made at each power of two */
    void *memory = realloc(old, (count ? 2 * count : 1) * element);
    if (!memory) {
        fputs("bench: out of memory\n", stderr);
        exit(3);
    }
    return memory;
}

static int by_name(const void *one, const void *other) {
    const phrase_t *a = &((const section_t *)one)->name, *b = &((const section_t *)other)->name;
    int order = memcmp(a->at, b->at, a->size < b->size ? a->size : b->size);
    return order ? order : (a->size > b->size) - (a->size < b->size);
}

/* "3* text" weighs 3, "text" weighs 1. */
static phrase_t alternative(const char *line, size_t size) {
    char *after;
    unsigned long weight = strtoul(line, &after, 10);
    if (after == line || after[0] != '*' || after[1] != ' ')
        return (phrase_t){line, size, 1};
    after += 2;
    return (phrase_t){after, size - (size_t)(after - line), (uint32_t)weight};
}

static void add_alternative(section_t *section, phrase_t phrase) {
    section->alternatives = grown(section->alternatives, section->count, sizeof *section->alternatives);
    section->alternatives[section->count++] = phrase;
    section->weight += phrase.weight;
}

void grammar_read(grammar_t *grammar, const char *text) {
    *grammar = (grammar_t){0};
    for (const char *line = text, *end; *line; line = *end ? end + 1 : end) {
        end = strchrnul(line, '\n');
        size_t size = (size_t)(end - line);
        if (size == 0 || line[0] == '#')
            continue;
        if (line[0] == '[' && end[-1] == ']') {
            grammar->sections = grown(grammar->sections, grammar->count, sizeof *grammar->sections);
            grammar->sections[grammar->count++] = (section_t){.name = {line + 1, size - 2, 0}};
        } else if (grammar->count > 0) {
            add_alternative(&grammar->sections[grammar->count - 1], alternative(line, size));
        }
    }
    qsort(grammar->sections, grammar->count, sizeof *grammar->sections, by_name);
}

void grammar_free(grammar_t *grammar) {
    for (size_t i = 0; i < grammar->count; i++)
        free(grammar->sections[i].alternatives);
    free(grammar->sections);
}

const section_t *grammar_section(const grammar_t *grammar, const char *name, size_t size) {
    section_t key = {.name = {name, size, 0}};
    const section_t *found = bsearch(&key, grammar->sections, grammar->count, sizeof key, by_name);
    if (!found || found->count == 0) {
        fprintf(stderr, "bench: readouts.txt has no section [%.*s]\n", (int)size, name);
        exit(3);
    }
    return found;
}

const phrase_t *grammar_pick(const section_t *section, uint64_t *random) {
    uint32_t at = random_below(random, section->weight);
    const phrase_t *phrase = section->alternatives;
    for (; at >= phrase->weight; phrase++)
        at -= phrase->weight;
    return phrase;
}

phrase_t phrase_field(const phrase_t *row, int number) {
    const char *at = row->at, *end = row->at + row->size;
    for (; number > 0 && at < end; number--) {
        const char *bar = memchr(at, '|', (size_t)(end - at));
        at = bar ? bar + 1 : end;
    }
    const char *bar = memchr(at, '|', (size_t)(end - at));
    return (phrase_t){at, (size_t)((bar ? bar : end) - at), 1};
}

int phrase_is(phrase_t phrase, const char *text) {
    return phrase.size == strlen(text) && memcmp(phrase.at, text, phrase.size) == 0;
}

/* Typographic quotation marks of the table as plain ones, where the publisher writes those. */
static void put(expansion_t *expansion, const char *text, size_t size) {
    static const char *const plain[] = {"\u201c\"", "\u201d\"", "\u2019'"};
    for (size_t i = 0; i < size; i++) {
        const char *mark = NULL;
        for (int k = 0; k < 3 && expansion->straight && size - i >= 3 && text[i] == '\xe2'; k++)
            mark = memcmp(text + i, plain[k], 3) == 0 ? plain[k] + 3 : mark;
        buffer_add(expansion->out, mark ? mark : text + i, 1);
        i += mark ? 2 : 0;
    }
}

/* Text as it stands; a comma that an introduction left behind gives way to the mark that follows. */
void expansion_put(expansion_t *expansion, const char *text, size_t size) {
    buffer_t *out = expansion->out;
    if (size > 0 && strchr(",.;", text[0]) && out->size > 0 && out->at[out->size - 1] == ',')
        out->size--;
    put(expansion, text, size);
}

/* Capital letter at a place of the text: ASCII, Latin-1 and the Latin Extended-A pairs that the names use. */
static void capitalize(char *at) {
    if (*at >= 'a' && *at <= 'z')
        *at = (char)(*at - 'a' + 'A');
    else if (*at == '\xc3' && (unsigned char)at[1] >= 0xa0)
        at[1] = (char)(at[1] - 0x20);
    else if (*at == '\xc5' && (at[1] & 1))
        at[1] = (char)(at[1] - 1);
}

static void put_article(buffer_t *out, size_t at) {
    const char *article = strchr("aeiou", out->at[at] | 0x20) ? "an " : "a ";
    size_t size = strlen(article), rest = out->size - at;
    buffer_add(out, article, size);
    memmove(out->at + at + size, out->at + at, rest);
    memcpy(out->at + at, article, size);
}

static void expand_name(expansion_t *expansion, const char *name, size_t size) {
    int capital = *name == '^', article = size > 2 && name[0] == 'a' && name[1] == ' ';
    size_t skip = capital ? 1 : article ? 2 : 0, before = expansion->out->size;
    name += skip;
    size -= skip;
    if (strchr("=#", *name) || (*name >= 'A' && *name <= 'Z'))
        expansion->slot(expansion->context, name, size);
    else
        expand(expansion, grammar_pick(grammar_section(expansion->grammar, name, size), expansion->random));
    if (article)
        put_article(expansion->out, before);
    if (capital)
        capitalize(expansion->out->at + before);
}

void expand(expansion_t *expansion, const phrase_t *phrase) {
    const char *at = phrase->at, *end = phrase->at + phrase->size;
    while (at < end) {
        size_t plain = 0;
        while (at + plain < end && !strchr("{<", at[plain]))
            plain++;
        expansion_put(expansion, at, plain);
        at += plain;
        if (at == end)
            return;
        const char *close = memchr(at, *at == '{' ? '}' : '>', (size_t)(end - at));
        if (!close) {
            fprintf(stderr, "bench: readouts.txt: unclosed in '%.*s'\n", (int)phrase->size, phrase->at);
            exit(3);
        }
        if (*at == '{')
            expand_name(expansion, at + 1, (size_t)(close - at - 1));
        else
            expansion->mark(expansion->context, at + 1, (size_t)(close - at - 1));
        at = close + 1;
    }
}
