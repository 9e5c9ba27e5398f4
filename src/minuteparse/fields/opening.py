"""The part of a document that says which meeting this is, with its dates and times masked for the rules."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property

from minuteparse.dates import FoundDate, FoundTime
from minuteparse.evidence import Evidence
from minuteparse.rules import rule, words
from minuteparse.text import Source

DATE, TIME = "\x01", "\x02"
_LONGEST = 6000
_SHORTEST = 1600
_BREAK = re.compile("\n")


@cache
def body_noun() -> re.Pattern[str]:
    """Finds, in lower case, the words that name a body that meets."""
    rests: dict[str, list[str]] = {}
    for word in sorted((w.lower() for w in words("body_noun")), key=lambda w: (-len(w), w)):
        rests.setdefault(word[0], []).append(re.escape(word[1:]).replace(r"\ ", r"\s+"))
    # The initials stand first and the look behind them after, so that the engine skips to words that may begin one.
    branches = [rf"{initial}(?<![^\W\d_].)(?:{'|'.join(rest)})" for initial, rest in rests.items()]
    return re.compile(rf"(?:{'|'.join(branches)})(?![^\W\d_])")


@cache
def _first_words() -> tuple[str, ...]:
    first = {re.split(r"[ -]", w.lower())[0] for w in words("body_noun")}
    return tuple(sorted(w for w in first if not any(w.startswith(other) for other in first - {w})))


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

    @cached_property
    def lower(self) -> str:
        """`masked` in lower case, of the same length."""
        low = self.masked.lower()
        return low if len(low) == len(self.masked) else "".join(c.lower()[0] for c in self.masked)

    @cached_property
    def nouns(self) -> tuple[int, ...]:
        """Where words that name a body begin, in order."""
        noun, lower = body_noun(), self.lower
        return tuple(at for at in self.source.places(_first_words()) if at < self.end and noun.match(lower, at))

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Where the lines of `masked` begin."""
        return (0, *(m.end() for m in _BREAK.finditer(self.masked)))


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
    text = source.folded[start:end].replace(DATE, " ").replace(TIME, " ")
    for date in dates:
        low = date.start
        if date.weekday is not None:
            before = rule("dates", "weekday_before").pattern.search(source.folded, max(start, low - 40), low)
            low = before.start() if before else low
        text = text[: low - start] + DATE * (date.end - low) + text[date.end - start :]
    for time in times:
        text = text[: time.start - start] + TIME * (time.end - time.start) + text[time.end - start :]
    return text
