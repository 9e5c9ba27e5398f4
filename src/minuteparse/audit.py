"""What the record doubts about itself, as issues. Codes are listed in `docs/issues.md`."""

from __future__ import annotations

from minuteparse.evidence import Evidence
from minuteparse.record import Issue, Minutes


def audit(minutes: Minutes, evidence: Evidence) -> list[Issue]:
    """The issues of a resolved record, in order of the text."""
    return []
