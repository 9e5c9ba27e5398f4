"""Counting what is right, extra and missing, field by field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from minuteparse.evaluate.likeness import SAME_PASSAGE, pair_passages, plain, similarity


class Score(NamedTuple):
    """Precision, recall and their harmonic mean; `gold` counts the answers that the gold gives."""

    precision: float
    recall: float
    f1: float
    gold: int


@dataclass
class Count:
    """True positives, false positives and false negatives of one field, with a line for each that went wrong.

    `marks` tells of each finding, in the order compared, if it is right; `pairs` are the last pairs of indices
    (gold, found) where findings are paired by likeness.
    """

    right: int = 0
    extra: int = 0
    missing: int = 0
    misses: list[str] = field(default_factory=list)
    marks: list[bool] = field(default_factory=list)
    pairs: list[tuple[int, int]] = field(default_factory=list)

    def add(self, where: str, right: int, extra: Sequence[object], missing: Sequence[object]) -> None:
        """Count findings of the document `where`."""
        self.right += right
        self.extra += len(extra)
        self.missing += len(missing)
        self.misses += [f"{where}: extra   {x!r}" for x in extra] + [f"{where}: missing {x!r}" for x in missing]

    def score(self) -> Score:
        """The score of the field. Nothing found is no false finding, and nothing asked is nothing missed."""
        found, gold = self.right + self.extra, self.right + self.missing
        precision = self.right / found if found else 1.0
        recall = self.right / gold if gold else 1.0
        both = precision + recall
        return Score(precision, recall, 2 * precision * recall / both if both else 0.0, gold)


@dataclass
class Tally:
    """The counts of each field over any number of documents."""

    counts: dict[str, Count] = field(default_factory=dict)

    def scores(self) -> dict[str, Score]:
        """The score of each field that occurs in the gold, in the order in which fields were first compared."""
        return {name: s for name, count in self.counts.items() if (s := count.score()).gold}

    def mean(self) -> float:
        """The plain mean of the fields' F1; 1 if the gold has no answer at all."""
        scores = self.scores()
        return sum(s.f1 for s in scores.values()) / len(scores) if scores else 1.0

    def of(self, name: str) -> Count:
        """The count of the field `name`."""
        return self.counts.setdefault(name, Count())

    def equal(self, name: str, gold: Sequence[Hashable], found: Sequence[Hashable], where: str) -> None:
        """Compare two bags of values."""
        wanted, given = Counter(gold), Counter(found)
        right = (wanted & given).total()
        free = wanted.copy()
        for value in found:
            self.of(name).marks.append(free[value] > 0)
            free[value] -= 1
        self.of(name).add(where, right, list((given - wanted).elements()), list((wanted - given).elements()))

    def one(self, name: str, gold: Hashable | None, found: Hashable | None, where: str) -> None:
        """Compare two values of which each may be missing (`None` or empty)."""
        self.equal(name, [gold] if gold else [], [found] if found else [], where)

    def alike(
        self, name: str, gold: Sequence[tuple[str, str]], found: Sequence[tuple[str, str]], where: str
    ) -> list[tuple[int, int]]:
        """Pair rows (key, text) whose keys are equal and whose texts are nearly the same; the pairs of indices."""
        free = set(range(len(found)))
        pairs = []
        for i, (key, text) in enumerate(gold):
            ranked = [(_likeness(text, found[j][1]), -j) for j in free if found[j][0] == key]
            if ranked and (best := max(ranked))[0] >= SAME_PASSAGE:
                pairs.append((i, -best[1]))
                free.discard(-best[1])
        paired = {i for i, _ in pairs}
        missing = [row for i, row in enumerate(gold) if i not in paired]
        self._mark(name, pairs, len(found))
        self.of(name).add(where, len(pairs), [found[j] for j in sorted(free)], missing)
        return pairs

    def passages(self, name: str, gold: Sequence[str], found: Sequence[str], where: str) -> list[tuple[int, int]]:
        """Pair passages that are nearly the same, the likest first; the pairs of indices."""
        pairs = pair_passages(list(gold), list(found))
        used_gold, used_found = {i for i, _ in pairs}, {j for _, j in pairs}
        extra = [text[:160] for j, text in enumerate(found) if j not in used_found]
        missing = [text[:160] for i, text in enumerate(gold) if i not in used_gold]
        self._mark(name, pairs, len(found))
        self.of(name).add(where, len(pairs), extra, missing)
        return pairs

    def _mark(self, name: str, pairs: list[tuple[int, int]], found: int) -> None:
        count, right = self.of(name), {j for _, j in pairs}
        count.pairs = pairs
        count.marks += [j in right for j in range(found)]


def _likeness(gold: str, found: str) -> float:
    return 2.0 if plain(gold) == plain(found) else similarity(gold, found)
