#!/bin/sh
# Corrections: a file of them is read strictly; however and whenever it is loaded, the content is the same; what is taken
# out of it is taken back.
. "$(dirname "$0")/lib.sh"

mkdir in other
cat >in/almaty.txt <<'END'
On July 4, 2031, President Tavo Brill of Kazakhstan met with Foreign Minister Aigul Osmon of Kyrgyzstan in Almaty.
President Tavo Brill said that three schools will be built by 2035.
END
cat >in/osh.txt <<'END'
On August 9, 2031, President Taavo Bril Junior of Ruritania met with Foreign Minister Aigul Osmon of Kyrgyzstan in Osh.
Taavo Bril Junior said that trade will grow. Ruritania proposed to establish a river fund.
END
cat >in/talas.txt <<'END'
On May 2, 2032, Tavo Brill and Tavo Bryll visited Talas. President Tavo Brill of Ruritania said that rivers rise.
Prime Minister Tavo Bryll of Ruritania said that dams hold.
END
cat >in/cities.txt <<'END'
On June 3, 2032, President Tavo Brill of Kazakhstan attended the 6th summit of the Lake Pact in Osh.
The League of Lakes thanked the guests. Ruritania proposed to establish a glacier fund.
END

# corrections ENTRY...: a file of them
corrections() {
    printf '{"id": "lakes", "corrections": [\n%s\n]}\n' "$(printf '%s\n' "$@" | paste -sd, | sed 's/},{/},\n{/g')"
}

name='{"name": "Ruritania", "party": "KAZ", "why": "old name"}'
here='{"name": "Ruritania", "party": "Kyrgyzstan", "document": "cities", "why": "not here", "author": "N. Reader"}'
pact='{"name": "Lake Pact", "party": "SCO", "why": "so it is called there"}'
same='{"same": [{"name": "Tavo Brill", "party": "KAZ"}, {"name": "Taavo Bril Junior", "document": "osh"}], "why": "one"}'
local='{"same": [{"name": "tavo brill", "document": "talas"}, {"name": "Tavo Bryll", "document": "talas"}], "why": "a slip"}'
different='{"different": [{"name": "Aigul Osmon", "document": "osh"}, {"name": "Aigul Osmon"}], "why": "two"}'
wrong='{"wrong": "osh:office:69-111", "why": "no more", "date": "2031-09-01"}'
meeting='{"wrong": "almaty:meeting:52-60", "why": "none"}'
corrections "$name" "$here" "$pact" "$same" "$local" "$different" "$wrong" "$meeting" >all.json

# each way of loading, one content
load plain.db in
content plain.db >plain.txt
expect 0 '' load one.db in --corrections all.json
content one.db >one.txt
same 'what was applied' "$(sqlite3 one.db "SELECT kind || ' ' || effect FROM corrected ORDER BY 1" | paste -sd,)" \
    'different applied,name applied,name applied,name applied,same applied,same applied,wrong applied,wrong applied'
cp one.db again.db
expect 0 '' load again.db in --corrections all.json
expect 0 '' load again.db --corrections all.json
expect 0 '' load again.db in
cmp -s one.db again.db && pass || fail 'loading known corrections changed the database'
cp plain.db late.db
expect 0 '' load late.db --corrections all.json
load early.db in/talas.txt --corrections all.json
for document in osh cities almaty; do load early.db --jobs 1 "in/$document.txt"; done
"$SCOLOAD" --quiet --facts --corrections all.json in/osh.txt >first.facts
"$SCOLOAD" --quiet --facts in/cities.txt in/talas.txt in/almaty.txt >second.facts
load facts.db --from-facts second.facts first.facts
mkdir beside
cp in/*.txt beside
cp all.json beside/corrections.json
load beside.db beside/osh.txt
load beside.db beside
load refreshed.db beside
expect 0 '' load refreshed.db --refresh
load replaced.db in --corrections all.json
sed 's/trade/pride/' in/osh.txt >other/osh.txt
expect 0 '' load replaced.db --replace other/osh.txt
expect 0 '' load replaced.db --replace in/osh.txt
load removed.db in --corrections all.json
expect 0 '' load removed.db --remove osh --remove talas
same 'what fits without them' "$(sqlite3 removed.db "SELECT count(*) FROM corrected WHERE effect = 'fits nothing'")" 5
load removed.db in
for way in late early facts beside refreshed replaced removed; do
    content "$way.db" >"$way.txt"
    cmp -s one.txt "$way.txt" && pass || fail "$way: $(diff one.txt "$way.txt" | head -5)"
done

# and each of the corrections does what it says
same 'what Ruritania means' "$(sqlite3 one.db "SELECT document || ' ' || party FROM offices WHERE person = 'Taavo Bril Junior'
    UNION SELECT document || ' ' || party FROM proposals ORDER BY 1" | paste -sd,)" \
    'almaty KAZ,cities KAZ,cities KGZ,osh KAZ,talas KAZ'
same 'the organization' "$(sqlite3 one.db "SELECT organization FROM calendar WHERE document = 'cities'")" SCO
same 'people' "$(sqlite3 one.db 'SELECT count(*) FROM people')" 3
same 'why two are one' "$(sqlite3 one.db "SELECT DISTINCT reason FROM merges WHERE reason LIKE 'corr%'")" 'correction: one'
same 'why two are two' "$(sqlite3 one.db "SELECT person || ' ' || other || ' ' || reason FROM namesakes")" \
    'Aigul Osmon Aigul Osmon correction: two'
same 'people of a document with both' "$(sqlite3 one.db "SELECT count(DISTINCT person_id) FROM speech WHERE document = 'talas'")" 1
same 'no office' "$(sqlite3 one.db "SELECT count(*) FROM citations WHERE fact_id = 'osh:office:69-111'")" 0
same 'told why' "$(sqlite3 one.db "SELECT why, date, passage FROM withdrawn WHERE fact_id = 'osh:office:69-111'")" \
    'no more|2031-09-01|Foreign Minister Aigul Osmon of Kyrgyzstan'
same 'nobody at no meeting' "$(sqlite3 one.db "SELECT (SELECT count(*) FROM attendance WHERE document = 'almaty'),
    (SELECT count(*) FROM speech WHERE document = 'almaty' AND meeting_id IS NOT NULL),
    (SELECT count(*) FROM withdrawn WHERE cause = 'almaty:meeting:52-60')")" '0|0|3'

# entries that go or change are taken back
expect 0 '' load one.db --corrections all.json
corrections "$name" "$wrong" >fewer.json
expect 0 '' load late.db --corrections fewer.json
load fewer.db in --corrections fewer.json
content late.db >late.txt
content fewer.db >fewer.txt
cmp -s late.txt fewer.txt && pass || fail "fewer: $(diff late.txt fewer.txt | head -5)"
echo '{"id": "lakes", "corrections": []}' >none.json
expect 0 '' load late.db --corrections none.json
content late.db >late.txt
cmp -s late.txt plain.txt && pass || fail "none: $(diff late.txt plain.txt | head -5)"

# two files, of which each can be taken back; an entry that fits nothing yet; what the summary says
sed 's/"lakes"/"seas"/' fewer.json >seas.json
load two.db in --corrections fewer.json --corrections seas.json
expect 0 '' load two.db --corrections none.json
same 'the other file' "$(sqlite3 two.db 'SELECT DISTINCT source FROM corrections')" seas
corrections "$wrong" '{"wrong": "gone:office:1-2", "why": "w"}' >gone.json
"$SCOLOAD" --db two.db --corrections gone.json 2>err
says 'two.db: 1 read anew with corrections'
says 'corrections: 4, 1 of them fit nothing so far; scodb report corrections shows which'

# a run that was broken off before all was read anew
sqlite3 two.db "INSERT INTO rereadings SELECT document_id FROM documents WHERE name = 'osh'"
expect 0 '' load two.db in/osh.txt
same 'nothing is left to be read' "$(sqlite3 two.db 'SELECT count(*) FROM rereadings')" 0

# strict reading: each file and the place of its fault
cp plain.db untouched.db
faulty() { # LINE:COLUMN FILE
    printf '%s' "$2" >bad.json
    expect 2 "bad.json$1" load untouched.db in --corrections bad.json
}
faulty :1:1 '[]'
faulty :1:1 '{"corrections": []}'
faulty :1:1 '{"id": "a", "corrections": [], "more": 1}'
faulty :1:2 '{"id": "", "corrections": []}'
faulty :1:2 '{"id": 7, "corrections": []}'
faulty :1:1 '{"\u0069d": 7, "corrections": []}'
faulty :1:28 '{"id": "a", "corrections": ]'
entry() { # COLUMN ENTRY: in the second line
    faulty ":2:$1" "{\"id\": \"a\", \"corrections\": [
$2]}"
}
entry 1 '7'
entry 1 '{"why": "w"}'
entry 1 '{"wrong": "a:office:1-2", "name": "b", "why": "w"}'
entry 1 '{"wrong": "a:office:1-2"}'
entry 27 '{"wrong": "a:office:1-2", "wy": "w"}'
entry 27 '{"wrong": "a:office:1-2", "why": ""}'
entry 39 '{"wrong": "a:office:1-2", "why": "w", "date": "2031-02-30"}'
entry 39 '{"wrong": "a:office:1-2", "why": "w", "author": []}'
for id in a a:b a:office a:office:1 :office:1-2 a:office:1-2.1 a:office:1-2.0 a:office:1-2.x a:offic:1-2 a:office:1-2.2.3; do
    entry 2 "{\"wrong\": \"$id\", \"why\": \"w\"}"
done
entry 10 '{"same": [{"name": "A"}], "why": "w"}'
entry 10 '{"same": [{"name": "A"}, {"name": "A"}], "why": "w"}'
entry 11 '{"same": ["A", {"name": "A"}], "why": "w"}'
entry 11 '{"same": [{"party": "KAZ"}, {"name": "A"}], "why": "w"}'
entry 12 '{"same": [{"name": "..."}, {"name": "A"}], "why": "w"}'
entry 25 '{"same": [{"name": "A", "fact": "x"}, {"name": "A"}], "why": "w"}'
entry 42 '{"same": [{"name": "A"}, {"name": "B"}], "document": "a", "why": "w"}'
entry 2 '{"name": "!", "party": "KAZ", "why": "w"}'
entry 15 '{"name": "A", "party": "XYZ", "why": "w"}'
entry 1 '{"name": "A", "why": "w"}'
thrice() { # ENTRY...: the fault is in the last
    faulty ":$(($# + 1)):1" "{\"id\": \"a\", \"corrections\": [
$(printf '%s\n' "$@" | sed '$!s/$/,/')]}"
}
thrice "$wrong" "$wrong"
thrice "$name" "$pact" '{"name": "RURITANIA", "party": "KGZ", "why": "w"}'
thrice '{"same": [{"name": "A"}, {"name": "B"}], "why": "w"}' '{"same": [{"name": "B"}, {"name": "A"}], "why": "v"}'
thrice '{"same": [{"name": "A"}, {"name": "B"}], "why": "w"}' '{"same": [{"name": "B"}, {"name": "C"}], "why": "w"}' \
    '{"different": [{"name": "A"}, {"name": "C"}], "why": "w"}'
cmp -s plain.db untouched.db && pass || fail 'a faulty file of corrections changed the database'
expect 2 gone.file load untouched.db in --corrections gone.file
expect 2 none.json load untouched.db --corrections all.json --corrections seas.json --corrections none.json
echo '{"id": "lakes"}' >beside/corrections.json
expect 1 beside/corrections.json:1:1 load told.db beside
same 'documents beside a faulty file' "$(documents told.db)" 'almaty cities osh talas'
sed '1s/"corrections":\[/"corrections":[7,/' first.facts >bad.facts
expect 1 bad.facts:1:17 load told.db --from-facts bad.facts

# on the command line
expect 3 new.db load new.db --corrections all.json
expect 2 --corrections "$SCOLOAD" --explain --corrections all.json in
expect 2 --lint "$SCOLOAD" --lint --corrections all.json
finish
