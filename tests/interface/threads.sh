#!/bin/sh
# threads.sh SOURCE PROGRAM: the rules for threads, by threads.c as built here. The thread sanitizer wants its memory where
# the kernel may have put something else: hence setarch, where it is allowed.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
"$1/tests/unit/make_lakes.sh" "$1" "$room/lakes.db"
setarch=
! setarch -R true 2>/dev/null || setarch="setarch -R"
status=0
TSAN_OPTIONS=exitcode=66 $setarch "$2" "$room/lakes.db" >"$room/out" 2>&1 || status=$?
cat "$room/out"
if grep -q 'FATAL: ThreadSanitizer' "$room/out"; then
    echo "skipped: the thread sanitizer cannot run here"
    status=77
fi
exit "$status"
