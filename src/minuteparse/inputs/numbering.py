"""Numbers that word processors count out by themselves: formats, and the counting."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_HIGHEST = 100_000
LONGEST_LABEL = 40
"""The characters of a label, without its numbers, that are read; files made to harm have thousands."""

BULLET = "•"
"""What any sign before the entries of a list becomes."""

_ORDINAL_ENDS = {1: "st", 2: "nd", 3: "rd"}


def spell(number: int, form: str) -> str:
    """`number` in the form named as Word names it; one that is not known is written in figures.

    >>> spell(4, "lowerRoman"), spell(28, "upperLetter"), spell(3, "decimalZero"), spell(22, "ordinal")
    ('iv', 'BB', '03', '22nd')
    """
    if not 0 < number < _HIGHEST:
        return str(number)
    if form in {"lowerLetter", "upperLetter"}:
        letter = chr(97 + (number - 1) % 26) * min((number - 1) // 26 + 1, 9)
        return letter if form == "lowerLetter" else letter.upper()
    if form in {"lowerRoman", "upperRoman"}:
        roman = _roman(number)
        return roman if form == "lowerRoman" else roman.upper()
    if form == "decimalZero":
        return f"{number:02}"
    if form == "ordinal":
        return f"{number}{'th' if 10 < number % 100 < 14 else _ORDINAL_ENDS.get(number % 10, 'th')}"
    return str(number)


def with_label(text: str, label: str) -> str:
    """`text` with its `label` before it, unless it is printed there already.

    >>> with_label("Roads", "1."), with_label("1. Roads", "1."), with_label("1.5 million was spent", "1.")
    ('1. Roads', '1. Roads', '1. 1.5 million was spent')
    """
    label, said = label.strip(), text.lstrip()
    if not label or not said or (said.startswith(label) and not said[len(label) :][:1].strip()):
        return text
    return f"{label} {said}"


def _roman(number: int) -> str:
    parts = []
    for value, sign in _ROMAN:
        parts.append(sign * (number // value))
        number %= value
    return "".join(parts)


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a numbered list: `text` holds `%1` for the first level's number, `%2` for the second's."""

    start: int = 1
    form: str = "decimal"
    text: str = "%1."
    figures: bool = False


@dataclass
class Counter:
    """The running numbers of one list."""

    levels: dict[int, Level]
    counts: dict[int, int] = field(default_factory=dict)

    def next(self, depth: int, starts: dict[int, int]) -> str:
        """The label of the next entry at `depth` (0 the outermost); `starts` are starts that this list sets anew."""
        level = self.levels.get(depth, Level())
        if level.form == "bullet":
            return BULLET
        if depth in self.counts:
            self.counts[depth] += 1
        else:
            self.counts[depth] = starts.pop(depth, level.start)
        for deeper in [d for d in self.counts if d > depth]:
            del self.counts[deeper]
        if level.form == "none":
            return ""
        return re.sub(r"%([1-9])", lambda m: self._number(int(m[1]) - 1, level), level.text)

    def restart(self, depth: int, start: int) -> None:
        """Let the next entry at `depth` have the number `start`."""
        self.counts[depth] = start - 1

    def _number(self, depth: int, asked: Level) -> str:
        level = self.levels.get(depth, Level())
        count = self.counts.setdefault(depth, level.start)
        return str(count) if asked.figures else spell(count, level.form)
