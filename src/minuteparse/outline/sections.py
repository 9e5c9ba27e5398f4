"""Unnumbered headings over the parts of a numbered document: `QUESTIONS` above 12, `New Business` above another 1."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from minuteparse.lines import Line, is_capitals
from minuteparse.outline.candidates import Candidate
from minuteparse.outline.cuts import SENTENCE_WORD
from minuteparse.outline.markers import read_marker, step
from minuteparse.outline.titles import Title
from minuteparse.outline.wording import evidence, kind_of, strip_tail
from minuteparse.rules import rule
from minuteparse.text import Source

_LONGEST = 110
# A line printed so often is an outcome or a running head.
_REPEATED = 3
# A document whose numbers begin anew in each part does so more than once.
_FEWEST_FIRSTS = 2
_FEWEST_SECTIONS = 2
# A title that councils share need not stand alone between blank lines; another must at least not look like text.
_GOOD, _FAIR = 1.3, 0.5
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


def headed_firsts(
    source: Source, lines: Sequence[Line], noise: frozenset[int], every: Sequence[Candidate]
) -> frozenset[int]:
    """Where those of `every` with the number 1 begin that stand right below a title that councils share."""
    firsts = {c.start for c in every if c.marker and c.marker.values == (1,) and c.marker.shape == "#" and _heads(c)}
    if len(firsts) < _FEWEST_FIRSTS:
        return frozenset()
    counts = Counter(line.text for line in lines)
    below = [line for line in lines if line.begin in firsts]
    return frozenset(
        line.begin
        for line in below
        if any(kind_of(c.title.text)[1] for c in _above(source, lines, noise, line, 0, counts)[-1:])
    )


def _heads(c: Candidate) -> bool:
    return c.score > 0.0 and not c.title.inline and not SENTENCE_WORD.match(c.title.text)


def like_sections(plain: Sequence[Candidate], sections: Sequence[Candidate], first: int) -> list[Candidate]:
    """Those of `plain`, below the offset `first`, that head parts as `sections` do, though no number begins below them.

    They are standing titles of the same letters, between lists that begin anew: `New Business`, then `None.`
    """
    standing = [c for c in sections if kind_of(c.title.text)[1]]
    if len(standing) < _FEWEST_SECTIONS or 2 * len(standing) <= len(sections):
        return []
    capitals = all(is_capitals(c.title.text) for c in standing)
    known = {c.start for c in sections}
    return [
        c
        for c in plain
        if c.start not in known
        and c.start > first
        and c.form in {"plain", "styled"}
        and is_capitals(c.title.text) == capitals
        and (c.score >= _GOOD if kind_of(c.title.text)[1] else capitals and _in_capitals(c) and c.score >= _FAIR)
    ]


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
