#!/usr/bin/env python3
"""run.py SCOLOAD: reads the pages of this folder (README.md) and compares what comes of them with what is expected."""
import html
import itertools
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
KEYS = ("title", "publisher", "published", "uri", "language")


def small_cases():
    """(name, page, expected) of the files *.cases; expected is (text, metadata), or a str that the refusal holds."""
    for path in sorted(HERE.glob("*.cases")):
        for number, block in enumerate(path.read_text().split("\n== ")[1:], 1):
            head, _, rest = block.partition("\n")
            page, found, answer = rest.partition("\n--\n")
            assert found, f"{path.name}: {head}: no line --"
            yield f"{path.stem}-{number:02} {head}", page, expected(answer)


def expected(answer):
    """From lines `key: value` after a line --, and the text before it."""
    text, _, lines = ("\n" + answer).partition("\n--\n")
    metadata = dict(line.split(": ", 1) for line in lines.splitlines() if line)
    assert set(metadata) <= {*KEYS, "refused"}, metadata
    return metadata["refused"] if "refused" in metadata else (text[1:].rstrip("\n") + "\n", metadata)


def read(scoload, paths):
    """What scoload makes of the files: facts by name, and the refusals."""
    run = subprocess.run([scoload, "--quiet", "--facts", *map(str, paths)], capture_output=True, text=True)
    facts = [json.loads(line) for line in run.stdout.splitlines()]
    return {fact["document"]["name"]: fact for fact in facts}, run.stderr


def differences(got, refusals, wanted):
    """A list of what is wrong."""
    if isinstance(wanted, str):
        return [] if got is None and wanted in refusals else [f"not refused with \"{wanted}\""]
    if got is None:
        return ["refused"]
    text, metadata = wanted
    document = got["document"]
    wrong = [] if document["text"] == text else [f"text is\n{document['text']}expected\n{text}"]
    told = {key: document[key] for key in KEYS if document.get(key)}
    return wrong + ([] if told == metadata else [f"metadata {told}, expected {metadata}"])


def check_small(scoload, folder):
    for name, page, wanted in small_cases():
        path = folder / (name.split()[0] + ".html")
        path.write_text(page)
        facts, refusals = read(scoload, [path])
        yield name, differences(next(iter(facts.values()), None), refusals, wanted)


def statements(facts):
    """All but the document itself, and without what depends on its name."""
    return {key: value for key, value in facts.items() if key != "document"}


def check_saved(scoload, folder):
    """Each page NAME.html beside NAME.txt: the text, the metadata in NAME.json, and the same facts as from the text."""
    for page in sorted((HERE / "saved").glob("*.html")):
        text, metadata = page.with_suffix(".txt"), json.loads(page.with_suffix(".json").read_text())
        got = read(scoload, [page])[0].get(page.stem)
        wrong = differences(got, "", (text.read_text(), metadata))
        copy = folder / text.name
        copy.write_bytes(text.read_bytes())
        (folder / "manifest.json").write_text(json.dumps({"documents": [{"file": text.name, **metadata}]}))
        plain = read(scoload, [copy])[0][page.stem]
        if got and statements(got) != statements(plain):
            wrong.append("other facts than from the same account as text")
        if not plain.get("speech"):
            wrong.append("no statement found, so that it shows nothing")
        yield page.stem, wrong


def without_places(value):
    """Facts without the offsets, which white space shifts."""
    if isinstance(value, dict):
        return {key: without_places(inner) for key, inner in value.items() if key not in ("start", "end")}
    return [without_places(inner) for inner in value] if isinstance(value, list) else value


def check_framed(scoload, folder):
    """The texts of the project, put into a page between menus and the like, give the same facts as they do as files."""
    frame = (HERE / "frame.html").read_text()
    for text in sorted((HERE / "../../texts").glob("*.txt")):
        account = "".join(f"<p>{html.escape(line)}</p>\n" for line in text.read_text().splitlines() if line.strip())
        page, plain = folder / f"{text.stem}.html", folder / "plain" / text.name
        page.write_text(frame.replace("ACCOUNT", account))
        plain.parent.mkdir(exist_ok=True)
        plain.write_bytes(text.read_bytes())
        got, wanted = (statements(read(scoload, [path])[0][text.stem]) for path in (page, plain))
        same = without_places(got) == without_places(wanted) and len(wanted["speech"]) > 1
        yield f"{text.name} in a frame", [] if same else ["other facts than from the text"]


def main():
    scoload, passed, failed = sys.argv[1], 0, 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        checks = (check(scoload, folder) for check in (check_small, check_saved, check_framed))
        for title, wrong in itertools.chain.from_iterable(checks):
            passed += not wrong
            failed += bool(wrong)
            for what in wrong:
                print(f"not ok: {title}: {what}")
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed > 0 or passed == 0)


if __name__ == "__main__":
    main()
