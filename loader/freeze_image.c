#include <inttypes.h>
#include <link.h>
#include <stdarg.h>
#include <stdlib.h>

#include "freeze.h"

enum { WORD = sizeof(uintptr_t) };

/* A piece that goes into the image: linked ones hold pointers, which the loader of programs fills in, and lie apart from
 * the others, whose pages so stay as they are on disk. */
typedef struct frozen {
    const piece_t *piece, *again; /* of both readings */
    bool linked;
    size_t place; /* bytes from the beginning of the linked, or of the others */
} frozen_t;

typedef struct freeze {
    pieces_t pieces;   /* of both readings */
    size_t *number_of; /* by piece: which frozen one it is + 1, 0: none yet */
    frozen_t *frozen;  /* in the order in which they are met; the first is the root */
    size_t count;
    pieces_t loaded; /* the program and its libraries, by address */
    char *error;
} freeze_t;

static void fail(freeze_t *f, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void fail(freeze_t *f, const char *format, ...) {
    va_list args;
    va_start(args, format);
    if (!f->error && vasprintf(&f->error, format, args) < 0)
        abort();
    va_end(args);
}

/* The piece that an address is in, or just behind, or NULL. */
static const piece_t *piece_with(const pieces_t *pieces, uintptr_t at) {
    size_t low = 0, high = pieces->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (pieces->at[middle].at <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low && at - pieces->at[low - 1].at <= pieces->at[low - 1].size ? &pieces->at[low - 1] : NULL;
}

/* ---- what is wrong ---- */

static int add_loaded(struct dl_phdr_info *info, size_t size, void *context) {
    pieces_t *loaded = context;
    (void)size;
    loaded->at = must_realloc(loaded->at, (loaded->count + info->dlpi_phnum) * sizeof *loaded->at);
    for (int i = 0; i < info->dlpi_phnum; i++)
        if (info->dlpi_phdr[i].p_type == PT_LOAD)
            loaded->at[loaded->count++] =
                (piece_t){info->dlpi_addr + info->dlpi_phdr[i].p_vaddr, info->dlpi_phdr[i].p_memsz};
    return 0;
}

/* What a pointer to the program itself leads to is often a string. */
static void fail_static(freeze_t *f, uintptr_t at) {
    const char *text = (const char *)at;
    int size = 0;
    while (size < 30 && text[size] >= ' ' && text[size] <= '~')
        size++;
    fail(f, "words and rules hold a pointer into the program, to \"%.*s\"; copy it into an arena (arena_strdup)", size,
         text);
}

/* ---- which words are pointers ---- */

static uintptr_t word_at(const piece_t *piece, size_t i) {
    return ((const uintptr_t *)piece->at)[i];
}

/* Adds a piece, if it is new; false if it is known, and had another one beside it in the other reading. */
static bool add_frozen(freeze_t *f, const piece_t *piece, const piece_t *again) {
    size_t *number = &f->number_of[piece - f->pieces.at];
    if (*number)
        return f->frozen[*number - 1].again == again;
    f->frozen[f->count++] = (frozen_t){.piece = piece, .again = again};
    *number = f->count;
    return true;
}

/* True if an address is of the memory between the first and the last piece, where all that is allocated may be. */
static bool is_allocated(const pieces_t *pieces, uintptr_t at) {
    return at >= pieces->at[0].at && at <= pieces->at[pieces->count - 1].at;
}

/* Looks at one word of a piece in both readings; true if it is a pointer that the image keeps. */
static bool take_word(freeze_t *f, const frozen_t *owner, size_t i) {
    uintptr_t at = word_at(owner->piece, i), other = word_at(owner->again, i);
    if (at == other) {
        if (piece_with(&f->loaded, at))
            fail_static(f, at);
        return false;
    }
    const piece_t *piece = piece_with(&f->pieces, at), *again = piece_with(&f->pieces, other);
    if (piece && again && piece->size == again->size && at - piece->at == other - again->at &&
        add_frozen(f, piece, again))
        return true;
    if (!arena_exists(at) && is_allocated(&f->pieces, at) && is_allocated(&f->pieces, other))
        fail(f,
             "words and rules read twice differ in byte %zu of %zu (%#" PRIxPTR ", %#" PRIxPTR
             "): a pointer to memory that is in no arena; use arena_alloc",
             i * WORD, owner->piece->size, at, other);
    return false;
}

/* Tables begin where a line of the cache does, so that none of their slots lies in two. */
enum { LINE_BITS = 6 };
static bool is_table(const piece_t *piece) {
    return piece->size >= 1 << LINE_BITS;
}

/* Follows the pointers from the root on, and gives each piece that is met its place. */
static void trace(freeze_t *f) {
    size_t room[2] = {0};
    for (size_t k = 0; k < f->count && !f->error; k++) {
        frozen_t *frozen = &f->frozen[k];
        for (size_t i = 0; i < frozen->piece->size / WORD; i++)
            frozen->linked |= take_word(f, frozen, i);
        size_t line = is_table(frozen->piece) ? 1 << LINE_BITS : 1;
        frozen->place = (room[frozen->linked] + line - 1) / line * line;
        room[frozen->linked] = frozen->place + frozen->piece->size;
    }
}

/* ---- assembler ---- */

static const char *const part_name[] = {".Lvalues", ".Llinks"}; /* by frozen_t.linked */
static const char *const directive = sizeof(uintptr_t) == 8 ? ".8byte" : ".4byte";

/* A value without the bytes that differ between the readings: padding, which nobody set. */
static uintptr_t without_padding(uintptr_t value, uintptr_t again) {
    for (size_t bit = 0; bit < WORD * 8; bit += 8)
        if ((value ^ again) >> bit & 0xFF)
            value &= ~((uintptr_t)0xFF << bit);
    return value;
}

static void write_word(const freeze_t *f, const frozen_t *owner, size_t i, FILE *out) {
    uintptr_t at = word_at(owner->piece, i), other = word_at(owner->again, i);
    const piece_t *piece = at == other ? NULL : piece_with(&f->pieces, at);
    if (piece) {
        const frozen_t *to = &f->frozen[f->number_of[piece - f->pieces.at] - 1];
        fprintf(out, "%s %s+%zu\n", directive, part_name[to->linked], to->place + (at - piece->at));
    } else {
        fprintf(out, "%s %#" PRIxPTR "\n", directive, arena_exists(at) ? 0 : without_padding(at, other));
    }
}

static void write_piece(const freeze_t *f, const frozen_t *frozen, FILE *out) {
    size_t count = frozen->piece->size / WORD;
    for (size_t i = 0, zeros; i < count; i += zeros + (i + zeros < count)) {
        for (zeros = 0; i + zeros < count && !word_at(frozen->piece, i + zeros); zeros++) {
        }
        if (zeros)
            fprintf(out, ".zero %zu\n", zeros * WORD);
        if (i + zeros < count)
            write_word(f, frozen, i + zeros, out);
    }
}

static void write_part(const freeze_t *f, bool linked, const char *section, FILE *out) {
    fprintf(out, "\n.section %s,%%progbits\n.p2align %d\n%s:\n", section, LINE_BITS, part_name[linked]);
    for (size_t k = 0; k < f->count; k++)
        if (f->frozen[k].linked == linked) {
            if (is_table(f->frozen[k].piece))
                fprintf(out, ".p2align %d\n", LINE_BITS);
            write_piece(f, &f->frozen[k], out);
        }
}

static void write_image(const freeze_t *f, const char *symbol, FILE *out) {
    fprintf(out, "/* Words and rules as they lie in memory, written by freeze: see loader/freeze.h. */\n");
    write_part(f, false, ".rodata,\"a\"", out);
    write_part(f, true, ".data.rel.ro,\"aw\"", out);
    fprintf(out, "\n.globl %s\n.type %s,%%object\n.size %s,%d\n%s:\n%s %s+%zu\n", symbol, symbol, symbol, WORD, symbol,
            directive, part_name[f->frozen->linked], f->frozen->place);
    fprintf(out, "\n.section .note.GNU-stack,\"\",%%progbits\n");
}

char *freeze_write(const void *root, const void *again, const char *symbol, FILE *out) {
    freeze_t f = {.pieces = arena_pieces()};
    f.number_of = must_alloc(f.pieces.count * sizeof *f.number_of);
    memset(f.number_of, 0, f.pieces.count * sizeof *f.number_of);
    f.frozen = must_alloc(f.pieces.count * sizeof *f.frozen);
    dl_iterate_phdr(add_loaded, &f.loaded);
    sort_pieces(&f.loaded);
    add_frozen(&f, piece_with(&f.pieces, (uintptr_t)root), piece_with(&f.pieces, (uintptr_t)again));
    trace(&f);
    if (!f.error)
        write_image(&f, symbol, out);
    free(f.pieces.at);
    free(f.number_of);
    free(f.frozen);
    free(f.loaded.at);
    return f.error;
}
