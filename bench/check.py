#!/usr/bin/env python3
"""check.py GENERATE: the generator writes the same bytes as ever, and its facts stand in its texts.

A change of readouts.txt changes the bytes: then the sum below is to be renewed, and figures measured before no longer
compare.
"""
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile

DOCUMENTS = 300
SUM = "16db0bfee2d3fa729d1d1217ad3a0ae25a9941bc9c6bf4ac3a6e7eb56175203e"


def faults(record, gold):
    """What is wrong with the facts of one readout."""
    text, people = record["text"], {row["name"] for row in gold["people"]}
    passages = [row["text"] for row in gold["speech"] + gold["proposals"]]
    passages += [row["name"] for row in gold["adoptions"] + gold["proposals"]]
    passages += [form for row in gold["people"] for form in row["forms"]]
    for passage in passages:
        if passage not in text:
            yield f"not in the text: {passage}"
    for row in gold["speech"]:
        if row["speaker"] not in people | {"group"}:
            yield f"unknown speaker {row['speaker']}"
    for row in gold["attendance"]:
        if row["person"] not in people | {None}:
            yield f"unknown person {row['person']}"
    if not gold["meetings"] or not gold["attendance"] or not gold["speech"]:
        yield "no meeting, nobody there or nobody speaks"


def main():
    with tempfile.TemporaryDirectory() as folder:
        out = subprocess.run([sys.argv[1], "--documents", str(DOCUMENTS), "--gold", folder], stdout=subprocess.PIPE,
                             check=True).stdout
        records = [json.loads(line) for line in out.splitlines()]
        wrong = []
        for record in records:
            gold = json.loads(pathlib.Path(folder, record["id"] + ".json").read_text("utf-8"))
            wrong += [f"{record['id']}: {fault}" for fault in faults(record, gold)]
    found = hashlib.sha256(out).hexdigest()
    if len(records) != DOCUMENTS or len({record["text"] for record in records}) != DOCUMENTS:
        wrong.append(f"{len(records)} documents, or some are equal")
    if found != SUM:
        wrong.append(f"other bytes than before: {found}")
    print("\n".join(wrong) or f"{DOCUMENTS} documents as they should be")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
