"""Titles before a colon on the line of their text, where a document has no numbers."""

from __future__ import annotations

from collections.abc import Sequence

from minuteparse.lines import Line
from minuteparse.outline.candidates import Candidate
from minuteparse.outline.wording import ATTENDANCE_LABEL, kind_of

_FAIR = 1.0
# So many titles before a colon, none with more words, make them the headings of a document.
_FEWEST_RUN_IN, _LONGEST_RUN_IN = 5, 6


def minutes_run_in(
    candidates: Sequence[Candidate], taken: Sequence[Candidate], lines: Sequence[Line]
) -> list[Candidate]:
    """`Minutes of the meeting of 9 March: Moss proposed ...`, a paragraph among headings none of which is theirs."""
    kinds = {kind_of(c.title.text)[0] for c in taken}
    if not taken or "previous_minutes" in kinds:
        return []
    blank_above = {line.begin for line in lines if line.blank_before}
    return [
        c
        for c in candidates
        if c.form == "run-in"
        and kind_of(c.title.text)[0] == "previous_minutes"
        and c.start > taken[0].start
        and c.start in blank_above
        and c.score >= _FAIR
    ][:1]


def paragraph_titles(candidates: Sequence[Candidate], lines: Sequence[Line]) -> list[Candidate]:
    """The titles before a colon, if nearly every paragraph from the first on begins with one: "Manse: The roof ..."."""
    by_line = {c.start: c for c in candidates if c.form == "run-in"}
    found = [
        c
        for line in lines
        if (c := by_line.get(line.begin)) is not None
        and line.blank_before
        and line.text.startswith(f"{c.title.text}:")
        and len(c.title.text.split()) <= _LONGEST_RUN_IN
        and not ATTENDANCE_LABEL.match(line.text)
    ]
    standing = [c for c in found if kind_of(c.title.text)[1]]
    if len(found) < _FEWEST_RUN_IN or len(standing) < 3:
        return []
    found = found[found.index(standing[0]) :]
    paragraphs = sum(1 for line in lines if line.blank_before and not line.blank and line.begin >= found[0].start)
    return found if len(found) >= 0.6 * paragraphs and len(found) >= _FEWEST_RUN_IN else []
