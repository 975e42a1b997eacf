#!/usr/bin/env python3
"""Prints what is known of a person, state, organization, meeting or initiative. Needs no package:

    ./profile.py sco.db "Shanghai Cooperation Organisation"

If the library is not installed, SCODB_LIBRARY may say where it is: SCODB_LIBRARY=build/src/libscodb.so"""
import ctypes
import ctypes.util
import os
import sys

OK, ROW, DONE = 0, 1, 2  # statuses of scodb.h

lib = ctypes.CDLL(os.environ.get("SCODB_LIBRARY") or ctypes.util.find_library("scodb"))
lib.scodb_errmsg.restype = lib.scodb_text.restype = lib.scodb_column_name.restype = ctypes.c_char_p
# Pointers and 64-bit numbers have to be declared: ctypes would cut them to 32 bits.
POINTER = ctypes.c_void_p
lib.scodb_open.argtypes = [ctypes.c_char_p, ctypes.c_uint, POINTER]
lib.scodb_find.argtypes = [POINTER, ctypes.c_char_p, POINTER]
lib.scodb_profile.argtypes = [POINTER, ctypes.c_char_p, ctypes.c_int64, POINTER]
for function in (lib.scodb_close, lib.scodb_errmsg, lib.scodb_next, lib.scodb_free, lib.scodb_column_count):
    function.argtypes = [POINTER]
for function in (lib.scodb_text, lib.scodb_column_name):
    function.argtypes = [POINTER, ctypes.c_int]


class Database:
    """with Database("sco.db") as db: ..."""

    def __init__(self, path):
        self.handle = POINTER()
        status = lib.scodb_open(os.fsencode(path), 0, ctypes.byref(self.handle))
        if status != OK:
            message = self.message()
            lib.scodb_close(self.handle)
            raise OSError(message)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        lib.scodb_close(self.handle)

    def message(self):
        return lib.scodb_errmsg(self.handle).decode()

    def rows(self, function, *args):
        """The rows that a function of the library gives, as dictionaries; NULL is None."""
        cursor = POINTER()
        if function(self.handle, *args, ctypes.byref(cursor)) != OK:
            raise ValueError(self.message())
        try:
            names = [lib.scodb_column_name(cursor, i).decode() for i in range(lib.scodb_column_count(cursor))]
            while (status := lib.scodb_next(cursor)) == ROW:
                texts = [lib.scodb_text(cursor, i) for i in range(len(names))]
                yield {name: text and text.decode() for name, text in zip(names, texts)}
            if status != DONE:
                raise ValueError(self.message())
        finally:
            lib.scodb_free(cursor)


def main():
    if len(sys.argv) != 3:
        sys.exit("profile: usage: profile.py DATABASE NAME")
    with Database(sys.argv[1]) as db:
        found = next(db.rows(lib.scodb_find, sys.argv[2].encode()), None)  # the likest comes first
        if not found:
            sys.exit("profile: nothing goes by that name")
        print(f"{found['name']} ({found['kind']})")
        for row in db.rows(lib.scodb_profile, found["kind"].encode(), int(found["id"])):
            days = " to ".join(dict.fromkeys(filter(None, (row["first"], row["last"]))))
            print(f"  {row['section']:<12} {', '.join(filter(None, (row['name'], row['detail'], days)))} [{row['count']}]")


if __name__ == "__main__":
    try:
        main()
    except (OSError, ValueError) as error:
        sys.exit(f"profile: {error}")
