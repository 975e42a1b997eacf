# What the scripts of this folder share. They set build and runs, and work in a folder that goes with them.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export LC_ALL=C

# open_work BUILDDIR PROGRAM...: the programs must have been built
open_work() {
    build=$(cd "$1" && pwd)
    shift
    local program
    for program in bench/timed "$@"; do
        [[ -x $build/$program ]] || { echo "${0##*/}: $build/$program: not built; ninja -C $build measuring" >&2; exit 2; }
    done
    scoload=$build/loader/scoload
    generate=$build/bench/generate
    work=$(mktemp -d "${TMPDIR:-/tmp}/scodb-bench.XXXXXX")
    trap 'rm -rf "$work"' EXIT
    cd "$work"
}

# timed FILE COMMAND...: a line of wall seconds, CPU seconds, peak MiB and blocks written to disk is added to FILE
timed() {
    "$build/bench/timed" "$@"
}

median() {
    sort -g | awk '{v[NR] = $1} END {if (NR) printf "%.6g", NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'
}

# column NUMBER FILE: its median. 1 wall, 2 CPU, 3 MiB, 4 blocks
column() {
    awk -v n="$1" '{print $n}' "$2" | median
}

# most NUMBER FILE: its largest
most() {
    awk -v n="$1" '$n > most {most = $n} END {print most + 0}' "$2"
}

# ratio NUMBER FILE OTHER: median of the ratios of the pairs, run by run
ratio() {
    paste -d ' ' <(awk -v n="$1" '{print $n}' "$2") <(awk -v n="$1" '{print $n}' "$3") | awk '{print $1 / $2}' | median
}

# calc EXPRESSION [FORMAT]
calc() {
    awk "BEGIN {printf \"${2:-%.2f}\", $1}"
}

fresh() {
    rm -f "$1" "$1-wal" "$1-shm" "$1-journal"
}

content() {
    sqlite3 "$1" < "$here/../tests/sql/dump.sql" | sha256sum
}

missed=0 # a claim is not met
wrong=0  # nor is one that has nothing to do with speed
heading() {
    printf '%-58s %9s %9s\n' claim measured wanted
}

# claim WHAT MEASURED OPERATOR WANTED [DETAIL]: a line of the table; the operator is >= or <=, or = for what must be so
# whatever the machine
claim() {
    local verdict=met
    if [[ $(awk "BEGIN {print ($2 ${3/#=/==} $4)}") != 1 ]]; then
        verdict='NOT MET' missed=1
        [[ $3 != '=' ]] || wrong=1
    fi
    printf '%-58s %9.3g %9s %-7s %s\n' "$1" "$2" "$3 $4" "$verdict" "${5:+($5)}"
}
