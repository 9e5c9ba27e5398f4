"""The numbers that headings begin with: what is printed, its shape, and how one follows another."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minuteparse.rules import rule

_DIGITS = re.compile(r"\d+")
_YEARS = range(1900, 2100)
_ROMAN = {"i": 1, "v": 5, "x": 10}
_ADDRESS = re.compile(
    r"\s(?:[A-Z][\w'.-]+\s){1,3}(?:St|Ave|Rd|Blvd|Dr|Street|Avenue|Road|Lane|Drive|Close|Way|Terrace)\b\.?(?:,.{0,60})?"
)
# Between a number and its title; "Item 9 - Correspondence".
_GAP = re.compile(r"[\s|:*_#]*(?:-\s+(?=[A-Z]))?")
# Marks that pages and converters put before a number: bullets, heading signs, table bars.
LEADING = re.compile(r"[\s|•*#_>]*")
_ELL = re.compile(r"l\d?|\d?l")
_TAIL = re.compile(r"(#)\(?([A-Za-z])\)?")
_LONGEST_WORD = 7
_BEFORE_NUMBERS = frozenset(("agenda", "item", "minute"))
_ROMAN_CAPITALS = frozenset("IVX")


@dataclass(frozen=True, slots=True)
class Marker:
    """A number as printed at `start:end` (offsets in the searched text); the title may begin at `after`.

    `shape` is the number with each run of digits as `#`; `values` are those runs, or what a letter or numeral counts.
    """

    number: str
    start: int
    end: int
    after: int
    shape: str
    values: tuple[int, ...]
    close: str

    @property
    def compound(self) -> bool:
        """True for codes such as `CS/23/14`, `24/19`, `PLA18/15`, which are rarely anything but minute numbers."""
        return "/" in self.shape or (self.shape[0].isalpha() and "#" in self.shape)

    @property
    def looks_like_a_year(self) -> bool:
        """True for a bare number such as 1998 that no dot or bracket follows."""
        return self.shape == "#" and not self.close and self.values[0] in _YEARS


def read_marker(text: str) -> Marker | None:
    """The marker that folded `text` begins with, after bullets and table bars, or `None`."""
    if _begins_with_word(text):
        return None
    lead = LEADING.match(text)
    at = lead.end() if lead else 0
    match = rule("outline", "marker").pattern.match(text[at : at + 60])
    if not match:
        return None
    number, close = match["number"], (match["close"] or "").strip()
    if number.startswith("(") and number.endswith(")"):
        number, close = number[1:-1], ")"
    rest = text[at + match.end("close") :]
    if rule("outline", "not-a-number").pattern.match(rest[:24]):
        return None
    if not close and number.isdecimal() and _ADDRESS.fullmatch(rest.rstrip()):
        return None
    second = match["second"] or ""
    end = at + (match.end("second") if second else match.end("close"))
    gap = _GAP.match(text[end:])
    shape, values = _shape(number)
    return Marker(
        number=number + (" " + second.strip() if second else ""),
        start=at,
        end=end,
        after=end + (gap.end() if gap else 0),
        shape=shape,
        values=values,
        close=close,
    )


def _begins_with_word(text: str) -> bool:
    """True if `text` begins with a word that is no number's letters and no word that stands before one."""
    if text[:_LONGEST_WORD].isalpha() and len(text) >= _LONGEST_WORD:
        return True  # the letters and words of numbers are shorter
    word, _, rest = text.partition(" ")
    return (
        len(word) > 1
        and word.isalpha()
        and rest != ""
        and not rest[0].isdigit()
        and word.lower() not in _BEFORE_NUMBERS
        and not _ROMAN_CAPITALS.issuperset(word)
    )


def _shape(number: str) -> tuple[str, tuple[int, ...]]:
    plain = number.replace("l", "1") if "l" in number and len(number) < 3 and _ELL.fullmatch(number) else number
    if _DIGITS.search(plain):
        values = [int(d) for d in _DIGITS.findall(plain)]
        shape = _DIGITS.sub("#", plain)
        tail = _TAIL.fullmatch(shape) if shape != "#" else None
        if tail:  # 7a, 30A, 6(d): a letter counts within the number
            return "#", (values[0], ord(tail[2].lower()) - 96)
        return "".join(shape.split()), tuple(values)
    lower = number.lower()
    if set(lower) <= set(_ROMAN):
        total = 0
        for i, c in enumerate(lower):
            v = _ROMAN[c]
            total += -v if any(_ROMAN[d] > v for d in lower[i + 1 :]) else v
        return ("i" if number.islower() else "I"), (total,)
    return ("a" if number.islower() else "A"), (ord(lower[0]) - 96,)


def step(first: Marker, second: Marker) -> int | None:
    """By how much `second` follows `first` (1: the next number), or `None` if they are not of one numbering.

    In a compound number exactly one part may change: 24/19 to 24/20, 81/16 to 82/16.
    """
    if first.shape != second.shape:
        return _letters(first, second)
    a, b = first.values, second.values
    if len(a) == len(b) == 1:
        return b[0] - a[0]
    if (first.shape == "#" and len(a) != len(b)) or (first.shape == "#" and len(a) == 2):
        return _lettered(a, b)
    if len(a) != len(b):
        return None
    changed = [j - i for i, j in zip(a, b, strict=True) if i != j]
    if not changed:
        return 0
    return changed[0] if len(changed) == 1 else None


def _letters(first: Marker, second: Marker) -> int | None:
    """Steps among single letters where one of them, such as the I after H, reads as a roman numeral too."""
    if {first.shape, second.shape} not in ({"a", "i"}, {"A", "I"}) or len(first.number) + len(second.number) > 2:
        return None
    return ord(second.number) - ord(first.number)


def _lettered(a: tuple[int, ...], b: tuple[int, ...]) -> int:
    """Steps among 7, 7a, 7b, 8: a letter or the next number is one step."""
    if a[0] == b[0]:
        return (b[1] if len(b) > 1 else 0) - (a[1] if len(a) > 1 else 0)
    return b[0] - a[0]
