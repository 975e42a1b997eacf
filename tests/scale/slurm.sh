#!/bin/sh
# recipes/slurm.sh on a Slurm of one node, started here on loopback. Needs munge and slurm-wlm, root, and to be asked for:
#     SCODB_TEST_SLURM=1 meson test -C build slurm
if [ "${SCODB_TEST_SLURM:-}" != 1 ]; then
    echo 'SKIP: needs munge, slurm-wlm and root; SCODB_TEST_SLURM=1 in the environment switches it on'
    exit 77
fi
. "$(dirname "$0")/lib.sh"
archive

export SLURM_CONF=$work/slurm.conf
host=$(hostname -s)
port=$((20000 + $$ % 20000))
mkdir state spool run
chmod 711 "$work"
head -c 1024 /dev/urandom >munge.key
chmod 600 munge.key
cat >slurm.conf <<CONF
ClusterName=scodb
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$port
SlurmdPort=$((port + 1))
SlurmUser=root
AuthInfo=socket=$work/run/munge.socket
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/run/slurmctld.pid
SlurmdPidFile=$work/run/slurmd.pid
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd.log
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SelectType=select/cons_tres
SchedulerParameters=sched_interval=1
KillWait=2
MinJobAge=300
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=10 State=UP
CONF

stop() {
    for service in slurmd slurmctld munged; do
        [ ! -s "run/$service.pid" ] || kill "$(cat "run/$service.pid")" 2>/dev/null
    done
    sleep 1
    rm -rf "$work"
}
trap stop EXIT
munged --force --key-file="$work/munge.key" --socket="$work/run/munge.socket" --pid-file="$work/run/munged.pid" \
    --log-file="$work/munged.log" --seed-file="$work/munge.seed" || exit 1
slurmctld -f slurm.conf || exit 1
slurmd -f slurm.conf -N "$host" || exit 1
for _ in $(seq 60); do
    sinfo -h -o %t 2>/dev/null | grep -q idle && break
    sleep 0.5
done
same 'the node' "$(sinfo -h -o %t)" idle

# state JOB: how it ended, one line for all tasks of an array
state() {
    scontrol -o show job "$1" | sed 's/.* JobState=\([A-Z_]*\) .*/\1/' | sort -u | paste -sd ' '
}

# ended JOB: waits until it has
ended() {
    for _ in $(seq 120); do
        squeue -h -j "$1" 2>/dev/null | grep -q . || return
        sleep 0.5
    done
}

# jobs COUNT DATABASE: submits, waits; sets extract and store
jobs() {
    set -- $("$SOURCE/recipes/slurm.sh" "$1" all.jsonl facts "$2")
    extract=$1 store=$2
    ended "$store"
}

# all goes well
jobs 7 slurm.db
same 'state of the array' "$(state "$extract")" COMPLETED
same 'state of the job that stores' "$(state "$store")" COMPLETED
same 'shards' "$(ls facts/shard-*.jsonl | wc -l)" 7
content slurm.db | cmp -s - whole && pass || fail "another content: $(cat facts/*.log)"

# a task that is killed leaves nothing, the store waits in vain; the same call makes what is missing
rm -rf facts/shard-3.jsonl facts/shard-5.jsonl
export SCOLOAD_REAL="$SCOLOAD"
cat >dies <<'DIES'
#!/bin/sh
[ "$SLURM_ARRAY_TASK_ID" != 5 ] || kill -KILL $$
exec "$SCOLOAD_REAL" "$@"
DIES
chmod +x dies
SCOLOAD=$work/dies jobs 7 again.db
same 'state of the array of which a task was killed' "$(state "$extract")" 'COMPLETED FAILED'
same 'state of the job that stores' "$(state "$store")" CANCELLED
same 'shards beside the killed task' "$(ls -d facts/shard-* | wc -l)" 6
[ -e again.db ] && fail 'stored without a shard' || pass
jobs 7 again.db
same 'state of the job that stores' "$(state "$store")" COMPLETED
content again.db | cmp -s - whole && pass || fail "another content: $(cat facts/*.log)"
finish
