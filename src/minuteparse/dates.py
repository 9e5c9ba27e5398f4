"""Date and time words to values: found by rule, read by dateparser, weekday and range checked here."""

from __future__ import annotations

from dataclasses import dataclass

from minuteparse.text import Source


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


@dataclass(frozen=True, slots=True)
class FoundTime:
    """Time words at `start:end`; `value` is `HH:MM` of 24 hours."""

    start: int
    end: int
    value: str
    by: str


def find_dates(source: Source) -> tuple[FoundDate, ...]:
    """All dates of the text in order, those without a year too."""
    return ()


def find_times(source: Source) -> tuple[FoundTime, ...]:
    """All times of day of the text in order."""
    return ()
