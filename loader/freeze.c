/* freeze OUT.S: reads the words and rules that scoload has built in, and writes them as an image (freeze.h). */
#include "freeze.h"

#include <errno.h>
#include <stdlib.h>

#include "built_in.h"
#include "data_files.h"

const knowledge_t *const knowledge_built_in = NULL;

/* For freeze_write; NULL if there were errors. */
static const knowledge_t *read_knowledge(void) {
    data_files_t files;
    data_files_open(&files, NULL, 0, stderr);
    const knowledge_t *knowledge = data_files_read(&files);
    int failures = files.failures;
    data_files_close(&files);
    return failures ? NULL : knowledge;
}

int main(int argc, char **argv) {
    const knowledge_t *knowledge = read_knowledge(), *again = knowledge ? read_knowledge() : NULL;
    if (argc != 2 || !again)
        return 1;
    FILE *out = fopen(argv[1], "w");
    char *error = out ? freeze_write(knowledge, again, "knowledge_built_in", out) : NULL;
    if (error)
        fprintf(stderr, "freeze: %s\n", error);
    bool failed = error || !out || ferror(out);
    if (!out || fclose(out)) {
        fprintf(stderr, "freeze: %s: cannot be written (%s)\n", argv[1], strerror(errno));
        failed = true;
    }
    free(error);
    knowledge_free(knowledge);
    knowledge_free(again);
    return failed;
}
