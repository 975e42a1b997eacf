#!/bin/sh
# --eval: figures that can be counted by hand, gold files that are wrong, and the gold of the shipped texts.
. "$(dirname "$0")/lib.sh"

cat >talks.txt <<'TEXT'
President Timur Sadykbai of Kazakhstan met with Foreign Minister Aigul Dzhumaeva of Kyrgyzstan in Almaty. President Timur Sadykbai said that seven new rivers have no fences. "We trust you," Aigul Dzhumaeva said.
TEXT

# gold NAME: what is right for talks.txt, one row a line, as NAME.json; its text beside it
gold() {
    [ "$1" = talks ] || cp talks.txt "$1.txt"
    cat >"$1.json" <<GOLD
{"document": "$1", "source": "invented", "published": null,
 "people": [
  {"name": "Timur Sadykbai", "forms": ["Timur Sadykbai"], "role": "President", "of": "KAZ"},
  {"name": "Aigul Dzhumaeva", "forms": ["Aigul Dzhumaeva"], "role": "Minister of Foreign Affairs", "of": "Kyrgyzstan"}],
 "meetings": [
  {"key": "m1", "name": "Kyrgyzstan - Kazakhstan", "organization": null, "ordinal": null, "date": null, "place": "almaty"}],
 "attendance": [
  {"meeting": "m1", "person": "Timur Sadykbai", "of": "KAZ", "capacity": "participant"},
  {"meeting": "m1", "person": "Aigul Dzhumaeva", "of": "KGZ", "capacity": "participant"}],
 "speech": [
  {"speaker": "Timur Sadykbai", "mode": "reported", "text": "seven new rivers have no fences"},
  {"speaker": "Aigul Dzhumaeva", "mode": "direct", "text": "We trust you,"}],
 "proposals": [], "adoptions": [], "membership": []}
GOLD
}

# figures RELATION: what was printed of it, single blanks
figures() {
    sed -n "s/  */ /g; s/^$1 //p" out
}

evaluate() {
    expect 0 '' "$SCOLOAD" --eval "$@"
}

gold talks
evaluate talks.json
same 'people' "$(figures people)" '1.000 1.000 1.000 2 2'
same 'offices' "$(figures offices)" '1.000 1.000 1.000 2 2'
same 'meetings' "$(figures meetings)" '1.000 1.000 1.000 1 1 date 1.000, place 1.000, organization 1.000'
same 'attendance' "$(figures attendance)" '1.000 1.000 1.000 2 2 capacity 1.000'
same 'speech' "$(figures speech)" '1.000 1.000 1.000 37 37 mode 1.000, rows 1.000'
same 'what is not there, as it should be' "$(figures adoptions)" '1.000 1.000 1.000 0 0'
same 'mean' "$(figures 'mean F1')" '1.000'

# the same from a database, and the manifest beside gold files is none
cp out beside
echo '{"documents": [{"file": "talks.txt", "id": "talks"}]}' >manifest.json
expect 0 '' load a.db talks.txt
sum=$(cksum a.db)
evaluate --db a.db talks.json manifest.json
same 'from a database' "$(cat out)" "$(cat beside)"
same 'the database, which is only read' "$(cksum a.db)" "$sum"
chmod 400 a.db
evaluate --db a.db talks.json
chmod 600 a.db
rm manifest.json

# a row too many in two relations
sed -i '/"person": "Timur/d; /"speaker": "Timur/d' talks.json
evaluate --errors talks.json
same 'attendance with a row too many' "$(figures attendance)" '0.500 1.000 0.667 1 2 capacity 1.000'
same 'speech with a row too many' "$(figures speech)" '0.297 1.000 0.458 11 37 mode 1.000, rows 0.667'
same 'what is wrong' "$(grep -c '	wrong	' out)" 2
same 'a wrong row' "$(sed -n 's/^attendance	//p' out)" \
    'talks	wrong	Timur Sadykbai | KAZ | Kazakhstan - Kyrgyzstan | participant'
same 'wrong speech' "$(sed -n 's/^speech	//p' out)" \
    'talks	wrong	Timur Sadykbai | reported | seven new rivers have no fences'

# a wrong speaker, half a statement, another mode, a missed office; rows marked optional count neither way
gold talks
sed -i '/"speaker": "Timur/s/Timur Sadykbai/Aigul Dzhumaeva/; s/"mode": "direct"/"mode": "reported"/' talks.json
sed -i 's/"role": "President"/"role": "King"/; s/"key": "m1", /"optional": true, &/' talks.json
evaluate --errors talks.json
same 'offices' "$(figures offices)" '0.500 0.500 0.500 2 2'
same 'optional meeting' "$(figures meetings)" '1.000 1.000 1.000 0 0 date 1.000, place 1.000, organization 1.000'
same 'speech of another' "$(figures speech)" '0.297 0.297 0.297 37 37 mode 0.000, rows 0.500'
same 'what is missed' "$(sed -n 's/^speech	//p' out)" \
    'talks	wrong speaker, should be	Aigul Dzhumaeva | reported | seven new rivers have no fences'
same 'a missed office' "$(sed -n 's/^offices	talks	missed	//p' out)" 'Timur Sadykbai | KAZ | King'
gold talks
sed -i 's/seven new rivers have no fences/rivers have no fences/' talks.json
evaluate talks.json
same 'half of a statement' "$(figures speech)" '0.784 1.000 0.879 29 37 mode 1.000, rows 0.500'

# several documents are measured together, whatever their order; one that is refused leaves the others
gold talks
gold other
evaluate talks.json other.json
same 'two documents' "$(figures speech)" '1.000 1.000 1.000 74 74 mode 1.000, rows 1.000'
echo '{' >broken.json
cp talks.txt broken.txt
expect 1 broken.json:2:1 "$SCOLOAD" --eval talks.json broken.json other.json
same 'the others' "$(figures people)" '1.000 1.000 1.000 4 4'

# spoiled NAME SED: a gold file with one fault is refused at that place
spoiled() {
    gold talks
    sed -i "$2" talks.json
    expect 1 "$1" "$SCOLOAD" --eval talks.json
    same "figures of $1" "$(cat out)" ''
}
spoiled talks.json:3:4 '3s/"name"/"nom": 1, "name"/'
says 'people[0]: "nom" is no key of a row here'
spoiled talks.json:3:3 '3s/"name": "[^"]*", //'
says '"name" is missing; give a string'
spoiled talks.json:4:61 '4s/"Minister of Foreign Affairs"/7/'
says 'people[1]: "role" has a wrong value; give a string that is not empty, or null'
spoiled talks.json:6:74 '6s/"ordinal": null/"ordinal": "24"/'
spoiled talks.json:6:91 '6s/"date": null/"date": "4 July"/'
spoiled talks.json:8:62 '8s/participant/leader/'
says 'give chair, participant, guest or observer'
spoiled talks.json:8:4 '8s/"m1"/"m2"/'
says '"m2" is the key of no meeting'
spoiled talks.json:9:21 '9s/Aigul Dzhumaeva/Bolot/'
says '"Bolot" is not the name of one of the people'
spoiled talks.json:12:52 '12s/We trust/We thrust/'
says 'speech[1]: not in the document: "We thrust you,"'
spoiled talks.json:12:4 '12s/"Aigul Dzhumaeva"/"nobody"/'
spoiled talks.json:3:30 '3s/\["Timur Sadykbai"\]/["Timur Sadykbai", "Sadykbay"]/'
spoiled talks.json:4:4 '4s/.*/  {"name": "Timur Sadykbai", "forms": ["Timur Sadykbai"], "role": null, "of": null}],/; 9s/Aigul Dzhumaeva/Timur Sadykbai/; 12s/Aigul Dzhumaeva/KGZ/'
says '"Timur Sadykbai" is there already'
spoiled talks.json:1:1 's/"adoptions": \[\], //'
spoiled talks.json:13:19 's/"adoptions": \[\]/"adoptions": 1/'
spoiled talks.json:13:2 '13s/"proposals"/"wishes": [], "proposals"/'
spoiled talks.json:1:2 '1s/"talks"/7/'
echo '[]' >talks.json
expect 1 talks.json:1:1 "$SCOLOAD" --eval talks.json

# what is not there
gold talks
expect 1 nowhere.json "$SCOLOAD" --eval nowhere.json
expect 1 talks.txt "$SCOLOAD" --eval talks.txt
mkdir folder
expect 1 folder "$SCOLOAD" --eval folder
rm other.txt
expect 1 other.json "$SCOLOAD" --eval other.json
says 'no .txt file of this name beside it'
expect 1 other.json "$SCOLOAD" --eval --db a.db other.json
says 'there is no document "other"'
expect 3 none.db "$SCOLOAD" --eval --db none.db talks.json
expect 3 talks.txt "$SCOLOAD" --eval --db talks.txt talks.json
[ ! -e none.db ] && pass || fail 'a database was made'

# words of one's own count; the shipped texts are found as their gold has them
mkdir data
echo '{"note": "x", "classes": [{"class": "x", "note": "x", "words": 1}]}' >data/x.json
expect 2 data/x.json:1 "$SCOLOAD" --eval --data data talks.json
evaluate --errors --db "$SOURCE/sco.db" "$SOURCE"/tests/gold/*.json
same 'the table in the documentation' "$(cat out)" \
    "$(sed -n '/^    relation /,/^    mean F1/s/^    //p' "$SOURCE/docs/evaluation.md")"

# the gold file that the documentation shows is a good one
sed -n '/^```json/,/^```$/{/^```/!p}' "$SOURCE/docs/evaluation.md" >example.json
echo 'Askar Zhumin Zhumin said that rivers know no borders. He wants to hold a water forum in 2032.' >example.txt
evaluate example.json
same 'people of the example' "$(figures people | cut -d' ' -f4)" 1
finish
