#!/bin/sh
# run.sh LANGUAGE SOURCE BUILD: the examples in a language print what they should of the test database. They use the library
# of the build. With UPDATE=1 in the environment what they print becomes what they should. Where the language is not
# installed, says so and is skipped.
set -eu
language=$1 source=$2 build=$3
here=$source/tests/examples examples=$source/examples
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
export LD_LIBRARY_PATH="$build/src" SCODB_LIBRARY="$build/src/libscodb.so"

skip() {
    echo "skipped: $*"
    exit 77
}

# prints NAME COMMAND...: nothing on standard error, and what the file of that name holds
prints() {
    name=$1
    shift
    "$@" >"$room/seen" 2>"$room/errors" || { cat "$room/errors"; echo "$*: status $?"; exit 1; }
    test ! -s "$room/errors"
    [ -z "${UPDATE-}" ] || cp "$room/seen" "$here/$name.out"
    diff "$here/$name.out" "$room/seen"
}

# complains COMMAND...: of a file that is not there, in one line, with status 1
complains() {
    if "$@" >"$room/seen" 2>"$room/errors"; then
        echo "$*: status 0"
        exit 1
    fi
    test ! -s "$room/seen"
    test "$(wc -l <"$room/errors")" = 1
    grep -q ': No such file or directory$' "$room/errors"
}

"$source/tests/unit/make_lakes.sh" "$source" "$room/lakes.db"
cd "$room"
case $language in
c)
    for name in attendance said; do
        cc -std=c11 -Wall -Wextra -Wconversion -Werror -I"$source/src" "$examples/$name.c" -L"$build/src" -lscodb -o $name
    done
    prints attendance ./attendance lakes.db
    prints said ./said lakes.db 'clean water'
    complains ./attendance missing.db
    complains ./said missing.db water
    ;;
c++)
    command -v c++ >/dev/null || skip "there is no c++; apt-get install g++"
    c++ -std=c++17 -Wall -Wextra -Werror -I"$source/src" "$examples/met.cpp" -L"$build/src" -lscodb -o met
    prints met ./met lakes.db varkonyi
    complains ./met missing.db varkonyi
    ;;
python)
    prints profile python3 "$examples/profile.py" lakes.db 'lu saenz'
    complains python3 "$examples/profile.py" missing.db saenz
    ;;
node)
    command -v node >/dev/null || skip "there is no node; see https://nodejs.org"
    cd "$examples/node"
    node --input-type=module -e 'import "koffi"' 2>/dev/null || skip "no package koffi; npm install --prefix examples/node"
    prints proposals node proposals.mjs "$room/lakes.db" XAV 2031-01-01
    complains node proposals.mjs missing.db XAV
    ;;
esac
