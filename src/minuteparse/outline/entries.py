"""Entries of lists that look like unnumbered headings: `Extension at Mill House` under `Planning`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from minuteparse.lines import Line, is_capitals
from minuteparse.outline.candidates import Candidate
from minuteparse.outline.wording import kind_of
from minuteparse.rules import rule

# So many lines without text of their own are the entries of lists, not headings of empty items.
_FEWEST_BARE = 3
# Headings that only gather others are short.
_SHORT_TITLE = 4
# So many headings on lines of their own make a label before a dash the beginning of an entry.
_FEWEST_OWN_LINE = 5
_LONG = 90
_BULLETS = ("-", "•", "*", "(", "o ")


def without_entries(taken: Sequence[Candidate], lines: Sequence[Line]) -> list[Candidate]:
    """`taken`, in order of the text, without those that are entries of a list, judged by all of the document.

    A heading has text below it: a sentence, a list with bullets. Entries follow each other at once, many times.
    """
    if not taken:
        return []
    stops = [*(c.start for c in taken[1:]), lines[-1].stop]
    bare = [
        c
        for c, stop in zip(taken, stops, strict=True)
        if _may_be_entry(c) and not _has_text(lines, c.title.body_start, stop)
    ]
    wordy = sum(len(c.title.text.split()) > _SHORT_TITLE for c in bare)
    kept = [c for c in taken if c not in bare] if len(bare) >= _FEWEST_BARE and wordy >= 2 else list(taken)
    own_line = sum(c.form in {"plain", "colon"} for c in kept)
    inside = [c for c in kept if c.form == "run-in" and not is_capitals(c.title.text) and _of_business(c)]
    return [c for c in kept if c not in inside] if own_line >= max(_FEWEST_OWN_LINE, len(inside)) else kept


def _may_be_entry(c: Candidate) -> bool:
    return c.form == "plain" and not is_capitals(c.title.text) and not kind_of(c.title.text)[1]


def _of_business(c: Candidate) -> bool:
    """True for a title of business, known or not; `Apologies: ...` and `Minutes: ...` run on in their line anywhere."""
    return kind_of(c.title.text)[0] == "substantive"


def _has_text(lines: Sequence[Line], start: int, stop: int) -> bool:
    verb = rule("outline", "sentence").pattern
    at = bisect_left(lines, start, key=lambda line: line.begin)
    for line in lines[at:]:
        if line.begin >= stop:
            return False
        if (
            line.text.startswith(_BULLETS)
            or line.text.endswith(".")
            or len(line.text) > _LONG
            or verb.search(line.text)
        ):
            return True
    return False
