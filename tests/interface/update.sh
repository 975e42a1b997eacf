#!/bin/sh
# update.sh: stores the interface that src/scodb.h declares now in scodb.abi, after it was extended on purpose. A change
# that would break programs is refused; before 1.0 --break stores it all the same, and then the soname has to change.
set -- "$(cd "$(dirname "$0")/../.." && pwd)" none "${1-}"
. "$1/tests/interface/lib.sh"
. "$here/compatible.sh"

mkdir include
cp "$source/src/scodb.h" include
promised include || exit
if [ "$3" != --break ]; then
    frozen include && unchanged include/libscodb.so --no-added-syms || exit
fi
dump include/libscodb.so >stored && mv stored "$here/scodb.abi"
