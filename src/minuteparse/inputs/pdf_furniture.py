"""Running heads, feet and page numbers: rows that stand at one place of many pages, and count or repeat."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from minuteparse.inputs.pdf_lines import Row
from minuteparse.rules import rule

_DEEPEST = 4  # rows from the top or the bottom of a page
_NEAR = 8.0  # points by which a running head may move from page to page
_EDGE = 0.14  # of a page's height at its top and bottom
_TITLE = 15  # rows of the first page that may hold the title
_VERY_TOP = 0.09  # of a page's height, where no text stands
_UNREADABLE = 3.5  # points: letters so small are read by machines alone
_BARE = re.compile(r"\W{0,3}(\d{1,4})\W{0,3}")


def furniture(pages: Sequence[Sequence[Row]], heights: Sequence[float]) -> frozenset[int]:
    """The ids of the rows that are furniture. The first page's own head is kept unless it counts pages."""
    seen: dict[tuple[str, bool], list[tuple[int, float, Row]]] = defaultdict(list)
    for n, (rows, height) in enumerate(zip(pages, heights, strict=True)):
        for row, at_top in _edges(rows, height):
            from_edge = row.base if at_top else height - row.base
            seen[(_shape(row.text), at_top)].append((n, from_edge, row))
    found: set[int] = set()
    for (shape, at_top), places in seen.items():
        counts = bool(rule("inputs", "page-count").pattern.match(shape)) or _bare_numbers(places)
        alike = list(_near_others(places))
        if counts and (len(places) > 1 or "#" in shape):
            found |= {id(row) for _, _, row in places}
        elif len({n for n, _ in alike}) >= max(2, 0.3 * len(pages)) and not _BARE.fullmatch(shape):
            found |= {id(row) for n, row in alike if n > 0 or not at_top}
    found |= {id(row) for rows in pages for row in rows if row.size < _UNREADABLE}
    return frozenset(found | _titles_again(pages, heights, found))


def _near_others(places: Sequence[tuple[int, float, Row]]) -> Iterator[tuple[int, Row]]:
    """The rows with their pages that stand at the height of another one."""
    heights = sorted(y for _, y, _ in places)
    for n, y, row in places:
        if bisect_right(heights, y + _NEAR) - bisect_left(heights, y - _NEAR) > 1:
            yield n, row


def _titles_again(pages: Sequence[Sequence[Row]], heights: Sequence[float], found: set[int]) -> set[int]:
    """The ids of the rows at the very top of later pages that say again what the first page is headed with."""
    title = {word for row in pages[0][:_TITLE] for word in _words(row.text)} if pages else set()
    again: set[int] = set()
    for rows, height in zip(pages[1:], heights[1:], strict=True):
        for row, below in pairwise(rows[:_DEEPEST]):
            if id(row) in found:
                continue
            words = _words(row.text)
            high = row.base < _VERY_TOP * height and below.base - row.base > 1.6 * row.size
            if not high or not words or not words <= title:
                break
            again.add(id(row))
    return again


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.casefold()) if len(word) > 1}


def _edges(rows: Sequence[Row], height: float) -> Iterator[tuple[Row, bool]]:
    """The rows near the edges of a page, with whether at the top."""
    for i, row in enumerate(rows):
        if i < _DEEPEST and row.base < _EDGE * height:
            yield row, True
        elif len(rows) - i <= _DEEPEST and row.base > (1 - _EDGE) * height:
            yield row, False


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.split())).casefold()


def _bare_numbers(places: Sequence[tuple[int, float, Row]]) -> bool:
    """True if rows that are a number each count the pages: number less page is the same for nearly all of them."""
    numbers = [(n, int(match[1])) for n, _, row in places if (match := _BARE.fullmatch(row.text))]
    if len(numbers) < 2 or len(numbers) < len(places):
        return False
    steps = [number - n for n, number in numbers]
    return steps.count(max(set(steps), key=steps.count)) >= 0.8 * len(steps)
