#!/usr/bin/env python3
"""versions.py ROOT: every version of the schema is on record in schema/versions, the present one as schema/*.sql has it,
and of each older one a database is stored here. Prints TAP. With UPDATE=1 in the environment the record of the present
version is written anew.

A record has a line for each table, index, trigger and view: the first 16 digits of the SHA-256 of its statement as SQLite
keeps it, and its name. By it the loader knows what is its own in an old database, and what is the user's."""
import hashlib
import os
import pathlib
import re
import sqlite3
import sys

CHANGED = """The schema is not that of version {0} as schema/versions/{0}.txt records it.
- If databases of version {0} are in anyone's hands, raise SCODB_SCHEMA_VERSION in schema/identity.h; store a database that
  the loader made before the change as tests/upgrade/schema-{0}.sql (its application_id, its user_version, .dump).
- Then UPDATE=1 meson test -C BUILD schema_versions writes the record."""


def record(db):
    """The lines of a database, shadow tables of the full-text indexes left out: those are SQLite's."""
    rows = db.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite~_%' ESCAPE '~'"
                      " AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow') ORDER BY name")
    return [f"{hashlib.sha256(sql.encode()).hexdigest()[:16]} {name}\n" for name, sql in rows]


def present(root):
    parts = re.search(r"schema_sql = files\((.*?)\)", (root / "schema" / "meson.build").read_text(), re.S)[1]
    db = sqlite3.connect(":memory:")
    for part in re.findall(r"'(\w+\.sql)'", parts) + ["70_lookup.sql"]:
        db.executescript((root / "schema" / part).read_text(encoding="utf-8"))
    return record(db)


def stored(path):
    """The lines and the version of a dump; None where there is none."""
    if not path.exists():
        return None, None
    db = sqlite3.connect(":memory:")
    db.executescript(path.read_text(encoding="utf-8"))
    db.execute("PRAGMA writable_schema = RESET")   # has SQLite look at the virtual tables that a dump writes so
    return record(db), db.execute("PRAGMA user_version").fetchone()[0]


def main():
    root = pathlib.Path(sys.argv[1])
    version = int(re.search(r"SCODB_SCHEMA_VERSION (\d+)", (root / "schema" / "identity.h").read_text())[1])
    records = root / "schema" / "versions"
    if os.environ.get("UPDATE") == "1":
        (records / f"{version}.txt").write_text("".join(present(root)), encoding="utf-8")
    known = {int(path.stem): path.read_text(encoding="utf-8").splitlines(keepends=True) for path in records.glob("*.txt")}
    checks = [(sorted(known) == list(range(1, version + 1)), "every version is on record, and no other",
               f"on record: {sorted(known)}; in schema/identity.h: {version}"),
              (known.get(version) == present(root), f"the schema is that of version {version}", CHANGED.format(version))]
    embedded = (root / "schema" / "meson.build").read_text()
    for old in range(1, version):
        checks.append((f"'versions/{old}.txt'" in embedded, f"the loader has the record of version {old}",
                       f"add versions/{old}.txt to schema/meson.build"))
        lines, number = stored(root / "tests" / "upgrade" / f"schema-{old}.sql")
        checks.append((number == old and lines == known.get(old), f"a database of version {old} is stored",
                       f"tests/upgrade/schema-{old}.sql is missing, or not of the schema in schema/versions/{old}.txt"))
    print(f"1..{len(checks)}")
    for count, (good, name, why) in enumerate(checks, 1):
        print(f"{'ok' if good else 'not ok'} {count} - {name}")
        if not good:
            print("\n".join("# " + line for line in why.splitlines()))


if __name__ == "__main__":
    main()
