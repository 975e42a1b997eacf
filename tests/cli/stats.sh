#!/bin/sh
# --stats: what the rules did is counted, the same whatever the number of threads and the order of the texts.
. "$(dirname "$0")/lib.sh"

texts 20
cat >in/odd.txt <<'TEXT'
In Almaty there is the Teapot Guild. Zubrowka Holdings and QXQ are in the Teapot Guild. QXQ thanked President Timur Sadykbai of Kazakhstan. On July 4, 2024, Mr. Sadykbai left.
TEXT
expect 0 '' "$SCOLOAD" --quiet --stats --jobs 1 in
cp out one
same 'columns' "$(grep -c '^#' one)" 4
same 'documents' "$(sed -n 's/^total	documents	//p' one)" 21

# what the facts say of themselves
"$SCOLOAD" --quiet --facts in >facts
for relation in offices meetings attendance speech; do
    same "$relation" "$(sed -n "s/^total	$relation	//p" one)" \
        "$(python3 -c 'import json, sys; print(sum(len(json.loads(line).get(sys.argv[1], [])) for line in open("facts")))' $relation)"
done
same 'facts of the rules' "$(awk -F'\t' '$1 == "rule" || $1 == "never" {n += $7} $1 == "code" {n += $3} END {print n}' one)" \
    "$(awk -F'\t' '$1 == "total" && $2 != "documents" && $2 != "tokens" {n += $3} END {print n}' one)"

# counted: a date in each text, of four words and marks
same 'dates' "$(grep -c . facts) $(awk -F'\t' '$2 == "date-month-day" {print $1, $4, $5, $6}' one)" '21 rule dates 21 84'
same 'a rule that never matched' "$(awk -F'\t' '$2 == "presidency" {print $1, $5, $6, $7}' one)" 'never 0 0 0'
rules=$(awk -F'\t' '$1 == "rule" || $1 == "never"' one | wc -l)
[ "$rules" -gt 50 ] && pass || fail "only $rules rules"
same 'where a rule stands' "$(awk -F'\t' '$2 == "date-iso" {print $3}' one)" \
    "10_dates.json:$(grep -n '"name": "date-iso"' "$SOURCE/loader/rules/10_dates.json" | cut -d: -f1)"

# names that no word explains, the most frequent first; those of people who were recognized are none
same 'unknown' "$(grep '^unknown' one | head -2)" 'unknown	QXQ	acronym	2
unknown	Teapot Guild	name	2'
same 'people among the unknown' "$(grep -c '^unknown.*Sadykbai' one)" 0

# threads and order
for jobs in 2 3 8; do
    expect 0 '' "$SCOLOAD" --quiet --stats --jobs $jobs in
    cmp out one && pass || fail "$jobs threads count otherwise"
done
# shellcheck disable=SC2046
expect 0 '' "$SCOLOAD" --quiet --stats $(ls -r in/*.txt)
cmp out one && pass || fail 'the order counts'

# rules and words of one's own
mkdir data
cat >data/guild.json <<'DATA'
{"note": "Invented.", "organizations": [{"name": "Teapot Guild", "acronym": "QXQ", "kind": "grouping"}]}
DATA
cat >data/leaves.json <<'DATA'
{"stage": "leaves", "note": "Invented.", "rules": [
 {"name": "leaves", "makes": "leaving", "note": "x", "pattern": "left", "yes": ["he [left]", "they [left] it"]}]}
DATA
expect 0 '' "$SCOLOAD" --quiet --stats --data data in
same 'a rule of my own' "$(grep '	leaves	data' out)" 'rule	leaves	data/leaves.json:2	leaves	1	1	0'
same 'a word of my own' "$(grep -c '^unknown.*\(QXQ\|Guild\)' out)" 0

# texts that are refused
printf 'x\377y' >in/bad.txt
expect 1 in/bad.txt "$SCOLOAD" --quiet --stats in
cmp out one && pass || fail 'a refused text counts'
expect 2 --stats "$SCOLOAD" --stats --from-facts facts
expect 2 --stats "$SCOLOAD" --stats --db a.db in
finish
