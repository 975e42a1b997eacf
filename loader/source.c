#include "source.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "file.h"
#include "json.h"
#include "metadata.h"
#include "names.h"
#include "page.h"
#include "text.h"

struct source {
    walk_t *walk;
    names_t *names;
    const char *encoding;
    uint64_t bytes, total;
    buffer_t file;    /* the text file in work */
    lines_t lines;    /* the file of records in work */
    buffer_t records; /* its path */
    buffer_t place;
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
    free(source->file.bytes);
    free(source->records.bytes);
    free(source->place.bytes);
    free(source);
}

const char *source_place(const source_t *source) {
    return source->place.bytes;
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

static int is_utf8(const char *text) {
    size_t left = strlen(text), step;
    for (; left > 0 && (step = text_character(text, left)) > 0; left -= step)
        text += step;
    return left == 0;
}

static int read_text(const char *bytes, size_t size, const char *encoding, arena_t *arena, document_t *out,
                     char why[LIMIT_WHY]) {
    text_t text;
    if (text_decode(bytes, size, encoding, arena, &text, why))
        return -1;
    out->text = text.bytes;
    out->size = text.size;
    return 0;
}

/* What the manifest says of a page goes before what the page says of itself. */
static source_step_t read_document(source_t *source, const walk_file_t *file, arena_t *arena, document_t *out) {
    document_t found = {0};
    const buffer_t *bytes = &source->file;
    source->bytes += file->size;
    if (file_read(file->path, LIMIT_DOCUMENT, &source->file, source->why) ||
        (file->kind == FILE_PAGE ? page_read_file : read_text)(bytes->bytes, bytes->size, source->encoding, arena,
                                                               &found, source->why))
        return SOURCE_REFUSED;
    if (file->metadata)
        *out = metadata_copy(file->metadata, arena);
    metadata_complete(out, &found);
    if (!out->name)
        out->name = names_of(source->names, file, arena);
    const char *wrong = is_utf8(out->name) ? metadata_check_name(out->name) : "is not valid UTF-8";
    if (wrong)
        return refuse(source, "its name %s; rename it or give it an id in manifest.json", wrong);
    out->text = found.text;
    out->size = found.size;
    return SOURCE_DOCUMENT;
}

static int read_record(const char *line, const json_t *root, arena_t *arena, document_t *out, fault_t *fault) {
    char why[LIMIT_WHY];
    document_t found = {0};
    int is_page = json_object_get(root, "html") != NULL;
    const char *key = is_page ? "html" : "text";
    if (is_page && json_object_get(root, "text"))
        return json_blame(line, json_find_member(line, "text"), fault, "\"text\" beside \"html\"; give one of them");
    if (metadata_read(line, line, root, key, arena, out, fault))
        return -1;
    const json_t *body = json_object_get(root, key);
    if (!out->name || !json_is_string(body))
        return json_blame(line, line, fault, "\"%s\" is missing or no string; give an id, and text or html",
                          out->name ? key : "id");
    const char *bytes = json_string_value(body);
    size_t size = json_string_length(body);
    if (is_page ? page_read_text(bytes, size, arena, &found, why) : read_text(bytes, size, NULL, arena, &found, why))
        return json_blame(line, json_find_member(line, key), fault, "\"%s\": %s", key, why);
    metadata_complete(out, &found);
    out->text = found.text;
    out->size = found.size;
    return 0;
}

/* A record is a line; a byte-order mark may stand before the first. */
static source_step_t read_line(source_t *source, const char *line, size_t size, arena_t *arena, document_t *out) {
    fault_t fault;
    if (source->lines.number == 1 && size >= 3 && memcmp(line, "\xef\xbb\xbf", 3) == 0) {
        line += 3;
        size -= 3;
    }
    json_t *root = json_read(line, size, LIMIT_RECORD_VALUES, &fault);
    int failed = !root || read_record(line, root, arena, out, &fault);
    json_decref(root);
    if (!failed)
        return SOURCE_DOCUMENT;
    buffer_print(&source->place, "%s:%ld:%d", source->records.bytes, source->lines.number, fault.column);
    return refuse(source, "%s%s", fault.what, strchr(fault.what, ';') ? "" : "; correct this record");
}

/* SOURCE_END: the file of records has no more. */
static source_step_t next_record(source_t *source, arena_t *arena, document_t *out) {
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
        buffer_print(&source->place, "%s:%ld", source->records.bytes, source->lines.number);
        if (result == LINE_FAILED)
            return refuse(source, "cannot be read on from here (%s); load it again", strerror(errno));
        if (result == LINE_TOO_LONG)
            return refuse(source, "a line longer than %d MiB; split it into documents", LIMIT_LINE / MIB);
        if (line[strspn(line, " \t\r")] != 0 || strlen(line) < size)
            return read_line(source, line, size, arena, out);
    }
}

static source_step_t open_file(source_t *source, const walk_file_t *file, arena_t *arena, document_t *out) {
    buffer_print(&source->place, "%s", file->path);
    if (file->kind == FILE_TEXT || file->kind == FILE_PAGE)
        return read_document(source, file, arena, out);
    if (file->kind == FILE_CORRECTIONS)
        return SOURCE_CORRECTIONS;
    int fd = file->kind == FILE_STDIN ? STDIN_FILENO : file_open(file->path, source->why);
    if (fd < 0)
        return SOURCE_REFUSED;
    lines_open(&source->lines, fd, LIMIT_LINE);
    buffer_print(&source->records, "%s", file->path);
    return SOURCE_END;
}

source_step_t source_next(source_t *source, arena_t *arena, document_t *out) {
    for (;;) {
        source_step_t step;
        *out = (document_t){0};
        if (source->lines.fd >= 0) {
            step = next_record(source, arena, out);
        } else {
            walk_file_t file;
            walk_step_t walked = walk_next(source->walk, &file);
            if (walked == WALK_END)
                return SOURCE_END;
            if (walked == WALK_TROUBLE) {
                buffer_print(&source->place, "%s", walk_trouble_at(source->walk));
                return refuse(source, "%s", walk_trouble(source->walk));
            }
            step = open_file(source, &file, arena, out);
        }
        if (step != SOURCE_END)
            return step;
    }
}
