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
finish
