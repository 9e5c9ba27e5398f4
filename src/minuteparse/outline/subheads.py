"""Sub-headings within a numbered document: `9.1 FINANCE`, `9.1.1 List of Payments`, `(i) Transitions`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence

from minuteparse.lines import Line, is_capitals
from minuteparse.outline.candidates import Candidate
from minuteparse.outline.markers import Marker, read_marker
from minuteparse.outline.wording import NAMES
from minuteparse.rules import rule

# Only that a title begins with a person may speak against it.
_NAMED = -4.0
_COMPANY = re.compile(r"\b(?:Inc|Ltd|Corp|Bros|Co|St|Ave|Rd)\.$")
_SEVERAL = 3
_ENTITLED = 0.8
# "Circulated, report of the engineer" begins the paragraph itself.
_PARTICIPLE = re.compile(r"\w+ed, [a-z]")
# Who gave notice of the motion, and what of: "Cllr. Ann Penn: Ferry fares".
_MOTION = re.compile(
    r"(?:Councillors?|Cllrs?\.?|Alderman|Deputy)"
    r"(?: (?:(?:de|van|der|[Nn]í|Ó|and|&) )?[A-Z][\w'.-]+,?){1,6}: [A-Z][^.:;]{3,80}"
)
_WORST = -1.2
_LONGEST = 260


def subheadings(candidates: Sequence[Candidate], chain: Sequence[Candidate], lines: Sequence[Line]) -> list[Candidate]:
    """The candidates that head a part of a chosen item: numbered under it, alone on their line, with text of their own.

    A numbered entry that its sibling follows at once is a list entry or paragraph, not a heading.
    """
    starts = {c.start for c in chain}
    found: list[Candidate] = []
    short: list[Candidate] = []
    bounds = [*(c.start for c in chain[1:]), None]
    ordered = [
        c
        for c in candidates
        if c.start not in starts and c.form in {"line", "alone"} and c.marker is not None and not c.title.inline
    ]
    at = 0
    parts: list[tuple[Candidate, int | None, list[Candidate]]] = []
    for parent, end in zip(chain, bounds, strict=True):
        if parent.marker is None:
            continue
        inside: list[Candidate] = []
        while at < len(ordered) and (end is None or ordered[at].start < end):
            if ordered[at].start > parent.start:
                inside.append(ordered[at])
            at += 1
        parts.append((parent, end, inside))
    depths = _depths_of_titles([c for parent, _, inside in parts for c in _dotted(parent, inside)], lines)
    for parent, end, inside in parts:
        found += _with_own_text([c for c in _dotted(parent, inside) if _in_company(c, depths, lines)], end, lines)
        lettered, doubtful = _lettered(inside, lines)
        found += lettered
        short += doubtful
    known = {_style(c) for c in found}
    return found + [c for c in short if _style(c) in known]


def _style(c: Candidate) -> tuple[str, str, str]:
    """What the lettered headings of one document share: the shape of the letter, the sign after it, the form."""
    assert c.marker is not None
    return "A" if c.marker.shape == "I" else c.marker.shape, c.marker.close, c.form


def _dotted(parent: Candidate, inside: Sequence[Candidate]) -> list[Candidate]:
    """Those of `inside` that are numbered under `parent`: 3.1 and 3.2.1 under 3, the cases 3/1 and 3/2 under III."""
    assert parent.marker is not None
    under = parent.marker.number.removesuffix(".0") + "."
    case = parent.marker.values[:1] if len(parent.marker.values) == 1 and parent.marker.shape in {"#", "I", "i"} else ()
    return [
        c
        for c in inside
        if c.marker and c.form == "line" and (c.marker.number.startswith(under) or _is_case(c.marker, case))
    ]


def _is_case(marker: Marker, parent: tuple[int, ...]) -> bool:
    return marker.shape == "#/#" and marker.values[:1] == parent


def _with_own_text(dotted: Sequence[Candidate], end: int | None, lines: Sequence[Line]) -> list[Candidate]:
    siblings = [*dotted[1:], None]
    return [c for c, sibling in zip(dotted, siblings, strict=False) if _has_own_text(c, sibling, end, lines)]


def _lettered(inside: Sequence[Candidate], lines: Sequence[Line]) -> tuple[list[Candidate], list[Candidate]]:
    """The lettered headings among `inside`, and those that others like them must bear out."""
    groups: dict[tuple[str, str, str], list[Candidate]] = defaultdict(list)
    for c in inside:
        if c.marker and c.marker.shape in {"i", "a", "A", "I", "#"} and (c.form == "line" or c.marker.shape == "a"):
            groups[_style(c)].append(c)
    lettered: list[Candidate] = []
    doubtful: list[Candidate] = []
    for members in groups.values():
        with_text = sum(_text_follows_at_once(c, lines) for c in members)
        if not with_text or not all(_heads(c, lines) or _MOTION.fullmatch(c.title.text) for c in members):
            continue
        if members[0].form == "alone" and not all(map(_entitled, members)):
            continue
        if members[0].form == "alone" or (with_text >= 2 and 3 * with_text >= 2 * len(members)):
            lettered += members
        elif 2 * with_text >= len(members) and all(_heads_blank(c, lines) for c in members):
            doubtful += members
    return lettered, doubtful


def _names_mover(c: Candidate) -> bool:
    """True if the whole title is who gave notice of the motion below: "6.1 Councillors Penn and Moss"."""
    return c.score > _NAMED and bool(NAMES.fullmatch(c.title.text))


def _entitled(c: Candidate) -> bool:
    """True for words in title case, below a letter that stands alone."""
    return c.score >= _ENTITLED and not _PARTICIPLE.match(c.title.text)


def _heads_blank(c: Candidate, lines: Sequence[Line]) -> bool:
    """True if a blank line stands below the lettered line, and words below that."""
    below = _line_at(lines, c.title.body_start)
    return (
        below is not None and below.blank and below.n + 1 < len(lines) and read_marker(lines[below.n + 1].text) is None
    )


def _depths_of_titles(dotted: Sequence[Candidate], lines: Sequence[Line]) -> frozenset[int]:
    """The depths of number, in all the document, at which several parts and most of them look like headings."""
    every = Counter(_depth(c) for c in dotted)
    plain = Counter(_depth(c) for c in dotted if _heads(c, lines) or _names_mover(c))
    return frozenset(level for level in plain if plain[level] >= _SEVERAL and 2 * plain[level] > every[level])


def _depth(c: Candidate) -> int:
    return c.marker.number.count(".") if c.marker else 0


def _in_company(c: Candidate, depths: frozenset[int], lines: Sequence[Line]) -> bool:
    """True if a dotted part looks like a heading; at the `depths` of titles a long title is one too."""
    return _heads(c, lines) or _names_mover(c) or (_depth(c) in depths and _may_head(c, lines))


def _may_head(c: Candidate, lines: Sequence[Line]) -> bool:
    """True if the numbered line stands apart and does not end as a sentence does, however long it is."""
    line = _line_at(lines, c.title.start)
    apart = line is not None and line.blank_before > 0 and not _stopped(line.text)
    return apart and c.score > _WORST and len(c.title.text) <= _LONGEST


def _heads(c: Candidate, lines: Sequence[Line]) -> bool:
    line = _line_at(lines, c.title.start)
    stopped = line is not None and _stopped(line.text) and not is_capitals(c.title.text)
    two = ". " in c.title.text and not is_capitals(c.title.text)  # in capitals the points are those of names
    return c.score >= 0.3 and len(c.title.text) <= 120 and not stopped and not two


def _stopped(text: str) -> bool:
    """True if `text` ends as a sentence or entry does; the point of "Inc." ends a name."""
    return text.endswith((".", ";", ",")) and not _COMPANY.search(text)


def _text_follows_at_once(c: Candidate, lines: Sequence[Line]) -> bool:
    """True if longer text, not a sibling, stands right below the lettered line."""
    below = _line_at(lines, c.title.body_start)
    if below is not None and below.blank and below.n + 1 < len(lines):
        below = lines[below.n + 1]
    return below is not None and len(below.text) > 40 and read_marker(below.text) is None


def _has_own_text(c: Candidate, sibling: Candidate | None, end: int | None, lines: Sequence[Line]) -> bool:
    below = _line_at(lines, c.title.body_start)
    while below is not None and below.blank:
        below = lines[below.n + 1] if below.n + 1 < len(lines) else None
    if below is None or (end is not None and below.begin >= end):
        return False
    assert c.marker is not None
    marker = rule("outline", "marker").pattern.match(below.text)
    if marker is None:
        return True
    number = marker["number"]
    child = number.startswith(c.marker.number + ".")
    following = sibling is not None and sibling.start == below.begin and not child
    paragraph = (
        number.count(".") == c.marker.number.count(".") and number.split(".")[0] == c.marker.number.split(".")[0]
    )
    return child or not (following or paragraph)


def _line_at(lines: Sequence[Line], offset: int) -> Line | None:
    n = bisect_right(lines, offset, key=lambda line: line.stop)
    return lines[n] if n < len(lines) else None
