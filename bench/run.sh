#!/usr/bin/env bash
# What scodb claims of its speed, each claim measured as a ratio of runs that take turns (A B A B ...): medians of RUNS (5).
#     bench/run.sh [--quick | --large] [BUILDDIR] [RUNS]
# Without an option all but the large archive, some minutes. --large is the rest, which takes 100,000 documents, 5 GB of
# disk and longer. --quick shows in a minute that everything runs; its sizes are too small for its figures to mean much.
# Needs sqlite3, and node for the regex script. What each line says: bench/README.md. Status 1: a claim is not
# met; with --quick only if that has nothing to do with speed.
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
mode=${1:-}
case $mode in --*) shift ;; *) mode=--all ;; esac
case $mode in
--all) bytes=10000000 small=1000 large=10000 ;;
--quick) bytes=500000 small=50 large=400 ;;
--large) small=1000 large=100000 ;;
*) echo "usage: run.sh [--quick | --large] [BUILDDIR] [RUNS]" >&2; exit 2 ;;
esac
runs=${2:-$([[ $mode == --quick ]] && echo 1 || echo 5)}
open_work "${1:-build}" loader/scoload bench/generate bench/insert bench/stages

extraction() {
    "$generate" --bytes "$bytes" > texts.jsonl
    for _ in $(seq "$runs"); do
        timed one "$scoload" --quiet --facts --jobs 1 - < texts.jsonl
        timed two "$scoload" --quiet --facts --jobs 2 - < texts.jsonl
        ! command -v node > /dev/null || node "$here/peer.mjs" texts.jsonl 4 | sed 's/.*warm_seconds":\([0-9.]*\).*/\1/' >> warm
    done
    local speed
    speed="$(calc "$bytes / 1e6 / $(column 1 one)" %.1f) MB/s, $(most 3 one) MiB"
    if [[ -s warm ]]; then
        claim 'text to facts, one thread: speed over the regex script' "$(ratio 1 warm one)" '>=' 1 \
            "$speed; script, warm loop: $(calc "$bytes / 1e6 / $(median < warm)" %.1f) MB/s"
    else
        echo "text to facts, one thread: $speed; no node here, so no regex script to compare with"
    fi
    claim 'two threads: speed over one thread' "$(ratio 1 one two)" '>=' 1.8 "$(calc "$bytes / 1e6 / $(column 1 two)" %.1f) MB/s"
}

storing() {
    local rows
    "$scoload" --quiet --facts - < texts.jsonl > facts.jsonl
    for _ in $(seq "$runs"); do
        fresh stored.db
        timed store "$scoload" --quiet --db stored.db --from-facts facts.jsonl
        fresh bare.db
        "$build/bench/insert" stored.db bare.db > inserted
        awk '{print $3}' inserted >> bare
    done
    rows=$(awk '{print $1}' inserted)
    claim 'facts to database: rows/s over those of bare inserts' "$(ratio 1 bare store)" '>=' 0.6 \
        "$(calc "$rows / $(column 1 store)" %.0f) rows/s, $(calc "$(wc -l < facts.jsonl) / $(column 1 store)" %.0f) documents/s"
}

# The archive as a folder of files, whose times say nothing: they are all set anew.
rerun() {
    "$generate" --documents "$small" --folder files > /dev/null
    : > changed
    for run in $(seq "$runs"); do
        fresh again.db
        timed first "$scoload" --quiet --db again.db files
        sha256sum again.db > before
        find files -type f -exec touch {} +
        timed again "$scoload" --quiet --db again.db files
        sha256sum --quiet -c before > /dev/null 2>&1 || echo "$run" >> changed
    done
    claim 'loaded again, unchanged: speed over the first load' "$(ratio 1 first again)" '>=' 10
    claim 'loaded again, unchanged: blocks written' "$(most 4 again)" = 0 "the first load: $(most 4 first)"
    claim 'loaded again, unchanged: loads that changed the file' "$(wc -l < changed)" = 0
}

shards() {
    local count parts=() order
    head -n 300 facts.jsonl > some
    for count in 1 2 7 16; do
        rm -f part.*
        split -n "r/$count" some part.
        parts=(part.*)
        for order in forwards backwards; do
            fresh shards.db
            [[ $order == forwards ]] || mapfile -t parts < <(printf '%s\n' part.* | tac)
            "$scoload" --quiet --db shards.db --from-facts "${parts[@]}"
            content shards.db >> contents
        done
    done
    claim '1, 2, 7 and 16 shards, two orders: different contents' "$(sort -u contents | wc -l)" = 1 \
        "$(wc -l < contents) databases; engines: meson test --suite scale"
}

# Time, memory and size as the archive grows. large.db is left behind.
growth() {
    "$generate" --documents "$small" > small.jsonl
    "$generate" --documents "$large" > large.jsonl
    for _ in $(seq "$runs"); do
        fresh small.db
        timed small "$scoload" --quiet --db small.db - < small.jsonl
        fresh large.db
        timed large "$scoload" --quiet --db large.db - < large.jsonl
    done
    claim "time for a document among $large over one among $small" \
        "$(calc "$(ratio 1 large small) * $small / $large" %.4f)" '<=' 1.2 \
        "CPU time $(calc "$(ratio 2 large small) * $small / $large"); $(calc "1000 * $(column 1 large) / $large") ms, $(calc "$large / $(column 1 large)" %.0f) documents/s"
    claim "memory at its highest, MiB" "$(most 3 large)" '<=' 256
    claim "database, bytes for each byte of text" \
        "$(calc "$(stat -c %s large.db) / $(sqlite3 large.db 'SELECT sum(length(CAST(text AS BLOB))) FROM documents')" %.4f)" '<=' 3
}

# Each hundred is a new one, and the large database grows by it.
hundred() {
    for run in $(seq "$runs"); do
        "$generate" --first $((large + 100 * run)) --documents 100 > hundred.jsonl
        fresh empty.db
        timed into_empty "$scoload" --quiet --db empty.db - < hundred.jsonl
        timed into_large "$scoload" --quiet --db large.db - < hundred.jsonl
    done
    claim "100 documents into the database of $large over an empty one" "$(ratio 1 into_large into_empty)" '<=' 1.5 \
        "$(calc "1000 * $(column 1 into_large)" %.0f) ms, into an empty one $(calc "1000 * $(column 1 into_empty)" %.0f)"
    claim "memory at its highest meanwhile, MiB" "$(most 3 into_large)" '<=' 256
}

heading
if [[ $mode != --large ]]; then
    extraction
    storing
    rerun
    shards
fi
growth
hundred
[[ $mode != --all ]] || { echo && "$build/bench/stages" --store "$work/stages.db"; }
[[ $mode == --quick ]] && exit "$wrong" || exit "$missed"
