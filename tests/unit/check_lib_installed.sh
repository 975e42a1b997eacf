#!/bin/sh
# check_lib_installed.sh SOURCE BUILD: what a stranger gets from an installation. The header compiles as C11 and
# C++17 without a warning, it declares what the library exports and nothing else, the static library keeps to its
# prefix, and the example builds by the line in its head comment, against the installed files alone.
set -eu
source=$1 build=$2
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
DESTDIR=$room meson install -C "$build" --no-rebuild --quiet
header=$(find "$room" -name scodb.h)
library=$(find "$room" -name libscodb.so)
export PKG_CONFIG_SYSROOT_DIR="$room" PKG_CONFIG_PATH="$(dirname "$(find "$room" -name scodb.pc)")"
export LD_LIBRARY_PATH="$(dirname "$library")"

grep -q "SCODB_VERSION \"$(pkg-config --modversion scodb)\"" "$header"
cat > "$room/use.c" << END
#include <scodb.h>
int main(void) { scodb_filter_t filter = SCODB_FILTER_INIT; return filter.limit != 0; }
END
cp "$room/use.c" "$room/use.cc"
flags="-Wall -Wextra -Wconversion -pedantic -Werror -I$(dirname "$header")"
cc -std=c11 $flags "$room/use.c" -o "$room/use"
c++ -std=c++17 $flags "$room/use.cc" -o "$room/use"

grep '^SCODB_API' "$header" | grep -o 'scodb_[a-z0-9_]*(' | tr -d '(' | sort > "$room/declared"
nm -D --defined-only "$library" | grep -o 'scodb_[a-z0-9_]*@@SCODB_1$' | sed 's/@@.*//' | sort > "$room/exported"
diff "$room/declared" "$room/exported"
test "$(wc -l < "$room/declared")" -le 40
test "$(nm -D --defined-only "$library" | grep -vc 'scodb_\|SCODB_1')" = 0
test "$(nm -g --defined-only "$build/src/libscodb.a" | awk 'NF == 3 { print $3 }' | grep -vc '^scodb')" = 0
test "$(nm -D --undefined-only "$library" |
  grep -cwE 'exit|abort|printf|puts|fputs|fprintf|getenv|setlocale|signal|umask|chdir|stdout|stderr')" = 0

cp "$source/examples/attendance.c" "$room"
cd "$room"
cc attendance.c $(pkg-config --cflags --libs scodb) -o attendance
"$source/tests/unit/make_lakes.sh" "$source" lakes.db
./attendance lakes.db | tee seen
grep -q 'Ödön Várkonyi (Avalia), chair' seen
grep -q 'a delegation (Corvania), participant' seen
if ./attendance missing.db 2> error; then
    exit 1
fi
grep -q '^attendance: missing.db: ' error
