#!/bin/sh
# installed.sh SOURCE BUILD: what a distribution packs. `meson install` puts everything where it is expected; pkg-config
# tells the truth; and programs in C and C++ build and run from there, against the installed files alone.
. "$(dirname "$0")/lib.sh"
want_plain_build

DESTDIR=$room/root meson install -C "$build" --no-rebuild --quiet || exit
header=$(find root -name scodb.h)
usr=${header%/include/scodb.h}
library=$(dirname "$(find root -name libscodb.so)")
export PKG_CONFIG_SYSROOT_DIR="$room/root" PKG_CONFIG_PATH="$room/$library/pkgconfig" LD_LIBRARY_PATH="$room/$library"

for file in bin/scodb bin/scoload include/scodb.h share/scodb/facts.schema.json share/scodb/queries/overview.sql; do
    holds "$file is not installed" test -f "$usr/$file"
done
for file in libscodb.a pkgconfig/scodb.pc; do
    holds "$file is not installed" test -f "$library/$file"
done
version=$(pkg-config --modversion scodb)
holds "libscodb.so is no link to the soname" test "$(readlink "$library/libscodb.so")" = libscodb.so.0
holds "the soname is no link to the version" test "$(readlink "$library/libscodb.so.0")" = "libscodb.so.$version"
holds "the static library is one of names alone" grep -q '^!<arch>' "$library/libscodb.a"
find root -type f ! -perm 644 ! -path '*/bin/*' ! -name 'libscodb.so.*' >unwanted
find root -type f -path '*/bin/*' ! -perm 755 >>unwanted
nothing "other rights than 644, of programs 755"
readelf -d "$usr"/bin/* "$library/libscodb.so" | grep -E 'RPATH|RUNPATH' >unwanted
nothing "paths of the build are in what is installed"

holds "the .pc file" pkg-config --validate scodb
holds "the header is not of the version that pkg-config tells" grep -q "SCODB_VERSION \"$version\"" "$header"
pkg-config --libs scodb | grep -- -lsqlite3 >unwanted
nothing "those who link the shared library would link SQLite too"
pkg-config --static --libs scodb >libs
holds "those who link the static library would lack SQLite" grep -q -- '-lscodb.*-lsqlite3' libs

# shellcheck disable=SC2046
build() { # PROGRAM COMPILER...: with the flags that pkg-config tells
    program=$1
    shift
    holds "$program does not build" "$@" -Wall -Wextra -pedantic -Wconversion -Werror -o "$program" \
        $(pkg-config $static_too --cflags --libs scodb)
}
runs() { # PROGRAM: prints what stands in expected
    "./$1" lakes.db >seen 2>&1 || fail "$1 ends with a failure"
    same "$1 prints something else" expected seen
}
cp "$source/examples/attendance.c" "$here/attendance.cc" .
"$source/tests/unit/make_lakes.sh" "$source" lakes.db
static_too=
build in_c cc -std=c11 attendance.c
./in_c lakes.db >expected
holds "who chaired" grep -q 'Ödön Várkonyi (Avalia), chair' expected
holds "who was not named" grep -q 'a delegation (Corvania), participant' expected
./in_c missing.db >/dev/null 2>message && fail "a database that is not there passes"
holds "the message for a database that is not there" grep -q '^attendance: missing.db: ' message
build in_cc c++ -std=c++17 attendance.cc
runs in_cc
static_too=--static
build in_c_static cc -std=c11 -static attendance.c
LD_LIBRARY_PATH='' runs in_c_static

holds "the installed reader does not run" "$usr/bin/scodb" --db lakes.db report overview
holds "the installed loader does not run" "$usr/bin/scoload" --db new.db "$source/texts"
finish
