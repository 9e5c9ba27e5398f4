"""Page numbers, running heads and web furniture: marked, never cut."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from minuteparse.lines import Line
from minuteparse.outline.wording import evidence
from minuteparse.rules import alternatives, rule
from minuteparse.text import Source

_BARE_NUMBER = re.compile(r"^\d{1,3}$")
# A heading that brings its own number needs none from the line above.
_NUMBERED = re.compile(r"\d{1,3}[.)]\s")
_NUMBERED_LINE = re.compile(r"\d{1,3}[.)](?:\s|$)")
_ITEM_NUMBER = re.compile(r"\d{1,3}[.)]$")
_BREAK = re.compile(r"-{3,}$")
_FIGURES = re.compile(r"\d+")
_LONGEST_HEAD = 130
# A page's foot and the next page's head together have no more lines than this.
_DEEPEST = 8
_PAGE_WITH_TEXT = re.compile(r"^(?:page|tudalen)\s\d{1,3}:\s", re.IGNORECASE)
_INLINE_PAGE = re.compile(r"\bPage \d{1,3} of \d{1,3}\b")


def noise_lines(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that are page furniture and say nothing of the meeting."""
    furniture, page = rule("outline", "furniture").pattern, rule("outline", "page-number").pattern
    found = {
        line.n
        for line in lines
        if not line.blank and len(line.text) <= _LONGEST_HEAD and (furniture.match(line.text) or page.match(line.text))
    }
    found |= _page_numbers(lines)
    return frozenset(found | _running_heads(lines, found))


def _page_numbers(lines: Sequence[Line]) -> set[int]:
    """Bare numbers on lines of their own that count the pages: each one more, far apart; or the last line of all."""
    found = _below_breaks(lines)
    bare = [line for line in lines if len(line.text) < 4 and _BARE_NUMBER.match(line.text) and line.n not in found]
    if sum(_heads_a_title(lines, line) for line in bare) > 0.6 * len(bare):
        return found  # minute numbers on lines of their own
    for first, second in pairwise(bare):
        far = second.n - first.n >= 12 or second.start - first.start >= 1000
        if int(second.text) == int(first.text) + 1 and far:
            found |= {first.n, second.n}
    last = next((line for line in reversed(lines) if not line.blank), None)
    if last is not None and bare and bare[-1] is last:
        found.add(last.n)
    return found


def _below_breaks(lines: Sequence[Line]) -> set[int]:
    """Numbers that count the page breaks above them, as converters print them: `---`, then `2`, `---`, then `3`."""
    found: set[int] = set()
    page = 1
    for above, line in pairwise(lines):
        if above.text.startswith("---") and _BREAK.match(above.text):
            page += 1
            if _BARE_NUMBER.match(line.text) and int(line.text) == page:
                found.add(line.n)
    single = len(found) == 1 and not any(_NUMBERED_LINE.match(b.text) for n in found for b in lines[n + 1 : n + 2])
    return set() if single else found


def _heads_a_title(lines: Sequence[Line], line: Line) -> bool:
    below = next((b for b in lines[line.n + 1 : line.n + 6] if not b.blank), None)
    return (
        below is not None and len(below.text) <= 120 and evidence(below.text) >= 0.5 and not _NUMBERED.match(below.text)
    )


def _running_heads(lines: Sequence[Line], found: set[int]) -> set[int]:
    """Lines that repeat at every page: with a date or page word in them, or beside a page number."""
    printed = [line for line in lines if not line.blank]
    shapes = [_shape(line.text) if len(line.text) <= _LONGEST_HEAD else "" for line in printed]
    counts = Counter(shapes)
    counts[""] = 0
    heads: set[int] = set()
    marks: dict[tuple[str, str], set[int]] = {}  # by shape and date, or the word that speaks for a page
    for line, shape in zip(printed, shapes, strict=True):
        if counts[shape] >= 2 and _PAGE_WITH_TEXT.match(line.text):
            heads.add(line.n)
        elif counts[shape] >= 3 and len(shape) >= 8 and (mark := _dated().search(line.text)):
            marks.setdefault((shape, mark[0]), set()).add(line.n)
    # A page's head has the day of the meeting; days that differ from line to line are those of cases.
    heads |= {n for numbers in marks.values() if len(numbers) >= 3 for n in numbers}
    pages = [i for i, line in enumerate(printed) if line.n in heads or (line.n in found and _is_page(line.text))]
    around: dict[str, list[int]] = {}
    for i in pages:
        for step in (-1, 1):
            k = i + step
            while 0 <= k < len(printed) and abs(k - i) <= _DEEPEST and counts[shapes[k]] >= 2:
                if not (printed[k].n in found or printed[k].n in heads) and not _ITEM_NUMBER.match(printed[k].text):
                    around.setdefault(shapes[k], []).append(printed[k].n)
                k += step
    for shape, numbers in around.items():
        if len(numbers) >= 2 and 2 * len(numbers) >= counts[shape]:
            heads |= set(numbers)
    return heads


@cache
def _dated() -> re.Pattern[str]:
    month = alternatives("month")
    return re.compile(
        rf"\b\d{{1,2}}\s?(?:st|nd|rd|th)?,?\s+{month}\b|\bpage\b|\d{{2}}[./]\d{{2}}[./]\d{{2,4}}|signed by",
        re.IGNORECASE,
    )


def _is_page(text: str) -> bool:
    return bool(_BARE_NUMBER.match(text) or rule("outline", "page-number").pattern.match(text))


def _shape(text: str) -> str:
    return _FIGURES.sub("#", text).casefold()


def inline_footers(source: Source, lines: Sequence[Line]) -> tuple[tuple[int, int], ...]:
    """Spans of page footers inside flattened lines ("Board Minutes Page 2 of 4"), with the words they share."""
    matches = list(_INLINE_PAGE.finditer(source.folded)) if "Page " in source.folded else []
    if len(matches) < 2:
        return ()
    shared = _common_suffix([source.folded[max(m.start() - 80, 0) : m.start()] for m in matches])
    whole = {line.start for line in lines if _is_page(line.text)}
    return tuple((m.start() - len(shared), m.end()) for m in matches if m.start() not in whole)


def _common_suffix(texts: Sequence[str]) -> str:
    first = texts[0]
    length = next((k for k in range(len(first)) if any(t[-k - 1 :] != first[-k - 1 :] for t in texts[1:])), len(first))
    return first[len(first) - length :].lstrip() if length > 4 else ""


def over_noise(lines: Sequence[Line], noise: frozenset[int], at: int, floor: int = 0) -> int:
    """`at`, or the start of the page furniture that stands right above it, not before `floor`: it is no item's text."""
    n = bisect_left(lines, at, key=lambda line: line.begin) - 1
    while n >= 0 and lines[n].begin >= floor and (lines[n].blank or lines[n].n in noise):
        if lines[n].n in noise:
            at = lines[n].begin
        n -= 1
    return at
