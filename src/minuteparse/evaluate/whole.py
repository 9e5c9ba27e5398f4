"""How many documents are right from end to end, for the reader who wants no mistake at all in a part."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from minuteparse.evaluate.answers import Answers
from minuteparse.evaluate.compare import compare
from minuteparse.evaluate.tally import Tally

PARTS: dict[str, tuple[str, ...]] = {
    "header": ("header.",),
    "attendance": ("attendance",),
    "names and statuses": ("attendance=",),
    "items": ("item",),
    "decisions": ("decision",),
    "actions": ("action",),
    "votes": ("vote.",),
    "declarations": ("declaration",),
    "people": ("person=",),
    "dates": ("date=", "previous_minutes", "next_meeting"),
    "everything": ("",),
}
"""The parts of a record: the beginnings of their fields' names; `=` asks for the very name."""


@dataclass
class Whole:
    """For each part, how many documents have answers or findings in it (`asked`) and how many of these are right."""

    asked: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def add(self, gold: Answers, found: Answers) -> None:
        """Count one document: a part is right if nothing in it is extra or missing."""
        tally = Tally()
        compare(gold, found, tally, "")
        for part, names in PARTS.items():
            counts = [c for name, c in tally.counts.items() if any(_names(name, begin) for begin in names)]
            if any(c.right or c.extra or c.missing for c in counts):
                self.asked[part] += 1
                self.right[part] += not any(c.extra or c.missing for c in counts)

    def rates(self) -> dict[str, float]:
        """The share of documents that are right, for each part that some document has."""
        return {part: self.right[part] / self.asked[part] for part in PARTS if self.asked[part]}


def _names(name: str, begin: str) -> bool:
    return name == begin[:-1] if begin.endswith("=") else name.startswith(begin)
