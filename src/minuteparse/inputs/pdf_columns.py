"""Rows of a page in the order in which they are read: columns of running text, and labelled ones, one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minuteparse.inputs.pdf_lines import Row, Segment
from minuteparse.rules import rule

_FULL = 0.8  # of the width of a column: a line so long goes on in the next
_MOST_FULL = 0.55  # of the lines of a column of running text are full
_MOST_ROWS = 120  # of one stretch of columns; no page has more, but for one made to take hours
_MOST_TRIES = 8  # rows of one stretch that are tried as the first of columns
_FEWEST = 4  # rows of a stretch of columns of running text


@dataclass(frozen=True, slots=True)
class _Gutter:
    """The blank band between two columns."""

    left: float
    right: float


def in_reading_order(rows: Sequence[Row], noise: frozenset[int]) -> Iterator[list[Row]]:
    """`rows` in blocks that are read one after the other: columns are cut apart, and each is a block.

    `noise` holds ids of rows that are left alone.
    """
    block: list[Row] = []
    at = until = failed = 0
    while at < len(rows):
        tired = at < until and failed >= _MOST_TRIES and not _labels(rows[at])
        stop, gutter = (at, None) if tired else _columns_at(rows, at, noise)
        if gutter is None:
            failed = failed + 1 if at < until else 1
            until = max(until, stop)
            block.append(rows[at])
            at += 1
        else:
            yield block
            yield from _cut(rows[at:stop], gutter)
            block, at = [], stop
    yield block


def _cut(rows: Sequence[Row], gutter: _Gutter) -> Iterator[list[Row]]:
    left = [[s for s in row.segments if s.right <= gutter.right] for row in rows]
    right = [[s for s in row.segments if s.right > gutter.right] for row in rows]
    for side in (left, right):
        pairs = zip(rows, side, strict=True)
        yield [Row(tuple(segments), row.base, row.size) for row, segments in pairs if segments]


def _columns_at(rows: Sequence[Row], at: int, noise: frozenset[int]) -> tuple[int, _Gutter | None]:
    """Where what may be columns from the row at `at` on ends, and the band between them; None if it is no columns."""
    first = rows[at]
    if len(first.segments) != 2 or id(first) in noise:
        return at, None
    gutter = _Gutter(first.segments[0].right, first.segments[1].left)
    stop = at + 1
    while stop < min(len(rows), at + _MOST_ROWS) and id(rows[stop]) not in noise:
        narrowed = _narrowed(gutter, rows[stop])
        if narrowed is None:
            break
        gutter, stop = narrowed, stop + 1
    columns = _labels(first) or _running(rows[at:stop], gutter)
    return stop, gutter if columns else None


def _labels(row: Row) -> bool:
    """True if each segment of `row` is the label of a column."""
    return all(rule("inputs", "column-head").pattern.match(s.text) for s in row.segments)


def _narrowed(gutter: _Gutter, row: Row) -> _Gutter | None:
    """`gutter` as far as `row` leaves it blank; None if the row crosses it."""
    left, right = gutter.left, gutter.right
    for segment in row.segments:
        if segment.right <= gutter.right - 1 and segment.left < gutter.left:
            left = max(left, segment.right)
        elif segment.left >= gutter.left + 1:
            right = min(right, segment.left)
        else:
            return None
    return _Gutter(left, right) if right - left >= 0.7 * row.size else None


def _running(rows: Sequence[Row], gutter: _Gutter) -> bool:
    """True if both columns hold running text: most of their lines are full."""
    sides: tuple[list[Segment], list[Segment]] = ([], [])
    both = 0
    for row in rows:
        parts = (
            [s for s in row.segments if s.right <= gutter.right],
            [s for s in row.segments if s.right > gutter.right],
        )
        if any(len(part) > 1 for part in parts):
            return False
        both += all(parts)
        sides[0].extend(parts[0])
        sides[1].extend(parts[1])
    return both >= _FEWEST and all(_full(side) for side in sides)


def _full(side: Sequence[Segment]) -> bool:
    left, right = min(s.left for s in side), max(s.right for s in side)
    long = sum(s.right - left >= _FULL * (right - left) for s in side)
    words = sum(len(s.words) for s in side)
    return long >= _MOST_FULL * len(side) and words >= 4 * len(side)
