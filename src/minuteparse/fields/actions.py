"""Who must do what by when."""

from __future__ import annotations

from minuteparse.evidence import Evidence
from minuteparse.outline.model import Block
from minuteparse.record import Action


def find_actions(evidence: Evidence, block: Block) -> list[Action]:
    """The actions of one item, in order of the text."""
    return []
