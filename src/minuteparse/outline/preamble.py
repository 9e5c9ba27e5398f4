"""Text of the meeting before the first heading, or of a document without headings: an item without number and title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minuteparse.lines import Line
from minuteparse.rules import rule

# Who was there, where and when: the header block's business wherever it stands in a paragraph.
_OF_THE_HEADER = re.compile(
    r"(?i)\b(?:present|attend(?:ed|ance|ees)?|apolog(?:y|ies)|absent|sederunt|in the chair|presid(?:ed|ing)|members?:"
    r"|minutes of (?:an?|the)|(?:held|met) (?:on|at|in|via)|venue|commenc(?:ed|ing)|contact|recorded|webcast|e-?mail)\b"
)
_LABEL = re.compile(
    r"(?i)(?:also |those |members |officers |others )?(?:present|in attendance|apologies|absent)\b[ :]*"
)
# What was decided before the first heading is the meeting's, whoever it names.
_DECIDED = re.compile(
    r"(?i)(?:it was|(?:the )?(?:council|committee|board|members)) (?:\w+ly )?(?:agreed|resolved|decided)\b"
)
_FEWEST_WORDS = 12


def preamble_start(lines: Sequence[Line], noise: frozenset[int], end: int) -> int | None:
    """Where running text of the meeting begins before `end`, below the last line on attendance, or `None`."""
    start: int | None = None
    for first, text in _paragraphs(lines, noise, end):
        if not _DECIDED.match(text) and (_OF_THE_HEADER.search(text) or _LABEL.match(text)):
            start = None
        elif start is None and _is_prose(text):
            start = first.begin
    return start


def _paragraphs(lines: Sequence[Line], noise: frozenset[int], end: int) -> Iterator[tuple[Line, str]]:
    """Runs of printed lines before `end`, each with its first line and its joined text."""
    first: Line | None = None
    parts: list[str] = []
    for line in lines:
        if line.begin >= end:
            break
        if first is not None and (line.blank or line.blank_before):
            yield first, " ".join(parts)
            first, parts = None, []
        if not line.blank and line.n not in noise:
            first = first or line
            parts.append(line.text)
    if first is not None:
        yield first, " ".join(parts)


def _is_prose(text: str) -> bool:
    words = text.split()
    return (
        len(words) >= _FEWEST_WORDS
        and text.rstrip()[-1] in ".:;)]\"'"
        and bool(rule("outline", "sentence").pattern.search(text))
    )
