"""All that a field may look at, gathered once and frozen."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from minuteparse.dates import FoundDate, FoundTime, find_dates, find_times
from minuteparse.lines import Line, split_lines
from minuteparse.outline.build import build_outline
from minuteparse.outline.model import Outline
from minuteparse.text import Source


@dataclass(frozen=True)
class Evidence:
    """The source, its lines, its outline, and the dates and times found in it, all in order of the text."""

    source: Source
    lines: tuple[Line, ...]
    outline: Outline
    dates: tuple[FoundDate, ...]
    times: tuple[FoundTime, ...]

    def lines_in(self, start: int, end: int) -> tuple[Line, ...]:
        """The lines that have content in `text[start:end]`, whole, blank ones left out."""
        first = max(bisect_left(self.lines, start, key=lambda line: line.begin) - 1, 0)
        found = []
        for line in self.lines[first:]:
            if line.begin >= end:
                break
            if not line.blank and line.end > start and line.start < end:
                found.append(line)
        return tuple(found)

    def dates_in(self, start: int, end: int) -> tuple[FoundDate, ...]:
        """The dates that lie in `text[start:end]`."""
        low = bisect_left(self.dates, start, key=lambda d: d.start)
        high = bisect_left(self.dates, end, key=lambda d: d.start)
        return tuple(d for d in self.dates[low:high] if d.end <= end)

    def times_in(self, start: int, end: int) -> tuple[FoundTime, ...]:
        """The times that lie in `text[start:end]`."""
        low = bisect_left(self.times, start, key=lambda t: t.start)
        high = bisect_left(self.times, end, key=lambda t: t.start)
        return tuple(t for t in self.times[low:high] if t.end <= end)


def gather(source: Source) -> Evidence:
    """Look at `source` once: lines, outline, dates, times."""
    lines = split_lines(source)
    return Evidence(
        source=source,
        lines=lines,
        outline=build_outline(source, lines),
        dates=find_dates(source),
        times=find_times(source),
    )
