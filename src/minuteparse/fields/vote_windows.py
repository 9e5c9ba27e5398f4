"""The stretches of a text in which counts and names of votes can stand, so that the rest is not searched for them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from minuteparse.rules import Rule, rule, words
from minuteparse.text import Source

Span = tuple[int, int]


def find_hits(source: Source, start: int, end: int) -> list[Span]:
    """The words of voting in `text[start:end]`, in order: those that no other talk needs, and others with a figure."""
    said = source.once(_words_of_voting)
    found = [hit for hit in said[bisect_left(said, (start, 0)) : bisect_left(said, (end, 0))] if hit[2] <= end]
    hits = [(first, last) for first, last, _ in found]
    for name in ("near_figure", "near_for"):
        hits += [m.span() for m in rule("votes", name).pattern.finditer(source.lower, start, end)]
    return sorted(hits)


def _words_of_voting(source: Source) -> list[tuple[int, int, int]]:
    """Each word of voting of a document, in order: where it begins, where it ends, and where what tells it so ends."""
    lower = source.lower
    found = [(at, after, after) for at, after in _spans(source, "vote_word")]
    found += [(at, after, after) for at, after in _spans(source, "vote_answer") if _stands_alone(lower, at, after)]
    figure = rule("votes", "figure_follows").pattern
    for at, after in _spans(source, "vote_outcome"):
        if followed := figure.match(lower, at):
            found.append((at, after, followed.end()))
    return sorted(found)


def _spans(source: Source, name: str) -> Iterator[Span]:
    literals, shortest = words(name), _shortest(name)
    lower = source.lower
    for at in source.places(shortest):
        for word in literals:
            if lower.startswith(word, at):
                yield at, at + len(word)


@cache
def _shortest(name: str) -> tuple[str, ...]:
    """The words of a list that no other one begins: where a longer word stands a shorter one stands too."""
    literals = words(name)
    return tuple(w for w in literals if not w.startswith(tuple(o for o in literals if o != w)))


def _stands_alone(lower: str, at: int, after: int) -> bool:
    return not lower[at - 1 : at].isalpha() and not lower[after : after + 1].isalpha()


def places_in(places: list[int], start: int, end: int) -> list[int]:
    """Those of `places`, which are in order, that lie in `start:end`."""
    first = bisect_left(places, start)
    return places[first : bisect_left(places, end, first)]


def matches_begun(source: Source, habit: Rule, start: int, end: int) -> Iterator[re.Match[str]]:
    """The matches in `text[start:end]` of a rule, each of which begins with one of the literals that it `needs`.

    What `finditer` gives, without trying the pattern elsewhere; for short stretches, whose literals are sought here.
    """
    lower, places = source.lower, []
    for literal in habit.needs:
        at = lower.find(literal, start, end)
        while at >= 0:
            places.append(at)
            at = lower.find(literal, at + 1, end)
    return matches_at(source, habit, sorted(places), end)


def matches_at(source: Source, habit: Rule, places: list[int], end: int) -> Iterator[re.Match[str]]:
    """The matches of a rule in `text[:end]` that begin at one of `places`, which are in order, none overlapping."""
    free = 0
    for at in places:
        if at >= free and (found := habit.pattern.match(source.folded, at, end)):
            free = found.end()
            yield found


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
