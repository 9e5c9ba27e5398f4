"""Stretches of text that are already read, and whether another one meets them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from minuteparse.sentences import Span


class Stretches:
    """A set of spans, half open, merged where they meet; looked up in logarithmic time."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """The union of `spans`, in any order; empty ones are left out."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(s for s in spans if s[0] < s[1]):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def meet(self, start: int, end: int) -> bool:
        """True if a character of `start:end` lies in one of the spans."""
        i = bisect_right(self._ends, start)
        return i < len(self._starts) and self._starts[i] < end

    def hold(self, at: int) -> bool:
        """True if the character at `at` lies in one of the spans."""
        return self.meet(at, at + 1)

    def last_end(self, start: int, end: int) -> int:
        """Where the last span that meets `start:end` ends; `start` if none does."""
        i = bisect_left(self._starts, end) - 1
        return self._ends[i] if i >= 0 and self._ends[i] > start else start
