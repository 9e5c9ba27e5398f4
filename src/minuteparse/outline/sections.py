"""Unnumbered headings over the parts of a numbered document: `QUESTIONS` above 12, `New Business` above another 1."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from minuteparse.lines import Line, is_capitals
from minuteparse.outline.candidates import Candidate
from minuteparse.outline.markers import read_marker, step
from minuteparse.outline.titles import Title
from minuteparse.outline.wording import evidence, kind_of, strip_tail
from minuteparse.rules import rule
from minuteparse.text import Source

_LONGEST = 110
# A line printed so often is an outcome or a running head.
_REPEATED = 3
_SHOUT = re.compile(r"[A-Z]{5}")
_WORD = re.compile(r"[A-Za-z]{6,}")
_NO_HEADING = ("not-a-heading", "label", "signature", "close")


def section_headings(
    source: Source,
    lines: Sequence[Line],
    noise: frozenset[int],
    every: Sequence[Candidate],
    chain: Sequence[Candidate],
) -> list[Candidate]:
    """The lines right above members of `chain`, or above any first number of `every`, that head a part of the document.

    Where the numbers begin again, the line above heads what follows; where they run on, it does so if it is a title
    that councils share, in capitals.
    """
    by_begin = {line.begin: line for line in lines}
    counts = Counter(line.text for line in lines)
    anew: list[Candidate] = []
    onward: list[Candidate] = []
    for before, member in pairwise(chain):
        line = by_begin.get(member.start)
        if line is None or before.marker is None or member.marker is None:
            continue
        by = step(before.marker, member.marker)
        begins_anew = by is not None and by < 0 and member.marker.values[-1] == 1
        n = _printed_above(lines, noise, line.n)
        if n is None or not (begins_anew or lines[n].capitals):
            continue
        above = _above(source, lines, noise, line, before.title.body_start, counts)
        if begins_anew:
            anew += above
        else:
            onward += [c for c in above if _in_capitals(c) and kind_of(c.title.text)[1]]
    if anew:
        anew += _over_paragraphs(source, lines, noise, every, counts, {c.start for c in chain})
    return [*_opening(source, lines, noise, by_begin.get(chain[0].start), anew, counts), *anew, *onward]


def _over_paragraphs(
    source: Source,
    lines: Sequence[Line],
    noise: frozenset[int],
    every: Sequence[Candidate],
    counts: Counter[str],
    members: set[int],
) -> list[Candidate]:
    """The headings over parts whose numbers are those of paragraphs, in a document that has such parts."""
    by_begin = {line.begin: line for line in lines}
    firsts = [c for c in every if c.marker and c.marker.values == (1,) and c.marker.close and c.start not in members]
    return [
        heading
        for c in firsts
        if (line := by_begin.get(c.start)) is not None
        for heading in _above(source, lines, noise, line, 0, counts)[-1:]
        if not heading.title.text.endswith(":")
    ]


def _opening(
    source: Source,
    lines: Sequence[Line],
    noise: frozenset[int],
    line: Line | None,
    anew: Sequence[Candidate],
    counts: Counter[str],
) -> list[Candidate]:
    """The heading above the first number, if it shares a word with those of the later parts."""
    if line is None or not anew:
        return []
    words = {w.lower() for c in anew for w in _WORD.findall(c.title.text)}
    above = _above(source, lines, noise, line, 0, counts)[-1:]
    return [c for c in above if words & {w.lower() for w in _WORD.findall(c.title.text)}]


def _above(
    source: Source, lines: Sequence[Line], noise: frozenset[int], line: Line, floor: int, counts: Counter[str]
) -> list[Candidate]:
    """The headings that stand one right over the other above `line`, not before the offset `floor`."""
    found: list[Candidate] = []
    n = _printed_above(lines, noise, line.n)
    while n is not None and lines[n].begin >= floor:
        last = lines[n]
        if last.text[0].islower() and last.blank_before == 0 and n > 0 and not lines[n - 1].blank:
            n -= 1
        heading = _heading(source, lines[n], last, counts) if lines[n].begin >= floor else None
        if heading is None or (found and not kind_of(heading.title.text)[1]):
            break
        found.append(heading)
        n = _printed_above(lines, noise, n)
    return found[::-1]


def _printed_above(lines: Sequence[Line], noise: frozenset[int], n: int) -> int | None:
    for k in range(n - 1, max(n - 8, -1), -1):
        if lines[k].text and k not in noise:
            return k
    return None


def _heading(source: Source, first: Line, last: Line, counts: Counter[str]) -> Candidate | None:
    text = source.folded[first.start : last.end]
    end = first.start + strip_tail(text)
    if len(text) > _LONGEST * (1 + (first is not last)) or not text[0].isupper() or text.endswith((".", ";", ",")):
        return None
    if counts[first.text] >= _REPEATED or read_marker(text) is not None or end == first.start:
        return None
    if any(rule("outline", name).pattern.match(text) for name in _NO_HEADING):
        return None
    score = evidence(" ".join(source.folded[first.start : end].split()))
    if score < -2.0:
        return None
    title = Title(first.start, end, last.stop, source.quote(first.start, end), False, score)
    return Candidate(first.begin, None, title, "section", score, first.indent)


def _in_capitals(c: Candidate) -> bool:
    return is_capitals(c.title.text) and bool(_SHOUT.search(c.title.text)) and c.score > 0.0
