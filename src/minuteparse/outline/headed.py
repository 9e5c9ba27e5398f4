"""Numbers at the head of the paragraph below a heading: `MOORINGS`, then `1416   The Board considered ...`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from minuteparse.lines import Line
from minuteparse.outline.markers import Marker, read_marker, step
from minuteparse.outline.titles import Title
from minuteparse.outline.wording import evidence, kind_of, strip_tail
from minuteparse.rules import rule
from minuteparse.text import Source

# So many headings, each over the next number, are no chance; so many of ten steps must be to the next number.
_FEWEST, _STEPS = 4, 8
_LONGEST, _LONG_TEXT = 120, 100
# A title in capitals runs over no more lines than this.
_DEEPEST = 4
_NO_HEADING = ("not-a-heading", "signature", "close")


def headed_numbers(
    source: Source, lines: Sequence[Line], noise: frozenset[int]
) -> dict[int, tuple[Line, Marker, Title]]:
    """The numbers of items that stand below their headings, by line: with first line and title of the heading.

    The numbers must count on from heading to heading; paragraphs of one item share a heading, lists begin at 1.
    """
    found: dict[int, tuple[Line, Marker, Title]] = {}
    for line in lines:
        if line.text[:1].isdigit() and line.n not in noise:
            marker = read_marker(line.text)
            if marker is not None and _counts(marker) and _is_text(line.text[marker.after :]):
                heading = _heading(source, lines, noise, line, line.start + marker.after)
                if heading is not None:
                    found[line.n] = heading[0], marker, heading[1]
    numbers = [marker for _, marker, _ in found.values()]
    onward = sum(step(a, b) == 1 for a, b in pairwise(numbers))
    return found if len(found) >= _FEWEST and 10 * onward >= _STEPS * (len(found) - 1) else {}


def _counts(marker: Marker) -> bool:
    return len(marker.values) == 1 or "/" in marker.shape


def _is_text(rest: str) -> bool:
    """True for a sentence or a stopped line after a number, rather than a title."""
    return (
        rest.endswith(".") or len(rest) > _LONG_TEXT or bool(rule("outline", "sentence").pattern.search(rest))
    ) and not rest[:1].islower()


def _heading(
    source: Source, lines: Sequence[Line], noise: frozenset[int], line: Line, body: int
) -> tuple[Line, Title] | None:
    """The heading that ends right above `line`, with its first line; `body` is where the text below it begins."""
    above = next((lines[n] for n in range(line.n - 1, max(line.n - 4, -1), -1) if not lines[n].blank), None)
    if above is None or above.n in noise:
        return None
    first = above
    while first.blank_before == 0 and first.n > 0 and above.n - first.n < _DEEPEST:
        before = lines[first.n - 1]
        if before.blank or not (before.capitals and above.capitals):
            break
        first = before
    end = first.start + strip_tail(source.folded[first.start : above.end])
    text = " ".join(source.folded[first.start : end].split())
    if not text or not first.blank_before or len(text) > _LONGEST * 2 or above.text.endswith((".", ";", ",")):
        return None
    if (len(text) > _LONGEST and not above.capitals) or read_marker(first.text) is not None:
        return None
    if rule("outline", "label").pattern.match(text) and not kind_of(text)[1]:
        return None
    if any(rule("outline", name).pattern.match(text) for name in _NO_HEADING) or evidence(text) < 0.0:
        return None
    return first, Title(first.start, end, body, source.quote(first.start, end), False, evidence(text))
