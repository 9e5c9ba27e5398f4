"""Who was there, who sent apologies, who was absent, who stood in for whom."""

from __future__ import annotations

import re

from minuteparse.evidence import Evidence
from minuteparse.fields.attendance_labels import is_label, sections
from minuteparse.fields.attendance_merge import Found, entries
from minuteparse.fields.attendance_marks import read_marks
from minuteparse.fields.attendance_sections import read_section
from minuteparse.record import Attendance
from minuteparse.rules import rule

_LIMIT = 30_000  # an attendance part longer than this is none
_EARLY = 6  # headings among which the lists of an attendance part may stand
_ABOUT = re.compile(
    r"(?i)apolog|\babsen(?:ce|t|ces|tees)\b|sederunt|\bsubstitut|members present|call(?:ing)? to order|quorum|welcome|ymddiheuriadau|reserve members|leave of absence"
)
_LISTS = re.compile(r"(?i)^\W*(?:sederunt|(?:record of |members'? )?attendance(?!\s+(?:by|of|at|figures|-))|(?:those |members |councill?ors )?present\b|(?:call to order.{0,20})?roll call|calling (?:of )?the roll)")


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
    for n, block in enumerate(outline.blocks):
        if n < _EARLY and is_label(block.title) and block.kind != "apologies":
            regions.append((block.start, min(block.end, block.start + _LIMIT), None))
            continue
        lists = bool(_LISTS.search(block.title))
        if block.kind == "apologies" or lists or _ABOUT.search(block.title):
            start = block.agenda_end
            title = evidence.source.folded[block.title_start : block.title_end]
            if rule("attendance", "named").pattern.search(title):
                start = block.title_start
            default = "present" if lists else None
            if not lists and (block.kind == "apologies" or re.search(r"(?i)apolog|^\W*absen", block.title)):
                default = "apologies"
            regions.append((start, min(block.end, start + _LIMIT), default))
    if outline.blocks:
        regions.append((outline.closing_start, min(len(evidence.source.text), outline.closing_start + _LIMIT), None))
    return [r for r in regions if r[1] > r[0]]
