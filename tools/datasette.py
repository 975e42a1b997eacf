#!/usr/bin/env python3
"""datasette.py OUT.json OUT.yaml BROWSE.json FILE.sql...: what the web browser Datasette shows of a database: reports as
pages with a form, and the meaning of tables, views and columns, from the heads of the reports and the comments of the
schema. The .sql files are those of both. BROWSE.json says which tables are hidden, and by what the others are sorted and
narrowed.

Datasette 0.x takes all from OUT.json (--metadata). Datasette 1.0 takes the words from there and the reports, the order
and the rest from OUT.yaml (--config). Both are for a database called sco.db: for another one change the one key "sco"."""
import html
import json
import pathlib
import re
import sys

sys.dont_write_bytecode = True   # nothing is written beside the sources
import describe  # noqa: E402
import reports   # noqa: E402

DATABASE = "sco"
TABLE_KEYS = {"facets", "sort", "size", "label_column", "fts_table", "fts_pk"}
SETTINGS = {"sql_time_limit_ms": 20000, "max_returned_rows": 10000}   # a report of a large archive takes seconds


class Wrong(Exception):
    pass


def about(paths):
    """The rows of the table about whose values are plain texts."""
    text = "".join(path.read_text(encoding="utf-8") for path in paths if path.stem.endswith("about"))
    return {key: value.replace("''", "'") for key, value in re.findall(r"\('([^']+)', '((?:[^']|'')*)'\)", text)}


def listed(heading, rows):
    """Names and meanings as HTML."""
    items = "".join(f"<li><code>{html.escape(row[0])}</code>: {html.escape(row[-1])}</li>" for row in rows)
    return f"<details open><summary>{heading}</summary><ul>{items}</ul></details>" if rows else ""


def query(report):
    described = (f"<p>{html.escape(report['question'])}</p>" + listed("What can be asked for", report["params"])
                 + (f"<p>{html.escape(report['read'])}</p>" if report["read"] else "")
                 + listed("Columns", report["columns"]).replace(" open", ""))
    return {"sql": report["sql"].rstrip(";"), "title": report["title"], "description_html": described,
            "params": [row[0] for row in report["params"]], "hide_sql": True}


def tables(schema, browse):
    """(words, the rest) of each table and view."""
    words, rest = {}, {}
    for name, kind, meaning, columns in schema:
        if kind == "full text":
            continue
        words[name] = {"description": meaning, "columns": dict(columns)}
        rest[name] = dict(browse["tables"].get(name, {}))
        if name in browse["hidden"]:
            rest[name]["hidden"] = True
        elif kind == "table" and "name" in dict(columns):
            rest[name]["label_column"] = "name"
    return words, {name: keys for name, keys in rest.items() if keys}


def check(browse, schema):
    known = {name: {column for column, _ in columns} for name, _, _, columns in schema}
    for name in browse["hidden"]:
        if name not in known:
            raise Wrong(f"there is no table {name} to hide")
    for name, keys in browse["tables"].items():
        if name not in known or set(keys) - TABLE_KEYS:
            raise Wrong(f"{name}: no such table, or a key that is none of {', '.join(sorted(TABLE_KEYS))}")
        used = [*keys.get("facets", []), *(keys[key] for key in ("sort", "label_column", "fts_pk") if key in keys)]
        if set(used) - known[name] or keys.get("fts_table", name) not in known:
            raise Wrong(f"{name}: there is no column or table {', '.join(set(used) - known[name]) or keys['fts_table']}")


def yaml(value, indent=0):
    """A dictionary as YAML: strings as in JSON, those of several lines as they are."""
    lines = []
    for key, part in value.items():
        margin = " " * indent
        if isinstance(part, dict):
            lines += [f"{margin}{key}:", yaml(part, indent + 2)]
        elif isinstance(part, str) and "\n" in part:
            lines += [f"{margin}{key}: |-"] + [f"{margin}  {line}" if line else "" for line in part.split("\n")]
        else:
            lines.append(f"{margin}{key}: {json.dumps(part, ensure_ascii=False)}")
    return "\n".join(lines)


def main():
    out_json, out_yaml, browse_file, *paths = map(pathlib.Path, sys.argv[1:])
    schema_files = [path for path in paths if path.name[0].isdigit()]
    browse = json.loads(browse_file.read_text(encoding="utf-8"))
    try:
        schema = describe.read(schema_files)
        check(browse, schema)
    except (Wrong, describe.Wrong) as wrong:
        sys.exit(f"datasette.py: {wrong}")
    words, rest = tables(schema, browse)
    queries = {report["name"]: query(report) for report in reports.read_all(set(paths) - set(schema_files))}
    told = about(schema_files)
    head = {"title": told["title"], "description": told["description"], "license": told["licence"]}
    every = {name: {**words[name], **rest.get(name, {})} for name in words}
    out_json.write_text(json.dumps({**head, "databases": {DATABASE: {**head, "queries": queries, "tables": every}}},
                                   ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    config = {"settings": SETTINGS, "databases": {DATABASE: {"queries": queries, "tables": rest}}}
    out_yaml.write_text(yaml(config) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
