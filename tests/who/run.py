#!/usr/bin/env python3
"""Who is who: loads the groups of documents of this folder and compares which mentions became one row with which should.

    run.py [--known FILE] [-v] SCOLOAD FILE.txt ...

README.md says how a group is written. Each group is loaded into a database of its own twice: in one call, and backwards
with the first document removed and put in again; both have to agree.
Counted are pairs of mentions of one kind. The groups named in FILE are known to fail and must fail. Exit status 0 when
everything is as expected, 1 when not, 2 when a group is badly written or cannot be loaded.
"""
import argparse
import itertools
import json
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile

FIND = {   # the rows that a mention may mean; a mention without a form means the only one of its document
    "person": """SELECT DISTINCT p.person_id FROM documents AS d JOIN person_namings USING (document_id)
                 JOIN person_names AS n USING (name_id) JOIN personas AS p USING (persona_id)
                 WHERE d.name = ?1 AND ?2 IN ('', n.name)""",
    "meeting": "SELECT DISTINCT meeting_id FROM calendar WHERE document = ?1 AND ?2 IN ('', meeting)",
    "instrument": """SELECT DISTINCT a.instrument_id FROM instrument_acts AS a JOIN citations AS c USING (fact_no)
                     WHERE c.document = ?1 AND ?2 IN ('', a.name)""",
    "initiative": "SELECT DISTINCT initiative_id FROM proposals WHERE document = ?1 AND ?2 IN ('', name)",
}


class GroupError(Exception):
    pass


class Group:
    """Some documents, and the sets of mentions (kind, document, form) that mean one thing each."""

    def __init__(self, name):
        self.name, self.documents, self.sets, self.facts = name, [], [], []

    def add_set(self, text):
        kind, colon, mentions = text.partition(": ")
        if not colon or kind not in FIND:
            raise GroupError(f"{self.name}: unknown kind in '{text}'")
        self.sets.append([(kind, *mention.partition(":")[::2]) for mention in mentions.split(" = ")])

    def mentions(self):
        return [mention for one in self.sets for mention in one]


def read_groups(path):
    groups = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            groups.append(Group(line[3:]))
        elif document := re.fullmatch(r"-- (\w+) (\d{4}-\d\d-\d\d)", line):
            groups[-1].documents.append({"id": document[1], "published": document[2], "text": ""})
        elif line.startswith("=> "):
            groups[-1].add_set(line[3:])
        elif line:
            groups[-1].documents[-1]["text"] += line + "\n"
    return groups


def scoload(program, *arguments, lines=()):
    done = subprocess.run([program, "--quiet", *arguments], input="".join(lines), text=True, capture_output=True,
                          check=False)
    if done.returncode:
        raise GroupError(done.stderr.strip())
    return done.stdout.splitlines(keepends=True)


def extract(program, groups):
    """Gives each group the facts of its documents, all extracted in one go."""
    documents = [document for group in groups for document in group.documents]
    facts = scoload(program, "--facts", "-", lines=[json.dumps(document) + "\n" for document in documents])
    for group in groups:
        group.facts, facts = facts[:len(group.documents)], facts[len(group.documents):]


def load_at_once(program, database, group):
    scoload(program, "--db", database, "--from-facts", "-", lines=group.facts)


def load_backwards(program, database, group):
    scoload(program, "--db", database, "--from-facts", "-", lines=group.facts[::-1])
    scoload(program, "--db", database, "--remove", group.documents[0]["id"])
    scoload(program, "--db", database, "--from-facts", "-", lines=group.facts[:1])


def found_rows(database, group):
    """The row of each mention."""
    rows = {}
    for mention in group.mentions():
        kind, document, form = mention
        found = database.execute(FIND[kind], (document, form)).fetchall()
        rows[mention] = found[0][0] if len(found) == 1 else f"{len(found)} rows for {kind} {document}:{form}"
    return rows


def pairs_found(program, group, load):
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/who.db"
        load(program, path, group)
        database = sqlite3.connect(path)
        rows = found_rows(database, group)
        database.close()
    missing = {f"  {row}" for row in rows.values() if isinstance(row, str)}
    return {pair for pair in pairs_of(group.mentions()) if rows[pair[0]] == rows[pair[1]]}, missing


def pairs_of(mentions):
    return {pair for pair in itertools.combinations(sorted(mentions), 2) if pair[0][0] == pair[1][0]}


def show(pair):
    return f"{pair[0][0]} {pair[0][1]}:{pair[0][2]} and {pair[1][1]}:{pair[1][2]}"


def differences(program, group):
    """Lines that say what is wrong, and the numbers of pairs that are right, wrongly joined, and missed."""
    wanted = set().union(*(pairs_of(one) for one in group.sets))
    found, missing = pairs_found(program, group, load_at_once)
    lines = sorted(missing)
    lines += [f"  joined: {show(pair)}" for pair in sorted(found - wanted)]
    lines += [f"  apart: {show(pair)}" for pair in sorted(wanted - found)]
    lines += ["  backwards: differs"] * (pairs_found(program, group, load_backwards) != (found, missing))
    return lines, (len(found & wanted), len(found - wanted), len(wanted - found))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("scoload")
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    parser.add_argument("--known", type=pathlib.Path)
    parser.add_argument("-v", action="store_true")
    options = parser.parse_args()
    known = set(options.known.read_text(encoding="utf-8").splitlines()) - {""} if options.known else set()
    groups = [group for path in options.files for group in read_groups(path)]
    extract(options.scoload, groups)
    totals, wrong = [0, 0, 0], set()
    for group in groups:
        lines, counts = differences(options.scoload, group)
        totals = [total + count for total, count in zip(totals, counts)]
        wrong |= {group.name} if lines else set()
        if lines and (options.v or group.name not in known):
            print(group.name, *lines, sep="\n")
    right, joined, missed = totals
    print(f"{len(groups)} groups, {len(wrong)} wrong; pairs: precision {right / max(1, right + joined):.3f}, "
          f"recall {right / max(1, right + missed):.3f}")
    for name in sorted(known - wrong):
        print(f"known to fail, but right: {name}")
    return int(wrong != known or not groups)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except GroupError as error:
        print(error, file=sys.stderr)
        sys.exit(2)
