#!/usr/bin/python3
"""browse.py METADATA.json DATASETTE.yaml: holds the files for Datasette against the shipped database, as Datasette would use
them, and the list of reports in queries/README.md against the reports. Prints TAP. Datasette itself is no package of
Debian 12."""
import json
import pathlib
import re
import sqlite3
import sys

import yaml

SOURCE = pathlib.Path(__file__).resolve().parents[2]
failures, count = 0, 0


def point(name, problems):
    """ok if there is no problem."""
    global failures, count
    problems = list(problems)
    count += 1
    failures += bool(problems)
    print(f"{'not ok' if problems else 'ok'} {count} - {name}")
    for problem in problems[:20]:
        print(f"# {problem}")


def columns(db):
    """The columns of each table and view that people see."""
    names = [name for name, in db.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND sql NOT LIKE "
                                          "'CREATE VIRTUAL%' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%\\_fts\\_%' ESCAPE '\\'")]
    return {name: {row[1] for row in db.execute(f'PRAGMA table_info("{name}")')} for name in names}


def undescribed(known, tables):
    yield from (f"table {name}" for name in known.keys() ^ tables.keys())
    yield from (f"{name}.{column}" for name in known.keys() & tables.keys()
                for column in known[name] ^ tables[name]["columns"].keys())
    yield from (f"{name} has no description" for name in tables if not tables[name]["description"])


def unknown_columns(known, tables):
    for name, keys in tables.items():
        used = {*keys.get("facets", []), *(keys[key] for key in ("sort", "label_column", "fts_pk") if key in keys)}
        yield from (f"{name}.{column}" for column in used - known[name])


def unlabelled(db, known, tables):
    """Foreign keys to rows that Datasette would show by their number."""
    for name in known:
        for key in db.execute(f'PRAGMA foreign_key_list("{name}")'):
            if "label_column" not in tables[key[2]] and not {"name", "kind"} & known[key[2]]:
                yield f"{name}.{key[3]} -> {key[2]}"


def failing(db, queries):
    """Datasette finds the parameters by this pattern, and sends those left empty as ''."""
    for name, query in queries.items():
        found = set(re.findall(r":([a-zA-Z0-9_]+)", query["sql"]))
        if found != set(query["params"]) or not re.match(r"(SELECT|WITH)\b", query["sql"]) or not query["title"]:
            yield f"{name}: {found}"
        db.execute(query["sql"], dict.fromkeys(query["params"], "")).fetchall()


def searches(db, tables):
    for name, keys in tables.items():
        if "fts_table" in keys and not db.execute(
                f"SELECT 1 FROM \"{name}\" WHERE \"{keys['fts_pk']}\" IN (SELECT rowid FROM \"{keys['fts_table']}\" "
                f"WHERE \"{keys['fts_table']}\" MATCH 'development')").fetchall():
            yield name


def unlisted(queries):
    """Rows of the README that are not of a report, and the other way round."""
    text = (SOURCE / "queries" / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| \[(\w+)\]\(\1\.sql\) \| (.*) \|$", text, re.M)
    questions = [(name, re.search(r"question: (.*?)\n   \w+:", (SOURCE / "queries" / f"{name}.sql").read_text(), re.S)[1])
                 for name in queries]
    yield from set(rows) ^ {(name, re.sub(r"\s+", " ", question)) for name, question in questions}


def main():
    metadata = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    config = yaml.safe_load(pathlib.Path(sys.argv[2]).read_text(encoding="utf-8"))["databases"]["sco"]
    told = metadata["databases"]["sco"]
    db = sqlite3.connect(f"file:{SOURCE / 'sco.db'}?mode=ro", uri=True)
    known = columns(db)
    point("every table, view and column is described, and none that is not there", undescribed(known, told["tables"]))
    point("what tables are sorted, narrowed and shown by are columns of them", unknown_columns(known, told["tables"]))
    point("foreign keys lead to rows with a name", unlabelled(db, known, told["tables"]))
    point("full-text search finds rows", searches(db, told["tables"]))
    point("every report runs with empty parameters", failing(db, told["queries"]))
    point("Datasette 1.0 has the same reports", (name for name in told["queries"].keys() | config["queries"].keys()
                                                 if told["queries"].get(name) != config["queries"].get(name)))
    point("and the same tables", (f"{name}.{key}" for name, keys in config["tables"].items() for key in keys
                                  if keys[key] != told["tables"][name].get(key)))
    point("the README lists every report with its question", unlisted(told["queries"]))
    print(f"1..{count}")
    return failures > 0


if __name__ == "__main__":
    sys.exit(main())
