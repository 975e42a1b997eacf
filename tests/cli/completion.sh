#!/bin/bash
# Completion in bash, called as bash calls it: with the words of the command line broken at colons and equals signs.
# From the environment: SCODB, MAKE_LAKES, SOURCE.
. "$(dirname "$0")/lib.sh"
. "$SOURCE/src/cli/completion.bash"
"$MAKE_LAKES" "$SOURCE" sco.db || exit 1

# completes EXPECTED WORD...: the replies, separated by |, when the cursor is behind the last word
completes() {
    local expected=$1
    shift
    COMP_WORDS=("$SCODB" "$@")
    COMP_CWORD=$#
    _scodb
    same "completion of ${*:-nothing}" "$(IFS='|'; echo "${COMPREPLY[*]}")" "$expected"
}
# offers REPLY WORD...: it is among the replies
offers() {
    local wanted=$1
    shift
    COMP_WORDS=("$SCODB" "$@")
    COMP_CWORD=$#
    _scodb
    if printf '%s\n' "${COMPREPLY[@]}" | grep -qxF -- "$wanted"; then pass; else fail "no $wanted for $*: ${COMPREPLY[*]}"; fi
}

same 'what bash knows' "$(complete -p scodb)" 'complete -F _scodb scodb'
completes 'report|search|show|explain|sql|export|verify' ''
completes 'search|show|sql' s
completes '--db|--format|--limit|--color|--no-pager|--to|--output|--help|--version' --
completes 'csv' --format c
completes 'auto|always' --color a
completes 'graphml' export --to g
completes '' --limit ''
completes 'attendance' report at
offers describe report ''
completes 'attendance' report describe at
offers --party report attendance --
completes 'party=|person=' report attendance --param p
completes 'Boravia' report attendance --param party = bor
completes 'XAV' report attendance --party XA
completes 'Ödön\ Várkonyi' report attendance --person ö
completes 'alpha' report speech --document al
completes 'search|show|sql' --db sco.db --no-pager s
completes 'state' show st
completes 'Boravia' show state b
completes 'Lake\ Council|League\ of\ Lakes' show organization l
completes 'Lú\ Sáenz' show person 'lú\ s'
completes "Lú Sáenz" show person "'lú s"
completes "Lú Sáenz" show person '"lú s'
completes 'Lake\ Water\ Fund' show initiative ''
completes 'speech:253-275|speech:350-376' explain alpha : sp
completes '253-275' explain alpha : speech : 2
completes '281-328' explain alpha : proposal :
completes 'attendance' export at
completes '' export statements_f
completes '' search wa
touch a.db
completes 'a.db' --db a
completes 'a.db' export -o a
completes 'attendance' export -o a.db at
completes '' --db none.db show person ''
completes '' report no_such_report --param p

# names from a hostile database are quoted, and nothing in them is run
cp sco.db evil.db
sqlite3 evil.db "UPDATE people SET name = '\$(touch pwned) \`touch pwned\`; it''s \"<' || char(27) || '[31m'; DELETE FROM person_namings; DELETE FROM person_names"
completes '\$\(touch\ pwned\)\ \`touch\ pwned\`\;\ it\'\''s\ \"\<\<U+001B\>\[31m' --db evil.db show person ''
eval "replied=${COMPREPLY[0]}"
same 'the quoted name' "$replied" '$(touch pwned) `touch pwned`; it'\''s "<<U+001B>[31m'
completes '$(touch pwned) `touch pwned`; it'\''\'\'''\''s "<<U+001B>[31m' --db evil.db show person "'\$("
if [ -e pwned ]; then fail 'a name was run'; else pass; fi
finish
