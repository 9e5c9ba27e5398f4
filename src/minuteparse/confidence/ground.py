"""What the signs of one document's values are read against: counted once, looked up often."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minuteparse.evidence import Evidence
from minuteparse.record import Action, Decision, ItemPerson, Minutes, Person, Vote


@dataclass(frozen=True)
class Ground:
    """One document at a glance. `families` are the family names of those in attendance, in lower case.

    `rules` counts how often each rule spoke, `names` how many items name a person, `items` tells how many there are.
    `lines` tells how long the lines are (a flattened page has few), `numbers` if the numbers of the items run.
    """

    text: str
    header_end: int
    meeting: str | None
    lines: str
    numbers: str
    items: str
    rules: Counter[str]
    names: Counter[str]
    families: frozenset[str]
    _doubts: tuple[int, ...]

    def doubted(self, start: int, end: int) -> bool:
        """True if an issue of the record lies in `start:end`."""
        at = bisect_left(self._doubts, start)
        return at < len(self._doubts) and self._doubts[at] < end

    def knows(self, person: Person | None) -> bool:
        """True if somebody of that family name is in attendance."""
        return person is not None and person.family is not None and person.family.lower() in self.families


def survey(minutes: Minutes, evidence: Evidence) -> Ground:
    """The ground of an audited record."""
    codes = {issue.code for issue in minutes.issues}
    people = [p for item in minutes.items for p in item.people]
    gap, repeat = "item-number-gap" in codes, "item-number-repeated" in codes
    length, printed = len(evidence.source.text), len([line for line in evidence.lines if line.text])
    mean = length / max(printed, 1)
    return Ground(
        text=evidence.source.folded,
        header_end=evidence.outline.header_end,
        meeting=minutes.header.date.value if minutes.header.date else None,
        lines="short" if mean < 45 else "usual" if mean < 120 else "long" if mean < 300 else "flat",
        numbers="both" if gap and repeat else "gap" if gap else "repeat" if repeat else "run",
        items="few" if len(minutes.items) < 4 else "some" if len(minutes.items) < 12 else "many",
        rules=Counter(_rules(minutes)),
        names=Counter(p.name for p in people),
        families=frozenset(a.person.family.lower() for a in minutes.attendance if a.person.family),
        _doubts=tuple(sorted(_places(minutes))),
    )


def _rules(minutes: Minutes) -> Iterator[str]:
    for entry in minutes.attendance:
        yield entry.by
    for item in minutes.items:
        yield item.by
        found: tuple[Sequence[Decision | Action | Vote | ItemPerson], ...]
        found = (item.decisions, item.actions, item.votes, item.people)
        yield from (part.by for parts in found for part in parts)


def _places(minutes: Minutes) -> Iterator[int]:
    """Where issues stand that doubt the value at their place, and not what the text says of itself."""
    for issue in minutes.issues:
        if issue.start is not None and issue.code != "item-number-gap":
            yield issue.start
