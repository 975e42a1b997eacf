#!/bin/sh
# tools/coverage.sh [FOLDER]: how much of the code the tests run. Builds for it in FOLDER (build-coverage), runs every
# test, and prints the lines and branches covered of the library, the reader and the loader, with what was missed.
# Needs gcovr. Branches that the compiler puts in for itself, and those of tests, do not count.
set -eu
source=$(cd "$(dirname "$0")/.." && pwd)
build=${1:-$source/build-coverage}
[ -f "$build/build.ninja" ] || meson setup "$build" "$source" -Db_coverage=true --buildtype=debug \
    -Dc_args=-fprofile-update=atomic # threads count, too
ninja -C "$build"
find "$build" -name '*.gcda' -delete
# Tests that give up their rights cannot write down what they covered; those that count messages then fail.
meson test -C "$build" --no-rebuild --timeout-multiplier 5 || true

report() {
    printf '\n== %s\n' "$1"
    shift
    (cd "$build" && gcovr --root "$source" --exclude-throw-branches --exclude-unreachable-branches "$@" . |
        sed '/^[-(]/d; /^ *GCC/d; /^Directory/d')
}

for what in 'the library:src/[a-z0-9_]*\.c' 'the reader:src/cli/' 'the loader:loader/'; do
    report "${what%%:*}, lines" --filter "$source/${what#*:}"
    report "${what%%:*}, branches" --branches --filter "$source/${what#*:}"
done
