#!/bin/sh
# Databases that cannot be used: exit status 3, one line, and the file stays as it was.
. "$(dirname "$0")/lib.sh"

texts 3
load good.db in

# untouched DB: one that must not change
untouched() {
    cp "$1" before
    expect 3 "$1" load "$1" in
    cmp -s "$1" before && pass || fail "$1 was changed"
    rm -f before
    same "files beside $1" "$(ls "$1"-* 2>/dev/null)" ''
}

sqlite3 foreign.db 'CREATE TABLE notes (note TEXT); INSERT INTO notes VALUES (1)'
untouched foreign.db
cp good.db newer.db
sqlite3 newer.db 'PRAGMA user_version = 999'
untouched newer.db
text 1 >text.db
untouched text.db
head -c 20000 good.db >cut.db
"$SCOLOAD" --quiet --db cut.db in 2>err
same 'status of a database cut short' $? 3
same 'lines of a database cut short' "$(wc -l <err)" 1
mkdir folder.db
expect 3 folder.db load folder.db in
expect 3 gone/sco.db load gone/sco.db in
expect 3 gone.db load gone.db --remove text1
expect 3 gone.db load gone.db --refresh
[ ! -e gone.db ] && pass || fail 'a database was made to remove from it'

# read-only, for a user who is not root
cp good.db readonly.db
text 77 >in/new.txt
chmod 444 readonly.db
mkdir closed
cp good.db closed/sco.db
chmod 666 closed/sco.db
chmod 555 closed
chmod 755 .
cp "$SCOLOAD" scoload
if [ "$(id -u)" -ne 0 ]; then as_user=''; else as_user='setpriv --reuid=65534 --regid=65534 --clear-groups'; fi
if $as_user true; then
    for db in readonly.db closed/sco.db closed/new.db; do
        expect 3 "$db" $as_user ./scoload --quiet --db "$db" in
    done
    cmp -s good.db readonly.db && cmp -s good.db closed/sco.db && pass || fail 'a read-only database was changed'
    same 'files in a closed folder' "$(ls closed)" sco.db
else
    echo 'SKIP: read-only databases, as root and without setpriv'
fi
chmod 755 closed

# another program holds the database
if command -v python3 >/dev/null; then
    cp good.db held.db
    python3 -c 'import sqlite3, sys, time
db = sqlite3.connect("held.db", isolation_level=None); db.execute("BEGIN EXCLUSIVE")
open("holding", "w").close(); time.sleep(60)' &
    holder=$!
    while [ ! -e holding ]; do sleep 0.1; done
    expect 3 held.db load held.db in
    kill "$holder"
    wait "$holder" 2>/dev/null
    expect 0 '' load held.db in
fi

# no room: a limit on the size of files, then a full disk; with room again, a plain rerun completes
texts 1200
load whole.db in
expect 3 limited.db sh -c "ulimit -f 600; '$SCOLOAD' --quiet --db limited.db in"
expect 0 '' load limited.db in
content whole.db >whole
content limited.db >limited
cmp -s whole limited && pass || fail 'a load that ran into a limit differs after the rerun'
mkdir small
if [ "$(id -u)" -eq 0 ] && mount -t tmpfs -o size=700k tmpfs small 2>/dev/null; then
    expect 3 small/sco.db load small/sco.db in
    mount -o remount,size=64m small
    expect 0 '' load small/sco.db in
    content small/sco.db >small.dump
    umount small
    cmp -s whole small.dump && pass || fail 'a load that ran into a full disk differs after the rerun'
else
    echo 'SKIP: full disk, needs root and mount'
fi
finish
