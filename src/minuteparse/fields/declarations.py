"""Which members declared which interests."""

from __future__ import annotations

from minuteparse.evidence import Evidence
from minuteparse.outline.model import Block
from minuteparse.record import Declaration


def find_declarations(evidence: Evidence, block: Block) -> list[Declaration]:
    """The declarations of one item, in order of the text."""
    return []
