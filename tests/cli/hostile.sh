#!/bin/sh
# A database full of texts that attack terminals, spreadsheets and browsers: no command does them a favour, in no format,
# nor does a message. From the environment: SCODB and SCOLOAD, the programs; SOURCE.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib.sh"

python3 "$here/hostile_texts.py" >hostile.jsonl || exit 1
load sco.db hostile.jsonl || fail 'the texts are not loaded'
same 'documents loaded' "$(documents sco.db | wc -w | awk '{ print ($1 > 25) }')" 1
cp sco.db foreign.db
python3 "$here/hostile_texts.py" sql | sqlite3 -bail foreign.db || exit 1
same 'what verify says of a database changed elsewhere' "$("$SCODB" --db foreign.db verify >/dev/null 2>&1; echo $?)" 3

# keeps FORMAT COMMAND...: keeps what it prints and says for the check at the end
mkdir kept
kept=0
keeps() {
    format=$1
    shift
    kept=$((kept + 1))
    "$SCODB" "$@" --format "$format" >"kept/$kept.$format" 2>err
    status=$?
    if [ "$status" -gt 1 ]; then fail "status $status of $*: $(cat -v err)"; fi
    if [ -s err ]; then cp err "kept/$kept.message.table"; fi
}
for db in sco.db foreign.db; do
    fact=$("$SCODB" --db $db sql "SELECT fact_id FROM citations WHERE kind = 'speech' ORDER BY 1" --format json | sed -n 2p)
    fact=$(python3 -c 'import json, sys; print(json.loads(sys.argv[1].rstrip(","))["fact_id"])' "$fact")
    for format in table csv tsv json jsonl markdown html; do
        keeps $format --db $db export documents
        keeps $format --db $db export speech
        keeps $format --db $db report speech
        keeps $format --db $db report meetings
        keeps $format --db $db report provenance
        keeps $format --db $db report describe speech
        keeps $format --db $db search lakes --limit 40
        keeps $format --db $db show person Sadykbai
        keeps $format --db $db show meeting 1
        keeps $format --db $db show initiative 'Lake Water Fund'
        keeps $format --db $db explain "$fact"
        keeps $format --db $db sql 'SELECT title, uri FROM documents'
        keeps $format --db $db sql 'SELECT text AS "=1+1;=2", 1 AS "<b>|" FROM speech'
    done
    "$SCODB" --db $db export --to annotations >kept/$db.annotations.json
    "$SCODB" --db $db export --to ftm >kept/$db.ftm.jsonl
    "$SCODB" --db $db export --to popolo >kept/$db.popolo.json
    "$SCODB" --db $db export --to graphml >kept/$db.graphml.table
    "$SCODB" --db $db verify --format html >kept/$db.verify.html 2>err
done

# what the caller gives comes back in messages: one line, nothing that steers
esc=$(printf '\033')
evil="$esc]8;;http://x.example$esc\\link
second line $(printf '\302\233')31m"
complains() {
    "$SCODB" "$@" >out 2>err
    status=$?
    if [ "$status" -eq 0 ]; then fail "$*: no error"; fi
    same "lines of the message of $*" "$(wc -l <err)" 1
    kept=$((kept + 1))
    cp err "kept/$kept.table"
}
complains "$evil"
complains --db "$evil" verify
complains "--$evil"
complains report "$evil"
complains report speech --param "$evil"
complains report speech --param "$evil=1"
complains report speech --param "party=$evil"
complains report speech --format "$evil"
complains report speech --limit "$evil"
complains report speech --color "$evil"
complains search zzz "$evil"
complains show "$evil"
complains show person "$evil"
complains show person "$evil" --db foreign.db
complains show "$evil Sadykxyz" --db foreign.db
complains explain "$evil"
complains explain "$evil:speech:1-2"
complains explain "harmless:speech:1-2" --db foreign.db
complains export "$evil"
complains sql "$evil"

python3 "$here/harmless.py" kept/* >checked
same 'output that does harm' "$(sed '$d' checked)" ''
same 'output that does none' "$(tail -1 checked)" "$(find kept -type f | wc -l) are harmless"

# the page's style is the one its policy allows
"$SCODB" report speech --format html >out
same 'digest of the style' "$(python3 -c '
import base64, hashlib, re, sys
style = re.search("<style>(.*)</style>", sys.stdin.read(), re.S)[1]
print("sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode())' <out)" \
    "$(sed -n "s/.*style-src '\([^']*\)'.*/\1/p" out)"
finish
