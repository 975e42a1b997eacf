#!/usr/bin/env bash
# Two builds of scoload side by side, in turns: wall and CPU time, and instructions where valgrind is installed.
#     bench/compare.sh OLD-SCOLOAD NEW-SCOLOAD [BUILDDIR] [RUNS] [BYTES]
# BUILDDIR (build) has bench/generate. Above 1: the new one takes less. Also says whether both find the same.
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
(($# >= 2)) || { echo "usage: compare.sh OLD-SCOLOAD NEW-SCOLOAD [BUILDDIR] [RUNS] [BYTES]" >&2; exit 2; }
old=$(realpath "$1") new=$(realpath "$2") runs=${4:-5} bytes=${5:-10000000}
open_work "${3:-build}" bench/generate
declare -A program=([old]="$old" [new]="$new")

show() { # WHAT FILE: files old-FILE and new-FILE
    printf '%-34s %9.3f %9.3f %9.2f %9.2f\n' "$1" "$(column 1 "old-$2")" "$(column 1 "new-$2")" \
        "$(ratio 1 "old-$2" "new-$2")" "$(ratio 2 "old-$2" "new-$2")"
}

"$generate" --bytes "$bytes" > texts.jsonl
"$generate" --bytes $((bytes * 15 / 100)) > short.jsonl
for _ in $(seq "$runs"); do
    for side in old new; do
        timed "$side-one" "${program[$side]}" --quiet --facts --jobs 1 - < texts.jsonl
        timed "$side-two" "${program[$side]}" --quiet --facts --jobs 2 - < texts.jsonl
        timed "$side-start" "${program[$side]}" --quiet --facts --jobs 1 - < /dev/null
        fresh "$side.db"
        timed "$side-load" "${program[$side]}" --quiet --db "$side.db" --jobs 1 - < texts.jsonl
        timed "$side-again" "${program[$side]}" --quiet --db "$side.db" --jobs 1 - < texts.jsonl
    done
done
printf '%-34s %9s %9s %9s %9s\n' "$bytes bytes of text, medians" 'old, s' 'new, s' 'old/new' 'CPU'
show 'text to facts, one thread' one
show 'text to facts, two threads' two
show 'start of the program' start
show 'text to database, one thread' load
show 'the same again, unchanged' again
printf '%-34s %9.0f %9.0f\n' 'memory while loading, MiB' "$(most 3 old-load)" "$(most 3 new-load)"
printf '%-34s %9.1f %9.1f\n' 'database, MB' "$(calc "$(stat -c %s old.db) / 1e6" %.1f)" "$(calc "$(stat -c %s new.db) / 1e6" %.1f)"

instructions() { # PROGRAM FILE: millions of them
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$1" --quiet --facts --jobs 1 - < "$2" 2>&1 > /dev/null |
        awk '/Collected/ {printf "%.1f", $NF / 1e6}'
}
if command -v valgrind > /dev/null; then
    for what in "short.jsonl $((bytes * 15 / 100)) bytes" '/dev/null nothing'; do
        file=${what%% *}
        one=$(instructions "$old" "$file") other=$(instructions "$new" "$file")
        printf '%-34s %9.1f %9.1f %9.2f\n' "million instructions for ${what#* }" "$one" "$other" "$(calc "$one / $other")"
    done
fi
for side in old new; do "${program[$side]}" --quiet --facts --jobs 1 - < texts.jsonl > "$side.facts"; done
cmp -s old.facts new.facts && echo 'both find the same' || echo 'they do not find the same'
