#!/usr/bin/env bash
# The figures of docs/scale.md: measures DOCUMENTS (100000) on this machine and prints both tables as Markdown, ready to be
# put there: what was measured, and what 10^4, 10^6 and 10^8 documents come to.
#     bench/scale.sh [BUILDDIR] [DOCUMENTS]
# Needs sqlite3, gzip, and 80 KB of disk for each document.
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
documents=${2:-100000}
open_work "${1:-build}" loader/scoload bench/generate src/scodb
scodb=$build/src/scodb

declare -A value
# figure NAME VALUE FORMAT WHAT: a line of the first table; the value is kept under its name
figure() {
    value[$1]=$2
    printf '| %s | %s |\n' "$4" "$(calc "$2" "$3")"
}
# once NAME FORMAT WHAT COMMAND...: seconds of the command
once() {
    rm -f took
    timed took "${@:4}"
    figure "$1" "$(column 1 took)" "$2" "$3"
}
per() { # FILE: bytes for each document
    calc "$(stat -c %s "$1") / $documents" %.1f
}

echo "$(awk -F': *' '/model name/ {print $2; exit}' /proc/cpuinfo), $(nproc) processors," \
    "$(awk '/MemTotal/ {printf "%.0f GiB", $2 / 1048576}' /proc/meminfo), $(uname -sm)," \
    "SQLite $(sqlite3 -version | cut -d' ' -f1); $documents documents"
printf '\n| what | measured |\n|---|---:|\n'

"$generate" --documents "$documents" > texts.jsonl
"$generate" --first "$documents" --documents 100 > hundred.jsonl
figure text "$(per texts.jsonl)" %.0f 'a document as JSON, bytes'
once start %.4f 'start of a process, s' "$scoload" --quiet --facts - < /dev/null
timed facts "$scoload" --quiet --facts --jobs 1 - < texts.jsonl
figure facts_cpu "$(calc "1000 * $(column 2 facts) / $documents" %.4f)" %.3f 'text to facts, ms of one processor for a document'
figure facts_memory "$(column 3 facts)" %.0f 'memory of a process with one thread, MiB'
"$scoload" --quiet --facts - < texts.jsonl > facts.jsonl
figure facts "$(per facts.jsonl)" %.0f 'facts of a document, bytes'
gzip -1 -c facts.jsonl > facts.gz
figure facts_gz "$(per facts.gz)" %.0f 'the same by gzip -1, bytes'
rm facts.gz

timed store "$scoload" --quiet --db sco.db --from-facts facts.jsonl
figure store "$(calc "1000 * $(column 1 store) / $documents" %.4f)" %.3f 'facts to database, ms for a document'
figure store_cpu "$(calc "1000 * $(column 2 store) / $documents" %.4f)" %.3f 'of which processor time, ms'
figure store_memory "$(column 3 store)" %.0f 'memory of that process, MiB'
figure db "$(per sco.db)" %.0f 'database for a document, bytes'
rm facts.jsonl
once more %.2f '100 more documents into it, s' "$scoload" --quiet --db sco.db - < hundred.jsonl
once again %.1f 'all of it loaded again, unchanged, s' "$scoload" --quiet --db sco.db - < texts.jsonl
gb=$(calc "$(stat -c %s sco.db) / 1e9" %.4f)
timed backup sqlite3 sco.db ".backup copy.db"
figure backup "$(calc "$(column 1 backup) / $gb" %.3f)" %.1f 'backup while it is used (`.backup`), s for each GB'
timed merge sqlite3 copy.db "INSERT INTO statements_fts(statements_fts) VALUES ('optimize'); INSERT INTO documents_fts(documents_fts) VALUES ('optimize');"
figure merge "$(calc "$(column 1 merge) / $gb" %.3f)" %.1f 'segments of full text merged into one, s for each GB'
timed vacuum sqlite3 sco.db "VACUUM INTO 'packed.db'"
figure vacuum "$(calc "$(column 1 vacuum) / $gb" %.3f)" %.1f 'packed anew (`VACUUM INTO`), s for each GB'
rm -f copy.db packed.db
person=$(sqlite3 sco.db "SELECT person FROM offices WHERE person IS NOT NULL LIMIT 1")
once show %.3f 'all of a person (`scodb show`), s' "$scodb" --db sco.db show "$person"
once search %.3f 'a search for two words, 20 best, s' "$scodb" --db sco.db --limit 20 search green development
once overview %.2f 'a report that reads all (`overview`), s' "$scodb" --db sco.db report overview

# Seconds and bytes for people.
span() {
    awk -v s="$1" 'BEGIN {split("1 s 60 min 3600 h 86400 days", u, " ")
        for (i = 7; i > 1 && s < 2 * u[i]; i -= 2);
        n = s / u[i]; printf (n < 10 ? "%.2g" : "%.0f") " %s|", n, u[i + 1]}'
}
volume() {
    awk -v b="$1" 'BEGIN {split("1e6 MB 1e9 GB 1e12 TB", u, " ")
        for (i = 5; i > 1 && b < u[i]; i -= 2);
        printf "%.3g %s|", b / u[i], u[i + 1]}'
}

# A column of the second table, for N documents.
arithmetic() {
    local n=$1 reading storing
    reading=$(calc "$n * ${value[facts_cpu]} / 1e3" %.6g) storing=$(calc "$n * ${value[store]} / 1e3" %.6g)
    volume "$(calc "$n * ${value[text]}" %.6g)"
    span "$reading"
    span "$(calc "$reading / 16" %.6g)"
    span "$(calc "$reading / 1024" %.6g)"
    volume "$(calc "$n * ${value[facts]}" %.6g)"
    volume "$(calc "$n * ${value[facts_gz]}" %.6g)"
    span "$storing"
    volume "$(calc "$n * ${value[db]}" %.6g)"
    span "$(calc "$n * ${value[db]} / 1e9 * ${value[backup]}" %.6g)"
}
printf '\n| documents | 10^4 | 10^6 | 10^8 |\n|---|---:|---:|---:|\n'
for n in 1e4 1e6 1e8; do arithmetic "$n" | tr '|' '\n' > "$n"; done
paste -d '|' <(printf '%s\n' 'texts, as JSON' 'reading them, one processor' '16 processors' '64 machines of 16 processors' \
    facts 'facts, gzip -1' 'storing, one process' database backup) 1e4 1e6 1e8 | sed 's/|/ | /g; s/^/| /; s/$/ |/'
