"""The words that labels of attendance lists are made of, each of a kind, and runs of them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from minuteparse.rules import rules

# Kinds that need no colon at a line's start, and may stand in mid line in capitals.
STRONG = frozenset(["present", "attendance", "apologies", "absent"])
_JOIN = re.compile(r"(?:[ \t]?[/,&-][ \t]?|[ \t]{1,2})(?=[A-Za-z0-9(])")
_WORDS = 9  # no label is longer
_BEGINNING = 3  # letters of a word that tell of which kinds it may be


@cache
def _label_rules() -> tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]:
    """Kind, beginnings and pattern of the words that labels are made of."""
    return tuple(
        (r.id.split(".label_")[1], r.needs, re.compile(rf"(?i:{r.pattern.pattern})(?![a-z'](?<!'))"))
        for r in rules("attendance")
        if ".label_" in r.id
    )


@lru_cache(maxsize=4096)
def _kinds_from(begin: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The kinds that a word may be of whose first letters, in lower case, are `begin`, each with its pattern."""
    return tuple(
        (kind, pattern)
        for kind, beginnings, pattern in _label_rules()
        if any(begin.startswith(word) or word.startswith(begin) for word in beginnings)
    )


def phrases(folded: str, at: int, high: int) -> list[tuple[int, frozenset[str]]]:
    """The ends of the runs of label words that begin at `at`, longest first, with the kinds of their words."""
    ends: list[tuple[int, frozenset[str]]] = []
    kinds: frozenset[str] = frozenset()
    for _ in range(_WORDS):
        word = None
        for kind, pattern in _kinds_from(folded[at : min(at + _BEGINNING, high)].lower()):
            if word := pattern.match(folded, at, high):
                kinds = kinds | {kind}
                break
        if not word:
            break
        ends.append((word.end(), kinds))
        gap = _JOIN.match(folded, word.end(), high)
        if not gap:
            break
        at = gap.end()
    return [(end, kinds) for end, kinds in reversed(ends) if kinds - {"link", "verb"}]


def value_of(kinds: frozenset[str]) -> str:  # noqa: PLR0911
    """What a label of these kinds of words stands for."""
    if "stop" in kinds and not kinds & STRONG:
        return "stop"
    if "without" in kinds or ("absent" in kinds and "apologies" not in kinds):
        return "absent"
    if "apologies" in kinds:
        return "apologies"
    if "officers" in kinds:
        return "in_attendance"
    if "others" in kinds:
        return "other_members" if "members" in kinds and "also" not in kinds else "in_attendance"
    if "also" in kinds:
        return "in_attendance"
    if "category" in kinds:
        return "category"
    if "attendance" in kinds:
        return "members_attending" if "members" in kinds else "remote" if "remote" in kinds else "in_attendance"
    if "present" in kinds and "chair" not in kinds:
        return "present"
    for kind in ("chair", "remote", "members"):
        if kind in kinds:
            return "group" if kind == "members" else kind
    return "present" if "roll" in kinds else "group"
