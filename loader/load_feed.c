/* Where the documents of a run come from. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "load_parts.h"
#include "metadata.h"

void read_piece(job_t *job, arena_t *arena) {
    job->state = piece_read(&job->piece, arena, &job->document, job->why) ? JOB_REFUSED : JOB_DOCUMENT;
    if (job->state == JOB_REFUSED)
        job->place = arena_strdup(job->arena, job->piece.place);
}

/* Whether the document, as it is known by name and text, has to be worked on at all. */
static feed_result_t check(load_t *load, job_t *job) {
    read_piece(job, job->arena);
    if (job->state == JOB_REFUSED)
        return FEED_JOB;
    stored_t stored = load->store ? store_check(load->store, &job->document, job->replace) : STORED_NEW;
    switch (stored) {
    case STORE_FAILED: fail_store(load); return FEED_END;
    case STORE_REFUSED: refuse(load, job->place, store_error(load->store)); return FEED_NOTHING;
    case STORED_SAME: load->report.same++; return FEED_NOTHING;
    default: return FEED_JOB;
    }
}

feed_result_t take_corrections(load_t *load, const char *place, const char *line, size_t size) {
    const corrections_t *taken = correct_take(load->correct, place, line, size);
    if (!taken)
        refuse(load, correct_place(load->correct), correct_why(load->correct));
    else if (load->options->task == TASK_FACTS && puts(taken->line) < 0)
        fail_output(load);
    return FEED_NOTHING;
}

feed_result_t feed_paths(load_t *load, void *context, job_t *job) {
    source_t *source = context;
    source_step_t step = source_next(source, job->arena, &job->piece);
    report_progress(&load->report, source_bytes(source) - load->seen);
    load->seen = source_bytes(source);
    if (step == SOURCE_END || interrupted())
        return FEED_END;
    if (step == SOURCE_WAIT)
        return FEED_WAIT;
    if (step == SOURCE_CORRECTIONS)
        return take_corrections(load, job->piece.place, NULL, 0);
    job->place = job->piece.place;
    job->weight = job->piece.size;
    job->state = step == SOURCE_REFUSED ? JOB_REFUSED : JOB_PIECE;
    if (step == SOURCE_REFUSED)
        snprintf(job->why, sizeof job->why, "%s", source_why(source));
    else if (load->stores)
        return check(load, job);
    return FEED_JOB;
}

/* Returns 0 if there are no more files. */
static int open_next(load_t *load, facts_files_t *files) {
    while (files->lines.fd < 0) {
        char why[LIMIT_WHY];
        if (files->next == load->options->path_count)
            return 0;
        const char *path = load->options->paths[files->next++];
        int is_stdin = strcmp(path, "-") == 0, fd = is_stdin ? STDIN_FILENO : file_open(path, why);
        files->path = is_stdin ? "standard input" : path;
        if (fd < 0)
            refuse(load, path, why);
        else
            lines_open(&files->lines, fd, LIMIT_FACTS);
    }
    return 1;
}

feed_result_t feed_facts(load_t *load, void *context, job_t *job) {
    facts_files_t *files = context;
    char *line;
    size_t size;
    if (!open_next(load, files))
        return FEED_END;
    line_result_t result = lines_next(&files->lines, &line, &size);
    if (interrupted())
        return FEED_END;
    if (result == LINE_WAIT)
        return FEED_WAIT;
    if (result == LINE_END || result == LINE_FAILED)
        lines_close(&files->lines);
    job->place = arena_printf(job->arena, "%s:%ld", files->path, files->lines.number);
    if (result == LINE_FAILED)
        refuse(load, job->place, "cannot be read on from here; load it again");
    if (result == LINE_TOO_LONG)
        refuse(load, job->place, "a line longer than 256 MiB; this was not written by --facts");
    if (result != LINE_READ || size == 0)
        return FEED_NOTHING;
    report_progress(&load->report, size);
    if (strncmp(line, CORRECTIONS_LINE, strlen(CORRECTIONS_LINE)) == 0)
        return take_corrections(load, job->place, line, size);
    buffer_room(&job->line, size + 1);
    memcpy(job->line.bytes, line, size + 1);
    job->line.size = job->weight = size;
    job->state = JOB_LINE;
    return FEED_JOB;
}

static int copy_stored(void *context, const document_t *document) {
    job_t *job = context;
    job->document = metadata_copy(document, job->arena);
    return 1;
}

/* context is the name of the document before. */
feed_result_t feed_stored(load_t *load, void *context, job_t *job) {
    buffer_t *after = context;
    int found = store_documents(load->store, after->size > 0 ? after->bytes : NULL, copy_stored, job);
    if (found < 0)
        fail_store(load);
    if (found != 1)
        return FEED_END;
    buffer_print(after, "%s", job->document.name);
    job->place = job->document.name;
    job->weight = job->document.size;
    job->replace = job->stored = 1;
    job->state = JOB_DOCUMENT;
    report_progress(&load->report, job->weight);
    return FEED_JOB;
}
