#!/bin/sh
# symbols.sh SOURCE BUILD: what the library gives out and what it takes in. Only what the header declares is exported,
# under a version; nothing else of the host or of the process is touched than allowed_symbols.txt says; and nothing in it
# can be written.
. "$(dirname "$0")/lib.sh"
want_plain_build

declared "$source/src/scodb.h" >declared
nm -D --defined-only "$shared" | awk '$2 != "A" { print $3 }' | sort >exported
grep -v '^scodb_[a-z0-9_]*@@SCODB_[0-9]*$' exported >unwanted
nothing "exported without the prefix or without a version"
sed 's/@@.*//' exported >names
same "what is exported, and what the header declares" declared names
holds "there are more than 40 functions" test "$(wc -l <declared)" -le 40
nm -g --defined-only "$static" | awk 'NF == 3 && $3 !~ /^scodb/ { print $3 }' >unwanted
nothing "names in the static library that could meet those of the host"

readelf -d "$shared" >dynamic
holds "the soname is not that of the interface" grep -q 'SONAME.*\[libscodb\.so\.0\]' dynamic
awk -F '[][]' '/NEEDED/ { print $2 }' dynamic | grep -v '^lib\(sqlite3\|c\)\.so\.[0-9]*$' >unwanted
nothing "other libraries than SQLite's and C's are needed"

# Compilers and hardening have other names for the same: __memcpy_chk, __isoc23_strtoll, lstat64.
grep -v '^#' "$here/allowed_symbols.txt" | sort >allowed
nm -D --undefined-only "$shared" | awk '$1 != "w" { print $2 }' |
    sed 's/@.*//; s/^__isoc[0-9]*_//; s/^__\(.*\)_chk$/\1/; s/64$//' | grep -v '^sqlite3_' | sort -u >taken
comm -13 allowed taken >unwanted
nothing "functions that allowed_symbols.txt does not allow"

# Tables of pointers are read-only once they are loaded (.data.rel.ro).
size -A "$static" |
    awk '/^\.(data|bss|tdata|tbss|init_array|ctors|fini_array)/ && $1 !~ /^\.data\.rel\.ro/ && $2 > 0 { print $1, $2 }' >unwanted
nothing "data that can be written, or that runs by itself"
finish
