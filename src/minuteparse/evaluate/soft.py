"""Soft scores: a finding that is nearly right earns a part of a point, where the strict score gives it none.

Findings and answers are paired one to one, the likest first; a pair earns the likeness of its texts, from 0 to 1, if
what must be equal (a status, a document's side of a vote) is. Dates, times and counts are right or wrong: for them soft
and strict are the same thing, as for kinds and bounds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from minuteparse.evaluate.answers import Answers
from minuteparse.evaluate.likeness import name_key, plain, similarity, without_article

Row = tuple[str, str]
"""What must be equal, and the text that may be nearly so."""


@dataclass
class SoftCount:
    """Points earned in one field over any number of documents, of how many findings and answers."""

    points: float = 0.0
    found: int = 0
    gold: int = 0

    @property
    def f1(self) -> float:
        """Twice the points by findings and answers; 1 if there was neither."""
        total = self.found + self.gold
        return 2 * self.points / total if total else 1.0


@dataclass
class SoftTally:
    """The soft counts of each field."""

    counts: dict[str, SoftCount] = field(default_factory=dict)

    def add(self, gold: Answers, found: Answers) -> None:
        """Count one document."""
        for (name, wanted), (_, given) in zip(_rows(gold), _rows(found), strict=True):
            count = self.of(name)
            count.points += points(wanted, given)
            count.gold += len(wanted)
            count.found += len(given)

    def of(self, name: str) -> SoftCount:
        """The count of the field `name`."""
        return self.counts.setdefault(name, SoftCount())

    def scores(self) -> dict[str, float]:
        """The soft F1 of each field that the gold has answers for."""
        return {name: count.f1 for name, count in self.counts.items() if count.gold}


def points(gold: Sequence[Row], found: Sequence[Row]) -> float:
    """The likeness of the pairs, summed.

    >>> points([("present", "T Smith")], [("present", "Tom Smith"), ("apologies", "T Smith")])
    0.5
    """
    ranked = sorted(
        (
            (1.0 if text == other else similarity(text, other), -i, -j)
            for i, (key, text) in enumerate(gold)
            for j, (same, other) in enumerate(found)
            if key == same
        ),
        reverse=True,
    )
    total, used_gold, used_found = 0.0, set[int](), set[int]()
    for likeness, i, j in ranked:
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            total += likeness
    return total


def _rows(answers: Answers) -> Iterator[tuple[str, list[Row]]]:
    for key in ("organisation", "body", "venue"):
        text = without_article(answers.header.get(key))
        yield f"header.{key}", [("", text)] if text else []
    people = answers.attendance
    yield "attendance", [(p.status, name_key(p.name)) for p in people]
    yield "attendance.role", [(name_key(p.name), without_article(p.role)) for p in people if p.role]
    yield "attendance.party", [(name_key(p.name), plain(p.party)) for p in people if p.party]
    yield (
        "attendance.substitute_for",
        [(name_key(p.name), name_key(p.substitute_for)) for p in people if p.substitute_for],
    )
    yield "item", [("", plain(f"{i.number} {i.title}")) for i in answers.items if i.number or i.title]
    yield "decision", [("", plain(d.text)) for d in answers.decisions]
    yield "action", [("", plain(a.text)) for a in answers.actions]
    yield "vote.mover", [("", name_key(v.mover)) for v in answers.votes if v.mover]
    yield "vote.seconder", [("", name_key(v.seconder)) for v in answers.votes if v.seconder]
    yield "vote.names", [(side, name_key(name)) for v in answers.votes for side, name in v.names]
    yield "declaration", [(interest or "", name_key(name)) for name, interest in answers.declarations]
    roles = {name_key(name): plain(role) for name, role in answers.people}
    yield "person", [("", name) for name in roles]
    yield "person.role", [(name, role) for name, role in roles.items() if role]
