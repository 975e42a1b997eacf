/* Writes invented readouts, the same ones for the same seed on any machine: README.md says what they are like. */
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "embedded.h"
#include "readout.h"

extern const embedded_t bench_tables[];

typedef struct options {
    uint64_t first, documents, seed;
    uint64_t bytes;            /* 0, or stop when this much text is written */
    size_t least, most;        /* of a document, bytes */
    const char *folder, *gold; /* NULL: none */
} options_t;

static size_t size_within(const options_t *options, const realm_t *realm, uint64_t index) {
    size_t size = readout_size(realm, index);
    return size < options->least ? options->least : size > options->most ? options->most : size;
}

static FILE *create(const char *folder, const char *name, const char *ending) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s%s", folder, name, ending);
    FILE *file = fopen(path, "w");
    if (!file) {
        fprintf(stderr, "generate: %s: %s\n", path, strerror(errno));
        exit(3);
    }
    return file;
}

static void finish(FILE *file, const char *name) {
    if (ferror(file) | fclose(file)) {
        fprintf(stderr, "generate: %s: cannot write\n", name);
        exit(3);
    }
}

static void write_gold(const readout_t *readout, const char *folder) {
    FILE *file = create(folder, readout->id, ".json");
    fprintf(file, "{\n  \"document\": \"%s\",\n  \"source\": \"invented\",\n  \"published\": \"%s\"", readout->id,
            readout->published);
    for (int i = 0; i < GOLD_KINDS; i++) {
        const buffer_t *rows = &readout->gold[i];
        int size = rows->size > 2 ? (int)rows->size - 2 : 0; /* without the last comma */
        fprintf(file, ",\n  \"%s\": [\n%.*s\n  ]", gold_names[i], size, size ? rows->at : "");
    }
    fputs("\n}\n", file);
    finish(file, readout->id);
}

static void metadata(const readout_t *readout, buffer_t *out) {
    buffer_puts(out, "\"title\": ");
    buffer_json(out, readout->title.at, readout->title.size);
    buffer_puts(out, ", \"publisher\": ");
    buffer_json(out, readout->publisher.at, readout->publisher.size);
    buffer_printf(out, ", \"published\": \"%s\"", readout->published);
}

static void write_record(const readout_t *readout, buffer_t *line) {
    buffer_clear(line);
    buffer_printf(line, "{\"id\": \"%s\", ", readout->id);
    metadata(readout, line);
    buffer_puts(line, ", \"text\": ");
    buffer_json(line, readout->text.at, readout->text.size);
    buffer_puts(line, "}\n");
    fwrite(line->at, 1, line->size, stdout);
}

/* The text as a file, and its line of the manifest. */
static void write_file(const readout_t *readout, const char *folder, buffer_t *manifest) {
    FILE *file = create(folder, readout->id, ".txt");
    fwrite(readout->text.at, 1, readout->text.size, file);
    finish(file, readout->id);
    buffer_printf(manifest, "%s  {\"file\": \"%s.txt\", \"id\": \"%s\", ", manifest->size ? ",\n" : "", readout->id,
                  readout->id);
    metadata(readout, manifest);
    buffer_puts(manifest, "}");
}

static void generate(const options_t *options, const realm_t *realm) {
    readout_t readout = {0};
    buffer_t line = {0}, manifest = {0};
    uint64_t written = 0;
    uint64_t end = options->first + options->documents;
    for (uint64_t i = options->first; i < end && (!options->bytes || written < options->bytes); i++) {
        readout_make(realm, i, size_within(options, realm, i), &readout);
        written += readout.text.size;
        if (options->folder)
            write_file(&readout, options->folder, &manifest);
        else
            write_record(&readout, &line);
        if (options->gold)
            write_gold(&readout, options->gold);
    }
    if (options->folder) {
        FILE *file = create(options->folder, "manifest", ".json");
        fprintf(file, "{\"documents\": [\n%s\n]}\n", manifest.size ? manifest.at : "");
        finish(file, "manifest");
    }
    free(line.at);
    free(manifest.at);
    readout_free(&readout);
}

static void usage(void) {
    fputs("usage: generate [--documents N | --bytes N] [--first N] [--seed S] [--min KB] [--max KB]\n"
          "                [--folder DIR] [--gold DIR]\n"
          "Writes invented readouts as JSON Lines, or as text files with a manifest into DIR; --gold: their facts.\n",
          stderr);
    exit(2);
}

static uint64_t number(const char *text) {
    char *end;
    errno = 0;
    uint64_t value = strtoull(text, &end, 10);
    if (errno || *end || end == text || *text == '-') {
        fprintf(stderr, "generate: '%s' is not a number\n", text);
        exit(2);
    }
    return value;
}

static const char *folder(const char *path) {
    if (mkdir(path, 0777) != 0 && errno != EEXIST) {
        fprintf(stderr, "generate: %s: %s\n", path, strerror(errno));
        exit(3);
    }
    return path;
}

static options_t read_options(int argc, char **argv) {
    static const struct option names[] = {{"documents", 1, NULL, 'd'}, {"bytes", 1, NULL, 'b'}, {"first", 1, NULL, 'F'},
                                          {"seed", 1, NULL, 's'},      {"min", 1, NULL, 'm'},   {"max", 1, NULL, 'M'},
                                          {"folder", 1, NULL, 'f'},    {"gold", 1, NULL, 'g'},  {NULL, 0, NULL, 0}};
    options_t options = {.seed = 1, .least = 1000, .most = 40000};
    for (int c; (c = getopt_long(argc, argv, "", names, NULL)) != -1;) {
        switch (c) {
        case 'd': options.documents = number(optarg); break;
        case 'b': options.bytes = number(optarg); break;
        case 'F': options.first = number(optarg); break;
        case 's': options.seed = number(optarg); break;
        case 'm': options.least = 1000 * (size_t)number(optarg); break;
        case 'M': options.most = 1000 * (size_t)number(optarg); break;
        case 'f': options.folder = folder(optarg); break;
        case 'g': options.gold = folder(optarg); break;
        default: usage();
        }
    }
    if (optind < argc || options.least > options.most)
        usage();
    if (!options.documents)
        options.documents = options.bytes ? UINT64_MAX - options.first : 100;
    return options;
}

int main(int argc, char **argv) {
    options_t options = read_options(argc, argv);
    realm_t realm;
    realm_open(&realm, bench_tables[0].text, options.seed);
    generate(&options, &realm);
    realm_close(&realm);
    if (fflush(stdout) != 0) {
        fprintf(stderr, "generate: standard output: %s\n", strerror(errno));
        return 3;
    }
    return 0;
}
