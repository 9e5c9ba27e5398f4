"""`minuteparse ARGS`, save that some documents do harm: a program for tests, run by its path so that workers load it.

A document that holds one of these words does what it says to the process that parses it. With the variable ONCE set to
a folder, each does so only the first time. The variable PARSED names a file that gets a line for each document parsed.
"""

import hashlib
import os
import re
import signal
import time
from pathlib import Path
from typing import Any

from minuteparse.bulk import work

_plain = work.record_of


def record_of(data: bytes, name: str, model: str | None, *, ocr: bool) -> Any:
    """The record, unless the document does harm."""
    for word, harm in HARMS.items():
        if word in data and _wanted(data):
            harm()
    if "SLOWLY" in os.environ:
        time.sleep(float(os.environ["SLOWLY"]))
    found = _plain(data, name, model, ocr=ocr)
    if "PARSED" in os.environ:
        with open(os.environ["PARSED"], "a", encoding="utf-8") as stream:
            stream.write(f"{name}\n")
    return found


def _wanted(data: bytes) -> bool:
    if "ONCE" not in os.environ:
        return True
    flag = Path(os.environ["ONCE"]) / hashlib.sha256(data).hexdigest()
    before = flag.exists()
    flag.touch()
    return not before


def _hang() -> None:
    re.match(r"(a+)+$", "a" * 60 + "b")  # holds the interpreter for longer than anybody lives


def _fail() -> None:
    raise ArithmeticError("a defect\nof two lines")


_fetch = work.fetch


def fetch(one: Any, max_bytes: int) -> bytes:
    """The bytes of an input, unless its name says that they kill whoever reads them."""
    if "deadly" in one.path:
        os.kill(os.getpid(), signal.SIGKILL)
    return _fetch(one, max_bytes)


HARMS = {b"KILLS": lambda: os.kill(os.getpid(), signal.SIGKILL), b"HANGS": _hang, b"FAILS": _fail}
work.record_of = record_of
work.fetch = fetch

if __name__ == "__main__":
    from minuteparse.cli import main

    main()
