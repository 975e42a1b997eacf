#!/usr/bin/env python3
"""schema_page.py OUT TEMPLATE FILE.sql...: the manual page of the schema, made of a page with a line @SCHEMA@, in which the
views and tables are told as their comments do (see describe.py)."""
import pathlib
import re
import sys
import textwrap

import describe

HEADINGS = {"view": "THE VIEWS", "table": "THE TABLES", "full text": "THE INDEXES OF WORDS"}


def text(words):
    """Text lines of mdoc: a sentence begins a line, and no line is taken for a macro."""
    lines = [line for sentence in re.split(r"(?<=[.:]) (?=[A-Z])", words.replace("\\", "\\e"))
             for line in textwrap.wrap(sentence, 80, break_long_words=False, break_on_hyphens=False)]
    return "\n".join("\\&" + line if line[0] in ".'" else line for line in lines)


def table(name, meaning, columns):
    width = max(len(column) for column, _ in columns)
    items = "\n".join(f".It Em {column}\n{text(words)}" for column, words in columns)
    return f".Ss {name}\n{text(meaning)}\n.Bl -tag -width {'n' * width}\n{items}\n.El"


def main():
    out, template, *paths = sys.argv[1:]
    try:
        schema = describe.read(map(pathlib.Path, paths))
    except describe.Wrong as wrong:
        sys.exit(f"schema_page.py: {wrong}")
    parts = [f".Sh {HEADINGS[wanted]}\n" + "\n".join(table(name, meaning, columns)
                                                     for name, kind, meaning, columns in schema if kind == wanted)
             for wanted in describe.KINDS]
    page = pathlib.Path(template).read_text(encoding="utf-8")
    pathlib.Path(out).write_text(page.replace("@SCHEMA@", "\n".join(parts)), encoding="utf-8")


if __name__ == "__main__":
    main()
