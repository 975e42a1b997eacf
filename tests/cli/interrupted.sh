#!/bin/sh
# A load that is killed or interrupted at any moment is completed by the same call.
. "$(dirname "$0")/lib.sh"

texts 2500
load whole.db in
content whole.db >whole
same 'documents of the whole' "$(sqlite3 whole.db 'SELECT count(*) FROM documents')" 2500

# complete WHAT: the same call again
complete() {
    expect 0 '' load killed.db in
    same "soundness after $1" "$(sqlite3 killed.db 'PRAGMA integrity_check; PRAGMA foreign_key_check')" ok
    content killed.db >killed
    cmp -s whole killed && pass || fail "$1: another content after the rerun"
}

for moment in 0.01 0.05 0.1 0.2 0.3 0.5 0.8 1.2; do
    rm -f killed.db*
    "$SCOLOAD" --quiet --db killed.db in &
    loader=$!
    sleep "$moment"
    kill -KILL "$loader" 2>/dev/null
    wait "$loader" 2>/dev/null
    complete "a kill after $moment s"
done

# asked to stop, the loader keeps what it has done and says so; the rest is still to come through a pipe
for signal in INT TERM; do
    rm -f killed.db* pipe
    mkfifo pipe
    "$SCOLOAD" --quiet --db killed.db --jobs 1 - <pipe 2>err &
    loader=$!
    exec 3>pipe
    printf '%s\n' '{"id":"one","text":"A short text."}' '{"id":"two","text":"Another text."}' >&3
    while [ ! -s killed.db ]; do sleep 0.1; done
    sleep 0.5
    kill "-$signal" "$loader"
    wait "$loader"
    same "status after $signal" $? 1
    exec 3>&-
    same "message after $signal" "$(cut -d: -f2 err)" ' killed.db'
    says interrupted
    same "documents after $signal" "$(documents killed.db)" 'one two'
    expect 0 '' load killed.db --remove one --remove two
    complete "signal $signal"
done

# a pipe whose reader leaves
"$SCOLOAD" --quiet --facts in 2>err | head -c 1000 >/dev/null
same 'lines after the reader left' "$(wc -l <err)" 1
says 'standard output'
finish
