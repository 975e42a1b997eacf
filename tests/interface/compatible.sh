# Sourced: what tells whether a changed interface still serves programs that were compiled for the stored one, scodb.abi.

# promised FOLDER: makes FOLDER/libscodb.so, a library that has the functions of FOLDER/scodb.h and nothing in them
promised() {
    (
        cd "$1" || exit
        {
            echo '#include "scodb.h"'
            cc -E -P scodb.h | tr '\n' ' ' | grep -o '__attribute__((visibility("default"))) [^;]*;' |
                sed 's/;$/ { __builtin_trap(); }/'
        } >interface.c
        cc -g -shared -fPIC interface.c -Wl,--version-script="$source/src/scodb.map" -Wl,-soname,libscodb.so.0 \
            -o libscodb.so
    )
}

# dump LIBRARY: its interface, with nothing of the machine or of the compiler; private types count as unknown. Wants the
# folder include, with the header alone in it.
dump() {
    abidw --headers-dir include --drop-private-types --exported-interfaces-only --no-corpus-path --no-comp-dir-path \
        --no-show-locs --no-elf-needed "$1"
}

# unchanged DUMP [OPTION]: nothing of the stored interface is gone or other
unchanged() {
    abidiff ${2-} --suppressions "$here/compatible.abignore" "$here/scodb.abi" "$1"
}

# frozen FOLDER: the numbers and places in the header there are the known ones
frozen() {
    cc -std=c11 -Wall -Wconversion -Werror -fsyntax-only -I"$1" "$here/frozen.c"
}
