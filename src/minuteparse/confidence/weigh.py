"""Record to record: each value with its confidence, and the values that fall short of one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from minuteparse.confidence.ground import survey
from minuteparse.confidence.signs import HEADER, read
from minuteparse.confidence.weights import scales
from minuteparse.evidence import Evidence
from minuteparse.record import Attendance, Declaration, Item, Minutes, Part, Person, Vote

P = TypeVar("P", bound=Part)
Sure = Iterator[float]


def weigh(minutes: Minutes, evidence: Evidence) -> Minutes:
    """The audited record `minutes` of `evidence` with a confidence in each value."""
    known = scales()
    sure = iter([known[field].confidence(signs) for field, _, signs in read(minutes, survey(minutes, evidence))])
    found = {key: _with(mention, sure) for key in HEADER if (mention := getattr(minutes.header, key)) is not None}
    # the order of these is the order in which `read` goes through a record
    return minutes.model_copy(
        update={
            "header": minutes.header.model_copy(update=found),
            "attendance": [_attendance(entry, sure) for entry in minutes.attendance],
            "previous_minutes": [_with(mention, sure) for mention in minutes.previous_minutes],
            "next_meeting": _with(minutes.next_meeting, sure) if minutes.next_meeting else None,
            "items": [_item(item, sure) for item in minutes.items],
        }
    )


def _with(part: P, sure: Sure) -> P:
    return part.model_copy(update={"confidence": next(sure)})


def _attendance(entry: Attendance, sure: Sure) -> Attendance:
    confidence = next(sure)
    found: dict[str, object] = {
        "confidence": confidence,
        "person": entry.person.model_copy(update={"confidence": confidence}),
    }
    if entry.substitute_for:
        found["substitute_for"] = _with(entry.substitute_for, sure)
    return entry.model_copy(update=found)


def _item(item: Item, sure: Sure) -> Item:
    return item.model_copy(
        update={
            "confidence": next(sure),
            "decisions": [_with(d, sure) for d in item.decisions],
            "actions": [_with(a, sure) for a in item.actions],
            "votes": [_vote(v, sure) for v in item.votes],
            "declarations": [_declaration(d, sure) for d in item.declarations],
            "people": [_with(p, sure) for p in item.people],
            "dates": [_with(m, sure) for m in item.dates],
        }
    )


def _vote(vote: Vote, sure: Sure) -> Vote:
    found: dict[str, object] = {"confidence": next(sure)}
    if vote.mover:
        found["mover"] = _with(vote.mover, sure)
    if vote.seconder:
        found["seconder"] = _with(vote.seconder, sure)
    for key, people in _voters(vote):
        found[key] = [_with(p, sure) for p in people]
    return vote.model_copy(update=found)


def _voters(vote: Vote) -> Iterator[tuple[str, list[Person]]]:
    yield "for_names", vote.for_names
    yield "against_names", vote.against_names
    yield "abstain_names", vote.abstain_names


def _declaration(declaration: Declaration, sure: Sure) -> Declaration:
    confidence = next(sure)
    member = declaration.member.model_copy(update={"confidence": confidence})
    return declaration.model_copy(update={"confidence": confidence, "member": member})
