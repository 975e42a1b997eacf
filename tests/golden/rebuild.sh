#!/usr/bin/env bash
# rebuild.sh DATABASE TEXTS DUMP.SQL SQLITE3 SCOLOAD: builds the shipped database anew from its texts, and loads them
# again into a copy of it. The first must have the same content, the second the same bytes. Prints TAP.
set -euo pipefail
(($# == 5)) || { echo "usage: rebuild.sh DATABASE TEXTS DUMP.SQL SQLITE3 SCOLOAD" >&2; exit 2; }
database=$1 texts=$2 dump=$3 sqlite3=$4 scoload=$5
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
count=0

point() { # NAME COMMAND...: ok if the command succeeds
    local name=$1 result=ok
    shift
    count=$((count + 1))
    "$@" >"$work/why" 2>&1 || result="not ok"
    printf '%s %d - %s\n' "$result" "$count" "$name"
    [[ $result == ok ]] || head -50 "$work/why" | sed 's/^/# /'
}

content() { "$sqlite3" -batch -bail -readonly "$1" <"$dump"; }

same_content() {
    content "$database" >"$work/shipped"
    content "$work/new.db" >"$work/rebuilt"
    [[ -s $work/shipped ]] || return 1
    diff -u "$work/shipped" "$work/rebuilt"
}

sound() { [[ $("$sqlite3" -batch -readonly "$1" "PRAGMA integrity_check; PRAGMA foreign_key_check;") == ok ]]; }

cp "$database" "$work/again.db"
point "the texts load into a new database" "$scoload" --db "$work/new.db" "$texts"
point "its content is that of the shipped one" same_content
point "it is sound" sound "$work/new.db"
point "the texts load again into the shipped one" "$scoload" --db "$work/again.db" "$texts"
point "which changes no byte of it" cmp "$database" "$work/again.db"
echo "1..$count"
