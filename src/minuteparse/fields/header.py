"""Which body met, when, from when to when, and where."""

from __future__ import annotations

from minuteparse.evidence import Evidence
from minuteparse.record import Header


def find_header(evidence: Evidence) -> Header:
    """The header of the record. A part that the text does not say is `None`."""
    return Header()
