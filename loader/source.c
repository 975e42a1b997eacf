#include "source.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "file.h"
#include "metadata.h"
#include "names.h"

struct source {
    walk_t *walk;
    names_t *names;
    const char *encoding;
    uint64_t bytes, total;
    lines_t lines;    /* the file of records in work */
    buffer_t records; /* its path */
    char why[LIMIT_WHY];
};

source_t *source_new(char *const *paths, int count, const char *encoding) {
    source_t *source = must_alloc(sizeof *source);
    *source = (source_t){.walk = walk_new(paths, count), .encoding = encoding, .lines.fd = -1};
    source->names = names_new(paths, count, &source->total);
    return source;
}

void source_free(source_t *source) {
    if (!source)
        return;
    walk_free(source->walk);
    names_free(source->names);
    lines_free(&source->lines);
    free(source->records.bytes);
    free(source);
}

const char *source_why(const source_t *source) {
    return source->why;
}

uint64_t source_bytes(const source_t *source) {
    return source->bytes + source->lines.bytes;
}

uint64_t source_total(const source_t *source) {
    return source->total;
}

const walk_skipped_t *source_skipped(const source_t *source) {
    return walk_skipped(source->walk);
}

__attribute__((format(printf, 2, 3))) static source_step_t refuse(source_t *source, const char *format, ...) {
    va_list args;
    va_start(args, format);
    vsnprintf(source->why, sizeof source->why, format, args);
    va_end(args);
    return SOURCE_REFUSED;
}

static source_step_t found_file(source_t *source, const walk_file_t *file, arena_t *arena, piece_t *out) {
    source->bytes += file->size;
    if (file->metadata)
        out->known = metadata_copy(file->metadata, arena);
    if (!out->known.name)
        out->known.name = names_of(source->names, file, arena);
    out->kind = file->kind;
    out->size = (size_t)file->size;
    return SOURCE_DOCUMENT;
}

/* A record is a line; a byte-order mark may stand before the first. */
static source_step_t found_line(const source_t *source, const char *line, size_t size, piece_t *out) {
    size_t mark = source->lines.number == 1 && size >= 3 && memcmp(line, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    out->kind = FILE_RECORDS;
    out->size = size - mark;
    buffer_room(&out->bytes, size + 1);
    memcpy(out->bytes.bytes, line + mark, out->size + 1);
    return SOURCE_DOCUMENT;
}

/* SOURCE_END: the file of records has no more. */
static source_step_t next_record(source_t *source, arena_t *arena, piece_t *out) {
    char *line;
    size_t size;
    for (;;) {
        line_result_t result = lines_next(&source->lines, &line, &size);
        if (result == LINE_END || result == LINE_FAILED) {
            source->bytes += source->lines.bytes;
            source->lines.bytes = 0;
            lines_close(&source->lines);
        }
        if (result == LINE_END)
            return SOURCE_END;
        if (result == LINE_WAIT)
            return SOURCE_WAIT;
        if (result == LINE_READ && line[strspn(line, " \t\r")] == 0 && strlen(line) == size)
            continue;
        out->place = arena_printf(arena, "%s:%ld", source->records.bytes, source->lines.number);
        if (result == LINE_FAILED)
            return refuse(source, "cannot be read on from here (%s); load it again", strerror(errno));
        if (result == LINE_TOO_LONG)
            return refuse(source, "a line longer than %d MiB; split it into documents", LIMIT_LINE / MIB);
        return found_line(source, line, size, out);
    }
}

static source_step_t open_file(source_t *source, const walk_file_t *file, arena_t *arena, piece_t *out) {
    out->path = out->place = arena_strdup(arena, file->path);
    if (file->kind == FILE_TEXT || file->kind == FILE_PAGE)
        return found_file(source, file, arena, out);
    if (file->kind == FILE_CORRECTIONS)
        return SOURCE_CORRECTIONS;
    int fd = file->kind == FILE_STDIN ? STDIN_FILENO : file_open(file->path, source->why);
    if (fd < 0)
        return SOURCE_REFUSED;
    lines_open(&source->lines, fd, LIMIT_LINE);
    buffer_print(&source->records, "%s", file->path);
    return SOURCE_END;
}

source_step_t source_next(source_t *source, arena_t *arena, piece_t *out) {
    for (;;) {
        source_step_t step;
        *out = (piece_t){.encoding = source->encoding, .bytes = out->bytes};
        if (source->lines.fd >= 0) {
            step = next_record(source, arena, out);
        } else {
            walk_file_t file;
            walk_step_t walked = walk_next(source->walk, &file);
            if (walked == WALK_END)
                return SOURCE_END;
            if (walked == WALK_TROUBLE) {
                out->place = arena_strdup(arena, walk_trouble_at(source->walk));
                return refuse(source, "%s", walk_trouble(source->walk));
            }
            step = open_file(source, &file, arena, out);
        }
        if (step != SOURCE_END)
            return step;
    }
}
