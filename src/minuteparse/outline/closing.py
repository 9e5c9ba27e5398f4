"""Where the last item ends: the closing line, the signature, what is printed after them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minuteparse.lines import Line
from minuteparse.outline.noise import over_noise
from minuteparse.rules import rule
from minuteparse.text import Source

# After the close no more than this much text is expected: signatures, notes, attendance of one late list.
_LONGEST_CLOSE = 2500
# An item about the close says so within this many characters; further down it is the document that closes.
_CLOSING_ITEM = 150
_SENTENCE_END = re.compile(r"[.!?][\"')\]]*\s+(?=[A-Z(\[\"'])|(?<=[a-z])\.(?=[A-Z])|\n")


def closing_start(
    source: Source, lines: Sequence[Line], noise: frozenset[int], start: int, *, keep_sentence: bool
) -> int:
    """Where in the last item, whose text begins at `start`, the closing block begins; the text's end if there is none.

    With `keep_sentence` (an item that is itself about the close) its own sentence of the close stays in it.
    """
    end = len(source.text)
    at = _close_sentence(source, start, end)
    if keep_sentence and at is not None and at - start < _CLOSING_ITEM and "\n" not in source.text[start:at].strip():
        at = None
    first = _signature(lines, noise, start, end if at is None else at)
    at = min((x for x in (at, first) if x is not None), default=None)
    return over_noise(lines, noise, end if at is None else at, floor=start)


def _close_sentence(source: Source, start: int, end: int) -> int | None:
    """The start of the sentence that says when the meeting closed."""
    found = None
    for match in rule("outline", "close").pattern.finditer(source.folded, max(start, end - 4 * _LONGEST_CLOSE), end):
        if end - match.start() <= _LONGEST_CLOSE:
            found = match
            break
        found = match
    if found is None:
        return None
    begin = start
    for stop in _SENTENCE_END.finditer(source.folded, max(start, found.start() - 300), min(found.start() + 1, end)):
        begin = stop.end()
    return begin if begin > start or found.start() - start < 300 else found.start()


def _signature(lines: Sequence[Line], noise: frozenset[int], start: int, end: int) -> int | None:
    """The first of the signature lines that end the text before `end`, or `None`."""
    found: int | None = None
    pattern = rule("outline", "signature").pattern
    for line in reversed(lines):
        if line.begin >= end or line.blank or line.n in noise:
            continue
        if line.begin < start or not (len(line.text) <= 120 and pattern.match(line.text)):
            break
        found = line.begin
    return found
