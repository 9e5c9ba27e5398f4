"""Who was there, who sent apologies, who was absent, who stood in for whom."""

from __future__ import annotations

from minuteparse.evidence import Evidence
from minuteparse.record import Attendance


def find_attendance(evidence: Evidence) -> list[Attendance]:
    """One entry a person and status, in order of the text; empty if the text names nobody."""
    return []
