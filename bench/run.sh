#!/bin/sh
# Whole-process figures, as ratios of runs that take turns (A B A B ...), medians of RUNS (5):
#     bench/run.sh [BUILDDIR] [RUNS]
# Needs the targets scoload, generate, insert and stages in BUILDDIR, GNU time, sqlite3, and node for the first
# comparison. What the lines say, and figures measured so far: bench/README.md.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "${1:-build}" && pwd)
runs=${2:-5}
scoload=$build/loader/scoload
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# Runs a command line; its seconds, user and system CPU seconds and peak KiB go to the file named first.
timed() {
    /usr/bin/time -a -o "$1" -f '%e %U %S %M' sh -c "$2" > /dev/null
}

median() {
    sort -g | awk '{v[NR] = $1} END {printf "%.4f", v[int((NR + 1) / 2)]}'
}

wall() {
    awk '{print $1}' "$1" | median
}

cpu() {
    awk '{print $2 + $3}' "$1" | median
}

# calc EXPRESSION [FORMAT]
calc() {
    awk "BEGIN {printf \"${2:-%.2f}\", $1}"
}

fresh() {
    rm -f "$1" "$1-wal" "$1-shm" "$1-journal"
}

"$build/bench/generate" --bytes 10000000 > 10mb.jsonl
"$build/bench/generate" --documents 1000 > 1000.jsonl
"$build/bench/generate" --documents 10000 > 10000.jsonl
"$scoload" --quiet --facts - < 10mb.jsonl > facts.jsonl

echo "== text to facts, 10 MB, whole process"
for _ in $(seq "$runs"); do
    timed one "'$scoload' --quiet --facts --jobs 1 - < 10mb.jsonl"
    timed two "'$scoload' --quiet --facts --jobs 2 - < 10mb.jsonl"
    if command -v node > /dev/null; then
        timed peer "node '$here/peer.mjs' 10mb.jsonl"
        node "$here/peer.mjs" 10mb.jsonl 4 | sed 's/.*warm_seconds":\([0-9.]*\).*/\1/' >> warm
    fi
done
echo "scoload, one thread: $(calc "10 / $(wall one)") MB/s, $(calc "10 / $(cpu one)") MB for each second of CPU time"
echo "two threads are $(calc "$(wall one) / $(wall two)") times as fast as one"
if [ -f peer ]; then
    echo "the regex script takes $(calc "$(wall peer) / $(wall one)") times its time as a process," \
         "$(calc "$(median < warm) / $(wall one)") in its warm loop"
fi

echo "== facts to rows, the same documents, and bare inserts of the same rows"
for _ in $(seq "$runs"); do
    fresh stored.db
    timed store "'$scoload' --quiet --db stored.db --from-facts facts.jsonl"
    fresh bare.db
    "$build/bench/insert" stored.db bare.db >> bare
done
rows=$(awk '{print $1}' bare | median)
inserts=$(awk '{print $3}' bare | median)
echo "scoload --from-facts: $(calc "$rows / $(wall store)" %.0f) rows/s," \
     "$(calc "$inserts / $(wall store)") of the rows/s of bare inserts"

echo "== texts to database, one thread"
for _ in $(seq "$runs"); do
    fresh small.db
    timed small "'$scoload' --quiet --db small.db --jobs 1 - < 1000.jsonl"
    fresh large.db
    timed large "'$scoload' --quiet --db large.db --jobs 1 - < 10000.jsonl"
done
echo "a document among 10,000 takes $(calc "$(cpu large) / 10 / $(cpu small)") times the CPU time of one among 1,000"
bytes=$(sqlite3 large.db "SELECT sum(length(CAST(text AS BLOB))) FROM documents")
echo "the database has $(calc "$(wc -c < large.db) / $bytes") bytes for each byte of text"
echo "memory at its highest: $(calc "$(awk '{print $4}' large | median) / 1024" %.0f) MiB"

echo "== stages"
"$build/bench/stages" --store "$work/stages.db"
