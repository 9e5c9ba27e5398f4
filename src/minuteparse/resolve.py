"""Record to record: what one part says of another. Pure, and the same when done twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from minuteparse.evidence import Evidence
from minuteparse.fields.attendance import find_aliases
from minuteparse.fields.deadlines import due_date, find_deadline
from minuteparse.linking import Attendees
from minuteparse.record import Action, Declaration, Item, Mention, Minutes, Person, Vote, changed

_INITIALS = re.compile(r"[A-Z][A-Za-z]?[A-Z]{1,2}[a-z]?")


def resolve(minutes: Minutes, evidence: Evidence) -> Minutes:
    """`minutes` with what one part says of another.

    Deadlines become dates, reckoned from the meeting's own date and that of the next meeting. People named in items
    point to the attendees that they are. Movers, voters and declarants printed as initials or as an office get the
    given and family names of the attendee meant, while `name` stays as printed.
    """
    meeting = minutes.header.date.value if minutes.header.date else None
    aliases = find_aliases(evidence) if any(_INITIALS.fullmatch(p.name) for p in _acting(minutes)) else {}
    attendees = Attendees(minutes.attendance, aliases)
    items = [_item(item, evidence, meeting, minutes.next_meeting, attendees) for item in minutes.items]
    return minutes.model_copy(update={"items": items})


def _acting(minutes: Minutes) -> Iterator[Person]:
    for item in minutes.items:
        yield from (d.member for d in item.declarations)
        for vote in item.votes:
            yield from (p for p in (vote.mover, vote.seconder) if p)
            yield from (*vote.for_names, *vote.against_names, *vote.abstain_names)


def _item(item: Item, evidence: Evidence, meeting: str | None, following: Mention | None, attendees: Attendees) -> Item:
    told: dict[str, list[Any]] = {
        "actions": [_action(a, evidence, meeting, following) for a in item.actions],
        "people": [attendees.link(p) for p in item.people],
        "votes": [_vote(v, attendees) for v in item.votes],
        "declarations": [_declaration(d, attendees) for d in item.declarations],
    }
    update = {name: found for name, found in told.items() if found}
    return changed(item, update) if update else item


def _vote(vote: Vote, attendees: Attendees) -> Vote:
    known = attendees.known
    return changed(
        vote,
        {
            "mover": known(vote.mover) if vote.mover else None,
            "seconder": known(vote.seconder) if vote.seconder else None,
            "for_names": [known(p) for p in vote.for_names],
            "against_names": [known(p) for p in vote.against_names],
            "abstain_names": [known(p) for p in vote.abstain_names],
        },
    )


def _declaration(declaration: Declaration, attendees: Attendees) -> Declaration:
    return changed(declaration, {"member": attendees.known(declaration.member)})


def _action(action: Action, evidence: Evidence, meeting: str | None, following: Mention | None) -> Action:
    """`action` with its due date. `via` begins with the span of the deadline's words."""
    if action.due_text is None or not action.via:
        return action
    start, end = action.via[0]
    deadline = find_deadline(evidence, start, end)
    fixed = due_date(evidence, deadline, meeting, following) if deadline else None
    if fixed is None:
        return action
    iso, basis, via = fixed
    return changed(action, {"due": iso, "basis": basis, "via": [action.via[0], *via[1:]]})
