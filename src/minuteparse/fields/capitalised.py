"""Capitalised words in running text, and which of them stand together: the stuff that names are made of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from minuteparse.rules import words
from minuteparse.sentences import Span

_UPPER = "A-ZÀ-ÖØ-ÞŁŚŠŽŻČĆĐŴŶŐŰĞİŞ"
# The class of capitals stands first, so that the engine skips from one to the next.
_TOKEN = re.compile(rf"[{_UPPER}](?<![\w'/&£$@].)[\w']*(?:-[\w']+)*")
_WRAPPED = 40


class Token(NamedTuple):
    """One capitalised word without a possessive `'s`.

    `joined` to the one before: by a space, a full stop after an initial, a particle, or the end of a wrapped line.
    """

    start: int
    end: int
    text: str
    joined: bool
    lower: str


@cache
def listed(name: str) -> frozenset[str]:
    """The words of two letters or more of the word list `name`, in lower case."""
    return frozenset(w.lower() for w in words(name) if len(w) > 1)


def is_initials(text: str) -> bool:
    """True if `text` may be the initials of given names: "J", "SJ"."""
    return len(text) < 3 and text.isupper() and text.isalpha()


def find_capitalised(folded: str, start: int, end: int, taken: Sequence[Span]) -> list[Token]:
    """The capitalised words of `folded[start:end]` outside the spans `taken` (in order), in order."""
    found: list[Token] = []
    last, at, count = -1, 0, len(taken)
    for match in _TOKEN.finditer(folded, start, end):
        begin, stop = match.span()
        while at < count and taken[at][1] <= begin:
            last = max(last, taken[at][1])
            at += 1
        if at < count and taken[at][0] <= begin:
            last = -1
            continue
        text = match[0]
        if "'" in text and text.endswith(("'s", "'S", "'")):
            text = text[: text.rindex("'")]
            found.append(Token(begin, begin + len(text), text, last >= 0 and _joins(folded, last, begin), text.lower()))
            last = -1  # nothing joins on to a possessive
        else:
            found.append(Token(begin, stop, text, last >= 0 and _joins(folded, last, begin), text.lower()))
            last = stop
    return found


def _joins(folded: str, before: int, begin: int) -> bool:
    if begin - before > 12:
        return False
    gap = folded[before:begin]
    if gap == " ":
        return True
    plain = gap.strip()
    if plain == ".":
        return "\n" not in gap and (before < 2 or not folded[before - 2].isalnum())
    if plain:
        return plain in listed("particle") and "\n" not in gap
    if "\n" not in gap:
        return len(gap) == 2
    line = folded.rfind("\n", max(0, before - 200), before)
    return gap.count("\n") == 1 and before - line > _WRAPPED
