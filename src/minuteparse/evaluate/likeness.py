"""When two strings say the same: the measures by which an answer counts as right."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

SAME_PASSAGE = 0.8
"""Token F1 from which two passages count as the same."""

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-"})
_EDGES = " \t\n.,;:-'\"()[]*|•·"
_NAME_PART = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_HONORIFICS = frozenset(
    "councillor councillors cllr cllrs clr cr mr mrs ms miss mx dr prof professor sir dame lord lady rev revd reverend "
    "the alderman ald baillie bailie provost mayor mayoress commissioner supervisor alderwoman deputy captain major "
    "colonel canon father rt hon honourable right cyng cynghorydd comhairleoir superintendent inspector pc sgt "
    "sergeant cc coun".split()
)
_POSTNOMINALS = frozenset("obe mbe cbe jp bem qpm dl mp ms msp mla td qc kc phd tc".split())


def plain(text: object) -> str:
    """`text` in lower case with quotes and dashes unified, white space collapsed and punctuation cut off the ends.

    >>> plain("“Children’s  Services” – ")
    "children's services"
    """
    folded = unicodedata.normalize("NFKC", str(text or "")).casefold().translate(_PLAIN)
    return re.sub(r"\s+", " ", folded).strip(_EDGES)


def without_article(text: object) -> str:
    """`plain` text without a leading "the"."""
    return plain(text).removeprefix("the ")


def name_key(name: object) -> str:
    """A person's name without honorifics and letters after it, its parts in alphabetical order.

    >>> name_key("Councillor T Smith OBE") == name_key("Smith T")
    True
    """
    parts: list[str] = _NAME_PART.findall(plain(name))
    while len(parts) > 1 and parts[0] in _HONORIFICS:
        parts.pop(0)
    while len(parts) > 1 and parts[-1] in _POSTNOMINALS:
        parts.pop()
    return " ".join(sorted(parts))


@lru_cache(maxsize=4096)
def _tokens(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", plain(text)))


def similarity(a: str, b: str) -> float:
    """Token F1 of two texts, from 0 to 1; 0 if neither has a token."""
    ours, theirs = _tokens(a), _tokens(b)
    total = ours.total() + theirs.total()
    return 2 * (ours & theirs).total() / total if total else 0.0


def pair_passages(gold: list[str], found: list[str]) -> list[tuple[int, int]]:
    """One-to-one pairs of indices of passages that count as the same, the likest first."""
    ranked = sorted(
        ((similarity(g, f), -i, -j) for i, g in enumerate(gold) for j, f in enumerate(found)),
        reverse=True,
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs = []
    for likeness, i, j in ranked:
        if likeness < SAME_PASSAGE:
            break
        if -i not in used_gold and -j not in used_found:
            used_gold.add(-i)
            used_found.add(-j)
            pairs.append((-i, -j))
    return pairs
