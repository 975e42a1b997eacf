#!/usr/bin/env bash
# check.sh BUILDDIR: every program and script of this folder runs, on tiny texts, and prints what it should.
set -euo pipefail
build=$(realpath "$1") here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
failed=0

# prints COUNT PATTERN COMMAND...: so many lines of its output match
prints() {
    local count=$1 pattern=$2 found
    shift 2
    "$@" > out 2> err || { echo "not ok: status $? of $*"; failed=1; }
    found=$(grep -Ec "$pattern" out || true)
    if ((found != count)) || [[ -s err ]]; then
        echo "not ok: $*: $found lines of $count match $pattern"
        cat out err
        failed=1
    fi
}

claims=12
command -v node > /dev/null || claims=11
prints "$claims" ' (>=|<=|=) [0-9.]+ (met|NOT MET)' "$here/run.sh" --quick "$build"
prints 5 '^(text|start|the same) .* [0-9.]+$' "$here/compare.sh" "$build/loader/scoload" "$build/loader/scoload" "$build" 1 20000
prints 27 '^\| .* [0-9.]+( [a-zA-Z]+)? \|$' "$here/scale.sh" "$build" 60
"$build/bench/generate" --first 5 --documents 2 > part.jsonl
"$build/bench/generate" --documents 7 | tail -n 2 | cmp - part.jsonl || failed=1
"$build/bench/generate" --documents 40 | "$build/loader/scoload" --quiet --db some.db -
prints 3 '^[0-9]+ rows .* rows/s$' sh -c "for i in 1 2 3; do '$build/bench/insert' some.db \$i.db; done"
prints 1 '^text to facts, all of it' "$build/bench/stages" --bytes 20000 --passes 1 --store stages.db
"$build/bench/calls" some.db > out || (($? == 1)) # its times are not judged here
grep -q '^opening' out || { echo 'not ok: calls'; failed=1; }
while IFS='|' read -r _ functions; do
    for function in $functions; do
        grep -Eq "^[a-z].*[ *]$function\(" "$here"/../loader/*.c || { echo "not ok: stages.txt: no $function"; failed=1; }
    done
done < "$here/stages.txt"
exit "$failed"
