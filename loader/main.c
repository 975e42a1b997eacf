#include <stdlib.h>

#include "load.h"

int main(int argc, char **argv) {
    options_t options;
    options_result_t result = options_read(argc, argv, &options);
    status_t status = result == OPTIONS_RUN ? load_run(&options) : result == OPTIONS_DONE ? STATUS_DONE : STATUS_USAGE;
    free(options.remove);
    free(options.data);
    return (int)status;
}
