#!/bin/sh
# locale.sh SOURCE BUILD: a host with another locale gets the same bytes as one in C: numbers with a point, names found
# and folded alike, messages in English; and stays as it was. Turkish has other pairs of capital and small I, German a
# comma in numbers and messages of its own.
. "$(dirname "$0")/lib.sh"

command -v localedef >/dev/null && [ -f /usr/share/i18n/locales/tr_TR ] ||
    skip "sources of locales are not installed (Debian: locales)"
"$source/tests/unit/make_lakes.sh" "$source" lakes.db
cp lakes.db other.db
LC_ALL=C "$build/tests/interface/host" lakes.db >expected || fail "the host ends with a failure"
holds "too little was printed" test "$(wc -l <expected)" -gt 100
holds "the point" grep -q '^1\.5|1\.0e+100|-0\.25|1234567|2\.50|TITLE|title|1|3\.75|2\.0|2\.5|$' expected
holds "a person" grep -q '^person|Ödön Várkonyi|' expected
holds "a message" grep -q '^10 missing.db: No such file or directory$' expected
holds "the state of the process" grep -q '^the process is as it was$' expected
for language in tr_TR de_DE; do
    localedef -i "$language" -f UTF-8 "./$language.UTF-8" >/dev/null 2>&1
    LOCPATH=$work LC_ALL=$language.UTF-8 "$build/tests/interface/host" lakes.db >seen || fail "$language: a failure"
    holds "$language: the locale is not in force" grep -qx '1,5' seen
    sed 1d expected >one
    sed 1d seen >other
    same "$language: other bytes" one other
done
same "the file was written to" lakes.db other.db
finish
