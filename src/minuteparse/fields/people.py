"""Who is named in item bodies, with the role printed beside the name."""

from __future__ import annotations

from minuteparse.evidence import Evidence
from minuteparse.outline.model import Block
from minuteparse.record import ItemPerson


def find_people(evidence: Evidence, block: Block) -> list[ItemPerson]:
    """The people named in one item, each once, in order of the text."""
    return []
