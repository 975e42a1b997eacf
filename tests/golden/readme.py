#!/usr/bin/env python3
"""readme.py README.md BUILD: runs the commands that the README shows with their output (lines "    $ COMMAND", in the
folder of the README) and compares what they print. If it shows files (a line "`NAME`:" before a block), they are written
to an empty folder and the commands run there. Prints TAP. With UPDATE=1 in the environment the README is rewritten."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile


def block_end(lines, first):
    """Where the block that begins with a line ends, the next command or blank lines behind it left out."""
    end = first
    while end < len(lines) and (lines[end].startswith("    ") or not lines[end]) and lines[end][4:6] != "$ ":
        end += 1
    while end > first and not lines[end - 1]:
        end -= 1
    return end


def blocks(lines):
    """(line of the command, first and last line of its output) for each command shown."""
    for number, line in enumerate(lines):
        if line.startswith("    $ "):
            yield number, number + 1, block_end(lines, number + 1)


def files(lines):
    """(name, content) of each file shown."""
    for number, line in enumerate(lines):
        name = re.fullmatch(r"`([\w./-]+)`:", line)
        if name:
            yield name[1], "".join(text[4:] + "\n" for text in lines[number + 2:block_end(lines, number + 2)])


def write_files(shown, folder):
    for name, content in shown:
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")


def run(command, root, build):
    done = subprocess.run(command.replace("build/", f"{build}/"), shell=True, cwd=root, capture_output=True, text=True,
                          env={**os.environ, "COLUMNS": "100"})
    if done.returncode:
        print(f"Bail out! {command}: {done.stderr.strip()}")
        sys.exit(1)
    return [("    " + line).rstrip() for line in done.stdout.rstrip().splitlines()]


def main():
    readme, build, update = pathlib.Path(sys.argv[1]), sys.argv[2], os.environ.get("UPDATE") == "1"
    lines = readme.read_text(encoding="utf-8").split("\n")
    own = list(files(lines))
    if not own and not (readme.parent / "sco.db").exists():   # the SQLite shell would make an empty one
        sys.exit("readme.py: no sco.db; run ./quickstart")
    with tempfile.TemporaryDirectory() as folder:
        write_files(own, pathlib.Path(folder))
        root = folder if own else readme.parent
        shown = [(at, first, last, run(lines[at][6:], root, build)) for at, first, last in blocks(lines)]
    print(f"1..{len(shown)}")
    for number, (at, first, last, printed) in enumerate(shown, 1):
        same = update or printed == lines[first:last]
        print(f"{'ok' if same else 'not ok'} {number} - {lines[at][6:]}")
        if not same:
            print("\n".join("# " + line for line in printed))
    if update:
        for _, first, last, printed in reversed(shown):   # from the end, so that the other places stay
            lines[first:last] = printed
        readme.write_text("\n".join(lines), encoding="utf-8")
    return 0 if shown else 1


if __name__ == "__main__":
    sys.exit(main())
