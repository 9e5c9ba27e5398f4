"""The text without what page breaks put into it, so that lists and sentences that run over a page are whole."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from minuteparse.evidence import Evidence
from minuteparse.text import Source

# A number alone on a line in the middle of a list can only be that of a page.
_BARE_PAGE = re.compile(r"(?:,|&|\band)[ \t]{0,9}\r?\n\s{0,9}(\d{1,3})[ \t]{0,9}\r?\n(?=\s{0,9}[A-Z])")
_VISIBLE = re.compile(r"[^\s]")


def unbroken(evidence: Evidence) -> Source:
    """The source of `evidence` with page numbers and running heads blanked in `folded`; offsets stay as they are."""
    return _blanked(evidence.source, evidence.outline.noise)


@lru_cache(maxsize=4)
def _blanked(source: Source, noise: tuple[tuple[int, int], ...]) -> Source:
    folded = source.folded
    spans = sorted([*noise, *(m.span(1) for m in _BARE_PAGE.finditer(folded))])
    if not spans:
        return source
    parts, at = [], 0
    for start, end in spans:
        if start < at:
            continue
        parts += [folded[at:start], _VISIBLE.sub(" ", folded[start:end])]
        at = end
    return replace(source, folded="".join([*parts, folded[at:]]))
