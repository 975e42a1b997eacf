#!/bin/sh
# The loader as a step in a pipe: JSON Lines in, facts out, each as soon as it can be.
. "$(dirname "$0")/lib.sh"

# record NUMBER: a document as a line of JSON
record() {
    printf '{"id": "text%s", "text": "%s"}\n' "$1" "$(text "$1")"
}
facts() {
    "$SCOLOAD" --quiet --facts "$@"
}
ids() {
    sed 's/.*"document":{"name":"\(text[0-9]*\)".*/\1/' "$1" | paste -sd ' '
}

for number in $(seq 1 300); do record "$number"; done >records
facts - <records >whole
same 'lines' "$(wc -l <whole)" 300

# what came is answered while input pauses, be it in the middle of a line; the rest follows in order
for jobs in 1 4; do
    rm -f pipe answers
    mkfifo pipe
    "$SCOLOAD" --quiet --facts --jobs "$jobs" - <pipe >answers 2>err &
    loader=$!
    exec 3>pipe
    { head -n 5 records && sed -n 6p records | head -c 40; } >&3
    tries=0
    while [ "$(wc -l <answers)" -lt 5 ] && [ "$tries" -lt 300 ]; do
        sleep 0.1
        tries=$((tries + 1))
    done
    same "answers with $jobs threads while input pauses" "$(ids answers)" 'text1 text2 text3 text4 text5'
    { sed -n 6p records | tail -c +41 && tail -n +7 records; } >&3
    exec 3>&-
    wait "$loader"
    same "status with $jobs threads" $? 0
    cmp -s answers whole && pass || fail "$jobs threads: other answers after a pause"
done

# facts are stored the same way
rm -f pipe
mkfifo pipe
"$SCOLOAD" --quiet --db paused.db --from-facts - <pipe 2>err &
loader=$!
exec 3>pipe
head -n 2 whole >&3
while [ ! -s paused.db ]; do sleep 0.1; done
sed -n 3p whole >&3
exec 3>&-
wait "$loader"
same 'documents after a pause' "$(documents paused.db)" 'text1 text2 text3'

# an empty stream is no error, and makes no database
expect 0 '' facts - </dev/null
same 'facts of nothing' "$(wc -c <out)" 0
expect 0 '' load none.db --from-facts - </dev/null
[ -e none.db ] && fail 'a database of nothing' || pass

# a refused document is one line on standard error and stops nothing
{ head -n 2 records && echo '{"id": "broken"' && sed -n 3p records; } >broken
expect 1 'standard input:3:15' facts - <broken
same 'facts beside a refused document' "$(ids out)" 'text1 text2 text3'
expect 1 'standard input:1:15' sh -c "echo '{\"id\": \"broken\"' | '$SCOLOAD' --quiet --facts -"
same 'facts of refused documents alone' "$(wc -c <out)" 0

# facts that were cut off in the middle of a line
head -n 2 whole >cut
sed -n 3p whole | head -c 100 >>cut
expect 1 cut:3 load cut.db --from-facts cut
same 'documents of facts that were cut off' "$(documents cut.db)" 'text1 text2'

# several streams, among them standard input, whichever way the documents were divided
load whole.db --from-facts whole
content whole.db >content
split -l 100 whole part.
"$SCOLOAD" --quiet --db parts.db --from-facts part.ac - part.aa <part.ab
content parts.db | cmp -s - content && pass || fail 'another content from three streams'
expect 1 . load folder.db --from-facts .
says 'give the files in it'

# blanks around a line, as some engines put a tab behind it
sed 's/$/\t\r/' whole >blanks
expect 0 '' load blanks.db --from-facts blanks
content blanks.db | cmp -s - content && pass || fail 'another content with blanks behind the lines'

# a reader that leaves, and a signal: output that is not complete is told from refused documents
{ facts - <records; echo $? >left; } 2>err | head -n 1 >/dev/null
same 'status after the reader left' "$(cat left)" 3
same 'lines after the reader left' "$(wc -l <err)" 1
says 'standard output'
for signal in INT TERM; do
    rm -f pipe answers
    mkfifo pipe
    "$SCOLOAD" --quiet --facts - <pipe >answers 2>err &
    loader=$!
    exec 3>pipe
    head -n 1 records >&3
    while [ ! -s answers ]; do sleep 0.1; done
    kill "-$signal" "$loader"
    wait "$loader"
    same "status after $signal" $? 3
    exec 3>&-
    same "errors after $signal" "$(wc -l <err)" 1
    says 'standard output: interrupted; what was written is not complete'
done
finish
