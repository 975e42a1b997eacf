#!/bin/sh
# What a load leaves: one plain file, compact if the load made it; a log beside it while it runs; --finish.
. "$(dirname "$0")/lib.sh"

# pragma DB NAME
pragma() {
    sqlite3 "$1" "PRAGMA $2"
}

# plain DB WHAT: one file, without a log, whole
plain() {
    same "journal of $1, $2" "$(pragma "$1" journal_mode)" delete
    same "files of $1, $2" "$(ls "$1"*)" "$1"
    same "soundness of $1, $2" "$(sqlite3 "$1" 'PRAGMA integrity_check; PRAGMA foreign_key_check')" ok
}

# compact DB WHAT: and little room in it unused, the words in one segment each, statistics taken
compact() {
    plain "$1" "$2"
    [ "$(pragma "$1" freelist_count)" -le "$(($(pragma "$1" page_count) / 20))" ] && pass || fail "free pages of $1, $2"
    same "segments of $1, $2" "$(sqlite3 "$1" 'SELECT count(DISTINCT segid) FROM statements_fts_idx')" 1
    same "statistics of $1, $2" "$(sqlite3 "$1" "SELECT count(*) FROM sqlite_schema WHERE name = 'sqlite_stat1'")" 1
}

# a load that makes the database finishes it; one that adds to it leaves a plain file, and a rerun leaves it alone
texts 400
load whole.db in
compact whole.db 'after the first load'
content whole.db >whole
mkdir more
text 500 >more/text500.txt
load whole.db more
plain whole.db 'after another load'
stat -c '%i %Y %Z %s' whole.db >before
cp whole.db copy.db
expect 0 '' load whole.db in more
stat -c '%i %Y %Z %s' whole.db >after
cmp -s before after && cmp -s whole.db copy.db && pass || fail 'a rerun touched the file'
if command -v strace >/dev/null && strace -o trace true 2>/dev/null; then
    strace -f -o trace -e trace=openat,pwrite64,pwritev,ftruncate,fsync,fdatasync,unlink,rename,fallocate,mmap \
        "$SCOLOAD" --quiet --db whole.db in more
    same 'opened by a rerun' "$(grep -c 'whole.db"' trace)" 1
    same 'writes of a rerun' "$(grep -cE '(pwrite64|pwritev|ftruncate|fsync|fdatasync|unlink|rename|fallocate)\(' trace)" 0
else
    echo 'SKIP: the system calls of a rerun, without strace'
fi

# --finish takes the room of what was removed, and changes nothing else
set --
for number in $(seq 1 300); do set -- "$@" --remove "text$number"; done
load whole.db "$@"
plain whole.db 'after documents were removed'
[ "$(pragma whole.db freelist_count)" -gt 0 ] && pass || fail 'nothing to make compact'
content whole.db >removed
size=$(stat -c %s whole.db)
expect 0 '' load whole.db --finish
compact whole.db 'after --finish'
content whole.db | cmp -s removed - && pass || fail '--finish changed the content'
[ "$(stat -c %s whole.db)" -lt "$size" ] && pass || fail '--finish made nothing smaller'
expect 0 '' load whole.db --finish in more
compact whole.db 'after --finish with documents'
rm -f plain.db
load plain.db more in
content plain.db >plain
content whole.db | cmp -s plain - && pass || fail 'another content after removing, loading and finishing'

# with nothing to finish
expect 3 gone.db load gone.db --finish
[ ! -e gone.db ] && pass || fail 'a database was made to finish it'
expect 2 --facts "$SCOLOAD" --facts --finish in
cp whole.db readonly.db
chmod 444 readonly.db
cp "$SCOLOAD" scoload
chmod 755 .
if [ "$(id -u)" -ne 0 ]; then as_user=''; else as_user='setpriv --reuid=65534 --regid=65534 --clear-groups'; fi
if $as_user true; then
    expect 3 readonly.db $as_user ./scoload --quiet --db readonly.db --finish
    cmp -s whole.db readonly.db && pass || fail 'a read-only database was changed'
else
    echo 'SKIP: a read-only database, as root and without setpriv'
fi

# records FIRST LAST: texts as lines of JSON
records() {
    for number in $(seq "$1" "$2"); do printf '{"id":"text%s","text":"%s\\n"}\n' "$number" "$(text "$number")"; done
}

# while a load runs, others read what was committed, which is every few seconds; from the second transaction on it has a log.
# A killed one leaves what a rerun completes and finishes.
mkfifo pipe
"$SCOLOAD" --quiet --db killed.db --jobs 1 - <pipe 2>err &
loader=$!
exec 3>pipe
records 1 300 >&3
tries=0
while [ ! -e killed.db-wal ] && [ "$tries" -lt 100 ]; do
    sleep 0.3
    tries=$((tries + 1))
    records "$((300 + tries))" "$((300 + tries))" >&3
done
some=$(documents killed.db | wc -w)
[ "$some" -gt 200 ] && [ "$some" -le "$((300 + tries))" ] && pass || fail "$some documents while a load runs"
same 'journal while a load runs' "$(pragma killed.db journal_mode)" wal
kill -KILL "$loader"
wait "$loader" 2>/dev/null
exec 3>&-
texts 450
expect 0 '' load killed.db in
compact killed.db 'after a kill and a rerun'
rm -f plain.db
load plain.db in
content plain.db >plain
content killed.db | cmp -s plain - && pass || fail 'another content after a kill and a rerun'

# --finish that is killed, at any moment
content plain.db >whole
for moment in 0.005 0.01 0.02 0.04 0.06 0.1 0.15; do
    sqlite3 plain.db 'PRAGMA journal_mode = WAL' >/dev/null
    "$SCOLOAD" --quiet --db plain.db --finish &
    loader=$!
    sleep "$moment"
    kill -KILL "$loader" 2>/dev/null
    wait "$loader" 2>/dev/null
    content plain.db | cmp -s whole - && pass || fail "another content after --finish was killed after $moment s"
    expect 0 '' load plain.db --finish
    compact plain.db "after --finish was killed after $moment s and done again"
done
content plain.db | cmp -s whole - && pass || fail 'another content after --finish was killed'

# somebody has the file open: loads go on, --finish waits for another time
if command -v python3 >/dev/null; then
    python3 -c 'import sqlite3, time
db = sqlite3.connect("plain.db", isolation_level=None); db.execute("BEGIN")
db.execute("SELECT count(*) FROM facts").fetchall(); open("holding", "w").close(); time.sleep(120)' &
    holder=$!
    while [ ! -e holding ]; do sleep 0.1; done
    expect 3 plain.db load plain.db --finish
    says 'another program is using the database'
    expect 0 '' load plain.db in
    kill "$holder"
    wait "$holder" 2>/dev/null
    expect 0 '' load plain.db --finish
    compact plain.db 'after somebody closed it'
    content plain.db | cmp -s whole - && pass || fail 'another content after somebody closed it'
fi

# no room for the copy
mkdir small
if [ "$(id -u)" -eq 0 ] && mount -t tmpfs -o "size=$(($(stat -c %s plain.db) / 1024 * 3 / 2))k" tmpfs small 2>/dev/null; then
    cp plain.db small/sco.db
    mkdir temporary
    load small/sco.db --remove text1 --remove text2
    content small/sco.db >removed
    expect 3 small/sco.db env SQLITE_TMPDIR="$work/small" "$SCOLOAD" --quiet --db small/sco.db --finish
    says 'no room left'
    content small/sco.db | cmp -s removed - && pass || fail 'another content after --finish found no room'
    mount -o remount,size=64m small
    expect 0 '' load small/sco.db --finish
    compact small/sco.db 'after there was room'
    umount small
else
    echo 'SKIP: full disk, needs root and mount'
fi
finish
