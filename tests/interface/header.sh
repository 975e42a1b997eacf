#!/bin/sh
# header.sh SOURCE BUILD: the header alone, for every compiler here, as C11 and as C++17, with every warning an error; and
# frozen.c, which holds all of its numbers and members.
. "$(dirname "$0")/lib.sh"

mkdir include
cp "$source/src/scodb.h" include
echo '#include <scodb.h>' >alone.c
for compiler in gcc clang g++ clang++; do
    command -v "$compiler" >/dev/null || continue
    case $compiler in
    *++) language="-x c++ -std=c++17" ;;
    *) language="-x c -std=c11" ;;
    esac
    for file in alone.c "$here/frozen.c"; do
        # shellcheck disable=SC2086
        holds "$compiler $language ${file##*/}" "$compiler" $language -Wall -Wextra -pedantic -Wconversion -Werror \
            -DCOMPLETE -Iinclude -fsyntax-only "$file"
    done
done

awk '/^enum \{/, /\}/' include/scodb.h | sed 's#/\*.*##' | grep -o 'SCODB_[A-Z_]*' | sort >numbers
holds "no numbers were found" test -s numbers
grep -o 'SCODB_[A-Z_]*' "$here/frozen.c" | sort -u | comm -23 numbers - >unwanted
nothing "not in frozen.c; add it there"
holds "version of the header" grep -q "SCODB_VERSION \"$(sed -n "s/.*version: '\([0-9.]*\)'.*/\1/p" "$source/meson.build" | head -1)\"" \
    include/scodb.h
finish
