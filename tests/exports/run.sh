#!/bin/sh
# scodb export --to: every format read back by a reader that knows nothing of the program, from texts that have in them
# what goes wrong elsewhere; the same bytes whatever the order of loading; files that come whole or not at all.
# From the environment: SCODB and SCOLOAD, the programs; SOURCE.
. "$(dirname "$0")/../cli/lib.sh"
here=$SOURCE/tests/exports
python=python3
"$python" -c 'import openpyxl' 2>/dev/null || python=/usr/bin/python3 # where Debian's packages are

# checks FORMAT DATABASE: exports and reads back
checks() {
    case $1 in networkx) format=graphml ;; *) format=$1 ;; esac
    "$SCODB" --db "$2" export --to "$format" -o "$2.$format" 2>err
    same "status of $format of $2: $(cat err)" "$?" 0
    "$python" "$here/check.py" "$1" "$2" "$2.$format" >out 2>&1
    case $? in
    0) pass ;;
    77)
        echo "skipped: $1 of $2, because $python has no openpyxl or networkx"
        skipped=1
        ;;
    *) fail "$1 of $2: $(cat out)" ;;
    esac
}

skipped=0
load shipped.db "$SOURCE/texts"
load lakes.db "$here/texts.jsonl"
cp lakes.db hostile.db
sqlite3 hostile.db <"$here/hostile.sql"
for database in shipped.db lakes.db hostile.db; do
    for format in annotations ftm popolo graphml networkx xlsx; do checks $format $database; done
done

# the order of loading
tac "$here/texts.jsonl" | load back.db -
load back.db "$SOURCE/texts"
load forth.db "$SOURCE/texts" "$here/texts.jsonl"
for format in annotations ftm popolo graphml xlsx; do
    "$SCODB" --db back.db export --to $format -o back
    "$SCODB" --db forth.db export --to $format -o forth
    if cmp -s back forth; then pass; else fail "$format differs with the order of loading"; fi
done

# the ending of the file, where no option tells the format
"$SCODB" --db lakes.db export speech -o told.xlsx
same 'a spreadsheet begins with' "$(head -c 2 told.xlsx)" PK
"$SCODB" --db lakes.db export -o told.graphml
same 'GraphML by its ending' "$(grep -c '</graphml>' told.graphml)" 1
"$SCODB" --db lakes.db export speech -o told.jsonl
same 'JSON Lines by their ending' "$(head -c 1 told.jsonl)" '{'
"$SCODB" --db lakes.db export speech --format csv -o told.json
same 'an option goes before the ending' "$(head -c 8 told.json)" document
mkdir -p a.xlsx && "$SCODB" --db lakes.db export speech -o a.xlsx/told
same 'the ending of a folder tells nothing' "$(head -c 8 a.xlsx/told)" document

# nothing that a terminal obeys
for format in annotations ftm popolo graphml; do
    script -qec "$SCODB --db hostile.db export --to $format" /dev/null >out
    if grep -qP '[\x{00}-\x{08}\x{0b}\x{0c}\x{0e}-\x{1f}\x{7f}-\x{9f}\x{202a}-\x{202e}]' out; then
        fail "$format on a terminal: $(cat -v out)"
    else
        pass
    fi
done

# what is cut is said; a table of more rows than a sheet goes on in the next
"$SCODB" --db hostile.db export --to xlsx -o cut.xlsx 2>err
same 'lines about texts cut' "$(wc -l <err)" 1
says 'sheet calendar'
sqlite3 lakes.db 'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1048580)
  INSERT INTO party_names (party_id, name) SELECT (SELECT min(party_id) FROM parties), i FROM n'
rows=$(sqlite3 lakes.db 'SELECT count(*) FROM party_names')
"$SCODB" --db lakes.db export party_names --to xlsx -o many.xlsx
count='import sys, zipfile; book = zipfile.ZipFile("many.xlsx")
print(*(book.read(f"xl/worksheets/sheet{n}.xml").count(b"<row") for n in (2, 3)))'
same 'rows on two sheets' "$(python3 -c "$count")" "1048576 $((rows + 2 - 1048576))"
rm many.xlsx

# refuses STATUS WORDS ARGUMENTS...: one line with the words and an advice, and no file x or piece of it
refuses() {
    status=$1
    words=$2
    shift 2
    "$SCODB" --db forth.db export "$@" >out 2>err
    same "status of $*" "$?" "$status"
    same "lines of $*: $(cat err)" "$(wc -l <err)" 1
    says "$words"
    same "files of $*" "$(echo x*)" 'x*'
}
refuses 2 'or a format with --to'
refuses 2 'no export' --to dance
refuses 2 'with -o' --to xlsx
refuses 2 'leave out speech' --to ftm speech
refuses 2 'neither --format nor' --to ftm --format json
refuses 2 'neither --format nor' --to ftm --limit 3
refuses 2 "is it 'graphml'" --to grapml
refuses 2 'no table or view' dance -o x
refuses 2 'no table or view' --to xlsx dance -o x
refuses 2 'not a regular file' --to ftm -o /dev/null
refuses 2 'the database itself' --to ftm -o ./forth.db
refuses 3 'No such file' --to ftm -o nowhere/x
if "$SCODB" --db forth.db export --to ftm >/dev/full 2>err; then fail 'a full disk goes unnoticed'; else pass; fi
says 'standard output'

# a disk that is full in the midst of it: the old file stays
echo old >x
for format in annotations ftm popolo graphml xlsx; do
    (ulimit -f 8 && "$SCODB" --db forth.db export --to $format -o x 2>err)
    same "status of $format without room" "$?" 3
    same "lines of $format without room: $(cat err)" "$(wc -l <err)" 1
    same "what $format without room leaves" "$(echo x*) $(cat x)" 'x old'
done
ln -s x link
"$SCODB" --db forth.db export offices -o link
same 'the file behind a link' "$(readlink link) $(head -c 8 x)" 'x document'

# ended by a signal while it writes: no piece stays
for signal in INT TERM HUP; do
    # the shell has it ignore an interrupt, python undoes that
    "$python" -c 'import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])' \
        "$SCODB" --db lakes.db export party_names -o y &
    while ! ls y.?* >/dev/null 2>&1; do sleep 0.01; done
    kill -s $signal $!
    wait $! 2>/dev/null
    status=$?
    same "ended by $signal" "$((status > 128)) $(echo y*)" '1 y*'
done
if [ "$skipped" -eq 1 ] && [ "$failed" -eq 0 ]; then exit 77; fi
finish
