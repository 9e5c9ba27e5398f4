"""Headings inside a page that lost its line breaks: a number, then capitals, a standing title or a counted sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minuteparse.lines import Line, is_capitals
from minuteparse.outline.cuts import inline_cut
from minuteparse.outline.markers import Marker, read_marker
from minuteparse.outline.runs import title_run
from minuteparse.outline.titles import Title
from minuteparse.outline.wording import evidence, kind_of, strip_tail
from minuteparse.text import Source

# Between two numbers that count on "No applications received" is a title all through.
_NIL_RETURN, _NIL_SCORE = 70, 0.3
_FEWEST, _FEWEST_COUNTED = 0.5, 0.0
_REST, _LONGEST = 400, 120
_NUMBER = re.compile(
    r"(?:(?<![\w/£$(.-])(?P<letters>[A-Z]{1,5})(?=\d{1,4}/)|(?<![\d/£$(-])(?<!\d\.))"
    r"(?P<number>\d{1,4}(?:/\d{2}(?:/\d{2})?)?)(?P<close>[.)]?)\s+(?=[A-Z'\"]|(?P=number)\.1\b)"
)


def titles_within(source: Source, line: Line) -> Iterator[tuple[int, Marker, Title]]:
    """Where headings may begin inside `line`, each with its number and title; `evidence` of the title is its score."""
    folded = source.folded
    matches = list(_NUMBER.finditer(folded, line.start + 1, line.end))
    counted = _counted(matches)
    stops = [*(m.start() for m in matches if m.start() in counted), line.end]
    for match in matches:
        at, start = match.end(), match.start()
        if start in counted:
            title = _counted_title(source, at, stops[bisect_right(stops, start)], line.end, match["number"])
        else:
            title = _own_part(source, at, line.end, match["number"]) or _title(source, at, line.end)
        if title is None or title.evidence < (_FEWEST_COUNTED if start in counted else _FEWEST):
            continue
        marker = read_marker(folded[start : min(at + 1, line.end)])
        if marker is not None and not marker.looks_like_a_year:
            yield start, marker, title


def _counted(matches: Sequence[re.Match[str]]) -> frozenset[int]:
    """Where those of `matches` begin that count on: `4.` between `3.` and `5.`, `50/18` after `49/18`."""
    places: dict[tuple[int, str], list[int]] = {}
    for m in matches:
        if m["close"] == "." or "/" in m["number"]:
            first, slash, rest = m["number"].partition("/")
            places.setdefault((int(first), f"{m['letters'] or ''}{slash}{rest}"), []).append(m.start())
    return frozenset(
        at
        for (value, rest), starts in places.items()
        for at in starts
        if any(before < at for before in places.get((value - 1, rest), ()))
        or any(after > at for after in places.get((value + 1, rest), ()))
    )


def _own_part(source: Source, at: int, stop: int, number: str) -> Title | None:
    """The title before the item's own first part, `7. Title 7.1 Text`; an empty one if nothing stands between."""
    rest = source.folded[at : min(stop, at + _REST)]
    if rest.startswith(f"{number}.1"):
        return Title(at, at, at, "", True, 0.0)
    own = re.search(rf"\s{re.escape(number)}\.1\.?\s", rest[:260])
    end = at + strip_tail(rest[: own.start()]) if own else at
    if own is None or end == at:
        return None
    text = source.quote(at, end)
    return Title(at, end, at + own.start() + 1, text, True, evidence(text) + 2.0)


def _counted_title(source: Source, at: int, following: int, stop: int, number: str) -> Title | None:
    """The title after a number that counts on, before the next such number at `following`."""
    own = _own_part(source, at, stop, number)
    if own is not None:
        return own
    rest = source.folded[at : min(following, at + _REST)]
    if len(rest) <= _NIL_RETURN and rest.startswith("No ") and at + len(rest) == following:
        return _read(source, at, (strip_tail(rest), len(rest)), _NIL_SCORE)
    cut = inline_cut(rest) or title_run(rest) or _all_of(rest, at, following)
    return _read(source, at, cut, None) if cut else None


def _title(source: Source, at: int, stop: int) -> Title | None:
    rest = source.folded[at : min(stop, at + _REST)]
    cut = inline_cut(rest) or _all_of(rest, at, stop)
    title = _read(source, at, cut, None) if cut else None
    if title is None or is_capitals(rest[: title.end - at]) or kind_of(rest[: title.end - at])[1]:
        return title
    return replace(title, evidence=title.evidence - 1.0)


def _all_of(rest: str, at: int, stop: int) -> tuple[int, int] | None:
    """All of `rest` as a title, if it is short and ends at `stop`."""
    return (strip_tail(rest), len(rest)) if at + len(rest) >= stop and len(rest) <= _LONGEST else None


def _read(source: Source, at: int, cut: tuple[int, int], least: float | None) -> Title:
    score = evidence(source.folded[at : at + cut[0]])
    score = score if least is None else max(score, least)
    return Title(at, at + cut[0], at + cut[1], source.quote(at, at + cut[0]), True, score)
