#!/usr/bin/env bash
# The facts of one shard of an archive, on whatever runs it:
#     shard.sh NUMBER COUNT ARCHIVE FOLDER     makes FOLDER/shard-NUMBER.jsonl, NUMBER from 0 to COUNT - 1
# ARCHIVE is FILE.jsonl, of which each shard has an equal part of the bytes, cut at line ends; or a list of texts, one
# path a line, of which it has every COUNT-th. SCOLOAD names the program (scoload), JOBS its threads (1).
# A shard is there as a whole or not at all, and one that is there is not made again: after a failure, call all once
# more. Documents that were refused are no failure; they stand in FOLDER/shard-NUMBER.refused.
set -euo pipefail
(($# == 4)) || { echo "usage: shard.sh NUMBER COUNT ARCHIVE FOLDER" >&2; exit 2; }
number=$1 count=$2 archive=$3 folder=$4
shard=$folder/shard-$number
facts=("${SCOLOAD:-scoload}" --quiet --facts --jobs "${JOBS:-1}")

# The lines that begin in part NUMBER of the bytes. The one in which the part begins belongs to the part before.
part_of_lines() {
    perl -e '
        my ($file, $number, $count) = @ARGV;
        sub fail { print STDERR "shard.sh: $file: $!\n"; exit 4 }
        open my $in, "<", $file or fail();
        my $size = -s $in;
        my ($from, $to) = map { int($size * $_ / $count) } $number, $number + 1;
        if ($from > 0) { seek $in, $from - 1, 0 or fail(); <$in> }
        while (tell $in < $to && defined(my $line = <$in>)) { print $line or fail() }
        close $in or fail()' "$archive" "$number" "$count"
}

extract() {
    local texts
    if [[ $archive == *.jsonl ]]; then
        part_of_lines | "${facts[@]}" -
    else
        mapfile -t texts < <(awk -v n="$number" -v of="$count" 'NR % of == n' "$archive")
        ((${#texts[@]} == 0)) || "${facts[@]}" -- "${texts[@]}"
    fi
}

[[ ! -e $shard.jsonl ]] || exit 0
[[ -r $archive ]] || { echo "shard.sh: $archive: cannot be read" >&2; exit 2; }
mkdir -p "$folder"
work=$(mktemp -d "$folder/shard-$number.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 143' TERM INT HUP
status=0
extract > "$work/facts" 2> "$work/refused" || status=$?
if ((status > 1)); then # 1: some documents were refused, all others are there
    cat "$work/refused" >&2
    exit "$status"
fi
sync "$work/facts"
[[ ! -s $work/refused ]] || mv "$work/refused" "$shard.refused"
mv "$work/facts" "$shard.jsonl"
