#!/usr/bin/env python3
"""check_citation.py ROOT VERSION: CITATION.cff has what version 1.2.0 of its format asks for, and no other keys; its version
is that of the project, of which CHANGELOG.md tells first."""
import pathlib
import re
import sys

import yaml

NEEDED = {"cff-version", "message", "title", "authors"}
ALLOWED = NEEDED | {"abstract", "type", "version", "license", "keywords", "date-released", "doi", "identifiers", "contact",
                    "repository-code", "url", "commit", "license-url", "references", "preferred-citation",
                    "repository", "repository-artifact"}


def main():
    root, version = pathlib.Path(sys.argv[1]), sys.argv[2]
    citation = yaml.safe_load((root / "CITATION.cff").read_text(encoding="utf-8"))
    newest = re.search(r"^## (\S+?),? ", (root / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)[1]
    wrong = [f"{key} is missing" for key in NEEDED - citation.keys()]
    wrong += [f"{key} is no key of the format" for key in citation.keys() - ALLOWED]
    wrong += [f"{what} is {found}, not {wanted}" for what, found, wanted in [
        ("cff-version", citation.get("cff-version"), "1.2.0"), ("type", citation.get("type"), "software"),
        ("license", citation.get("license"), "MIT"), ("version", citation.get("version"), version),
        ("the newest version of CHANGELOG.md", newest, version)] if found != wanted]
    wrong += ["authors need names" for author in citation.get("authors") or [{}]
              if not {"name", "family-names", "given-names", "alias"} & author.keys()]
    print("\n".join(wrong) or "CITATION.cff is sound")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
