"""Sub-headings that lost the line break after them: `5. Reports 5.1 Chairman's Report The Chairman said ...`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minuteparse.outline.candidates import Candidate
from minuteparse.outline.cuts import inline_cut
from minuteparse.outline.markers import read_marker
from minuteparse.outline.runs import title_run
from minuteparse.outline.titles import JOINS, Title
from minuteparse.outline.wording import evidence
from minuteparse.text import Source

_LONGEST = 260
_MOST_WORDS = 8
_PRINTED = re.compile(r"[^\W_]")
# Words that begin a sentence or a clause: "In answer to Mr Kay", "The Clerk".
_CLAUSE = re.compile(r"(?:The|An?|In|At|On|It|There|This|Mr|Mrs|Ms|Cllrs?|Councillors?)\b")


@dataclass(frozen=True, slots=True)
class _Children:
    """The entries numbered under one item, as spans of their numbers, up to `end`; `bare` if nothing stands before."""

    entries: tuple[tuple[int, int], ...]
    end: int
    bare: bool


def lost_breaks(source: Source, chain: Sequence[Candidate], taken: Sequence[Candidate]) -> list[Candidate]:
    """Headings of parts `N.1`, `N.2` of the items of `chain`, each followed at once by its own text; not those `taken`.

    A full stop, colon or dash after the words makes them the label of a paragraph; a sentence right after them says
    that a page lost its line break. They count where an item has nothing but such parts, and then in all its document.
    """
    every = [children for parent, end in _parents(source, chain) if (children := _children(source, parent, end))]
    if not any(children.bare for children in every):
        return []
    titled = [(children, _titled_entries(source, children)) for children in every]
    mostly = [(children, found) for children, found in titled if 2 * len(found) > len(children.entries)]
    if not any(children.bare for children, _ in mostly):
        return []
    known = {c.title.start for c in taken}
    return [c for _, found in mostly for c in found if c.title.start not in known]


def _parents(source: Source, chain: Sequence[Candidate]) -> Iterator[tuple[Candidate, int]]:
    ends = [*(c.start for c in chain[1:]), len(source.text)]
    for parent, end in zip(chain, ends, strict=True):
        number = parent.marker.number if parent.marker else ""
        if number.isdecimal() and source.folded.find(f"{number}.1", parent.title.start, end) >= 0:
            yield parent, end


def _children(source: Source, parent: Candidate, end: int) -> _Children | None:
    assert parent.marker is not None
    entry = re.compile(rf"(?<![\w.,£$/-]){parent.marker.number}\.\d{{1,2}}\.?[ \t]+(?=\S)")
    entries = tuple((m.start(), m.end()) for m in entry.finditer(source.folded, parent.title.end, end))
    if not entries:
        return None
    return _Children(entries, end, not _PRINTED.search(source.folded, parent.title.end, entries[0][0]))


def _titled_entries(source: Source, children: _Children) -> list[Candidate]:
    """Those of `children` that a title begins."""
    stops = [*(start for start, _ in children.entries[1:]), children.end]
    found = (_titled(source, start, at, stop) for (start, at), stop in zip(children.entries, stops, strict=True))
    return [c for c in found if c is not None]


def _titled(source: Source, start: int, at: int, stop: int) -> Candidate | None:
    """The candidate at `start` if the words from `at` are a short title that a sentence follows without a sign."""
    marker = read_marker(source.folded[start : at + 1])
    newline = source.folded.find("\n", at, stop)
    rest = source.folded[at : min(at + _LONGEST, stop if newline < 0 else newline)]
    cut = _cut(rest, marker.number) if marker else None
    if cut is None or marker is None:
        return None
    text = rest[: cut[0]]
    if not text[0].isupper() or _CLAUSE.match(text) or JOINS.search(text) or len(text.split()) > _MOST_WORDS:
        return None
    score = evidence(text)
    if score < 0.0:
        return None
    title = Title(at, at + cut[0], at + cut[1], source.quote(at, at + cut[0]), True, score)
    return Candidate(start, marker, title, "run-in", score, 0)


def _cut(rest: str, number: str) -> tuple[int, int] | None:
    """Where a title ends and text begins in `rest`: at the first paragraph number, or without more than a bullet."""
    own = re.search(rf"\s{re.escape(number)}\.1\b", rest)
    if own:
        return own.start(), own.start() + 1
    for cut in (inline_cut(rest), title_run(rest)):
        if cut and rest[cut[0] : cut[1]].strip() in {"", "•"} and not rest[cut[1]].islower():
            return cut
    return None
