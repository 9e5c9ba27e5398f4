"""How members voted, and who moved and seconded."""

from __future__ import annotations

from minuteparse.evidence import Evidence
from minuteparse.outline.model import Block
from minuteparse.record import Vote


def find_votes(evidence: Evidence, block: Block) -> list[Vote]:
    """The votes of one item, in order of the text."""
    return []
