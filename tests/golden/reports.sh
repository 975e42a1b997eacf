#!/usr/bin/env bash
# reports.sh DATABASE QUERIES SQLITE3 SCODB [FOLDER SCOLOAD]: runs every case of the file cases through the SQLite shell
# and through scodb, and compares both with the golden file. Cases and golden files lie beside this script, or in FOLDER
# with a folder texts, which SCOLOAD loads into DATABASE. Prints TAP. With UPDATE=1 the shell's answers become the golden
# files; look at the difference before you commit it.
set -euo pipefail
(($# == 4 || $# == 6)) || { echo "usage: reports.sh DATABASE QUERIES SQLITE3 SCODB [FOLDER SCOLOAD]" >&2; exit 2; }
database=$1 queries=$2 sqlite3=$3 scodb=$4
golden=${5-$(dirname "${BASH_SOURCE[0]}")}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if (($# == 6)); then
    rm -f "$database"
    "$6" --quiet --db "$database" "$golden/texts"
fi
count=0

point() { # RESULT NAME [FILE WITH AN EXPLANATION]
    count=$((count + 1))
    printf '%s %d - %s\n' "$1" "$count" "$2"
    [[ $1 == ok || -z ${3-} ]] || sed 's/^/# /' "$3"
}

by_shell() { # REPORT PARAMETER=VALUE...
    local report=$1 options=() value
    shift
    for value; do options+=(-cmd ".parameter set :${value%%=*} \"'${value#*=}'\""); done
    options+=(-batch -bail -readonly -header -tabs)
    "$sqlite3" -cmd ".parameter init" "${options[@]}" "$database" <"$queries/$report.sql"
}

# Where nothing is found, scodb says so by status 1 and prints the head line alone; the shell prints nothing.
by_scodb() {
    local report=$1 options=() value status=0
    shift
    for value; do options+=(--param "$value"); done
    "$scodb" --db "$database" --format tsv report "$report" "${options[@]}" >"$work/table" || status=$?
    ((status == 1)) || cat "$work/table"
    ((status <= 1))
}

compare() { # WHO NAME REPORT PARAMETER=VALUE...
    local who=$1 name=$2 out=$work/out why=$work/why
    shift 2
    if ! "by_$who" "$@" >"$out" 2>"$why"; then
        point "not ok" "$name by $who" "$why"
    elif [[ ${UPDATE-} == 1 && $who == shell ]]; then
        cp "$out" "$golden/$name.tsv"
        point ok "$name by $who, written"
    elif diff -u "$golden/$name.tsv" "$out" >"$why" 2>&1; then
        point ok "$name by $who"
    else
        point "not ok" "$name by $who" "$why"
    fi
}

while read -r name report values; do
    [[ -n $name && $name != \#* ]] || continue
    names+=("$name") reports+=("$report")
    read -ra values <<<"$values"
    compare shell "$name" "$report" "${values[@]}"
    compare scodb "$name" "$report" "${values[@]}"
done <"$golden/cases"

# No report without a case, no golden file without one.
diff <(printf '%s\n' "${reports[@]}" | sort -u) <(cd "$queries" && printf '%s\n' *.sql | sed 's/\.sql$//' | sort) \
    >"$work/why" && result=ok || result="not ok"
point "$result" "every report has a case" "$work/why"
diff <(printf '%s\n' "${names[@]}" | sort) <(cd "$golden" && printf '%s\n' *.tsv | sed 's/\.tsv$//' | sort) \
    >"$work/why" && result=ok || result="not ok"
point "$result" "every golden file has a case" "$work/why"
echo "1..$count"
