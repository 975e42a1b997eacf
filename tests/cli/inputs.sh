#!/bin/sh
# The ways in which texts may come, and that they come to the same.
. "$(dirname "$0")/lib.sh"

# encodings
echo 'The café in “Almaty” opened.' >plain.txt
printf '\357\273\277' | cat - plain.txt | sed 's/$/\r/' >marked.txt
iconv -f UTF-8 -t UTF-16LE plain.txt | sed '1s/^/\xff\xfe/' >little.txt
{ printf '\376\377' && iconv -f UTF-8 -t UTF-16BE plain.txt; } >big.txt
iconv -f UTF-8 -t WINDOWS-1252 plain.txt >western.txt
expect 0 '' load encodings.db plain.txt marked.txt little.txt big.txt
expect 1 western.txt load encodings.db western.txt
expect 0 '' load encodings.db --encoding windows-1252 western.txt
same 'documents in five encodings' "$(documents encodings.db)" 'big little marked plain western'
same 'texts in five encodings' "$(sqlite3 encodings.db 'SELECT count(DISTINCT text), min(length(text)) FROM documents')" '1|29'

# one by one, together, in the other order, as records, through facts, with one thread and with several
texts 40
load folder.db in
content folder.db >folder
[ -s folder ] && pass || fail 'no content'
check() {
    content "$1.db" >"$1"
    cmp -s folder "$1" && pass || fail "$1: another content"
}
for file in in/*.txt; do load single.db "$file" || fail "status of $file"; done
check single
load reverse.db $(ls -r in/*.txt)
check reverse
load threads.db --jobs 4 in
check threads
load one.db --jobs 1 in
check one
"$SCOLOAD" --quiet --facts in | "$SCOLOAD" --quiet --db facts.db --from-facts -
check facts
"$SCOLOAD" --quiet --facts --jobs 1 in >facts.jsonl
"$SCOLOAD" --quiet --facts --jobs 4 in | cmp -s - facts.jsonl && pass || fail 'facts depend on the threads'

# what is refused is told in the order of the input, whoever reads it
for i in $(seq 40); do
    printf '{"id": "good %d", "text": "The sides met in Astana on 4 July 2024."}\n{"id": "bad %d"}\nnonsense\n' $i $i
done >mixed.jsonl
for jobs in 1 2 5; do
    "$SCOLOAD" --quiet --facts --jobs $jobs - <mixed.jsonl >facts.$jobs 2>refused.$jobs
    [ $? = 1 ] && [ "$(wc -l <facts.$jobs)" = 40 ] && [ "$(wc -l <refused.$jobs)" = 80 ] &&
        cmp -s facts.1 facts.$jobs && cmp -s refused.1 refused.$jobs && pass || fail "$jobs threads: another order"
done

"$SCOLOAD" --quiet --facts --from-facts facts.jsonl | cmp -s - facts.jsonl && pass || fail 'facts read and written differ'
for file in in/*.txt; do
    name=$(basename "$file" .txt)
    printf '{"id": "%s", "text": "%s\\n"}\n' "$name" "$(cat "$file")"
done >records.jsonl
load records.db records.jsonl
check records
load piped.db - <records.jsonl
check piped

# again: not one byte; after a change and back: the same content
cp folder.db before.db
expect 0 '' load folder.db in
cmp -s folder.db before.db && pass || fail 'loading a second time changed the file'
expect 0 '' load folder.db --refresh
check_refresh=$(content folder.db | cmp - folder && echo same)
same 'content after --refresh' "$check_refresh" same
expect 0 '' load folder.db --remove text7
same 'documents after --remove' "$(sqlite3 folder.db 'SELECT count(*) FROM documents')" 39

# a table of the user's own that refers to ours has its say
sqlite3 folder.db 'CREATE TABLE notes (document_id REFERENCES documents (document_id) ON DELETE CASCADE);
    INSERT INTO notes SELECT document_id FROM documents'
expect 0 '' load folder.db --remove text8
same 'notes after --remove' "$(sqlite3 folder.db 'SELECT count(*) FROM notes')" 38
sqlite3 folder.db 'DROP TABLE notes'
expect 0 '' load folder.db in
same 'content after removing and loading' "$(content folder.db | cmp - folder && echo same)" same

# what goes with a text
mkdir told
text 1 >told/a.txt
text 2 >told/b.txt
echo '{"documents": [{"file": "b.txt", "id": "second", "title": "A title", "published": "2024-07-04", "language": "en"}]}' \
    >told/manifest.json
expect 0 '' load told.db told/b.txt told/a.txt
same 'metadata' "$(sqlite3 told.db "SELECT name, title, published, language FROM documents WHERE name = 'second'")" \
    'second|A title|2024-07-04|en'
expect 0 '' load told.db told
same 'documents told' "$(documents told.db)" 'a second'

# names that clash, in two orders
mkdir p q
text 1 >p/same.txt
text 2 >q/same.txt
expect 0 '' load clash.db p q
expect 0 '' load hsalc.db q/same.txt p/same.txt
same 'names that clash' "$(documents clash.db) $(documents hsalc.db)" 'p/same q/same p/same q/same'

# long lists of arguments
texts 3000
ls in/*.txt | xargs -s 120000 "$SCOLOAD" --quiet --db long.db
same 'documents of a long list' "$(sqlite3 long.db 'SELECT count(*) FROM documents')" 3000

# written for people
"$SCOLOAD" --quiet --explain in/text1.txt >out
grep -q '^== text1: facts ' out && grep -q '^    rule ' out && pass || fail "explained: $(cat out)"
finish
