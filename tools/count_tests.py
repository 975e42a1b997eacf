#!/usr/bin/env python3
"""count_tests.py LOG: prints "N passed, N failed" for the JUnit log of a `meson test`.

Meson counts a program as one test. Where its output ends in numbers of its own (Check's, or "N passed, N failed"), these
are counted instead. The exit status is 1 if anything failed, or if nothing ran."""
import re
import sys
import xml.etree.ElementTree

CHECK = re.compile(r"Checks: (\d+), Failures: (\d+), Errors: (\d+)")
PASSED = re.compile(r"(\d+) passed, (\d+) (?:failed|wrong)")


def count(case):
    """(passed, failed, skipped) of one testcase element."""
    if case.find("skipped") is not None:
        return 0, 0, 1
    wrong = case.find("failure") is not None or case.find("error") is not None
    output = case.findtext("system-out") or ""
    failed = passed = 0
    for checks, failures, errors in (map(int, found) for found in CHECK.findall(output)):
        failed += failures + errors
        passed += checks - failures - errors
    if not passed + failed:
        passed, failed = map(int, (PASSED.findall(output) or [(not wrong, wrong)])[-1])
    return passed, max(failed, int(wrong)), 0


def main():
    cases = xml.etree.ElementTree.parse(sys.argv[1]).iter("testcase")
    passed, failed, skipped = map(sum, zip((0, 0, 0), *map(count, cases)))
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
