#!/bin/sh
# However an archive is divided, and in whatever order the parts come, one content: who is who is settled at the merge.
. "$(dirname "$0")/lib.sh"
shard=$SOURCE/recipes/shard.sh merge=$SOURCE/recipes/merge.sh
texts=$SOURCE/tests/golden/archive/texts

# readouts as lines, and texts of several years as files, with manifest and corrections beside them
archive 24
find "$texts" -name '*.txt' | sort >files
load whole.db "$texts"
content whole.db >whole
same 'people who are in several documents' "$(sqlite3 whole.db 'SELECT count(*) > 10 FROM
    (SELECT 1 FROM personas JOIN appearances USING (persona_id) GROUP BY person_id HAVING count(DISTINCT document_id) > 1)')" 1

for count in 1 2 7 16; do
    for number in $(seq 0 $((count - 1))); do
        "$shard" "$number" "$count" all.jsonl "lines-$count" || fail "status of shard $number of $count"
        "$shard" "$number" "$count" files "files-$count" || fail "status of shard $number of $count, of files"
    done
    same "documents in $count shards" "$(cat "lines-$count"/shard-*.jsonl | wc -l)" 24
    parts=$(ls "lines-$count"/shard-*.jsonl "files-$count"/shard-*.jsonl)
    for order in forwards backwards; do
        [ "$order" = forwards ] || parts=$(echo "$parts" | tac)
        expect 0 '' load "$order-$count.db" --from-facts $parts
        content "$order-$count.db" | cmp -s - whole && pass || fail "$count shards $order: another content"
    done
done

# the merge waits for all shards, and goes on in a database that has some of it
rm lines-7/shard-3.jsonl
expect_status=0
"$merge" 7 lines-7 merged.db 2>err || expect_status=$?
same 'status of a merge without a shard' "$expect_status" 2
says '6 of 7 shards'
"$shard" 3 7 all.jsonl lines-7
"$merge" 7 lines-7 merged.db && pass || fail 'status of the merge'
"$merge" 7 files-7 merged.db && pass || fail 'status of the merge into a database'
content merged.db | cmp -s - whole && pass || fail 'merge.sh: another content'

# a shard with refused documents is whole, and the merge tells of them; a step that fails leaves nothing
{ head -n 3 all.jsonl && echo '{"id": "broken"'; } >broken.jsonl
"$shard" 1 2 broken.jsonl refused && "$shard" 0 2 broken.jsonl refused && pass || fail 'status of shards with a refused document'
expect 1 'standard input:2:15' "$merge" 2 refused refused.db
same 'documents beside a refused one' "$(sqlite3 refused.db 'SELECT count(*) FROM documents')" 3
printf '#!/bin/sh\nhead -c 1000\nexit 3\n' >full && chmod +x full
SCOLOAD=./full "$shard" 0 2 all.jsonl failed 2>err
same 'status of a shard that failed' "$?" 3
same 'files of a shard that failed' "$(ls failed)" ''
"$shard" 0 2 absent.jsonl failed 2>err
same 'status of a shard of nothing' "$?" 2

# lines of any length stay whole, whatever the number of shards
for size in 1 30 3000 2 70000 5; do head -c "$size" /dev/zero | tr '\0' a && echo; done >odd.jsonl
printf 'no line end' >>odd.jsonl
printf '#!/bin/sh\ncat\n' >copies && chmod +x copies
for count in 1 2 3 50; do
    for number in $(seq 0 $((count - 1))); do
        SCOLOAD=./copies "$shard" "$number" "$count" odd.jsonl "odd-$count"
    done
    for number in $(seq 0 $((count - 1))); do cat "odd-$count/shard-$number.jsonl"; done | cmp -s - odd.jsonl &&
        pass || fail "lines in $count shards"
done
finish
