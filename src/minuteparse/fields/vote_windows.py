"""The stretches of a text in which counts and names of votes can stand, so that the rest is not searched for them."""

from __future__ import annotations

from collections.abc import Iterator

from minuteparse.rules import rule, words
from minuteparse.text import Source

Span = tuple[int, int]


def find_hits(source: Source, start: int, end: int) -> list[Span]:
    """The words of voting in `text[start:end]`, in order: those that no other talk needs, and others with a figure."""
    lower = source.lower
    found = [(at, at + len(word)) for word in words("vote_word") for at in _places(lower, word, start, end)]
    for word in words("vote_answer"):
        found += [(at, at + len(word)) for at in _places(lower, word, start, end) if _stands_alone(lower, at, word)]
    figure = rule("votes", "figure_follows").pattern
    for word in words("vote_outcome"):
        found += [(at, at + len(word)) for at in _places(lower, word, start, end) if figure.match(lower, at, end)]
    for name in ("near_figure", "near_for"):
        found += [m.span() for m in rule("votes", name).pattern.finditer(lower, start, end)]
    return sorted(found)


def _places(lower: str, word: str, start: int, end: int) -> Iterator[int]:
    at = lower.find(word, start, end)
    while at >= 0:
        yield at
        at = lower.find(word, at + len(word), end)


def _stands_alone(lower: str, at: int, word: str) -> bool:
    after = at + len(word)
    return not lower[at - 1 : at].isalpha() and not lower[after : after + 1].isalpha()


def windows_around(source: Source, hits: list[Span], bounds: Span, reach: int) -> list[Span]:
    """The stretches within `bounds` up to `reach` around `hits`, in order, never overlapping, cut between words."""
    start, end = bounds
    found: list[Span] = []
    for first, last in hits:
        low, high = max(start, first - reach), min(end, last + reach)
        if found and low <= found[-1][1] + 40:
            found[-1] = (found[-1][0], max(high, found[-1][1]))
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
