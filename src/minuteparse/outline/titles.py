"""A title with its place: from its first word, over wrapped lines, to where the item's own text begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minuteparse.lines import Line, is_capitals
from minuteparse.outline.cuts import LONGEST_TITLE, SHORT, column_cut, inline_cut
from minuteparse.outline.runs import title_run
from minuteparse.outline.wording import evidence, kind_of, strip_tail
from minuteparse.rules import rule
from minuteparse.text import Source

JOINS = re.compile(
    r"(?:[,&/-]|\b(?:and|of|the|for|to|in|on|from|with|at|by|held|a|AND|OF|THE|FOR|TO|IN|ON|FROM|WITH|AT|BY))$"
)
# `D/B/A: THE ANCHOR`, `APPLICANT: MRS COBB` below a title in capitals is no more of it.
_LABELLED = re.compile(r"[A-Z][A-Z/. ]{1,14}:")
_REFERENCE = re.compile(r"[A-Z]{2,5}[ -/]?(?:\d{1,4}[-/])?\d{1,4}")


@dataclass(frozen=True, slots=True)
class Title:
    """A title at `start:end`; its item's own text begins at `body_start`.

    `inline`: both stand on one line; `column`: in two columns of it.
    """

    start: int
    end: int
    body_start: int
    text: str
    inline: bool
    evidence: float
    column: bool = False


def read_title(source: Source, lines: Sequence[Line], n: int, at: int) -> Title | None:
    """The title that begins at offset `at` in line `n`, or `None` if nothing is printed there."""
    line = lines[n]
    rest = source.folded[at : line.end]
    if not rest:
        return None
    column = column_cut(rest) if source.layout else None
    cut = inline_cut(rest[: column[0]] if column else rest) or column or _standing_run(rest)
    if cut is not None:
        end, body = at + cut[0], at + cut[1]
        return Title(at, end, body, source.quote(at, end), True, evidence(rest[: cut[0]]), cut == column)
    if len(rest) > LONGEST_TITLE * 2:
        return None
    last = _continue(lines, n, rest)
    end = at + strip_tail(source.folded[at : lines[last].end])
    text = source.quote(at, end)
    folded = " ".join(source.folded[at:end].split())
    return Title(at, end, lines[last].stop, text, False, evidence(folded) if folded else -4.0)


def _standing_run(rest: str) -> tuple[int, int] | None:
    """The cut after a title that councils share, if it is in title case and a long text follows without a sign."""
    cut = title_run(rest) if len(rest) > SHORT else None
    return cut if cut and kind_of(rest[: cut[0]])[1] else None


def _continue(lines: Sequence[Line], n: int, rest: str) -> int:
    """The last line of a title that runs over its line: in capitals, or where a small letter follows a full line."""
    capitals = is_capitals(rest)
    length = len(rest)
    while n + 1 < len(lines) and lines[n + 1].blank_before == 0 and not lines[n + 1].blank and length < LONGEST_TITLE:
        line, following = lines[n], lines[n + 1]
        if line.text.endswith((".", ":", ";", "|", ":-", ";-")) or _starts_entry(following.text):
            break
        if capitals:
            goes_on = following.capitals and not (
                _LABELLED.match(following.text) or rule("outline", "not-a-heading").pattern.match(following.text)
            )
        else:
            small = following.text[0].islower() and len(line.text) >= 40 and len(following.text) < 70
            goes_on = (
                (small or bool(JOINS.search(line.text))) and not following.capitals and len(following.text) < SHORT
            )
        if not goes_on:
            break
        n += 1
        length += len(following.text)
    return n


def _starts_entry(text: str) -> bool:
    """True if a line begins with the number of another entry, or is the number of a resolution."""
    match = rule("outline", "marker").pattern.match(text)
    if match and (match["close"] or match.end() == len(text) or "/" in match["number"] or "." in match["number"]):
        return True
    return _REFERENCE.fullmatch(text) is not None
