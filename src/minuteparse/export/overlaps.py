"""Which of many spans share characters with a stretch, without a look at each of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from minuteparse.record import Offsets


class Spans:
    """Spans in any order, known by their index.

    >>> spans = Spans([(5, 9), (0, 2)])
    >>> spans.touching(1, 6), spans.touching(2, 5)
    ([0, 1], [])
    """

    def __init__(self, spans: Iterable[Offsets]) -> None:
        """Take them; a span of no width touches what it stands inside of."""
        self._found = sorted((start, end, i) for i, (start, end) in enumerate(spans))
        self._starts = [start for start, _, _ in self._found]
        self._reach = list(accumulate((end for _, end, _ in self._found), max))

    def touch(self, start: int, end: int) -> bool:
        """Whether any span shares characters with `start:end`."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._reach[before - 1] > start

    def touching(self, start: int, end: int) -> list[int]:
        """The indices of the spans that share characters with `start:end`, in order."""
        at = bisect_left(self._starts, end) - 1
        found = []
        while at >= 0 and self._reach[at] > start:
            if self._found[at][1] > start:
                found.append(self._found[at][2])
            at -= 1
        return sorted(found)
