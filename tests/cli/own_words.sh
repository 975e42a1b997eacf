#!/bin/sh
# Words and rules of one's own (--data): the database tells which it was made with, and the loader if they are others.
. "$(dirname "$0")/lib.sh"

maker() {
    sqlite3 "$1" "SELECT value FROM about WHERE key = 'made by'"
}

plain="$("$SCOLOAD" --version)"
mkdir one other
echo '{"note": "One more place.", "places": [{"name": "Lakeside", "state": "KAZ", "capital": false, "forms": []}]}' >one/words.json
echo '{"note": "One more place.", "places": [{"name": "Hillside", "state": "KAZ", "capital": false, "forms": []}]}' >other/more.json
texts 3
load plain.db in
same 'made by the built-in words' "$(maker plain.db)" "$plain"
load own.db --data one in
own=$(maker own.db)
case $own in
"$plain with words.json (sha256 "*) pass ;;
*) fail "made by words of one's own: $own" ;;
esac
expect 0 '' load own.db --data one in
mkdir renamed
cp one/words.json renamed
expect 0 '' load own.db --data renamed in

# others: told, and remembered as soon as a document comes in
text 7 >seven.txt
expect 0 own.db load own.db in
says "made by $own; this is $plain"
same 'maker of a database that did not change' "$(maker own.db)" "$own"
expect 0 own.db load own.db --data one --data other seven.txt
case $(maker own.db) in
*'different versions or words'*) pass ;;
*) fail "made by words that changed: $(maker own.db)" ;;
esac
expect 0 own.db load own.db --data one in
expect 0 own.db load own.db --refresh
same 'maker after a refresh' "$(maker own.db)" "$plain"
expect 0 '' load own.db in
load fresh.db in seven.txt
content own.db >own
content fresh.db >fresh
cmp -s own fresh && pass || fail 'a refresh without words of one'"'"'s own differs from a load without'
load own.db --remove text1 --remove text2 --remove text3 --remove seven
expect 0 own.db load own.db --data other in
same 'maker of a database that was empty' "$(maker own.db | cut -d' ' -f4)" more.json

# what no word explains is kept, and gone when a word is added and the texts are read anew
report() { # DB QUERY
    sqlite3 -readonly "$1" <"$SOURCE/queries/$2.sql"
}
cat >ruritania.txt <<'TEXT'
ZENDA, July 4, 2031 - Foreign Minister Nurlan Seitkali of Ruritania met with President Timur Sadykbai of Kazakhstan on Friday.
The Grand Warden of Kazakhstan came from the QXQ. The delegation of Ruritania left for Almaty.
TEXT
load missing.db ruritania.txt
report missing.db unknown_names | cut -d'|' -f1-4 >unknown
for line in 'party|Ruritania|2|1' 'office|Grand Warden|1|1' 'acronym|QXQ|1|1'; do
    grep -qxF "$line" unknown && pass || fail "$line is not in: $(cat unknown)"
done
"$SCOLOAD" --quiet --facts ruritania.txt >facts
load halves.db --from-facts facts
content missing.db >missing
content halves.db >halves
cmp -s missing halves && pass || fail 'the two halves do not keep the same unknown names'
# the entries that the report gives, with the question marks filled in
mkdir more
entry() { # FORM LIST
    printf '{"note": "Added.", "%s": [%s]}\n' "$2" "$(report missing.db unknown_names | grep -F "|$1|" | sed 's/.*\({.*}\)$/\1/')"
}
entry Ruritania states | sed 's/"alpha2": "?"/"alpha2": "XR"/; s/"alpha3": "?"/"alpha3": "XRU"/' >more/states.json
entry 'Grand Warden' roles | sed 's/"rank": "?"/"rank": "official"/' >more/roles.json
entry QXQ organizations | sed 's/"name": "?"/"name": "Quiet Quarter"/; s/"kind": "?"/"kind": "grouping"/' >more/organizations.json
load missing.db --data more --refresh 2>err
same "status of a refresh with more words: $(cat err)" $? 0
report missing.db unknown_names | cut -d'|' -f2 >unknown
same 'unknown names that are explained' "$(grep -cE '^(Ruritania|Grand Warden|QXQ)$' unknown)" 0
same 'the new state' "$(sqlite3 missing.db "SELECT party FROM offices WHERE person = 'Nurlan Seitkali'")" XRU
same 'sentences of all documents' "$(report missing.db coverage | tail -1 | cut -d'|' -f1,2)" \
    "all|$(sqlite3 missing.db 'SELECT count(*) FROM sentences')"
finish
