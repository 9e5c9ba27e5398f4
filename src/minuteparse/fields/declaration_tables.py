"""Declarations printed as a table: a heading line that names the columns, and a row for each member."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minuteparse.fields.actor_lists import people_from
from minuteparse.fields.interests import terms_of
from minuteparse.record import Declaration, Person
from minuteparse.rules import rule
from minuteparse.text import Source

_GAP = re.compile(r"[ ]{2,}")
_RULER = re.compile(r"[\s|+=_-]*")
_NUMBER = re.compile(r"[A-Z]{0,3}\d[\w./()-]*")
_DEEPER = 5  # blanks by which a line that goes on with the row above stands deeper
_MOST_LINES = 120
_LONGEST_LINE = 1500


def find_tabled(source: Source, start: int, end: int) -> list[Declaration]:
    """The declarations of the tables in `text[start:end]`, in order of the text."""
    habit = rule("declarations", "table_head")
    found: list[Declaration] = []
    for head in habit.pattern.finditer(source.folded, start, end):
        if found and head.start() < found[-1].end:
            continue
        separator = "|" if "|" in head[0] else "\t" if "\t" in head[0] else ""
        titles = [t.strip().lower() for t in _split(head[0].strip(" |\n"), separator)]
        for people, low, high in _rows(source, head.end(), end, separator):
            found += _declared(source, titles, separator, people, low, high)
    return found


def _split(line: str, separator: str) -> list[str]:
    return line.split(separator) if separator else _GAP.split(line)


def _rows(source: Source, at: int, end: int, separator: str) -> Iterator[tuple[list[Person], int, int]]:
    """The members of each row with where it begins and ends; lines without a first cell go on with the row above."""
    row: tuple[list[Person], int, int] | None = None
    margin = 0
    for _ in range(_MOST_LINES):
        stop = source.folded.find("\n", at, min(end, at + _LONGEST_LINE))
        stop = min(end, at + _LONGEST_LINE) if stop < 0 else stop
        line = source.folded[at:stop]
        if not _RULER.fullmatch(line):
            cells = _split(line.strip(" ").removeprefix("|"), separator)
            deeper = not separator and _indent(line) >= margin + _DEEPER
            goes_on = row is not None and (deeper or not cells[0].strip())
            if goes_on and row is not None:
                row = (row[0], row[1], stop)
            else:
                if row is not None:
                    yield row
                row, margin = _row(source, at, stop, cells), _indent(line)
                if row is None:
                    return
        if stop >= end:
            break
        at = stop + 1
    if row is not None:
        yield row


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _row(source: Source, at: int, stop: int, cells: list[str]) -> tuple[list[Person], int, int] | None:
    name = cells[0].strip()
    if len(cells) < 2 or not name:
        return None
    low = source.folded.index(name, at, stop)
    people, read_to = people_from(source, low, low + len(name), one_line=True)
    rest = source.folded[read_to : low + len(name)].strip(" .:")
    return (people, low, stop) if people and (not rest or rest[0] == "(") else None


def _declared(
    source: Source, titles: list[str], separator: str, people: list[Person], low: int, high: int
) -> Iterator[Declaration]:
    begin = people[-1].end
    terms = terms_of(source, begin, high, cells=True)
    cells = [c.strip() for c in _split(source.folded[low:high].split("\n")[0].strip(" |"), separator)]
    under = dict(zip(titles, cells, strict=False))
    item, nature = terms.item, terms.nature
    for title, cell in under.items():
        if item is None and re.match(r"agenda|item|minute|report", title) and (number := _NUMBER.match(cell)):
            item = number[0]
        if nature is None and re.match(r"nature|reason|detail", title) and len(cell) > 3:
            nature = cell
    for person in people:
        yield Declaration(
            member=person,
            interest=terms.interest,
            agenda_item=item,
            nature=nature,
            start=low,
            end=high,
            by="declarations.tabled",
        )
