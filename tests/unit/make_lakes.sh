#!/bin/sh
# make_lakes.sh SOURCE FILE: the test database of libscodb as a file, for tests that are no C.
set -eu
define() { awk -v name="$1" '$2 == name { print $3 }' "$source/schema/identity.h"; }
source=$1
{
    echo "PRAGMA application_id = $(($(define SCODB_APPLICATION_ID))); PRAGMA user_version = $(define SCODB_SCHEMA_VERSION);"
    cat "$source"/schema/[0-9]*.sql "$source/tests/unit/fixture.sql"
} | sqlite3 -bail "$2"
