"""Text and marks that may overlap in any way, as blocks of well-nested HTML elements.

A mark that crosses the end of another, or of a block, is continued in a further piece; the pieces of a mark, joined,
are `text[start:end]`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from minuteparse.view.values import Mark

_LINES = 40
_WIDTH = 90
_BREAK = re.compile(r"\r\n|\n|\r|\f")
# What a browser does not break the line at, though it ends one here.
_ODD_BREAK = re.compile(r"\f|\r(?!\n)")

HEADING = 0
"""The number of the marks that are headings of items, which have no entry of their own in the record."""


@dataclass(frozen=True, slots=True)
class Token:
    """One step of writing a block: text, a line end that browsers do not know, or the border of a piece of a mark.

    `first` and `last` tell the pieces that a mark begins and ends with.
    """

    act: Literal["text", "break", "open", "close"]
    text: str = ""
    mark: Mark | None = None
    first: bool = False
    last: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """Some lines of the text. `lines` is how many a page of usual width shows them in, for the height unseen."""

    lines: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the text in blocks: an item if it has a mark, else what stands before or after the items."""

    mark: Mark | None
    blocks: tuple[Block, ...]


def stretches(text: str, items: Sequence[Mark], marks: Iterable[Mark]) -> tuple[Stretch, ...]:
    """All of `text`, cut at the borders of `items` (marks that follow each other) and, within, into blocks of lines.

    >>> item = Mark(1, "item", 6, 12, of=1)
    >>> [(stretch.mark, len(stretch.blocks)) for stretch in stretches("Head. Item. End.", [item], [])]
    [(None, 1), (Mark(number=1, kind='item', start=6, end=12, of=1), 1), (None, 1)]
    """
    cuts: list[tuple[int, int, Mark | None]] = []
    at = 0
    for mark in items:
        cuts += [(at, mark.start, None)] if at < mark.start else []
        cuts.append((mark.start, mark.end, mark))
        at = mark.end
    cuts += [(at, len(text), None)] if at < len(text) or not cuts else []
    pen = _Pen(text, marks)
    found = []
    for start, end, item in cuts:
        blocks = tuple(Block(lines, tuple(pen.write(low, high))) for low, high, lines in _blocks(text, start, end))
        found.append(Stretch(item, blocks))
    if rest := tuple(pen.write(len(text), len(text), last=True)):  # marks of no width at the very end
        found.append(Stretch(None, (Block(1, rest),)))
    return tuple(found)


def _blocks(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """`start:end` cut after every so many lines, each with the number of lines that it shows in."""
    begin, lines, at = start, 0, start
    for found in _BREAK.finditer(text, start, end):
        lines += 1 + (found.start() - at) // _WIDTH
        at = found.end()
        if lines >= _LINES:
            yield begin, at, lines
            begin, lines = at, 0
    if begin < end:
        yield begin, end, lines + (1 + (end - at) // _WIDTH if at < end else 0)


class _Pen:
    """Writes a text from its start to its end, keeping the marks that are open."""

    def __init__(self, text: str, marks: Iterable[Mark]) -> None:
        """Put the marks in the order in which they open: the longer first, and of equals the earlier in the record."""
        self._text = text
        self._waiting = sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.number))
        self._starts = [mark.start for mark in self._waiting]
        self._next = 0
        self._open: list[Mark] = []
        self._breaks = [found.start() for found in _ODD_BREAK.finditer(text)]

    def write(self, start: int, end: int, *, last: bool = False) -> Iterator[Token]:
        """The tokens of the block `start:end`; marks that go on are closed at its end, and opened again in the next.

        A mark of no width stands in the block that begins there; with `last`, in the one that ends there.
        """
        for mark in self._open:
            yield Token("open", mark=mark)
        stop = bisect_left(self._starts, end + last)
        at = start
        while at < end or (last and self._next < stop):
            yield from self._begin(at, stop)
            following = min([end, *(mark.end for mark in self._open)])
            if self._next < stop:
                following = min(following, self._starts[self._next])
            yield from self._plain(at, following)
            at = following
            yield from self._finish(at, whole=at == end)

    def _begin(self, at: int, stop: int) -> Iterator[Token]:
        while self._next < stop and self._starts[self._next] <= at:
            mark = self._waiting[self._next]
            self._next += 1
            yield Token("open", mark=mark, first=True)
            if mark.end > at:
                self._open.append(mark)
            else:
                yield Token("close", mark=mark, last=True)

    def _finish(self, at: int, *, whole: bool) -> Iterator[Token]:
        """Close what ends at `at`, and for a while what was opened within it; with `whole`, all that is open."""
        ending = [i for i, mark in enumerate(self._open) if mark.end <= at]
        low = 0 if whole else ending[0] if ending else len(self._open)
        for mark in reversed(self._open[low:]):
            yield Token("close", mark=mark, last=mark.end <= at)
        going_on = [mark for mark in self._open[low:] if mark.end > at]
        del self._open[low:]
        self._open += going_on
        if not whole:
            for mark in going_on:
                yield Token("open", mark=mark)

    def _plain(self, start: int, end: int) -> Iterator[Token]:
        for at in self._breaks[bisect_left(self._breaks, start) : bisect_left(self._breaks, end)]:
            if start < at:
                yield Token("text", self._text[start:at])
            yield Token("break", self._text[at])
            start = at + 1
        if start < end:
            yield Token("text", self._text[start:end])
