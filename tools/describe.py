#!/usr/bin/env python3
"""describe.py OUT FILE.sql...: what the comments of the schema say of each table, view and column, as rows of the tables
`tables` and `columns`.

A comment /* */ behind the name of a table or view is its description. A comment -- is that of the column whose text it
follows or stands in. A column may go without where another one tells for it: a foreign key means what it points to, and a
view's column that is a column of one of its sources, unchanged, means what that one does. Everything else has to have a
comment, or nothing is built."""
import pathlib
import re
import sys

TOKEN = re.compile(r"(?P<line>--[^\n]*)|(?P<block>/\*.*?\*/)|(?P<text>'(?:[^']|'')*')|(?P<word>\w+|\"[^\"]*\")"
                   r"|(?P<space>\s+)|(?P<sign>.)", re.S)
KINDS = ("view", "table", "full text")  # in the order in which they are told
CONSTRAINTS = ("PRIMARY", "UNIQUE", "CHECK", "FOREIGN", "CONSTRAINT")


class Wrong(Exception):
    pass


def tokens(sql):
    """(kind, text) without the spaces."""
    return [(match.lastgroup, match[0]) for match in TOKEN.finditer(sql) if match.lastgroup != "space"]


def plain(comment):
    """The words of a comment, in one line."""
    return " ".join(comment.removeprefix("--").removeprefix("/*").removesuffix("*/").split())


def split(found):
    """The items between commas outside of brackets: of each its tokens, and its comments in one."""
    items, depth, is_new = [], 0, True
    for kind, text in found:
        if kind == "line":
            if not items:
                raise Wrong(f"the comment '{text}' belongs to no column")
            items[-1][1].append(plain(text))
            continue
        depth += (text == "(") - (text == ")")
        if text == "," and not depth:
            is_new = True
            continue
        if is_new:
            items.append(([], []))
            is_new = False
        items[-1][0].append(text)
    return [(words, " ".join(comments)) for words, comments in items]


def described(found, name):
    """The comment that begins a definition, and what follows it."""
    if not found or found[0][0] != "block":
        raise Wrong(f"{name} has no comment /* */ behind its name")
    return plain(found[0][1]), found[1:]


def columns_of_table(found):
    """(name, comment, (table, column) it points to) of each."""
    for words, comment in split(found):
        if words[0] in CONSTRAINTS:
            continue
        target = None
        if "REFERENCES" in words:
            at = words.index("REFERENCES")
            if words[at + 2:at + 3] != ["("]:
                raise Wrong(f"{words[0]}: write the column behind REFERENCES, or other programs do not see it")
            target = words[at + 1], words[at + 3]
        yield words[0].strip('"'), comment, target


def outermost(found, *stop):
    """The first of some words outside of brackets."""
    depth = 0
    for at, (_, text) in enumerate(found):
        if not depth and text.upper() in stop:
            return at
        depth += (text == "(") - (text == ")")
    return len(found)


def sources(found):
    """Alias to table or view, of a FROM clause."""
    words = [text for kind, text in found if kind in ("word", "sign")]
    return {words[at + 3] if words[at + 2:at + 3] == ["AS"] else words[at + 1]: words[at + 1]
            for at, word in enumerate(words[:-1]) if word in ("FROM", "JOIN")}


def columns_of_view(found):
    select = outermost(found, "SELECT")
    end = select + outermost(found[select:], "FROM")
    clause = found[end:end + outermost(found[end:], "UNION", "WHERE")]
    tables = sources(clause)
    for words, comment in split(found[select + 1:end]):
        origin = words[:-2] if words[-2:-1] == ["AS"] else words
        is_plain = len(origin) == 3 and origin[1] == "." and origin[0] in tables
        yield words[-1].strip('"'), comment, (tables[origin[0]], origin[2]) if is_plain else None


def columns_of_index(found):
    """Of a full-text index: its columns are those of its content."""
    items = split(found)
    content = next(words[2].strip('"') for words, _ in items if words[0] == "content")
    for words, comment in items:
        if len(words) == 1:
            yield words[0], comment, (content, words[0])


def definitions(path):
    """(name, kind, description, [(column, comment, origin)]) of each table and view of a file."""
    for sql in re.findall(r"^CREATE (?:VIRTUAL )?(?:TABLE|VIEW) .*?;$", path.read_text(encoding="utf-8"), re.S | re.M):
        head = re.match(r"CREATE (?:(VIRTUAL) )?(TABLE|VIEW) (\w+) (?:USING fts5 |AS)?\(?", sql)
        name, body = head[3], tokens(sql[head.end():])
        meaning, body = described(body, name)
        if head[2] == "VIEW":
            yield name, "view", meaning, list(columns_of_view(body))
            continue
        body = body[:outermost(body, ")")]
        yield name, "full text" if head[1] else "table", meaning, list((columns_of_index if head[1] else columns_of_table)(body))


def read(paths):
    """[(name, kind, meaning, [(column, meaning)])] of all, each column with a meaning."""
    known, result = {}, []
    for path in paths:
        for name, kind, meaning, columns in definitions(path):
            rows = []
            for column, comment, origin in columns:
                comment = comment or known.get(origin)
                if not comment:
                    raise Wrong(f"{path}: {name}.{column} has no comment, and no column tells for it")
                known[name, column] = comment
                rows.append((column, comment))
            result.append((name, kind, meaning, rows))
    return result


def literal(text):
    return "'" + text.replace("'", "''") + "'"


def rows(schema):
    """The INSERT statements."""
    tables = [f"({number}, {literal(name)}, {literal(kind)}, {literal(meaning)})"
              for number, (name, kind, meaning, _) in enumerate(sorted(schema, key=lambda table: KINDS.index(table[1])), 1)]
    columns = [f"({literal(name)}, {number}, {literal(column)}, {literal(meaning)})"
               for name, _, _, found in schema for number, (column, meaning) in enumerate(found, 1)]
    return ("INSERT INTO tables (number, name, kind, meaning) VALUES\n  " + ",\n  ".join(tables) + ";\n"
            'INSERT INTO columns ("table", number, name, meaning) VALUES\n  ' + ",\n  ".join(columns) + ";\n")


def main():
    out, *paths = sys.argv[1:]
    try:
        schema = read(map(pathlib.Path, paths))
    except Wrong as wrong:
        sys.exit(f"describe.py: {wrong}")
    pathlib.Path(out).write_text(rows(schema), encoding="utf-8")


if __name__ == "__main__":
    main()
