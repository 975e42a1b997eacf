#!/bin/sh
# A database of an older schema: upgraded in place by a loader that is about to write to it, to what a load of the same
# documents makes, or left as it was. Needs from its environment also: OLD, the folder with the stored ones; SCODB, the
# reader.
. "$(dirname "$0")/../cli/lib.sh"

record='sqlite3 -json old.db "SELECT name AS id, title, publisher, uri, published, language, text FROM documents"'

# old VERSION: old.db of that schema, new.db of today's with the same documents
old() {
    rm -f old.db new.db
    sqlite3 old.db <"$OLD/schema-$1.sql" >/dev/null
    sh -c "$record" | python3 -c 'import json, sys
for record in json.load(sys.stdin): print(json.dumps(record))' >documents.jsonl
    load new.db documents.jsonl
    content new.db >new
}

# as_new DB WHAT: same content as a fresh database, and sound
as_new() {
    same "soundness $2" "$(sqlite3 "$1" 'PRAGMA integrity_check; PRAGMA foreign_key_check')" ok
    content "$1" >"$1.dump"
    cmp -s "$1.dump" new && pass || fail "$2: not what a fresh load makes"
    same "reader $2" "$("$SCODB" --db "$1" verify | cut -d: -f1 | cut -d. -f2)" "${1#*.} is sound"
}

# stays STATUS COMMAND...: the command fails in one line about the database, of which no byte changes
stays() {
    stays_status=$1
    shift
    cp old.db before.db
    expect "$stays_status" old.db "$@"
    cmp -s old.db before.db && pass || fail "$*: the database was changed"
    same "files beside the database after $*" "$(ls old.db-* 2>/dev/null)" ''
}

versions=$(cd "$OLD" && ls schema-*.sql | tr -dc '0-9\n')
for version in $versions; do
    old "$version"
    expect 3 '' sh -c "'$SCODB' --db old.db report overview 2>&1 >/dev/null | grep -qF 'scoload --db old.db --refresh' && exit 3"
    chmod 640 old.db
    ln -sf old.db link.db
    inode=$(stat -c '%i %a' old.db)
    load link.db documents.jsonl 2>err
    same "status of the upgrade of $version" $? 0
    same "lines of the upgrade of $version: $(cat err)" "$(wc -l <err)" 1
    says "scoload: link.db: upgraded from schema $version to $(sqlite3 new.db 'PRAGMA user_version')"
    as_new old.db "of version $version"
    same "inode and mode of version $version" "$(stat -c '%i %a' old.db)" "$inode"
    [ -L link.db ] && pass || fail 'the link became a file'
    cp old.db before.db
    expect 0 '' load old.db documents.jsonl
    cmp -s old.db before.db && pass || fail "version $version was written a second time"

    old "$version"
    load old.db --refresh 2>err
    same "status of the refresh of version $version" $? 0
    as_new old.db "of version $version, refreshed"
    old "$version"
    name=$(sqlite3 old.db 'SELECT min(name) FROM documents')
    load old.db --remove "$name" 2>err
    load new.db --remove "$name"
    content new.db >new
    as_new old.db "of version $version without $name"

    # who only reads changes nothing
    old "$version"
    echo '{"document": "zürich", "people": [], "meetings": [], "attendance": [], "speech": [], "proposals": [],
        "adoptions": [], "membership": []}' >gold.json
    stays 3 "$SCOLOAD" --eval --db old.db gold.json

    # what the user added
    old "$version"
    sqlite3 old.db "CREATE TABLE notes (note TEXT UNIQUE, document TEXT); INSERT INTO notes VALUES ('mine', 'zürich');
        CREATE TABLE more (note TEXT REFERENCES notes (note));
        CREATE VIEW spoken AS SELECT speaker, note FROM speech JOIN notes USING (document);
        CREATE INDEX documents_publisher ON documents (publisher); CREATE INDEX notes_note ON notes (note);
        CREATE TRIGGER told AFTER INSERT ON documents BEGIN INSERT INTO notes VALUES ('new', new.name); END"
    own="SELECT name FROM sqlite_schema WHERE tbl_name IN ('notes', 'more') OR name IN ('spoken', 'documents_publisher', 'told')
        ORDER BY name"
    sqlite3 old.db "$own" >own
    load old.db --refresh 2>err
    as_new old.db "of version $version with something of the user's"
    same "what the user made in version $version" "$(sqlite3 old.db "$own")" "$(cat own)"
    same "the user's rows in version $version" "$(sqlite3 old.db 'SELECT * FROM notes')" 'mine|zürich'
    same "the user's view in version $version" "$(sqlite3 old.db 'SELECT count(*) FROM spoken')" \
        "$(sqlite3 new.db "SELECT count(*) FROM speech WHERE document = 'zürich'")"
    sqlite3 old.db "INSERT INTO documents (name, sha256, text) VALUES ('later', hex(zeroblob(32)), 'A text.')"
    same "the user's trigger in version $version" "$(sqlite3 old.db 'SELECT * FROM notes')" 'mine|zürich
new|later'

    # what would be lost, or is in the way
    for sql in 'CREATE TABLE notes (note TEXT, document REFERENCES documents)' \
        'ALTER TABLE people ADD COLUMN birthday TEXT' 'CREATE TABLE documents_waiting (name TEXT)' \
        'DROP VIEW speech; CREATE VIEW speech AS SELECT 1 AS mine' 'ALTER TABLE documents RENAME COLUMN uri TO address'; do
        old "$version"
        sqlite3 old.db "$sql"
        stays 3 load old.db --refresh
    done
done
old 1
sqlite3 old.db 'PRAGMA user_version = 0'
stays 3 load old.db --refresh

# a kill at any moment, a wish to stop, no room: old or new, and the same call again makes it new
last=$(echo "$versions" | tail -1)
texts 700
sqlite3 many.db <"$OLD/schema-$last.sql" >/dev/null
sqlite3 many.db "WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 700)
    INSERT INTO documents (name, sha256, text)
    SELECT 'text' || i, hex(zeroblob(32)), CAST(readfile('in/text' || i || '.txt') AS TEXT) FROM n"
old "$last"
load new.db in
content new.db >new
sqlite3 many.db .dump >many

# old_or_new WHAT
old_or_new() {
    sqlite3 old.db .dump >old.dump # rolls back what was left
    if cmp -s old.dump many; then
        left_old=$((left_old + 1))
        load old.db --refresh 2>err
    fi
    as_new old.db "$1"
}

left_old=0
for moment in 0.02 0.1 0.2 0.3 0.5; do
    rm -f old.db*
    cp many.db old.db
    "$SCOLOAD" --quiet --db old.db --refresh 2>err &
    loader=$!
    sleep "$moment"
    kill -KILL "$loader" 2>/dev/null
    wait "$loader" 2>/dev/null
    old_or_new "after a kill at $moment s"
done
[ "$left_old" -gt 0 ] && pass || fail 'no kill came before the end'

rm -f old.db*
cp many.db old.db
"$SCOLOAD" --quiet --db old.db --refresh 2>err &
loader=$!
sleep 0.05
kill -INT "$loader"
wait "$loader"
status=$?
if [ "$status" -eq 0 ] || grep -q 'upgraded from' err; then
    echo 'SKIP: the upgrade was done before the signal'
else
    same 'status of an interrupted upgrade' "$status" 1
    says 'scoload: old.db: interrupted; it is as it was'
    cmp -s old.db many.db && pass || fail 'an interrupted upgrade changed the database'
fi

size=$(($(stat -c %s many.db) / 512)) # in the unit of the limit
rm -f old.db*
cp many.db old.db
expect 3 old.db sh -c "ulimit -f $((size + 200)); '$SCOLOAD' --quiet --db old.db --refresh"
left_old=0
old_or_new 'after a limit on the size of files'
same 'databases left old by a limit' "$left_old" 1
mkdir small
if [ "$(id -u)" -eq 0 ] && mount -t tmpfs -o "size=$((size * 512 + 400000))" tmpfs small 2>/dev/null; then
    cp many.db small/old.db
    expect 3 small/old.db load small/old.db --refresh
    sqlite3 small/old.db .dump >old.dump
    umount small
    cmp -s old.dump many && pass || fail 'a full disk changed the database'
else
    echo 'SKIP: full disk, needs root and mount'
fi

# another program holds it
cp many.db old.db
python3 -c 'import sqlite3, time
db = sqlite3.connect("old.db", isolation_level=None); db.execute("BEGIN IMMEDIATE")
open("holding", "w").close(); time.sleep(60)' &
holder=$!
while [ ! -e holding ]; do sleep 0.1; done
stays 3 load old.db --refresh
kill "$holder"
wait "$holder" 2>/dev/null
finish
