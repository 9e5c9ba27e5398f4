"""Lines that know whether they are whole: each carries the hash of what it says.

A process may be killed between any two bytes that it writes. A reader of these lines takes what is whole and leaves
the rest, so that nothing is believed because it is there.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

_DIGITS = 16


def seal(said: bytes) -> bytes:
    r"""The line that carries `said`, which has no line break.

    >>> seal(b"a")
    b'40f89e395b66422f a\n'
    """
    return _hash(said) + b" " + said + b"\n"


def _hash(said: bytes) -> bytes:
    return hashlib.blake2b(said, digest_size=_DIGITS // 2).hexdigest().encode()


def read_sealed(path: Path) -> Iterator[bytes]:
    """What the whole lines of the file at `path` say, in order; damaged lines are passed over.

    A file that is not there says nothing.
    """
    try:
        stream = path.open("rb")
    except FileNotFoundError:
        return
    with stream:
        for line in stream:
            if line.endswith(b"\n") and line[_DIGITS : _DIGITS + 1] == b" ":
                said = line[_DIGITS + 1 : -1]
                if _hash(said) == line[:_DIGITS]:
                    yield said


class Journal:
    """A file of sealed lines that is added to. What a call has added survives the end of the process at once."""

    def __init__(self, path: Path) -> None:
        """Open the journal at `path`; what a killed writer left half-written is closed off with a line break."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._stream: BinaryIO = path.open("ab")
        if self._stream.tell():
            self._stream.write(b"\n")

    def add(self, said: bytes) -> None:
        """Add one line."""
        self._stream.write(seal(said))
        self._stream.flush()

    def sync(self) -> None:
        """Have the system put it on the disk."""
        os.fsync(self._stream.fileno())

    def close(self) -> None:
        """Let go of the file."""
        self._stream.close()
