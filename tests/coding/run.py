#!/usr/bin/env python3
"""Measures how statements and initiatives are coded, over the texts of this folder, and holds the figures to a floor.

    run.py [--floor FILE] [-v] SCOLOAD TEXTS

A text is a file NAME.gold (README.md says what stands in it); TEXTS is the folder of the documents that a gold file may
name instead of a text of its own. All go through one `SCOLOAD --facts -`. Prints precision and recall for each field,
with -v also what was coded otherwise. Exit status 1 if a figure is below its floor, 2 if a gold file is badly written or
the program cannot be run.
"""
import argparse
import json
import pathlib
import subprocess
import sys

FIELDS = {
    "statement": ("act", "category", "topics"),
    "initiative": ("kind", "year", "quantity", "unit", "beneficiary", "stance"),
}


class GoldError(Exception):
    pass


class Gold:
    """One gold file: a document, and how its statements and initiatives are to be coded."""

    def __init__(self, path, texts):
        self.name, self.head, self.rows = path.stem, {}, []
        lines, text, part = path.read_text(encoding="utf-8").splitlines(), [], "head"
        for number, line in enumerate(lines, 1):
            if line in ("text:", "coding:") and part != "coding":
                part = line[:-1]
            elif part == "text":
                text.append(line)
            elif line.strip() and part == "coding":
                self.rows.append(self.row(path, number, line))
            elif line.strip():
                key, _, self.head[key] = line.partition(": ")
        named = self.head.pop("file", None)
        self.text = (texts / named).read_text(encoding="utf-8") if named else "\n".join(text).strip("\n") + "\n"
        for _, where, _ in self.rows:
            if where not in self.text:
                raise GoldError(f"{path.name}: '{where}' does not stand in the text")

    @staticmethod
    def row(path, number, line):
        kind, where, *values = (field.strip() for field in line.split(" | "))
        if len(values) != len(FIELDS.get(kind, ())) or not values:
            raise GoldError(f"{path.name}:{number}: '{kind}' wants {len(FIELDS.get(kind, ()))} values")
        return kind, where, [set() if v == "-" else set(v.split(", ")) if f == "topics" else {v}
                             for f, v in zip(FIELDS[kind], values)]

    def record(self):
        return {"id": self.name, "text": self.text,
                **{key: value for key, value in self.head.items() if key == "published"}}


def shown(facts, field, row):
    """What the program gives for a field, as the gold files write it: a set, empty for nothing."""
    value = row.get(field)
    if field == "beneficiary" and "beneficiary_party" in row:
        value = facts["parties"][row["beneficiary_party"]]["code"]
    if value is None:
        return set()
    if field == "quantity":
        return {f"{value:.15g}"}
    return set(value) if isinstance(value, list) else {str(value)}


def found_row(facts, kind, where):
    """The statement whose words hold `where` and are fewest, or the initiative so called."""
    text = facts["document"]["text"]
    if kind == "statement":
        rows = [row for row in facts.get("speech", []) if where in text[row["start"]:row["end"]]]
    else:
        rows = [row for row in facts.get("proposals", []) if where in row["name"]]
    return min(rows, key=lambda row: row["end"] - row["start"], default=None)


class Tally:
    """Counts for one field."""

    def __init__(self):
        self.right = self.found = self.wanted = 0

    def add(self, found, wanted):
        self.right += len(found & wanted)
        self.found += len(found)
        self.wanted += len(wanted)

    def figures(self):
        return self.right / max(self.found, 1), self.right / max(self.wanted, 1)


def measure(golds, facts, verbose):
    """Precision and recall by field; under the name of a kind the rows that were found at all."""
    tallies = {name: Tally() for kind, fields in FIELDS.items() for name in (kind, *fields)}
    for gold in golds:
        for kind, where, wanted in gold.rows:
            row = found_row(facts[gold.name], kind, where)
            tallies[kind].add({where} if row else set(), {where})
            if verbose and row is None:
                print(f"{gold.name}: {kind} not found: {where}")
            for field, want in zip(FIELDS[kind], wanted):
                got = shown(facts[gold.name], field, row) if row else set()
                tallies[field].add(got, want)
                if verbose and row and got != want:
                    print(f"{gold.name}: {field}: {', '.join(sorted(got)) or '-'}, "
                          f"not {', '.join(sorted(want)) or '-'}: {where}")
    return tallies


def extract(scoload, golds):
    lines = "".join(json.dumps(gold.record(), ensure_ascii=False) + "\n" for gold in golds)
    run = subprocess.run([scoload, "--quiet", "--facts", "-"], input=lines, stdout=subprocess.PIPE, encoding="utf-8",
                         check=False)
    if run.returncode != 0:
        raise GoldError(f"{scoload} --facts - ended with status {run.returncode}")
    rows = [json.loads(line) for line in run.stdout.splitlines()]
    return {row["document"]["name"]: row for row in rows}


def read_floors(path):
    """Lines "field precision recall"."""
    rows = [line.split() for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return {name: (float(precision), float(recall)) for name, precision, recall in rows}


def report(tallies, floors):
    if set(floors) - set(tallies):
        raise GoldError("a floor for no field: " + ", ".join(set(floors) - set(tallies)))
    below = 0
    print(f"{'':12} {'precision':>9} {'recall':>7} {'of':>5}")
    for name, tally in tallies.items():
        figures = tally.figures()
        low = any(figure < floor for figure, floor in zip(figures, floors.get(name, (0, 0))))
        below += low
        print(f"{name:12} {figures[0]:9.3f} {figures[1]:7.3f} {tally.wanted:5}{'  below its floor' if low else ''}")
    return 1 if below else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("scoload")
    parser.add_argument("texts", type=pathlib.Path)
    parser.add_argument("--floor", type=pathlib.Path, help="the figures that must be reached")
    parser.add_argument("-v", "--verbose", action="store_true", help="show what was coded otherwise")
    options = parser.parse_args()
    try:
        paths = sorted(pathlib.Path(__file__).resolve().parent.glob("*.gold"))
        golds = [Gold(path, options.texts) for path in paths]
        facts = extract(options.scoload, golds)
        floors = read_floors(options.floor) if options.floor else {}
        return report(measure(golds, facts, options.verbose), floors)
    except (GoldError, OSError, ValueError) as error:
        print(f"coding: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
