"""Documents with answers, read and scored in every way that the page of figures shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from minuteparse.evaluate.answers import from_gold, from_record
from minuteparse.evaluate.compare import compare
from minuteparse.evaluate.confusion import Confusion
from minuteparse.evaluate.soft import SoftTally
from minuteparse.evaluate.tally import Tally
from minuteparse.evaluate.whole import Whole
from minuteparse.parse import parse_source
from minuteparse.text import Source


@dataclass
class Reading:
    """The scores of some documents: strict, soft, what was taken for what, and what is right from end to end."""

    documents: int = 0
    strict: Tally = field(default_factory=Tally)
    soft: SoftTally = field(default_factory=SoftTally)
    confusion: Confusion = field(default_factory=Confusion)
    whole: Whole = field(default_factory=Whole)

    def add(self, other: Reading) -> None:
        """Count the documents of `other` too."""
        self.documents += other.documents
        for name, count in other.strict.counts.items():
            own = self.strict.of(name)
            own.right += count.right
            own.extra += count.extra
            own.missing += count.missing
        for name, soft in other.soft.counts.items():
            total = self.soft.of(name)
            total.points += soft.points
            total.found += soft.found
            total.gold += soft.gold
        for name, cells in other.confusion.cells.items():
            self.confusion.of(name).update(cells)
        self.whole.asked.update(other.whole.asked)
        self.whole.right.update(other.whole.right)


def read(documents: Iterable[tuple[Source, dict[str, Any]]]) -> Reading:
    """Parse each document and score its record."""
    reading = Reading()
    for source, answers in documents:
        gold, found = from_gold(answers), from_record(parse_source(source), source.text)
        reading.documents += 1
        compare(gold, found, reading.strict, "")
        reading.soft.add(gold, found)
        reading.confusion.add(gold, found)
        reading.whole.add(gold, found)
    for count in reading.strict.counts.values():
        count.misses.clear()  # only the figures are wanted: nobody reads what was missed
    return reading
