"""The part of a document that says which meeting this is, with its dates and times masked for the rules."""

from __future__ import annotations

from dataclasses import dataclass

from minuteparse.dates import FoundDate, FoundTime
from minuteparse.evidence import Evidence
from minuteparse.rules import rule
from minuteparse.text import Source

DATE, TIME = "\x01", "\x02"
_LONGEST = 6000
_SHORTEST = 1600


@dataclass(frozen=True)
class Opening:
    """`masked` is the folded text up to `end`, each date (with its weekday) masked by `DATE`, each time by `TIME`.

    `attendance` is where the list of those present begins, or `end`; `header_end` where the first item does.
    """

    source: Source
    end: int
    header_end: int
    attendance: int
    masked: str
    dates: tuple[FoundDate, ...]
    times: tuple[FoundTime, ...]


def opening(evidence: Evidence) -> Opening:
    """The opening of a document: its header block and, as that may begin or end wrongly, some of what follows."""
    source = evidence.source
    header_end = evidence.outline.header_end
    end = min(len(source.text), max(min(header_end, _LONGEST), _SHORTEST))
    dates, times = evidence.dates_in(0, end), evidence.times_in(0, end)
    masked = mask(source, 0, end, dates, times)
    # The letter in front of a set of minutes has no list of those present.
    label = rule("header", "attendance_label").pattern.search(masked)
    return Opening(source, end, header_end, label.start() if label else end, masked, dates, times)


def mask(source: Source, start: int, end: int, dates: tuple[FoundDate, ...], times: tuple[FoundTime, ...]) -> str:
    """The folded `text[start:end]` with dates and times masked; of equal length."""
    chars = list(source.folded[start:end].replace(DATE, " ").replace(TIME, " "))
    for date in dates:
        low = date.start
        if date.weekday is not None:
            before = rule("dates", "weekday_before").pattern.search(source.folded, max(start, low - 40), low)
            low = before.start() if before else low
        chars[low - start : date.end - start] = DATE * (date.end - low)
    for time in times:
        chars[time.start - start : time.end - start] = TIME * (time.end - time.start)
    return "".join(chars)
