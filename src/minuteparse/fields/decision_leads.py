"""Labels of decisions with the words that lead to them, "it was unanimously RESOLVED", tried at their keywords only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minuteparse.fields.clauses import Passage
from minuteparse.rules import Rule

# These labels begin with their line; the others begin at a keyword or with words that lead to it, a few at most.
_AT_LINE_STARTS = frozenset({"decisions.label.decision", "decisions.label.body"})
_LEAD_WORDS = (
    *("unanimously", "therefore", "was", "were", "be", "it", "and", "to", "resolved"),
    *("committee", "council", "panel", "board", "members"),
)
# Another statement, or a label, before the movers of a resolution.
_PROPOSED = re.compile(
    r"(?:(?<=[a-z\d)]):|,\s+and|;(?:\s+and)?)\s+(?=[Oo]n\s+the\s+(?:proposal|motion|proposition)\s+of\s)"
)
_LONGEST_LEAD = 5
_WIDEST_GAP = 200


def led_matches(words: Passage, label: Rule) -> Iterator[re.Match[str]]:
    """The matches of `label` in order; tried only at keywords and where what leads to them begins."""
    if label.id in _AT_LINE_STARTS:
        yield from label.pattern.finditer(words.text)
        return
    free = 0
    for at in sorted({m for literal in label.needs for m in _places(words.lower, literal)}):
        for begin in _lead_starts(words.lower, at):
            match = label.pattern.match(words.text, begin) if begin >= free else None
            if match:
                free = match.end()
                yield match
                break


def _places(lower: str, literal: str) -> Iterator[int]:
    at = lower.find(literal)
    while at >= 0:
        yield at
        at = lower.find(literal, at + 1)


def _lead_starts(lower: str, at: int) -> list[int]:
    """Where the words of a lead before the keyword at `at` begin, in order, and `at` itself."""
    starts = [at]
    for _ in range(_LONGEST_LEAD):
        gap = lower[max(at - _WIDEST_GAP, 0) : at]
        before = gap.rstrip()
        word = next((w for w in _LEAD_WORDS if before.endswith(w)), None) if len(before) < len(gap) else None
        if word is None:
            break
        at -= len(gap) - len(before) + len(word)
        starts.append(at)
    return starts[::-1]


def past_other(text: str, start: int, end: int) -> int:
    """`start`, or where in `text[start:end]` the movers of a resolution begin after another statement.

    >>> past_other("Minutes of May: On the proposal of Ann Moss they were confirmed.", 0, 64)
    16
    """
    opened = _PROPOSED.search(text, start, end)
    return opened.end() if opened else start
