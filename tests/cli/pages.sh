#!/bin/sh
# HTML as it comes: encodings, pages that are no pages, what one page is known by, and what goes before what.
. "$(dirname "$0")/lib.sh"

page() { # DECLARATION: a page in UTF-8
    printf '<html><head>%s<title>T</title></head><body><nav>Menu</nav><p>The café in “Almaty” opened.</p></body></html>\n' "$1"
}
declared() { # LABEL ENCODING: a page in the encoding that declares the label
    page "<meta charset=$1>" | iconv -f UTF-8 -t "$2"
}

# every way to declare an encoding, and labels with the meaning that browsers give them
page '' >plain.html
{ printf '\357\273\277' && page '<meta charset=windows-1251>'; } >marked.html
{ printf '\377\376' && page '' | iconv -f UTF-8 -t UTF-16LE; } >little.htm
{ printf '\376\377' && page '' | iconv -f UTF-8 -t UTF-16BE; } >big.html
declared windows-1252 CP1252 >western.html
declared Latin1 CP1252 >latin.html
declared "'iso-8859-1'" CP1252 >iso.html
declared '"gb2312" ' GB18030 >chinese.html
page '<META content="text/html; charset = windows-1252" HTTP-EQUIV=Content-Type />' | iconv -t CP1252 >equiv.html
{ printf '<?xml version="1.0" encoding="windows-1252"?>' && page '' | iconv -t CP1252; } >xml.html
page '<!-- <meta charset=utf-8> --><meta name="a>b" content="charset=utf-8"><meta charset="cp1252">' | iconv -t CP1252 >first.html
page '' | iconv -t CP1252 >told.html
page '<meta charset=utf-16>' >wide.html
expect 0 '' load pages.db --encoding windows-1252 told.html
expect 0 '' load pages.db plain.html marked.html little.htm big.html western.html latin.html iso.html chinese.html equiv.html \
    xml.html first.html wide.html
same 'texts in all encodings' "$(sqlite3 pages.db 'SELECT count(*), count(DISTINCT text), min(text), min(title) FROM documents')" \
    '13|1|The café in “Almaty” opened.
|T'
printf '<meta charset=windows-1251><p>\317\360\350\342\345\362' >cyrillic.html
printf '<meta charset=koi8-r><p>\360\322\311\327\305\324' >koi.html
printf '<meta charset=shift_jis><p>\223\372\226\173' >japanese.html
printf '<meta charset=euc-kr><p>\307\321\261\271' >korean.html
expect 0 '' load words.db cyrillic.html koi.html japanese.html korean.html
same 'words in other encodings' "$(sqlite3 words.db "SELECT group_concat(trim(text, char(10)), ' ') FROM (SELECT text FROM documents ORDER BY text)")" \
    'Привет Привет 日本 한국'

# refused, one line each
refused() { # NAME WORDS
    expect 1 "$1.html" load refused.db "$1.html"
    says "$2"
}
page '' | iconv -t CP1252 >undeclared.html
refused undeclared 'is not valid UTF-8; convert it or name its encoding (--encoding)'
page '<meta charset=utf-8>' | iconv -t CP1252 >wrong.html
refused wrong 'it declares the encoding "utf-8", but byte'
printf '<meta charset=windows-1252><p>\201' >hole.html
refused hole 'but byte 30 (0x81) is not valid CP1252; correct the one or the other'
printf '<meta charset=utf-7><p>+ADw-script+AD4-' >seven.html
refused seven 'which browsers do not know'
printf '<meta charset="//TRANSLIT"><p>x' >translit.html
refused translit 'which browsers do not know'
printf '<meta charset=utf-8><p>a\000b' >nul.html
refused nul 'byte 24 is NUL'
printf '' >empty.html
refused empty 'empty'
printf '<script>document.write("all of it")</script>' >script.html
refused script 'no text that a reader of the page would see'
awk 'BEGIN {for (i = 0; i < 100000; i++) printf "<div>"; print "x"}' >deep.html
refused deep 'more than 256 deep'
awk 'BEGIN {printf "<p "; for (i = 0; i < 100000; i++) printf "a%d=b ", i; print ">x"}' >attributes.html
refused attributes 'more than a thousand attributes'
awk 'BEGIN {for (i = 0; i < 1100000; i++) printf "<br>"; print "x"}' >elements.html
refused elements 'more than a million elements'
head -c 53000000 /dev/zero | tr '\0' '<' >large.html
refused large 'larger than 16 MiB'
[ ! -e refused.db ] && pass || fail 'a refused page made a database'

# entities and addresses open nothing
echo 'secret' >secret.txt
printf '<!DOCTYPE html [<!ENTITY a SYSTEM "secret.txt"><!ENTITY b "bbb">]>%s<p>One &a; &b; two.<object data=secret.txt>' \
    '<link rel=import href=secret.txt><iframe src=secret.txt></iframe>' >entity.html
expect 0 '' load entity.db entity.html
same 'entities' "$(sqlite3 entity.db 'SELECT text FROM documents')" 'One &a; &b; two.'

# a page is its account: another menu is the same text, another account is not
mkdir a b
words='<p>President Timur Sadykbai of Kazakhstan met with Foreign Minister Aigul Dzhumaeva of Kyrgyzstan in Almaty.'
echo "<title>T</title><nav>Home</nav>$words" >a/page.html
echo "<title>T</title><nav>Home <a href=x>News</a></nav><div class=cookie-note>Cookies!</div>$words<footer>2031</footer>" >b/page.html
expect 0 '' load same.db a/page.html
cp same.db before.db
expect 0 '' load same.db b/page.html
cmp -s same.db before.db && pass || fail 'another menu changed the database'
echo "<title>T</title>$words They spoke of rivers." >b/page.html
expect 1 b/page.html load same.db b/page.html
says --replace
expect 0 '' load same.db --replace b/page.html
same 'replaced page' "$(sqlite3 same.db "SELECT count(*) FROM documents WHERE text LIKE '%of rivers.%'")" 1

# what is said beside the page goes before what it says itself; a record is read as a file is
mkdir told
head='<html lang=en><title>Own</title><meta property=og:site_name content=Paper><meta property=article:published_time content=2031-07-04>'
echo "$head$words" >told/page.html
echo '{"documents": [{"file": "page.html", "title": "Told", "published": "2031-07-05"}]}' >told/manifest.json
expect 0 '' load told.db told
same 'what is told' "$(sqlite3 told.db 'SELECT title, publisher, published, language FROM documents')" 'Told|Paper|2031-07-05|en'
rm told/manifest.json
"$SCOLOAD" --facts --quiet told/page.html >file.facts
printf '{"id": "page", "html": "%s"}\n' "$head$words" | "$SCOLOAD" --facts --quiet - >record.facts
[ -s file.facts ] && cmp -s file.facts record.facts && pass || fail 'a record is read otherwise than a file'
"$SCOLOAD" --quiet --db facts.db --from-facts record.facts
same 'facts of a record' "$(sqlite3 facts.db 'SELECT count(*) FROM offices')" 2
finish
