#!/usr/bin/env python3
"""run.py SOURCE BUILD PAGE=NAME...: the manual against what it is about. The last are the other names of pages."""
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile

SOURCE, BUILD = map(pathlib.Path, sys.argv[1:3])
LINKS = [pair.split("=") for pair in sys.argv[3:]]
HEADER = (SOURCE / "src" / "scodb.h").read_text(encoding="utf-8")
PAGES = {path.name: path.read_text(encoding="utf-8")
         for path in [*(SOURCE / "man").glob("*.[13]"), BUILD / "man" / "scodb.5"]}


def squeezed(words):
    return re.sub(r"\s*([(),*])\s*", r"\1", " ".join(words.split()))


def problems_of_lint():
    """mandoc at its strictest; what pages refer to it looks for among the installed ones, so that is done here."""
    for name, page in PAGES.items():
        found = subprocess.run(["mandoc", "-Tlint", "-Wall"], input=page, capture_output=True, text=True).stdout
        yield from (f"{name}: {line}" for line in found.splitlines() if "referenced manual not found" not in line)
        for other, section in re.findall(r"^\.(?:It )?Xr (\w+) (\d)", page, re.M):
            if f"{other}.{section}" not in {*PAGES, *(link for _, link in LINKS)}:
                yield f"{name}: refers to {other}({section}), which is not there"


def prototypes_of_header():
    return {match[2]: squeezed(match[0]) for match in re.finditer(r"SCODB_API ([^;]*?)(\bscodb_\w+)\([^;]*(?=;)", HEADER)}


def prototypes_of(page):
    for kind, name, args in re.findall(r'^\.Ft "?(.*?)"?\n\.Fo (\w+)\n(.*?)\.Fc$', page, re.M | re.S):
        args = ", ".join(re.findall(r'^\.Fa "?(.*?)"?$', args, re.M))
        yield name, squeezed(f"SCODB_API {kind} {name}({args})")


def problems_of_prototypes():
    header = prototypes_of_header()
    found = {}
    for name, page in PAGES.items():
        named = re.findall(r"^\.Nm (\w+)(?: ,)?$", page.split(".Sh SYNOPSIS")[0], re.M)
        called = {name.removesuffix(".3"), *(other.removesuffix(".3") for link, other in LINKS if link == name)}
        functions = dict(prototypes_of(page))
        found |= functions
        if functions and not (set(named) == set(functions) == called):
            yield f"{name} names {named}, declares {sorted(functions)}, is called up as {sorted(called)}"
    for name in sorted(header.keys() | found.keys()):
        if header.get(name) != found.get(name):
            yield f"header: {header.get(name)}; page: {found.get(name)}"


def problems_of_structs():
    told = set(re.findall(r"\w+", " ".join(re.findall(r"^\.(?:It (?:Vt .*)?)?Fa (.*)$", "".join(PAGES.values()), re.M))))
    for body, name in re.findall(r"typedef struct \w+ \{(.*?)\} (\w+);", HEADER, re.S):
        members = re.findall(r"(\w+)[;,]", re.sub(r"/\*.*?\*/", "", body, flags=re.S))
        if not members or not set(members) <= told:
            yield f"{name}: {sorted(set(members) - told)} of {members}"


def problems_of_statuses():
    enum = re.search(r"Status\. .*?enum \{(.*?)\};", HEADER, re.S)[1]
    header = re.findall(r"\b(SCODB_\w+) =", enum)
    page = re.findall(r"^\.It Dv (\w+)$", PAGES["scodb.3"], re.M)
    return [] if header == page else [f"header: {header}; page: {page}"]


def lists_of_header():
    """name: (columns, filter) as the comment above the lists tells; remarks behind a colon fall away."""
    struct = re.search(r"typedef struct scodb_filter \{(.*?)\} scodb", HEADER, re.S)[1]
    members = set(re.findall(r"(\w+)[;,]", re.sub(r"/\*.*?\*/", "", struct, flags=re.S)))
    comment = re.sub(r"\n \* *", " ", re.search(r"/\* Lists\. .*?\*/", HEADER, re.S)[0])
    names = re.findall(r"\bSCODB_([A-Z]+)", re.search(r"\*/\nenum \{(\s*SCODB_DOCUMENTS.*?)\}", HEADER, re.S)[1])
    ends = [re.search(rf" {name} +(?=[a-z])", comment).start() for name in names] + [len(comment)]
    for name, start, end in zip(names, ends, ends[1:]):
        told, taken = re.match(r"\s+[A-Z]+ +([^;]*).*?\[(.*?)\]", comment[start:end]).groups()
        yield name, re.findall(r"(?:^|, )(\w+)", told), members & set(re.findall(r"\w+", taken))


def lists_of_page():
    for name, part in re.findall(r"^\.It Dv SCODB_(\w+)$(.*?)(?=^\.It Dv|^\.El\n\.Pp)", PAGES["scodb_list.3"], re.M | re.S):
        columns, taken = re.search(r"^\.It columns$(.*?)^\.It filter$(.*?)^\.El$", part, re.M | re.S).groups()
        yield name, re.findall(r"\b\w+", columns.replace(".Em", "")), set(
            re.findall(r"\w+", " ".join(re.findall(r"^\.Fa (.*)$", taken, re.M))))


def problems_of_lists():
    header, page = ({name: rest for name, *rest in lists} for lists in (lists_of_header(), lists_of_page()))
    for name in sorted(header.keys() | page.keys()):
        if header.get(name) != page.get(name):
            yield f"{name}: header {header.get(name)}; page {page.get(name)}"


def helped(*command):
    return subprocess.run([*command, "--help"], capture_output=True, text=True, check=True).stdout


def problems_of_options():
    scodb, scoload = BUILD / "src" / "scodb", BUILD / "loader" / "scoload"
    helps = {"scodb.1": helped(scodb), "scoload.1": helped(scoload)}
    commands = re.findall(r"^  ([a-z]+) {2,}[a-z]", helps["scodb.1"], re.M)
    helps["scodb.1"] += "".join(helped(scodb, command) for command in commands)
    for name, text in helps.items():
        told = set(re.findall(r"(?<![\w-])(--?[a-z][a-z-]*)", text))
        page = {"-" + option for option in re.findall(r"\bFl (-?[a-z][a-z-]*)", PAGES[name])
                + re.findall(r"(?<=, )(-[a-z]+)", PAGES[name])}
        shown = set(re.findall(r"(?<![\w-])(--[a-z][a-z-]*)", PAGES[name]))   # in an example, such as a report's parameter
        if not (page <= told <= page | shown):
            yield f"{name}: only in --help {sorted(told - page - shown)}, only in the page {sorted(page - told)}"
    listed = re.findall(r"^\.It Ic (\w+)", PAGES["scodb.1"], re.M)
    if not commands or commands != list(dict.fromkeys(listed)):
        yield f"scodb.1: commands {commands}, in the page {listed}"


def problems_of_schema():
    database = sqlite3.connect(":memory:")
    for part in sorted((SOURCE / "schema").glob("*.sql")):
        database.executescript(part.read_text(encoding="utf-8"))
    tables = [name for name, in database.execute(
        "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT GLOB '*_fts_*'")]
    schema = {name: [row[1] for row in database.execute(f"PRAGMA table_info({name})")] for name in tables}
    page = {name: re.findall(r"^\.It Em (\w+)$", part, re.M)
            for name, part in re.findall(r"^\.Ss (\w+)$(.*?)(?=^\.S[sh])", PAGES["scodb.5"], re.M | re.S)}
    for name in sorted(schema.keys() | page.keys()):
        if schema.get(name) != page.get(name):
            yield f"{name}: schema {schema.get(name)}, page {page.get(name)}"


def problems_of_strictness():
    """A schema that leaves something untold is refused."""
    schema = (SOURCE / "schema" / "20_world.sql").read_text(encoding="utf-8")
    spoilt = {"states.name has no comment": schema.replace("-- short English name", ""),
              "roles has no comment": re.sub(r"(CREATE TABLE roles \(\n).*?\*/", r"\1", schema, flags=re.S),
              "write the column behind REFERENCES": schema.replace("REFERENCES parties (party_id)", "REFERENCES parties")}
    with tempfile.TemporaryDirectory() as folder:
        for message, sql in spoilt.items():
            path = pathlib.Path(folder) / "spoilt.sql"
            path.write_text(sql, encoding="utf-8")
            command = [sys.executable, SOURCE / "tools" / "describe.py", "/dev/null", SOURCE / "schema" / "10_source.sql", path]
            found = subprocess.run(command, capture_output=True, text=True)
            if found.returncode != 1 or message not in found.stderr:
                yield f"{message}: status {found.returncode}, {found.stderr}"


def problems_of_examples():
    """Queries to try, in the shipped database and in the page of the schema: each finds something there."""
    database = sqlite3.connect(f"file:{SOURCE / 'sco.db'}?mode=ro", uri=True)
    queries = [sql for sql, in database.execute("SELECT value FROM about WHERE key LIKE 'example: %'")]
    queries += re.findall(r"^\.Bd -literal.*\n(SELECT.*?)^\.Ed$", PAGES["scodb.5"], re.M | re.S)
    if len(queries) < 8:
        yield f"only {len(queries)} queries found"
    for sql in queries:
        if not database.execute(sql).fetchone():
            yield f"no rows: {sql}"


CHECKS = {
    "every page is clean under mandoc": problems_of_lint,
    "every function has a page with its prototype": problems_of_prototypes,
    "every member of a struct is told": problems_of_structs,
    "every status is explained": problems_of_statuses,
    "every list is told with its columns and filters": problems_of_lists,
    "every command and option is told, and no other": problems_of_options,
    "every table, view and column is told": problems_of_schema,
    "every query to try gives rows": problems_of_examples,
    "a schema that leaves something untold is refused": problems_of_strictness,
}


def main():
    print(f"1..{len(CHECKS)}")
    for number, (what, check) in enumerate(CHECKS.items(), 1):
        problems = list(check())
        print(f"{'not ok' if problems else 'ok'} {number} - {what}")
        for problem in problems:
            print(f"# {problem}")


if __name__ == "__main__":
    main()
