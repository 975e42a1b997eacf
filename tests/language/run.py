#!/usr/bin/env python3
"""run.py SCOLOAD LANGUAGES.json: texts in other languages (foreign/CODE.txt) are refused by the name of their language,
English ones (english/, with foreign names, quotations and second halves) are loaded, whole and in pieces. Prints TAP."""
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
RUSSIAN, GERMAN, ENGLISH = ((HERE / name).read_text(encoding="utf-8")
                            for name in ("foreign/ru.txt", "foreign/de.txt", "english/half.txt"))
# what is declared beside a text, and the language by which it is refused
RECORDS = [
    ({"text": "Treffen in Astana\n date 2031-07-04 "}, None),
    ({"text": "Treffen in Astana\n date 2031-07-04 ", "language": "de"}, "German"),
    ({"text": "Treffen in Astana\n date 2031-07-04 ", "language": "und"}, None),
    ({"text": "Treffen in Astana\n date 2031-07-04 ", "language": "en-GB"}, None),
    ({"text": "Treffen in Astana\n date 2031-07-04 ", "language": "qya"}, "another language (qya)"),
    ({"text": "Talks of the two sides", "language": "de"}, None),
    ({"text": "Президент в Астане"}, "Russian"),
    ({"text": "Zhumin (Жумин)"}, None),
    ({"text": ENGLISH, "language": "ru"}, None),
    ({"text": GERMAN, "language": "en"}, "German"),
    ({"text": (HERE / "foreign/uk.txt").read_text(encoding="utf-8"), "language": "uk"}, "Ukrainian;"),
    ({"html": f"<html lang='en'><body><p>{RUSSIAN}</p></body></html>"}, "Russian"),
    ({"text": RUSSIAN * 200 + "President Askar Zhumin of Kazakhstan met with the ministers of the lake countries."}, "Russian"),
]


def refusals(scoload, *arguments, stdin=None):
    """What is said of each place, and how many documents came through."""
    done = subprocess.run([scoload, "--quiet", "--facts", *map(str, arguments)], input=stdin, capture_output=True, text=True,
                          check=False)
    said = dict(line.removeprefix("scoload: ").split(": ", 1) for line in done.stderr.splitlines())
    assert done.returncode == (1 if said else 0), done.stderr
    return said, len(done.stdout.splitlines())


def records(texts):
    return "".join(json.dumps({"id": str(number), **text}) + "\n" for number, text in enumerate(texts, 1))


def pieces():
    """The English texts cut into their paragraphs and sentences, the other halves of the bilingual ones left out."""
    for path in sorted((HERE / "english").glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not path.name.startswith("half"):
                yield from [line, line.upper(), *line.split(". ")]


def main():
    scoload, names = sys.argv[1], json.loads(pathlib.Path(sys.argv[2]).read_text(encoding="utf-8"))["languages"]
    names = {entry["code"]: entry["name"] for entry in names}
    results = []
    said, count = refusals(scoload, HERE / "foreign")
    results.append((count == 0, "of texts in other languages none comes through", ""))
    for path in sorted((HERE / "foreign").glob("*.txt")):
        line = said.get(str(path), "")
        good = line.startswith("the text is in ") and names[path.stem] in line and line.endswith("; scodb reads English")
        results.append((good, f"{names[path.stem]} is refused", line))
    english = list((HERE / "english").iterdir())
    said, count = refusals(scoload, HERE / "english")
    results.append((not said and count == len(english) > 5, f"{count} English texts are loaded", said))
    texts = [{"text": text} for text in pieces()]
    said, count = refusals(scoload, "-", stdin=records(texts))
    results.append((not said and count == len(texts) > 20, f"{count} pieces of English texts are loaded", said))
    said, count = refusals(scoload, "-", stdin=records(record for record, _ in RECORDS))
    for number, (_, name) in enumerate(RECORDS, 1):
        line = said.get(f"standard input:{number}")
        results.append((f"in {name}" in (line or "") if name else not line, f"record {number}: {name or 'loaded'}", line))
    with tempfile.TemporaryDirectory() as folder:
        database = pathlib.Path(folder) / "kept.db"
        subprocess.run([scoload, "--quiet", "--db", database, HERE / "english", HERE / "foreign" / "ru.txt"],
                       stderr=subprocess.DEVNULL, check=False)
        facts = json.dumps({"document": {"name": "old", "text": RUSSIAN}, "sentences": [{"start": 0, "end": 9, "paragraph": 1}]})
        for arguments in (["--from-facts", "-"], ["--refresh"]):
            done = subprocess.run([scoload, "--quiet", "--db", database, *arguments], input=facts, capture_output=True,
                                  text=True, check=False)
            results.append((done.returncode == 0, f"what is stored is kept by {arguments[0]}", done.stderr))
    print(f"1..{len(results)}")
    for number, (good, name, said) in enumerate(results, 1):
        print(f"{'ok' if good else 'not ok'} {number} - {name}")
        if not good:
            print(f"# {said}")


if __name__ == "__main__":
    main()
