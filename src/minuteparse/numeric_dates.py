"""Dates in numbers, told from the numbers of items, paragraphs and applications that look like them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from minuteparse.rules import rule
from minuteparse.text import Source

_NUMERIC_START = re.compile(r"\d\d{0,3}(?=[ ]?[/.-][ ]?\d{1,2}[ ]?[/.-])")
# Where these are printed 3/4/11 is in April, whatever the order of the written dates.
_BRITISH = re.compile(r"£|\bcllrs?\b|councillor|parish council|\bclerk to the council")


class NumericDate(NamedTuple):
    """A date in numbers at `start:end`; its month may be none (13 and above)."""

    start: int
    end: int
    day: int
    month: int
    year: int
    by: str


def find_numeric(source: Source, *, american: bool) -> list[NumericDate]:
    """The dates in numbers, in order. `american`: the document writes the month first in words."""
    numeric, iso = rule("dates", "numeric").pattern, rule("dates", "iso").pattern
    matches, found = [], []
    for spot in _NUMERIC_START.finditer(source.folded):
        match = (iso if len(spot[0]) > 2 else numeric).match(source.folded, spot.start())
        if match:
            matches.append(match)
    day_first = any(int(m["a"]) > 12 for m in matches if m.re is numeric)
    month_first = american and not day_first and not _BRITISH.search(source.lower)
    series = _series(source) if matches else _Series(frozenset(), frozenset(), frozenset())
    for match in matches:
        if match.re is numeric and _is_reference(source, match, series):
            continue
        a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
        if match.re is numeric and month_first:
            a, b = b, a
        if len(match["year"]) == 2:
            year += 2000 if year < 50 else 1900
        by = "dates.numeric" if match.re is numeric else "dates.iso"
        found.append(NumericDate(match.start(), match.end(), a, b, year, by))
    return found


class _Series(NamedTuple):
    """What numbers of items share: the "/04/17" after a rising number, or the "15/12/" before one.

    `marks` are the signs between the parts of item numbers that rise three times and more.
    """

    tails: frozenset[str]
    heads: frozenset[str]
    marks: frozenset[str]


_AT_LINE_START = re.compile(r"^[ \t|]*(\d{1,2})([/.-]\d{1,2}[/.-]\d{2,4})(?!\d)[ \t.)]*(?=\S|$)", re.M)
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2}/\d{1,2}/)(\d{1,2})(?![\d/])")


def _series(source: Source) -> _Series:
    """Series of item numbers that look like dates: line starts, or references, that differ in one part."""
    tails: dict[str, list[int]] = {}
    for match in _AT_LINE_START.finditer(source.folded):
        tails.setdefault(match[2], []).append(int(match[1]))
    heads: dict[str, set[str]] = {}
    for match in _SLASHED.finditer(source.folded):
        heads.setdefault(match[1], set()).add(match[2])
    rises = {t: sum(b - a == 1 for a, b in pairwise(n)) for t, n in tails.items()}
    return _Series(
        frozenset(t for t, n in rises.items() if n),
        frozenset(h for h, n in heads.items() if len(n) > 2),
        frozenset(t[0] for t, n in rises.items() if n > 2 and len(t) < 7),
    )


_DATE_LEAD = re.compile(
    r"\b(?:on|by|dated|of|from|until|since|before|after|to|and|held|w/c|w/e|w/b|date:?)\s+$", re.IGNORECASE
)


def _is_reference(source: Source, match: re.Match[str], series: _Series) -> bool:
    folded = source.folded
    short = len(match["year"]) == 2
    tail, head = folded[match.end("a") : match.end()], folded[match.start() : match.start("year")]
    if tail in series.tails or head in series.heads:
        return True
    lead = folded[max(0, match.start() - 12) : match.start()]
    if short and match["mark"] in series.marks and not _DATE_LEAD.search(lead):
        return True  # where items are numbered 4/02/19, 9/01/19 is one of last month
    if rule("dates", "reference_before").pattern.search(folded, max(0, match.start() - 24), match.start()):
        return True
    mark = match["mark"].strip()
    digits = len(match["a"]) + len(match["b"])
    # "10-12-4" are ages or a telephone number, "4.2.10" is a paragraph unless the sentence leads to a date.
    if short and ((mark == "-" and digits < 4) or (mark == "." and digits == 2 and not _DATE_LEAD.search(lead))):
        return True
    line_start = folded.rfind("\n", 0, match.start()) + 1
    leads = match.start() - line_start < 20 and not folded[line_start : match.start()].strip(" \t|(*")
    if not (short and leads):
        return False
    rest = folded[match.end() : match.end() + 80].split("\n", 1)[0].strip(" \t.)")
    if mark == ".":
        return bool(rest) and len(match["a"]) < 2
    # Heading words after it make a minute number of it; money makes it a row of payments.
    return bool(rest) and rest[0].isupper() and "£" not in rest and "$" not in rest and "|" not in rest
