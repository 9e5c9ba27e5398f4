"""Record to record: each value with its confidence, and the values that fall short of one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from minuteparse.confidence.ground import survey
from minuteparse.confidence.signs import HEADER, read
from minuteparse.confidence.weights import confidence
from minuteparse.evidence import Evidence
from minuteparse.record import Attendance, Declaration, Item, Minutes, Part, Vote, changed

P = TypeVar("P", bound=Part)
Sure = Iterator[float]


def weigh(minutes: Minutes, evidence: Evidence) -> Minutes:
    """The audited record `minutes` of `evidence` with a confidence in each value."""
    sure = iter([confidence(field, signs) for field, _, signs in read(minutes, survey(minutes, evidence))])
    # the order of what follows is the order in which `read` goes through a record
    found = {key: _with(m, next(sure)) for key in HEADER if (m := getattr(minutes.header, key)) is not None}
    return minutes.model_copy(
        update={
            "header": minutes.header.model_copy(update=found),
            "attendance": [_attendance(entry, sure) for entry in minutes.attendance],
            "previous_minutes": [_with(mention, next(sure)) for mention in minutes.previous_minutes],
            "next_meeting": _with(minutes.next_meeting, next(sure)) if minutes.next_meeting else None,
            "items": [_item(item, sure) for item in minutes.items],
        }
    )


def _with(part: P, confidence: float, found: dict[str, object] | None = None) -> P:
    """`part` with `confidence` and what is in `found`."""
    values = found if found is not None else {}
    values["confidence"] = confidence
    return changed(part, values)


def _attendance(entry: Attendance, sure: Sure) -> Attendance:
    of_entry = next(sure)
    found: dict[str, object] = {"person": _with(entry.person, of_entry)}
    if entry.substitute_for:
        found["substitute_for"] = _with(entry.substitute_for, next(sure))
    return _with(entry, of_entry, found)


def _item(item: Item, sure: Sure) -> Item:
    own = next(sure)
    found: dict[str, object] = {}
    if item.decisions:
        found["decisions"] = [_with(d, next(sure)) for d in item.decisions]
    if item.actions:
        found["actions"] = [_with(a, next(sure)) for a in item.actions]
    if item.votes:
        found["votes"] = [_vote(v, sure) for v in item.votes]
    if item.declarations:
        found["declarations"] = [_declaration(d, sure) for d in item.declarations]
    if item.people:
        found["people"] = [_with(p, next(sure)) for p in item.people]
    if item.dates:
        found["dates"] = [_with(m, next(sure)) for m in item.dates]
    return _with(item, own, found)


def _vote(vote: Vote, sure: Sure) -> Vote:
    own = next(sure)
    found: dict[str, object] = {}
    if vote.mover:
        found["mover"] = _with(vote.mover, next(sure))
    if vote.seconder:
        found["seconder"] = _with(vote.seconder, next(sure))
    for key, people in (
        ("for_names", vote.for_names), ("against_names", vote.against_names), ("abstain_names", vote.abstain_names),
    ):  # fmt: skip
        if people:
            found[key] = [_with(p, next(sure)) for p in people]
    return _with(vote, own, found)


def _declaration(declaration: Declaration, sure: Sure) -> Declaration:
    of_entry = next(sure)
    return _with(declaration, of_entry, {"member": _with(declaration.member, of_entry)})
