"""Copies of what cannot be read at random: compressed archives, columns of tables, memory. Each is made once a run.

A copy is one flat file in the working folder; an input is a stretch of it, which any worker can read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from minuteparse.errors import InputError, RunError

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
    def new(self) -> Iterator[tuple[str, Callable[[bytes], None]]]:
        """The path of a new copy and what writes to it; the copy is complete after the block.

        Raises `RunError` if it cannot be written: what is copied is not to blame for a disk that is full.
        """
        path = self.folder / f"{self._made:06}"
        self._made += 1
        with self._to_disk():
            self.folder.mkdir(parents=True, exist_ok=True)
            stream = path.open("wb")

        def write(data: bytes) -> None:
            with self._to_disk():
                stream.write(data)

        try:
            yield str(path.absolute()), write
            with self._to_disk():
                stream.flush()
        finally:
            with suppress(OSError):
                stream.close()

    @contextmanager
    def _to_disk(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            why = f"cannot be written ({error.strerror or error}); see to it, and run the same command again"
            raise RunError(f"{self.folder}: {why}") from error

    def keep(self, chunks: Iterable[bytes], *, packed: int | None = None, name: str = "") -> str:
        """The path of a copy that holds `chunks` joined.

        `packed` is the size that they had when compressed: what grows beyond reason is given up with `InputError`.
        """
        total = 0
        with self.new() as (path, write):
            for chunk in chunks:
                total += len(chunk)
                if packed is not None and is_bomb(packed, total):
                    raise InputError(f"{name}: grows to more than {RATIO} times its size when unpacked; refused")
                write(chunk)
        return path


def is_bomb(packed: int, unpacked: int) -> bool:
    """Whether so many bytes made of so few are no honest text."""
    return unpacked > SMALL and unpacked > RATIO * packed


def chunks_of(stream: BinaryIO) -> Iterator[bytes]:
    """The contents of `stream`, a megabyte at a time."""
    while chunk := stream.read(_CHUNK):
        yield chunk
