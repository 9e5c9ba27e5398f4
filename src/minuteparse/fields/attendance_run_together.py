"""Family names that a list has lost the commas between: "Bell Dent Fox Grey". Where one person ends is not known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minuteparse.fields.attendance_register import Found
from minuteparse.lexicon import given_names
from minuteparse.rules import word_set
from minuteparse.text import Source

_INITIALS = 2  # letters of a first word that are initials
_GAP = 2  # blanks between two words; more part columns
_PAIR = 2
_TITLE = 24  # characters of a title in the plural

Span = tuple[int, int]


def run_together(source: Source, found: Sequence[Found]) -> list[Span]:
    """The stretches of `found` with two persons or more between whom only a blank stands, none told by a first name.

    Titles, initials and given names say where a person begins; without any of them a cut would be a guess. Pairs of
    words are taken for a given and a family name, but not after "Councillors", where family names stand alone.
    """
    return [
        (row[0].start, row[-1].end)
        for row in _rows(source, found)
        if not any(map(_tells, row)) and not (all(map(_in_full, row)) and not _after_plural(source, row[0].start))
    ]


def _in_full(one: Found) -> bool:
    return len(one.person.name.split()) == _PAIR


def _after_plural(source: Source, at: int) -> bool:
    before = source.folded[max(0, at - _TITLE) : at].rstrip(" \t:").rsplit(maxsplit=1)
    return bool(before) and before[-1].rstrip(".") in word_set("plural_honorific")


def _rows(source: Source, found: Sequence[Found]) -> Iterator[list[Found]]:
    row: list[Found] = []
    for one in sorted((f for f in found if f.status), key=lambda f: f.start):
        gap = source.folded[row[-1].end : one.start] if row else ""
        if row and not (0 < len(gap) <= _GAP and gap.isspace() and "\n" not in gap):
            if len(row) > 1:
                yield row
            row = []
        row.append(one)
    if len(row) > 1:
        yield row


def _tells(one: Found) -> bool:
    first = one.person.name.split()[0]
    known = given_names().get(first.lower())
    initials = len(first.strip(".")) <= _INITIALS or "." in first
    return bool(one.person.honorifics or one.role) or known is False or initials
