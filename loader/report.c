#include "report.h"

#include <string.h>
#include <time.h>
#include <unistd.h>

#include "text.h"

static const char *const fact_names[FACT_KINDS] = {"offices",   "meetings",  "attendance", "speech",
                                                   "proposals", "adoptions", "membership"};

/* Control characters (C1 too), the ones that turn the direction of writing, and bytes that are no UTF-8 become \xNN. */
static int is_plain(const char *text, size_t size) {
    const unsigned char *p = (const unsigned char *)text;
    if (size == 1)
        return p[0] >= 0x20 && p[0] != 0x7f;
    if (size == 2)
        return p[0] != 0xc2 || p[1] >= 0xa0;
    int turns = p[0] == 0xe2 &&
                ((p[1] == 0x80 && p[2] >= 0xa8 && p[2] <= 0xae) || (p[1] == 0x81 && p[2] >= 0xa6 && p[2] <= 0xa9));
    return !turns;
}

void put_plain(const char *text, FILE *out) {
    size_t left = strlen(text);
    while (left > 0) {
        size_t size = text_character(text, left);
        if (size > 0 && is_plain(text, size)) {
            fwrite(text, 1, size, out);
        } else {
            size = size > 0 ? size : 1;
            for (size_t i = 0; i < size; i++)
                fprintf(out, "\\x%02x", (unsigned char)text[i]);
        }
        text += size;
        left -= size;
    }
}

void say(const char *name, const char *why) {
    flockfile(stderr);
    fputs("scoload: ", stderr);
    put_plain(name, stderr);
    fputs(": ", stderr);
    put_plain(why, stderr);
    fputc('\n', stderr);
    funlockfile(stderr);
}

double report_clock(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

void report_start(report_t *report, int quiet) {
    *report = (report_t){.quiet = quiet, .bar = !quiet && isatty(STDERR_FILENO), .started = report_clock()};
}

void report_clear(report_t *report) {
    if (report->drawn)
        fprintf(stderr, "\r%79s\r", "");
    report->drawn = 0;
}

void report_refuse(report_t *report, const char *name, const char *why) {
    report_clear(report);
    report->refused++;
    say(name, why);
}

void report_count(report_t *report, const facts_t *facts) {
    const int counts[FACT_KINDS] = {facts->offices.count,   facts->meetings.count,  facts->attendance.count,
                                    facts->speech.count,    facts->proposals.count, facts->adoptions.count,
                                    facts->membership.count};
    report->done++;
    for (int i = 0; i < FACT_KINDS; i++)
        report->facts[i] += counts[i];
}

static double megabytes(uint64_t bytes) {
    return (double)bytes / 1e6;
}

static void put_size(uint64_t bytes) {
    if (bytes < 1000)
        fprintf(stderr, "%d bytes", (int)bytes);
    else if (bytes < 1000000)
        fprintf(stderr, "%.1f kB", (double)bytes / 1e3);
    else
        fprintf(stderr, "%.1f MB", megabytes(bytes));
}

/* How many facts of which kind, if there are any. */
static void put_facts(const report_t *report) {
    long all = 0;
    for (int i = 0; i < FACT_KINDS; i++)
        all += report->facts[i];
    if (all == 0)
        return;
    fprintf(stderr, "  %ld facts:", all);
    for (int i = 0; i < FACT_KINDS; i++)
        fprintf(stderr, "%s %s %ld", i ? "," : "", fact_names[i], report->facts[i]);
    fputc('\n', stderr);
}

/* "[#####-----] 1200 documents, 7.8 of 15.1 MB, 12.3 MB/s, 0:01 to go", at most 78 wide. */
static void draw(report_t *report, double seconds) {
    char line[160], part[64] = "";
    double rate = seconds > 0 ? megabytes(report->bytes) / seconds : 0;
    if (report->total > 0) {
        double share = (double)report->bytes / (double)report->total;
        int full = share >= 1 ? 10 : (int)(share * 10);
        snprintf(part, sizeof part, "[%.*s%.*s] ", full, "##########", 10 - full, "----------");
    }
    int size = snprintf(line, sizeof line, "%s%ld documents, %.1f", part, report->done + report->same + report->refused,
                        megabytes(report->bytes));
    if (report->total > 0)
        size += snprintf(line + size, sizeof line - (size_t)size, " of %.1f", megabytes(report->total));
    size += snprintf(line + size, sizeof line - (size_t)size, " MB, %.1f MB/s", rate);
    if (report->total > report->bytes && report->bytes > 0) {
        long left = (long)(megabytes(report->total - report->bytes) / rate);
        snprintf(line + size, sizeof line - (size_t)size, ", %ld:%02ld to go", left / 60, left % 60);
    }
    fprintf(stderr, "\r%-78.78s", line);
    report->drawn = 1;
}

void report_progress(report_t *report, uint64_t bytes) {
    report->bytes += bytes;
    if (!report->bar)
        return;
    double now = report_clock();
    if (now - report->drawn_at < 0.2)
        return;
    report->drawn_at = now;
    draw(report, now - report->started);
}

/* What became of the documents; none are told of only where nothing else is to be told. */
static void put_outcome(const report_t *report, const char *to) {
    long added = report->done - report->replaced;
    const struct outcome {
        long count;
        const char *what;
    } outcomes[] = {{added, to           ? "new"
                            : added == 1 ? "document"
                                         : "documents"},
                    {report->replaced, "replaced"},
                    {report->same, "known already"},
                    {report->removed, "removed"},
                    {report->reread, "read anew with corrections"},
                    {report->refused, "refused"}};
    long all = 0;
    for (size_t i = 0; i < sizeof outcomes / sizeof *outcomes; i++) {
        if (outcomes[i].count > 0)
            fprintf(stderr, "%s%ld %s", all ? ", " : "", outcomes[i].count, outcomes[i].what);
        all += outcomes[i].count;
    }
    if (all == 0)
        fprintf(stderr, "0 %s", outcomes[0].what);
}

static void put_skipped(const walk_skipped_t *skipped) {
    if (skipped->other + skipped->barred == 0)
        return;
    fputs("  passed over: ", stderr);
    const char *before = "";
    const struct reason {
        long count;
        const char *what;
    } reasons[] = {{skipped->other, "with other endings than .txt, .html, .htm and .jsonl"},
                   {skipped->barred, "beside a faulty manifest.json"}};
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++) {
        if (reasons[i].count == 0)
            continue;
        fprintf(stderr, "%s%ld %s", before, reasons[i].count, reasons[i].what);
        before = ", ";
    }
    fputc('\n', stderr);
}

void report_end(report_t *report, const char *to, const walk_skipped_t *skipped) {
    report_clear(report);
    if (report->quiet)
        return;
    double seconds = report_clock() - report->started;
    put_plain(to ? to : "written", stderr);
    fputs(": ", stderr);
    put_outcome(report, to);
    fputs("; ", stderr);
    if (report->bytes > 0) {
        put_size(report->bytes);
        fputs(" in ", stderr);
    }
    fprintf(stderr, "%.2f s\n", seconds);
    put_facts(report);
    if (report->corrections > 0)
        fprintf(stderr, "  corrections: %d, %d of them fit nothing%s\n", report->corrections, report->unfit,
                report->unfit ? " so far; scodb report corrections shows which" : "");
    if (skipped)
        put_skipped(skipped);
}
