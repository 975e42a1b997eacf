#!/bin/sh
# --lint: the built-in words and rules are clean; each fault in one's own is found at its place.
. "$(dirname "$0")/lib.sh"

expect 0 '' "$SCOLOAD" --lint
same 'findings in the built-in words and rules' "$(sed '$d' out)" ''
case $(cat out) in
*' files, '*' examples: 0 errors, 0 warnings') pass ;;
*) fail "no summary: $(cat out)" ;;
esac

mkdir data
# rules RULE...: a file with these rules of stage cues, the first on line 3
rules() {
    { printf '{"stage": "cues", "note": "Invented.", "define": {"the": "(the | a)"}, "rules": [\n\n%s' "$1"; shift
      for rule; do printf ',\n%s' "$rule"; done; printf ']}\n'; } >data/rules.json
}
# rule NAME PATTERN SET MORE: one that takes part in something, with examples in which a teapot is toasted
rule() {
    printf '{"name": "%s", "makes": "cue", "note": "x", "set": {"does": "attend", "side": "left"%s}, "pattern": "%s"%s,%s' \
        "$1" "${3:-}" "$2" "${4:-}" ' "yes": ["she [toasted the teapot] there", "they [toasted a teapot]"]}'
}
# finds STATUS LINE...: the findings of --lint --data data are these, in order; without the folder and the items seen
finds() {
    "$SCOLOAD" --lint --data data >out 2>err
    same 'status' "$?" "$1"
    same 'errors of --lint' "$(cat err)" ''
    shift
    same 'findings' "$(sed '$d; s/^data.//; s/^\(    rule .* makes:\).*/\1/' out)" "$(for line; do echo "$line"; done)"
}

rules "$(rule toasts 'toasted $the teapot')"
finds 0
rules "$(rule toasts 'toasted (the | a) teapot')"
finds 0 'rules.json:1: warning: no rule of stage cues uses the definition $the'
rules "$(rule toasts 'toasted $the teapot' ', "sied": "left"')"
finds 0 'rules.json:3: warning: rule toasts: nothing reads the property "sied" of what it makes'
rules "$(rule toasts 'toasted $the teapot' | sed 's/"attend"/"atend"/')"
finds 0 'rules.json:3: warning: rule toasts: "atend" is not a value of "does" that is read (attend, chair, hold, meet)'
rules "$(rule toasts 'toasted $the teapot' | sed 's/"cue"/"cue toast"/')"
finds 0 'rules.json:3: warning: rule toasts: no rule and nothing in the program reads <toast>'
rules "$(rule toasts 'toasted $the teapot' | sed 's/"cue"/"cue nothing"/')"
finds 0
rules "$(rule toasts 'toasted $the teapot <cue>?')"
finds 0 'rules.json:3: warning: rule toasts: <cue> is made by stage cues, which does not come before stage cues'
rules "$(rule toasts 'toasted $the teapot' '' ', "left": "!report"')"
finds 0 'rules.json:3: warning: rule toasts: <report> is made by stage reports, which does not come before stage cues'
rules "$(rule toasts 'toasted $the teapot <state&weekday>?')"
finds 0 'rules.json:3: warning: rule toasts: no word is <state&weekday>, and no rule makes one'
rules "$(rule toasts 'toasted $the teapot' | sed 's/"they .toasted a teapot."/"she [toasted the teapot] there"/')"
finds 0 'rules.json:3: warning: rule toasts: the example is there twice: she [toasted the teapot] there'

# a rule that is there twice takes the other's words, too
rules "$(rule toasts 'toasted $the teapot')" "$(rule toasts-too 'toasted $the teapot')"
finds 2 'rules.json:4: error: rule toasts-too: the yes-example is not found: she [toasted the teapot] there' \
    '    rule toasts makes:' \
    'rules.json:4: error: rule toasts-too: the yes-example is not found: they [toasted a teapot]' \
    '    rule toasts makes:' \
    'rules.json:4: warning: rule toasts-too: rule toasts has the same pattern and conditions'

# several errors in one run; without them the examples would be tried
rules "$(rule toasts 'toasted (the teapot')" "$(rule toasts 'toasted $teh <sttae>' | sed 's/"side"/"sdie"/')"
"$SCOLOAD" --lint --data data >out 2>err
same 'status of many' "$?" 2
same 'errors of many' "$(grep -c ': error: ' out)" 2
grep -q 'they run once there are no errors' out && pass || fail "the examples were tried: $(tail -1 out)"
rules "$(rule toasts 'toasted $the teapot' | sed 's/, "side": "left"//')" "$(rule reports 'toasted $the teapot' | sed 's/"cue"/"report"/')"
"$SCOLOAD" --lint --data data >out 2>err
grep -qx 'data/rules.json:3: error: rule toasts: what makes <cue> needs "side" in its "set"' out && pass || fail "$(cat out)"
grep -qx 'data/rules.json:4: error: rule reports: what makes <report> needs "mode" in its "set"' out && pass || fail "$(cat out)"

# a rule of one's own that takes the words of a built-in one: a warning, it may be wanted
rules "$(rule toasts 'toasted $the teapot | attended' ', "note": "x"' | sed 's/, "note": "x"//2; s/"set"/"priority": 9, &/')"
"$SCOLOAD" --lint --data data >out 2>err
same 'status where a built-in example fails' "$?" 0
grep -q '^70_cues.json:[0-9]*: warning: rule [a-z-]*: the yes-example is not found: ' out && pass || fail "$(cat out)"
rm data/rules.json

# words
words() {
    printf '{"note": "Invented.", "%s": [\n%s]}\n' "$1" "$2" >data/words.json
}
words classes '{"class": "teapots", "note": "x", "words": ["teapot"]}'
finds 0 'words.json:2: warning: no rule and nothing in the program reads the class <teapots>'
words classes '{"class": "he", "note": "x", "words": []}'
finds 0 'words.json:2: warning: the class <he> has no words'
words classes '{"class": "he", "note": "x", "words": ["hen",
 "hen"]}'
finds 0 'words.json:2: warning: "hen" is there twice under class "he"'
words verbs '{"verb": "mumble", "forms": ["mumbled"], "act": "asserts", "takes": ["that"]}'
finds 0
words verbs '{"verb": "mumble", "forms": ["said"], "act": "asserts", "takes": []}'
finds 0 'words.json:2: warning: the verb "mumble" takes nothing, so that it reports nothing' \
    'words.json:2: warning: "said" stands for verb "say" already; what "mumble" says of it is not read'
words verbs '{"verb": "mumble", "forms": ["mumbled"], "takes": ["that"]}'
finds 2 'words.json:2: error: "act" is missing'
words verbs '{"verb": "mumble", "forms": ["mumbled"], "act": "mumbles", "takes": ["that"]}'
finds 2 'words.json:2: error: verb "mumble": the database takes no act "mumbles"'
words organizations '{"name": "Order of the Teapot", "kind": "grouping", "members": ["KAZ",
 "QQQ"]}'
finds 0 'words.json:3: warning: Order of the Teapot: no state or organization has the code "QQQ"'
words people '{"name": "Timur Sadykbai", "terms": [
 {"role": "Grand Teapot", "of": "KAZ", "from": "2031", "to": null}]}'
finds 0 'words.json:3: warning: Timur Sadykbai: no list of roles has "Grand Teapot", so that no text can give it'
words roles '{"role": "Grand Teapot", "rank": "grand"}'
finds 2 'words.json:2: error: role "Grand Teapot": the database takes no rank "grand"'
echo '{"note": ' >data/words.json
finds 2 "words.json:2:0: error: unexpected token near end of file"
expect 2 --lint "$SCOLOAD" --lint a.txt
finish
