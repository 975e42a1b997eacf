#!/bin/sh
# The reader program: exit status, formats, what it finds, and that data cannot harm a terminal or a spreadsheet.
# From the environment: SCODB, the program; MAKE_LAKES and SOURCE, which make the test database.
. "$(dirname "$0")/lib.sh"
"$MAKE_LAKES" "$SOURCE" sco.db || exit 1

# finds WORDS COMMAND...: status 0, nothing on standard error, the words in the output
finds() {
    words=$1
    shift
    "$SCODB" "$@" >out 2>err
    same "status of $*" "$?" 0
    same "errors of $*" "$(cat err)" ''
    if grep -qF -- "$words" out; then pass; else fail "\"$words\" is not in the output of $*: $(cat out)"; fi
}

# refuses STATUS WORDS COMMAND...: the status, one line with the words and an advice behind a semicolon
refuses() {
    status=$1
    words=$2
    shift 2
    "$SCODB" "$@" >out 2>err
    same "status of $*" "$?" "$status"
    same "lines of $*: $(cat err)" "$(wc -l <err)" 1
    case $(cat err) in
    "scodb: "*"; "*) pass ;;
    *) fail "message of $*: $(cat err)" ;;
    esac
    says "$words"
}

# help
finds 'Status: 0 done' --help
same 'widest line of the help' "$(($(wc -L <out) <= 80))" 1
finds 'scodb 0.' --version
finds 'Who took part in each meeting' report attendance -h
for command in report search show explain sql export verify; do
    finds "scodb [--db FILE] [--format NAME] $command" "$command" --help
    same "widest line of the help of $command" "$(($(wc -L <out) <= 80))" 1
done
finds 'Who took part in each meeting' report attendance --help
finds 'attendance ' report
finds '"report": "attendance"' report --format json
finds 'Who took part in each meeting' report describe attendance
finds 'parameter,party,text,' report describe attendance --format csv
same 'rows of a description' "$(grep -c ^column, out)" "$(grep -c '   column: ' "$SOURCE/queries/attendance.sql")"

# commands
finds 'Várkonyi' report attendance
finds 'Corvania' report attendance --param party=XCO
same 'narrowed report' "$(grep -c Boravia out)" 0
cp out narrowed
finds 'Corvania' report attendance --party XCO
same 'a parameter as an option' "$(cat out)" "$(cat narrowed)"
finds 'Várkonyi' report attendance --limit 1 --format csv
same 'rows of a limited report' "$(wc -l <out)" 2
finds '⟦Water⟧' search water
finds 'clean ⟦water needs⟧' search '"water needs"' --limit 1
finds 'patience' search water --party XBO
same 'narrowed search' "$(grep -c alpha: out)" 1
finds 'alpha' search water --document alpha --person 'Lú Sáenz' --format jsonl
finds 'Kingdom of Avalia' show avalia
finds 'President' show Ödön Várkonyi
finds "This is spelt like 'lake watr fund'" show lake watr fund
finds 'attendance' show meeting 1 --format markdown
finds 'office,President,Avalia,' show person Várkonyi --format csv
finds '"section": "name"' show state XA --format jsonl
finds 'President' show person 'odon VARKONYI'
finds 'Ödön Várkonyi' show person varkonji
finds 'League of Lakes' show organization ll
finds 'Kingdom of Avalia' show state xa
cp sco.db two.db
sqlite3 two.db "UPDATE people SET name = 'Ödön Várkonyi'"
refuses 1 "fits 2" --db two.db show person 'Ödön Várkonyi'
same 'two people of one name' "$(awk 'NR > 2 { print $NF }' out | paste -sd ' ')" '1 2'
finds 'Prime Minister' --db two.db show person 2
refuses 1 'id 77' show person 77
finds '2031-03-05' show meeting 'Avalia - Boravia'
finds 'crowns' show initiative 'lake water fund'
finds '"Attendance": [' show meeting 'lake council' --format json
finds '# Boravia' show state boravia --format markdown
finds '⟦proposed a Lake Water Fund of 40' explain alpha:proposal:281-328
finds 'a-rule' explain alpha:proposal:281-328
finds 'wrong, taken out by N. Reader on 2031-08-01: no office at all' explain alpha:office:0-5.2
finds 'The same fact elsewhere' explain alpha:speech:350-376
finds '"passage": "clean water needs patience"' explain alpha:speech:350-376 --format jsonl
finds 'XAV' sql 'SELECT party FROM offices WHERE person LIKE :who' --param who=%konyi
finds 'alpha,XBO,Boravia,LL' export membership
finds 'sco.db is sound: 2 documents, 17 facts, 18 passages that state them.' verify

# nothing found
refuses 1 zzz search zzz
refuses 1 nobody show person nobody
cp sco.db two.db
sqlite3 two.db "UPDATE meetings SET name = 'second meeting of the Lake Council' WHERE meeting_id = 2"
refuses 1 "'lake council' fits 2" --db two.db show meeting 'lake council'
if grep -q 'meeting of the Lake Council .*2031-03-03' out; then pass; else fail "candidates: $(cat out)"; fi
refuses 1 'fewer' report speech --param party=nowhere
refuses 1 "for party 'Borravia'; is it 'Boravia'?" report speech --party Borravia
refuses 1 'no such fact; near to it are alpha:' explain alpha:speech:1-2
refuses 1 "no document 'alpa'; is it 'alpha'?" explain alpa:speech:1-2
refuses 1 "no document 'gamma'; scodb export documents" explain gamma:speech:1-2
cp sco.db two.db
sqlite3 two.db "DELETE FROM evidence WHERE document_id = 2"
refuses 1 'its document states none' --db two.db explain beta:2:speech:1-2
refuses 1 "no person is called 'boravia'" show person boravia
same 'where it is found' "$(grep -c "; try scodb show state 'boravia'" err)" 1
refuses 1 "; is it 'Lú Sáenz'?" show person Saezmn
refuses 1 "; is it 'Lake Water Fund'?" show initiative 'Lage Wader Fint'
refuses 1 "nothing is called 'qqqqqqqq'; scodb report names" show qqqqqqqq

# the command line is wrong
refuses 2 'no command'
refuses 2 dance dance
refuses 2 --dance --dance report
refuses 2 "--fromat; is it '--format' or '--from'?" --fromat csv report
refuses 2 --db report --db
refuses 2 xml report --format xml
refuses 2 '--limit 0' search lake --limit 0
refuses 2 'name=value' report attendance --param party
refuses 2 "'dance'" report attendance --param dance=1
refuses 2 "no parameter 'prty'; is it 'party'?" report attendance --param prty=1
refuses 2 dance report dance
refuses 2 "is it 'attendance'?" report atendence
refuses 2 "is it 'verify'?" verfy
refuses 2 "is it 'html'?" report --format htm
refuses 2 "is it 'attendance'?" export attendence
refuses 2 'no name; scodb report' report describe
refuses 2 dance report describe dance
refuses 2 "'dance' is too much" report attendance dance
refuses 2 "no parameter 'dance'" search water --param dance=1
refuses 2 "no parameters" verify --param dance=1
refuses 2 "no limit" verify --limit 3
refuses 2 'auto, always or never' verify --color dance
refuses 2 "--param wants a value" report attendance --param
refuses 2 'more than 64' report attendance $(printf -- '--party=XBO %.0s' $(seq 65))
refuses 2 'usage: scodb show' show person
refuses 2 'no word' search -- -
refuses 2 'document:kind:start-end' explain dance
refuses 2 dance export dance
refuses 2 'not allowed' sql 'DELETE FROM people'
refuses 2 'more than one' sql 'SELECT 1; SELECT 2'

# the database cannot be used
refuses 3 none.db --db none.db verify
refuses 3 'regular' --db . verify
: >empty.db
refuses 3 empty --db empty.db report attendance
cp sco.db newer.db
sqlite3 newer.db 'PRAGMA user_version = 99'
refuses 3 newer --db newer.db report attendance
cp sco.db changed.db
sqlite3 changed.db "UPDATE documents SET text = text || '!' WHERE name = 'alpha'"
"$SCODB" --db changed.db verify >out 2>err
same 'status of verify for a changed text' "$?" 3
"$SCODB" --db changed.db verify --format json >out 2>err
same 'what verify tells a program' "$(sed -n 2p out)" \
    '  {"part": "digests", "problem": "document alpha: the text is not the one that was loaded"}'
"$SCODB" verify --format json >out 2>err
same 'what verify tells a program of a sound database' "$(cat out)" '[]'
"$SCODB" --db changed.db verify >out 2>err
same 'what verify says' "$(tail -1 out)" 'digests  document alpha: the text is not the one that was loaded'
if "$SCODB" report attendance >/dev/full 2>err; then fail 'a full disk goes unnoticed'; else pass; fi
says 'standard output'
"$SCODB" export citations 2>err | head -1 >/dev/null
same 'errors of a closed pipe' "$(cat err)" ''

# formats: what they give is what is in the database
evil="SELECT char(27) || '[31m' || char(8238) || '\"=,' || char(10, 9) || '漢|<b>' AS evil, '=1+1' AS formula, -5 AS number, 2.5 AS real, NULL AS void"
check='import sys, json, csv, io
text = open("out", newline="").read()
evil = "\x1b[31m\u202e\"=,\n\t漢|<b>"
shown = "<U+001B>[31m<U+202E>\"=,\n 漢|<b>"
kind = sys.argv[1]
if kind == "csv":
    rows = list(csv.reader(io.StringIO(text)))
    good = rows == [["evil", "formula", "number", "real", "void"], [shown, "\x27=1+1", "-5", "2.5", ""]]
elif kind == "tsv":
    cells = text.split("\n")[1].split("\t")
    good = cells == [shown.replace("\n", "\\n"), "\x27=1+1", "-5", "2.5", ""]
elif kind == "markdown":
    good = text.count("\n") == 3 and "\x1b" not in text and "\u202e" not in text and "<br>" in text and "\\|\\<b\\>" in text
elif kind == "table":
    good = "\x1b" not in text and "\u202e" not in text and "<U+001B>[31m<U+202E>" in text
else:
    row = json.loads(text)[0] if kind == "json" else json.loads(text)
    good = row == {"evil": evil, "formula": "=1+1", "number": -5, "real": 2.5, "void": None} and "\x1b" not in text and "\u202e" not in text
sys.exit(not good)'
for format in csv tsv json jsonl markdown table; do
    "$SCODB" sql "$evil" --format $format >out
    if python3 -c "$check" $format; then pass; else fail "format $format: $(cat -v out)"; fi
done
for format in csv json jsonl markdown tsv; do
    "$SCODB" sql 'SELECT name FROM people WHERE 0' --format $format >out
    same "status of an empty $format" "$?" 1
done
"$SCODB" sql 'SELECT name FROM people WHERE 0' --format json >out
"$SCODB" sql "SELECT CAST(x'41ff42' AS TEXT) AS broken" --format json >out
same 'broken UTF-8 in JSON' "$(sed -n 2p out)" '  {"broken": "A�B"}'
"$SCODB" sql "SELECT CAST(x'41ff42' AS TEXT) AS broken" >out
same 'broken UTF-8 in a table' "$(tail -1 out)" 'A<FF>B'
"$SCODB" sql 'SELECT name FROM people WHERE 0' --format json >out
same 'empty JSON' "$(cat out)" '[]'

# on a terminal: fitted to its width, in colour unless NO_COLOR, and no control character of the data
on_terminal() {
    script -qec "stty cols $1 rows 50; $SCODB $2" /dev/null | tr -d '\r' >out
}
for width in 40 60 100 160; do
    on_terminal $width 'report attendance'
    widest=$(sed 's/\x1b\[[0-9;]*m//g' out | wc -L)
    if [ "$widest" -le $width ] && [ "$widest" -gt 30 ]; then pass; else fail "report of $widest columns on a terminal of $width"; fi
done
on_terminal 100 'search water'
if grep -q "$(printf '\033\[1;33mWater')" out; then pass; else fail "no colour on a terminal: $(cat -v out)"; fi
NO_COLOR=1 on_terminal 100 'search water'
if grep -q "$(printf '\033')" out; then fail 'colour in spite of NO_COLOR'; else pass; fi
for format in csv tsv json jsonl markdown table; do
    NO_COLOR=1 on_terminal 100 "--format $format sql \"SELECT char(27) || char(155) || char(8238) || char(8) AS evil\""
    if grep -qP '[\x{00}-\x{08}\x{0b}-\x{1f}\x{7f}-\x{9f}\x{202a}-\x{202e}]' out; then fail "$format on a terminal: $(cat -v out)"; else pass; fi
done

finish
