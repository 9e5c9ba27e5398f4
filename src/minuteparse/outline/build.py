"""Lines to an outline: candidates, one choice among them, and the partition of the text that follows from it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from minuteparse.lines import Line, is_capitals
from minuteparse.outline.candidates import Candidate, numbered
from minuteparse.outline.chain import best_chain
from minuteparse.outline.closing import closing_start
from minuteparse.outline.detached import detached_numbers
from minuteparse.outline.kinds import kinds_of
from minuteparse.outline.lost_breaks import lost_breaks
from minuteparse.outline.markers import step
from minuteparse.outline.model import Block, Outline
from minuteparse.outline.noise import inline_footers, noise_lines, over_noise
from minuteparse.outline.preamble import preamble_start
from minuteparse.outline.sections import headed_firsts, like_sections, section_headings
from minuteparse.outline.subheads import subheadings
from minuteparse.outline.unnumbered import beside_numbers, choose, marked_lines, unnumbered
from minuteparse.outline.wording import kind_of
from minuteparse.record import ItemKind
from minuteparse.rules import find, rule
from minuteparse.text import Source, fold

_WORST = -1.2
# A heading's style in a Word file or web page speaks for a number as much as capitals do.
_MARKED = 1.0
# With so many steps of one, a document numbers its items beyond doubt.
_SURE = 5
# A document in parts has lists that begin anew below several headings.
_PARTS = 2
# So many headings with the time of day before them are no chance.
_TIMED = 4
# A lettered heading may come again in the second part of a meeting, not more often.
_ONCE_OR_TWICE = 2
_SENTENCE_START = re.compile(r"(?:The|It|There|An?|They|We|He|She|Cllrs?\.?|Councillors?|Mr|Mrs|Ms) ")
# "Accounts were presented": the words before the verb are its subject, not a title.
_PREDICATE = re.compile(r"[ \t]+(?:was|were|has|have|had|is|are)\b")
_MINUTE_LABEL = re.compile(r"^[ \t]*(?:Minutes?|Decisions?|Cofnodion):[ \t]*$", re.MULTILINE)
_INLINE_LABEL = re.compile(r"\s(?:Minutes|Decision):\s")


def build_outline(source: Source, lines: tuple[Line, ...]) -> Outline:
    """The outline of `source`: header block, items and closing block partition its text."""
    noise = noise_lines(lines)
    footers = inline_footers(source, lines)
    spans = tuple(sorted([*((lines[n].begin, lines[n].stop) for n in noise), *footers]))
    torn = frozenset(line.n for line in detached_numbers(lines))
    every = _with_styles(source, lines, numbered(source, lines, noise | torn))
    headings = _headings(source, lines, noise, every)
    if not headings:
        return _without_headings(source, lines, noise, spans)
    feet = {end: start for start, end in footers}
    starts = [over_noise(lines, noise, _over_footer(source, feet, c.start)) for c, _ in headings]
    last, _ = headings[-1]
    of_close = find("titles", "out-of-committee", _folded(source, last)) is not None
    close = closing_start(source, lines, noise, last.title.body_start, keep_sentence=of_close)
    ends = [*starts[1:], max(close, last.title.body_start)]
    kinds = kinds_of(source, headings, [_text_start(source, c) for c, _ in headings], ends)
    blocks = tuple(
        _block(source, c, kind, level, start, end)
        for (c, level), kind, start, end in zip(headings, kinds, starts, ends, strict=True)
    )
    preamble = preamble_start(lines, noise, starts[0])
    if preamble is not None:
        blocks = (_untitled_block(preamble, starts[0]), *blocks)
    return Outline(blocks[0].start, blocks, ends[-1], spans)


def _with_styles(source: Source, lines: Sequence[Line], every: Iterable[Candidate]) -> list[Candidate]:
    """`every`, with more for those that the file itself marks as headings."""
    marked = source.once(marked_lines)
    if not marked:
        return list(every)
    begins = {line.begin: line.start for line in lines}
    return [replace(c, score=c.score + _MARKED) if begins.get(c.start) in marked else c for c in every]


def _without_headings(
    source: Source, lines: Sequence[Line], noise: frozenset[int], spans: tuple[tuple[int, int], ...]
) -> Outline:
    """The outline of a document without headings: one item without title, if it has running text at all."""
    end = len(source.text)
    start = preamble_start(lines, noise, end)
    if start is None:
        return Outline(end, (), end, spans)
    close = max(closing_start(source, lines, noise, start, keep_sentence=False), start)
    return Outline(start, (_untitled_block(start, close),), close, spans)


def _untitled_block(start: int, end: int) -> Block:
    return Block("", "", start, start, "other", 1, start, start, start, end, "outline.untitled")


def _headings(
    source: Source, lines: Sequence[Line], noise: frozenset[int], every: Sequence[Candidate]
) -> list[tuple[Candidate, int]]:
    """The chosen headings with their levels, in order of the text."""
    usable = [c for c in _without_children(_without_names(every)) if c.score > _WORST]
    headed = headed_firsts(source, lines, noise, usable)
    chain, total = best_chain(usable, headed)
    sure = _steady(chain) >= _SURE and sum(c.score for c in chain) >= len(chain)
    plain = unnumbered(source, lines, noise, standing=sure)
    if not _by_numbers(chain, total, choose(plain, lines)):
        return [(c, 1) for c in _apart(choose(plain, lines))]
    found = [(c, 1) for c in chain]
    beside = beside_numbers(plain, chain)
    known = {c.start for c in beside}
    found += [(c, 1) for c in beside]
    sections = section_headings(source, lines, noise, every, chain)
    if len(headed & {c.start for c in chain}) >= _PARTS:
        sections += like_sections(unnumbered(source, lines, noise, standing=False), sections, chain[0].start)
    found += [(c, 1) for c in sections if c.start not in known]
    below = subheadings(every, chain, lines)
    for c in [*below, *lost_breaks(source, chain, below)]:
        assert c.marker is not None
        found.append((c, 1 + max(c.marker.number.count("."), 1)))
    found.sort(key=lambda pair: pair[0].start)
    levels = {id(c): level for c, level in found}
    return [(c, levels[id(c)]) for c in _apart([c for c, _ in found])]


def _without_names(every: Sequence[Candidate]) -> list[Candidate]:
    """`every` without names that begin with an initial: "A. Orme" stands in each list of votes, a heading once."""
    seen = Counter((c.marker.number, c.title.text) for c in every if c.marker and c.marker.shape == "A")
    return [c for c in every if c.marker is None or seen[c.marker.number, c.title.text] <= _ONCE_OR_TWICE]


def _by_numbers(chain: Sequence[Candidate], total: float, bare: Sequence[Candidate]) -> bool:
    """True if the document numbers its items: the chain holds more of its standing titles than the bare headings do."""
    lone = sum(c.form == "alone" for c in chain) * 2 > len(
        chain
    )  # numbers on lines of their own, rising, are no chance
    if not chain or total < 1.2 or sum(c.score for c in chain) + (0.7 * _steady(chain) if lone else 0.0) < len(chain):
        return False
    if sum(c.form == "clock" for c in bare) >= max(_TIMED, len(chain)):
        return False  # each heading has its time; the numbers are those of lists
    titles = {offset for c in chain for offset in (c.start, c.title.start)}
    apart = [c for c in bare if c.start > chain[0].start and not {c.start, c.title.start} & titles]
    return sum(map(_weight, chain)) + 0.5 * _steady(chain) >= 0.6 * sum(map(_weight, apart))


def _steady(chain: Sequence[Candidate]) -> int:
    """How often the next number follows in `chain`."""
    return sum(1 for a, b in pairwise(chain) if a.marker and b.marker and step(a.marker, b.marker) == 1)


def _weight(c: Candidate) -> float:
    """How surely a candidate is an item: a standing title most, then any good one; a run-in one only in capitals."""
    if c.form == "run-in" and not is_capitals(c.title.text):
        return 0.2
    return 1.0 if kind_of(" ".join(fold(c.title.text).split()))[1] else 0.4 if c.score >= 0.7 else 0.1


def _without_children(every: Sequence[Candidate]) -> Iterator[Candidate]:
    """`every` without 622.1 below an item 622: a paragraph or sub-heading, never an item of the chain."""
    parents: set[int] = set()
    for c in every:
        if c.marker is None or not (c.marker.shape.startswith("#.") and c.marker.values[0] in parents):
            yield c
        if c.marker is not None and c.marker.shape == "#" and c.score > 0:
            parents.add(c.marker.values[0])


def _apart(candidates: Sequence[Candidate]) -> list[Candidate]:
    """`candidates` without those that begin inside the title of the one before."""
    kept: list[Candidate] = []
    for c in candidates:
        if not kept or c.start >= kept[-1].title.end:
            kept.append(c)
    return kept


def _over_footer(source: Source, feet: dict[int, int], start: int) -> int:
    """`start`, or that of the inline page footer that stands right before it."""
    return feet.get(len(source.folded[max(start - 8, 0) : start].rstrip()) + max(start - 8, 0), start)


def _folded(source: Source, candidate: Candidate) -> str:
    return " ".join(source.folded[candidate.title.start : candidate.title.end].split())


def _untitled(source: Source, candidate: Candidate) -> bool:
    """True if a number is followed by a sentence at once: the item has no title."""
    title = candidate.title
    numbered_text = source.folded[title.body_start : title.body_start + 1].isdigit()
    if candidate.marker is None or candidate.form not in {"line", "inline"} or numbered_text:
        return False
    text = source.folded[title.start : min(title.body_start + 120, title.end + 120)]
    if _PREDICATE.match(source.folded, title.end):
        return True
    stop = text.find("\n")
    return bool(
        _SENTENCE_START.match(text)
        and rule("outline", "sentence").pattern.search(text[: stop if stop > 0 else len(text)])
    )


def _text_start(source: Source, candidate: Candidate) -> int:
    """Where the item's own text begins: after the title, or with the sentence that stands in its place."""
    return candidate.title.start if _untitled(source, candidate) else candidate.title.body_start


def _block(source: Source, candidate: Candidate, kind: ItemKind, level: int, start: int, end: int) -> Block:
    untitled = _untitled(source, candidate)
    body = min(_text_start(source, candidate), end)
    label = _MINUTE_LABEL.search(source.folded, body, end)
    if label is None and candidate.form == "row":
        label = _INLINE_LABEL.search(source.folded, max(body - 12, 0), end)
    return Block(
        number=candidate.marker.number if candidate.marker else "",
        title="" if untitled else candidate.title.text,
        title_start=candidate.title.start,
        title_end=candidate.title.start if untitled else candidate.title.end,
        kind=kind,
        level=level,
        start=start,
        body_start=body,
        agenda_end=max(label.end(), body) if label else body,
        end=end,
        by=f"outline.{candidate.form}",
    )
