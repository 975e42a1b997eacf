#!/usr/bin/python3
"""portable.py SQLITE3 SCODB REPORT_ROWS SCOLOAD: runs every report on the shipped database and on the archive of invented
texts, with its parameters left out, empty, and with the values of the golden cases, through the SQLite shell, scodb,
libscodb (REPORT_ROWS) and sqlite-utils, and compares the rows, types included; and through the shell on the archive loaded
the other way round. Prints TAP.

It runs in Debian's Python, because sqlite-utils is a package of that; where it is missing its part is skipped.
sqlite-utils cannot leave a parameter out, so there it is empty."""
import json
import pathlib
import subprocess
import sys
import tempfile

try:
    from click.testing import CliRunner
    from sqlite_utils.cli import cli as sqlite_utils
except ImportError:
    sqlite_utils = None

SOURCE = pathlib.Path(__file__).resolve().parents[2]
GOLDEN = SOURCE / "tests" / "golden"
sys.path.insert(0, str(SOURCE / "tools"))
sys.dont_write_bytecode = True   # nothing is written beside the sources
import reports  # noqa: E402


def run(*command, stdin=None, statuses=(0,)):
    done = subprocess.run(list(map(str, command)), input=stdin, capture_output=True, text=True)
    if done.returncode not in statuses:
        raise RuntimeError(f"{command[0]}: {done.stderr.strip()}")
    return done.stdout


def from_json(text, report):
    """Rows as tuples. An empty answer has no names of columns; nor has it any to compare."""
    rows = json.loads(text or "[]")
    names = [column[0] for column in report["columns"]]
    if any(list(row) != names for row in rows):
        raise RuntimeError("other columns")
    return [tuple(row.values()) for row in rows]


def by_shell(tool, database, report, values):
    sets = [part for name, value in values.items()
            for part in ("-cmd", f""".parameter set :{name} "'{value}'" """)]
    return from_json(run(tool, "-cmd", ".parameter init", *sets, "-batch", "-bail", "-readonly", "-json", database,
                         stdin=report["file"]), report)


def by_scodb(tool, database, report, values):
    params = [part for name, value in values.items() for part in ("--param", f"{name}={value}")]
    text = run(tool, "--db", database, "--format", "json", "report", report["name"], *params, statuses=(0, 1))
    return from_json(text, report)


def by_library(tool, database, report, values):
    read = {"n": lambda text: None, "i": int, "r": float, "t": str}
    text = run(tool, database, report["name"], *(f"{name}={value}" for name, value in values.items()))
    names, *rows = [tuple(read[value[0]](value[1:]) for value in row.split("\x1f")[:-1]) for row in text.split("\x1e")[:-1]]
    if list(names) != [column[0] for column in report["columns"]]:
        raise RuntimeError("other columns")
    return rows


def by_sqlite_utils(_, database, report, values):
    every = {row[0]: values.get(row[0], "") for row in report["params"]}
    params = [part for name, value in every.items() for part in ("-p", name, value)]
    done = CliRunner().invoke(sqlite_utils, ["query", str(database), report["file"], *params])
    if done.exit_code:
        raise RuntimeError(f"sqlite-utils: {done.output}")
    return from_json(done.output, report)


def cases():
    """Values for parameters, by report: of the golden cases."""
    found = {}
    for file in (GOLDEN / "cases", GOLDEN / "archive" / "cases"):
        for line in file.read_text(encoding="utf-8").splitlines():
            words = line.split()
            if len(words) > 2 and not line.startswith("#"):
                found.setdefault(words[1], []).append(dict(word.split("=", 1) for word in words[2:]))
    return found


def difference(ways, report, settings, databases, reverse):
    """Where another way gives other rows than the first; None: nowhere. A report that answers nothing shows nothing."""
    (first, first_tool), *rest = ways
    answered = False
    if first(first_tool, databases[-1], report, {}) != first(first_tool, reverse, report, {}):
        return "the texts loaded the other way round"
    for database in databases:
        for values in settings:
            expected = first(first_tool, database, report, values)
            answered |= bool(expected)
            for way, tool in rest:
                if way(tool, database, report, values) != expected:
                    return f"{way.__name__} on {database.name} with {values}"
    return None if answered else "no row on any database"


def main():
    sqlite3, scodb, report_rows, scoload = sys.argv[1:]
    samples = cases()
    ways = [(by_shell, sqlite3), (by_scodb, scodb), (by_library, report_rows)]
    if sqlite_utils:
        ways.append((by_sqlite_utils, None))
    failed, count = 0, 0
    with tempfile.TemporaryDirectory() as folder:
        archive, reverse = (pathlib.Path(folder) / name for name in ("archive.db", "reverse.db"))
        texts = sorted((GOLDEN / "archive" / "texts").glob("*.txt"))
        run(scoload, "--quiet", "--db", archive, *texts)
        for text in reversed(texts):
            run(scoload, "--quiet", "--db", reverse, text)
        for path in sorted((SOURCE / "queries").glob("*.sql")):
            report = {**reports.read(path), "file": path.read_text(encoding="utf-8")}
            settings = [{}, {row[0]: "" for row in report["params"]}, *samples.get(report["name"], [])]
            try:
                why = difference(ways, report, settings, (SOURCE / "sco.db", archive), reverse)
            except RuntimeError as error:
                why = str(error)
            count += 1
            failed += why is not None
            print(f"{'ok' if why is None else 'not ok'} {count} - {report['name']}" + (f"\n# {why}" if why else ""))
    count += 1
    print(f"ok {count} - sqlite-utils" + ("" if sqlite_utils else " # SKIP package sqlite-utils is missing"))
    print(f"1..{count}")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
