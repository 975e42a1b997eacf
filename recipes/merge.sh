#!/usr/bin/env bash
# Stores the shards that shard.sh made, once all are there:
#     merge.sh COUNT FOLDER DATABASE
# Exit status and messages are those of scoload: 1 if documents were refused, here or while the shards were made. After a
# failure, the same call again goes on where it stood.
set -euo pipefail
(($# == 3)) || { echo "usage: merge.sh COUNT FOLDER DATABASE" >&2; exit 2; }
count=$1 folder=$2 database=$3

shards() {
    find "$folder" -maxdepth 1 -name "shard-*.$1" -print0 | sort -z
}

found=$(shards jsonl | tr -cd '\0' | wc -c)
if ((found != count)); then
    echo "merge.sh: $folder: $found of $count shards are there; make the others first" >&2
    exit 2
fi
status=0
shards jsonl | xargs -0 cat | "${SCOLOAD:-scoload}" --quiet --db "$database" --from-facts - || status=$?
shards refused | xargs -0 -r cat >&2
[[ -z $(find "$folder" -maxdepth 1 -name 'shard-*.refused') ]] || ((status > 0)) || status=1
exit "$status"
