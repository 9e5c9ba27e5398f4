"""Names of months to their numbers: English by table, Welsh and Irish read by dateparser."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from minuteparse.rules import alternatives, words
from minuteparse.text import Source

_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMES = tuple("january february march april may june july august september october november december".split())
_STRICT = {"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"], "DATE_ORDER": "DMY"}
# Soft mutation of the first letter, as after "o" or "nos": Fawrth is Mawrth.
_UNMUTATED = {"f": "m", "d": "t", "o": "go", "r": "rh"}


class MonthWord(NamedTuple):
    """The lower-case `text` of what may name a month, at `start:end`; `month_number` says whether it does."""

    text: str
    start: int
    end: int


@cache
def _listed() -> re.Pattern[str]:
    names = f"{alternatives('month')}|{alternatives('month_celtic')}".lower()
    return re.compile(rf"(?<![^\W\d_])(?:{names})(?![^\W\d_])")


@cache
def _stems() -> tuple[str, ...]:
    return tuple(sorted({word[:3].lower() for name in ("month", "month_celtic") for word in words(name)}))


_YEAR = re.compile(r"\s(?:19|20)\d\d")
_MISSPELT = re.compile(r"(?<![^\W\d_])[jfmasond][a-z]{3,10},?\Z")


def month_words(source: Source) -> list[MonthWord]:
    """What may name a month in `source.lower`, in order: names of months, and words like one before a year."""
    lower, match = source.lower, _listed().match
    found = [MonthWord(m[0], *m.span()) for at in source.places(_stems()) if (m := match(lower, at))]
    known = {word.start for word in found}
    for year in _YEAR.finditer(lower):
        word = _MISSPELT.search(lower, max(year.start() - 13, 0), year.start())
        if word and word.start() not in known:
            text = word[0].rstrip(",")
            found.append(MonthWord(text, word.start(), word.start() + len(text)))
    return sorted(found, key=lambda word: word.start)


@lru_cache(maxsize=512)
def month_number(word: str) -> int | None:
    """The number of the month that lower-case `word` names, or `None`. A slip of the pen is forgiven in a long name.

    >>> month_number("sept"), month_number("tachwedd"), month_number("februrary"), month_number("memory")
    (9, 11, 2, None)
    """
    if word in _NAMES or (
        len(word) <= 4 and word[:3] in _ENGLISH and _NAMES[_ENGLISH.index(word[:3])].startswith(word)
    ):
        return _ENGLISH.index(word[:3]) + 1
    if re.fullmatch(alternatives("month_celtic").lower(), word):
        return _celtic(re.sub(r"\s+", " ", word))
    return _misspelt(word)


def _misspelt(word: str) -> int | None:
    if len(word) < 5:
        return None
    from difflib import SequenceMatcher  # a rare case

    for number, name in enumerate(_NAMES, 1):
        # May, March, June and July are one letter away from ordinary words.
        if len(name) > 5 and word[0] == name[0] and SequenceMatcher(None, word, name).ratio() >= 0.85:
            return number
    return None


def _celtic(word: str) -> int | None:
    import dateparser  # costs 0.1 s, and few documents need it

    unmutated = _UNMUTATED.get(word[0], word[0]) + word[1:]
    for form in (word, unmutated, word[0] + word[2:]):
        found = dateparser.parse(f"1 {form} 2000", languages=["cy", "ga"], settings=_STRICT)
        if found:
            return int(found.month)
    return None


@lru_cache(maxsize=64)
def weekday_number(word: str) -> int | None:
    """0 for Monday to 6 for Sunday, of an English name or a Welsh one after "dydd" or "nos".

    >>> weekday_number("Weds"), weekday_number("nos Fawrth")
    (2, 1)
    """
    parts = word.lower().split()
    if len(parts) == 1:
        days = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
        return days.index(parts[0][:3]) if parts[0][:3] in days else None
    welsh = ("lu", "ma", "me", "ia", "gw", "sa", "su")
    name = {"lun": "llun"}.get(parts[-1], parts[-1])
    if name[0] == "f":
        name = "m" + name[1:]
    if name == "wener":
        name = "gwener"
    key = "lu" if name == "llun" else name[:2]
    return welsh.index(key) if key in welsh else None
