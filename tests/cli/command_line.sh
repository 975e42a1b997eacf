#!/bin/sh
# The command line: what is wrong with it is told in one line, exit status 2; help and version go to standard output.
. "$(dirname "$0")/lib.sh"

text 1 >a.txt
expect 2 --db "$SCOLOAD"
expect 2 --db "$SCOLOAD" a.txt
expect 2 --db "$SCOLOAD" --db '' a.txt
expect 2 PATH "$SCOLOAD" --db a.db
expect 2 --db "$SCOLOAD" --db
expect 2 --no-such "$SCOLOAD" --no-such a.txt
expect 2 --quiet=yes "$SCOLOAD" --quiet=yes --db a.db a.txt
expect 2 --jobs "$SCOLOAD" --jobs 0 --db a.db a.txt
expect 2 --jobs "$SCOLOAD" --jobs many --db a.db a.txt
expect 2 nonsense "$SCOLOAD" --encoding nonsense --db a.db a.txt
expect 2 UTF-8//IGNORE "$SCOLOAD" --encoding UTF-8//IGNORE --db a.db a.txt
expect 2 --facts "$SCOLOAD" --facts --db a.db a.txt
expect 2 --facts "$SCOLOAD" --facts --explain a.txt
expect 2 --explain "$SCOLOAD" --explain --refresh a.txt
expect 2 --stats "$SCOLOAD" --stats --replace a.txt
expect 2 --eval "$SCOLOAD" --eval --refresh --db a.db a.json
expect 2 GOLD "$SCOLOAD" --eval
expect 2 --db "$SCOLOAD" --eval --db a.db --data data a.json
expect 2 --errors "$SCOLOAD" --errors --db a.db a.txt
expect 2 --lint "$SCOLOAD" --lint --db a.db
expect 2 --eval "$SCOLOAD" --eval --lint
expect 2 --encoding "$SCOLOAD" --encoding latin1 --from-facts --db a.db a.txt
[ ! -e a.db ] && pass || fail 'a wrong command line made a database'

expect 0 '' "$SCOLOAD" --help
grep -q '^Usage: scoload' out && pass || fail 'no usage in the help'
same 'widest line of the help' "$(awk 'length > 110' out)" ''
expect 0 '' "$SCOLOAD" --version
same 'version' "$(cut -d' ' -f1 out)" scoload

# a file whose name looks like an option, a path with a colon, a folder with a slash behind
text 1 >-x.txt
mkdir 'a:b'
text 2 >a:b/c.txt
expect 0 '' load a.db ./-x.txt a:b/
expect 0 '' load b.db -- -x.txt a:b/c.txt
same 'uncommon paths' "$(documents a.db), $(documents b.db)" '-x c, -x c'

# the summary is for people and can be silenced; there is no bar without a terminal
"$SCOLOAD" --db c.db a.txt >out 2>err
same 'output of a load' "$(cat out)" ''
says 'c.db: 1 new'
grep -q "$(printf '\r')" err && fail 'a progress bar without a terminal' || pass
echo '<p>x</p>' >a:b/page.pdf
echo x >a:b/README
"$SCOLOAD" --db c.db a.txt a:b 2>err
says '1 new, 1 known already'
says 'passed over: 2 with other endings than .txt, .html, .htm and .jsonl'
"$SCOLOAD" --db c.db --remove a 2>err
says 'c.db: 1 removed; '

# words and rules of one's own are told of as everything else is
mkdir data
echo '{"words": [1}' >data/words.json
expect 2 data/words.json:1:13 "$SCOLOAD" --db c.db --data data a.txt
expect 2 nowhere "$SCOLOAD" --db c.db --data nowhere a.txt
person() { # NAME TERMS
    printf '{"note": "Invented.", "people": [\n{"name": "%s", "surname": "Zhumin", "terms": [%s]}]}\n' "$1" "$2" >data/people.json
}
rm data/words.json
person 'Xi Jinping' ''
expect 2 data/people.json:2 "$SCOLOAD" --db c.db --data data a.txt
says 'the name "Xi Jinping" is claimed by another already'
person 'Askar Zhumin' '{"role": "President", "of": "KAZ", "from": "2031", "to": "2034"}, {"role": "President", "of": "KAZ", "from": "2033", "to": null}'
expect 2 data/people.json:2 "$SCOLOAD" --db c.db --data data a.txt
says 'Askar Zhumin: two terms as President overlap'
person 'Askar Zhumin' '{"role": "President", "of": "KAZ", "from": "2031-5", "to": null}'
expect 2 data/people.json:2 "$SCOLOAD" --db c.db --data data a.txt
says 'a date is written 2013, 2013-03 or 2013-03-14'
person 'Askar Zhumin' '{"role": "President", "of": "KAZ", "from": "2031", "to": "2034"}, {"role": "President", "of": "KAZ", "from": "2034", "to": null}'
"$SCOLOAD" --facts --data data a.txt >facts 2>err && pass || fail "terms that only touch were refused: $(cat err)"
finish
