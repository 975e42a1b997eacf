#!/usr/bin/env python3
"""reports.py SYMBOL OUT.c FILE.sql...: reads the canned reports strictly and writes them as C structures of scodb.h.

A report begins with a block comment of keys, each on a line of its own; what follows a key on further lines belongs to it:

    /* title: ...
       group: ...                                    (what it is about: one of GROUPS)
       question: ...
       param: name | type | default | meaning        (any number; type: text, integer, date; default may be empty)
       column: name | meaning                        (one for each column, in their order)
       read: ... */                                  (how to read the answer; may be left out)

One SELECT follows, whose parameters are the declared ones."""
import pathlib
import re
import sys

KEY = re.compile(r"^\s*(title|group|question|param|column|read):\s*(.*)$")
GROUPS = ("meetings", "people", "speech", "initiatives", "organizations", "sources", "archive")   # in the order of lists
TYPES = ("text", "integer", "date")


class Wrong(Exception):
    pass


def entries(comment):
    """(key, value) in order, continuation lines joined."""
    found = []
    for line in comment.strip().splitlines():
        key = KEY.match(line)
        if key:
            found.append([key[1], key[2].strip()])
        elif found and line.strip():
            found[-1][1] += " " + line.strip()
        else:
            raise Wrong(f"'{line.strip()}' belongs to no key")
    return found


def one(found, key, needed=True):
    values = [value for name, value in found if name == key]
    if len(values) > 1 or (needed and not (values and values[0])):
        raise Wrong(f"needs exactly one '{key}:'" if needed else f"has '{key}:' twice")
    return values[0] if values else None


def fields(found, key, parts):
    rows = [[part.strip() for part in value.split("|")] for name, value in found if name == key]
    for row in rows:
        if len(row) != parts or not row[0] or not row[-1]:
            raise Wrong(f"'{key}: {' | '.join(row)}' needs {parts} parts")
    names = [row[0] for row in rows]
    if len(set(names)) < len(names):
        raise Wrong(f"declares a {key} twice")
    return rows


def read(path):
    text = path.read_text(encoding="utf-8")
    head = re.match(r"/\*(.*?)\*/\s*(.*)\Z", text, re.S)
    if not head:
        raise Wrong("does not begin with a block comment")
    found, sql = entries(head[1]), head[2].strip()
    params, columns = fields(found, "param", 4), fields(found, "column", 2)
    bare = re.sub(r"'(?:[^']|'')*'|--[^\n]*|/\*.*?\*/", " ", sql, flags=re.S)
    if not re.match(r"(SELECT|WITH)\b", bare) or not bare.rstrip().endswith(";") or bare.count(";") > 1:
        raise Wrong("needs one SELECT that ends with a semicolon")
    used, declared = set(re.findall(r":(\w+)", bare)), {row[0] for row in params}
    if used != declared:
        raise Wrong(f"parameters {', '.join(sorted(used ^ declared))}: declared or used, but not both")
    for row in params:
        if row[1] not in TYPES:
            raise Wrong(f"parameter {row[0]}: type is one of {', '.join(TYPES)}")
    if not columns:
        raise Wrong("declares no column")
    if one(found, "group") not in GROUPS:
        raise Wrong(f"'group:' is one of {', '.join(GROUPS)}")
    return {"name": path.stem, "title": one(found, "title"), "group": one(found, "group"), "question": one(found, "question"),
            "read": one(found, "read", needed=False), "params": params,
            "columns": [[name, None, None, meaning] for name, meaning in columns], "sql": sql}


def read_all(paths):
    """The reports of some files, group by group, in each by name."""
    reports = []
    for path in paths:
        try:
            reports.append(read(path))
        except Wrong as wrong:
            sys.exit(f"{path}: {wrong}")
    return sorted(reports, key=lambda report: (GROUPS.index(report["group"]), report["name"]))


def literal(text):
    if not text:
        return "NULL"
    escaped = "".join(chr(b) if 32 <= b < 127 and b not in b'"\\?' else f"\\{b:03o}" for b in text.encode())
    return '"' + escaped.replace("\\012", '\\n"\n    "') + '"'


def main():
    symbol, out, *paths = sys.argv[1:]
    lines = ['#include "private.h"', ""]
    names = []
    for number, report in enumerate(read_all(map(pathlib.Path, paths))):
        for kind in ("params", "columns"):
            rows = "".join(f"    {{{', '.join(map(literal, row))}}},\n" for row in report[kind])
            lines.append(f"static const scodb_field_t {kind}_{number}[] = {{\n{rows}    {{NULL, NULL, NULL, NULL}}}};")
        texts = ", ".join(literal(report[key]) for key in ("name", "title", "question", "read"))
        lines.append(f"static const scodb_report_t report_{number} = {{{texts}, params_{number}, columns_{number},\n"
                     f"    {literal(report['sql'])},\n    {literal(report['group'])}}};\n")
        names.append(f"&report_{number}, ")
    lines.append(f"const scodb_report_t *const {symbol}[] = {{{''.join(names)}NULL}};")
    pathlib.Path(out).write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
