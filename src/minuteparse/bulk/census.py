"""Who is there: hash and size of each input, read once before anything is parsed, so that duplicates are known.

All is held in a few flat arrays, some 50 bytes an input and a hundred more while duplicates are looked for.
"""

from __future__ import annotations

import json
from array import array
from pathlib import Path

from minuteparse.bulk.journal import Journal, read_sealed
from minuteparse.bulk.listed import Input
from minuteparse.bulk.outcome import Entry
from minuteparse.bulk.shares import Batch
from minuteparse.bulk.work import Found

_HASH = 32


class Census:
    """What is known of each input of a run, by its place in the listing."""

    def __init__(self, path: Path, batches: list[tuple[int, int]]) -> None:
        """Take up the census at `path`; `batches` has the first input of each batch and how many it has."""
        self._batches = batches
        count = sum(inputs for _, inputs in batches)
        self._hashes = bytearray(_HASH * count)
        self._sizes = array("q", [-1]) * count
        self._errors: dict[int, str] = {}
        self._first: dict[int, int] = {}
        self._here: set[int] = set()
        self._pieces: dict[int, dict[int, list[Found]]] = {}
        for said in read_sealed(path):
            batch, found = json.loads(said)
            self._take(batch, found)
        self._journal = Journal(path)

    @property
    def known(self) -> int:
        """How many inputs are known."""
        return sum(self._batches[batch][1] for batch in self._here)

    def missing(self, batch: int) -> bool:
        """Whether nothing is known of a batch."""
        return batch not in self._here

    def add(self, batch: int, low: int, found: list[Found]) -> None:
        """Put down what was found of the inputs of a batch from the one at `low` on; the batch may come in pieces."""
        pieces = self._pieces.setdefault(batch, {})
        pieces[low] = found
        whole = [one for at in sorted(pieces) for one in pieces[at]]
        if self._take(batch, whole):
            del self._pieces[batch]
            self._journal.add(json.dumps([batch, whole]).encode())

    def close(self) -> None:
        """Let go of the file."""
        self._journal.close()

    def settle(self) -> None:
        """Put it on the disk, and find the duplicates."""
        self._journal.sync()
        first: dict[bytes, int] = {}
        for number, size in enumerate(self._sizes):
            if size >= 0:
                before = first.setdefault(self._hash(number), number)
                if before != number:
                    self._first[number] = before

    def size(self, batch: Batch) -> int:
        """The bytes that a batch has to be parsed."""
        whole = range(batch.first, batch.first + len(batch.inputs))
        return sum(max(self._sizes[n], 0) for n in whole if n not in self._first)

    def entries(self, batch: Batch) -> tuple[Entry, ...]:
        """The inputs of a batch with what is known of them."""
        return tuple(self._entry(number, one) for number, one in enumerate(batch.inputs, start=batch.first))

    def _take(self, batch: int, found: list[Found]) -> bool:
        first, count = self._batches[batch]
        if len(found) != count:
            return False
        self._here.add(batch)
        for number, (sha256, size, error) in enumerate(found, start=first):
            if error is not None:
                self._errors[number] = error
            elif sha256 is not None and size is not None:
                self._hashes[_HASH * number : _HASH * (number + 1)] = bytes.fromhex(sha256)
                self._sizes[number] = size
        return True

    def _hash(self, number: int) -> bytes:
        return bytes(self._hashes[_HASH * number : _HASH * (number + 1)])

    def _entry(self, number: int, one: Input) -> Entry:
        if number in self._errors:
            return Entry(number, one.path, status=one.verdict or "failed", error=self._errors[number])
        known = Entry(number, one.path, sha256=self._hash(number).hex(), size=self._sizes[number])
        if number in self._first:
            return Entry(number, one.path, known.sha256, known.size, "duplicate", duplicate_of=self._first[number])
        return known
