"""Record to record: what one part says of another. Pure, and the same when done twice."""

from __future__ import annotations

from minuteparse.evidence import Evidence
from minuteparse.record import Minutes


def resolve(minutes: Minutes, evidence: Evidence) -> Minutes:
    """`minutes` with deadlines turned to dates, "the Chair" and surnames linked to attendees, and initials to people."""
    return minutes
