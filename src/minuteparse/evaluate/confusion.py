"""What is taken for what: the kinds of items and decisions, and the statuses of people."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from minuteparse.evaluate.answers import Answers
from minuteparse.evaluate.compare import compare
from minuteparse.evaluate.likeness import name_key
from minuteparse.evaluate.tally import Score, Tally

NOTHING = "-"
"""Stands for an answer that was not found, and for a finding that no answer gives."""
STATUSES = ("present", "apologies", "absent", "in_attendance", "substitute")
Cells = Counter[tuple[str, str]]
"""How often an answer (first) was found as a kind (second)."""


@dataclass
class Confusion:
    """The tables of `item.kind`, `decision.kind` and `attendance.status` over any number of documents."""

    cells: dict[str, Cells] = field(default_factory=dict)

    def add(self, gold: Answers, found: Answers) -> None:
        """Count one document."""
        tally = Tally()
        compare(gold, found, tally, "")
        items = [i for i in found.items if i.number or i.title]
        self._paired("item.kind", tally, [i.kind for i in gold.items], [i.kind for i in items])
        self._paired("decision.kind", tally, [d.kind for d in gold.decisions], [d.kind for d in found.decisions])
        self.of("attendance.status").update(_statuses(gold, found))

    def of(self, name: str) -> Cells:
        """The table called `name`."""
        return self.cells.setdefault(name, Counter())

    def _paired(self, name: str, tally: Tally, gold: list[str | None], found: list[str | None]) -> None:
        cells, pairs = self.of(name), tally.of(name.partition(".")[0]).pairs
        matched, taken = {i for i, _ in pairs}, {j for _, j in pairs}
        cells.update((str(gold[i]), str(found[j])) for i, j in pairs if gold[i])
        cells.update((str(kind), NOTHING) for i, kind in enumerate(gold) if kind and i not in matched)
        cells.update((NOTHING, str(kind)) for j, kind in enumerate(found) if j not in taken)

    def by_status(self) -> dict[str, Score]:
        """Precision, recall and F1 of each status of attendance that the answers have."""
        cells = self.of("attendance.status")
        scores = {}
        for status in STATUSES:
            right = cells[status, status]
            gold = sum(n for (wanted, _), n in cells.items() if wanted == status)
            found = sum(n for (_, given), n in cells.items() if given == status)
            if gold:
                precision, recall = (right / found if found else 1.0), right / gold
                both = precision + recall
                scores[status] = Score(precision, recall, 2 * precision * recall / both if both else 0.0, gold)
        return scores

    def macro(self) -> float:
        """The plain mean of the statuses' F1: a rare status counts as much as a common one. 1 if there is none."""
        scores = self.by_status()
        return sum(s.f1 for s in scores.values()) / len(scores) if scores else 1.0


def _statuses(gold: Answers, found: Answers) -> Cells:
    """Each person's statuses, those that agree first; what is left over is paired in order, then with nothing."""
    wanted = Counter((name_key(p.name), p.status) for p in gold.attendance)
    given = Counter((name_key(p.name), p.status) for p in found.attendance)
    cells: Cells = Counter()
    for (_, status), n in (wanted & given).items():
        cells[status, status] += n
    missing, extra = list((wanted - given).elements()), list((given - wanted).elements())
    for name, status in missing:
        other = next((row for row in extra if row[0] == name), None)
        if other:
            extra.remove(other)
        cells[status, other[1] if other else NOTHING] += 1
    cells.update((NOTHING, status) for _, status in extra)
    return cells
