#!/bin/sh
# Input that cannot be read: one line for each, the others are stored, nothing of it is in the database.
. "$(dirname "$0")/lib.sh"

text 1 >good.txt
: >empty.txt
printf ' \n\t\n' >blank.txt
printf 'abc\000def' >nul.txt
head -c 5000 "$SCOLOAD" >program.txt
printf 'a caf\351 in Almaty' >latin.txt
printf '\377\376a\000\000\330b\000' >utf16.txt
echo '<script>x</script>' >page.html
mkdir none unreadable
mkfifo pipe.txt
ln -s loop.txt loop.txt
newline='two
lines.txt'
text 2 >"$newline"

for name in gone.txt empty.txt blank.txt nul.txt program.txt latin.txt utf16.txt page.html none pipe.txt loop.txt; do
    expect 1 "$name" load "$name.db" "$name"
    [ ! -e "$name.db" ] && pass || fail "$name made a database"
    expect 1 "$name" load all.db "$name" good.txt
    same "documents beside $name" "$(documents all.db)" good
done
expect 1 'two\x0alines.txt' load all.db "$newline" good.txt
expect 1 latin.txt load all.db latin.txt
says 'byte 5 (0xE9) is not valid UTF-8'

# in the order of names, each told, the others stored
mkdir many
cp good.txt many/b.txt
cp empty.txt many/a.txt
cp nul.txt many/c.txt
text 4 >many/d.txt
load many.db many 2>err
same 'status of many' $? 1
same 'refusals of many' "$(cut -d: -f2 err | paste -sd,)" ' many/a.txt, many/c.txt'
same 'documents of many' "$(documents many.db)" 'b d'

# a name that is taken by another text
mkdir other
text 3 >other/good.txt
cp all.db before.db
expect 1 other/good.txt load all.db other/good.txt
says --replace
cmp -s all.db before.db && pass || fail 'a refused text changed the database'
expect 0 '' load all.db --replace other/good.txt
same 'replaced text' "$(sqlite3 all.db "SELECT text FROM documents WHERE name = 'good'")" "$(cat other/good.txt)"

# records
printf '%s\n' '{"id":"one","text":"A short text."}' 'no JSON' '{"id":"two","text":"Another text.","colour":"red"}' \
    '{"id":"three","text":"A third text."}' >records.jsonl
load records.db records.jsonl 2>err
same 'status of records' $? 1
same 'refused records' "$(cut -d: -f2-3 err | paste -sd,)" ' records.jsonl:2, records.jsonl:3'
same 'documents of records' "$(documents records.db)" 'one three'
expect 1 'standard input:2:2' sh -c "head -n 2 records.jsonl | '$SCOLOAD' --quiet --db records.db -"

# a faulty manifest: nothing beside it is loaded
mkdir told
cp good.txt told/a.txt
echo '{"documents": [{"file": "a.txt", "titel": "T"}]}' >told/manifest.json
expect 1 'told/manifest.json:1:34' load told.db told
[ ! -e told.db ] && pass || fail 'a faulty manifest made a database'

# facts
"$SCOLOAD" --quiet --facts good.txt many/d.txt >facts.jsonl
sed '1s/"name":"good"/"nam":"good"/' facts.jsonl >bad.jsonl
expect 1 bad.jsonl:1 load facts.db --from-facts bad.jsonl
same 'documents of facts' "$(documents facts.db)" d
expect 1 gone.jsonl load facts.db --from-facts gone.jsonl
expect 1 nobody load facts.db --remove nobody

# a full disk under what is written out
if [ -e /dev/full ]; then
    expect 3 'standard output' sh -c "'$SCOLOAD' --quiet --facts good.txt >/dev/full"
else
    echo 'SKIP: no /dev/full'
fi

# without permission to read; root may read everything
chmod 0 unreadable good.txt
if [ "$(id -u)" -ne 0 ]; then
    expect 1 good.txt load closed.db good.txt
    expect 1 unreadable load closed.db unreadable
else
    chmod 755 .
    cp "$SCOLOAD" scoload
    nobody="setpriv --reuid=65534 --regid=65534 --clear-groups"
    if $nobody true; then
        expect 1 good.txt $nobody ./scoload --facts --quiet good.txt
        expect 1 unreadable $nobody ./scoload --facts --quiet unreadable
    else
        echo 'SKIP: unreadable files, as root and without setpriv'
    fi
fi
finish
