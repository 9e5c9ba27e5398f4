"""The text without what page breaks put into it, so that lists and sentences that run over a page are whole."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from minuteparse.evidence import Evidence
from minuteparse.text import Source

# A number alone on a line in the middle of a list can only be that of a page.
_BARE_NUMBER = re.compile(r"\n\s{0,9}(\d{1,3})[ \t]{0,9}\r?\n(?=\s{0,9}[A-Z])")
_LIST_GOES_ON = re.compile(r"(?:,|&|\band)[ \t]{0,9}\r?\Z")
_LONGEST_END = 16
_VISIBLE = re.compile(r"[^\s]")


def unbroken(evidence: Evidence) -> Source:
    """The source of `evidence` with page numbers and running heads blanked in `folded`; offsets stay as they are."""
    return _blanked(evidence.source, evidence.outline.noise)


@lru_cache(maxsize=4)
def _blanked(source: Source, noise: tuple[tuple[int, int], ...]) -> Source:
    folded = source.folded
    spans = sorted([*noise, *_bare_pages(folded)])
    if not spans:
        return source
    parts, at = [], 0
    for start, end in spans:
        if start < at:
            continue
        parts += [folded[at:start], _VISIBLE.sub(" ", folded[start:end])]
        at = end
    return replace(source, folded="".join([*parts, folded[at:]]))


def _bare_pages(folded: str) -> list[tuple[int, int]]:
    return [
        number.span(1)
        for number in _BARE_NUMBER.finditer(folded)
        if _LIST_GOES_ON.search(folded, max(number.start() - _LONGEST_END, 0), number.start())
    ]
