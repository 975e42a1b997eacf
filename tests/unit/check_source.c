/* From paths to documents: which files are read, in which order, under which names, and what is refused how. */
#include <check.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "file.h"
#include "json.h"
#include "page.h"
#include "run_suite.h"
#include "source.h"

static arena_t *arena;
static char folder[] = "/tmp/check_source.XXXXXX";
static buffer_t seen; /* what came of the paths, a line for each step */

/* Every test runs inside a new empty folder. */
static void set_up(void) {
    arena = arena_new();
    ck_assert_ptr_nonnull(mkdtemp(folder));
    ck_assert_int_eq(chdir(folder), 0);
}

static void tear_down(void) {
    arena_free(arena);
    free(seen.bytes);
    seen = (buffer_t){0};
    ck_assert_int_eq(chdir("/"), 0);
    char command[sizeof folder + 16];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    ck_assert_int_eq(system(command), 0);
    strcpy(folder + sizeof folder - 7, "XXXXXX");
}

static void write_file(const char *path, const char *text) {
    FILE *out = fopen(path, "w");
    ck_assert_ptr_nonnull(out);
    fputs(text, out);
    ck_assert_int_eq(fclose(out), 0);
}

static void note(const char *format, ...) {
    va_list args;
    va_start(args, format);
    int size = vsnprintf(NULL, 0, format, args);
    va_end(args);
    buffer_room(&seen, seen.size + (size_t)size + 1);
    va_start(args, format);
    vsnprintf(seen.bytes + seen.size, (size_t)size + 1, format, args);
    va_end(args);
    seen.size += (size_t)size;
}

static void note_document(const char *place, const document_t *document) {
    note("%s = %s (%s)", document->name, document->text, place);
    if (document->title)
        note(" title %s", document->title);
    if (document->publisher)
        note(" by %s", document->publisher);
    if (document->published)
        note(" on %s", document->published);
    if (document->uri)
        note(" at %s", document->uri);
    if (document->language)
        note(" in %s", document->language);
    note("\n");
}

/* Reads the paths, up to a NULL, and returns what was seen. */
static const char *read_paths(const char *first, ...) {
    char *paths[16] = {(char *)first};
    int count = 1;
    va_list args;
    va_start(args, first);
    while ((paths[count] = va_arg(args, char *)))
        count++;
    va_end(args);
    seen.size = 0;
    note("%s", "");
    document_t document;
    piece_t piece = {0};
    char why[LIMIT_WHY];
    source_t *source = source_new(paths, count, NULL);
    for (source_step_t step; (step = source_next(source, arena, &piece)) != SOURCE_END;) {
        if (step != SOURCE_DOCUMENT)
            note("! %s: %s\n", piece.place, source_why(source));
        else if (piece_read(&piece, arena, &document, why))
            note("! %s: %s\n", piece.place, why);
        else
            note_document(piece.place, &document);
    }
    free(piece.bytes.bytes);
    const walk_skipped_t *skipped = source_skipped(source);
    if (skipped->other + skipped->barred > 0)
        note("passed over: %ld %ld\n", skipped->other, skipped->barred);
    source_free(source);
    return seen.bytes;
}

START_TEST(reads_folders_in_order) {
    mkdir("in", 0700);
    mkdir("in/B", 0700);
    mkdir("in/b.d", 0700);
    mkdir("in/.hidden", 0700);
    write_file("in/a.txt", "1");
    write_file("in/B/x.txt", "0");
    write_file("in/b.txt", "3");
    write_file("in/b.d/y.TXT", "2");
    write_file("in/.hidden/z.txt", "no");
    write_file("in/.z.txt", "no");
    mkdir("in/c_files", 0700);
    mkdir("in/d_files", 0700);
    write_file("in/c.html", "<p>4");
    write_file("in/d.HTM", "<p>6");
    write_file("in/c_files/saved.html", "<p>no");
    write_file("in/d_files/e.htm", "<p>7");
    write_file("in/README", "no");
    ck_assert_str_eq(read_paths("in", NULL), "x = 0 (in/B/x.txt)\na = 1 (in/a.txt)\ny = 2 (in/b.d/y.TXT)\n"
                                             "b = 3 (in/b.txt)\nc = 4\n (in/c.html)\nd = 6\n (in/d.HTM)\n"
                                             "e = 7\n (in/d_files/e.htm)\npassed over: 1 0\n");
    ck_assert_str_eq(read_paths("in/b.txt", "in/B/", NULL), "b = 3 (in/b.txt)\nx = 0 (in/B/x.txt)\n");
}
END_TEST

START_TEST(names_what_clashes_by_its_folder) {
    mkdir("p", 0700);
    mkdir("q", 0700);
    mkdir("p/s", 0700);
    mkdir("q/s", 0700);
    write_file("p/same.txt", "1");
    write_file("q/same.txt", "2");
    write_file("p/s/deep.txt", "3");
    write_file("q/s/deep.txt", "4");
    write_file("q/own.txt", "5");
    ck_assert_int_eq(symlink("own.txt", "q/p.txt"), 0); /* another name of the same file */
    ck_assert_str_eq(read_paths("p", "q", NULL),
                     "p/s/deep = 3 (p/s/deep.txt)\np/same = 1 (p/same.txt)\nown = 5 (q/own.txt)\np = 5 (q/p.txt)\n"
                     "q/s/deep = 4 (q/s/deep.txt)\nq/same = 2 (q/same.txt)\n");
    ck_assert_str_eq(read_paths("p/same.txt", "./p/same.txt", NULL),
                     "same = 1 (p/same.txt)\nsame = 1 (./p/same.txt)\n");
    write_file("q/same.html", "<p>6");
    ck_assert_str_eq(read_paths("q/same.txt", "q/same.html", NULL),
                     "same.txt = 2 (q/same.txt)\nsame.html = 6\n (q/same.html)\n");
    ck_assert_str_eq(read_paths("p/same.txt", "q/same.html", "q/same.txt", NULL),
                     "same = 1 (p/same.txt)\nsame.html = 6\n (q/same.html)\nsame.txt = 2 (q/same.txt)\n");
    ck_assert_int_eq(chdir("p"), 0);
    ck_assert_str_eq(read_paths("same.txt", "../q/same.txt", NULL),
                     "p/same = 1 (same.txt)\nq/same = 2 (../q/same.txt)\n");
}
END_TEST

START_TEST(takes_what_the_manifest_says) {
    write_file("a.txt", "1");
    write_file("b.txt", "2");
    write_file("c.txt", "3");
    write_file(
        "manifest.json",
        "{\"documents\": [\n {\"file\": \"b.txt\", \"id\": \"second\", \"title\": \"T\", \"publisher\": \"P\",\n"
        "  \"published\": \"2024-07-04T10:00:00Z\", \"uri\": \"http://x\", \"language\": \"zh-Hans\"},\n"
        " {\"file\": \"c.txt\", \"published\": \"2024-02-29\", \"publisher\": null}, {\"file\": \"gone.txt\"}]}");
    static const char second[] = "second = 2 (b.txt) title T by P on 2024-07-04 at http://x in zh-Hans\n";
    ck_assert_str_eq(read_paths("b.txt", NULL), second);
    const char *all = read_paths(".", NULL);
    ck_assert_ptr_nonnull(strstr(all, "a = 1 (./a.txt)\nsecond = 2 (./b.txt) title T"));
    ck_assert_ptr_nonnull(strstr(all, "c = 3 (./c.txt) on 2024-02-29\n"
                                      "! ./manifest.json: names \"gone.txt\", which is not there; correct it\n"));
}
END_TEST

/* A manifest, and the beginning of what is said of it; the text beside it is passed over. */
static const char *const bad_manifests[][2] = {
    {"", "1:1: "},
    {"{\"documents\": [\n  {\"file\": \"a.txt\",}]}", "2:20: "},
    {"[]", "1:1: should be {\"documents\": [...]}"},
    {"{\"documents\": [], \"more\": 1}", "1:1: should be"},
    {"{\"documents\": [{\"id\": \"x\"}]}", "1:16: \"file\" is missing"},
    {"{\"documents\": [1]}", "1:16: an object"},
    {"{\"documents\": [\n\n  {\"file\": \"a.txt\",\n \"titel\": \"x\"}]}", "4:2: \"titel\" is no known key"},
    {"{\"documents\": [{\"file\": \"a.txt\", \"title\": 1}]}", "1:34: \"title\" is neither a string"},
    {"{\"documents\": [{\"file\": \"a.txt\", \"title\": \"a\\nb\"}]}", "1:34: \"title\" holds a control character"},
    {"{\"documents\": [{\"file\": \"a.txt\", \"id\": \" \"}]}", "1:34: \"id\" is empty"},
    {"{\"documents\": [{\"file\": \"a.txt\", \"published\": \"2023-02-29\"}]}", "1:34: \"published\" is no day"},
    {"{\"documents\": [{\"file\": \"a.txt\", \"published\": \"2023-04-31\"}]}", "1:34: \"published\" is no day"},
    {"{\"documents\": [{\"file\": \"a.txt\", \"published\": \"2024\"}]}", "1:34: \"published\" is no day"},
    {"{\"documents\": [{\"file\": \"a.txt\", \"published\": \"2024-07-04 noon\"}]}",
     "1:34: \"published\" has something"},
    {"{\"documents\": [{\"file\": \"a.txt\", \"language\": \"english please\"}]}", "1:34: \"language\" is no language"},
    {"{\"documents\": [{\"file\": \"../a.txt\"}]}", "1:17: \"file\" is not the name"},
    {"{\"documents\": [{\"file\": \"a.txt\", \"file\": \"a.txt\"}]}", "1:39: duplicate"},
    {"{\"documents\": [{\"file\": \"a.txt\"},\n {\"file\": \"a.txt\"}]}", "2:3: this \"file\" stands twice"},
    {"{\"documents\": [{\"file\": \"a.txt\", \"id\": \"x\"},\n {\"file\": \"b.txt\", \"id\": \"x\"}]}",
     "2:20: this \"id\" stands twice"},
};

START_TEST(refuses_manifest) {
    char start[256];
    mkdir("in", 0700);
    write_file("in/a.txt", "1");
    write_file("in/manifest.json", bad_manifests[_i][0]);
    snprintf(start, sizeof start, "! in/manifest.json:%s", bad_manifests[_i][1]);
    for (int i = 0; i < 2; i++) {
        const char *all = read_paths(i == 0 ? "in" : "in/a.txt", NULL);
        ck_assert_msg(strncmp(all, start, strlen(start)) == 0, "%s does not begin %s", all, start);
        ck_assert_ptr_nonnull(strstr(all, "passed over: 0 1\n"));
        ck_assert_ptr_null(strstr(all, "a = 1"));
    }
}
END_TEST

START_TEST(reads_records) {
    write_file("r.jsonl",
               "\xef\xbb\xbf{\"id\": \"a/1\", \"text\": \"\\ufeffone\\r\\ntwo\", \"title\": \"T\"}\r\n\n"
               "{\"id\": \"page\", \"html\": \"<title>T</title><html lang=de><p>a<p>b\", \"language\": \"en\"}\n"
               "{\"text\":\"no end of line\",\"title\":null,\"id\":\"b\",\"published\":\"2024-07-04\"}");
    ck_assert_str_eq(read_paths("r.jsonl", NULL),
                     "a/1 = one\ntwo (r.jsonl:1) title T\npage = a\n\nb\n (r.jsonl:3) title T in en\n"
                     "b = no end of line (r.jsonl:4) on 2024-07-04\n");
}
END_TEST

/* Texts as they stand in a record, and what they are: read in one pass, or by Jansson if a null stands beside them. */
static const char *const written[][2] = {
    {"one line longer than some eight bytes", "one line longer than some eight bytes"},
    {"\\\"a\\\" \\\\ \\/ b\\n\\tc\\r\\nd\\re\\f", "\"a\" \\ / b\n\tc\nd\ne\f"},
    {"\\u0041\\u00e9\\u00E9\\u20ac\u00e9\u20ac", "A\u00e9\u00e9\u20ac\u00e9\u20ac"},
    {"\\ud83d\\ude00 \U0001F600", "\U0001F600 \U0001F600"},
    {"\\ufeff\\uFEFFa\\uFEFF", "a\uFEFF"},
};

START_TEST(reads_records_in_either_way) {
    char records[512], expected[256];
    snprintf(records, sizeof records,
             "{\"id\":\"a\",\"text\":\"%s\"}\n { \"text\" : \"%s\" , \"title\" : null , \"id\" : \"b\" } \n",
             written[_i][0], written[_i][0]);
    write_file("r.jsonl", records);
    snprintf(expected, sizeof expected, "a = %s (r.jsonl:1)\nb = %s (r.jsonl:2)\n", written[_i][1], written[_i][1]);
    ck_assert_str_eq(read_paths("r.jsonl", NULL), expected);
}
END_TEST

/* A record, and what is said of it. */
static const char *const bad_records[][2] = {
    {"nonsense", "2:8: "},
    {"{\"id\": \"x\", \"text\": \"cut", "2:"},
    {"[]", "2:1: an object {...} should stand here"},
    {"{\"id\": \"x\"}", "2:1: \"text\" is missing"},
    {"{\"text\": \"x\"}", "2:1: \"id\" is missing"},
    {"{\"id\": 1, \"text\": \"x\"}", "2:2: \"id\" is neither a string"},
    {"{\"id\": \"x\", \"text\": [\"y\"]}", "2:1: \"text\" is missing or no string"},
    {"{\"id\": \"x\", \"text\": \"\"}", "2:13: \"text\": empty"},
    {"{\"id\": \"x\", \"text\": \"a\\u0007\"}", "2:13: \"text\": byte 1 is the control character 0x07"},
    {"{\"id\": \"x\", \"text\": \"a\\u0000\"}", "2:"},
    {"{\"id\": \"x\", \"text\": \"\xe9\"}", "2:"},
    {"{\"id\": \"x\", \"html\": \"<p>\"}", "2:13: \"html\": no text that a reader of the page would see"},
    {"{\"id\": \"x\", \"html\": \"<p>y\", \"text\": \"y\"}", "2:29: \"text\" beside \"html\""},
    {"{\"id\": \"x\", \"html\": 1}", "2:1: \"html\" is missing or no string"},
    {"{\"html\": \"<p>y\"}", "2:1: \"id\" is missing"},
    {"{\"id\": \"x\", \"text\": \"y\", \"colour\": \"z\"}", "2:26: \"colour\" is no known key"},
    {"{\"id\": \"x\", \"id\": \"y\", \"text\": \"y\"}", "2:16: duplicate"},
    {"{\"id\": \"x\", \"text\": \"y\", \"text\": \"z\"}", "2:"},
    {"{\"id\": \"x\", \"text\": \"y\"} {}", "2:"},
    {"{\"id\": \"x\", \"text\": \"y\",}", "2:"},
    {"{\"id\": \"x\", \"text\": \"a\x7f\"}", "2:13: \"text\": byte 1 is the control character 0x7F"},
    {"{\"id\": \"x\", \"text\": \"y\", \"title\": \"\xe9\"}", "2:"},
};

START_TEST(refuses_record) {
    char records[512], start[256];
    snprintf(records, sizeof records, "{\"id\":\"a\",\"text\":\"1\"}\n%s\n{\"id\":\"b\",\"text\":\"2\"}\n",
             bad_records[_i][0]);
    write_file("r.jsonl", records);
    snprintf(start, sizeof start, "a = 1 (r.jsonl:1)\n! r.jsonl:%s", bad_records[_i][1]);
    const char *all = read_paths("r.jsonl", NULL);
    ck_assert_msg(strncmp(all, start, strlen(start)) == 0, "%s does not begin %s", all, start);
    ck_assert_ptr_nonnull(strstr(all, "\nb = 2 (r.jsonl:3)\n"));
}
END_TEST

START_TEST(refuses_a_line_without_end) {
    FILE *out = fopen("r.jsonl", "w");
    fputs("{\"id\":\"a\",\"text\":\"1\"}\n", out);
    for (int i = 0; i < LIMIT_LINE / 1024 + 1; i++)
        fprintf(out, "%1024d", i);
    fputs("\n{\"id\":\"b\",\"text\":\"2\"}\n", out);
    fclose(out);
    ck_assert_str_eq(read_paths("r.jsonl", NULL), "a = 1 (r.jsonl:1)\n! r.jsonl:2: a line longer than 32 MiB; split it "
                                                  "into documents\nb = 2 (r.jsonl:3)\n");
}
END_TEST

START_TEST(refuses_what_is_no_text) {
    mkdir("none", 0700);
    write_file("a.html", "<script>x");
    write_file("a.pdf", "x");
    write_file("empty.txt", "");
    write_file("bad\nname.txt", "x");
    write_file("latin-\xe9.txt", "x");
    ck_assert_int_eq(mkfifo("fifo.txt", 0600), 0);
    ck_assert_int_eq(symlink("loop.txt", "loop.txt"), 0);
    ck_assert_str_eq(
        read_paths("gone.txt", "none", "a.html", "a.pdf", "empty.txt", "bad\nname.txt", NULL),
        "! gone.txt: cannot be read (No such file or directory); check the path and its permissions\n"
        "! none: no .txt, .html, .htm or .jsonl file in this folder; give one that has some\n"
        "! a.html: no text that a reader of the page would see; save the page once it is shown whole, or give its text "
        "as a .txt file\n"
        "! a.pdf: neither .txt, .html, .htm nor .jsonl nor a folder; rename it or give another file\n"
        "! empty.txt: empty; give a file with text\n"
        "! bad\nname.txt: its name holds a control character; rename it or give it an id in manifest.json\n");
    ck_assert_str_eq(
        read_paths("latin-\xe9.txt", "fifo.txt", "/dev/null", "loop.txt", NULL),
        "! latin-\xe9.txt: its name is not valid UTF-8; rename it or give it an id in manifest.json\n"
        "! fifo.txt: a pipe, not a file; pipe it to standard input and give -\n"
        "! /dev/null: a device, not a file; give a file\n"
        "! loop.txt: cannot be read (Too many levels of symbolic links); check the path and its permissions\n");
}
END_TEST

START_TEST(leaves_loops_of_folders) {
    mkdir("in", 0700);
    write_file("in/a.txt", "1");
    ck_assert_int_eq(symlink("../in", "in/z"), 0);
    ck_assert_int_eq(symlink("gone.txt", "in/b.txt"), 0);
    ck_assert_int_eq(mkfifo("in/c.txt", 0600), 0);
    ck_assert_str_eq(read_paths("in", NULL),
                     "a = 1 (in/a.txt)\n"
                     "! in/b.txt: cannot be read (No such file or directory); check the path and its permissions\n"
                     "! in/c.txt: a pipe, not a file; pipe it to standard input and give -\n"
                     "! in/z: leads back to a folder that it lies in; remove this symbolic link\n");
}
END_TEST

START_TEST(counts_bytes) {
    uint64_t total;
    piece_t piece = {0};
    mkdir("in", 0700);
    write_file("in/a.txt", "12345");
    write_file("in/b.jsonl", "{\"id\":\"b\",\"text\":\"2\"}\n\n");
    char *paths[] = {"in"};
    source_t *source = source_new(paths, 1, NULL);
    total = source_total(source);
    ck_assert_uint_eq(total, 5 + 23);
    while (source_next(source, arena, &piece) != SOURCE_END) {
    }
    free(piece.bytes.bytes);
    ck_assert_uint_eq(source_bytes(source), total);
    source_free(source);
}
END_TEST

int main(void) {
    json_setup();
    page_setup();
    Suite *suite = suite_create("source");
    TCase *tests = tcase_create("source");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, reads_folders_in_order);
    tcase_add_test(tests, names_what_clashes_by_its_folder);
    tcase_add_test(tests, takes_what_the_manifest_says);
    tcase_add_loop_test(tests, refuses_manifest, 0, sizeof bad_manifests / sizeof *bad_manifests);
    tcase_add_test(tests, reads_records);
    tcase_add_loop_test(tests, reads_records_in_either_way, 0, sizeof written / sizeof *written);
    tcase_add_loop_test(tests, refuses_record, 0, sizeof bad_records / sizeof *bad_records);
    tcase_add_test(tests, refuses_a_line_without_end);
    tcase_add_test(tests, refuses_what_is_no_text);
    tcase_add_test(tests, leaves_loops_of_folders);
    tcase_add_test(tests, counts_bytes);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
