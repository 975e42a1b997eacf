# What the tests of sharding share; see tests/cli/lib.sh for the rest. GENERATE writes readouts.
. "$(dirname "$0")/../cli/lib.sh"
export SCOLOAD
PATH=$(dirname "$SCOLOAD"):$PATH

# archive [DOCUMENTS]: as all.jsonl, and the content that a load of it gives, as whole
archive() {
    "$GENERATE" --documents "${1:-48}" --max 3 >all.jsonl
    load whole.db all.jsonl
    content whole.db >whole
    same 'documents of the whole' "$(sqlite3 whole.db 'SELECT count(*) FROM documents')" "${1:-48}"
}
