"""What a meeting moved and decided, each once: a carried vote and a decision in the same words are one motion."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from minuteparse.export.overlaps import Spans
from minuteparse.record import Item, Vote

RESULTS = {"carried": "pass", "lost": "fail"}
"""What the standards call the result of a vote."""


@dataclass(frozen=True, slots=True)
class Motion:
    """A motion of an item. `text` is that of its decision; `None` if only the span of the vote, `start:end`, has it.

    `vote` is the index of the vote on it, `kind` that of the decision, and `result` is pass, fail or `None`.
    """

    id: str
    text: str | None
    kind: str | None
    result: str | None
    vote: int | None
    start: int
    end: int


def motions(path: str, item: Item) -> Iterator[Motion]:
    """The motions of the item at `path`: its decisions in order, then the votes on other motions."""
    voted = _pairs(item)
    settled = set(voted.values())
    for i, found in enumerate(item.decisions):
        yield Motion(f"{path}/decisions/{i}", found.text, found.kind, "pass", voted.get(i), found.start, found.end)
    for i, vote in enumerate(item.votes):
        if i not in settled:
            result = RESULTS.get(vote.result or "")
            yield Motion(f"{path}/votes/{i}/motion", None, None, result, i, vote.start, vote.end)


def _pairs(item: Item) -> dict[int, int]:
    """Decisions and the votes that carried them, by index: one of each sharing characters with one of the other."""
    votes = Spans((vote.start, vote.end) for vote in item.votes)
    touching = [(i, votes.touching(found.start, found.end)) for i, found in enumerate(item.decisions)]
    touched = Counter(j for _, beside in touching for j in beside)
    alone = {i: beside[0] for i, beside in touching if len(beside) == 1}
    return {i: j for i, j in alone.items() if touched[j] == 1 and item.votes[j].result == "carried"}


def counts(vote: Vote) -> dict[str, int]:
    """How many voted for each option, where the text says."""
    told = {"yes": vote.for_, "no": vote.against, "abstain": vote.abstain}
    return {option: count for option, count in told.items() if count is not None}
