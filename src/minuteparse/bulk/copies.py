"""Copies of what cannot be read at random: compressed archives, columns of tables, memory. Each is made once a run.

A copy is one flat file in the working folder; an input is a stretch of it, which any worker can read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from minuteparse.errors import InputError

_CHUNK = 1 << 20
RATIO = 200
"""How many times its own size a compressed archive may grow to. Text shrinks three to twenty times, not more."""
SMALL = 64 << 20
"""Up to this size, in bytes, nothing is taken for a bomb."""


@dataclass
class Copies:
    """The folder of the copies of one run."""

    folder: Path
    _made: int = field(default=0, repr=False)

    @contextmanager
    def new(self) -> Iterator[tuple[str, BinaryIO]]:
        """The path of a new copy and a stream to write it; the copy is complete after the block."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / f"{self._made:06}"
        self._made += 1
        with path.open("wb") as stream:
            yield str(path.absolute()), stream

    def keep(self, chunks: Iterable[bytes], *, packed: int | None = None, name: str = "") -> str:
        """The path of a copy that holds `chunks` joined.

        `packed` is the size that they had when compressed: what grows beyond reason is given up with `InputError`.
        """
        total = 0
        with self.new() as (path, stream):
            for chunk in chunks:
                total += len(chunk)
                if packed is not None and is_bomb(packed, total):
                    raise InputError(f"{name}: grows to more than {RATIO} times its size when unpacked; refused")
                stream.write(chunk)
        return path


def is_bomb(packed: int, unpacked: int) -> bool:
    """Whether so many bytes made of so few are no honest text."""
    return unpacked > SMALL and unpacked > RATIO * packed


def chunks_of(stream: BinaryIO) -> Iterator[bytes]:
    """The contents of `stream`, a megabyte at a time."""
    while chunk := stream.read(_CHUNK):
        yield chunk
