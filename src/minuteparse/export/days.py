"""Days of a record, which others may have written: formats that have days have no room for anything else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from minuteparse.errors import InputError
from minuteparse.export.entry import Entry


def check_days(entry: Entry) -> None:
    """Raise `InputError` that names document and path if a date of `entry` is no day of the calendar."""
    for path, value in _days(entry):
        try:
            date.fromisoformat(value)
        except ValueError as error:
            message = f"{entry.name}: {path} is {value!r}, no day (YYYY-MM-DD); correct the record, or parse anew"
            raise InputError(message) from error


def _days(entry: Entry) -> Iterator[tuple[str, str]]:
    record = entry.record
    if record.header.date:
        yield "header.date.value", record.header.date.value
    for i, item in enumerate(record.items):
        yield from ((f"items[{i}].actions[{k}].due", one.due) for k, one in enumerate(item.actions) if one.due)
        yield from ((f"items[{i}].dates[{k}].value", one.value) for k, one in enumerate(item.dates))
    yield from ((f"previous_minutes[{i}].value", one.value) for i, one in enumerate(record.previous_minutes))
    if record.next_meeting:
        yield "next_meeting.value", record.next_meeting.value
