"""One choice for the whole document: the chain of candidates whose numbers rise and whose style is one."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from minuteparse.outline.candidates import Candidate
from minuteparse.outline.markers import step

# A heading is looked for among this many candidates before it, and at its own predecessor by number wherever that is.
_WINDOW = 40
# What it costs if one number has a dot after it and the next has none, as entries of a table have.
_OTHER_SIGN = 0.6
# Of so many lists in a row, one after the other in an item, the first is still known.
_DEEPEST = 40
# The number of a house or road after `7.` is far off and has no dot.
_NEAR, _FAR_AND_OTHER = 2, 3.0


def best_chain(candidates: Sequence[Candidate], headed: frozenset[int] = frozenset()) -> tuple[list[Candidate], float]:
    """The chain of highest total score, with that score; linear in the number of candidates.

    A chain's score is that of its members and of the steps between them: +1 is good, a gap is fair, a restart costs,
    though less at the starts that are `headed`: those right below the heading of a part.
    """
    totals: list[float] = []
    back: list[int] = []
    recent: deque[int] = deque(maxlen=_WINDOW)
    by_number: dict[tuple[str, tuple[int, ...]], int] = {}
    for j, candidate in enumerate(candidates):
        total, previous = candidate.score, -1
        for i in {*recent, *_predecessors(candidate, by_number)}:
            gain = totals[i] + candidate.score + _link(candidates[i], candidate, anew=candidate.start in headed)
            if gain > total or (gain == total and i > previous):
                total, previous = gain, i
        totals.append(total)
        back.append(previous)
        recent.append(j)
        if candidate.marker is not None:
            key = (candidate.marker.shape, candidate.marker.values)
            if key not in by_number or totals[by_number[key]] <= total:
                by_number[key] = j
    if not totals:
        return [], 0.0
    at = max(range(len(totals)), key=lambda k: (totals[k], -k))
    best, chain = totals[at], []
    while at >= 0:
        chain.append(candidates[at])
        at = back[at]
    return _without_excursions(chain[::-1]), best


def _without_excursions(chain: Sequence[Candidate]) -> list[Candidate]:
    """`chain` without lists that restart inside an item: 9, 1, 2, 3, 1, 2, 10 is 9, 10."""
    kept: list[Candidate] = []
    restarts: list[int] = []  # where in `kept` the numbers began anew
    for candidate in chain:
        if kept and _step(kept[-1], candidate) != 1:
            for n, restart in enumerate(restarts[-_DEEPEST:], start=max(len(restarts) - _DEEPEST, 0)):
                onward = _step(kept[restart - 1], candidate)
                if onward is not None and 1 <= onward <= 3:
                    del kept[restart:], restarts[n:]
                    break
        if kept:
            down = _step(kept[-1], candidate)
            if down is not None and down < 0:
                restarts.append(len(kept))
        kept.append(candidate)
    return kept


def _step(first: Candidate, second: Candidate) -> int | None:
    return step(first.marker, second.marker) if first.marker and second.marker else None


def _predecessors(candidate: Candidate, by_number: dict[tuple[str, tuple[int, ...]], int]) -> list[int]:
    marker = candidate.marker
    if marker is None:
        return []
    found = []
    for k, value in enumerate(marker.values):
        for down in (1, 2):
            values = (*marker.values[:k], value - down, *marker.values[k + 1 :])
            if (i := by_number.get((marker.shape, values))) is not None:
                found.append(i)
    return found


def _link(first: Candidate, second: Candidate, *, anew: bool) -> float:
    """What it adds or costs to have `second` as the heading after `first`; `anew` if a part begins with it."""
    if second.start < first.title.end or second.title.start <= first.title.start:
        return -1000.0
    if first.marker is None or second.marker is None:
        return 0.0
    by = step(first.marker, second.marker)
    if by is None:
        return -1000.0  # another numbering: lists, paragraphs, references
    if by == 1:
        score = 1.2
    elif by == 0:
        score = -1.6
    elif by < 0:
        score = -2.5 if anew else -6.0
    else:
        score = 0.6 if by == 2 else 0.2 if by <= 5 else -0.6 if by <= 30 else -2.0
    if first.style == second.style:
        score += 0.4
    elif first.form != second.form:
        score -= 0.4
    if first.marker.close != second.marker.close:
        score -= _OTHER_SIGN if by <= _NEAR else _FAR_AND_OTHER
    if abs(first.indent - second.indent) > 6:
        score -= 0.4
    return score
