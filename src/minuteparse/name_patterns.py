"""The patterns that names are read by, compiled from the word lists of titles, particles and letters after a name."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from minuteparse.rules import alternatives, one_of, words

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶŁĻŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŴŶŸŹŻŽ"
LOWER = "a-zß-öø-ÿāăąćčďđēėęěğģīįıķłļńņňōőœřśşšţťūůűųŵŷźżž"
LETTER = UPPER + LOWER
# A capitalised word with inner capitals, apostrophes and hyphens: McLaren, O'Dowd, Griggs-Hall, Hill- Jones.
_WORD = rf"[{UPPER}][{LETTER}]*(?:'[{LETTER}]+)?(?:-\s?[{UPPER}][{LETTER}]*(?:'[{LETTER}]+)?){{0,3}}"
# Initials: "A", "A.", "A.B.", "A.Ll.", "J.-P.", "AB", "GT".
_INITIALS = rf"(?:[{UPPER}][a-z]?\.(?:\s|-(?=[{UPPER}]\.))?){{1,4}}|[{UPPER}]{{1,3}}(?![{LETTER}'])\.?"


class NamePatterns(NamedTuple):
    """The compiled patterns; made once, on first use."""

    honorifics: re.Pattern[str]
    suffixes: re.Pattern[str]
    name: re.Pattern[str]
    titled: re.Pattern[str]
    title: re.Pattern[str]
    generation: re.Pattern[str]
    heads: re.Pattern[str]


@cache
def patterns() -> NamePatterns:
    """The patterns, compiled from `data/words.toml`."""
    bare = rf"(?:{alternatives('tier')}\s+)?{alternatives('honorific')}(?![{LETTER}'])\.?"
    title = rf"(?:{bare}:?)"
    run = rf"{title}(?:[ \t]*\n?[ \t]*{title})*"
    particle = rf"(?:{alternatives('particle')}(?:\s+|(?<=Mc)|(?<=Mac)))"
    word = rf"(?:{particle}{{0,2}}{_WORD})"
    gap = r"[ \t]*\n?[ \t]*"
    nickname = rf"(?:{gap}(?:\"{_WORD}\"|'{_WORD}'|\({alternatives('nickname')}\))(?={gap}{word}))?"
    name = (
        rf"(?:(?:{_INITIALS}){gap}){{0,4}}{word}(?:{gap}(?:{_INITIALS})(?![{LETTER}'])){{0,3}}{nickname}"
        rf"(?:{gap}{word}){{0,3}}"
    )
    suffix = rf"(?:,?{gap}{_postnominals()}(?![{LETTER}]))"
    return NamePatterns(
        honorifics=re.compile(rf"{run}{gap}"),
        suffixes=re.compile(rf"{suffix}+"),
        name=re.compile(name),
        titled=re.compile(rf"(?<![{LETTER}]){run}{gap}(?={_WORD}|{_INITIALS}|{particle})"),
        title=re.compile(bare),
        generation=re.compile(rf",?{gap}{alternatives('generation')}(?![{LETTER}])\.?"),
        heads=re.compile(_heads()),
    )


def _heads() -> str:
    """What finds the first word of a title, with the words that go on where it needs them.

    One alternative for each first letter and no assertion before it: the engine skips from one such letter to the next.
    """
    further: dict[str, set[str]] = {}
    for title in (*words("tier"), *words("honorific")):
        first, _, rest = title.partition(" ")
        further.setdefault(first, set()).add(rest.split(" ")[0])
    by_letter: dict[str, list[str]] = {}
    for first in sorted(further, key=lambda word: (-len(word), word)):
        following = "|".join(sorted(map(re.escape, further[first])))
        after = rf"(?![{LETTER}'])" if "" in further[first] else rf"(?=\s+(?:{following}))"
        by_letter.setdefault(first[0], []).append(re.escape(first[1:]) + after)
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in sorted(by_letter.items()))


def _postnominals() -> str:
    # "J.P." and "JP", "C.B.E." and "CBE"
    forms = ["".join(rf"{re.escape(c)}\.?" for c in w) if w.isupper() else re.escape(w) for w in words("postnominal")]
    return one_of(forms)
