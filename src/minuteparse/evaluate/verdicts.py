"""Each value of a record with the verdict of the scorer: is it right?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from minuteparse.evaluate.answers import Answers, from_record
from minuteparse.evaluate.compare import compare
from minuteparse.evaluate.likeness import name_key
from minuteparse.evaluate.tally import Tally
from minuteparse.record import Action, Minutes, Part, Vote

_HEADER = ("organisation", "body", "venue", "date", "start", "end")


class Verdict(NamedTuple):
    """A part of a record, the field that it belongs to, and whether all that the scorer compares of it is right."""

    field: str
    part: Part
    right: bool


def verdicts(gold: Answers, minutes: Minutes, text: str) -> list[Verdict]:
    """A verdict on each value of the record of `text` that the scorer compares with `gold`.

    An attendance entry is right with its name and status, an item with its number, title and kind, a decision with its
    text and kind, an action with its text, owners and day, a vote with its counts, mover and seconder, a declaration
    with its member and interest. An item of neither number nor title, and a vote of a result alone, get no verdict.
    """
    found = from_record(minutes, text)
    tally = Tally()
    compare(gold, found, tally, "")
    return list(_Reader(gold, found, tally).read(minutes))


@dataclass(frozen=True)
class _Reader:
    """The answers compared, and the marks that the comparison left."""

    gold: Answers
    found: Answers
    tally: Tally

    def read(self, minutes: Minutes) -> Iterator[Verdict]:
        for key in _HEADER:
            mention = getattr(minutes.header, key)
            yield from self._marked(f"header.{key}", [mention] if mention else [])
        yield from self._marked("attendance", minutes.attendance)
        yield from self._marked(
            "attendance.substitute_for", [a.substitute_for for a in minutes.attendance if a.substitute_for]
        )
        yield from self._marked("previous_minutes", minutes.previous_minutes)
        yield from self._marked("next_meeting", [minutes.next_meeting] if minutes.next_meeting else [])
        yield from self._items(minutes)
        yield from self._passages(minutes)
        yield from self._votes([v for i in minutes.items for v in i.votes])
        yield from self._marked("declaration", [d for i in minutes.items for d in i.declarations])
        yield from self._mentions(minutes)

    def _marked(self, field: str, parts: Iterable[Part]) -> Iterator[Verdict]:
        for part, right in zip(parts, self.tally.of(field).marks, strict=True):
            yield Verdict(field, part, right)

    def _items(self, minutes: Minutes) -> Iterator[Verdict]:
        parts = [i for i in minutes.items if i.number or i.title]
        wanted = {j: self.gold.items[i].kind for i, j in self.tally.of("item").pairs}
        for j, part in enumerate(parts):
            yield Verdict("item", part, j in wanted and wanted[j] in {None, part.kind})

    def _passages(self, minutes: Minutes) -> Iterator[Verdict]:
        decided = {j: self.gold.decisions[i].kind for i, j in self.tally.of("decision").pairs}
        for j, decision in enumerate(d for i in minutes.items for d in i.decisions):
            yield Verdict("decision", decision, j in decided and decided[j] in {None, decision.kind})
        promised = {j: self.gold.actions[i] for i, j in self.tally.of("action").pairs}
        for j, action in enumerate(a for i in minutes.items for a in i.actions):
            wanted = promised.get(j)
            right = wanted is not None and wanted.due == action.due and _owned(action, wanted.owners)
            yield Verdict("action", action, right)

    def _votes(self, votes: list[Vote]) -> Iterator[Verdict]:
        counts, movers, seconders, names = (
            iter(self.tally.of(f"vote.{name}").marks) for name in ("counts", "mover", "seconder", "names")
        )
        for vote in votes:
            marks = []
            if any(n is not None for n in (vote.for_, vote.against, vote.abstain)):
                marks.append(next(counts))
            for field, person, given in (("mover", vote.mover, movers), ("seconder", vote.seconder, seconders)):
                if person:
                    marks.append(next(given))
                    yield Verdict(f"vote.{field}", person, marks[-1])
            for person in (*vote.for_names, *vote.against_names, *vote.abstain_names):
                yield Verdict("vote.names", person, next(names))
            if marks:
                yield Verdict("vote", vote, all(marks))

    def _mentions(self, minutes: Minutes) -> Iterator[Verdict]:
        """People and dates count once per document, so that each mention of one has the same verdict."""
        people = {name_key(name) for name, _ in self.gold.people}
        dates = set(self.gold.dates)
        for item in minutes.items:
            yield from (Verdict("person", p, name_key(p.name) in people) for p in item.people)
            yield from (Verdict("date", d, d.value in dates) for d in item.dates)


def _owned(action: Action, owners: tuple[str, ...]) -> bool:
    return sorted(map(name_key, action.owners)) == sorted(map(name_key, owners))
