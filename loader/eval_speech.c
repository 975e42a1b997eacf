/* Speech is counted by the character, white space aside: of the words that somebody said, how many went to the right
 * speaker. Rows are stretches of the squeezed text; what several rows of a speaker cover counts once. */
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "eval_parts.h"

/* A document without its white space. Offsets are bytes of it. */
typedef struct squeezed {
    char *bytes;
    size_t size;
    uint32_t *count_at;  /* by byte, and at the end: characters before it */
    uint32_t *offset_of; /* by code point of the document, and at the end: where it went */
    uint32_t *raw_of;    /* the same: where it stood */
    uint32_t points;
    finder_t finder; /* of the document's bytes */
} squeezed_t;

static bool is_space(utf8proc_int32_t c) {
    if (c < 0x80)
        return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f);
    const utf8proc_property_t *property = utf8proc_get_property(c);
    return property->category == UTF8PROC_CATEGORY_ZS || property->bidi_class == UTF8PROC_BIDI_CLASS_WS ||
           property->bidi_class == UTF8PROC_BIDI_CLASS_B || property->bidi_class == UTF8PROC_BIDI_CLASS_S;
}

static squeezed_t squeeze(const char *text, arena_t *arena) {
    const char *start = text;
    size_t left = strlen(text), room = (left + 1) * sizeof(uint32_t);
    uint32_t count = 0;
    squeezed_t s = {.bytes = arena_alloc(arena, left + 1)};
    s.count_at = arena_alloc(arena, room);
    s.offset_of = arena_alloc(arena, room);
    s.raw_of = arena_alloc(arena, room);
    while (left > 0) {
        utf8proc_int32_t c;
        utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)left, &c);
        if (size <= 0)
            break;
        s.raw_of[s.points] = (uint32_t)(text - start);
        s.offset_of[s.points++] = (uint32_t)s.size;
        for (utf8proc_ssize_t i = 0; i < size && !is_space(c); i++) {
            s.count_at[s.size] = count;
            s.bytes[s.size++] = text[i];
        }
        count += !is_space(c);
        text += size;
        left -= (size_t)size;
    }
    s.bytes[s.size] = 0;
    s.count_at[s.size] = count;
    s.offset_of[s.points] = (uint32_t)s.size;
    s.raw_of[s.points] = (uint32_t)(text - start);
    return s;
}

static long length(const squeezed_t *s, size_t start, size_t end) {
    return (long)s->count_at[end] - (long)s->count_at[start];
}

/* ---- where a row stands ---- */

typedef struct stretch {
    int64_t speaker;
    const row_t *row;
    const char *bytes; /* the row's text, squeezed */
    size_t size;
    size_t aim;        /* where it is said to stand; 0 for wanted rows, which do not say */
    size_t start, end; /* the place nearest to the aim */
} stretch_t;

typedef LIST(stretch_t) stretches_t;

/* A place where stretches of one owner begin: no two begin at the same, as long as the words stand elsewhere too. */
typedef struct taken {
    int64_t owner;
    size_t start;
} taken_t;

static bool is_taken(map_t *taken, int64_t owner, size_t start) {
    taken_t key = {owner, start};
    return taken && *map_at(taken, &key, sizeof key);
}

static size_t distance(const squeezed_t *s, size_t one, size_t other) {
    return (size_t)labs(length(s, one, other));
}

/* The place of a stretch that is nearest to its aim and not taken, else the nearest; FIND_NONE if there is none. */
static size_t find_place(const squeezed_t *s, const stretch_t *stretch, map_t *taken, int64_t owner) {
    size_t any = FIND_NONE, free_one = FIND_NONE;
    if (stretch->size <= s->size - stretch->aim && !memcmp(s->bytes + stretch->aim, stretch->bytes, stretch->size) &&
        !is_taken(taken, owner, stretch->aim))
        return stretch->aim;
    for (size_t start = finder_first(&s->finder, stretch->bytes, stretch->size); start != FIND_NONE;
         start = finder_after(&s->finder, stretch->bytes, stretch->size, start)) {
        size_t far = distance(s, start, stretch->aim);
        if (any == FIND_NONE || far < distance(s, any, stretch->aim))
            any = start;
        if (!is_taken(taken, owner, start) && (free_one == FIND_NONE || far < distance(s, free_one, stretch->aim)))
            free_one = start;
        if (free_one != FIND_NONE && start >= stretch->aim)
            break;
    }
    return free_one != FIND_NONE ? free_one : any;
}

/* Speakers are numbered from 1 as they come. */
typedef struct speakers {
    map_t *numbers;
    int64_t last;
} speakers_t;

static int64_t number_of(speakers_t *speakers, const char *name) {
    int64_t *number = map_at(speakers->numbers, name, strlen(name));
    if (!*number)
        *number = ++speakers->last;
    return *number;
}

/* A place in code points as it is in a found row. */
static uint32_t point_of(const squeezed_t *s, const char *number) {
    unsigned long point = strtoul(number, NULL, 10);
    return point < s->points ? (uint32_t)point : s->points;
}

/* The words of a row: those of wanted rows come with it, those of found rows are a place in the document. */
static void read_words(const squeezed_t *s, stretch_t *stretch, arena_t *arena) {
    const row_t *row = stretch->row;
    if (row->at[START]) {
        stretch->aim = s->offset_of[point_of(s, row->at[START])];
        stretch->bytes = s->bytes + stretch->aim;
        stretch->size = s->offset_of[point_of(s, row->at[END])] - stretch->aim;
    } else {
        squeezed_t words = squeeze(row->at[TEXT], arena);
        stretch->bytes = words.bytes;
        stretch->size = words.size;
    }
}

static stretches_t read_stretches(const squeezed_t *s, const rows_t *rows, speakers_t *speakers, arena_t *arena) {
    stretches_t list = {0};
    for (int i = 0; i < rows->count; i++) {
        stretch_t *stretch = list_add(arena, &list);
        *stretch = (stretch_t){.row = &rows->at[i], .speaker = number_of(speakers, rows->at[i].at[PERSON])};
        read_words(s, stretch, arena);
        stretch->start = find_place(s, stretch, NULL, 0);
        stretch->end = stretch->start + stretch->size;
    }
    return list;
}

/* ---- characters ---- */

/* Who covers what: rows as they are, and rows of each mode. */
enum { WANTED, FOUND, BY_MODE = 2 }; /* side + BY_MODE * (1 direct, 2 reported) */
enum { COVERS = 6 };

typedef struct edge {
    int64_t speaker;
    size_t at;
    int cover, step;
} edge_t;

typedef LIST(edge_t) edges_t;

static int by_speaker_and_place(const void *a, const void *b) {
    const edge_t *x = a, *y = b;
    if (x->speaker != y->speaker)
        return x->speaker < y->speaker ? -1 : 1;
    return (x->at > y->at) - (x->at < y->at);
}

/* Puts the stretches of one side in their places, whose owners are the speakers or, by_mode, speakers in one mode. */
static void add_edges(edges_t *edges, const squeezed_t *s, const stretches_t *list, int side, bool by_mode,
                      arena_t *arena) {
    map_t *taken = map_new();
    for (int i = 0; i < list->count; i++) {
        const stretch_t *stretch = &list->at[i];
        int mode = !by_mode ? 0 : strcmp(stretch->row->at[MODE], "direct") == 0 ? 1 : 2;
        taken_t key = {stretch->speaker * 3 + mode, 0};
        if (stretch->size == 0)
            continue;
        key.start = find_place(s, stretch, taken, key.owner);
        *map_at(taken, &key, sizeof key) = 1;
        *list_add(arena, edges) = (edge_t){stretch->speaker, key.start, side + BY_MODE * mode, 1};
        *list_add(arena, edges) = (edge_t){stretch->speaker, key.start + stretch->size, side + BY_MODE * mode, -1};
    }
    map_free(taken);
}

static void count_stretch(tally_t *tally, const int covers[COVERS], long size) {
    bool wanted = covers[WANTED] > 0, found = covers[FOUND] > 0, same = true;
    tally->wanted += wanted ? size : 0;
    tally->found += found ? size : 0;
    if (!wanted || !found)
        return;
    tally->right += size;
    for (int mode = BY_MODE; mode < COVERS; mode += BY_MODE)
        same = same && (covers[mode + WANTED] > 0) == (covers[mode + FOUND] > 0);
    tally->fields[0].right += same ? size : 0;
    tally->fields[0].all += size;
}

static void count_characters(const squeezed_t *s, const stretches_t *wanted, const stretches_t *found, arena_t *arena,
                             tally_t *tally) {
    edges_t edges = {0};
    int covers[COVERS] = {0};
    for (int by_mode = 0; by_mode < 2; by_mode++) {
        add_edges(&edges, s, wanted, WANTED, by_mode, arena);
        add_edges(&edges, s, found, FOUND, by_mode, arena);
    }
    if (edges.count)
        qsort(edges.at, (size_t)edges.count, sizeof *edges.at, by_speaker_and_place);
    for (int i = 0; i < edges.count; i++) {
        const edge_t *edge = &edges.at[i];
        covers[edge->cover] += edge->step;
        if (i + 1 < edges.count && edge[1].speaker == edge->speaker)
            count_stretch(tally, covers, length(s, edge->at, edge[1].at));
    }
}

/* ---- whole rows ---- */

static int by_speaker_and_start(const void *a, const void *b) {
    const stretch_t *x = a, *y = b;
    if (x->speaker != y->speaker)
        return x->speaker < y->speaker ? -1 : 1;
    return (x->start > y->start) - (x->start < y->start);
}

static bool is_before(const stretch_t *stretch, int64_t speaker, size_t start) {
    return stretch->speaker != speaker ? stretch->speaker < speaker : stretch->start < start;
}

/* Whether three quarters of the characters of both are common to them. */
static bool is_same(const squeezed_t *s, const stretch_t *one, const stretch_t *other) {
    size_t start = one->start > other->start ? one->start : other->start;
    size_t end = one->end < other->end ? one->end : other->end;
    long common = start < end ? length(s, start, end) : 0;
    long all = length(s, one->start, one->end) + length(s, other->start, other->end) - common;
    return 4 * common >= 3 * all;
}

/* One of the same speaker that is the same row. It begins at most a third of the length before and behind. */
static bool has_same(const squeezed_t *s, const stretches_t *sorted, const stretch_t *stretch) {
    size_t reach = 2 * stretch->size, /* bytes; a character has up to four */
        from = stretch->start > reach ? stretch->start - reach : 0;
    int low = 0, high = sorted->count;
    while (low < high) {
        int middle = (low + high) / 2;
        if (is_before(&sorted->at[middle], stretch->speaker, from))
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < sorted->count && sorted->at[low].speaker == stretch->speaker && sorted->at[low].start <= stretch->end;
         low++)
        if (is_same(s, stretch, &sorted->at[low]))
            return true;
    return false;
}

static void count_rows(const squeezed_t *s, const stretches_t *wanted, const stretches_t *found, tally_t *tally) {
    for (int i = 0; i < wanted->count; i++)
        tally->fields[1].right += 2 * has_same(s, found, &wanted->at[i]);
    tally->fields[1].all += wanted->count + found->count;
}

/* ---- what is told of rows missed and wrong ---- */

/* What the stretches of a side cover, those of each speaker apart, or of all together (speaker 0); in the order of both. */
static stretches_t cover(const stretches_t *sorted, bool together, arena_t *arena) {
    stretches_t covers = {0};
    for (int i = 0; i < sorted->count; i++) {
        stretch_t next = sorted->at[i];
        next.speaker = together ? 0 : next.speaker;
        *list_add(arena, &covers) = next;
    }
    if (covers.count)
        qsort(covers.at, (size_t)covers.count, sizeof *covers.at, by_speaker_and_start);
    int count = 0;
    for (int i = 0; i < covers.count; i++) {
        stretch_t *last = count ? &covers.at[count - 1] : NULL, next = covers.at[i];
        if (last && last->speaker == next.speaker && next.start <= last->end)
            last->end = next.end > last->end ? next.end : last->end;
        else
            covers.at[count++] = next;
    }
    covers.count = count;
    return covers;
}

/* The share of a stretch that is covered: by a speaker, or by anybody. */
static double covered(const squeezed_t *s, const stretches_t *covers, int64_t speaker, const stretch_t *stretch) {
    int low = 0, high = covers->count;
    long common = 0, all = length(s, stretch->start, stretch->end);
    while (low < high) {
        int middle = (low + high) / 2;
        const stretch_t *at = &covers->at[middle];
        if (at->speaker != speaker ? at->speaker < speaker : at->end <= stretch->start)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < covers->count && covers->at[low].speaker == speaker && covers->at[low].start < stretch->end; low++) {
        size_t start = covers->at[low].start > stretch->start ? covers->at[low].start : stretch->start;
        size_t end = covers->at[low].end < stretch->end ? covers->at[low].end : stretch->end;
        common += length(s, start, end);
    }
    return all ? (double)common / (double)all : 1;
}

enum { ENOUGH = 80, LITTLE = 50 }; /* per cent of a row's characters, found or spoken at all */

static const char *show_found(const squeezed_t *s, const char *document, const row_t *row, arena_t *arena) {
    uint32_t start = s->raw_of[point_of(s, row->at[START])], end = s->raw_of[point_of(s, row->at[END])];
    return arena_printf(arena, "%s | %.*s", row->shown, (int)(end - start), document + start);
}

static void tell_misses(const eval_t *eval, const gold_t *gold, const char *document, const squeezed_t *s,
                        const stretches_t *wanted, const stretches_t *found) {
    stretches_t by_speaker = cover(found, false, gold->arena), by_any = cover(found, true, gold->arena);
    stretches_t spoken = cover(wanted, true, gold->arena);
    for (int i = 0; i < wanted->count; i++) {
        const stretch_t *stretch = &wanted->at[i];
        if (100 * covered(s, &by_speaker, stretch->speaker, stretch) >= ENOUGH)
            continue;
        bool other = 100 * covered(s, &by_any, 0, stretch) >= ENOUGH;
        eval_miss(eval, SPEECH, gold, other ? "wrong speaker, should be" : "missed", stretch->row->shown);
    }
    for (int i = 0; i < found->count; i++)
        if (100 * covered(s, &spoken, 0, &found->at[i]) < LITTLE)
            eval_miss(eval, SPEECH, gold, "wrong", show_found(s, document, found->at[i].row, gold->arena));
}

static void sort(stretches_t *list) {
    if (list->count)
        qsort(list->at, (size_t)list->count, sizeof *list->at, by_speaker_and_start);
}

void eval_speech(eval_t *eval, const gold_t *gold, const char *document, const rows_t *wanted, const rows_t *found) {
    speakers_t speakers = {map_new(), 0};
    squeezed_t s = squeeze(document, gold->arena);
    s.finder = finder_of(s.bytes, s.size, gold->arena);
    stretches_t all_wanted = read_stretches(&s, wanted, &speakers, gold->arena);
    stretches_t all_found = read_stretches(&s, found, &speakers, gold->arena);
    map_free(speakers.numbers);
    count_characters(&s, &all_wanted, &all_found, gold->arena, &eval->tallies[SPEECH]);
    if (eval->misses)
        tell_misses(eval, gold, document, &s, &all_wanted, &all_found);
    sort(&all_found);
    count_rows(&s, &all_wanted, &all_found, &eval->tallies[SPEECH]);
}
