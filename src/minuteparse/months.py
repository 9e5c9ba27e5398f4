"""Names of months to their numbers: English by table, Welsh and Irish read by dateparser."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from minuteparse.rules import alternatives

_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMES = tuple("january february march april may june july august september october november december".split())
_STRICT = {"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"], "DATE_ORDER": "DMY"}
# Soft mutation of the first letter, as after "o" or "nos": Fawrth is Mawrth.
_UNMUTATED = {"f": "m", "d": "t", "o": "go", "r": "rh"}


@cache
def month_words() -> re.Pattern[str]:
    """Finds the name of a month in lower-cased text; `month_number` says whether a find is one."""
    english = alternatives("month").lower()
    celtic = alternatives("month_celtic").lower()
    return re.compile(rf"(?<![^\W\d_])(?:{english}|{celtic}|[jfmasond][a-z]{{3,10}}(?=,?\s(?:19|20)\d\d))(?![^\W\d_])")


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
    words = word.lower().split()
    if len(words) == 1:
        days = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
        return days.index(words[0][:3]) if words[0][:3] in days else None
    welsh = ("lu", "ma", "me", "ia", "gw", "sa", "su")
    name = {"lun": "llun"}.get(words[-1], words[-1])
    if name[0] == "f":
        name = "m" + name[1:]
    if name == "wener":
        name = "gwener"
    key = "lu" if name == "llun" else name[:2]
    return welsh.index(key) if key in welsh else None
