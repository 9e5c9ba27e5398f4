"""Divisions printed as tables: a column a side, with the names in the columns, or with marks beside the names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from minuteparse.fields.actor_lists import people_from
from minuteparse.fields.vote_counts import Side, Span, side_of
from minuteparse.record import Person
from minuteparse.rules import rule
from minuteparse.text import Source


@dataclass(frozen=True, slots=True)
class Column:
    """Those named in one column of a table that runs over `start:end`; `total` is the number in its heading."""

    start: int
    end: int
    side: Side
    people: tuple[Person, ...]
    total: int | None


@dataclass(frozen=True, slots=True)
class _Cell:
    """Words between two separators; `column` is their place in the line."""

    start: int
    end: int
    text: str
    column: int


@dataclass(frozen=True, slots=True)
class _Head:
    """The heading of a table: for each cell its side, or `None` for the absent and for what is no side."""

    cells: tuple[_Cell, ...]
    sides: tuple[Side | None, ...]
    separator: str
    line_start: int
    end: int


_SIDE = re.compile(
    r"(?:(?:voted|voting|those|members|councillors)\s+){0,3}"
    r"(?P<side>for|motion|in\s+favou?r|ayes?|yeas?|yes|against|amendment|opposed|nays?|noes|no(?:\s+vote)?|abst(?:entions?|ain(?:ed|ing|ers)?)"
    r"|(?P<none>absent|apologies|recused?|excused|not\s+present|did\s+not\s+vote|conflict.{0,14}))\s*\(?(?P<total>\d{1,3})?\)?:?",
    re.I,
)
_MARK = re.compile(r"(?:[xX*√✓✔☑•1]|[Yy](?:es)?|/)\.?")
# Between two headings of columns, and the second of them, in lower case.
_PARTED = re.compile(
    r"(?:\||\t|  )[ \t|]{0,60}"
    r"(?:for|in\s|aye|yea|yes|against|amendment|opposed|nay|no|abs|apologies|recuse|excused)"
)
_WIDE = re.compile(r"[^ ]+(?: [^ ]+)*")
_SLACK = 6
# Rows may be spaced out, and a page may end between them.
_MOST_BLANKS = 4
_MOST_ROWS = 130
_LONGEST_ROW = 1200


def find_tables(source: Source, windows: list[Span], end: int) -> Iterator[Column]:
    """The columns of the tables of names that begin in the stretches `windows`; they may run on to `end`."""
    habit, at = rule("votes", "table_head"), 0
    for low, high in windows:
        if not _PARTED.search(source.lower, low, high):
            continue
        for match in habit.pattern.finditer(source.folded, low, high):
            if match.start() < at or (head := _head(source, match, end)) is None:
                continue
            columns = list(_in_line(source, head, end) if head.end < _line_end(source, head.end, end) else ())
            columns = columns or list(_in_rows(source, head, end))
            at = max([at, *(c.end for c in columns)])
            yield from columns


def _line_end(source: Source, at: int, end: int) -> int:
    found = source.folded.find("\n", at, end)
    return end if found < 0 else found


def _head(source: Source, match: re.Match[str], end: int) -> _Head | None:
    separator = "|" if "|" in match[0] else "\t" if "\t" in match[0] else ""
    begin = source.folded.rfind("\n", max(match.start() - 200, 0), match.start()) + 1
    stop = min(_line_end(source, match.start(), end), begin + _LONGEST_ROW)
    cells = _cells(source, begin, stop, separator)
    kept: list[_Cell] = []
    sides: list[Side | None] = []
    for cell in cells:
        side = _SIDE.fullmatch(cell.text)
        if cell.end <= match.start() or side is None:
            if cell.start >= match.start():
                break
            tail = _tail_side(cell, match.start())
            kept.append(tail or cell)
            sides.append(side_of(tail.text) if tail else None)
            continue
        kept.append(cell)
        sides.append(None if side["none"] else side_of(side["side"]))
    if sum(side is not None for side in sides) < 1 or len(kept) < 2:
        return None
    return _Head(tuple(kept), tuple(sides), separator, begin, kept[-1].end)


def _tail_side(cell: _Cell, at: int) -> _Cell | None:
    """The side at the end of a cell that begins with other words: "was as follows: For"."""
    if not cell.start < at < cell.end:
        return None
    text = cell.text[at - cell.start :]
    return _Cell(at, cell.end, text, cell.column + at - cell.start) if _SIDE.fullmatch(text) else None


def _cells(source: Source, start: int, end: int, separator: str) -> list[_Cell]:
    """The cells of a line; those between spaces are the runs of words, those between signs may be empty."""
    folded = source.folded
    if not separator:
        return [
            _Cell(m.start(), m.end(), m[0], m.start() - start)
            for m in _WIDE.finditer(folded, start, end)
            if m[0].strip()
        ]
    cells, at = [], start
    if folded[start:end].lstrip().startswith("|"):
        at = folded.index("|", start) + 1
    while at <= end:
        cut = folded.find(separator, at, end)
        cut = end if cut < 0 else cut
        text = folded[at:cut]
        low = at + len(text) - len(text.lstrip())
        cells.append(_Cell(low, max(low, at + len(text.rstrip())), text.strip(), low - start))
        at = cut + 1
    return cells


def _in_line(source: Source, head: _Head, end: int) -> Iterator[Column]:
    """The columns of a table whose rows were run together on the line of its heading."""
    if head.separator != "|":
        return
    sides = head.sides[_first_side(head) :]
    stop = min(_line_end(source, head.end, end), head.end + 3 * _LONGEST_ROW)
    begin = source.folded.find("|", head.end, stop)
    if begin < 0:
        return
    found: list[list[Person]] = [[] for _ in sides]
    last = head.end
    for i, cell in enumerate(_cells(source, begin, stop, "|")):
        people = _people(source, cell) if cell.text else []
        if cell.text and not people:
            break
        found[i % len(sides)] += people
        last = cell.end if people else last
    yield from _columns(head, sides, found, last)


def _first_side(head: _Head) -> int:
    return next(i for i, side in enumerate(head.sides) if side)


def _in_rows(source: Source, head: _Head, end: int) -> Iterator[Column]:
    found: list[list[Person]] = [[] for _ in head.cells]
    at, last = _line_end(source, head.end, end), head.end
    blanks = 0
    for _ in range(_MOST_ROWS):
        begin = at + 1
        if begin >= end:
            break
        at = min(_line_end(source, begin, end), begin + _LONGEST_ROW)
        if not source.folded[begin:at].strip(" \t\r|-+:"):
            blanks += 1
            if blanks > _MOST_BLANKS:
                break
            continue
        row = _row(source, head, _cells(source, begin, at, head.separator))
        if row is None:
            break
        blanks, last = 0, at
        for i, people in row:
            found[i] += people
    yield from _columns(head, head.sides, found, last)


def _row(source: Source, head: _Head, cells: list[_Cell]) -> list[tuple[int, list[Person]]] | None:
    """Whom a row puts in which column, or `None` if it is no row of this table."""
    if head.separator and len(cells) < 2:
        return None
    filled = [(i, c) for i, c in enumerate(cells) if c.text]
    if not head.separator and any(_distance(_nearest(head, c), c) > _SLACK for _, c in filled[-1:]):
        return None
    marks = [(i, c) for i, c in filled[1:] if _MARK.fullmatch(c.text)]
    if len(marks) == 1 and len(people := _people(source, filled[0][1])) == 1:
        return [(_column(head, *marks[0]), people)]
    row = []
    for i, cell in filled:
        people = _people(source, cell)
        if not people:
            return None
        row.append((_column(head, i, cell), people))
    return row


def _column(head: _Head, index: int, cell: _Cell) -> int:
    """The column of the head that `cell` stands in: by its place in the row, or below which heading it stands."""
    if head.separator:
        return min(index, len(head.cells) - 1)
    return head.cells.index(_nearest(head, cell))


def _nearest(head: _Head, cell: _Cell) -> _Cell:
    return min(head.cells, key=lambda heading: _distance(heading, cell))


def _distance(heading: _Cell, cell: _Cell) -> int:
    """How many columns `cell` begins outside of its heading."""
    return max(heading.column - cell.column, cell.column - heading.column - len(heading.text), 0)


def _people(source: Source, cell: _Cell) -> list[Person]:
    people, stop = people_from(source, cell.start, cell.end, one_line=True)
    rest = source.folded[stop : cell.end].strip(" .,;*")
    return people if not rest or (rest[0] == "(" and rest[-1] == ")") else []


def _columns(head: _Head, sides: tuple[Side | None, ...], found: list[list[Person]], last: int) -> Iterator[Column]:
    shift = len(head.cells) - len(sides)
    for i, side in enumerate(sides):
        if side and found[i]:
            total = _SIDE.fullmatch(head.cells[i + shift].text)
            number = int(total["total"]) if total and total["total"] else None
            yield Column(head.line_start, last, side, tuple(found[i]), number)
