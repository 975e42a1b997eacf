#!/usr/bin/env python3
"""check_lexicon_errors.py CHECKER FOLDER: each way to spoil a copy of the word lists must be found, with file and line."""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

SPOILED = [
    ("states.json", '"alpha3": "KAZ"', '"alpha3": "KAS"', "KAS has the short code None"),
    ("states.json", '"alpha3": "FIN", "name"', '"alpha3": "FIN", "colour": "blue", "name"', "unknown key 'colour'"),
    ("places.json", '"name": "Oslo", "state": "NOR"', '"name": "Oslo", "state": "NOX"', "no state has the code NOX"),
    ("places.json", '"name": "Oslo"', '"name": "Bergen"', "'Bergen' of 'Bergen' belongs to 'Bergen' already"),
    ("states.json", '"forms": ["Viet Nam", ', '"forms": [', "'Viet Nam', a name of Vietnam in ISO 3166, is missing"),
    ("states.json", '"adjectives": ["Chilean"]', '"adjectives": []', "Chile has no adjective"),
    ("places.json", '"name": "Dhaka", "state": "BGD", "capital": true', '"name": "Dhaka", "state": "BGD", "capital": false',
     "the capital of Bangladesh is missing"),
    ("places.json", '"name": "Monaco", "state": "MCO"', '"name": "Monaco", "state": "FRA"', "belongs to 'Monaco' already"),
    ("people.json", '"to": "2011-12-01"', '"to": "2011-12-32"', "has a wrong value"),
    ("people.json", '"to": "2015-11-04"', '"to": "2016-11-04"', "at once"),
    ("people.json", '"role": "Sultan"', '"role": "Sultana"', "no role is called 'Sultana'"),
    ("people.json", '"of": "WTO"', '"of": "WTOX"', "no state or organization is called 'WTOX'"),
    ("organizations.json", '"parent": "SCO"', '"parent": "SCOX"', "no organization is called 'SCOX'"),
    ("reporting.json", '"takes": ["that"', '"takes": ["this"', "'takes' has a wrong value"),
    ("reporting.json", '"verb": "warn"', '"verb": "zwarn"', "sort the list"),
    ("roles.json", '"rank": "ambassador"', '"rank": "envoy"', "'rank' has a wrong value"),
    ("numbers.json", '"value": 2,', '"value": 3,', "ordinals are not those from 1 to 100"),
    ("events.json", '"category": "ACCUSE"', '"category": "BLAME"', "'category' has a wrong value"),
    ("events.json", '"words": ["threat"]', '"words": ["thread"]', "no signal is called 'thread'"),
    ("topics.json", '"wheat",', '"wheat", "energy",', "'energy' of 'energy' belongs to 'agriculture' already"),
    ("names.json", '"note":', '"note": "twice", "note":', "a key stands twice"),
    ("calendar.json", '"months": [', '"months": ', "cannot be read"),
]


def main():
    checker, folder = sys.argv[1:]
    for name, old, new, wanted in SPOILED:
        with tempfile.TemporaryDirectory() as scratch:
            copy = shutil.copytree(folder, pathlib.Path(scratch) / "lexicon")
            source = (copy / name).read_text(encoding="utf-8")
            assert old in source, f"{name} has no {old}"
            (copy / name).write_text(source.replace(old, new, 1), encoding="utf-8")
            done = subprocess.run([sys.executable, checker, copy], capture_output=True, text=True, check=False)
            found = [line for line in done.stdout.splitlines() if name in line and wanted in line]
            assert done.returncode == 1 and found, f"{name}: {json.dumps(new)} went unnoticed\n{done.stdout}{done.stderr}"
    print(f"{len(SPOILED)} errors, all found")


if __name__ == "__main__":
    main()
