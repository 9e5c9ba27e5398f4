"""Text that remembers what its parts are: marks are set while text is appended, and follow every later edit."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

SPACE = re.compile(r"\s+")


@dataclass(eq=False)
class Mark:
    """A span of the text, what it is, and what the gold says of it."""

    kind: str
    start: int
    end: int
    data: dict[str, Any] = field(default_factory=dict)

    def __getitem__(self, key: str) -> Any:
        """One of the data, or None."""
        return self.data.get(key)


class Writer:
    """Appends text and marks; `edit` changes the text afterwards and moves the marks with it."""

    def __init__(self) -> None:
        """Keep at hand what the work needs."""
        self._pieces: list[str] = []
        self._tail = ""
        self.length = 0
        self.marks: list[Mark] = []
        self.noise: list[Mark] = []
        self.raise_next = False

    @property
    def text(self) -> str:
        """All that was written so far."""
        if len(self._pieces) > 1:
            self._pieces = ["".join(self._pieces)]
        return self._pieces[0] if self._pieces else ""

    @property
    def tail(self) -> str:
        """The last piece written, to see what a next one would touch."""
        return self._tail

    def add(self, piece: str) -> None:
        """Append text."""
        if piece:
            if self.raise_next:
                piece, self.raise_next = piece[0].upper() + piece[1:], False
            self._pieces.append(piece)
            self._tail = piece
            self.length += len(piece)

    def put(self, kind: str, piece: str, /, **data: Any) -> Mark:
        """Append text that is marked as a whole."""
        with self.mark(kind, **data) as mark:
            self.add(piece)
        return mark

    @contextmanager
    def mark(self, kind: str, /, **data: Any) -> Iterator[Mark]:
        """Mark all that is appended inside the block."""
        mark = Mark(kind, self.length, self.length, data)
        self.marks.append(mark)
        yield mark
        mark.end = self.length

    def trim(self, ends: str) -> None:
        """Take characters off the end of the text, as when a full stop must not be doubled."""
        text = self.text
        kept = text.rstrip(ends)
        self._pieces, self.length = [kept], len(kept)
        self._tail = kept[-1:]
        for mark in self.marks:
            mark.end = min(mark.end, self.length)

    def edit(self, edits: list[tuple[int, int, str, bool]]) -> None:
        """Replace spans by other text; the last value says whether what comes in is noise that no answer holds."""
        if not edits:
            return
        edits = sorted(edits, key=lambda e: (e[0], e[1]))
        text, pieces, cursor, grown = self.text, [], 0, 0
        kept: list[tuple[int, int, str]] = []
        shifts: list[int] = []
        for start, end, new, foreign in edits:
            if start < cursor:
                continue
            pieces += [text[cursor:start], new]
            if foreign:
                self.noise.append(Mark("noise", start + grown, start + grown + len(new), {"fresh": True}))
            grown += len(new) - (end - start)
            kept.append((start, end, new))
            shifts.append(grown)
            cursor = end
        pieces.append(text[cursor:])
        ends = [end for _, end, _ in kept]

        def moved(offset: int, closing: bool) -> int:
            done = bisect_right(ends, offset)
            while closing and done and kept[done - 1][0] == kept[done - 1][1] == offset:
                done -= 1
            before = shifts[done - 1] if done else 0
            if done < len(kept) and kept[done][0] < offset:
                start, _, new = kept[done]
                return start + before + (0 if closing else len(new))
            return offset + before

        for mark in [*self.marks, *self.noise]:
            if not mark.data.pop("fresh", False):
                mark.start, mark.end = moved(mark.start, False), moved(mark.end, True)
        self._pieces = ["".join(pieces)]
        self.length = len(self._pieces[0])

    def swap(self, change: Callable[[str], str]) -> None:
        """Replace the text by another of the same length."""
        text = change(self.text)
        assert len(text) == self.length
        self._pieces = [text]

    def quote(self, start: int, end: int) -> str:
        """The text of a span as an answer prints it: white space collapsed, noise of the page left out."""
        text, pieces, cursor = self.text, [], start
        for noise in self.noise:
            if start <= noise.start and noise.end <= end and noise.start >= cursor:
                pieces.append(text[cursor : noise.start])
                cursor = noise.end
        pieces.append(text[cursor:end])
        return SPACE.sub(" ", " ".join(pieces) if len(pieces) > 1 else pieces[0]).strip()

    def of(self, mark: Mark | None) -> str | None:
        """The quote of a mark."""
        return None if mark is None else self.quote(mark.start, mark.end)
