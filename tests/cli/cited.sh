#!/bin/sh
# What is cited by its fact_id is found by it: whichever view gave the id, whatever was loaded, removed or replaced since.
. "$(dirname "$0")/lib.sh"

texts=$SOURCE/tests/golden/archive/texts

# ids DB [DOCUMENT]: of all views that have some
ids() {
    for view in offices calendar attendance speech proposals adoptions membership events merges citations withdrawn; do
        sqlite3 "$1" "SELECT fact_id FROM $view WHERE fact_id IS NOT NULL AND document LIKE '${2-%}'"
    done | sort -u
}

load first.db "$texts"
ids first.db >first
[ "$(wc -l <first)" -gt 100 ] && pass || fail "only $(wc -l <first) ids"
lost=0
while read -r id; do
    "$SCODB" --db first.db explain "$id" >out 2>err && grep -qF "$id" out || lost=$((lost + 1))
done <first
same 'ids that explain does not find' "$lost" 0

# given DB: its ids are those of the first database
given() {
    ids "$1" >given
    cmp -s first given && pass || fail "$1: $(diff first given | head -3)"
}
for document in $(sqlite3 first.db 'SELECT name FROM documents ORDER BY name DESC'); do
    load reversed.db "$texts/$document.txt"
done
given reversed.db
load reversed.db --refresh
given reversed.db
load reversed.db --remove almaty-ministry --remove moscow-talks
ids first.db tashkent% >tashkent
ids reversed.db tashkent% >given
cmp -s tashkent given && pass || fail "others were removed: $(diff tashkent given | head -3)"
load reversed.db "$texts"
given reversed.db

# another text for the same document: what stands where it stood keeps its id, what moved or went is no longer found
mkdir other
cp "$texts/manifest.json" other
{ cat "$texts/moscow-talks.txt" && printf '\nZhumin said that the road is open.\n'; } >other/moscow-talks.txt
load reversed.db --replace other/moscow-talks.txt
ids first.db moscow-talks >before
ids reversed.db moscow-talks >after
same 'ids of what stands before an addition' "$(comm -23 before after | wc -l)" 0
[ "$(comm -13 before after | wc -l)" -gt 0 ] && pass || fail 'the addition has no ids'
{ printf 'Corrected.\n' && cat "$texts/moscow-talks.txt"; } >other/moscow-talks.txt
load reversed.db --replace other/moscow-talks.txt
"$SCODB" --db reversed.db explain "$(sed -n 2p before)" >out 2>err
same 'status of what moved' "$?" 1
finish
