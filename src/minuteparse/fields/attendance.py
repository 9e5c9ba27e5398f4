"""Who was there, who sent apologies, who was absent, who stood in for whom."""

from __future__ import annotations

import re

from minuteparse.evidence import Evidence
from minuteparse.fields.attendance_labels import sections
from minuteparse.fields.attendance_merge import Found, entries
from minuteparse.fields.attendance_marks import read_marks
from minuteparse.fields.attendance_sections import read_section
from minuteparse.record import Attendance
from minuteparse.rules import rule

_LIMIT = 30_000  # an attendance part longer than this is none
_ABOUT = re.compile(r"(?i)apolog|absen|sederunt|attendance|\bpresent\b|roll call|those present|substitut|members present|call(?:ing)? to order|quorum|welcome|ymddiheuriadau")
_LISTS = re.compile(r"(?i)sederunt|attendance|\bpresent\b|roll call")


def find_attendance(evidence: Evidence) -> list[Attendance]:
    """One entry a person and status, in order of the text; empty if the text names nobody."""
    found: list[Found] = []
    for start, end, default in _regions(evidence):
        marks = read_marks(evidence.source, start, end)
        parts = sections(evidence.source, start, end, default)
        for n, section in enumerate(parts):
            follows = parts[n - 1] if n else None
            found += read_section(evidence.source, section, follows, marks)
    return entries(evidence.source, found)


def _regions(evidence: Evidence) -> list[tuple[int, int, str | None]]:
    """Where attendance is told: the header block, items about it, and the closing block."""
    outline = evidence.outline
    regions: list[tuple[int, int, str | None]] = [(0, min(outline.header_end, _LIMIT), None)]
    for block in outline.blocks:
        if block.kind == "apologies" or _ABOUT.search(block.title):
            start = block.agenda_end
            title = evidence.source.folded[block.title_start : block.title_end]
            if rule("attendance", "named").pattern.search(title):
                start = block.title_start
            default = "present" if _LISTS.search(block.title) and block.kind != "apologies" else None
            if block.kind == "apologies" or re.search(r"(?i)apolog|absence", block.title):
                default = "apologies"
            regions.append((start, min(block.end, start + _LIMIT), default))
    if outline.blocks:
        regions.append((outline.closing_start, min(len(evidence.source.text), outline.closing_start + _LIMIT), None))
    return [r for r in regions if r[1] > r[0]]
