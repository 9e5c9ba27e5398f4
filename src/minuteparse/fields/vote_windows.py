"""The stretches of a text in which counts and names of votes can stand, so that the rest is not searched for them."""

from __future__ import annotations

from minuteparse.rules import rule
from minuteparse.text import Source

_REACH = 300


def find_windows(source: Source, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of `text[start:end]` around words of voting, in order, never overlapping, cut between words."""
    found: list[tuple[int, int]] = []
    for match in rule("votes", "near").pattern.finditer(source.lower, start, end):
        low, high = max(start, match.start() - _REACH), min(end, match.end() + _REACH)
        if found and low <= found[-1][1]:
            found[-1] = (found[-1][0], high)
        else:
            found.append((low, high))
    return [(_at_gap(source, low, start), _at_gap(source, high, end)) for low, high in found]


def _at_gap(source: Source, at: int, bound: int) -> int:
    """`at` moved towards `bound` to the next white space, over a long word's length at most."""
    if bound < at:
        gaps = [source.folded.rfind(c, max(bound, at - 40), at) for c in " \n"]
        return max(gaps) if max(gaps) >= 0 else at
    ahead = [g for c in " \n" if (g := source.folded.find(c, at, min(bound, at + 40))) >= 0]
    return min(ahead) if ahead else min(bound, at + 40)
