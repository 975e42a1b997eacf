# Completion for scodb in bash. Commands, options and reports are asked from the program itself, names from the database
# that stands on the command line. What comes from there is only compared and quoted, never expanded.

# _scodb_offer WORDS [BEFORE]: those lines that begin like the current word, each behind BEFORE; case does not matter. They
# are quoted as the word is that they replace.
_scodb_offer() {
    local line reply word=${cur#[\'\"]}
    word=${word//\\/}
    while IFS= read -r line; do
        line=${2-}$line
        [[ $line != "${2-}" && ${line,,} == "${word,,}"* ]] || continue
        case $cur in
        \'*) reply=${line//\'/\'\\\'\'} ;;
        \"*) reply=${line//[\"\$\`\\]/} ;;
        *) printf -v reply %q "$line" ;;
        esac
        COMPREPLY+=("$reply")
    done <<<"$1"
}

_scodb_ask() {
    "$program" --db "$db" "$@" 2>/dev/null
}

# _scodb_column NAME COMMAND...: that column of what the command prints as TSV
_scodb_column() {
    local name=$1
    shift
    _scodb_ask "$@" --format tsv | awk -F '\t' -v name="$name" '
        NR == 1 { for (column = NF; column > 1 && $column != name; column--); next } { print $column }'
}

_scodb_commands() {
    "$program" --help | sed -n 's/^  \([a-z][a-z]*\) .*/\1/p'
}

_scodb_options() {
    "$program" --help | sed -n 's/^  \(--[a-z-]*\).*/\1/p'
}

# _scodb_choices OPTION: what the help lists for it, as a|b|c
_scodb_choices() {
    "$program" --help | sed -n "s/^  $1 [A-Z]*  *\([a-z|]*\).*/\1/p" | tr '|' '\n'
}

_scodb_parameters() {
    _scodb_ask report describe "$1" --format tsv | sed -n 's/^parameter\t\([^\t]*\).*/\1/p'
}

_scodb_names() {
    local sql='SELECT DISTINCT form FROM name_forms WHERE kind = :kind'
    [[ $1 == initiative ]] && sql="SELECT name AS form FROM initiatives WHERE :kind <> ''"
    _scodb_column form sql "$sql ORDER BY 1" --param "kind=$1"
}

# The values of a parameter called $1 that begin with $2: of parties the names, or, if it is two capitals, the codes.
_scodb_values() {
    local column=name
    [[ $2 == [[:upper:]][[:upper:]]* ]] && column=code
    case $1 in
    party | state | organization) _scodb_column "$column" sql "SELECT DISTINCT $column FROM party_labels ORDER BY 1" ;;
    person) _scodb_names person ;;
    meeting) _scodb_names meeting ;;
    document) _scodb_column name sql 'SELECT name FROM documents ORDER BY 1' ;;
    esac
}

# What may follow the command and its arguments so far.
_scodb_arguments() {
    local kinds=$'person\nstate\norganization\nmeeting\ninitiative'
    case "${args[0]-} ${#args[@]}" in
    ' 0') _scodb_offer "$(_scodb_commands)" ;;
    'report 1') _scodb_offer "$(_scodb_column report report; echo describe)" ;;
    'report 2') [[ ${args[1]-} == describe ]] && _scodb_offer "$(_scodb_column report report)" ;;
    'show 1') _scodb_offer "$kinds" ;;
    'show 2') [[ $kinds == *"${args[1]-}"* ]] && _scodb_offer "$(_scodb_names "${args[1]-}")" ;;
    'explain 1') _scodb_offer "$(_scodb_column fact_id sql 'SELECT fact_id FROM citations ORDER BY 1')" ;;
    'export 1')
        _scodb_offer "$(_scodb_column name sql "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')
            AND name NOT LIKE 'sqlite%' AND name NOT LIKE '%\\_fts%' ESCAPE '\\' ORDER BY 1")" ;;
    esac
}

# Bash takes colons and equals signs for words of their own: fact ids and name=value are put together again, in words and
# cur; at the end, what stands before the last of them on the command line is taken off the replies.
_scodb_join() {
    local word join=''
    words=()
    for word in "${COMP_WORDS[@]:0:COMP_CWORD + 1}"; do
        if [[ -n $join || $word == [:=]* ]] && ((${#words[@]})); then
            words[-1]+=$word
        else
            words+=("$word")
        fi
        join=''
        [[ $word == *[:=] ]] && join=1
    done
    cur=${words[-1]}
}

_scodb_cut() {
    local cut=${cur%"${cur##*[:=]}"} i
    for i in "${!COMPREPLY[@]}"; do
        COMPREPLY[i]=${COMPREPLY[i]#"$cut"}
    done
}

# Sorts the words before the current one: previous is an option that waits for its value.
_scodb_read() {
    local word
    for word in "${words[@]:1:${#words[@]} - 2}"; do
        case $previous in
        --db) db=${word/#\~/$HOME} previous='' ;;
        -o | --*) previous='' ;;
        *)
            case $word in
            --no-pager | --help | --version) ;;
            -o | --*) previous=$word ;;
            *) args+=("$word") ;;
            esac ;;
        esac
    done
}

_scodb_param() {
    if [[ $cur == *=* ]]; then
        _scodb_offer "$(_scodb_values "${cur%%=*}" "${cur#*=}")" "${cur%%=*}="
    else
        _scodb_offer "$(_scodb_parameters "${args[1]-}" | sed 's/$/=/')"
        compopt -o nospace
    fi
}

_scodb() {
    local cur previous='' program=${COMP_WORDS[0]} db=sco.db
    local -a words args=()
    COMPREPLY=()
    _scodb_join
    _scodb_read
    case $previous in
    --db | -o | --output) mapfile -t COMPREPLY < <(compgen -f -- "$cur") && compopt -o filenames ;;
    --format | --color | --to) _scodb_offer "$(_scodb_choices "$previous")" ;;
    --param) _scodb_param ;;
    --*) _scodb_offer "$(_scodb_values "${previous#--}" "$cur")" ;;
    *)
        if [[ $cur == -* ]]; then
            _scodb_offer "$(_scodb_options)"
            [[ ${args[0]-} == report && -n ${args[1]-} ]] && _scodb_offer "$(_scodb_parameters "${args[1]-}" | sed 's/^/--/')"
        else
            _scodb_arguments
        fi ;;
    esac
    _scodb_cut
} 2>/dev/null

complete -F _scodb scodb
