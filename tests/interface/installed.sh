#!/bin/sh
# installed.sh SOURCE BUILD: what a distribution packs. `meson install` puts everything where it is expected; pkg-config
# tells the truth; and programs in C and C++ build and run from there, against the installed files alone.
. "$(dirname "$0")/lib.sh"
want_plain_build

DESTDIR=$work/root meson install -C "$build" --no-rebuild --quiet || exit
header=$(find root -name scodb.h)
usr=${header%/include/scodb.h}
library=$(dirname "$(find root -name libscodb.so)")
export PKG_CONFIG_SYSROOT_DIR="$work/root" PKG_CONFIG_PATH="$work/$library/pkgconfig" LD_LIBRARY_PATH="$work/$library"

for file in bin/scodb bin/scoload include/scodb.h share/bash-completion/completions/scodb share/man/man1/scodb.1 \
    share/man/man1/scoload.1 share/man/man3/scodb.3 share/man/man5/scodb.5 share/scodb/facts.schema.json \
    share/scodb/metadata.json share/scodb/queries/overview.sql; do
    holds "$file is not installed" test -f "$usr/$file"
done
for function in $(declared "$header"); do
    holds "$function has no manual page" test -e "$usr/share/man/man3/$function.3"
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

# shellcheck disable=SC2046,SC2086
build() { # PROGRAM COMPILER...: with the flags that pkg-config tells
    program=$1
    shift
    holds "$program does not build" "$@" -Wall -Wextra -pedantic -Wconversion -Werror -o "$program" \
        $(pkg-config $static_too --cflags --libs scodb)
}
cp "$source/examples/attendance.c" "$source/examples/met.cpp" .
"$source/tests/unit/make_lakes.sh" "$source" lakes.db
static_too=
build in_c cc -std=c11 attendance.c
holds "the program in C" ./in_c lakes.db
cp printed expected
holds "who chaired" grep -q 'Ödön Várkonyi (Avalia), chair' expected
holds "who was not named" grep -q 'a delegation (Corvania), participant' expected
build in_cpp c++ -std=c++17 met.cpp
holds "the program in C++" ./in_cpp lakes.db varkonyi
mv printed seen
holds "whom they met" grep -q 'Lú Sáenz' seen
static_too=--static
build in_c_static cc -std=c11 -static attendance.c
LD_LIBRARY_PATH='' ./in_c_static lakes.db >seen
same "the static program prints something else" expected seen

holds "the installed reader does not run" "$usr/bin/scodb" --db lakes.db report overview
holds "the installed loader does not run" "$usr/bin/scoload" --db new.db "$source/texts"
finish
