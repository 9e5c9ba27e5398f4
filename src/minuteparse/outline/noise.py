"""Page numbers, running heads and web furniture: marked, never cut."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from minuteparse.lines import Line
from minuteparse.rules import alternatives, rule

_BARE_NUMBER = re.compile(r"^\d{1,3}$")
_LONGEST_HEAD = 130


def noise_lines(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that are page furniture and say nothing of the meeting."""
    furniture, page = rule("outline", "furniture").pattern, rule("outline", "page-number").pattern
    found = {line.n for line in lines if not line.blank and len(line.text) <= _LONGEST_HEAD and (furniture.match(line.text) or page.match(line.text))}
    found |= _page_numbers(lines)
    return frozenset(found | _running_heads(lines, found))


def _page_numbers(lines: Sequence[Line]) -> set[int]:
    """Bare numbers on lines of their own that count the pages: each one more than the last, far apart."""
    bare = [line for line in lines if _BARE_NUMBER.match(line.text)]
    found: set[int] = set()
    for first, second in zip(bare, bare[1:], strict=False):
        far = second.n - first.n >= 12 or second.start - first.start >= 1000
        if int(second.text) == int(first.text) + 1 and far:
            found |= {first.n, second.n}
    return found


def _running_heads(lines: Sequence[Line], found: set[int]) -> set[int]:
    """Short lines that repeat, but for their digits, and hold a date, a page word or stand beside a page number."""
    dated = re.compile(rf"\b\d{{1,2}}\s?(?:st|nd|rd|th)?,?\s+{alternatives('month')}\b|\bpage\b|\d{{2}}[./]\d{{2}}[./]\d{{2,4}}|signed by", re.IGNORECASE)
    printed = [line for line in lines if not line.blank]
    shapes = Counter(_shape(line.text) for line in printed if 8 <= len(line.text) <= _LONGEST_HEAD)
    heads: set[int] = set()
    seen: set[str] = set()
    for i, line in enumerate(printed):
        shape = _shape(line.text)
        first = shape not in seen
        seen.add(shape)
        if shapes[shape] < 2 or line.n in found:
            continue
        beside = any(0 <= k < len(printed) and printed[k].n in found and _is_page(printed[k].text) for k in (i - 1, i + 1))
        if (shapes[shape] >= 3 and dated.search(line.text)) or (beside and not (first and i < 12)):
            heads.add(line.n)
    return heads


def _is_page(text: str) -> bool:
    return bool(_BARE_NUMBER.match(text) or rule("outline", "page-number").pattern.match(text))


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text).casefold()
