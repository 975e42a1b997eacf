#!/usr/bin/env bash
# Where the instructions go, from texts to facts in one thread: by stage and by source file, counted by callgrind.
#     bench/profile.sh [BUILDDIR] [BYTES] [OUT]
# BYTES of text (1500000). Needs valgrind, and a build that has optimization and line numbers:
#     meson setup --buildtype=release -Ddebug=true BUILDDIR
# A stage is what its functions and all that they call took, so a stage within another stands below it. OUT (callgrind.out) stays, for
# callgrind_annotate and kcachegrind.
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
out=$(realpath "${3:-callgrind.out}") bytes=${2:-1500000}
open_work "${1:-build}" loader/scoload bench/generate

"$generate" --bytes "$bytes" > texts.jsonl
profile() { # INPUT OUT
    valgrind --tool=callgrind --callgrind-out-file="$2" "$scoload" --quiet --facts --jobs 1 - < "$1" > /dev/null 2> log ||
        { cat log >&2; exit 1; }
}
profile texts.jsonl "$out"
profile /dev/null start.out

# What each function took, with all that it called or alone: "instructions file:function"
functions() { # FILE INCLUSIVE
    callgrind_annotate --threshold=100 --auto=no --show-percs=no --inclusive="$2" "$1" | awk '
        /PROGRAM TOTALS/ {gsub(",", "", $1); print $1, "total"}
        /file:function/ {on = 1; next}
        on && /^ *[0-9]/ {n = $1; gsub(",", "", n); sub(/^ *[0-9,]+ +/, ""); sub(/ \[.*/, ""); print n, $0}'
}
functions "$out" yes > inclusive
functions "$out" no > own
functions start.out yes > start

# table HEADING: of lines "instructions TAB name"
table() {
    awk -F '\t' -v total="$(awk '$2 == "total" {print $1}' own)" -v heading="$1" '
        BEGIN {printf "\n| %-44s | %7s | %6s |\n|---|---:|---:|\n", heading, "million", "share"}
        {printf "| %-44s | %7s | %6s |\n", $2, $1 ? sprintf("%.1f", $1 / 1e6) : "-",
            $1 ? sprintf("%.1f %%", 100 * $1 / total) : "-"}'
}

echo "$(wc -c < texts.jsonl) bytes of JSON Lines with $bytes bytes of text"
{
    awk '$2 == "total" {printf "%d\tall\n", $1}' own
    awk '$2 == "total" {printf "%d\tstart of the program\n", $1}' start
    awk '
        FNR == NR {n = $1; sub(/^[0-9]+ /, ""); sub(/.*:/, ""); sub(/\x27[0-9]+$/, ""); if (n > took[$0]) took[$0] = n; next}
        {split($0, part, "|"); sum = 0; count = split(part[2], names, " ")
         for (i = 1; i <= count; i++) sum += took[names[i]]
         printf "%d\t%s\n", sum, part[1]}' inclusive "$here/stages.txt"
} | table stage
awk '$2 != "total" {n = $1; sub(/^[0-9]+ /, ""); sub(/:[^:]*$/, ""); sub(/.*\//, ""); sum[$0] += n; all += n}
    END {for (f in sum) if (sum[f] > all / 200) printf "%d\t%s\n", sum[f], f}' own | sort -gr |
    table 'source file, without what it calls'
