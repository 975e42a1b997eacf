#!/bin/sh
# The recipes of docs/scale.md for GNU parallel. Needs parallel; several machines also need an sshd,
# which is started here on loopback, and to be asked for:
#     SCODB_TEST_SSH=1 meson test -C build parallel
if ! command -v parallel >/dev/null; then
    echo 'SKIP: no GNU parallel'
    exit 77
fi
. "$(dirname "$0")/lib.sh"
archive
mv all.jsonl archive.jsonl
ln -s "$SOURCE/recipes" recipes
export HOME="$work"
mkdir -p .parallel && : >.parallel/will-cite

# recipe HEADING: the commands below it, with blocks small enough for there to be several
recipe() {
    awk -v heading="### $1" '/^#/ {on = $0 == heading} on && /^    /' "$SOURCE/docs/scale.md" | sed 's/--block 1M/--block 20k/'
}

# follows HEADING: its commands come to the same content
follows() {
    rm -f sco.db
    recipe "$1" >commands
    [ -s commands ] && pass || fail "docs/scale.md has no \"$1\""
    expect 0 '' sh commands
    content sco.db | cmp -s - whole && pass || fail "$1: another content"
}

follows 'GNU parallel, all processors of a machine'
follows 'GNU parallel, in steps that can be repeated'
same 'shards in the log' "$(tail -n +2 facts.log | wc -l)" 16

# again: what is there stays; a task that failed is done once more
rm facts.log facts/shard-4.jsonl
printf '#!/bin/sh\nexit 3\n' >fails && chmod +x fails
seq 0 15 | SCOLOAD=./fails parallel --joblog facts.log --resume-failed recipes/shard.sh {} 16 archive.jsonl facts
same 'tasks that failed' "$?" 1
follows 'GNU parallel, in steps that can be repeated'

# small blocks, one of them with nothing but a refused document
head -n 3 archive.jsonl >some
echo '{"id": "broken"' >>some
"$SCOLOAD" --quiet --facts - <archive.jsonl >facts.jsonl
parallel --pipe -N 1 --keep-order scoload --quiet --facts --jobs 1 - <some >out 2>err
same 'blocks of which GNU parallel says that they failed' "$?" 1
head -n 3 facts.jsonl | cmp -s - out && pass || fail 'facts beside a block of a refused document'
same 'lines about it' "$(wc -l <err)" 1
says 'standard input:1:15'

# the machine itself as a login, then two that ssh leads to
parallel --sshlogin 2/: --pipe --block 20k --keep-order scoload --quiet --facts --jobs 1 - <archive.jsonl >out 2>err
cmp -s out facts.jsonl && pass || fail "by --sshlogin: $(head -5 err)"
if [ "${SCODB_TEST_SSH:-}" != 1 ]; then
    echo 'SKIP: several machines; SCODB_TEST_SSH=1 in the environment starts an sshd on loopback'
    finish
fi
port=$((20000 + $$ % 20000))
ssh-keygen -q -t ed25519 -N '' -f host && ssh-keygen -q -t ed25519 -N '' -f key && cp key.pub authorized
chmod 700 "$work"
cat >sshd_config <<CONF
Port $port
ListenAddress 127.0.0.1
HostKey $work/host
PidFile $work/sshd.pid
AuthorizedKeysFile $work/authorized
StrictModes no
UsePAM no
MaxStartups 100
SetEnv PATH=$PATH
CONF
cat >ssh_config <<CONF
Host node1 node2
    HostName 127.0.0.1
    Port $port
    IdentityFile $work/key
    UserKnownHostsFile $work/known.%n
    StrictHostKeyChecking no
    LogLevel ERROR
CONF
[ -d /run/sshd ] || mkdir /run/sshd
"$(command -v sshd || echo /usr/sbin/sshd)" -f sshd_config || exit 1
trap 'kill "$(cat sshd.pid)"; rm -rf "$work"' EXIT
export PARALLEL_SSH="ssh -F $work/ssh_config"
follows 'GNU parallel, several machines'
same 'nodes that had a part in it' "$(ls known.* | paste -sd ' ')" 'known.node1 known.node2'
finish
