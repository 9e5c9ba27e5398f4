"""Date words to values: found by rule, the words that are not plain English read by dateparser, range checked here."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from minuteparse.months import month_number, month_words, weekday_number
from minuteparse.rules import rule
from minuteparse.text import Source
from minuteparse.times import FoundTime, find_times

__all__ = ["FoundDate", "FoundTime", "complete", "find_dates", "find_times"]

_BEFORE = 90  # characters before a month in which its days may stand
_HALF_YEAR = 184
_NUMERIC_START = re.compile(r"\d{1,4}(?=[ ]?[/.-][ ]?\d{1,2}[ ]?[/.-])")
_PLAIN_WORD = re.compile(
    r"\s(?:at|and|to|thru|through|until|till|from|for|in|on|or|with|by|the|is|was|will|would|were|as|when|which|due|deadline)\b", re.IGNORECASE
)
# Where these are printed 3/4/11 is in April, whatever the order of the written dates.
_BRITISH = re.compile(r"£|\bcllrs?\b|councillor|parish council|\bclerk to the council")
_DAY = re.compile(r"\d{1,2}")
_LINK = re.compile(
    r"\s*(?:\([^()\n]{0,40}\)\s*)?(?:,|;|/|&|-|\band\b|\bto\b|\buntil\b|\bor\b|\btill\b)*\s*(?:(?:and|to|&)\s+)?(?:on\s+)?"
    r"(?:[A-Za-z]{3,9}day,?\s+)?(?:the\s+)?"
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """Date words at `start:end`. `year` is `None` where none is printed; `weekday` (0 = Monday) where one is.

    `start:end` leaves the weekday out. `via` holds spans that a part was taken from ("10 January and 24 January 2012").
    """

    start: int
    end: int
    day: int
    month: int
    year: int | None
    weekday: int | None
    by: str
    via: tuple[tuple[int, int], ...] = ()


def complete(found: FoundDate, meeting: str | None) -> str | None:
    """The ISO date, or `None` if the year cannot be fixed or there is no such day.

    A date without a year takes the one that makes its weekday true, or else the one that brings it nearest to `meeting`.
    """
    if found.year is not None:
        return _iso(found.year, found.month, found.day)
    if meeting is None:
        return None
    day_of_meeting = date.fromisoformat(meeting)
    near = []
    for year in (day_of_meeting.year - 1, day_of_meeting.year, day_of_meeting.year + 1):
        iso = _iso(year, found.month, found.day)
        if iso:
            other = date.fromisoformat(iso)
            near.append((abs((other - day_of_meeting).days), iso, other.weekday()))
    near.sort()
    if found.weekday is not None:
        near = [n for n in near if n[2] == found.weekday] or near
    return near[0][1] if near and (found.weekday is not None or near[0][0] <= _HALF_YEAR) else None


@lru_cache(maxsize=4096)
def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _possible(found: FoundDate) -> bool:
    return _iso(found.year if found.year is not None else 2000, found.month, found.day) is not None


def find_dates(source: Source) -> tuple[FoundDate, ...]:
    """All dates of the text in order, those without a year too."""
    worded, month_first = _worded(source)
    worded = _years_from_next(source, worded)
    numeric = _numeric(source, american=month_first > len(worded) - month_first)
    return tuple(sorted((d for d in worded + numeric if _possible(d)), key=lambda d: (d.start, d.end)))


def _worded(source: Source) -> tuple[list[FoundDate], int]:
    """The dates with the name of a month, and how many of them print the month first."""
    found: list[FoundDate] = []
    month_first, last = 0, 0
    for match in month_words().finditer(source.lower):
        number = month_number(match[0])
        if number is None:
            continue
        dates = _day_first(source, match, number, last)
        if not dates:
            dates = _month_first(source, match, number)
            month_first += len(dates)
        if dates:
            last = dates[-1].end
            found += dates
    return found, month_first


def _year(source: Source, at: int) -> tuple[int | None, int]:
    """The year printed at `at`, and where it ends (`at` if there is none)."""
    match = rule("dates", "year_after").pattern.match(source.folded, at, at + 20)
    if not match:
        return None, at
    if match["year"]:
        return int(match["year"]), match.end()
    short = int(match["short"] or match["bare"])
    return short + (2000 if short < 50 else 1900), match.end()  # noqa: PLR2004


def _day_first(source: Source, month: re.Match[str], number: int, floor: int) -> list[FoundDate]:
    low = max(floor, month.start() - _BEFORE)
    window = source.folded[low : month.start()]
    if not window or not any(c.isdigit() for c in window[-24:]):
        return []
    before = rule("dates", "days_before").pattern.search(window)
    if not before:
        return []
    year, end = _year(source, month.end())
    # "may" and "march" are also verbs.
    if year is None and not source.folded[month.start()].isupper() and number in (3, 5):
        return []
    days = _days(window, before)
    made = []
    for at, day in days:
        weekday = _weekday(source, low + at, end)
        made.append(FoundDate(low + at, end, day, number, year, weekday, "dates.day_month"))
    return made


def _days(window: str, before: re.Match[str]) -> list[tuple[int, int]]:
    """Where in `window` the days of a list stand, and what they are."""
    spots = [(before.start("days") + m.start(), int(m[0])) for m in _DAY.finditer(before["days"])]
    if len(spots) == 1:
        return spots
    rising = all(a[1] < b[1] for a, b in zip(spots, spots[1:], strict=False))
    joined = re.search(r"[^\W\d_]{2,}|[&/-]", re.sub(r"(?i)(?<=\d)\s?(?:st|nd|rd|th)", "", before["days"]))
    if not rising or not joined or rule("dates", "no_day_number").pattern.search(window, 0, before.start("days")):
        return spots[-1:]
    return spots


def _month_first(source: Source, month: re.Match[str], number: int) -> list[FoundDate]:
    folded = source.folded
    if not folded[month.start()].isupper():
        return []
    after = rule("dates", "day_after").pattern.match(folded, month.end(), month.end() + 60)
    if not after:
        return []
    year, end = _year(source, after.end())
    weekday = _weekday(source, month.start(), end)
    ordinal = any(c.isalpha() for c in after["days"])
    tail = folded[end : end + 4]
    if year is None and weekday is None and not ordinal and re.match(r"\s?[^\W\d_]", tail) and not _PLAIN_WORD.match(folded, end):
        return []  # "in March 20 members"
    spots = [(after.start("days") + m.start(), int(m[0])) for m in _DAY.finditer(after["days"])]
    made = [FoundDate(month.start(), end, day, number, year, None, "dates.month_day") for _, day in spots]
    return [replace(made[0], weekday=weekday), *made[1:]]


def _weekday(source: Source, start: int, end: int) -> int | None:
    match = rule("dates", "weekday_before").pattern.search(source.folded, max(0, start - 40), start)
    if not match:
        match = rule("dates", "weekday_after").pattern.match(source.folded, end, end + 20)
    return weekday_number(match["weekday"]) if match else None


def _years_from_next(source: Source, dates: list[FoundDate]) -> list[FoundDate]:
    """In "10 January and 24 January 2012" the first takes the year of the second."""
    made = list(dates)
    for i in range(len(made) - 2, -1, -1):
        this, following = made[i], made[i + 1]
        if this.year is not None or following.year is None:
            continue
        if following.start < this.end:
            made[i] = replace(this, year=following.year, via=following.via)
            continue
        link = source.folded[this.end : following.start]
        if len(link) < 60 and _LINK.fullmatch(link) and re.search(r"[,;/&-]|and|to|until|or|till", link):  # noqa: PLR2004
            # "13 December and 10 January 2024" runs over the new year.
            year = following.year - (1 if this.month > following.month + 5 else 0)
            made[i] = replace(this, year=year, via=((following.start, following.end),))
    return made


def _numeric(source: Source, *, american: bool) -> list[FoundDate]:
    numeric, iso = rule("dates", "numeric").pattern, rule("dates", "iso").pattern
    matches, found = [], []
    for spot in _NUMERIC_START.finditer(source.folded):
        match = (iso if len(spot[0]) > 2 else numeric).match(source.folded, spot.start())  # noqa: PLR2004
        if match:
            matches.append(match)
    month_first = american and not _BRITISH.search(source.lower) and not any(int(m["a"]) > 12 for m in matches if m.re is numeric)  # noqa: PLR2004
    series = _series(source) if matches else _Series(frozenset(), frozenset())
    for match in matches:
        if match.re is numeric and _is_reference(source, match, series):
            continue
        a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
        if match.re is numeric and month_first:
            a, b = b, a
        if len(match["year"]) == 2:  # noqa: PLR2004
            year += 2000 if year < 50 else 1900  # noqa: PLR2004
        weekday = _weekday(source, match.start(), match.end())
        by = "dates.numeric" if match.re is numeric else "dates.iso"
        found.append(FoundDate(match.start(), match.end(), a, b, year, weekday, by))
    return found


class _Series(NamedTuple):
    """What numbers of items share: the "/04/17" after a rising number, or the "15/12/" before one."""

    tails: frozenset[str]
    heads: frozenset[str]


_AT_LINE_START = re.compile(r"^[ \t|]*(\d{1,2})([/.-]\d{1,2}[/.-]\d{2,4})(?!\d)[ \t.)]*(?=\S|$)", re.M)
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2}/\d{1,2}/)(\d{1,2})(?![\d/])")


def _series(source: Source) -> _Series:
    """Series of item numbers that look like dates: several line starts, or three references, that differ in one part."""
    tails: dict[str, list[int]] = {}
    for match in _AT_LINE_START.finditer(source.folded):
        tails.setdefault(match[2], []).append(int(match[1]))
    heads: dict[str, set[str]] = {}
    for match in _SLASHED.finditer(source.folded):
        heads.setdefault(match[1], set()).add(match[2])
    return _Series(
        frozenset(t for t, n in tails.items() if any(b - a == 1 for a, b in zip(n, n[1:], strict=False))),
        frozenset(h for h, n in heads.items() if len(n) > 2),  # noqa: PLR2004
    )


_DATE_LEAD = re.compile(r"\b(?:on|by|dated|of|from|until|since|before|after|to|and|held|w/c|w/e|w/b|date:?)\s+$", re.IGNORECASE)


def _is_reference(source: Source, match: re.Match[str], series: _Series) -> bool:
    folded = source.folded
    short = len(match["year"]) == 2  # noqa: PLR2004
    if folded[match.end("a") : match.end()] in series.tails or folded[match.start() : match.start("year")] in series.heads:
        return True
    if rule("dates", "reference_before").pattern.search(folded, max(0, match.start() - 24), match.start()):
        return True
    mark = match["mark"].strip()
    # "10-12-14" are ages or a telephone number.
    if short and mark == "-" and not (len(match["a"]) == len(match["b"]) == 2):  # noqa: PLR2004
        return True
    lead = folded[max(0, match.start() - 12) : match.start()]
    # "4.2.10" is a paragraph unless the sentence leads to a date.
    if short and mark == "." and len(match["a"]) == len(match["b"]) == 1 and not _DATE_LEAD.search(lead):
        return True
    line_start = folded.rfind("\n", 0, match.start()) + 1
    if not (short and match.start() - line_start < 20 and not folded[line_start : match.start()].strip(" \t|(*")):  # noqa: PLR2004
        return False
    rest = folded[match.end() : match.end() + 80].split("\n", 1)[0].strip(" \t.)")
    if mark == ".":
        return bool(rest) and len(match["a"]) < 2  # noqa: PLR2004
    # Heading words after it make a minute number of it; money makes it a row of payments.
    return bool(rest) and rest[0].isupper() and "£" not in rest and "$" not in rest and "|" not in rest
