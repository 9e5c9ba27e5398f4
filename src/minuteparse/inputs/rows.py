"""Rows of tables to lines: cells beside each other on one line where they fit, else one below the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from minuteparse.inputs.draft import Line, Piece

Cell = Sequence[Line]
Row = Sequence[Cell]

_EMPTY = Piece("")
_LABEL = re.compile(r"[^.;]{2,50}:-?\s*$")
_SHORT = 60


def table_lines(rows: Sequence[Row]) -> Iterator[Line]:
    """The lines of a table, its cells' lines in order; a blank line before and after it."""
    lines = list(_lines([[_printed(cell) for cell in row] for row in rows]))
    for i, line in enumerate(lines):
        first, last = i == 0, i == len(lines) - 1
        yield replace(line, gap=line.gap or first, gap_after=line.gap_after or last) if first or last else line


def _printed(cell: Cell) -> list[Line]:
    return [line for line in cell if line.text.strip()]


def _lines(rows: Sequence[Sequence[list[Line]]]) -> Iterator[Line]:
    heads: Sequence[list[Line]] | None = None
    for row, below in pairwise([*rows, ()]):
        if heads is not None:
            for head, cell in zip_longest(heads, row, fillvalue=()):
                yield from head
                yield from cell
            heads = None
        elif _heads_columns(row, below):
            heads = row
        else:
            yield from _row(row)


def _heads_columns(row: Sequence[list[Line]], below: Sequence[list[Line]]) -> bool:
    """True if `row` holds a short label over each of several columns of lines, which are then read one by one."""
    many = sum(len(cell) > 1 for cell in below)
    labels = all(len(cell) == 1 and len(cell[0].text) < _SHORT for cell in row)
    return labels and many > 1 and len(row) == len(below) and not _in_step(below)


def _row(row: Sequence[list[Line]]) -> Iterator[Line]:
    while row and not row[-1]:
        row = row[:-1]
    many = [i for i, cell in enumerate(row) if len(cell) > 1]
    if len(row) == 1:
        yield from row[0]
    elif len(many) > 1 and not _in_step(row):
        for cell in row:
            yield from cell
    else:
        yield from _beside(row, many)


def _in_step(row: Sequence[list[Line]]) -> bool:
    """True if the cells hold as many short lines each, none of them a label: names with their posts, or two columns."""
    filled = [cell for cell in row if cell]
    return (
        len({len(cell) for cell in filled if len(cell) > 1}) == 1
        and all(len(line.text) < _SHORT and line.level is None for cell in filled for line in cell)
        and not any(_LABEL.match(cell[0].text) for cell in filled[1:])
    )


def _beside(row: Sequence[list[Line]], many: list[int]) -> Iterator[Line]:
    """The first lines of all cells on one line; the others below it; what stands right of a long cell, at its end."""
    if len(many) > 1:
        for lines in zip_longest(*row):
            yield _join(list(lines))
        return
    if not many:
        yield _join([cell[0] if cell else None for cell in row])
        return
    long, right = row[many[0]], row[many[0] + 1 :]
    yield replace(_join([*(cell[0] if cell else None for cell in row[: many[0]]), long[0]]), gap=True)
    yield from long[1:-1]
    yield _join([long[-1], *(cell[0] if cell else None for cell in right)])


def _join(lines: Sequence[Line | None]) -> Line:
    """One line of the lines of several cells; it is noise, agenda or a heading if all that it prints is."""
    printed = [line for line in lines if line is not None]
    pieces: list[Piece] = []
    for line in lines:
        pieces += line.pieces if line is not None else (_EMPTY,)
    levels = [line.level for line in printed]
    return Line(
        tuple(pieces),
        gap=any(line.gap for line in printed),
        gap_after=any(line.gap_after for line in printed),
        level=max((level for level in levels if level is not None), default=None) if None not in levels else None,
        noise=all(line.noise for line in printed),
        agenda=all(line.agenda for line in printed),
        role=next((line.role for line in printed if line.role), ""),
    )
