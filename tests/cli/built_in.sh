#!/bin/sh
# The built-in words and rules are used as the build left them in memory: that gives what reading them anew gives, as is
# done with --data. FREEZE is the program that the build wrote them with, BUILT_IN what it wrote; empty if it could not.
. "$(dirname "$0")/lib.sh"

mkdir none
both() { # WHAT ARGUMENT...
    what=$1
    shift
    "$SCOLOAD" --quiet "$@" >frozen
    same "status of $what" "$?" 0
    "$SCOLOAD" --quiet --data none "$@" >read
    [ -s read ] && cmp frozen read && pass || fail "$what: others than with the words read anew"
}
both 'facts of the shipped texts' --facts "$SOURCE/texts"
both 'facts of invented texts' --facts "$SOURCE/tests/golden/archive"
both 'facts of pages' --facts "$SOURCE/tests/pages"
both 'what each rule does' --stats "$SOURCE/texts" "$SOURCE/tests/golden/archive"
for text in "$SOURCE"/texts/*.txt; do
    both "what is explained of $text" --explain "$text"
done

"$SCOLOAD" --quiet --db frozen.db "$SOURCE/texts"
"$SCOLOAD" --quiet --db read.db --data none "$SOURCE/texts"
content frozen.db >frozen
content read.db >read
[ -s read ] && cmp frozen read && pass || fail 'the database is another than with the words read anew'

# one build is as the next
if [ -n "$FREEZE" ]; then
    "$FREEZE" >again.S
    same 'status of a second freeze' "$?" 0
    cmp again.S "$BUILT_IN" && pass || fail 'frozen twice, the words and rules differ'
    "$FREEZE" 2>err >/dev/full
    same 'status of a freeze onto a full disk' "$?" 1
    same 'message of a freeze onto a full disk' "$(cat err)" 'freeze: No space left on device'
fi
finish
