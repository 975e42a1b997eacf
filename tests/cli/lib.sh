# What the tests of the command line share. Each runs in a folder of its own and needs from its environment: SCOLOAD, the
# program; DUMP, the script that prints a database's content. Checks are counted, and a test that checks nothing fails.
. "$(dirname "$0")/../lib.sh"

# same WHAT ONE OTHER: two strings
same() {
    if [ "$2" = "$3" ]; then pass; else fail "$1: got \"$2\", expected \"$3\""; fi
}

# expect STATUS NAME COMMAND...: the exit status, and what stands on standard error: nothing if NAME is empty, else exactly
# one line that begins "scoload: NAME: " and has an advice behind a semicolon. Standard output is kept in the file out.
expect() {
    expect_status=$1
    expect_name=$2
    shift 2
    "$@" >out 2>err
    status=$?
    same "status of $*" "$status" "$expect_status"
    if [ -z "$expect_name" ]; then
        same "errors of $*" "$(cat err)" ""
        return
    fi
    same "lines of $*: $(cat err)" "$(wc -l <err)" 1
    case $(cat err) in
    "scoload: $expect_name: "*"; "*) pass ;;
    *) fail "message of $*: $(cat err)" ;;
    esac
}

# says WORDS: the last message holds them
says() {
    if grep -qF -- "$1" err; then pass; else fail "\"$1\" is not in: $(cat err)"; fi
}

load() {
    "$SCOLOAD" --quiet --db "$@"
}

# documents DB: the names of its documents, on one line
documents() {
    sqlite3 "$1" 'SELECT name FROM documents ORDER BY name' | paste -sd ' '
}

content() {
    sqlite3 "$1" <"$DUMP"
}

# text NUMBER: a short readout, of invented people
text() {
    echo "On July $(($1 % 28 + 1)), 2024 local time, President Timur Sadykbai of Kazakhstan met with Foreign Minister Aigul" \
        "Dzhumaeva of Kyrgyzstan in Almaty. President Timur Sadykbai said that $1 new schools will be built by 20$(($1 % 50 + 30))."
}

# texts COUNT: that many, in the folder in
texts() {
    mkdir -p in
    for number in $(seq "$1"); do text "$number" >"in/text$number.txt"; done
}
