"""Record to record: what one part says of another. Pure, and the same when done twice."""

from __future__ import annotations

from minuteparse.evidence import Evidence
from minuteparse.fields.deadlines import due_date, find_deadline
from minuteparse.record import Action, Item, Mention, Minutes


def resolve(minutes: Minutes, evidence: Evidence) -> Minutes:
    """`minutes` with deadlines turned to dates, reckoned from the meeting's own date and that of the next meeting."""
    meeting = minutes.header.date.value if minutes.header.date else None
    items = [_item(item, evidence, meeting, minutes.next_meeting) for item in minutes.items]
    return minutes.model_copy(update={"items": items})


def _item(item: Item, evidence: Evidence, meeting: str | None, following: Mention | None) -> Item:
    if not item.actions:
        return item
    return item.model_copy(update={"actions": [_action(a, evidence, meeting, following) for a in item.actions]})


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
    return action.model_copy(update={"due": iso, "basis": basis, "via": [action.via[0], *via[1:]]})
