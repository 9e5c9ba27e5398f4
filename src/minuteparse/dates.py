"""Date words to values: found by rule, the words that are not plain English read by dateparser, range checked here."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import pairwise

from minuteparse.months import MonthWord, month_number, month_words, weekday_number
from minuteparse.numeric_dates import find_numeric
from minuteparse.rules import rule, words
from minuteparse.text import Source
from minuteparse.times import FoundTime, find_times

__all__ = ["FoundDate", "FoundTime", "complete", "find_dates", "find_times"]

_BEFORE = 90  # characters before a month in which its days may stand
_HALF_YEAR = 184
_PLAIN_WORD = re.compile(
    r"\s(?:at|and|to|thru|through|until|till|from|for|in|on|or|with|by|the|is|was|will|would|were|as|when|which)\b",
    re.IGNORECASE,
)
_TITLED = re.compile(r"(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Prof)\.?\s$")  # Mrs May is no month
_NUMBER_OF_ITEM = re.compile(r"(?:\A|\n)[ \t]*\d{1,2}[.)][ \t]+\Z")
_DAY = re.compile(r"\d{1,2}")
_LINK = re.compile(
    r"\s*(?:\([^()\n]{0,40}\)\s*)?(?:,|;|/|&|-|\band\b|\bto\b|\buntil\b|\bor\b|\btill\b)*\s*"
    r"(?:(?:and|to|&)\s+)?(?:on\s+)?"
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

    A date without a year takes the one that makes its weekday true, or else the one nearest to `meeting`.
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
    worded, american = _worded(source)
    worded = _years_from_next(source, worded)
    numeric = [
        FoundDate(n.start, n.end, n.day, n.month, n.year, _weekday(source, n.start, n.end), n.by)
        for n in find_numeric(source, american=american)
    ]
    return tuple(sorted((d for d in worded + numeric if _possible(d)), key=lambda d: (d.start, d.end)))


def _worded(source: Source) -> tuple[list[FoundDate], bool]:
    """The dates with the name of a month, and whether most print the month first as Americans do.

    "October 28th" without a year is British too; "October 28, 2023" tells.
    """
    found: list[FoundDate] = []
    day_first, month_first, last = 0, 0, 0
    for word in month_words(source):
        number = month_number(word.text)
        if number is None:
            continue
        dates = _day_first(source, word, number, last)
        if not dates:
            dates = _month_first(source, word, number)
            month_first += sum(d.year is not None for d in dates)
        else:
            day_first += len(dates)
        if dates:
            last = dates[-1].end
            found += dates
    return found, month_first > day_first


def _year(source: Source, at: int) -> tuple[int | None, int]:
    """The year printed at `at`, and where it ends (`at` if there is none)."""
    match = rule("dates", "year_after").pattern.match(source.folded, at, at + 20)
    if not match:
        return None, at
    if match["year"]:
        return int(match["year"]), match.end()
    short = int(match["short"] or match["bare"])
    return short + (2000 if short < 50 else 1900), match.end()


def _day_first(source: Source, month: MonthWord, number: int, floor: int) -> list[FoundDate]:
    low = max(floor, month.start - _BEFORE)
    window = source.folded[low : month.start]
    if not any(c.isdigit() for c in window[-24:]):
        return _day_in_words(source, month, number, window)
    before = rule("dates", "days_before").pattern.search(window)
    if not before:
        return []
    year, end = _year(source, month.end)
    # "may" and "march" are also verbs.
    if year is None and not source.folded[month.start].isupper() and number in (3, 5):
        return []
    if year is None and _NUMBER_OF_ITEM.search(window):
        return []  # "2. May Financials" is an item's number and title
    days = _days(window, before)
    made = []
    for at, day in days:
        weekday = _weekday(source, low + at, end)
        made.append(FoundDate(low + at, end, day, number, year, weekday, "dates.day_month"))
    return made


def _day_in_words(source: Source, month: MonthWord, number: int, window: str) -> list[FoundDate]:
    """The date of "the sixth of October, 2012"."""
    if window[-4:].lower().strip() != "of":
        return []
    habit = rule("dates", "day_in_words")
    match = habit.pattern.search(window)
    if not match:
        return []
    start = month.start - len(window) + match.start("day")
    year, end = _year(source, month.end)
    day = words("ordinal_word").index(match["day"].lower()) + 1
    return [FoundDate(start, end, day, number, year, _weekday(source, start, end), habit.id)]


def _days(window: str, before: re.Match[str]) -> list[tuple[int, int]]:
    """Where in `window` the days of a list stand, and what they are."""
    spots = [(before.start("days") + m.start(), int(m[0])) for m in _DAY.finditer(before["days"])]
    if len(spots) == 1:
        return spots
    rising = all(a[1] < b[1] for a, b in pairwise(spots))
    joined = re.search(r"[^\W\d_]{2,}|[&/-]", re.sub(r"(?i)(?<=\d)\s?(?:st|nd|rd|th)", "", before["days"]))
    if not rising or not joined or rule("dates", "no_day_number").pattern.search(window, 0, before.start("days")):
        return spots[-1:]
    return spots


def _month_first(source: Source, month: MonthWord, number: int) -> list[FoundDate]:
    folded = source.folded
    if not folded[month.start].isupper() or _TITLED.search(folded, max(0, month.start - 16), month.start):
        return []
    after = rule("dates", "day_after").pattern.match(folded, month.end, month.end + 60)
    if not after:
        return []
    if "\n" in folded[month.end : after.start("days")] and folded[after.end() : after.end() + 1] in (".", ")"):
        return []  # the number of the next entry
    year, end = _year(source, after.end())
    if year is None and any(mark in folded[month.end : after.start("days")] for mark in ".,"):
        return []  # "in December, 2 in January"
    weekday = _weekday(source, month.start, end)
    ordinal = any(c.isalpha() for c in after["days"])
    tail = folded[end : end + 4]
    if (
        year is None
        and weekday is None
        and not ordinal
        and re.match(r"\s?[^\W\d_]", tail)
        and not _PLAIN_WORD.match(folded, end)
    ):
        return []  # "in March 20 members"
    spots = [(after.start("days") + m.start(), int(m[0])) for m in _DAY.finditer(after["days"])]
    made = [FoundDate(month.start, end, day, number, year, None, "dates.month_day") for _, day in spots]
    return [replace(made[0], weekday=weekday), *made[1:]]


def _weekday(source: Source, start: int, end: int) -> int | None:
    before, low = rule("dates", "weekday_before"), max(0, start - 40)
    match = before.pattern.search(source.folded, low, start) if before.may_stand(source, low, start) else None
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
        if len(link) < 60 and _LINK.fullmatch(link) and re.search(r"[,;/&-]|and|to|until|or|till", link):
            # "13 December and 10 January 2024" runs over the new year.
            year = following.year - (1 if this.month > following.month + 5 else 0)
            made[i] = replace(this, year=year, via=((following.start, following.end),))
    return made
