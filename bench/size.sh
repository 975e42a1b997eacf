#!/bin/sh
# The size question: statements whose words are cut from the document by the view (as the schema has it) against
# statements that store their words in a column of their own.
#     bench/size.sh DATABASE [WORKDIR]
# Makes both forms from a loaded database, compact, full text rebuilt, and prints their sizes for each byte of text and
# the time that reading 10,000 statements takes in each: in the order of the table, and scattered.
set -eu
database=$1
work=${2:-$(mktemp -d)}
mkdir -p "$work"
cut=$work/cut.db stored=$work/stored.db
rm -f "$cut" "$stored"

sqlite3 "$database" "VACUUM INTO '$cut'"
sqlite3 "$cut" "INSERT INTO statements_fts(statements_fts) VALUES ('rebuild'); VACUUM;"
cp "$cut" "$stored"
sqlite3 "$stored" <<'SQL'
ALTER TABLE statements ADD COLUMN words TEXT;
CREATE TEMP TABLE words (statement_id INTEGER PRIMARY KEY, text TEXT);
INSERT INTO words SELECT statement_id, text FROM statement_texts;
UPDATE statements SET words = (SELECT text FROM words WHERE statement_id = statements.fact_no);
DROP TABLE words;
DROP TABLE statements_fts;
CREATE VIRTUAL TABLE statements_fts USING fts5 (
  words, content="statements", content_rowid="fact_no", tokenize="porter unicode61 remove_diacritics 2");
INSERT INTO statements_fts(statements_fts) VALUES ('rebuild');
VACUUM;
SQL

texts=$(sqlite3 "$cut" "SELECT sum(length(CAST(text AS BLOB))) FROM documents")
statements=$(sqlite3 "$cut" "SELECT count(*) FROM statements")
echo "documents $(sqlite3 "$cut" "SELECT count(*) FROM documents"), statements $statements, bytes of text $texts"
for form in cut stored; do
    size=$(wc -c < "$work/$form.db")
    echo "$form: $size bytes, $(awk "BEGIN {printf \"%.3f\", $size / $texts}") for each byte of text"
done

# Median of five readings of 10,000 statements, in seconds.
reading() {
    for _ in 1 2 3 4 5; do
        printf '.timer on\n%s\n' "$2" | sqlite3 "$1" | sed -n 's/.*real \([0-9.]*\).*/\1/p'
    done | sort -n | sed -n 3p
}
limit="LIMIT 10000"
scattered="SELECT fact_no FROM statements ORDER BY (fact_no * 7919) % 1000003 $limit"
run() {
    reading "$work/$1.db" "SELECT sum(length(text)) FROM ($2);"
}
from_cut="SELECT text FROM statement_texts"
from_stored="SELECT words AS text FROM statements"
echo "10,000 in order:   cut $(run cut "$from_cut $limit") s, stored $(run stored "$from_stored $limit") s"
echo "10,000 scattered:  cut $(run cut "$from_cut WHERE statement_id IN ($scattered)") s," \
     "stored $(run stored "$from_stored WHERE fact_no IN ($scattered)") s"
rm -f "$cut" "$stored"
