"""What became of a motion that stands after its reference or its movers: carried, lost, or altered and resolved."""

from __future__ import annotations

import re

from minuteparse.fields.clauses import Passage
from minuteparse.fields.found_decision import find, pattern
from minuteparse.rules import Rule

_DONE = re.compile(r"(?i)\band\s+(?:agreed|carried|resolved)\b")
_ALTERED = re.compile(r"(?i)\b(?:amend\w*|altered|substantive|addendum)\b")
_WITHIN = 1500


def resolved_next(text: str, end: int, hits: list[tuple[int, Rule, re.Match[str]]], n: int) -> bool:
    """True if the motion of the bare movers `hits[n]`, which ends at `end`, was altered and is resolved further on."""
    if not hits[n][1].id.endswith("movers"):
        return False
    at, after, _ = next((hits[k] for k in range(n + 1, len(hits)) if hits[k][0] >= end), hits[n])
    if not after.id.endswith("label.resolved") or at - end > _WITHIN:
        return False
    return bool(_ALTERED.search(text, end, at))


def passed(words: Passage, movers: str, at: int, label: Rule) -> bool:
    """True if a motion was agreed when moved, or was not lost by what stands after it, at `at`.

    For bare movers something must say that it passed.
    """
    if _DONE.search(movers):
        return True
    after = words.text[at : at + 500]
    following = pattern("block.movers").search(after) or pattern("block.reference").search(after)
    after = after[: following.start()] if following else after
    lost, carried = find("lost", after), find("carried", after)
    if lost and (not carried or lost.start() < carried.start()):
        return False
    return bool(carried) or label.id.endswith("reference")
