"""The calendar: meetings to come and deadlines, parsed back by the library that reads calendars."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from exports import full_entry, full_record, gold_entries
from minuteparse.export.icalendar import NO_DEADLINE
from minuteparse.export.losses import Report
from minuteparse.export.run import export
from minuteparse.export.targets import TargetName

icalendar = pytest.importorskip("icalendar")


def calendar_of(entries: Any, folder: Path) -> tuple[dict[str, Any], Report]:
    """Events and to-dos by their UID, read back strictly, and the report of the export."""
    report = export(entries, TargetName.ICALENDAR, folder / "out.ics")
    calendar = icalendar.Calendar.from_ical((folder / "out.ics").read_bytes())
    assert calendar.errors == []
    found = [part for part in calendar.walk() if part.name in ("VEVENT", "VTODO")]
    assert not any(part.errors for part in found)
    by_uid = {str(part["uid"]): part for part in found}
    assert len(by_uid) == len(found)
    return by_uid, report


def test_every_meeting_to_come_and_deadline_of_gold_is_in_the_calendar(tmp_path: Path) -> None:
    """Each once, on its day, with the text of the record; the rest of the actions is counted."""
    found, report = calendar_of(gold_entries(), tmp_path)
    expected = {}
    without = 0
    for entry in gold_entries():
        if entry.record.next_meeting:
            expected[f"{entry.id}/next_meeting"] = entry.record.next_meeting.value
        for i, item in enumerate(entry.record.items):
            for k, action in enumerate(item.actions):
                without += not action.due
                if action.due:
                    uid = f"{entry.id}/items/{i}/actions/{k}"
                    expected[uid] = action.due
                    assert str(found[uid]["summary"]) == action.text
    days = {uid: (part.get("dtstart") or part.get("due")).dt.isoformat() for uid, part in found.items()}
    assert days == expected
    assert [line["values"] for line in report.lost.by_path() if line["why"] == NO_DEADLINE] == [without]
    assert without
    assert len(expected) > 40


def test_an_event_and_a_todo_say_what_the_record_says(tmp_path: Path) -> None:
    """Whole days without a zone; the stamp is the day of the meeting."""
    found, _ = calendar_of([full_entry()], tmp_path)
    event, todo = found.values()
    assert (event["dtstart"].dt, str(event["summary"])) == (
        date(2023, 4, 5),
        "Plots Committee, Elmbrook Parish Council",
    )
    assert str(todo["description"]).splitlines() == [
        "Owners: The Clerk",
        "Due: by 14 April",
        "Item: 1 PLOTS",
        "Plots Committee, Elmbrook Parish Council",
    ]
    lines = (tmp_path / "out.ics").read_bytes().split(b"\r\n")
    assert lines.count(b"DTSTAMP:20230301T000000Z") == 2
    assert b"DTSTART;VALUE=DATE:20230405" in lines
    assert b"DUE;VALUE=DATE:20230414" in lines


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    """Line breaks, separators and long words come back as they were; a control character is counted."""
    plain = full_record()
    hostile = "END:VTODO\r\nBEGIN:VALARM;,\\n \u2028" + "ж" * 200
    plain["items"][0]["actions"][0]["text"] = hostile + "\x00"
    found, report = calendar_of([full_entry(plain)], tmp_path)
    todo = found[f"{full_entry().id}/items/0/actions/0"]
    assert str(todo["summary"]) == hostile.replace("\r\n", "\n") + "�"
    assert all(len(line) <= 75 for line in (tmp_path / "out.ics").read_bytes().split(b"\r\n"))
    assert [line["path"] for line in report.lost.by_path() if "control" in line["why"]] == ["items[].actions[].text"]


def test_without_a_date_of_the_meeting_the_stamp_is_the_day_itself(tmp_path: Path) -> None:
    """No clock is asked."""
    plain = full_record()
    plain["header"]["date"] = None
    calendar_of([full_entry(plain)], tmp_path)
    assert (tmp_path / "out.ics").read_bytes().count(b"DTSTAMP:20230405T000000Z") == 1
