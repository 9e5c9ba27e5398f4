"""Where the last item ends: the closing line, the signature, what is printed after them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minuteparse.lines import Line
from minuteparse.outline.noise import over_noise
from minuteparse.outline.wording import dated
from minuteparse.rules import rule
from minuteparse.text import Source

# After the close no more than this much text is expected: signatures, notes, attendance of one late list.
_LONGEST_CLOSE = 2500
# An item about the close says so within this many characters; further down it is the document that closes.
_CLOSING_ITEM = 150
# Under "Respectfully submitted" stand a name and a post, on lines of their own.
_MOST_NAMES = 2
_LONGEST_DATE = 30
_PRINTED = re.compile(r"\w")
_NAME_ALONE = re.compile(r"[*_]*(?:[A-Z][\w'.-]*,? ?(?:(?:of|and|in|to|the|for) )?){1,5}[*_]*")
_NEXT = re.compile(r"(?i)next (?:\w+ ){0,2}meeting\s*[:-]\s.{0,60}\d{4}$")
_SENTENCE_END = re.compile(r"[.!?][\"')\]]*\s+(?=[A-Z(\[\"'])|(?<=[a-z])\.(?=[A-Z])|\n")


def closing_start(
    source: Source, lines: Sequence[Line], noise: frozenset[int], start: int, *, keep_sentence: bool
) -> int:
    """Where in the last item, whose text begins at `start`, the closing block begins; the text's end if there is none.

    With `keep_sentence` (an item that is itself about the close) its own sentence of the close stays in it.
    """
    end = len(source.text)
    at = _close_sentence(source, start, end)
    if at is not None and _of_the_item(source.folded, start, at, about_the_close=keep_sentence):
        at = None
    first = _signature(lines, noise, start, end if at is None else at)
    at = min((x for x in (at, first) if x is not None), default=None)
    return over_noise(lines, noise, end if at is None else at, floor=start)


def _day_of_signing(lines: Sequence[Line], line: Line, start: int) -> bool:
    """True for a date alone above a signature; not if it is all the text of the item, as of `Next meeting`."""
    if len(line.text) > _LONGEST_DATE or not dated().match(line.text):
        return False
    above = next((other for other in reversed(lines[: line.n]) if not other.blank), None)
    return above is not None and above.begin >= start


def _of_the_item(folded: str, start: int, at: int, *, about_the_close: bool) -> bool:
    """True if the closing sentence at `at` is the item's own: of an item about the close, or the answer to `AOB`."""
    before = folded[start:at]
    if not about_the_close:
        return not _PRINTED.search(before) and " business" in folded[at : at + 80]
    lines = before.strip().split("\n")
    return len(before) < _CLOSING_ITEM and (len(lines) == 1 or not any(line.endswith(".") for line in lines))


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
    unsigned = 0
    for line in reversed(lines):
        if line.begin >= end or line.blank or line.n in noise:
            continue
        if line.begin < start:
            break
        if len(line.text) <= 120 and pattern.match(line.text):
            found, unsigned = line.begin, 0
        elif found is not None and _day_of_signing(lines, line, start):
            found = line.begin
        elif found is not None and _NEXT.match(line.text):
            continue  # told between what is signed
        elif unsigned == _MOST_NAMES or not _NAME_ALONE.fullmatch(line.text):
            break
        else:
            unsigned += 1  # a name or post that the line above may sign with
    return found
