"""Each line of a document with the rule that claimed it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from minuteparse.evidence import gather
from minuteparse.lines import Line
from minuteparse.parse import parse_source
from minuteparse.record import Issue, Minutes, Part
from minuteparse.text import Source

UNCLAIMED = "-"


@dataclass(frozen=True, slots=True)
class Explained:
    """One line: `start:end` spans its printed content, `text` is that content.

    `rules` claimed a part of it, in order of the text; `heading` tells that an item begins here.
    """

    n: int
    start: int
    end: int
    text: str
    rules: tuple[str, ...]
    heading: bool


@dataclass(frozen=True, slots=True)
class _Claim:
    start: int
    end: int
    by: str


def explain(source: Source) -> tuple[tuple[Explained, ...], list[Issue]]:
    """The lines of `source` that print something, each with the rules that claimed a part of it; and the issues."""
    minutes = parse_source(source)
    evidence = gather(source)
    lines = evidence.lines
    claims = list(_claims(minutes))
    claims += [_Claim(start, end, "outline.noise") for start, end in evidence.outline.noise]
    claims.sort(key=lambda c: (c.start, c.end, c.by))
    by_line = _by_line(lines, claims)
    headings = {_line_at(lines, item.start) for item in minutes.items}
    explained = tuple(
        Explained(
            n=line.n + 1,
            start=line.start,
            end=line.end,
            text=source.text[line.start : line.end],
            rules=tuple(dict.fromkeys(c.by for c in by_line.get(line.n, ()))),
            heading=line.n in headings,
        )
        for line in lines
        if not line.blank
    )
    return explained, minutes.issues


def _claims(minutes: Minutes) -> Iterator[_Claim]:
    """Every span of the record that a rule stands behind; an item claims its heading alone."""
    for part in _parts(minutes):
        by = getattr(part, "by", None)
        start, end = getattr(part, "start", None), getattr(part, "body_start", getattr(part, "end", None))
        if isinstance(by, str) and isinstance(start, int) and isinstance(end, int) and start < end:
            yield _Claim(start, end, by)


def _parts(part: Part) -> Iterator[Part]:
    yield part
    for name in type(part).model_fields:
        value = getattr(part, name)
        for entry in value if isinstance(value, list) else [value]:
            if isinstance(entry, Part):
                yield from _parts(entry)


def _by_line(lines: tuple[Line, ...], claims: list[_Claim]) -> dict[int, list[_Claim]]:
    """The claims that touch the printed content of each line, by the line's number."""
    found: dict[int, list[_Claim]] = {}
    for claim in claims:
        n = _line_at(lines, claim.start)
        while n < len(lines) and lines[n].begin < claim.end:
            if lines[n].start < claim.end and claim.start < lines[n].end:
                found.setdefault(n, []).append(claim)
            n += 1
    return found


def _line_at(lines: tuple[Line, ...], at: int) -> int:
    """The number of the line that holds the offset `at`."""
    return max(bisect_right(lines, at, key=lambda line: line.begin) - 1, 0)
