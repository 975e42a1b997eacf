#!/bin/sh
# abi.sh SOURCE BUILD: the library still serves programs that were compiled for the stored interface, scodb.abi; what is
# new in it is stored too (update.sh does that); and changes that would break programs are noticed.
. "$(dirname "$0")/lib.sh"
. "$here/compatible.sh"

command -v abidiff >/dev/null || skip "abidiff is not installed (Debian: abigail-tools)"
readelf -S "$shared" | grep -q '\.debug_info' || skip "the library has no debugging information (a release build)"
[ "$(uname -m)" = x86_64 ] || skip "the stored interface is that of x86_64"

mkdir include
cp "$source/src/scodb.h" include
dump "$shared" >built.abi
holds "the interface has changed so that programs compiled for it would break" unchanged built.abi --no-added-syms
holds "the interface was extended; if that is meant, run tests/interface/update.sh" unchanged built.abi

# change NAME SED-COMMAND: the header with a change, in the folder NAME
change() {
    mkdir "$1"
    sed "$2" "$source/src/scodb.h" >"$1/scodb.h"
    holds "the header is unlike what the change $1 expects" breaks_off "$1"
}
breaks_off() {
    ! cmp -s "$source/src/scodb.h" "$1/scodb.h" && promised "$1"
}
kept() {
    frozen "$1" && unchanged "$1/libscodb.so" --no-added-syms
}

change function_added 's/^SCODB_API const char \*scodb_version(void);/&\nSCODB_API int scodb_more(void);/'
change list_appended '/SCODB_DOCUMENTS,/,/^};/s/^};/, SCODB_MORE};/'
change member_appended 's/^} scodb_filter_t;/const char *more; &/'
change report_grown 's/^} scodb_report_t;/const char *more; &/'
for compatible in function_added list_appended member_appended report_grown; do
    holds "$compatible is compatible" kept "$compatible"
done
breaks "a function that is not stored yet" unchanged function_added/libscodb.so

change function_gone 's/^SCODB_API const char \*scodb_version(void);//'
change parameter_type 's/scodb_time_limit(scodb_t \*db, int /scodb_time_limit(scodb_t *db, long /'
change parameter_added 's/scodb_close(scodb_t \*db)/scodb_close(scodb_t *db, int how)/'
change result_type 's/^SCODB_API int64_t scodb_int(/SCODB_API int scodb_int(/'
change member_inserted 's/^ *const char \*mode;/int64_t more; &/'
change member_type 's/int64_t person_id;/const char *person_id;/'
change members_swapped 's/\*from, \*to;/*to, *from;/'
change swapped_and_appended 's/\*from, \*to;/*to, *from;/; s/^} scodb_filter_t;/const char *more; &/'
change report_reordered 's/\*name, \*title, \*question;/*title, *name, *question;/'
change value_grown 's/^\( *const char \*text;\)/\1 int more;/'
change list_inserted 's/^ *SCODB_PEOPLE,/SCODB_MORE, &/'
change status_renumbered 's/SCODB_BUSY = 18/SCODB_BUSY = 21/'
for incompatible in function_gone parameter_type parameter_added result_type member_inserted member_type \
    members_swapped swapped_and_appended report_reordered value_grown list_inserted status_renumbered; do
    breaks "$incompatible" kept "$incompatible"
done
finish
