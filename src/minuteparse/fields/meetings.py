"""The meetings before and after this one: whose minutes were put, and when the next will be."""

from __future__ import annotations

from minuteparse.evidence import Evidence
from minuteparse.record import Mention


def find_previous(evidence: Evidence, meeting: str | None) -> list[Mention]:
    """Dates of the meetings whose minutes were put before this one. `meeting` is this meeting's ISO date, if known."""
    return []


def find_next(evidence: Evidence, meeting: str | None) -> Mention | None:
    """The date of the next meeting, or `None`."""
    return None
