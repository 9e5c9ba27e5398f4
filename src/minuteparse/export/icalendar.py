"""A calendar (RFC 5545): the next meeting of each document as an event, actions with a deadline as to-dos.

Minutes print the time of the place where the committee meets, and name no zone. So nothing here has one: a day is a
day wherever the calendar is opened ("floating"). Of meetings to come and of deadlines the record has the day alone, so
all entries take the whole day. The stamp that each needs is the day of the meeting, so that the same input gives the
same bytes; its midnight is in UTC because the standard has stamps in no other zone. `UID` is the id that the tables of
a dataset have for the date or the action.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from minuteparse.export.days import check_days
from minuteparse.export.entry import Entry
from minuteparse.export.losses import Loss, Lost
from minuteparse.export.targets import need
from minuteparse.record import Action, Item

if TYPE_CHECKING:
    from icalendar import Component

_KIND = "a calendar has meetings to come and deadlines alone"
_HELD = "a calendar has the meeting to come, not the one that was held"
_FOUND = "a calendar does not say how a value was found"
_STANDS = "a calendar does not say where a value stands in the text"
_FILE = "a calendar does not describe the file"
NO_DEADLINE = "an action without a deadline has no day in a calendar"
_CONTROLS = "a calendar has no control characters; each is the sign �"

LOSSES = (
    Loss("engine", "a calendar does not say what made the record"),
    *(Loss(f"source.{key}", _FILE) for key in ("name", "media_type", "encoding", "length", "places")),
    *(Loss(f"header.{key}", _HELD) for key in ("start", "end", "venue")),
    Loss("header.*.text", "a calendar has the value, not how it is printed"),
    *(Loss(path, _KIND) for path in ("attendance", "previous_minutes", "issues")),
    *(Loss(f"items[].{key}", _KIND) for key in ("kind", "level", "decisions", "votes")),
    *(Loss(f"items[].{key}", _KIND) for key in ("declarations", "people", "dates")),
    *(Loss(f"**.{key}", _STANDS) for key in ("start", "end", "body_start")),
    *(Loss(f"**.{key}", _FOUND) for key in ("basis", "via", "by", "confidence")),
)
"""What a calendar does not have of a record."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def write(entries: Iterator[Entry], out: Path, lost: Lost) -> None:
    """Write the calendar `out`.

    Raises `UsageError` if icalendar is not installed, `InputError` if a date of a record is no day.
    """
    need("icalendar", "calendar")
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//minuteparse//minutes of meetings//EN")
    calendar.add("version", "2.0")
    head, end, tail = calendar.to_ical().partition(b"END:VCALENDAR")
    with out.open("wb") as stream:
        stream.write(head)
        for entry in entries:
            for component in _components(entry, lost):
                stream.write(component.to_ical())
        stream.write(end + tail)


def _components(entry: Entry, lost: Lost) -> Iterator[Component]:
    from icalendar import Event, Todo

    check_days(entry)
    found = entry.record.next_meeting
    if found:
        event = _stamped(Event(), f"{entry.id}/next_meeting", entry, date.fromisoformat(found.value))
        event.add("dtstart", date.fromisoformat(found.value))
        event.add("summary", _held(_committee(entry) or "Next meeting", "header", lost))
        event.add("description", _held(found.text, "next_meeting.text", lost))
        yield event
    for i, item in enumerate(entry.record.items):
        for k, action in enumerate(item.actions):
            if not action.due:
                lost.add("items[].actions[]", NO_DEADLINE)
                continue
            due = date.fromisoformat(action.due)
            todo = _stamped(Todo(), f"{entry.id}/items/{i}/actions/{k}", entry, due)
            todo.add("due", due)
            todo.add("summary", _held(action.text, "items[].actions[].text", lost))
            todo.add("description", _held(_about(entry, item, action), "items[].actions[]", lost))
            yield todo


def _stamped(component: Component, uid: str, entry: Entry, day: date) -> Component:
    """`component` with what all need; without a date of the meeting the stamp is `day`, which it is about."""
    held = entry.record.header.date
    stamp = date.fromisoformat(held.value) if held else day
    component.add("uid", uid)
    component.add("dtstamp", datetime.combine(stamp, time(), UTC))
    return component


def _committee(entry: Entry) -> str:
    header = entry.record.header
    return ", ".join(mention.value for mention in (header.body, header.organisation) if mention)


def _about(entry: Entry, item: Item, action: Action) -> str:
    """Who is to do it, by when in the words of the minutes, and where it comes from: a line each."""
    lines = (
        f"Owners: {', '.join(action.owners)}" if action.owners else "",
        f"Due: {action.due_text}" if action.due_text else "",
        f"Item: {' '.join((item.number, item.title)).strip()}",
        _committee(entry),
    )
    return "\n".join(line for line in lines if line)


def _held(text: str, where: str, lost: Lost) -> str:
    """`text` without what a calendar cannot hold; that is counted."""
    text, controls = _CONTROL.subn("�", text.replace("\r\n", "\n"))
    lost.add(where, _CONTROLS, bool(controls))
    return text
