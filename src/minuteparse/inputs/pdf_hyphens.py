"""Hyphens that the end of a line put into a word: found here, healed in values, left in the text."""

from __future__ import annotations

import re
from typing import Any

from minuteparse.layout import Layout
from minuteparse.record import Minutes

_BROKEN = re.compile(r"([^\W\d_]{2,})-[ \t]*\n\s*([a-zà-ÿ]{2,})")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PREFIXES = frozenset(
    "non ex co pre re sub vice self cross multi semi inter anti well long short part full mid".split()
)


def line_end_hyphens(text: str) -> tuple[int, ...]:
    """The offsets of the hyphens that only the end of their line put there.

    A word broken over two lines is healed if the text has it whole elsewhere, and left if the text has it with a
    hyphen; else it is healed unless what stands before the hyphen is a word that takes one.

    >>> line_end_hyphens("The commit-\\ntee met the Vice-\\nchair.")
    (10,)
    """
    breaks = list(_BROKEN.finditer(text))
    if not breaks:
        return ()
    known = {word.casefold() for word in _WORD.findall(text)}
    return tuple(m.end(1) for m in breaks if _heals(m[1].casefold(), m[2].casefold(), known))


def _heals(first: str, second: str, known: set[str]) -> bool:
    if first + second in known:
        return True
    return f"{first}-{second}" not in known and first not in _PREFIXES


def heal(minutes: Minutes, text: str, layout: Layout) -> Minutes:
    """`minutes` with the words that `layout.hyphens` break made whole in values; what quotes the text stays."""
    pairs: dict[str, str] = {}
    for at in layout.hyphens:
        broken = _BROKEN.search(text, max(at - 40, 0), at + 80)
        while broken is not None and broken.end(1) < at:
            broken = _BROKEN.search(text, broken.end(1), at + 80)
        if broken is not None and broken.end(1) == at:
            pairs[f"{broken[1]}- {broken[2]}"] = broken[1] + broken[2]
    if not pairs:
        return minutes
    said = re.compile("|".join(rf"(?<!\w){re.escape(pair)}(?!\w)" for pair in pairs))
    return Minutes.model_validate(_whole(minutes.model_dump(by_alias=True), said, pairs))


def _whole(value: Any, said: re.Pattern[str], pairs: dict[str, str], key: str = "") -> Any:
    """`value`, part of a record under `key`, with broken words made whole in all strings that quote no span."""
    if isinstance(value, dict):
        return {k: _whole(v, said, pairs, k) for k, v in value.items()}
    if isinstance(value, list):
        return [_whole(v, said, pairs, key) for v in value]
    if isinstance(value, str) and key != "text":
        return said.sub(lambda m: pairs[m[0]], value)
    return value
