"""Blanks that stand inside words: letters set apart ("P R E S E N T"), and words that a blank splits ("Commit tee")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, pairwise

from minuteparse.layout import Repair
from minuteparse.rules import words
from minuteparse.text import Source

# Letters that stand alone, apart by one blank within a word and by more between words.
_RUN = re.compile(r"(?<![^\s(])[^\W\d_](?: {1,6}[^\W\d_](?![^\W_'’/-])){3,}")
_GROUP = re.compile(r"[^\W\d_](?: [^\W\d_])+")
_SHORTEST = 4  # letters of a word that headings are known to use
_SHORTEST_OTHER = 6
_LONGEST = 16
_GAP = 3  # blanks between words of one heading; columns stand further apart
_MOST_LETTERS = 60  # in a row, that are looked through for words
_MONTHS = "JFMAMJJASONDJFMAMJJASOND"
_CONSONANTS = re.compile(r"[^AEIOUY]{5}")


def stray_blanks(source: Source) -> Iterator[Repair]:
    """The blanks inside words, each to be left out, in order of the text.

    Initials ("A G Smith"), options ("A B C D") and marks in a table ("P P A P") are no words.

    >>> from minuteparse.text import from_text
    >>> [(r.start, r.end) for r in stray_blanks(from_text("P C Jones, of the Commit tee"))]
    [(24, 25)]
    """
    found = {at for match in _RUN.finditer(source.folded) for at in _apart(match)}
    found |= {at for match in _split_words().finditer(source.lower) for at in _split(source.folded, match)}
    for at in sorted(found):
        yield Repair(at, at + 1, "")


def _apart(run: re.Match[str]) -> Iterator[int]:
    """The offsets of the blanks to leave out between the letters of a row's words; none if no word is sure."""
    groups = [(run.start() + m.start(), m[0].replace(" ", "")) for m in _GROUP.finditer(run[0])]
    read = [(at, letters, _words_of(letters)) for at, letters in groups]
    if not any(len(word) >= _SHORTEST for _, _, said in read for word in said):
        return
    close: int | None = None
    for at, letters, said in read:
        if not said:
            continue
        if close is not None and at - close <= _GAP:
            yield from range(close, at - 1)
        edges = set(accumulate(map(len, said)))
        yield from (at + 2 * i - 1 for i in range(1, len(letters)) if i not in edges)
        close = at + 2 * len(letters) - 1


def _words_of(letters: str) -> Sequence[str]:
    """The words that `letters` say when set close; none if they say none."""
    if len(letters) > _MOST_LETTERS or not (letters.isupper() or letters[1:].islower()):
        return ()
    known = _known(letters.casefold())
    return known or ((letters,) if _likely(letters) else ())


def _known(letters: str) -> tuple[str, ...]:
    """`letters` cut into as few known words as will do; none if that cannot be done."""
    vocabulary = _vocabulary()
    best: list[tuple[str, ...] | None] = [()]
    for end in range(1, len(letters) + 1):
        ways = [
            (*before, letters[start:end])
            for start in range(max(end - _LONGEST, 0), end)
            if (before := best[start]) is not None and letters[start:end] in vocabulary
        ]
        best.append(min(ways, key=len, default=None))
    return best[-1] or ()


def _likely(letters: str) -> bool:
    """True if `letters` may be one word, as the name of a body is: no rising letters, no months, no marks."""
    upper = letters.upper()
    vowels = sum(c in "AEIOUY" for c in upper) / len(upper)
    rising = all(a < b for a, b in pairwise(upper))
    return (
        _SHORTEST_OTHER <= len(upper) <= _LONGEST
        and letters[0].isupper()
        and 0.2 <= vowels <= 0.7
        and len(set(upper)) > _SHORTEST
        and not rising
        and upper not in _MONTHS
        and not _CONSONANTS.search(upper)
    )


def _split(folded: str, match: re.Match[str]) -> Iterator[int]:
    """The offsets of the blanks in a word that is written in two or three pieces, all but the first of two letters."""
    pieces = folded[match.start() : match.end()].split(" ")
    joined = "".join(pieces)
    if not 1 < len(pieces) <= 3 or min(map(len, pieces[1:])) < 2 or not (joined.isupper() or joined[1:].islower()):
        return
    at = match.start() - 1
    for piece in pieces[:-1]:
        at += len(piece) + 1
        yield at


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset(words("spaced_word"))


@cache
def _split_words() -> re.Pattern[str]:
    every = "|".join(" ?".join(word) for word in sorted(words("split_word"), key=len, reverse=True))
    return re.compile(rf"\b(?:{every})(?![^\W\d_])")
