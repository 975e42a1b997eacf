"""Readouts whose titles and quotations attack whoever reads them: JSON Lines for scoload. With an argument, SQL that puts
control characters, which scoload refuses, into a database that comes from elsewhere."""
import json
import sys

ATTACKS = ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1+1)", " =1+1", "\uff1d1+1", '"=1+1"', "harmless;=1+1;\"=2", "and\n=1+1",
           "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</table></body>", "&lt;b&gt;", "\u27e7\u27e6<b>\u27e6",
           "[click](javascript:alert(1))", "![x](http://x.example/y)", "| cell | `code` **bold** | $x$", "{#id onclick=alert(1)}",
           "\\", "\\|", "~~x~~ @nobody ^x^", "\"; $(touch pwned) `touch pwned` '", "\u202egnirts", "\u2066x\u2069", "x\u2028y"]
CONTROLS = ["\x1b[31mred", "\x1b]8;;http://x.example\x1b\\link\x1b]8;;\x1b\\", "\x1b]0;title\x07", "\x9b31m", "\x90q\x9c", "\rover", "a\b\b",
            "\t=1+1", "\x7f", "\u202eevil"]


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def records():
    for number, attack in enumerate(ATTACKS):
        said = attack.replace("\n", " ").replace('"', "'")
        yield {"id": attack.replace("\n", " ").replace("/", "") + " :%d" % number, "title": attack.replace("\n", " "), "publisher": attack.replace("\n", " "),
               "uri": "javascript:alert(1)//" + attack if number % 2 else 'https://x.example/"onclick="alert(1)',
               "published": "2031-03-%02d" % (number % 28 + 1),
               "text": "On March %d, 2031 local time, President Timur Sadykbai of Kazakhstan met with Foreign Minister Aigul Dzhumaeva "
                       "of Kyrgyzstan in Almaty.\n\nPresident Timur Sadykbai said: \"%s is how the lakes shall be.\" He proposed "
                       "establishing a Lake Water Fund.\n" % (number % 28 + 1, said)}


if len(sys.argv) == 1:
    for record in records():
        record["uri"] = record["uri"].replace("\n", "")
        print(json.dumps(record))
else:
    for number, control in enumerate(CONTROLS, 1):
        print("UPDATE documents SET title = %s, publisher = %s, name = %s WHERE document_id = %d;"
              % (quoted(control), quoted(control), quoted(control + str(number)), number))
        print("UPDATE documents SET text = replace(text, 'lakes', %s || substr('lakes', 1, max(0, 5 - length(%s)))) WHERE document_id = %d;"
              % (quoted(control), quoted(control), number))
    print("UPDATE people SET name = name || %s;" % quoted(" \x1b[31m\u202e<b>"))
    print("UPDATE person_names SET name = name || %s WHERE name_id IN (SELECT name_id FROM person_namings WHERE document_id < 3);" % quoted(" \x9b31m;=1+1"))
    print("UPDATE meetings SET name = %s || name;" % quoted("=\x1b]0;x\x07"))
