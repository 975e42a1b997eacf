#!/usr/bin/env python3
"""statements.py IN.sql OUT.c OUT.h TYPE PREFIX: a C enum TYPE (PREFIX_NAME) and an array, as OUT.h is called, of the
statements in IN.sql.

Each statement follows a line "-- name" or "-- name: remark"; what stands before the first empty line is a remark.
"""
import pathlib
import re
import sys

import embed


def main():
    source, out_c, out_h = map(pathlib.Path, sys.argv[1:4])
    kind, prefix = sys.argv[4:]
    text = source.read_text(encoding="utf-8").split("\n\n", 1)[1]
    found = re.findall(r"^-- (\w+)(?::.*)?\n((?:(?!-- ).*\n?)+)", text, re.M)
    names = [name for name, _ in found]
    if len(set(names)) < len(names) or text.count("-- ") != len(names):
        sys.exit(f"{source}: a name twice, or a remark that is no name")
    names = "\n".join(f"    {prefix}_{name.upper()}," for name in names)
    array = f"const char *const {out_h.stem}[{prefix}_COUNT]"
    out_h.write_text(f"typedef enum {kind.removesuffix('_t')} {{\n{names}\n    {prefix}_COUNT\n}} {kind};\n\nextern {array};\n")
    statements = "\n".join(f"{embed.literal(sql.strip().encode())}," for _, sql in found)
    out_c.write_text(f'#include "{out_h.name}"\n\n{array} = {{\n{statements}\n}};\n')


if __name__ == "__main__":
    main()
