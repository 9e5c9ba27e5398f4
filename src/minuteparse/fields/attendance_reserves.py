"""The table of ordinary members and the reserve members who came in their place."""

from __future__ import annotations

import re

from minuteparse.fields.attendance_entries import ListReader
from minuteparse.fields.attendance_register import Found, same_person
from minuteparse.record import Person
from minuteparse.text import Source

_HEADS = re.compile(
    r"(?i)\b(?:ordinary|appointed|full|absent) members?\b[\s|:]{1,40}(?:reserve|substitute) members?\b[\s|:]{0,40}"
)
_MISSING = frozenset(["apologies", "absent"])


def read_reserves(source: Source, start: int, end: int, found: list[Found]) -> list[Found]:
    """The substitutes of a table in `text[start:end]`, by rows or by columns, whichever names only those in `found` who
    were missing as the ordinary members; nothing if that does not settle it.
    """
    head = _HEADS.search(source.folded, start, end)
    if not head:
        return []
    drafts = ListReader(source).read(head.end(), min(end, head.end() + 3000))
    people = [d.person for d in drafts]
    half = len(people) // 2
    if not half or len(people) % 2:
        return []
    rows = list(zip(people[::2], people[1::2], strict=True))
    columns = list(zip(people[:half], people[half:], strict=True))
    fits = [pairs for pairs in (rows, columns) if all(_missing(ordinary, found) for ordinary, _ in pairs)]
    if not fits or (len(fits) == 2 and rows != columns):
        return []
    return [
        Found(sub, "substitute", sub.start, sub.end, "attendance.reserves", substitute_for=one) for one, sub in fits[0]
    ]


def _missing(person: Person, found: list[Found]) -> bool:
    return any(f.status in _MISSING and same_person(f.person, person) for f in found)
