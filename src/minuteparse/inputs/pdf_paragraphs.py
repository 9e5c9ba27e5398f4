"""Rows that one paragraph was broken into, put together again, also over the end of a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from minuteparse.inputs.pdf_lines import Row, char_width_of

_MARKED = re.compile(
    r"\(?(?:\d{1,3}(?:\.\d{1,3})*[a-z]{0,4}[.)]|\d{1,3}(?:\.\d{1,3})+|[a-z][.)]|[ivx]{1,5}[.)])(?:\s|$)", re.IGNORECASE
)
_BULLET = re.compile(r"[•●○■▪◦‣\uf0b7\uf0a7\uf0d8·*–-](?:\s|$)")
_ENDS = re.compile(r"[.:;!?][\"'”’)]*$")
_CLOSE = 1.35  # times the usual step from row to row within a paragraph
_HANGING = 90.0  # points by which the rows below may stand right of the first
_FIRST = 60.0  # points by which the first row may stand right of those below


@dataclass(frozen=True, slots=True)
class Placed:
    """A row with its page, from 1; `limit` is where its column's text ends on the right, `step` the usual step down."""

    row: Row
    page: int
    limit: float
    step: float
    noise: bool = False


@dataclass(slots=True)
class Paragraph:
    """Rows that are read as one line; `gap` tells of a blank line above."""

    rows: list[Placed] = field(default_factory=list)
    gap: bool = False
    noise: bool = False


def paragraphs(rows: Iterable[Placed]) -> Iterator[Paragraph]:
    """The paragraphs of a document. Furniture between the halves of one that a page's end parts comes after it."""
    open_one: Paragraph | None = None
    held: list[Paragraph] = []
    for placed in rows:
        if placed.noise:
            held.append(Paragraph([placed], noise=True))
            continue
        if open_one is not None and _goes_on(open_one.rows, placed):
            open_one.rows.append(placed)
            continue
        if open_one is not None:
            yield open_one
        yield from held
        gap = open_one is None or _apart(open_one.rows[-1], placed)
        held, open_one = [], Paragraph([placed], gap)
    if open_one is not None:
        yield open_one
    yield from held


def _apart(above: Placed, below: Placed) -> bool:
    """True if there is a blank line between two rows, or one is not below the other."""
    step = below.row.base - above.row.base
    if above.page != below.page:
        return not _full(above, below)
    return not 0 < step < 1.45 * max(above.step, 0.9 * below.row.size)


def _goes_on(rows: Sequence[Placed], below: Placed) -> bool:
    above, first = rows[-1], rows[0]
    plain = any(c.isalnum() for c in above.row.text) and any(c.isalnum() for c in below.row.text)
    if not plain or not _alike(above.row, below.row) or not _full(above, below):
        return False
    if above.page == below.page and not 0 < below.row.base - above.row.base <= _CLOSE * max(above.step, below.row.size):
        return False
    said = above.row.segments[-1].text
    begins = below.row.text
    if said.endswith("-") or _BULLET.match(begins) or (_MARKED.match(begins) and _ENDS.search(said)):
        return False
    start = above.row.segments[-1].left
    if abs(below.row.left - start) < 4:
        return True
    return len(rows) == 1 and -_FIRST < below.row.left - first.row.left < _HANGING and len(above.row.segments) == 1


def _alike(above: Row, below: Row) -> bool:
    return abs(above.size - below.size) < 0.12 * above.size and above.segments[-1].bold == below.segments[0].bold


def _full(above: Placed, below: Placed) -> bool:
    """True if the first word of the row below found no room at the end of the row above."""
    word = below.row.segments[0].words[0]
    room = above.limit - above.row.segments[-1].right
    return above.limit > 0 and room < (word.right - word.left) + char_width_of(below.row)


def right_limit(rows: Sequence[Row]) -> float:
    """Where the running text of `rows` ends on the right: so far right that several rows reach it; 0 if none does."""
    long = sorted((s.right for row in rows for s in row.segments[-1:] if len(s.words) > 4), reverse=True)
    enough = max(2, len(long) // 20)
    return next(
        (right for i, right in enumerate(long) if sum(r > right - 0.08 * right for r in long[i:]) >= enough), 0.0
    )
