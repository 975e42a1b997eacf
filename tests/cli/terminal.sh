#!/bin/sh
# The reader on a terminal: width, colour, paging. From the environment: SCODB, MAKE_LAKES, SOURCE.
. "$(dirname "$0")/lib.sh"
"$MAKE_LAKES" "$SOURCE" sco.db || exit 1
unset NO_COLOR CLICOLOR_FORCE COLUMNS PAGER SCODB_PAGER LESS
export TERM=xterm
esc=$(printf '\033')

# on_terminal COLUMNS ROWS COMMAND: runs it in the shell on a terminal of that size; what is shown is in out
on_terminal() {
    script -qec "stty cols $1 rows $2; $3" /dev/null </dev/null | tr -d '\r' >out
}
has() {
    if grep -qF -- "$1" out; then pass; else fail "$2: no \"$1\" in $(cat -v out)"; fi
}
has_not() {
    if grep -qF -- "$1" out; then fail "$2: \"$1\" in $(cat -v out)"; else pass; fi
}

# fitted to the width
for width in 40 60 80 100 160 200; do
    for command in 'report attendance' 'show person varkonyi' 'explain alpha:proposal:281-328' 'search water' 'report describe speech'; do
        on_terminal $width 500 "$SCODB $command"
        widest=$(sed "s/$esc\[[0-9;]*m//g" out | wc -L)
        if [ "$widest" -le $width ] && [ "$widest" -gt 30 ]; then pass; else fail "$command: $widest columns of $width"; fi
    done
done

# colour
on_terminal 100 50 "$SCODB search water"
has "$esc[1;33mWater" 'on a terminal'
on_terminal 100 50 "NO_COLOR=1 $SCODB search water"
has_not "$esc" 'NO_COLOR'
on_terminal 100 50 "NO_COLOR=1 CLICOLOR_FORCE=1 $SCODB search water"
has_not "$esc" 'NO_COLOR and CLICOLOR_FORCE'
on_terminal 100 50 "NO_COLOR=1 $SCODB --color always search water"
has "$esc[1;33mWater" '--color always'
on_terminal 100 50 "$SCODB --color never search water"
has_not "$esc" '--color never'
on_terminal 100 50 "TERM=dumb $SCODB search water"
has_not "$esc" 'a dumb terminal'
on_terminal 100 50 "env -u TERM $SCODB search water"
has_not "$esc" 'an unknown terminal'
on_terminal 100 50 "$SCODB --format markdown search water"
has_not "$esc" 'markdown'
"$SCODB" search water >out
has_not "$esc" 'a pipe'
CLICOLOR_FORCE=1 "$SCODB" search water >out
has "$esc[1;33mWater" 'CLICOLOR_FORCE'
CLICOLOR_FORCE=0 "$SCODB" search water >out
has_not "$esc" 'CLICOLOR_FORCE=0'
"$SCODB" --color=always explain alpha:proposal:281-328 >out
has "$esc[1;33mproposed a Lake Water Fund" 'explain in colour'

# paging: only on a terminal, and only what is longer than the screen
on_terminal 100 10 "SCODB_PAGER='sed s/^/paged:/' $SCODB report attendance"
has "paged:$esc[1;4mWho attended" 'longer than the screen'
on_terminal 100 100 "SCODB_PAGER='sed s/^/paged:/' $SCODB report attendance"
has 'Who attended' 'shorter than the screen'
has_not 'paged:' 'shorter than the screen'
on_terminal 100 10 "PAGER='sed s/^/paged:/' $SCODB report"
has "paged:$esc[1;4mReports" 'PAGER'
on_terminal 100 10 "PAGER=false SCODB_PAGER='sed s/^/paged:/' $SCODB --help"
has 'paged:scodb' 'SCODB_PAGER before PAGER'
for off in PAGER= PAGER=cat 'TERM=dumb PAGER=false' 'PAGER=false SCODB_PAGER='; do
    on_terminal 100 10 "$off $SCODB report attendance"
    has 'Who attended' "$off"
    has 'Corvania' "$off"
done
on_terminal 100 10 "PAGER=false $SCODB --no-pager report attendance"
has 'Corvania' '--no-pager'
PAGER='sed s/^/paged:/' "$SCODB" report attendance >out
has_not 'paged:' 'paging a pipe'
on_terminal 100 3 "PAGER='sed s/^/paged:/' $SCODB sql \"SELECT printf('%0500d', 7) AS wide\" --format jsonl"
has 'paged:' 'one line longer than the screen'

# the usual pager, if it is installed
mkdir bin
for program in sh cat stty; do ln -s "$(command -v $program)" bin/; done
on_terminal 100 10 "PATH=$PWD/bin $SCODB report attendance; echo status \$?"
has 'Corvania' 'without less'
has 'status 0' 'without less'
printf '#!/bin/sh\necho "less $* with $LESS"\ncat\n' >bin/less
chmod +x bin/less
on_terminal 100 10 "PATH=$PWD/bin $SCODB report attendance; echo status \$?"
has 'less -FRX with FRX' 'less'
has 'Corvania' 'less'
has 'status 0' 'less'

# leaving early is no error, the status is the command's, and messages come behind the pages
on_terminal 100 10 "PAGER='head -n 1' $SCODB export citations; echo status \$?"
has 'status 0' 'a pager that is left'
on_terminal 100 10 "SCODB_PAGER='head -n 1' $SCODB sql 'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000) SELECT i FROM n' --format csv; echo status \$?"
has 'status 0' 'a pager that is left in the middle'
on_terminal 100 10 "PAGER='no-such-pager' $SCODB report attendance; echo status \$?"
has 'no such pager; set PAGER' 'no such pager'
has 'status 2' 'no such pager'
cp sco.db two.db
sqlite3 two.db "UPDATE people SET name = 'Ödön Várkonyi'"
on_terminal 60 3 "PAGER='sed s/^/paged:/' $SCODB --db two.db show 'Ödön Várkonyi'; echo status \$?"
has 'paged:' 'candidates'
case $(tail -n 2 out | paste -sd ' ') in
"scodb: 'Ödön Várkonyi' fits 2; "*' status 1') pass ;;
*) fail "the message does not stand behind the pages: $(cat -v out)" ;;
esac
finish
