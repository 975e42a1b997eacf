#!/bin/sh
# run.sh [DATABASE]: every query here must return no row. The database is only read. Without one, loads the project's texts
# with $SCOLOAD and takes that.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ $# -eq 0 ]; then
    "$SCOLOAD" --db "$work/sco.db" "$here/../../texts"
    set -- "$work/sco.db"
fi
passed=0 failed=0
for file in "$here"/*.sql; do
    [ "${file##*/}" = dump.sql ] && continue
    if sqlite3 -batch -bail -readonly "$1" <"$file" >"$work/rows" 2>&1 && [ ! -s "$work/rows" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "not ok ${file##*/}"
        head -20 "$work/rows"
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
