# What the tests of the interface share. Each takes the project's folder and the build's, works in a folder of its own,
# counts what it looked at, and skips in plain sight (77) what this machine cannot do.
source=$1 build=$2
here=$source/tests/interface
shared=$build/src/libscodb.so
static=$build/src/libscodb.a
. "$source/tests/lib.sh"

# holds WHAT COMMAND...: the command succeeds; what it printed is shown if it does not
holds() {
    what=$1
    shift
    if "$@" >printed 2>&1; then
        pass
    else
        fail "$what"
        sed 's/^/    /' printed
        return 1
    fi
}

# breaks WHAT COMMAND...: it fails
breaks() {
    what=$1
    shift
    if "$@" >printed 2>&1; then fail "$what: nothing noticed"; else pass; fi
}

# nothing WHAT: the file named unwanted is empty; what stands in it is shown
nothing() {
    holds "$1" test ! -s unwanted || sed 's/^/    /' unwanted
}

# same WHAT ONE OTHER: two files
same() {
    holds "$1" diff "$2" "$3"
}

skip() {
    echo "skipped: $*"
    exit 77
}

# Skips in a build whose objects hold more than their sources say, for a sanitizer or to count what is covered.
want_plain_build() {
    ! nm "$static" | grep -qE '__(asan|ubsan|tsan|gcov)' || skip "a build with a sanitizer or with coverage"
}

# The functions that a header declares, one a line.
declared() {
    grep '^SCODB_API' "$1" | grep -o 'scodb_[a-z0-9_]*(' | tr -d '(' | sort
}
