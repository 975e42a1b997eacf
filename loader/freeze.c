/* Reads the words and rules that scoload has built in, and writes them to standard output as an image (freeze.h). */
#include "freeze.h"

#include <errno.h>
#include <stdlib.h>

#include "built_in.h"
#include "data_files.h"

const knowledge_t *const knowledge_built_in = NULL;

/* NULL if there were errors, which are told. */
static const knowledge_t *read_knowledge(void) {
    data_files_t files;
    data_files_open(&files, NULL, 0, stderr);
    const knowledge_t *knowledge = data_files_read(&files);
    bool sound = !files.failures;
    data_files_close(&files);
    return sound ? knowledge : NULL;
}

int main(void) {
    const knowledge_t *knowledge = read_knowledge(), *again = knowledge ? read_knowledge() : NULL;
    if (!again)
        return 1;
    char *error = freeze_write(knowledge, again, "knowledge_built_in", stdout);
    if (!error && fflush(stdout))
        error = strdup(strerror(errno));
    if (error)
        fprintf(stderr, "freeze: %s\n", error);
    bool failed = error != NULL;
    free(error);
    knowledge_free(knowledge);
    knowledge_free(again);
    return failed;
}
