#!/bin/sh
# Is the time linear in the text, whatever the text? Hostile texts and pages, each at SIZE (4096) bytes and at 2, 4, 8
# and 16 times as much, with instructions counted by callgrind: no clock, hence the same figures on every machine.
#     bench/linear.sh [BUILDDIR] [SIZE] [NAME...]
# Prints what the instructions grow by at each doubling (those for a few words of the same taken off: the start of the
# program), how many a byte takes, which function took most, and the worst growth of all. Status 1 if that is above 2.2,
# or if a byte took more than 20,000 instructions.
set -eu
build=$(cd "${1:-build}" && pwd)
size=${2:-4096}
[ $# -gt 2 ] && shift 2 || set --
scoload=$build/loader/scoload
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# name, then what is repeated (\n is a line end, @ the number of the repetition); a name that begins html_ is that of a page
cat > texts <<'TEXTS'
letters	a
capitals	A
words	word 
spaces	x                \n
accents	é
marks	a\314\201
brackets	(
closing	)
square	[[ ]] 
less	<
commas	, 
stops	.
stops_apart	. 
questions	?! 
quotes	"
quotes_apart	 " 
curly_open	“
curly_open_lines	“\n\n
curly_closed	” 
single	'
single_open	‘a 
apostrophes	a's' 
unclosed	He said: “Peace and then 
hyphens	a-
hyphens_names	Oyun-Erdene-
dashes	 -- 
dots	U.S.
initials	A. B. C. 
titles	President 
heads	Foreign Minister of 
dates	On 4 July 2024, 
days	24 
numbers	1,000.5 
ordinals	24th 
and	and 
that	that 
said_that	Askar Zhumin said that 
said	said 
nested_speech	he said, “she said, ‘they said that 
proposed	He proposed to establish a centre, 
proposals	a centre, a fund, a bank, a forum and 
names	Askar Zhumin 
name_run	Zhumin 
many_names	Arman Beko, Tolan Murat, 
states	China, Kazakhstan, 
states_and	Kazakhstan and 
people	President Askar Zhumin of Kazakhstan, 
people_lines	President Askar Zhumin of Kazakhstan\n\n
semicolons	Prime Minister of India Ravi Chandran; 
meetings	the SCO summit, the forum, 
meeting_run	summit meeting forum council 
meets	He met with President Askar Zhumin. 
met_lines	President of Kazakhstan Askar Zhumin met with the Prime Minister.\n\n
meet_lists	President Askar Zhumin of Kazakhstan met with Prime Minister Ana Torvik of Norway and 
same_day	The same day President Askar Zhumin of Kazakhstan met Prime Minister Ana Torvik of Norway. 
plural_names	Presidents Askar Zhumin, Ana Torvik and 
sides	on the Norwegian side Ana Torvik; on the Indian side 
told	Askar Zhumin told the summit that 
attended	The summit was attended by 
chaired	chaired by the President, 
adopted	They adopted the Astana Declaration, 
joined	Belarus became a full member of the SCO. 
he	He said this. 
quoted	“Peace,” he said. 
we	we 
we_said	we said 
many_verbs	he said, she added, they noted, 
adverbs_said	quickly said 
noting	noting that 
noting_said	noting that it was said that 
thanking	thank and praise and 
stressed	he was stressed by 
asides_said	Norway, a partner, said that 
council	Council 
the_council	the Council 
the_council_said	the Council said that 
colons_quoted	: “a” 
commas_quoted	“peace and rain,” 
said_above	He said:\n\n“Peace and rain.”\n\n
goes_on	He said this. The road must be built. 
points	- to build a road;\n
points_said	- he said that rain helps;\n
points_signed	- they signed the following documents:\n
signed_points	They signed the following documents:\n\n- the Oslo Declaration @\n\n
signed_list	signed the Oslo Declaration and 
signed_many	signed Declaration @, 
were_signed	a plan, which sums it up, were signed 
clauses	Norway will build a road for a bridge to a dam 
offers	Norway will build @ dams, 
will_open	a road will open 
funds_commas	a fund,,,,,,,,,,,,,,,,
it_decided	It decided to create a fund. 
met_signed	He met President Askar Zhumin on @ July 2024 and signed the Declaration. 
admitted	was admitted 
members	member of the organization 
presidency	the presidency passed to 
last_year	Norway became a member of the SCO and 
lines	x\n\n
html_paragraphs	<p>He said this.
html_less	<
html_unfinished	<p 
html_attributes	<p a=1 b=2 c=3 d=4 e=5 f=6>
html_entities	&amp;&lt;
html_no_entities	&x
html_declarations	<![if x]>
html_comments	<!-- x --><!
html_scripts	<script>x</script>
html_unclosed	<script>x
html_closing	</i></b>
html_nested	<div><div><div></div></div></div>
html_inline	<b>a</b>
html_lists	<ul><li><p>a</ul>
html_tables	<table><tr><td>a<td>b</table>
html_headings	<h1>a</h1><h2>b</h2>
html_links	<nav><a href="x">a</a></nav>
html_accounts	<article><p>The ministers met on Friday and spoke of dams.</article>
html_headers	<header>a</header><main>b</main>
html_frames	<div class="a-b share x_menu">a</div>
html_times	<time datetime="2031-07-04">a</time>
html_metas	<meta property="og:title" content="a">
html_data	<script type="application/ld+json">{"headline": "a"}</script>
TEXTS

repeated() { # unit, bytes
    awk -v unit="$1" -v bytes="$2" 'BEGIN {
        while (length(text) < bytes) {
            part = unit
            gsub(/@/, ++number, part)
            text = text part
        }
        printf "%s\n", text
    }'
}

# Instructions to read the text, and a profile beside it.
instructions() {
    valgrind --tool=callgrind --callgrind-out-file="$1.out" "$scoload" --facts --quiet --jobs 1 "$1" 2>&1 > "$1.facts" |
        awk '/Collected/ {print $NF}'
}

culprit() {
    callgrind_annotate --auto=no "$1" |
        awk '/file:function/ {on = 1} on && sub(/.*%\)  /, "") {sub(/^[^ ]*:/, ""); print $1; exit}'
}

export LC_ALL=C # lengths are bytes
printf '%-18s %s\n' text 'at each doubling   a byte  most in'
while IFS='	' read -r name unit; do
    case $name in html_*) file=$name.html ;; *) file=$name.txt ;; esac
    [ $# -eq 0 ] || case " $* " in *" $name "*) ;; *) continue ;; esac
    repeated "$unit" 64 > "$file"
    start=$(instructions "$file")
    growth= before=
    for times in 1 2 4 8 16; do
        repeated "$unit" $((size * times)) > "$file"
        now=$(($(instructions "$file") - start))
        [ -z "$before" ] || growth="$growth $(awk "BEGIN {printf \"%.2f\", $now / $before}")"
        before=$now
    done
    printf '%-18s%s %6d  %s\n' "$name" "$growth" $((now / (size * 16))) "$(culprit "$file.out")"
    rm -f "$name".*
done < texts | tee figures
awk '{for (i = 2; i <= 5; i++) if ($i > worst) {worst = $i; name = $1}}
     $6 > 20000 {slow = 1; print $1 " takes too many instructions a byte"}
     END {printf "worst: %.2f (%s)\n", worst, name; exit worst > 2.2 || slow || !NR}' figures
