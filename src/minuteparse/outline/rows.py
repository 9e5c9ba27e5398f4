"""Headings in the rows of a web page's table: title, agenda text and minute on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minuteparse.lines import Line
from minuteparse.outline.candidates import Candidate
from minuteparse.outline.titles import Title
from minuteparse.outline.wording import evidence, strip_tail
from minuteparse.text import Source

_MINUTES_LABEL = re.compile(r"\b(?:Minutes|Decision):(?=\s|$)")
_AGENDA_TEXT = re.compile(
    r"\s+(?:Additional documents:|(?:PDF|pdf icon PDF) \d"
    r"|To (?:receive|hear|look|provide|consider|note|approve|agree|confirm|review|report) )"
)


def has_rows(lines: Sequence[Line]) -> bool:
    """True for a page whose items are the rows of a table, each with its minute."""
    return sum(1 for line in lines if line.text.endswith("|") and _MINUTES_LABEL.search(line.text)) >= 3


def row(source: Source, line: Line) -> Iterator[Candidate]:
    """One row of a flattened table: title, agenda text, `Minutes:` and the minute on one line."""
    folded = source.folded
    label = _MINUTES_LABEL.search(folded, line.start, line.end)
    if label is None and not line.text.endswith("|"):
        return
    if len(line.text.strip("| .")) < 12:
        return
    head_end = label.start() if label else line.end
    agenda = _AGENDA_TEXT.search(folded, line.start + 4, min(head_end, line.start + 300))
    cut = agenda.start() if agenda else head_end if label else None
    if cut is None or (label is None and agenda is None):
        return
    end = line.start + strip_tail(folded[line.start : cut])
    if end <= line.start:
        return
    body = agenda.end() - len(agenda[0].lstrip()) if agenda and label is None else (label.end() if label else cut)
    title = Title(line.start, end, body, source.quote(line.start, end), True, evidence(folded[line.start : end]))
    yield Candidate(line.begin, None, title, "row", 2.5 if label else 1.2, line.indent)
