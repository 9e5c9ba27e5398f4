"""A source cut into lines, each with its shape: indent, capitals, blanks around it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from minuteparse.text import Source

# str.splitlines also splits at seven rarer characters and would disagree with the regex `^`.
_BREAK = re.compile(r"[\n\r\f](?:(?<=\r)\n)?")
_WORD = re.compile(r"[^\W\d_]+")


class Line(NamedTuple):
    """One line. `start` to `end` is its content without outer blanks, `begin` to `stop` all of it with its line break.

    `text` is the folded content, and `blank` true if there is none; `blank_before` counts the blank lines above it.
    """

    n: int
    begin: int
    start: int
    end: int
    stop: int
    text: str
    blank_before: int
    blank: bool

    @property
    def indent(self) -> int:
        """Characters before the first printed one."""
        return self.start - self.begin

    @property
    def capitals(self) -> bool:
        """True if the words of the line are in capitals, but for one short one (`the`, `and`)."""
        return is_capitals(self.text)


@lru_cache(maxsize=8192)
def is_capitals(text: str) -> bool:
    """True if `text` has two capitals and at least nine for each small letter.

    >>> is_capitals("CHILDREN'S SOCIAL CARE"), is_capitals("CFS 20 Minutes")
    (True, False)
    """
    upper = sum(map(str.isupper, text))
    return upper >= 2 and upper >= 9 * sum(map(str.islower, text))


def split_lines(source: Source) -> tuple[Line, ...]:
    """The lines of `source` in order; joined from `begin` to `stop` they give the text back."""
    text, folded = source.text, source.folded
    lines: list[Line] = []
    begin, blanks = 0, 0
    breaks = [m.span() for m in _BREAK.finditer(text)]
    if not breaks or breaks[-1][1] < len(text):
        breaks.append((len(text), len(text)))
    for end, stop in breaks:
        raw = folded[begin:end]
        content = raw.strip()
        if content:
            start = begin + raw.index(content[0])
            lines.append(Line(len(lines), begin, start, start + len(content), stop, content, blanks, False))
            blanks = 0
        else:
            lines.append(Line(len(lines), begin, end, end, stop, content, blanks, True))
            blanks += 1
        begin = stop
    return tuple(lines)
