"""Which body met, when, from when to when, and where."""

from __future__ import annotations

from minuteparse.evidence import Evidence
from minuteparse.fields.bodies import find_body
from minuteparse.fields.hours import find_hours
from minuteparse.fields.meeting_day import find_day
from minuteparse.fields.opening import opening
from minuteparse.fields.venue import find_venue
from minuteparse.record import Header


def find_header(evidence: Evidence) -> Header:
    """The header of the record. A part that the text does not say is `None`."""
    opened = opening(evidence)
    organisation, body, named_at = find_body(evidence, opened)
    start, end = find_hours(evidence, opened, named_at)
    return Header(
        organisation=organisation,
        body=body,
        date=find_day(evidence, opened, named_at),
        start=start,
        end=end,
        venue=find_venue(opened, named_at),
    )
