"""All that a field may look at, gathered once and frozen."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cached_property

from minuteparse.dates import FoundDate, FoundTime, find_dates, find_times
from minuteparse.layout import Layout
from minuteparse.lines import Line, split_lines
from minuteparse.outline.build import build_outline
from minuteparse.outline.model import Block, Outline
from minuteparse.text import Source


@dataclass(frozen=True)
class Evidence:
    """The source, its lines, its outline, and the dates and times found in it, all in order of the text."""

    source: Source
    lines: tuple[Line, ...]
    outline: Outline
    dates: tuple[FoundDate, ...]
    times: tuple[FoundTime, ...]

    def dates_in(self, start: int, end: int) -> tuple[FoundDate, ...]:
        """The dates that lie in `text[start:end]`."""
        low = bisect_left(self._date_starts, start)
        high = bisect_left(self._date_starts, end, low)
        return tuple([d for d in self.dates[low:high] if d.end <= end])

    def times_in(self, start: int, end: int) -> tuple[FoundTime, ...]:
        """The times that lie in `text[start:end]`."""
        low = bisect_left(self._time_starts, start)
        high = bisect_left(self._time_starts, end, low)
        return tuple([t for t in self.times[low:high] if t.end <= end])

    @cached_property
    def _date_starts(self) -> list[int]:
        return [date.start for date in self.dates]

    @cached_property
    def _time_starts(self) -> list[int]:
        return [time.start for time in self.times]


def gather(source: Source) -> Evidence:
    """Look at `source` once: lines, outline, dates, times."""
    lines = split_lines(source)
    outline = build_outline(source, lines)
    return Evidence(
        source=source,
        lines=lines,
        outline=_with_layout(outline, source, source.layout) if source.layout else outline,
        dates=find_dates(source),
        times=find_times(source),
    )


def _with_layout(outline: Outline, source: Source, layout: Layout) -> Outline:
    """`outline` with the furniture that the file marks, and with the agenda's words under a heading told apart.

    Furniture right above a heading, or above the closing block, is none of the text of the item before it.
    """
    noise = tuple(sorted({*outline.noise, *layout.noise}))
    if not outline.blocks:
        return replace(outline, noise=noise)
    floors = [0, *(block.body_start for block in outline.blocks)]
    starts = [_over(source, layout, block.start, floor) for block, floor in zip(outline.blocks, floors, strict=False)]
    close = _over(source, layout, outline.closing_start, floors[-1])
    blocks = tuple(
        replace(block, start=start, end=end, agenda_end=_agenda_end(block, layout, end))
        for block, start, end in zip(outline.blocks, starts, [*starts[1:], close], strict=True)
    )
    return Outline(starts[0], blocks, close, noise)


def _over(source: Source, layout: Layout, at: int, floor: int) -> int:
    """`at`, or where the furniture right above it begins, not before `floor`."""
    i = bisect_left(layout.noise, (at, 0)) - 1
    while i >= 0 and floor <= layout.noise[i][0] and not source.folded[layout.noise[i][1] : at].strip():
        at = layout.noise[i][0]
        i -= 1
    return at


def _agenda_end(block: Block, layout: Layout, stop: int) -> int:
    """Where the agenda's words under the heading of `block`, which ends at `stop`, end."""
    first = bisect_left(layout.agenda, (block.body_start, 0))
    ends = [end for start, end in layout.agenda[first:] if start < stop]
    return min(max(block.agenda_end, *ends), stop) if ends else block.agenda_end
