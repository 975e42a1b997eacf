#!/usr/bin/env bash
# An archive on a Slurm cluster: a job array extracts, a job that waits for all of it stores.
#     slurm.sh COUNT ARCHIVE FOLDER DATABASE      as shard.sh and merge.sh have them; prints the numbers of both jobs
# All nodes must see this folder, ARCHIVE and FOLDER. Partition, account and time limit are given as sbatch takes them from
# the environment (SBATCH_PARTITION, SBATCH_ACCOUNT, SBATCH_TIMELIMIT), program and threads in SCOLOAD and JOBS.
# If tasks fail, the second job is cancelled; call slurm.sh once more, which makes the shards that are not there yet.
set -euo pipefail
(($# == 4)) || { echo "usage: slurm.sh COUNT ARCHIVE FOLDER DATABASE" >&2; exit 2; }
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
count=$1
mkdir -p "$3"
archive=$(realpath "$2") folder=$(realpath "$3") database=$(realpath "$4")

submit() { # COMMAND OPTIONS...: prints the number of the job
    local command=$1
    shift
    sbatch --parsable --cpus-per-task="${JOBS:-1}" --open-mode=append --wrap="$command" "$@" | cut -d';' -f1
}

extract=$(submit "$(printf '%q ' "$here/shard.sh")\$SLURM_ARRAY_TASK_ID $(printf '%q ' "$count" "$archive" "$folder")" \
    --job-name=scodb-facts --array="0-$((count - 1))" --output="$folder/facts.log")
store=$(submit "$(printf '%q ' "$here/merge.sh" "$count" "$folder" "$database")" \
    --job-name=scodb-store --dependency="afterok:$extract" --kill-on-invalid-dep=yes --output="$folder/store.log")
echo "$extract $store"
