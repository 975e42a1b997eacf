#!/usr/bin/env python3
"""statements.py IN.sql OUT.c OUT.h: a C enum (SQL_NAME) and an array of the statements in IN.sql.

Each statement follows a line "-- name" or "-- name: remark"; what stands before the first empty line is a remark.
"""
import pathlib
import re
import sys

import embed


def main():
    source, out_c, out_h = map(pathlib.Path, sys.argv[1:])
    text = source.read_text(encoding="utf-8").split("\n\n", 1)[1]
    found = re.findall(r"^-- (\w+)(?::.*)?\n((?:(?!-- ).*\n?)+)", text, re.M)
    names = [name for name, _ in found]
    if len(set(names)) < len(names) or text.count("-- ") != len(names):
        sys.exit(f"{source}: a name twice, or a remark that is no name")
    out_h.write_text("typedef enum sql {\n%s\n    SQL_COUNT\n} sql_t;\n\nextern const char *const store_statements[SQL_COUNT];\n"
                     % "\n".join(f"    SQL_{name.upper()}," for name in names))
    out_c.write_text('#include "%s"\n\nconst char *const store_statements[SQL_COUNT] = {\n%s\n};\n'
                     % (out_h.name, "\n".join(f"{embed.literal(sql.strip().encode())}," for _, sql in found)))


if __name__ == "__main__":
    main()
