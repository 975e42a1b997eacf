#!/usr/bin/env python3
"""Runs the extraction over the cases of this folder and compares what it finds with what they expect.

    run.py [--known FILE] [-v] SCOLOAD [CASE ...]

A case is a file NAME.case (README.md says what stands in it). All of them go through one `SCOLOAD --facts -`.
Prints a line for each case, a difference for each row missing (-) or unexpected (+), and a total. The cases named in
FILE are known to fail and must fail: one that passes has to be taken off the list. Exit status 0 when everything is as
expected, 1 when not, 2 when a case is badly written or the program cannot be run.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys

FIELDS = {
    "office": ("person", "role", "party"),
    "forms": ("person", "forms"),
    "meeting": ("name", "organization", "ordinal", "date", "place"),
    "attendance": ("meeting", "person", "party", "capacity"),
    "speech": ("speaker", "mode", "text"),
    "proposal": ("party", "name"),
    "adoption": ("name", "action", "party"),
    "membership": ("state", "organization", "status", "event", "year"),
}
VERBATIM = {("speech", 2), ("proposal", 1), ("adoption", 0), ("office", 0), ("forms", 0)}   # must stand in the text


class CaseError(Exception):
    pass


class Case:
    """One case file: the document and, for each kind of fact that it speaks of, the rows expected."""

    def __init__(self, path):
        self.name = path.stem
        self.head, self.text, rows = self.split(path)
        self.expected = {}   # kind -> rows that must be there
        self.optional = {}   # kind -> rows that may be there
        for number, line in rows:
            try:
                self.read_row(line)
            except CaseError as error:
                raise CaseError(f"{path.name}:{number}: {error}") from None
        if not self.expected:
            raise CaseError(f"{path.name}: expects nothing")

    @staticmethod
    def split(path):
        head, text, rows, part = {}, [], [], "head"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if part != "facts" and line in ("text:", "facts:"):
                part = line[:-1]
            elif part == "text":
                text.append(line)
            elif line.strip() and part == "facts":
                rows.append((number, line.strip()))
            elif line.strip():
                key, colon, value = line.partition(": ")
                if not colon or key not in ("title", "published", "publisher"):
                    raise CaseError(f"{path.name}:{number}: unknown head line")
                head[key] = value
        return head, "\n".join(text).strip("\n") + "\n", rows

    def read_row(self, line):
        if line.startswith("no: "):
            if line[4:] not in FIELDS or line[4:] in self.expected:
                raise CaseError(f"'{line}': no such kind, or rows of it above")
            self.expected[line[4:]] = []
            return
        target = self.optional if line.startswith("? ") else self.expected
        kind, *values = (field.strip() for field in line.removeprefix("? ").split(" | "))
        if kind not in FIELDS or len(values) != len(FIELDS[kind]):
            raise CaseError(f"'{kind}' wants {' | '.join(FIELDS.get(kind, ['a known kind']))}")
        for place, value in enumerate(values):
            if (kind, place) in VERBATIM and value not in self.text:
                raise CaseError(f"'{value}' does not stand in the text")
        target.setdefault(kind, []).append(tuple(values))
        self.expected.setdefault(kind, [])

    def record(self):
        return {"id": self.name, "text": self.text,
                **{key: value for key, value in self.head.items() if key != "title"}}


def comparable(kind, row):
    """A row as it is compared: in names of meetings neither the case of letters nor the order of two sides counts."""
    row = list(row)
    if kind in ("meeting", "attendance"):
        sides = re.split(r" [-–—] ", row[0].casefold())
        row[0] = " - ".join(sorted(sides))
    return tuple(row)


def found_rows(facts):
    """The rows of one line of --facts, by kind, in the form of the case files."""
    text, people, meetings = facts["document"]["text"], facts.get("people", []), facts.get("meetings", [])

    def show(value):
        return "-" if value in (None, 0, "") else str(value)

    def party(row, field="party"):
        number = row.get(field)
        return "-" if number is None else facts["parties"][number]["code"]

    def person(row):
        return "-" if row.get("person") is None else people[row["person"]]["name"]

    def speaker(row):
        return party(row) if row.get("person") is None else person(row)

    def passage(row):
        return text[row["start"]:row["end"]]

    return {
        "office": [(person(r), show(r.get("role")), party(r)) for r in facts.get("offices", [])],
        "forms": [(p["name"], "; ".join(p.get("forms", []))) for p in people],
        "meeting": [(r["name"], party(r, "organization"), *(show(r.get(key)) for key in ("ordinal", "date", "place")))
                    for r in meetings],
        "attendance": [(meetings[r["meeting"]]["name"], person(r), party(r), r["capacity"])
                       for r in facts.get("attendance", [])],
        "speech": [(speaker(r), r["mode"], passage(r)) for r in facts.get("speech", [])],
        "proposal": [(party(r), r["name"]) for r in facts.get("proposals", [])],
        "adoption": [(r["name"], r["action"], party(r)) for r in facts.get("adoptions", [])],
        "membership": [(party(r), party(r, "organization"), r["status"], r["event"], show(r.get("year")))
                       for r in facts.get("membership", [])],
    }


def differences(case, facts):
    """Lines that say what is missing and what is too much."""
    found, out = found_rows(facts), []
    for kind, wanted in case.expected.items():
        rest = [(comparable(kind, row), row) for row in found[kind]]
        for row in wanted:
            if not take(rest, comparable(kind, row)):
                out.append("- " + " | ".join((kind,) + row))
        for row in case.optional.get(kind, []):
            take(rest, comparable(kind, row))
        if kind != "forms":   # a case that shows forms shows those of the people that matter to it
            out += ["+ " + " | ".join((kind,) + row) for _, row in rest]
    return out


def take(rest, wanted):
    """Takes the first row that compares equal out of rest; tells whether there was one."""
    for at, (row, _) in enumerate(rest):
        if row == wanted:
            del rest[at]
            return True
    return False


def extract(scoload, cases):
    """Facts by case name, all cases through one run of the program."""
    lines = "".join(json.dumps(case.record(), ensure_ascii=False) + "\n" for case in cases)
    run = subprocess.run([scoload, "--quiet", "--facts", "-"], input=lines, stdout=subprocess.PIPE, encoding="utf-8",
                         check=False)
    if run.returncode != 0:
        raise CaseError(f"{scoload} --facts - ended with status {run.returncode}")
    facts = (json.loads(line) for line in run.stdout.splitlines())
    return {row["document"]["name"]: row for row in facts}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("scoload")
    parser.add_argument("case", nargs="*", type=pathlib.Path)
    parser.add_argument("--known", type=pathlib.Path, help="list of the cases that are known to fail")
    parser.add_argument("-v", "--verbose", action="store_true", help="differences of known failures too")
    options = parser.parse_args()
    paths = options.case or sorted(pathlib.Path(__file__).resolve().parent.glob("*.case"))
    try:
        cases = [Case(path) for path in paths]
        known = set(options.known.read_text(encoding="utf-8").split()) if options.known else set()
        unknown = known - {case.name for case in cases}
        if unknown and not options.case:
            raise CaseError(f"{options.known.name}: no such case: {', '.join(sorted(unknown))}")
        facts = extract(options.scoload, cases)
    except (CaseError, OSError, ValueError) as error:
        print(f"cases: {error}", file=sys.stderr)
        return 2
    return report(cases, facts, known, options.verbose)


def report(cases, facts, known, verbose):
    wrong = passed = expected_failures = 0
    for case in cases:
        lines = differences(case, facts[case.name]) if case.name in facts else ["- the document itself"]
        if bool(lines) == (case.name in known):
            passed += not lines
            expected_failures += bool(lines)
            print("known" if lines else "ok   ", case.name)
        else:
            wrong += 1
            print("FAIL ", case.name, "" if lines else ": passes now, take it off the list of known failures")
        if lines and (verbose or case.name not in known):
            print("\n".join("      " + line for line in lines))
    print(f"{len(cases)} cases: {passed} passed, {wrong} wrong, {expected_failures} known to fail")
    return 1 if wrong or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
