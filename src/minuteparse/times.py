"""Times of day: words to `HH:MM` of 24 hours."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minuteparse.rules import Rule, rule
from minuteparse.text import Source

_NOON = 12
_MIDNIGHT = 24
# Nothing here is a time without one of these; most documents have few.
_HINT = re.compile(r"\d|noon|midnight|midday|mid-day|ganol dydd")


@dataclass(frozen=True, slots=True)
class FoundTime:
    """Time words at `start:end`; `value` is `HH:MM` of 24 hours.

    `by` is `dates.time_bare` or `dates.time_colon` where no half of the day is printed: the value is then as printed.
    """

    start: int
    end: int
    value: str
    by: str


def find_times(source: Source) -> tuple[FoundTime, ...]:
    """All times of day of the text in order."""
    if not _HINT.search(source.lower):
        return ()
    found: dict[int, FoundTime] = {}
    taken: set[int] = set()
    for name in ("time_clock", "time_word", "time_hours", "time_range", "time_colon", "time_bare"):
        habit = rule("dates", name)
        for match in habit.pattern.finditer(source.folded):
            time = _read(habit, match, found)
            if time and time.start not in taken and time.end - 1 not in taken:
                found[time.start] = time
                taken.update(range(time.start, time.end))
    return tuple(found[at] for at in sorted(found))


def _read(habit: Rule, match: re.Match[str], later: dict[int, FoundTime]) -> FoundTime | None:
    parts = match.groupdict()
    if habit.id == "dates.time_word":
        return FoundTime(match.start(), match.end(), "12:00" if parts["noon"] else "00:00", habit.id)
    hour, minute = int(parts["h"]), int(parts.get("m") or 0)
    half = (parts.get("half") or parts.get("welsh") or "").lower()
    start, end = match.start("h"), match.end()
    if habit.id == "dates.time_range":
        second = later.get(match.end())
        end = match.end("m") if parts["m"] else match.end("h")
        if second is None or hour > _NOON:
            return None
        first = f"{hour % _NOON + (_NOON if second.value >= '12:00' else 0):02}:{minute:02}"
        # "10.30 - 1.00 pm" begins in the morning.
        if first > second.value:
            first = f"{hour % _NOON:02}:{minute:02}"
        return FoundTime(start, end, first, habit.id)
    if half:
        if hour > _MIDNIGHT - 1 or (hour == 0 and parts["m"] is None):
            return None
        if hour <= _NOON:
            hour = hour % _NOON + (0 if half[0] == "a" or half[-1] == "b" else _NOON)
    elif hour == _MIDNIGHT and minute == 0:
        hour = 0
    if hour >= _MIDNIGHT:
        return None
    return FoundTime(start, end, f"{hour:02}:{minute:02}", habit.id)
