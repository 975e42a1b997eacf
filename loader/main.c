#include <stdlib.h>

#include "eval.h"
#include "lint.h"
#include "load.h"

static status_t run(const options_t *options) {
    switch (options->task) {
    case TASK_EVAL: return eval_run(options);
    case TASK_LINT: return lint_run(options);
    default: return load_run(options);
    }
}

int main(int argc, char **argv) {
    options_t options;
    options_result_t result = options_read(argc, argv, &options);
    status_t status = result == OPTIONS_RUN ? run(&options) : result == OPTIONS_DONE ? STATUS_DONE : STATUS_USAGE;
    free(options.remove);
    free(options.data);
    free(options.corrections);
    return (int)status;
}
