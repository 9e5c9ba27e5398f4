"""Times of day: words to `HH:MM` of 24 hours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from minuteparse.rules import rule, words
from minuteparse.text import Source

_NOON = 12
_MIDNIGHT = 24
# Digits with what may follow the hour, or the hour and minutes, of a time. The second assertion is the narrower one:
# minutes, a half of the day, hours, the end of a range, or four digits after a blank.
_DIGITS = re.compile(
    r"\d(?<!\d\d)\d{0,3}(?=\s{0,3}(?:[.:;,aphyotu)-]|$))"
    r"(?=[ ]?[.:;,][ ]?[0-5]\d|[ ]\d\d\s?[ap]|[ ]?(?:o'clock)?[ ]?\n{0,2}[ ]?(?:[ap][.,]?[ ]?m|y[.]?[ ]?[pnhb])"
    r"|[ ]?h|[ ]?(?:-|to|until)[ ]?\d|(?<=[ \n]\d{4}))",
    re.IGNORECASE | re.MULTILINE,
)
_SPELLINGS = ("time_clock", "time_hours", "time_colon", "time_range", "time_bare", "time_military")
_LEADS = {"time_bare": "time_lead", "time_military": "military_lead"}
# The words within every time in words; what stands about them decides.
_SPOKEN = re.compile(r"\b(?:past|o'?clock|quarter\s+(?:to|before|after)|minutes?\s+(?:to|before|after))\b")
_SPOKEN_LITERALS = ("past", "oclock", "o'clock", "quarter", "minute")
_WORDS = ("noon", "midday", "mid-day", "midnight", "ganol dydd")
_LONGEST_WORD = max(map(len, _WORDS))
_BEFORE_NOON = 16  # what may stand before: "12.00 p.m. (noon)"


@dataclass(frozen=True, slots=True)
class FoundTime:
    """Time words at `start:end`; `value` is `HH:MM` of 24 hours.

    Where no half of the day is printed the value is as printed, and `open` is true if it may be noon later.
    """

    start: int
    end: int
    value: str
    by: str
    open: bool = False


def find_times(source: Source) -> tuple[FoundTime, ...]:
    """All times of day of the text in order."""
    found = _noons(source) + _in_words(source)
    taken = {at for time in found for at in range(time.start, time.end)}
    stop = 0
    for digits in _DIGITS.finditer(source.folded):
        at = digits.start()
        if at < stop or at in taken:
            continue
        time = _clock(source.folded, at)
        if time:
            found.append(time)
            stop = time.end
    return tuple(sorted(found, key=lambda time: time.start))


def _noons(source: Source) -> list[FoundTime]:
    habit = rule("dates", "time_word")
    found: list[FoundTime] = []
    for at in source.places(_WORDS):
        low = max(at - _BEFORE_NOON, found[-1].end if found else 0)
        match = habit.pattern.search(source.folded, low, at + _LONGEST_WORD + 1)
        if match and match.start(match.lastgroup or 0) == at:
            found.append(FoundTime(match.start(), match.end(), "12:00" if match["noon"] else "00:00", habit.id))
    return found


def _in_words(source: Source) -> list[FoundTime]:
    """Times such as "half past two in the afternoon"; as printed if no half of the day is."""
    habit = rule("dates", "time_in_words")
    found: list[FoundTime] = []
    for spot in _spoken(source):
        low = max(spot.start() - 24, found[-1].end if found else 0)
        match = habit.pattern.search(source.folded, low, spot.end() + 60)
        if not match:
            continue
        hour, minute = _number(match["hour"] or match["sharp"]), _minutes(match)
        if (match["side"] or match["away"]) in ("to", "before"):
            hour, minute = hour - 1, 60 - minute
        half = match["half"] or match["day"] or ("p" if match["night"] else "")
        if half:
            hour = hour % _NOON + (0 if half[0].lower() in "m" or half.lower() in ("a", "forenoon") else _NOON)
        value = f"{hour or _NOON:02}:{minute:02}"
        found.append(FoundTime(match.start(), match.end(), value, habit.id, open=not half and value < "12"))
    return found


def _spoken(source: Source) -> Iterator[re.Match[str]]:
    """The words within times in words."""
    for at in source.places(_SPOKEN_LITERALS):
        if spot := _SPOKEN.match(source.lower, at):
            yield spot


def _minutes(match: re.Match[str]) -> int:
    if match["count"]:
        return sum(_number(word) for word in re.split(r"[ -]", match["count"]))
    if match["part"]:
        return 30 if match["part"].lower() == "half" else 15
    return int(match["m"] or 0)


def _number(word: str) -> int:
    if word.isdecimal():
        return int(word)
    return 20 if word.lower() == "twenty" else words("hour_word").index(word.lower()) + 1


@cache
def _spellings() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, rule("dates", name).pattern) for name in _SPELLINGS)


def _clock(folded: str, at: int) -> FoundTime | None:
    """The time whose digits begin at `at`, by the first spelling that fits."""
    for name, pattern in _spellings():
        match = pattern.match(folded, at)
        if not match:
            continue
        if name == "time_range":
            value = _first_of_range(folded, match)
        elif name in _LEADS and not rule("dates", _LEADS[name]).pattern.search(folded, max(0, at - 40), at):
            value = None
        else:
            value = _value(match)
        if value:
            end = match.end(match.lastgroup or 0) if name == "time_range" else match.end()
            # "09:30" is of the 24 hour clock, "9:30" may be either
            either = name in ("time_bare", "time_colon") and folded[at] != "0" and "01" <= value[:2] < "12"
            return FoundTime(at, end, value, f"dates.{name}", open=either)
    return None


def _first_of_range(folded: str, match: re.Match[str]) -> str | None:
    second = rule("dates", "time_clock").pattern.match(folded, match.end())
    end = _value(second) if second else None
    hour, minute = int(match["h"]), int(match["m"] or 0)
    if end is None or hour > _NOON:
        return None
    start = f"{hour % _NOON + (_NOON if end >= '12:00' else 0):02}:{minute:02}"
    # "10.30 - 1.00 pm" begins in the morning.
    return start if start <= end else f"{hour % _NOON:02}:{minute:02}"


def _value(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    hour, minute = int(parts["h"]), int(parts.get("m") or 0)
    half = (parts.get("half") or parts.get("welsh") or "").lower().rstrip(".")
    if half and hour <= _NOON:
        if hour == 0 and not parts["m"]:
            return None
        hour = hour % _NOON + (0 if half[0] == "a" or half[-1] == "b" else _NOON)
    if hour == _MIDNIGHT and minute == 0:
        hour = 0
    return f"{hour:02}:{minute:02}" if hour < _MIDNIGHT else None
