#!/usr/bin/env python3
"""embed.py SYMBOL OUT.c FILE...: writes a C file in which `const embedded_t SYMBOL[]` holds the files."""
import pathlib
import sys

ESCAPES = {ord('"'): '\\"', ord("\\"): "\\\\", ord("\n"): "\\n", ord("\t"): "\\t"}


def literal(data):
    """The bytes as C string literals, one to a source line; non-ASCII as octal, which ends after three digits."""
    lines = data.splitlines(keepends=True) or [b""]
    return "\n".join('    "' + "".join(ESCAPES.get(b) or (chr(b) if 32 <= b < 127 else f"\\{b:03o}") for b in line) + '"'
                     for line in lines)


def main():
    symbol, out, *files = sys.argv[1:]
    rows = []
    for path in map(pathlib.Path, files):
        data = path.read_bytes()
        rows.append(f'    {{"{path.name}",\n{literal(data)},\n     {len(data)}}},')
    pathlib.Path(out).write_text('#include "embedded.h"\n\nextern const embedded_t %s[];\nconst embedded_t %s[] = {\n%s\n    {0}};\n'
                                 % (symbol, symbol, "\n".join(rows)))


if __name__ == "__main__":
    main()
