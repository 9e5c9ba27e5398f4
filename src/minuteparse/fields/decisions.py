"""What the meeting decided."""

from __future__ import annotations

from minuteparse.evidence import Evidence
from minuteparse.outline.model import Block
from minuteparse.record import Decision


def find_decisions(evidence: Evidence, block: Block) -> list[Decision]:
    """The decisions of one item, in order of the text."""
    return []
