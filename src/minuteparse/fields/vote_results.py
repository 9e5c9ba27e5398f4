"""Results of votes: carried or lost, by the words around a count or after a motion."""

from __future__ import annotations

from typing import Literal

from minuteparse.rules import rule
from minuteparse.text import Source

Result = Literal["carried", "lost"]


def nearest_result(source: Source, low: int, high: int, span: tuple[int, int]) -> Result | None:
    """The result in `low:high` that stands nearest to `span`."""
    best: tuple[int, Result] | None = None
    lower = source.lower[low:high]
    for name in ("lost", "carried"):
        habit = rule("votes", name)
        for match in habit.pattern.finditer(source.folded, low, high) if habit.may_match(lower) else ():
            gap = max(match.start() - span[1], span[0] - match.end(), 0)
            if best is None or gap < best[0]:
                best = (gap, "lost" if name == "lost" else "carried")
    return best[1] if best else None


def result_between(source: Source, low: int, high: int) -> bool:
    """True if a vote's result is said in `text[low:high]`."""
    habits = rule("votes", "carried"), rule("votes", "lost")
    lower = source.lower[low:high]
    return any(h.may_match(lower) and h.pattern.search(source.folded, low, high) for h in habits)
