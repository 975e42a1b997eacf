#!/usr/bin/env python3
"""organs.py SCOLOAD ORGANIZATIONS.json: by each name of each organ the loader must find its meetings: number, day, place
and the series of the organization that it belongs to."""
import json
import re
import subprocess
import sys

MEETS = re.compile(r"(Summits?|Meetings?|Conference|Forum|Dialogue)$") # else "meeting of the ..."


def whose(organization):
    """An organ's meetings belong to its organization, those of an agency or a bank to itself."""
    organ = organization["kind"] in ("organ", "body")
    return organ and organization.get("parent") or organization["acronym"] or organization["name"]


def sentence(organization, name):
    own = [organization["acronym"] or organization["name"], organization["name"]] + organization["forms"]
    if not MEETS.search(name):
        name = f"meeting of the {name}"
    if not any(word in name for word in own):
        name += f" of the {own[0]}"
    return f"President Ana Torvik of Chile attended the 5th {name} in Oslo on 4 July 2024."


def main():
    loader, words = sys.argv[1:]
    with open(words, encoding="utf-8") as source:
        organizations = json.load(source)["organizations"]
    tests = [(f"{whose(row)}/{organ['series']}#5", sentence(row, name))
             for row in organizations for organ in row.get("organs", []) for name in [organ["name"]] + organ["forms"]]
    records = "".join(json.dumps({"id": f"{number:05}", "text": text}) + "\n" for number, (_, text) in enumerate(tests))
    done = subprocess.run([loader, "--facts", "--quiet", "-"], input=records, capture_output=True, text=True, check=True)
    missed = 0
    for (key, text), line in zip(tests, done.stdout.splitlines(), strict=True):
        found = [(meeting.get("date"), meeting.get("place")) for meeting in json.loads(line).get("meetings", [])
                 if key in meeting["keys"]]
        if found != [("2024-07-04", "Oslo")]:
            missed += 1
            print(f"missed {key}: {text}")
    print(f"{len(tests)} names of organs, {missed} missed")
    return 1 if missed or not tests else 0


if __name__ == "__main__":
    sys.exit(main())
