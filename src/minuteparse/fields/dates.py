"""All complete dates in item bodies."""

from __future__ import annotations

from minuteparse.evidence import Evidence
from minuteparse.outline.model import Block
from minuteparse.record import Mention


def find_dates(evidence: Evidence, block: Block, meeting: str | None) -> list[Mention]:
    """The dates of one item. `meeting`, the meeting's ISO date, completes those printed without a year."""
    return []
